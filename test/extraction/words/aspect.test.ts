import assert from 'node:assert/strict'
import { test } from 'node:test'
import { polish, ukrainian } from '../../../src/extraction/words/aspect.ts'
import { phrasesOf } from '../../../src/extraction/words/conjugation.ts'
import { surnameOf } from '../../../src/extraction/names/surnames.ts'

test('Polish verbs by class, and with their parts', () => {
  for (const [verb, present, past, done] of [
    ['sfinansować', 'sfinansuje | sfinansują', 'sfinansował | sfinansowała | sfinansowało | sfinansowali | sfinansowały', 'sfinansowano'],
    ['zapłacić', 'zapłaci | zapłacą', 'zapłacił | zapłaciła | zapłaciło | zapłacili | zapłaciły', 'zapłacono'],
    ['zgłosić', 'zgłosi | zgłoszą', 'zgłosił | zgłosiła | zgłosiło | zgłosili | zgłosiły', 'zgłoszono'],
    ['przekonywać', 'przekonuje | przekonują', 'przekonywał | przekonywała | przekonywało | przekonywali | przekonywały', 'przekonywano'],
    ['wziąć:weźmie:wezmą:wziął:wzięty', 'weźmie | wezmą', 'wziął | wzięła | wzięło | wzięli | wzięły', 'wzięto'],
    ['wnieść:wniesie:wniosą:wniósł:wniesiony', 'wniesie | wniosą', 'wniósł | wniosła | wniosło | wnieśli | wniosły', 'wniesiono'],
    ['powiedzieć:powie:powiedzą:powiedział:powiedziany', 'powie | powiedzą', 'powiedział | powiedziała | powiedziało | powiedzieli | powiedziały', 'powiedziano'],
  ] as const) {
    const forms = polish(verb)
    assert.equal(phrasesOf(forms, 'present'), present)
    if (!verb.startsWith('wnieść')) assert.equal(phrasesOf(forms, 'past'), past)
    assert.ok(forms[0]!.participle.includes(done), done)
  }
})

test('Ukrainian verbs by class, with their parts, and reflexive', () => {
  for (const [verb, present, past, done] of [
    ['профінансувати', 'профінансує | профінансують', 'профінансував | профінансувала | профінансувало | профінансували', 'профінансовано'],
    ['поставити', 'поставить | поставлять', 'поставив | поставила | поставило | поставили', 'поставлено'],
    ['оплатити', 'оплатить | оплатять', 'оплатив | оплатила | оплатило | оплатили', 'оплачено'],
    ['перекинути', 'перекине | перекинуть', 'перекинув | перекинула | перекинуло | перекинули', 'перекинуто'],
    ['надати:надасть:нададуть:надав:наданий', 'надасть | нададуть', 'надав | надала | надало | надали', 'надано'],
    ['застерегти:застереже:застережуть:застеріг:застережений', 'застереже | застережуть', 'застеріг | застерегла | застерегло | застерегли', 'застережено'],
  ] as const) {
    const forms = ukrainian(verb)
    assert.equal(phrasesOf(forms, 'present'), present)
    assert.equal(phrasesOf(forms, 'past'), past)
    assert.ok(forms[0]!.participle.includes(done), done)
  }
  assert.match(phrasesOf(ukrainian('поспілкуватися'), 'present', 'past'), /^поспілкується \| поспілкуються \| поспілкувався \| поспілкувалася \| поспілкувалась/)
})

test('a surname stands in the nominative beside its given name', () => {
  for (const [surname, given, base, expected] of [
    ['Hnatiukiem', 'Ołeksijem', 'Ołeksij', 'Hnatiuk'], ['Wierzbowskiego', 'Adama', 'Adam', 'Wierzbowski'], ['Popą', 'Mihaiem', 'Mihaiem', 'Popa'], ['Skalską', 'Iwoną', 'Iwona', 'Skalska'],
    ['Nowaka', 'Jana', 'Jan', 'Nowak'], ['Дембським', 'Павлом', 'Павло', 'Дембський'], ['Гриненком', 'Остапом', 'Остап', 'Гриненко'], ['Дубової', 'Оксани', 'Оксана', 'Дубова'], ['Коваль', 'Ольги', 'Ольга', 'Коваль'],
    ['Kowalska', 'Anna', 'Anna', 'Kowalska'], ['Масем', 'Роман', 'Роман', 'Масем'],
  ] as const) assert.equal(surnameOf(surname, given, base), expected)
})
