import { speaks, type Scene } from './scene.ts'
import type { Verb } from './speech-words.ts'

/**
 * A verb that no table lists, where its place tells what it is: behind a closed quotation, before its subject. In the
 * languages without tags. @example « Cela ne changera rien », a lâché le porte-parole // "lâché"
 */
export function unlistedVerb(scene: Scene, i: number): Verb | null {
  const { speech, names, tokens } = scene, token = tokens[i]!
  if (token.pos !== null || !/^\p{Ll}{4,}$/u.test(token.text) || speech.adverbs.has(token.lower) || speech.auxiliaries.has(token.lower) || names.determiners.has(token.lower) || scene.preposition(i) || speech.that.has(token.lower) || speech.negations.has(token.lower) || speech.coordinators.has(token.lower)) return null
  let at = i
  while (at > 0 && at > i - 3 && (speech.auxiliaries.has(scene.lower(at - 1)) || speech.adverbs.has(scene.lower(at - 1)))) at--
  const quote = scene.text(at - 1) === ',' && scene.isMark(at - 2) ? at - 2 : scene.isMark(at - 1) ? at - 1 : -1
  if (quote < 4 || [1, 2, 3, 4].some((k) => scene.outside(quote - k))) return null
  for (let k = i + 1; k < i + 6 && !scene.isBreak(k); k++) {
    const m = scene.mentionFrom(k)
    if (m) return speaks(m.mention) && m.mention.type !== 'forum' && !scene.preposition(k - 1) ? { lemma: token.lower, clause: false, object: false, tell: false, credit: false } : null
    if (scene.preposition(k) || scene.quoted(k) || scene.isMark(k)) return null
  }
  return null
}

/**
 * "Et de conclure : « … »", "Et d’ajouter que …": the French infinitive of telling, whose subject is the speaker before.
 * The verb is told by its ending, its place by what follows.
 */
export function narrative(scene: Scene, i: number): Verb | null {
  if (scene.analysis.language.code !== 'fr' || scene.lower(0) !== 'et' || !/^d(?:e|’|')$/.test(scene.lower(1)) || i !== 2 || !/(?:er|ir|re)$/.test(scene.lower(2))) return null
  let at = 3
  while (at < 9 && !scene.isBreak(at) && !scene.isMark(at) && !scene.speech.that.has(scene.lower(at))) at++
  return scene.text(at) === ':' || scene.text(at) === ',' && scene.isMark(at + 1) || scene.isMark(at) || scene.speech.that.has(scene.lower(at)) ? { lemma: scene.lower(2), clause: true, object: false, tell: false, credit: false } : null
}
