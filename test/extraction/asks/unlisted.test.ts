import assert from 'node:assert/strict'
import { test } from 'node:test'
import ask from '../../../src/extraction/extractors/ask.ts'
import { paragraph, plain } from '../frame-cases.ts'

const asked: readonly (readonly [language: string, text: string, addressee: string | null, content?: string])[] = [
  ['de', 'Ministerin Carla Brunnhof bat die Küstenstädte dringend, ihre Speicher zu öffnen.', 'Küstenstädte', 'ihre Speicher zu öffnen'],
  ['de', 'Der Minister Hans Terlau forderte vom Rüstungsamt, die Verträge bis Mai vorzulegen.', 'Rüstungsamt', 'die Verträge bis Mai vorzulegen'],
  ['fr', 'Le ministre Paul Verdier a exhorté les chantiers navals à livrer plus vite.', 'chantiers navals', 'livrer plus vite'],
  ['it', 'Il ministro Carlo Bianchetti ha chiesto alle imprese lombarde di aprire filiali a Odessa.', 'imprese', 'aprire filiali a Odessa'],
  ['pl', 'Minister Jan Kowalewicz wezwał krajowe stocznie do przyspieszenia dostaw.', 'krajowe stocznie', 'przyspieszenia dostaw'],
  ['pl', 'Premier Anna Nowacka oczekuje od polskich zakładów, że do lata dostarczą pociski.', 'polskich zakładów', 'do lata dostarczą pociski'],
  ['uk', 'Міністр Олег Бондарчук закликав суднобудівну галузь збільшити випуск катерів.', 'суднобудівну галузь', 'збільшити випуск катерів'],
  ['en', 'Minister Carl Osmund expects Norwegian industry to double its output by May.', 'Norwegian industry', 'double its output by May'],
  ['en', 'Senator Ruth Oakley wrote to the Treasury last week and asked it to publish the contracts.', 'Treasury', 'publish the contracts'],
  ['de', 'Den Landtag bitte ich, dem Antrag zuzustimmen, denn die Lage in der Ukraine duldet keinen Aufschub.', 'Landtag', 'dem Antrag zuzustimmen'],
  ['fr', 'La Commission invite les colégislateurs à se prononcer avant la fin du mois.', 'colégislateurs', 'se prononcer avant la fin du mois'],
  ['uk', 'Україна наполягає, щоб Данія відкрила порт до травня.', 'DK', 'відкрила порт до травня'],
  ['pl', 'Minister Jan Kowalewicz liczy, że Dania otworzy port do maja.', 'DK', 'otworzy port do maja'],
  ['en', 'Minister Carl Osmund called on those countries which have given nothing to share the cost of the shells.', 'countries', 'share the cost of the shells'],
  ['de', 'Der Minister Hans Terlau bat um Geduld, um die Lage zu klären.', null],
  ['de', 'Der Minister Hans Terlau forderte am Montag, die Steuern zu senken.', null],
  ['fr', 'Le ministre Paul Verdier a invité la presse à un dîner.', null],
  ['it', 'Il ministro Carlo Bianchetti ha chiesto di non fermare i lavori.', null],
  ['pl', 'Minister Jan Kowalewicz zażądał natychmiastowego wstrzymania ognia.', null],
  ['uk', 'Міністр Олег Бондарчук закликав негайно припинити вогонь.', null],
]

test('those asked by a phrase that no table of names knows', async () => {
  for (const [language, text, addressee, content] of asked) {
    const claims = plain(ask, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => [(c['addressee'] as string[]).join('; '), c['text']]), addressee === null ? [] : [[addressee, content]], text)
  }
})

const speeches: readonly (readonly [language: string, text: string, asker: string])[] = [
  ['en', 'Speech by the Minister of Transport, Karla Ostberg, at the harbour forum in Esbjerg.\n\nThe docks are full.\n\nI ask Denmark to open the port to grain.', 'Karla Ostberg'],
  ['de', 'Die Docks sind voll.\n\nIch bitte Dänemark, den Hafen zu öffnen.\n\nKarl Ostberger', 'Karl Ostberger'],
]

test('who "I" is stands at the head of a speech or under a letter', async () => {
  for (const [language, text, asker] of speeches) assert.deepEqual(plain(ask, await paragraph(text, language)).map((c) => c['asker']), [asker], text)
})
