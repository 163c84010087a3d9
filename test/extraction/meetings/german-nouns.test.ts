import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../../src/extraction/analyse.ts'
import { settled } from '../../../src/extraction/meetings/choice.ts'
import { meetingsTold } from '../../../src/extraction/meetings/told.ts'
import { lexicon } from '../frame-cases.ts'
import { plain } from '../plain.ts'

/** The place of each meeting of a German text. */
function places(text: string): (string | null)[] {
  const analysis = analyse(plain(text, 'de', '2024-05-16'), lexicon), drafts = meetingsTold(analysis)
  return drafts.map((d) => settled(analysis, d, drafts)).map((f) => f.place?.written ?? null)
}

test('a German noun behind a preposition is a place only as a building or a name', () => {
  const rows: readonly (readonly [text: string, place: string | null])[] = [
    ['Im Rahmen einer Reise traf der dänische Minister am Montag seinen finnischen Kollegen.', null],
    ['In Zusammenarbeit mit Finnland traf der dänische Minister am Montag seinen Kollegen.', null],
    ['Die Minister Dänemarks und Finnlands trafen sich am Montag im Rigaer Ballhaus.', 'Rigaer Ballhaus'],
    ['Am Montag traf der dänische Minister in Oslo seinen finnischen Kollegen.', 'Oslo'],
  ]
  for (const [text, place] of rows) assert.deepEqual(places(text), [place], text)
})

test('days, decisions and arrivals are no meetings', () => {
  for (const text of ['In den letzten Tagen starben in Finnland zwei dänische Soldaten.', 'Binnen 30 Tagen muss Finnland dem dänischen Minister antworten.', 'Die Entscheidung hat der dänische Minister in Finnland getroffen.', 'Am 3. Juni trafen in Finnland die dänischen Soldaten ein.'])
    assert.deepEqual(places(text), [], text)
  assert.deepEqual(places('Die Entscheidung wurde am 3. Juni bei einem Treffen der Minister Dänemarks und Finnlands in Oslo getroffen.'), ['Oslo'])
})
