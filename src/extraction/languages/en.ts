import type { Language } from '../language.ts'

export default {
  code: 'en',
  name: 'English',
  abbreviations: ['Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Prof.', 'Gen.', 'Lt.', 'Col.', 'Maj.', 'Capt.', 'Cmdr.', 'Adm.', 'Brig.', 'Sgt.', 'Cpl.', 'Pvt.', 'Sen.', 'Rep.', 'Gov.', 'Pres.', 'Rev.', 'Hon.', 'St.', 'Mt.', 'Ft.', 'Messrs.', 'Sr.', 'Amb.', 'Sec.', 'Min.', 'Supt.', 'Dep.', 'Asst.', 'Jan.', 'Feb.', 'Mar.', 'Apr.', 'Jun.', 'Jul.', 'Aug.', 'Sep.', 'Sept.', 'Oct.', 'Nov.', 'Dec.', 'Mon.', 'Tue.', 'Wed.', 'Thu.', 'Fri.', 'Sat.', 'Sun.', 'vs.', 'v.', 'No.', 'Nos.', 'Art.', 'Arts.', 'Fig.', 'Figs.', 'approx.', 'ca.', 'cf.', 'e.g.', 'i.e.', 'al.', 'et.', 'pp.', 'p.', 'para.', 'paras.', 'vol.', 'vols.', 'est.', 'dept.', 'Dept.', 'Div.', 'Bn.', 'Regt.', 'viz.', 'incl.', 'avg.', 'max.', 'min.', 'resp.', 'esp.', 'Calif.', 'Fla.', 'Mass.', 'Pa.', 'Va.', 'Md.', 'Conn.', 'Ill.', 'Ind.', 'Mich.', 'Minn.', 'Wis.', 'Ariz.', 'Colo.', 'Ore.', 'Tenn.', 'Ky.', 'Okla.', 'Ala.', 'Ga.', 'Miss.'],
  sentences: {
    endings: ['Co.', 'Inc.', 'Ltd.', 'Corp.', 'Jr.', 'Bros.', 'etc.', 'a.m.', 'p.m.', 'U.S.', 'U.K.', 'U.N.', 'E.U.', 'D.C.', 'Ph.D.', 'M.D.', 'plc.', 'bn.', 'mn.', 'm.', 'km.', 'kg.', 'ft.', 'hrs.', 'yrs.', 'c.'],
    starters: ['the', 'a', 'an', 'it', 'he', 'she', 'they', 'we', 'you', 'i', 'this', 'that', 'these', 'those', 'there', 'here', 'his', 'her', 'its', 'their', 'our', 'my', 'your', 'in', 'on', 'at', 'by', 'for', 'from', 'with', 'after', 'before', 'during', 'since', 'until', 'when', 'while', 'as', 'if', 'but', 'and', 'or', 'so', 'yet', 'however', 'although', 'though', 'because', 'what', 'who', 'why', 'how', 'where', 'which', 'whether', 'no', 'not', 'one', 'some', 'many', 'most', 'all', 'both', 'each', 'another', 'such', 'still', 'now', 'then', 'today', 'yesterday', 'according', 'asked', 'speaking', 'meanwhile', 'earlier', 'later', 'also', 'nor', 'under', 'over', 'between', 'among', 'despite', 'unlike'],
    ordinals: false,
  },
  tokens: { apostrophe: 'possessive' },
} satisfies Language
