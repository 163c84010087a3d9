import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../../src/extraction/analyse.ts'
import { supportIn } from '../../../src/extraction/support/told.ts'
import { lexicon } from '../frame-cases.ts'
import { plain } from '../plain.ts'

test('where an official text tells a journey to is not who gives', () => {
  const givers = (text: string) => supportIn(analyse({ ...plain(text, 'en', '2025-03-10'), publisher: 'The White House' }, lexicon)).map((d) => d.fields.provider.map((p) => p.country))
  const text = 'During her trip to Warsaw, Poland, today, U.S. Vice President Ann Reed announced nearly $53 million in new humanitarian assistance from the United States government, through the U.S. Agency for International Development (USAID), to support innocent civilians affected by Russia’s unjustified invasion of Ukraine.'
  assert.deepEqual(givers(text), [['US']])
  assert.deepEqual(givers('During her trip to Warsaw today, Vice President Ann Reed said that Poland will give Ukraine 40 trucks.'), [['PL']])
})
