import type { Language } from '../language.ts'

export default {
  code: 'pl',
  name: 'Polish',
  abbreviations: ['p.', 'pp.', 'np.', 'm.in.', 'tzw.', 'tj.', 'tzn.', 'ok.', 'dr.', 'hab.', 'prof.', 'inż.', 'mgr.', 'gen.', 'płk.', 'ppłk.', 'mjr.', 'kpt.', 'por.', 'ppor.', 'sierż.', 'kmdr.', 'adm.', 'ks.', 'bp.', 'abp.', 'św.', 'ul.', 'al.', 'pl.', 'os.', 'nr.', 'art.', 'ust.', 'pkt.', 'lit.', 'poz.', 'str.', 's.', 't.', 'tys.', 'mln.', 'mld.', 'zob.', 'red.', 'im.', 'woj.', 'pow.', 'gm.', 'wicemin.', 'min.', 'pos.', 'sen.', 'rz.', 'godz.', 'sek.', 'tel.', 'ang.', 'niem.', 'fr.', 'ros.', 'ukr.', 'łac.', 'jw.', 'ww.', 'proc.', 'śp.', 'szer.', 'kpr.', 'ur.', 'zm.', 'wyd.'],
  sentences: {
    endings: ['r.', 'br.', 'ub.', 'itd.', 'itp.', 'in.', 'zł.', 'gr.', 'proc.', 'tys.', 'mln.', 'mld.', 'w.', 'km.', 'kg.', 'szt.', 'Jr.', 'Co.', 'Inc.', 'Ltd.', 'S.A.', 'z', 'o.o.', 'etc.', 'bm.', 'wiek.', 'godz.', 'cdn.', 'n.e.'],
    starters: ['on', 'ona', 'ono', 'oni', 'one', 'my', 'wy', 'ja', 'to', 'ten', 'ta', 'te', 'ci', 'tam', 'tu', 'wtedy', 'teraz', 'dziś', 'dzisiaj', 'wczoraj', 'w', 'we', 'na', 'z', 'ze', 'za', 'do', 'od', 'o', 'po', 'pod', 'nad', 'przez', 'przed', 'przy', 'między', 'u', 'dla', 'bez', 'ale', 'a', 'i', 'oraz', 'lub', 'albo', 'że', 'jak', 'kiedy', 'gdy', 'gdzie', 'kto', 'co', 'dlaczego', 'jeśli', 'jeżeli', 'także', 'również', 'ponadto', 'jednak', 'natomiast', 'zatem', 'więc', 'dlatego', 'wcześniej', 'później', 'obecnie', 'jego', 'jej', 'ich', 'nasz', 'wasz', 'mój', 'każdy', 'wszyscy', 'żaden', 'nie', 'tak', 'według', 'zdaniem', 'podczas', 'zgodnie', 'mimo', 'oprócz', 'choć', 'ponieważ', 'gdyby', 'aby', 'żeby', 'część', 'jeden', 'dwa', 'trzy'],
    ordinals: true,
  },
  tokens: { apostrophe: 'letter' },
} satisfies Language
