import type { Language } from '../language.ts'

export default {
  code: 'de',
  name: 'German',
  abbreviations: ['Hr.', 'Fr.', 'Dr.', 'Prof.', 'Dipl.', 'Ing.', 'Gen.', 'Oberst.', 'Hptm.', 'Lt.', 'Maj.', 'St.', 'Str.', 'Nr.', 'Nrn.', 'Abs.', 'Art.', 'Bd.', 'Kap.', 'S.', 'vgl.', 'bzw.', 'ca.', 'evtl.', 'ggf.', 'inkl.', 'exkl.', 'sog.', 'z.B.', 'd.h.', 'u.a.', 'i.d.R.', 'o.ä.', 'v.a.', 'z.T.', 'zz.', 'zzt.', 'Jan.', 'Feb.', 'Febr.', 'Apr.', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.', 'max.', 'min.', 'geb.', 'gest.', 'Jh.', 'Jhd.', 'bes.', 'insb.', 'jap.', 'engl.', 'frz.', 'dt.', 'amerik.', 'russ.', 'ukr.', 'bzgl.', 'betr.', 'einschl.', 'gem.', 'Rep.', 'Sen.', 'Min.', 'Abg.', 'Vors.', 'stellv.', 'Bez.', 'Kfz.', 'Mr.', 'Mrs.', 'No.', 'vs.', 'lt.'],
  sentences: {
    endings: ['usw.', 'etc.', 'Mio.', 'Mrd.', 'Tsd.', 'Co.', 'Inc.', 'Ltd.', 'Corp.', 'u.a.', 'u.v.m.', 'o.g.', 'ff.', 'f.', 'Jr.', 'n.Chr.', 'v.Chr.', 'U.S.', 'Uhr.'],
    starters: ['der', 'die', 'das', 'den', 'dem', 'des', 'ein', 'eine', 'einen', 'einem', 'einer', 'er', 'sie', 'es', 'wir', 'ihr', 'ich', 'man', 'dies', 'dieser', 'diese', 'dieses', 'jener', 'jene', 'jenes', 'hier', 'dort', 'da', 'dann', 'nun', 'jetzt', 'heute', 'gestern', 'am', 'im', 'in', 'an', 'auf', 'aus', 'bei', 'mit', 'nach', 'von', 'vor', 'zu', 'zum', 'zur', 'seit', 'für', 'gegen', 'über', 'unter', 'zwischen', 'während', 'wegen', 'trotz', 'aber', 'und', 'oder', 'denn', 'sondern', 'doch', 'jedoch', 'auch', 'wenn', 'als', 'ob', 'weil', 'obwohl', 'dass', 'was', 'wer', 'wie', 'wo', 'warum', 'welche', 'kein', 'keine', 'nicht', 'nur', 'noch', 'schon', 'zudem', 'außerdem', 'allerdings', 'deshalb', 'daher', 'damit', 'dabei', 'dazu', 'davon', 'dafür', 'dagegen', 'sein', 'seine', 'ihre', 'unser', 'unsere', 'beide', 'viele', 'alle', 'mehr', 'insgesamt', 'laut', 'zugleich', 'bereits', 'zuvor', 'danach', 'später'],
    ordinals: true,
  },
  tokens: { apostrophe: 'letter' },
} satisfies Language
