import assert from 'node:assert/strict'
import { test } from 'node:test'
import commitment from '../../../src/extraction/extractors/commitment.ts'
import { asidesOf } from '../../../src/extraction/frames/asides.ts'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { paragraph, plain } from '../frame-cases.ts'

const cases: readonly (readonly [language: string, text: string, asides: readonly string[]])[] = [
  ['en', 'Norway, which had doubled its aid in May, will send Ukraine 12 boats.', ['which had doubled its aid in May']],
  ['en', 'Latvia, whose minister kept silent until his train had left, announced 12 boats for Ukraine.', ['whose minister kept silent until his train had left']],
  ['de', 'Die Slowakei, die im Mai noch zögerte, hat der Ukraine 12 Boote geliefert.', ['die im Mai noch zögerte']],
  ['fr', "L'Espagne, à laquelle ses alliés reprochaient sa lenteur, fournira douze obusiers à l'Ukraine.", ['à laquelle ses alliés reprochaient sa lenteur']],
  ['it', "La Romania, che pure ha un disavanzo alto, fornirà dodici obici all'Ucraina.", ['che pure ha un disavanzo alto']],
  ['pl', 'Belgowie, których skarbiec był pusty, zatwierdzili w maju 200 milionów euro dla Ukrainy.', ['których skarbiec був pusty'.replace('був', 'był')]],
  ['uk', 'Іспанія, яку довго картали за ощадливість, передала Україні 12 гаубиць.', ['яку довго картали за ощадливість']],
  // A clause that ends the sentence, a list, a question of what: nothing stands between noun and verb.
  ['en', 'Norway will send Ukraine 12 boats, which were built in Bergen.', []],
  ['en', 'She asked which boats, trucks and radars Ukraine needs.', []],
  ['uk', 'Данія виділить 40 млн євро, з яких 30 млн підуть на дрони, надані партнерами.', []],
]

test('what is put between a noun and its verb', async () => {
  for (const [language, text, asides] of cases) {
    const reading = readingsOf(await paragraph(text, language))[0]!
    assert.deepEqual(asidesOf(reading).map((a) => reading.text.slice(a.start - reading.start, a.end - reading.start)), asides, text)
  }
})

test('who gives and how far it has come is not told by the way', async () => {
  const of = async (text: string) => plain(commitment, await paragraph(text)).map((c) => [c['provider'], c['stage'], (c['amount'] as { value: number } | null)?.value ?? null])
  assert.deepEqual(await of('Latvia, whose minister had been a guest of Spain, announced 12 boats for Ukraine.'), [[['LV'], 'announced', null]])
  assert.deepEqual(await of('Norway, which in May had approved 70 million euros of aid to Ukraine, will bring forward 20 million euros of it.'), [[['NO'], 'approved', 70e6], [['NO'], 'announced', 20e6]])
})
