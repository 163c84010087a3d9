import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Claim, Mention, Written } from '../../src/core/claim.ts'
import type { Document } from '../../src/core/document.ts'
import { assembleReference } from '../../src/resolution/rows.ts'
import { nameKey, type Judgement } from '../../src/resolution/judgements.ts'
import { resolve } from '../../src/resolution/resolve.ts'
import { link, mention, reference, type Told } from './shipped.ts'

const one = (m: Mention, told: Told = {}) => link([m], told).links[0]!

test('names with their surroundings become links', () => {
  const rows: readonly (readonly [Mention, Told, string | null])[] = [
    [mention('person', 'Boris Pistorius', { country: 'DE', office: 'German Defense Minister' }), {}, 'boris-pistorius'],
    [mention('person', 'Rustem Umierov'), {}, 'rustem-umerov'],
    [mention('person', 'Roustem Oumerov'), { language: 'fr' }, 'rustem-umerov'],
    [mention('person', 'Рустем Умєров'), { language: 'uk' }, 'rustem-umerov'],
    [mention('person', 'Lloyd J. Austin III'), {}, 'lloyd-austin'],
    [mention('state', 'Germany', { country: 'DE' }), {}, 'state-de'],
    [mention('body', 'the Commission'), {}, 'european-commission'],
    [mention('body', 'Komisja Europejska'), { language: 'pl' }, 'european-commission'],
    [mention('forum', 'Ramstein format'), {}, 'udcg'],
    [mention('body', 'Ministry of Defence', { country: 'PL' }), {}, 'mod-pl'],
    [mention('company', 'Rheinmetall AG'), {}, 'rheinmetall'],
    [mention('person', 'German Defense Minister', { country: 'DE' }), {}, 'boris-pistorius'],
    [mention('person', 'міністр оборони України', { country: 'UA' }), { language: 'uk', day: '2024-03-01' }, 'rustem-umerov'],
    [mention('person', 'Dmitry Pieskov', { country: 'RU' }), {}, 'dmitry-peskov'],
    [mention('person', 'Minister Denys Szmyhal'), {}, 'denys-shmyhal'],
    [mention('person', 'Joseph Trump', { country: 'US', office: 'president', written: 'Trump' }), { day: '2025-03-01' }, null],
    // Unknown is better than wrong.
    [mention('person', 'Hans Pistorius'), {}, null],
    [mention('person', 'Pistorius'), {}, null],
    [mention('person', 'Boris Pistroius'), {}, null],
    [mention('person', 'former German defence minister', { country: 'DE' }), {}, null],
    [mention('person', 'deputy defence minister', { country: 'PL' }), {}, null],
    [mention('person', 'spokesperson of the German defence minister', { country: 'DE' }), {}, null],
    [mention('person', 'German Defense Minister', { country: 'DE' }), { day: null }, null],
    [mention('body', 'Senate', { country: 'PL' }), {}, null],
    [mention('state', 'Germnay'), {}, null],
    [mention('company', 'Rheinmetal'), {}, null],
    [mention('group', 'allies'), {}, null],
    [mention('person', ''), {}, null],
    [mention('body', 'x'.repeat(10_000)), {}, null],
  ]
  assert.deepEqual(rows.map(([m, told]) => [m.name.slice(0, 50), one(m, told).to]), rows.map(([m, , to]) => [m.name.slice(0, 50), to]))
})

test('the roster answers for the days it knows, and for no later ones', () => {
  const rows: readonly (readonly [Mention, string, string | null])[] = [
    [mention('person', 'Estonian defence minister', { country: 'EE' }), '2018-05-01', 'juri-luik'], [mention('person', 'Dutch foreign minister', { country: 'NL' }), '2019-03-01', 'stef-blok'], [mention('person', 'Lithuanian president', { country: 'LT' }), '2016-02-24', 'dalia-grybauskaite'],
    [mention('person', 'Czech prime minister', { country: 'CZ' }), '2015-02-24', 'bohuslav-sobotka'], [mention('person', 'Norwegian defence minister', { country: 'NO' }), '2019-02-24', 'frank-bakke-jensen'],
    // Austria's minister was last seen in office in January 2023: of a later day the table says nothing, but the name stands.
    [mention('person', 'Austrian foreign minister', { country: 'AT' }), '2022-06-01', 'alexander-schallenberg'], [mention('person', 'Austrian foreign minister', { country: 'AT' }), '2025-06-01', null],
    [mention('person', 'Alexander Schallenberg', { country: 'AT' }), '2025-06-01', 'alexander-schallenberg'],
  ]
  assert.deepEqual(rows.map(([m, day]) => [m.name, day, one(m, { day }).to]), rows.map(([m, day, to]) => [m.name, day, to]))
  assert.deepEqual(link([mention('person', 'Alexander Schallenberg', { country: 'AT', office: 'foreign minister' })], { day: '2025-06-01' }).issues, [])
})

test('labels: code of a state, usual English name of a body, the fullest name the document gives for a person', () => {
  assert.equal(one(mention('state', 'Niemcy', { country: 'DE' })).label, 'DE')
  assert.equal(one(mention('body', 'Європейська комісія'), { language: 'uk' }).label, 'European Commission')
  assert.equal(one(mention('person', 'Рустем Умєров'), { language: 'uk' }).label, 'Рустем Умєров')
  assert.equal(one(mention('body', 'Ministero della Difesa', { country: 'IT' }), { language: 'it' }).label, 'Ministry of Defence')
})

test('likeness only proposes, and never for states', () => {
  assert.deepEqual(one(mention('person', 'Boris Pistroius')).choices, ['boris-pistorius'])
  assert.deepEqual(one(mention('company', 'Rheinmetal')).choices, ['rheinmetall'])
  assert.deepEqual(one(mention('state', 'Germnay')).choices, [])
})

