import assert from 'node:assert/strict'
import { test } from 'node:test'
import commitment from '../../../src/extraction/extractors/commitment.ts'
import { paragraph, plain } from '../frame-cases.ts'

const told = async (text: string, language = 'en') => plain(commitment, await paragraph(text, language)).map((c) => `${String((c['provider'] as string[])[0])}: ${(c['items'] as { name: string; quantity: number | null }[]).map((i) => `${i.quantity ?? ''} ${i.name}`.trim()).join(', ')}`)

const rows: readonly (readonly [language: string, text: string, expected: readonly string[]])[] = [
  ['en', 'The Finnish side announced a new military aid package for Ukraine worth 120 million euros. It will include 18 mortars and ammunition.', ['FI: 18 mortars, ammunition']],
  ['en', 'Finland agreed to send Ukraine a new package. It amounts to about $120 million and consists of mortars and radars.', ['FI: mortars, radars']],
  ['de', 'Die finnische Regierung kündigte ein neues Militärpaket für die Ukraine im Wert von 120 Millionen Euro an. Es wird 18 Mörser und Munition umfassen.', ['FI: 18 Mörser, Munition']],
  ['de', 'Finnland überlässt der Ukraine acht Sturmboote. Das Paket, das die Regierung in Helsinki am Dienstag beschloss, umfasst außerdem Seezielflugkörper.', ['FI: 8 Sturmboote, Seezielflugkörper']],
  ['fr', "La Finlande a annoncé une nouvelle aide militaire à l'Ukraine de 120 millions d'euros. Elle comprendra 18 mortiers et des munitions.", ['FI: 18 mortiers, munitions']],
  ['it', "La Finlandia ha annunciato un nuovo pacchetto di aiuti militari per l'Ucraina da 120 milioni di euro. Comprenderà 18 mortai e munizioni.", ['FI: 18 mortai, munizioni']],
  ['pl', 'Finlandia ogłosiła nowy pakiet pomocy wojskowej dla Ukrainy o wartości 120 mln euro. Znajdzie się w nim 18 moździerzy i amunicja.', ['FI: 18 moździerzy, amunicja']],
  ['uk', 'Фінська сторона оголосила про новий пакет військової допомоги Україні вартістю 120 млн євро. До нього увійдуть 18 мінометів і боєприпаси.', ['FI: 18 мінометів, боєприпаси']],
  // What another package, a delegation or an attack holds.
  ['en', "Finland will give Ukraine 14 boats. Sweden's new package will include 12 radars.", ['FI: 14 boats', 'SE: 12 radars']],
  ['en', "Finland will give Ukraine 14 boats. Russia's attack included 30 drones and 12 missiles.", ['FI: 14 boats']],
  ['pl', 'Finlandia przekaże Ukrainie 14 łodzi. W skład delegacji wejdzie 30 oficerów.', ['FI: 14 łodzi']],
  ['fr', "La Finlande livrera 14 bateaux à l'Ukraine. L'exercice comprendra 30 navires.", ['FI: 14 bateaux']],
]

test('what a package will hold is told of the package before', async () => {
  for (const [language, text, expected] of rows) assert.deepEqual(await told(text, language), expected, text)
})

test("a state's own plans and what industries do together are no support", async () => {
  const own: readonly (readonly [language: string, text: string, expected: readonly string[]])[] = [
    ['en', 'Norway will buy nine frigates for its own navy for 3 billion kroner. Norway has also promised Ukraine 20 boats.', ['NO: 20 boats']],
    ['en', 'Denmark will set up a drone brigade of its own by 2029. Denmark gave Ukraine 12 howitzers in May.', ['DK: 12 howitzers']],
    ['de', 'Die beiden Werften stecken sechs Millionen Euro in eine gemeinsame Halle. Dänemark lieferte der Ukraine zwölf Boote.', ['DK: 12 Boote']],
    ['fr', "Les deux entreprises investiront 6 millions d'euros dans une usine commune. Le Danemark a livré douze canons à l'Ukraine.", ['DK: 12 canons']],
  ]
  for (const [language, text, expected] of own) assert.deepEqual(await told(text, language), expected, text)
})
