import type { Language } from '../language.ts'

export default {
  code: 'fr',
  name: 'French',
  abbreviations: ['M.', 'MM.', 'Mme.', 'Mlle.', 'Mgr.', 'Dr.', 'Pr.', 'Prof.', 'Me.', 'gén.', 'col.', 'cdt.', 'cap.', 'lt.', 'adm.', 'St.', 'Ste.', 'art.', 'al.', 'éd.', 'vol.', 'chap.', 'p.', 'pp.', 'fig.', 'av.', 'bd.', 'boul.', 'env.', 'ex.', 'cf.', 'c.-à-d.', 'janv.', 'févr.', 'avr.', 'juil.', 'sept.', 'oct.', 'nov.', 'déc.', 'n.', 'no.', 'nos.', 'tél.', 'réf.', 'dép.', 'sén.', 'min.', 'max.', 'hab.', 'Cie.', 'vs.'],
  sentences: {
    endings: ['etc.', 'Co.', 'Inc.', 'Ltd.', 'S.A.', 'U.S.', 'J.-C.', 'Jr.', 'Cie.', 'h.', 'km.', 'kg.', 'M.'],
    starters: ['le', 'la', 'les', 'l', 'un', 'une', 'des', 'il', 'elle', 'ils', 'elles', 'nous', 'vous', 'je', 'on', 'ce', 'cet', 'cette', 'ces', 'c', 'd', 'en', 'à', 'au', 'aux', 'dans', 'sur', 'sous', 'par', 'pour', 'avec', 'sans', 'depuis', 'pendant', 'après', 'avant', 'entre', 'vers', 'chez', 'mais', 'et', 'ou', 'donc', 'or', 'ni', 'car', 'si', 'quand', 'lorsque', 'comme', 'que', 'qui', 'quoi', 'où', 'pourquoi', 'comment', 'selon', 'son', 'sa', 'ses', 'leur', 'leurs', 'notre', 'nos', 'votre', 'vos', 'mon', 'ma', 'mes', 'tout', 'tous', 'toute', 'toutes', 'aucun', 'aucune', 'plusieurs', 'certains', 'chaque', 'autre', 'ainsi', 'alors', 'aussi', 'puis', 'enfin', 'ensuite', 'cependant', 'toutefois', 'pourtant', 'néanmoins', 'hier', 'demain', 'ici', 'là', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche', 'malgré', 'outre', 'quant', 'reste'],
    ordinals: false,
  },
  tokens: { apostrophe: 'elision', clitics: ['il', 'elle', 'ils', 'elles', 'on', 'je', 'nous', 'vous', 'tu', 'ce', 'moi'] },
} satisfies Language
