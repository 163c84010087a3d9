import assert from 'node:assert/strict'
import { test } from 'node:test'
import planning from '../../src/extraction/extractors/planning.ts'
import { paragraph, plain } from './frame-cases.ts'

const rows: readonly (readonly [language: string, text: string, ...expected: readonly ((readonly [topic: string, actor: string[], target: string | null, year: string | null]) | null)[]])[] = [
  ['en', 'Estonia will raise defence spending to 5% of GDP by 2027.', ['spending', ['EE'], '5% of GDP', '2027']],
  ['en', 'NATO will deploy a further brigade to Romania.', ['readiness', ['NATO'], 'deploy a further brigade to Romania', null]],
  ['en', 'Lithuania will raise defence spending to 5% of GDP by 2027, said Ben Lowell, a former general of U.S. Army Europe.', ['spending', ['LT'], '5% of GDP', '2027']],
  // What is decided on is the target, without what a comma adds; a year gone by is none of what is to come.
  ['en', 'NATO leaders will adopt a new force posture for the eastern flank, the first review since 2014.', ['readiness', ['NATO'], 'a new force posture for the eastern flank', null]],
  ['en', 'NATO will endorse a larger rapid reaction force, with a brigade ready in ten days.', ['readiness', ['NATO'], 'a larger rapid reaction force', null]],
  ['de', 'Die NATO wird eine neue Truppenpräsenz an der Ostflanke beschließen, die erste Überprüfung seit 2014.', ['readiness', ['NATO'], 'eine neue Truppenpräsenz an der Ostflanke', null]],
  ['fr', "L'OTAN va adopter une nouvelle posture de forces sur le flanc oriental, la première révision depuis 2014.", ['readiness', ['NATO'], 'une nouvelle posture de forces sur le flanc oriental', null]],
  ['it', 'La NATO adotterà una nuova postura di forze sul fianco orientale, la prima revisione dal 2014.', ['readiness', ['NATO'], 'una nuova postura di forze sul fianco orientale', null]],
  ['de', 'Österreich will seine Verteidigungsausgaben bis 2032 auf 2 Prozent des Bruttoinlandsprodukts erhöhen.', ['spending', ['AT'], '2 Prozent des Bruttoinlandsprodukts', '2032']],
  ['fr', 'La Grèce portera ses dépenses militaires à 3 % du PIB en 2026.', ['spending', ['GR'], '3 % du PIB', '2026']],
  ['it', "L'Italia porterà le spese per la difesa al 2,5% del Pil entro il 2030.", ['spending', ['IT'], '2,5% del Pil', '2030']],
  ['uk', 'Данія збільшить видатки на оборону до 3,2 відсотка ВВП у 2026 році.', ['spending', ['DK'], '3,2 відсотка ВВП', '2026']],
  ['en', 'Sweden aims to have four mechanised brigades at full strength by 2030.', ['readiness', ['SE'], 'four mechanised brigades at full strength', '2030']],
  ['en', 'Allies have been told to hold air defence stocks for 45 days of combat.', ['capability', ['NATO'], 'air defence stocks for 45 days of combat', null]],
  ['en', 'Belgium would spend two per cent of GDP on defence this year and expects to hit 2.5 per cent by 2034.', ['spending', ['BE'], 'two per cent of GDP', '2025'], ['spending', ['BE'], '2.5 per cent', '2034']],
  ['de', 'Die Bundeswehr soll bis 2031 auf 260.000 aktive Soldatinnen und Soldaten anwachsen.', ['readiness', ['DE'], '260.000 aktive Soldatinnen und Soldaten', '2031']],
  ['de', 'Die Schweiz will ihre Armeeausgaben bis 2032 auf ein Prozent des BIP steigern.', ['spending', ['CH'], 'ein Prozent des BIP', '2032']],
  ['fr', "L'armée de terre vise une division prête en trente jours à l'horizon 2027.", ['readiness', ['FR'], 'une division prête en trente jours', '2027']],
  ['fr', "Chaque section d'infanterie recevra six drones d'ici à la fin de 2026.", ['capability', ['FR'], 'six drones', '2026']],
  ['de', 'Österreich gibt heuer 1,1 Prozent seiner Wirtschaftsleistung für das Bundesheer aus; bis 2032 sollen es zwei Prozent sein.', ['spending', ['AT'], '1,1 Prozent seiner Wirtschaftsleistung', '2025'], ['spending', ['AT'], 'zwei Prozent', '2032']],
  ['it', "I cicli di pianificazione della Nato e dell'Ue vanno fatti coincidere, ha sostenuto il sottosegretario portoghese Rui Falcato.", ['alignment', ['PT'], 'fatti coincidere', null]],
  ['pl', 'Do 2030 roku wojsko ma liczyć 300 tys. żołnierzy.', ['readiness', ['PL'], '300 tys. żołnierzy', '2030']],
  ['uk', 'Плани НАТО і ЄС щодо спроможностей мають затверджуватися одночасно, заявив міністр оборони Естонії Мартін Каск.', ['alignment', ['EE'], 'затверджуватися одночасно', null]],
  ['en', 'Norway will raise output to two million shells a year by the end of 2027, a figure that sceptics doubt.', ['industry', ['NO'], 'two million shells a year', '2027']],
  ['uk', 'До 2027 року Румунія хоче мати чотири тральники, тоді як зараз у строю один.', ['capability', ['RO'], 'чотири тральники', '2027']],
  ['en', 'The Himars launchers supplied by the United States have strengthened the Ukrainian army.', null],
  ['en', 'Ukrainian forces have destroyed 40 percent of the Russian air defence systems.', null],
  ['de', 'Die Flugabwehr hat in der Nacht 30 Prozent der Drohnen abgeschossen.', null],
  ['it', 'Le forze ucraine hanno distrutto il 40% dei sistemi di difesa aerea.', null],
  ['uk', 'Від початку року знищено 40% систем протиповітряної оборони.', null],
  ['en', 'Norway will spend 3 percent of GDP on defence by 2030 and replace what was destroyed.', ['spending', ['NO'], '3 percent of GDP', '2030']],
  ['en', 'Inflation in the euro area fell to 2 percent in October.', null],
  ['fr', 'Le ministre a salué le courage des soldats.', null],
  ['en', 'Prices rose by 5% in March.', null],
  ['en', "At the summit in The Hague NATO allies agreed to devote 5% of GDP to defence by 2035.", ['spending', ['NATO'], '5% of GDP', '2035']],
  ['it', 'La Nato si è riunita. A giugno gli alleati si sono impegnati a destinare alla difesa il 4% del Pil entro il 2034.', ['spending', ['NATO'], '4% del Pil', '2034']],
  ['en', 'NATO met in Oslo. Together with the allies Norway will raise defence spending to 4% of GDP by 2034.', ['spending', ['NO'], '4% of GDP', '2034']],
  ['en', "Australia's defence spending will climb to 2.3 per cent of GDP by 2031-32.", ['spending', ['AU'], '2.3 per cent of GDP', '2031-07/2032-06']],
  // A clause plans whatever stands beside it.
  ['uk', 'Посол подякував за гостинність, а до 2030 року Словенія хоче витрачати на оборону 2 відсотки ВВП.', ['spending', ['SI'], '2 відсотки ВВП', '2030']],
  ['en', 'Denmark will equip three road strips by 2028, and each fighter squadron is to have two spare crews by 2029.', ['capability', ['DK'], 'two spare crews', '2029'], ['capability', ['DK'], 'three road strips', '2028']],
  ['uk', 'Мер сказав, що ремонт дороги завершать у 2026 році, а ціни зросли на 4 відсотки.', null],
  ['fr', 'La ministre a rappelé que les prix ont augmenté de 4 % en mai, et que la récolte sera bonne en 2026.', null],
  // Money for one's own forces is a budget, for others none.
  ['en', 'Latvia has set aside 240 million euros for fortifications along its border.', ['spending', ['LV'], '240 million euros', null]],
  ['de', 'Die Slowakei gibt heuer 120 Millionen Euro für Munition der eigenen Armee aus.', ['spending', ['SK'], '120 Millionen Euro', '2025']],
  ['pl', 'Czechy przeznaczą 900 mln koron na amunicję dla własnego wojska.', ['spending', ['CZ'], '900 mln koron', null]],
  ['pl', 'Czechy przeznaczą 900 mln koron na szpitale.', null],
  ['uk', 'Чехія виділить 900 млн крон на боєприпаси для України.', null],
  // Exercises and patrols.
  ['en', 'Denmark has extended its air policing over Iceland until June 2026.', ['readiness', ['DK'], null, '2026-06']],
  ['de', 'Die Niederlande verlängern ihre Patrouillen in der Nordsee bis 2027.', ['readiness', ['NL'], null, '2027']],
  ['fr', 'La Grèce et Chypre mèneront un exercice naval en juin 2026.', ['readiness', ['GR', 'CY'], 'un exercice naval', '2026-06']],
  ['en', 'Ukrainian crews took part in a joint exercise in Poland.', null],
  ['en', 'The children took part in a swimming exercise in Norway.', null],
  // Who plans: states in a row, an army by its state, the country of who spoke before.
  ['it', 'Spagna e Portogallo hanno prorogato fino al 2028 il gruppo navale nello Stretto.', ['readiness', ['ES', 'PT'], 'prorogato fino al 2028 il gruppo navale nello Stretto', '2028']],
  ['de', 'Spanien, Portugal und die Niederlande wollen bis 2030 vier Fregatten gemeinsam betreiben.', ['capability', ['ES', 'PT', 'NL'], 'vier Fregatten gemeinsam betreiben', '2030']],
  ['en', 'Norway, which borders Sweden, will station a brigade in Lapland by 2027.', ['readiness', ['NO'], 'a brigade in Lapland', '2027']],
  ['en', 'The British Army plans to equip three brigades with new radios by 2027.', ['capability', ['GB'], 'three brigades with new radios', '2027']],
  ['en', 'The brigade band plays on Sunday.', null],
  ['en', 'NATO leaders will adopt a new force posture for the northern flank.', ['readiness', ['NATO'], 'a new force posture for the northern flank', null]],
  ['en', 'Norway will bolster its military presence along the coast.', ['readiness', ['NO'], 'bolster its military presence along the coast', null]],
  ['en', 'Norway is ramping up ammunition production at two plants.', ['industry', ['NO'], null, null]],
  ['en', 'Denmark would spend 2 percent of GDP on defence. Six Allies will meet this target next year.', ['spending', ['DK'], '2 percent of GDP', null], ['spending', ['NATO'], null, '2026']],
  ['en', 'The brigades need the ability to repel raids at night.', ['capability', ['UA'], 'ability to repel raids', null]],
  ['de', 'Norwegen verstärkt seine Präsenz an der Ostflanke.', ['readiness', ['NO'], null, null]],
  ['fr', "La Norvège renforce sa présence militaire sur le flanc oriental.", ['readiness', ['NO'], 'sa présence militaire sur le flanc oriental', null]],
  ['it', 'La Norvegia rafforza la presenza militare sul fianco orientale.', ['readiness', ['NO'], 'la presenza militare sul fianco orientale', null]],
  ['uk', 'Норвегія посилює військову присутність у Балтійському морі.', ['readiness', ['NO'], 'військову присутність у Балтійському морі', null]],
  ['en', 'Norway will strengthen its sanctions against Russia.', null],
  ['en', 'Norway did not increase its military presence.', null],
  ['en', 'Russia expanded its military presence in the occupied districts.', null],
  ['en', 'The minister noted the presence of reporters in the hall.', null],
  ['en', 'The farmers need the ability to repay loans.', null],
  ['de', 'Norwegen verstärkt die Sanktionen gegen Russland.', null],
  ['pl', 'Norwegia zwiększyła pomoc humanitarną.', null],
  ['en', 'Canada extended its rotational deployment in Latvia by three years.', ['readiness', ['CA'], null, null]],
  ['en', 'Twelve allies will exceed the 2 percent guideline this year.', ['spending', ['NATO'], '2 percent', '2025']],
  ['en', 'Slovak forces need the capability to counter drones.', ['capability', ['SK'], 'capability to counter drones', null]],
  ['en', 'Norway will increase its humanitarian presence in Moldova.', null],
  ['fr', 'La France renforce sa présence diplomatique à Kyiv.', null],
  ['en', 'Denmark will maintain its embassy presence in Kyiv.', null],
]

