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
