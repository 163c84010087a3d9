import { test } from 'node:test'
import assert from 'node:assert/strict'
import { analyse } from '../../../src/extraction/analyse.ts'
import { plain } from '../plain.ts'
import { words } from '../words.ts'

const names = (text: string, code = 'en') => analyse(plain(text, code), words).mentions.filter((m) => m.mention.type === 'person').map((m) => [m.mention.name, m.mention.country, m.mention.office] as const)

test('an office before or after a name gives the person and the state', () => {
  assert.deepEqual(names('Norwegian Defence Minister Signe Haugrud left.'), [['Signe Haugrud', 'NO', 'Norwegian Defence Minister']])
  assert.deepEqual(names("Estonia's deputy chief of staff, Rear Admiral Juhan Tammsoo, left.")[0]?.slice(0, 2), ['Juhan Tammsoo', 'EE'])
  assert.deepEqual(names('Державний секретар міністерства оборони Норвегії Сіґне Хеуґрюд прибула.', 'uk')[0]?.slice(0, 2), ['Сіґне Хеуґрюд', 'NO'])
})

test('surnames, pronouns and descriptions carry the fullest name', () => {
  const text = 'Norwegian Defence Minister Signe Haugrud arrived. Haugrud spoke first. She was brief. The Norwegian minister left.'
  assert.deepEqual(names(text).map(([name]) => name), ['Signe Haugrud', 'Signe Haugrud', 'Signe Haugrud', 'Signe Haugrud'])
})

test('an office of NATO gives no state, a place is no person', () => {
  assert.deepEqual(names('NATO spokeswoman Klara Weber left.')[0]?.slice(0, 2), ['Klara Weber', null])
  assert.deepEqual(names('They met in the Upper Valley.'), [])
})

test('an article parts two German nouns, and only a given name or an office goes before "von"', () => {
  const rows: readonly (readonly [text: string, ...found: string[]])[] = [
    ['Jens von Arning kam nach Wien.', 'Jens von Arning'],
    ['Ministerin Ingeborg van der Laan kam nach Wien.', 'Ingeborg van der Laan'],
    ['Präsident Alexander Van der Bellen kam nach Wien.', 'Alexander Van der Bellen'],
    ['Ursula von der Heide kam nach Wien.', 'Ursula von der Heide'],
    ['Am Montag lehnte Karin Lenz den Vorschlag ab.', 'Karin Lenz'],
    ['Das Schreiben der Staatsanwaltschaft sagte nichts.'],
    ['Das Gefängnis von Kandahar meldete nichts.'],
  ]
  for (const [text, ...found] of rows) assert.deepEqual(names(text, 'de').map(([name]) => name), found, text)
})

test('whom a man without a name works for is not that man', () => {
  const rows: readonly (readonly [code: string, text: string, none: string])[] = [
    ['uk', 'Речник Путіна заявив, що зброя прибуде.', 'Путіна'], ['pl', 'Doradca Zełenskiego oświadczył, że broń dotrze.', 'Zełenskiego'], ['de', 'Der Sprecher Lukaschenkos sagte, die Waffen kämen.', 'Lukaschenkos'],
  ]
  for (const [code, text, none] of rows) assert.ok(!names(text, code).some(([name]) => name === none), text)
  assert.deepEqual(names('Речник Юрій Ігнат заявив, що зброя прибуде.', 'uk').map(([name]) => name), ['Юрій Ігнат'])
  assert.deepEqual(names('Президент Зеленський заявив, що зброя прибуде.', 'uk').map(([name]) => name), ['Зеленський'])
})
