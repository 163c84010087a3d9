import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import { hasCue, type Reading } from './frames.ts'
import { sharesIn, sliced } from './plans.ts'

const between = /((?:[,;]|[,;]?\s(?:and|while|und|während|et|tandis que?|e|mentre|oraz|i|a|podczas gdy|та|і|й|а|тоді як))\s(?:in\s)?)((?:la|le|les|lo|il|gli|the|die)\s|l['’])?$/u

/**
 * The parts of a sentence that gives several states a share each, where only the first need have a verb: "Latvia raises
 * defence spending to 4.9% of GDP, Estonia to 5.4%". Null where it is no such list.
 * @example nationsApart(analysis, reading) // the slices "Latvia … GDP" and "Estonia to 5.4%"
 */
export function nationsApart(analysis: Analysis, reading: Reading): readonly Reading[] | null {
  const shares = sharesIn(reading)
  if (shares.length < 2) return null
  const cuts: Span[] = []
  let from = reading.start
  for (const word of stateWords(analysis, reading)) {
    const seam = between.exec(reading.text.slice(Math.max(0, word.start - reading.start - 24), word.start - reading.start))
    if (word.kind === 'demonym' || !seam) continue
    const at = word.start - seam[0].length
    if (shares.some((s) => s.start >= from && s.end <= at) && shares.some((s) => s.start >= word.end)) { cuts.push({ start: at, end: at + seam[1]!.length }); from = word.start }
  }
  if (cuts.length === 0) return null
  for (const m of reading.text.matchAll(/;\s/g)) { const at = reading.start + m.index; if (!cuts.some((c) => c.start <= at && c.end > at)) cuts.push({ start: at, end: at + 2 }) }
  cuts.sort((a, b) => a.start - b.start)
  return [...cuts, { start: reading.end, end: reading.end }].map((cut, i) => sliced(reading, { start: i === 0 ? reading.start : cuts[i - 1]!.end, end: cut.start }))
}

/** Percentages of the economy, of votes and of minds, which are none of defence. */
const civil = /(?<!\p{L})(?:unemploy|jobless|inflation|prices(?!\p{L})|Preise(?!\p{L})|prix(?!\p{L})|prezzi(?!\p{L})|ceny(?!\p{L})|ціни(?!\p{L})|interest rate|turnout|poll(?:s|ed|ing)?(?!\p{L})|voters|respondents|economy (?:grew|shrank|will grow)|economic growth|gdp growth|Arbeitslos|Erwerbslos|Teuerung|Leitzins|Wahlbeteiligung|Umfrage|Befragte|Wirtschaftswachstum|chômage|taux d['’]intérêt|sondage|sondés|électeurs|croissance|abstention|disoccupazion|inflazion|sondaggi|elettori|affluenza|crescita|bezrobo|inflacj|stóp procentowych|sonda[żz]|wyborc|frekwencj|wzrost gospodarcz|безробітт|інфляці|облікова ставка|опитуван|опитаних|виборц|явка|зростання економіки)/iu

/** Does a share in a sentence without a word of defence tell of jobs, prices or votes? @example civilShare(reading) // "unemployment stood at 8.4 per cent": true */
export const civilShare = (reading: Reading): boolean => sharesIn(reading).length > 0 && !hasCue(reading, ['planning.spending', 'planning.defence', 'planning.alliance']) && civil.test(reading.text)
