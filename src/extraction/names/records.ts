import type { Analysis } from '../analysis.ts'
import { wordsOf } from '../words/cues.ts'
import { trait } from '../words/forms.ts'

/** Words of the houses of a parliament, and of their sittings and minutes, by their beginnings. */
const houses = /^(?:committee|parliament|chamber|senat|deput|oireachtas|hansard|ausschuss|bundestag|nationalrat|ständerat|landtag|abgeordnet|fraktion|parlament|commission|assemblée|députée?s?$|rapporteu|camera$|commissione|relat(?:ore|rice)$|komisj|sejm|pos(?:eł|ł)|комітет|рад[аи]$|депутат|парламент)/u
const sittings = /^(?:sitting|adjourned|session|presiding|minutes|proceedings|question|sitzung|anhörung|protokoll|tagesordnung|fragestunde|plenum|séance|audition|compte-rendu|compte|ordre|seduta|resoconto|audizione|interrogazion|interpellanz|posiedzen|przewodnicz|protok[oó]ł|zapis|засідан|протокол|порядок|слухан)/u

const isHouse = trait(({ lower }) => houses.test(lower)), isSitting = trait(({ lower }) => sittings.test(lower))

/**
 * Is the text a record of a parliament or of one of its committees? Then those whom it gives no other office sit there.
 * @example isRecord({ text: 'The committee sat at 2 p.m., … The sitting rose at 4 p.m.', title: 'Committee on Defence: 14th sitting' })
 */
export function isRecord({ document }: Pick<Analysis, 'document'>): boolean {
  const head = `${document.title ?? ''} ${document.publisher ?? ''} ${document.text.slice(0, 400)} ${document.text.slice(-300)}`
  const ofHouses = new Set<string>(), ofSittings = new Set<string>()
  for (const { form } of wordsOf(head, 0)) { if (isHouse(form)) ofHouses.add(form.lower); if (isSitting(form)) ofSittings.add(form.lower) }
  return ofHouses.size > 0 && ofSittings.size > 0 && ofHouses.size + ofSittings.size > 2
}

/** Those who sit in a parliament, and the opposition in it. */
export const seated = /^(?:lawmakers|senators|deputies|congressmen|mps|opposition|abgeordneten?|parlamentariern?|députés|députées|sénateurs|élus|deputati|senatori|parlamentari|opposizione|opposizioni|posłowie|posłów|posłom|senatorowie|parlamentarzyści|opozycj\p{L}+|депутат(?:и|ів|ам|ами)|сенатор(?:и|ів)|парламентар(?:і|ів)|опозиці\p{L}+)$/u
/** Offices of a ministry, whatever else their words name. */
export const ministerial = /(?:^|[\s-])minist|secretary of state|staatssekretär|secrétaire d[’']état|sottosegretari|sekretarz stanu|(?:^|[\s-])міністр/iu
/** Posts in firms. */
export const managing = /директор|prezes|dyrektor|geschäftsführ|vorstand|amministrat(?:ore|rice) delegat|\bceo\b|chief executive|managing director|président[e-]?[- ]direct|division|union/iu
