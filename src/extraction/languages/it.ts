import type { Language } from '../language.ts'

export default {
  code: 'it',
  name: 'Italian',
  abbreviations: ['sig.', 'sigg.', 'sig.ra.', 'dott.', 'dott.ssa.', 'dr.', 'prof.', 'prof.ssa.', 'on.', 'sen.', 'avv.', 'ing.', 'arch.', 'geom.', 'rag.', 'gen.', 'col.', 'ten.', 'cap.', 'magg.', 'mar.', 'amm.', 'cav.', 'comm.', 'S.', 's.', 'ss.', 'art.', 'artt.', 'n.', 'nn.', 'nr.', 'pag.', 'pagg.', 'p.', 'pp.', 'cfr.', 'ecc.', 'es.', 'vol.', 'fig.', 'ca.', 'tel.', 'c.a.', 'sec.', 'v.', 'vs.', 'feb.', 'apr.', 'mag.', 'giu.', 'lug.', 'ago.', 'set.', 'sett.', 'ott.', 'nov.', 'dic.', 'min.', 'max.', 'tot.', 'miln.', 'P.', 'mons.', 'card.', 'don.'],
  sentences: {
    endings: ['ecc.', 'etc.', 'S.p.A.', 's.p.a.', 'S.r.l.', 's.r.l.', 'a.C.', 'd.C.', 'Co.', 'Inc.', 'Ltd.', 'Jr.', 'km.', 'kg.', 'mln.', 'mld.'],
    starters: ['il', 'lo', 'la', 'i', 'gli', 'le', 'l', 'un', 'uno', 'una', 'egli', 'lui', 'lei', 'esso', 'essa', 'essi', 'loro', 'noi', 'voi', 'io', 'si', 'ci', 'questo', 'questa', 'questi', 'queste', 'quello', 'quella', 'quelli', 'quelle', 'qui', 'qua', 'lì', 'là', 'allora', 'ora', 'adesso', 'oggi', 'ieri', 'domani', 'in', 'nel', 'nella', 'nei', 'nelle', 'nell', 'negli', 'a', 'al', 'alla', 'ai', 'alle', 'all', 'agli', 'da', 'dal', 'dalla', 'dai', 'dalle', 'dall', 'di', 'del', 'della', 'dei', 'delle', 'dell', 'degli', 'su', 'sul', 'sulla', 'sui', 'sulle', 'per', 'con', 'tra', 'fra', 'senza', 'dopo', 'prima', 'durante', 'verso', 'ma', 'e', 'ed', 'o', 'oppure', 'che', 'chi', 'cosa', 'come', 'quando', 'dove', 'perché', 'se', 'anche', 'inoltre', 'tuttavia', 'però', 'quindi', 'dunque', 'infine', 'intanto', 'secondo', 'suo', 'sua', 'suoi', 'sue', 'nostro', 'nostra', 'ogni', 'tutti', 'tutte', 'nessuno', 'nessuna', 'alcuni', 'alcune', 'molti', 'molte', 'non', 'è', 'sono', 'ha', 'hanno', 'c', 'mentre', 'poiché', 'così', 'nonostante', 'oltre'],
    ordinals: false,
  },
  tokens: { apostrophe: 'elision' },
} satisfies Language
