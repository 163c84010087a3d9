import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lexicon } from './shipped.ts'

const first = (text: string, language: string) => {
  const found = lexicon.match(text.split(' '), 0, language)
  return found ? `${found.words} ${found.senses[0]!.id}` : 'none'
}

const rows: readonly (readonly [text: string, language: string, found: string])[] = [
  ['United Kingdom said', 'en', '2 state-gb'], ['Germany’s plan', 'en', '1 state-de'], ["Germany's plan", 'en', '1 state-de'], ['U.S. aid', 'en', '1 state-us'], ['US aid', 'en', '1 state-us'],
  ['British forces', 'en', '1 state-gb'], ['Kyiv', 'en', '1 state-ua'], ['UKRAINE', 'en', '1 state-ua'], ['Türkiye', 'en', '1 state-tr'], ['Turkey', 'en', '1 state-tr'],
  ['Ukraine Defense Contact Group', 'en', '4 udcg'], ['E5', 'en', '1 group-of-five'], ['Nordic-Baltic Eight', 'en', '2 nordic-baltic-eight'], ['Nordic - Baltic Eight', 'en', '4 nordic-baltic-eight'],
  ['European Union Military Assistance Mission', 'en', '5 eumam'], ['European Union', 'en', '2 european-union'], ['Helenow', 'en', '1 helenow'], ['Helenów', 'en', '1 helenow'],
  ['Німеччини', 'uk', '1 state-de'], ['німецькому', 'uk', '1 state-de'], ['Сполучених Штатів', 'uk', '2 state-us'], ['Великою Британією', 'uk', '2 state-gb'], ['Києві', 'uk', '1 state-ua'],
  ['Європейською комісією', 'uk', '2 european-commission'], ['Пісторіусом', 'uk', '1 boris-pistorius'], ['Андрія Єрмака', 'uk', '2 andriy-yermak'], ['Групи пʼяти', 'uk', '2 group-of-five'],
  ['Niemczech', 'pl', '1 state-de'], ['niemieckiego', 'pl', '1 state-de'], ['Wielkiej Brytanii', 'pl', '2 state-gb'], ['Komisją Europejską', 'pl', '2 european-commission'], ['Polaków', 'pl', '1 state-pl'],
  ['Władysława Kosiniaka-Kamysza', 'pl', '2 wladyslaw-kosiniak-kamysz'], ['Zełenskiego', 'pl', '1 volodymyr-zelenskyy'], ['Grupy Pięciu', 'pl', '2 group-of-five'],
  ['Deutschlands', 'de', '1 state-de'], ['französischem', 'de', '1 state-fr'], ['Vereinigten Staaten von Amerika', 'de', '4 state-us'], ['Europäischen Kommission', 'de', '2 european-commission'],
  ["l'Allemagne a", 'fr', '1 state-de'], ['allemandes', 'fr', '1 state-de'], ["d’Ukraine", 'fr', '1 state-ua'], ['Union européenne', 'fr', '2 european-union'],
  ['tedeschi', 'it', '1 state-de'], ['Stati Uniti', 'it', '2 state-us'], ["dell'Ucraina", 'it', '1 state-ua'], ['NATO', 'it', '1 nato'],
  // Texts are cut behind an elided article, names are not.
  ['Quai d’ Orsay', 'fr', '3 quai-dorsay'], ["Consiglio di sicurezza dell' ONU", 'it', '5 un-security-council'],
  // What must not be found.
  ['us all', 'en', 'none'], ['turkey', 'en', 'none'], ['polish the table', 'en', 'none'], ['it said', 'en', 'none'], ['Germanys', 'en', 'none'], ['', 'en', 'none'], ['safe houses', 'en', 'none'],
]
test('names are found in their listed forms, and nothing else', () => {
  assert.deepEqual(rows.map(([text, language]) => [text, language, first(text, language)]), rows.map((r) => [...r]))
})

test('a name with a capital is the state where an adjective is spelt alike', () => {
  assert.deepEqual([lexicon.senses('Ucraina', 'it')[0]!.as, lexicon.senses('ucraina', 'it')[0]!.as, lexicon.senses('Svizzera', 'it')[0]!.as], ['name', 'demonym', 'name'])
})

test('an unknown language reads English and shared names', () => {
  assert.equal(first('NATO', 'xx'), '1 nato')
})

test('whole names only', () => {
  assert.deepEqual(lexicon.senses('Germany and France', 'en'), [])
  assert.equal(lexicon.senses('Germany', 'en')[0]!.country, 'DE')
})

test('no text makes it throw or take more words than there are', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('Ukraine', 'Defense', 'European', 'Group', 'of', 'Five', '-', "'")), { maxLength: 8 }), fc.constantFrom('en', 'uk', 'pl'), (words, language) => {
    for (let i = 0; i < words.length; i++) {
      const found = lexicon.match(words, i, language)
      if (found) assert.ok(found.words >= 1 && i + found.words <= words.length && found.senses.length > 0)
    }
  }), { numRuns: 200 })
})

test('ten thousand letters are not a name', () => {
  assert.deepEqual(lexicon.senses('x'.repeat(10_000), 'en'), [])
})

test('what is found begins with a word that names begin with', () => {
  for (const [text, language, found] of rows) if (found !== 'none') assert.equal(lexicon.begins!(text.split(' ')[0]!, language), true, text)
  for (const word of ['sandwich', 'quickly', '', '’']) assert.equal(lexicon.begins!(word, 'en'), false, word)
})
