import { onAnalysis } from '../kept.ts'

/** Words of defence in the six languages, by their beginnings. */
const words = /(?<!\p{L})(?:defen[cs]e\s(?!law|attorn|team|counsel)|militar|weapon|troops|soldier|arm(?:y|ies|ed\sforces|ament|aments|oured|ored)(?!\p{L})|arms(?!\p{L})|navy|naval|air\sforce|missile|ammunition|munition|artiller|shells(?!\p{L})|tanks(?!\p{L})|drone|brigade|battalion|frigate|nato(?!\p{L})|otan(?!\p{L})|ukra[iïj]n|howitzer|verteidigung|bundeswehr|streitkr|waffe|rüstung|soldat|truppe|heer(?!\p{L})|rakete|panzer|drohne|défense|armée|armement|armes(?!\p{L})|obus|char(?:s)?(?!\p{L})|difes|armament|armi(?!\p{L})|esercit|missil|munizion|carri\sarmati|obron|wojsk|zbroj|żołnierz|bro[nń]i?(?!\p{L})|rakiet|amunicj|czołg|dron|оборон|війсь?к|збро|армі|ракет|боєприпас|танк|дрон|снаряд|нато(?!\p{L})|украї)/giu
/** Characters of text to each such word, above which a text is about other things. */
const sparse = 1500

/**
 * Is a text about defence: is there a word of it on each page or so? Plans, lessons and projects of other trades are none
 * of ours, however they are worded, and what is given to nobody named there goes to no state. A text of a few sentences may leave it unsaid.
 * @example isOfDefence(quarterlyResults) // false
 */
export const isOfDefence = onAnalysis(({ document: { text } }): boolean => {
  if (text.length < sparse / 2) return true
  words.lastIndex = 0
  for (let found = 0; words.exec(text) !== null;) if (++found * sparse >= text.length) { words.lastIndex = 0; return true }
  return false
})
