import assert from 'node:assert/strict'
import { test } from 'node:test'
import { french, german, italian, patternsOf, phrasesOf } from '../../../src/extraction/words/conjugation.ts'

test('a lemma gives the third-person forms of its verb', () => {
  const forms: [string, string][] = [
    [phrasesOf(french('livrer'), 'present', 'future'), 'livre | livrent | livrera | livreront'],
    [phrasesOf(french('engager commencer'), 'past'), 'engageait | engageaient | engagea | engagèrent | commençait | commençaient | commença | commencèrent'],
    [phrasesOf(french('céder'), 'present', 'future'), 'cède | cèdent | cédera | céderont | cèdera | cèderont'],
    [phrasesOf(french('payer fournir'), 'present'), 'paie | paient | fournit | fournissent'],
    [phrasesOf(french('remettre:remet:remettent:remis:remettr'), 'participle', 'future'), 'remis | remise | remises | remettra | remettront'],
    [phrasesOf(french('faire:fait:font:fait:fer_don'), 'present'), 'fait don | font don'],
    [phrasesOf(italian('erogare lanciare'), 'future'), 'erogherà | erogheranno | lancerà | lanceranno'],
    [phrasesOf(italian('inviare fornire cedere'), 'present', 'participle'), 'invia | inviano | inviato | inviata | inviati | inviate | fornisce | forniscono | fornito | fornita | forniti | fornite | cede | cedono | ceduto | ceduta | ceduti | cedute'],
    [phrasesOf(german('liefern rechnen antworten'), 'present', 'past'), 'liefert | liefern | lieferte | lieferten | rechnet | rechnen | rechnete | rechneten | antwortet | antworten | antwortete | antworteten'],
    [phrasesOf(german('ab|geben:gibt:gab:gegeben'), 'present', 'infinitive'), 'gibt …… ab | geben …… ab | abgibt | abgeben | abgeben | abzugeben'],
  ]
  for (const [found, wanted] of forms) assert.equal(found, wanted)
})

test('German participles take "ge" only where the first syllable is stressed', () => {
  const first = (verb: string) => german(verb)[0]!.participle[0]
  assert.deepEqual(['liefern', 'bezahlen', 'finanzieren', 'bereit|stellen', 'überweisen:überweist:überwies:überwiesen'].map(first), ['geliefert', 'bezahlt', 'finanziert', 'bereitgestellt', 'überwiesen'])
})

test('patterns hold the forms that speak, one group a verb', () => {
  assert.equal(patternsOf(italian('dire:dice:dicono:detto:dir'), 'present', 'participle'), '(dice|dicono|detto|detta|detti|dette)')
  assert.equal(patternsOf(german('ein|räumen'), 'present'), '(einräumt|einräumen)', 'a phrase with a gap is no word')
})