test('planning by topic, actor, target and year, and what is none', async () => {
  for (const [language, text, ...expected] of rows) {
    const claims = plain(planning, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => [c['topic'], c['actor'], c['target'], c['year']]), expected.filter((e) => e !== null), text)
  }
})

const together: readonly (readonly [language: string, text: string, actors: string])[] = [
  ['en', 'Croatia, Slovenia and Austria met in Graz.\n\nFrom 2027 the three countries will align their capability plans with those of NATO.', 'HR, SI, AT'],
  ['en', 'All three Baltic states intend to spend five percent of GDP on defence by 2027.', 'EE, LV, LT'],
  ['de', 'Kroatien und Slowenien trafen sich in Graz.\n\nBis 2027 wollen beide Länder ihre Fähigkeitsplanung mit der Nato abgleichen.', 'HR, SI'],
  ['en', 'Croatia and Slovenia met in Graz.\n\nAustria will spend two percent of GDP on defence by 2027.', 'AT'],
]

test('states that plan together are those told before', async () => {
  for (const [language, text, actors] of together) {
    const claims = plain(planning, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => (c['actor'] as string[]).join(', ')), [actors], text)
  }
})

test('two clauses with an aim each are two plans', async () => {
  const claims = plain(planning, await paragraph('Norway will raise defence spending to 3 percent of GDP by 2029, and its army will field a third brigade by 2031.'))
  assert.deepEqual(claims.map((c) => [c['target'], c['year']]), [['3 percent of GDP', '2029'], ['a third brigade', '2031']])
})

