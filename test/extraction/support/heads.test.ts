import assert from 'node:assert/strict'
import { test } from 'node:test'
import { supportIn } from '../../../src/extraction/support/told.ts'
import { paragraph } from '../frame-cases.ts'

type Row = readonly [language: string, text: string, ...goods: readonly string[]]
const goodsOf = async (language: string, text: string) => supportIn(await paragraph(text, language)).map((d) => d.fields.items.map((i) => `${i.quantity ?? ''} ${i.name}`.trim()))

const shared: readonly Row[] = [
  ['en', 'Denmark will give Ukraine anti-ship and air defence systems.', 'anti-ship and air defence systems'],
  ['en', 'Canada delivered 40 light and heavy machine guns to Ukraine.', '40 light and heavy machine guns'],
  ['de', 'Norwegen lieferte der Ukraine Panzer- und Luftabwehrraketen sowie Lastwagen.', 'Panzer- und Luftabwehrraketen', 'Lastwagen'],
  ['fr', "L'Espagne a livré à l'Ukraine des missiles antichars et antiaériens et des drones.", 'missiles antichars et antiaériens', 'drones'],
  ['it', "La Spagna ha fornito all'Ucraina missili anticarro e antiaerei, droni e generatori.", 'missili anticarro e antiaerei', 'droni', 'generatori'],
  ['pl', 'Hiszpania przekazała Ukrainie pociski przeciwpancerne i przeciwlotnicze, drony oraz generatory.', 'pociski przeciwpancerne i przeciwlotnicze', 'drony', 'generatory'],
  ['uk', 'Іспанія передала Україні протитанкові та зенітні ракети, дрони і генератори.', 'протитанкові та зенітні ракети', 'дрони', 'генератори'],
  // Goods of their own on both sides.
  ['en', 'Norway delivered drones and tank ammunition to Ukraine.', 'drones', 'tank ammunition'],
]

const sums: readonly Row[] = [
  ['en', 'Spain delivered weapons and equipment to Ukraine, including anti-tank missiles, helicopters and drones.', 'anti-tank missiles', 'helicopters', 'drones'],
  ['en', 'Spain supplied arms – including helicopters and drones – to Ukraine in March.', 'helicopters', 'drones'],
  ['de', 'Spanien hat der Ukraine Waffen wie Haubitzen und Drohnen geliefert.', 'Haubitzen', 'Drohnen'],
  ['fr', "L'Espagne a livré à l'Ukraine des armes telles que des canons, des missiles et des drones.", 'canons', 'missiles', 'drones'],
  ['it', "La Spagna ha fornito all'Ucraina armi come obici, missili e droni.", 'obici', 'missili', 'droni'],
  ['pl', 'Hiszpania przekazała Ukrainie broń, taką jak haubice, pociski i drony.', 'haubice', 'pociski', 'drony'],
  ['uk', 'Іспанія передала Україні зброю, таку як гаубиці, ракети та дрони.', 'гаубиці', 'ракети', 'дрони'],
]

const lists: readonly Row[] = [
  ['en', 'Norway has provided Ukraine with more than 3,000 rounds of tank ammunition; 200 drones; and 40 boats.', '3000 rounds of tank ammunition', '200 drones', '40 boats'],
  ['de', 'Schweden hat der Ukraine 12 Boote geliefert; 40 Lastwagen; und 3 Radare.', '12 Boote', '40 Lastwagen', '3 Radare'],
  ['fr', "L'Espagne a livré à l'Ukraine 12 canons ; 40 camions ; et 3 radars.", '12 canons', '40 camions', '3 radars'],
  ['it', "La Spagna ha fornito all'Ucraina 12 obici; 40 camion; e 3 radar.", '12 obici', '40 camion', '3 radar'],
  ['pl', 'Hiszpania przekazała Ukrainie 12 haubic; 40 ciężarówek; oraz 3 radary.', '12 haubic', '40 ciężarówek', '3 radary'],
  ['uk', 'Норвегія передала Україні 12 гаубиць; 40 вантажівок; та 3 радари.', '12 гаубиць', '40 вантажівок', '3 радари'],
  // A clause that tells something of its own.
  ['en', 'Norway has delivered howitzers to Ukraine; the boats were built in Bergen.', 'howitzers'],
  ['en', 'Sweden delivered 12 boats to Ukraine; Russia attacked with 40 drones.', '12 boats'],
]

for (const [name, rows] of [['goods that share a noun are one', shared], ['what only sums up goods is none', sums], ['a list goes on behind semicolons', lists]] as const)
  test(name, async () => { for (const [language, text, ...goods] of rows) assert.deepEqual(await goodsOf(language, text), [goods], text) })
