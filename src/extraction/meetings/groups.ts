import { onReading, type Reading } from '../frames/frames.ts'
import type { Word } from '../words/cues.ts'
import { trait } from '../words/forms.ts'
import { speechTable } from '../speech/speech-words.ts'
import { countOf } from './companies.ts'

/** Those who may be counted as who meets: people in office, states, sides; by their first letters, in six languages. */
const members = trait(({ lower }): boolean => /^(?:(?:\p{L}+)?minist(?:er|ers|ern|erinnen|res?|ri|re)$|ministr\p{L}+$|(?:vice|wice|віце|пре)\p{L}*|leaders?$|presidents?$|présidente?s$|president[ie]$|präsident(?:en|innen)|premiers?$|premier\p{L}{1,4}$|states$|countries$|nations$|governments$|capitals$|sides$|parties$|delegations$|heads$|chiefs$|directors$|colleagues$|counterparts$|partners?$|partner\p{L}{1,4}$|allies$|men$|women$|diplomats$|secretaries$|officials$|staaten$|länder[n]?$|nationen$|regierungen$|hauptstädte[n]?$|seiten$|delegationen$|\p{L}*chefs$|\p{L}*direktor(?:en|innen)$|kollegen$|kolleginnen$|verbündeten$|politiker(?:n|innen)?$|männer[n]?$|frauen$|häuser[n]?$|pays$|états$|gouvernements$|capitales$|délégations$|dirigeante?s$|directeurs$|directrices$|collègues$|partenaires$|alliés$|hommes$|femmes$|responsables$|paesi$|stati$|nazioni$|governi$|capitali$|parti$|delegazioni$|capi$|direttori$|colleg(?:hi|he)$|alleati$|uomini$|donne$|państw\p{L}*|kraj(?:e|ów|om|ami|ach)$|rząd\p{L}+$|stolic\p{L}*|stron(?:y|om|ami)?$|delegacj\p{L}*|szef\p{L}+$|przywódc\p{L}*|prezydent\p{L}+$|dyrektor\p{L}+$|koleg\p{L}*|sojusznik\p{L}*|polity[kc]\p{L}*|міністр\p{L}*|країн\p{L}*|держав\p{L}*|уряд\p{L}+$|столиц[іья]\p{L}*|сторон\p{L}*|сторін$|делегаці\p{L}*|керівник\p{L}+$|лідер\p{L}+$|президент\p{L}+$|директор\p{L}+$|колег\p{L}*|партнер\p{L}+$|союзник\p{L}+$|очільник\p{L}+$|посадов\p{L}+$|співрозмовник\p{L}+$|політик\p{L}+$)/u.test(lower))
/** What makes a number mean those told of before: "the two", "les trois", "aller drei"; Polish and Ukrainian have nothing of the kind. */
const definite = /^(?:the|these|those|all|our|their|its|die|der|den|dieser?|aller?|unsere[rn]?|les|des|aux|ces|nos|leurs|tous|toutes|i|gli|le|dei|degli|delle|ai|agli|alle|dai|tutti|tutte|questi|queste|nostri|loro)$/u
/** A word for so many that needs no article: "both", "entrambi", "obaj", "troje", "двоє". */
const together = /^(?:both|beide[nrsm]?|entramb[ie]|ambedue|oba|obie|obaj|obu|oboje|dwaj|trzej|czterej|dwoje|troje|czworo|обидв\p{L}+|обо\p{L}+|двоє|троє|четверо|п[’']ятеро|шестеро)$/u
/** "Themselves", "of us": what may stand behind a number that has no noun. */
const followers = /^(?:of|with|mit|avec|con|z|ze|з|із|will|would|themselves|who|whom|which|all|also|then|again|later|had|sich|wollen|sollen|werden|se|qui|che|si|hanno|sono|mają|mieli|spotk\p{L}+|się|які|що|мають|з[іу]\p{L}+)$/u

/**
 * How many a sentence means by a number that stands for those who meet, told of before: "the two ministers", "les trois
 * pays", "the five are to meet"; null where the number counts anything else.
 * @example groupIn(reading) // "The two will meet again.": 2; "The two batteries will come.": null
 */
export const groupIn = onReading((reading): number | null => {
  const { words } = reading
  for (let i = 0; i < words.length; i++) {
    const n = countOf(reading, words[i]!)
    if (n === null || n > 12) continue
    const alone = together.test(words[i]!.lower), led = alone || marked(reading, words, i)
    if (led && isGroup(reading, words, i, alone)) return n
  }
  return null
})

/** Is a number led by a word that makes it mean those told before? */
const marked = ({ language: { code } }: Reading, words: readonly Word[], i: number): boolean =>
  code === 'pl' || code === 'uk' || [words[i - 1], words[i - 2]].some((w) => w !== undefined && definite.test(w.lower))

/** Do those counted meet: a noun for them within three words behind the number, or none at all? */
function isGroup(reading: Reading, words: readonly Word[], i: number, alone: boolean): boolean {
  const behind = words.slice(i + 1, i + 4)
  for (const [k, w] of behind.entries()) {
    if (/[,;.:()]/.test(reading.text.slice((words[i + k]!.end) - reading.start, w.start - reading.start))) break
    if (members(w.form)) return true
  }
  const next = behind[0], table = speechTable(reading.language)
  const ends = !next || /[,;.:]/.test(reading.text.slice(words[i]!.end - reading.start, next.start - reading.start))
  return reading.language.code !== 'pl' && reading.language.code !== 'uk' || alone ? ends || followers.test(next.lower) || table.auxiliaries.has(next.lower) : false
}