const apart: readonly (readonly [language: string, text: string, plans: string])[] = [
  ['en', 'Latvia will raise its defence spending to 4.9% of GDP in 2026, Estonia to 5.4%.', 'LV 4.9% of GDP 2026; EE 5.4% 2026'],
  ['de', 'Lettland hebt seinen Verteidigungshaushalt 2026 auf 4,9 Prozent des BIP an, Estland auf 5,4 Prozent.', 'LV 4,9 Prozent des BIP 2026; EE 5,4 Prozent 2026'],
  ['fr', "La Lettonie portera ses dépenses militaires à 4,9 % du PIB en 2026, l'Estonie à 5,4 %.", 'LV 4,9 % du PIB 2026; EE 5,4 % 2026'],
  ['uk', 'Латвія доведе оборонні видатки до 4,9% ВВП у 2026 році, Естонія – до 5,4%.', 'LV 4,9% ВВП 2026; EE 5,4% 2026'],
  ['de', 'Norwegens Verteidigungshaushalt soll 2027 mindestens 3 Prozent des BIP erreichen.', 'NO mindestens 3 Prozent des BIP 2027'],
  ['en', 'The goal remains 5% of GDP by 2035, NATO officials said.', 'NATO 5% of GDP 2035'],
  ['en', 'At their summit in The Hague, NATO leaders undertook to spend 5% of GDP on defence by 2035.', 'NATO 5% of GDP 2035'],
  ['en', 'The Danish brigade in Latvia will be at full strength by 2027.', 'DK at full strength 2027'],
  ['en', 'Lithuania\n\nThe army is growing. The defence budget adopted in February stands at 4% of GDP for 2026.', 'LT 4% of GDP 2026'],
  ['de', 'Vorrang haben die bodengebundene Luftverteidigung und Drohnen.', 'DE die bodengebundene Luftverteidigung und Drohnen null'],
  ['en', 'Priority is given to families with young children in the new housing law.', ''],
  ['de', 'Die Arbeitslosenquote soll 2026 auf 5 Prozent sinken, in Österreich auf 3 Prozent.', ''],
  ['pl', 'Polska przekaże Ukrainie 14 czołgów z zapasów wojska do końca marca.', ''],
]

test('each state has its own share, and places, jobs and gifts plan nothing', async () => {
  for (const [language, text, plans] of apart) {
    const claims = plain(planning, await paragraph(text, language))
    assert.equal(claims.map((c) => [(c['actor'] as string[]).join('+'), c['target'], c['year']].map(String).join(' ')).join('; '), plans, text)
  }
})
