import assert from 'node:assert/strict'
import { test } from 'node:test'
import ask from '../../../src/extraction/extractors/ask.ts'
import { analysed, plain } from '../frame-cases.ts'

const asks = async (text: string, language: string, title = 'Docks') =>
  plain(ask, await analysed(`---\ntitle: ${title}\npublisher: Harbour Wire\npublished: 2025-05-29\nlanguage: ${language}\n---\n\n${text}\n`)).map((c) => [c['addressee'], c['text']])

test('whom the subject of a passive names is asked', async () => {
  assert.deepEqual(await asks('Die Kantone sind aufgerufen, bis Mai Betten zu melden.', 'de'), [[['Kantone'], 'bis Mai Betten zu melden']])
  assert.deepEqual(await asks('Die Länder wurden vom Bund gebeten, die Brücken zu prüfen.', 'de'), [[['Länder'], 'die Brücken zu prüfen']])
  assert.deepEqual(await asks('Les communes sont invitées à signaler leurs logements.', 'fr'), [[['communes'], 'signaler leurs logements']])
  assert.deepEqual(await asks('I Comuni sono invitati a segnalare gli alloggi.', 'it'), [[['Comuni'], 'segnalare gli alloggi']])
  assert.deepEqual(await asks('Zakłady zostały wezwane przez ministerstwo do otwarcia ksiąg.', 'pl'), [[['Zakłady'], 'otwarcia ksiąg']])
  // Nobody is asked to do anything.
  assert.deepEqual(await asks('Die Gäste sind gebeten worden.', 'de'), [])
  assert.deepEqual(await asks('Les ministres sont invités au dîner.', 'fr'), [])
})

test('a German noun behind the small word that opens the sentence is asked, and a day keeps its point', async () => {
  const [[addressee, text]] = await asks('Von der Industrie erwarte ich, dass sie ihre Lager bis zum 30. Juni offenlegt.', 'de') as [[string[], string]]
  assert.deepEqual(addressee, ['Industrie'])
  assert.match(text, /ihre Lager bis zum 30\. Juni offenlegt$/)
})

test('several seats of government, and names joined before a pronoun, are all asked', async () => {
  assert.deepEqual(await asks('The yards urged the governments in Prague and Bratislava to sign orders of five years.', 'en'), [[['CZ', 'SK'], 'sign orders of five years']])
  assert.deepEqual(await asks('The yards urged the mayor of Gdynia to sign orders of five years.', 'en').then((a) => a.flatMap(([x]) => x as string[]).includes('PL')), false)
  assert.deepEqual((await asks('Rome, Athènes et Lisbonne le savent : nous les invitons à mutualiser leurs achats.', 'fr'))[0]?.[0], ['IT', 'GR', 'PT'])
})

test('a noun of asking with its clause asks', async () => {
  assert.deepEqual(await asks('Minister Signe Haugrud expressed the expectation that the European Commission would simplify the rules without delay.', 'en'), [[['European Commission'], 'simplify the rules without delay']])
  assert.deepEqual(await asks('The expectation that prices would fall came to nothing.', 'en'), [])
})

test('a speaker whom the title alone names in full speaks for the state of the text', async () => {
  const found = plain(ask, await analysed('---\ntitle: Mitschrift der Pressekonferenz von Staatssekretärin Jutta Feldhaus\npublished: 2025-05-29\nlanguage: de\n---\n\nSTS’IN FELDHAUS: Guten Tag. Mark Rutte hat gestern gesagt, das dauere. Er hat uns übrigens auch gebeten, zwei Kräne zu entbehren.\n'))
  assert.deepEqual(found.map((c) => [c['asker'], c['addressee']]), [['Mark Rutte', ['DE']]])
})
