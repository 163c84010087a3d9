import assert from 'node:assert/strict'
import { test } from 'node:test'
import commitment from '../../../src/extraction/extractors/commitment.ts'
import { paragraph, plain } from '../frame-cases.ts'

const told = async (text: string, language: string) => plain(commitment, await paragraph(text, language)).map((c) => `${String((c['provider'] as string[]).join('+'))} ${((c['amount'] as { value: number } | null)?.value ?? 0) / 1e6 || (c['items'] as { quantity: number | null }[]).map((i) => i.quantity).join()}${c['total'] ? ' in all' : ''}`)

const rows: readonly (readonly [language: string, text: string, expected: readonly string[]])[] = [
  ['en', 'Denmark announced 19 jets for Ukraine: six around New Year, eight next year and five in 2026.', ['DK 19 in all', 'DK 6', 'DK 8', 'DK 5']],
  ['fr', "Copenhague a annoncé 19 F-16 pour l'Ukraine : six arriveront autour du Nouvel An, huit l'an prochain et cinq en 2026.", ['DK 19 in all', 'DK 6', 'DK 8', 'DK 5']],
  ['de', 'Finnland schickt der Ukraine 12 Boote: vier im Mai, acht im Juni.', ['FI 12 in all', 'FI 4', 'FI 8']],
  ['en', 'Denmark and the Netherlands promised Ukraine 61 jets, 19 from Denmark and 42 from the Netherlands.', ['DK+NL 61 in all', 'DK 19', 'NL 42']],
  ['en', 'Ukraine had received 47 million euros from Finland before: 7 in 2021 and 40 last year.', ['FI 47 in all', 'FI 7', 'FI 40']],
  ['it', "La Finlandia ha approvato per l'Ucraina un credito di 32 milioni di euro: venti per le reti elettriche, otto per gli ospedali, quattro per i comuni.", ['FI 32 in all', 'FI 20', 'FI 8', 'FI 4']],
  ['de', 'Finnland hat der Ukraine 32 Millionen Euro bewilligt: zwanzig für das Stromnetz, acht für Krankenhäuser und vier für Gemeinden.', ['FI 32 in all', 'FI 20', 'FI 8', 'FI 4']],
  ['pl', 'Finlandia przyznała Ukrainie 32 mln euro: dwadzieścia na sieci, osiem na szpitale i cztery na gminy.', ['FI 32 in all', 'FI 20', 'FI 8', 'FI 4']],
  ['uk', 'Фінляндія виділила Україні 32 млн євро: двадцять на мережі, вісім на лікарні й чотири на громади.', ['FI 32 in all', 'FI 20', 'FI 8', 'FI 4']],
  ['fr', "La Finlande a approuvé 32 millions d'euros pour l'Ukraine : vingt pour le réseau, huit pour les hôpitaux et quatre pour les communes.", ['FI 32 in all', 'FI 20', 'FI 8', 'FI 4']],
  // Other things that are counted, and numbers that fill up nothing.
  ['en', 'Finland promised Ukraine 12 boats, 5 trucks and 7 tents.', ['FI 12,5,7']],
  ['en', 'Finland gave Ukraine 12 boats and trained 5 crews in 7 weeks.', ['FI 12', 'FI 5']],
  ['en', 'Finland gave Ukraine 32 million euros, and the two ministers met eight times in four years.', ['FI 32']],
]

test('numbers that fill up a whole are its parts', async () => {
  for (const [language, text, expected] of rows) assert.deepEqual(await told(text, language), expected, text)
})