test('a wrong office in a source is named with who held it', () => {
  const { links, issues } = link([mention('person', 'Jens Stoltenberg', { office: 'NATO Secretary General' })])
  assert.equal(links[0]!.to, 'jens-stoltenberg')
  assert.equal(issues[0]!.code, 'office-not-held')
  assert.match(issues[0]!.message, /Mark Rutte held it then/)
  assert.deepEqual(link([mention('person', 'Jens Stoltenberg', { office: 'NATO Secretary General' })], { day: '2024-05-01' }).issues, [])
  assert.deepEqual(link([mention('person', 'Jens Stoltenberg', { office: 'former NATO Secretary General' })]).issues, [])
})

test('letters of two scripts are shown and never linked', () => {
  const { links, issues } = link([mention('person', 'Boris Pіstorius')])
  assert.equal(links[0]!.to, null)
  assert.deepEqual(links[0]!.choices, ['boris-pistorius'])
  assert.equal(issues[0]!.code, 'name-mixes-scripts')
})

test('two people of one name are a choice; the state or the office decides', () => {
  const own = assembleReference([
    { name: 'persons', file: 'persons.csv', text: 'id,name,country,wikidata,source,grade\nanna-berg,Anna Berg,SE,,s,C2\nanna-berg-2,Anna Berg,NO,,s,C2\n' },
    { name: 'person-names', file: 'person-names.csv', text: 'id,language,as,name,forms,source,grade\nanna-berg,*,name,Anna Berg,no,s,C2\nanna-berg-2,*,name,Anna Berg,no,s,C2\n' },
  ])
  assert.deepEqual([...one(mention('person', 'Anna Berg'), { reference: own }).choices].sort(), ['anna-berg', 'anna-berg-2'])
  assert.equal(one(mention('person', 'Anna Berg', { country: 'NO' }), { reference: own }).to, 'anna-berg-2')
})

test('what people decide wins, and can be taken back', () => {
  const m = mention('person', 'Pistorius')
  const yes: Judgement = { from: nameKey(m), to: 'boris-pistorius', verdict: 'same', by: 'a reviewer', when: '2025-02-01', why: 'the caption shows him' }
  assert.equal(one(m, { decisions: [yes] }).to, 'boris-pistorius')
  assert.equal(one(m, { decisions: [yes] }).basis, 'decided')
  assert.equal(one(m, { decisions: [yes, { ...yes, verdict: 'withdrawn', when: '2025-02-02' }] }).to, null)
  const full = mention('person', 'Boris Pistorius')
  const no: Judgement = { ...yes, from: nameKey(full), verdict: 'different' }
  assert.equal(one(full, { decisions: [no] }).to, null)
})

test('a look-alike host is named', () => {
  assert.equal(link([], { url: 'https://www.ukrinforrn.net/x' }).issues[0]?.code, 'host-lookalike')
  assert.deepEqual(link([], { url: 'https://www.ukrinform.net/x' }).issues, [])
  assert.deepEqual(link([], { url: 'https://example.org/' }).issues, [])
})

test('the state a speaker speaks for follows the office held that day', () => {
  const claims = [mention('person', 'Rishi Sunak', { country: 'PL' }), mention('person', 'Kaja Kallas', { country: 'EE' })].map((speaker) => ({ fields: { kind: 'statement', speaker, country: speaker.country } }) as unknown as Claim<Written>)
  const countries = (day: string) => resolve(claims, { document: { language: 'en', url: null, published: { edtf: day } } as unknown as Document, reference }).claims.map((c) => (c.fields as { country: string | null }).country)
  assert.deepEqual(countries('2024-04-22'), ['GB', 'EE'])
  assert.equal(countries('2025-04-22')[1], null)
})

test('a deputy who comes for a minister is a delegate, the minister is not', () => {
  const people = [mention('person', 'Luke Pollard', { country: 'GB', office: 'Minister for the Armed Forces' }), mention('person', 'Boris Pistorius', { country: 'DE', office: 'Defence Minister' }), mention('person', 'Radmila Šekerinska', { office: 'NATO Deputy Secretary General' })]
  const meeting = { kind: 'meeting', date: { edtf: '2025-01-13' }, place: null, country: null, forum: null, parties: [], people, level: 'defence ministers' }
  const { issues } = resolve([{ fields: meeting } as unknown as Claim<Written>], { document: { language: 'en', url: null, published: { edtf: '2025-01-13' } } as unknown as Document, reference })
  assert.deepEqual(issues.map((i) => i.message), ['Luke Pollard takes part for GB in the place of the minister (John Healey).'])
})

test('a meeting whose number or fate differs from the reference is named', () => {
  const meeting = (edtf: string, ordinal: number | null, more: object = {}) => ({ fields: { kind: 'meeting', date: { edtf }, place: null, country: 'DE', forum: mention('forum', 'Ukraine Defense Contact Group'), parties: [], people: [], level: null, state: 'held', ordinal, ...more } }) as unknown as Claim<Written>
  const codes = (claim: Claim<Written>) => resolve([claim], { document: { language: 'en', url: null, published: { edtf: '2025-01-13' } } as unknown as Document, reference }).issues.map((i) => i.code)
  assert.deepEqual(codes(meeting('2025-01-09', 8)), ['meeting-number-differs'])
  assert.deepEqual(codes(meeting('2025-01-06/2025-01-12', 25)), [])
  assert.deepEqual(codes(meeting('2024-10-12', null)), ['meeting-was-cancelled'])
  assert.deepEqual(codes(meeting('2025-01-09', 8, { country: 'BE' })), [])
  assert.deepEqual(codes(meeting('2024', 8)), [])
})
