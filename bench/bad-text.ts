/** Text that is no text, in each language: seconds of processor time for a page of it, and whether every claim rests on its words. */
import { extract } from '../src/extraction/extract.ts'
import { loadReference } from '../src/io/reference.ts'
import { buildLexicon } from '../src/resolution/lexicon.ts'
import { badTexts } from '../test/extraction/bad-texts.ts'
import { plain } from '../test/extraction/plain.ts'

const lexicon = buildLexicon(loadReference()), json = process.argv.includes('--json'), page = 20_000
let slowest = 0, ungrounded = 0, crashes = 0
for (const [name, text] of badTexts(page)) for (const code of ['en', 'uk', 'de', 'fr', 'pl', 'it']) {
  const document = plain(text, code, '2025-01-13'), started = process.cpuUsage()
  try {
    for (const { evidence } of extract(document, lexicon).claims) for (const e of evidence) if (document.text.slice(e.start, e.end) !== e.exact) ungrounded++
  } catch (error) { crashes++; console.log(`${name} ${code}: ${error}`) }
  const { user, system } = process.cpuUsage(started), seconds = (user + system) / 1e6
  if (!json && seconds > 1) console.log(`${name} ${code}: ${seconds.toFixed(1)} s`)
  slowest = Math.max(slowest, seconds)
}
const figures = { 'slowest page in seconds': slowest, ungrounded, crashes }
console.log(json ? JSON.stringify({ name: 'bad-text', figures, floors: { 'max:slowest page in seconds': 5, 'max:ungrounded': 0, 'max:crashes': 0 } }) : `bad-text: the slowest page took ${slowest.toFixed(1)} s of processor time; ${ungrounded} spans without their words, ${crashes} crashes`)
