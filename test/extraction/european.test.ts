import assert from 'node:assert/strict'
import { test } from 'node:test'
import ask from '../../src/extraction/extractors/ask.ts'
import commitment from '../../src/extraction/extractors/commitment.ts'
import meeting from '../../src/extraction/extractors/meeting.ts'
import statement from '../../src/extraction/extractors/statement.ts'
import { paragraph, plain } from './frame-cases.ts'

/** Ways of saying of newsrooms in the languages without a tagger; the text, then who said what. */
const said: [code: string, text: string, found: string[]][] = [
  ['fr', '« Cela ne changera rien », a lâché son porte-parole, Yves Mornand.', ['Yves Mornand: Cela ne changera rien']],
  ['fr', '« Nos stocks sont vides », a reconnu le sénateur Gauthier Delmas. Et de conclure que l’Europe doit produire.', ['Gauthier Delmas: Nos stocks sont vides', 'Gauthier Delmas: l’Europe doit produire']],
  ['fr', '« Nous tiendrons », a fait savoir le chef de l’armée, le général Yves Mornand.', ['Yves Mornand: Nous tiendrons']],
  ['fr', 'Le ministre Jean Talec dit avoir tiré les leçons de la campagne navale.', ['Jean Talec: avoir tiré les leçons de la campagne navale']],
  ['fr', 'À en croire la députée Maëlle Kerguelen, rapporteure du budget, « la dette de munitions n’est pas soldée ».', ['Maëlle Kerguelen: la dette de munitions n’est pas soldée']],
  ['fr', '« La paix est proche », a dit le ministre Yann Le Goff.', ['Yann Le Goff: La paix est proche']],
  ['fr', 'La déléguée Sarah Kerval a été entendue. « Un canon sans obus est une statue, a-t-elle résumé devant les députés. Nous finançons les deux. »', ['Sarah Kerval: Un canon sans obus est une statue Nous finançons les deux']],
  ['fr', 'Le film « Les drones de la nuit » sort mercredi en salle.', []],
  ['fr', 'Le ministre Jean Talec doit annoncer la suite mardi.', []],
  ['it', '«Non lasceremo solo nessuno», ha scandito il ministro Guido Arlotti al termine della riunione. A suo dire, la sicurezza comincia a Kharkiv.', ['Guido Arlotti: Non lasceremo solo nessuno', 'Guido Arlotti: la sicurezza comincia a Kharkiv']],
  ['it', 'Di tutt’altro avviso il capogruppo Elio Marangon, per il quale «si svuotano gli arsenali senza una strategia».', ['Elio Marangon: si svuotano gli arsenali senza una strategia']],
  ['it', '«Serve un salto di qualità», è il monito del generale Luca Portis.', ['Luca Portis: Serve un salto di qualità']],
  ['it', '«L’Italia farà la sua parte»: così il ministro Guido Arlotti a margine del vertice.', ['Guido Arlotti: L’Italia farà la sua parte']],
  ['it', 'Secondo quanto riferito dal portavoce Paolo Berti, i sistemi sono già in viaggio.', ['Paolo Berti: i sistemi sono già in viaggio']],
  ['it', 'Il film «I droni della notte» esce mercoledì nelle sale.', []],
  ['de', 'Der Sprecher der Opposition, Ralf Immenkamp, warf der Regierung vor, zu langsam zu handeln.', ['Ralf Immenkamp: zu langsam zu handeln']],
  ['de', '„Auf uns ist Verlass“, sagte Sprecherin Heike Brandtner. Man wisse in Kiew, dass Berlin liefere.', ['Heike Brandtner: Auf uns ist Verlass', 'Heike Brandtner: Man wisse in Kiew, dass Berlin liefere']],
  ['de', 'Estlands Regierungschef Kristjan Mallo schlug vor, die Vermögen zu nutzen.', ['Kristjan Mallo: die Vermögen zu nutzen']],
  ['de', 'Minister Uwe Hallmann sagte dem „Boten“, die Truppe müsse schneller werden.', ['Uwe Hallmann: die Truppe müsse schneller werden']],
  ['de', 'Minister Uwe Hallmann sprach sich für eine engere Zusammenarbeit der Firmen aus.', ['Uwe Hallmann: eine engere Zusammenarbeit der Firmen']],
  ['de', 'Der Sender zeigt am Freitag einen Film über die Ukraine.', []],
  ['pl', 'Generał Adam Wierzbicki przyznaje w rozmowie z „Gazetą Miejską”, że zakłady nie nadążają.', ['Adam Wierzbicki: zakłady nie nadążają']],
  ['pl', 'Litewski wiceminister Jonas Kalnis zdementował, że rozmowy zerwano.', ['Jonas Kalnis: rozmowy zerwano']],
  ['pl', 'Wiceminister Jan Kowalczyk przemawiał w czwartek. „Front czeka” – powiedział. Jak zrelacjonował, wysłano już 46 pakietów.', ['Jan Kowalczyk: Front czeka', 'Jan Kowalczyk: wysłano już 46 pakietów']],
  ['pl', 'W piątek do kin wejdzie film „Drony nocy”.', []],
  ['uk', 'Генерал Левко Засядько в інтерв’ю «Тижневику» визнає: заводи не встигають.', ['Левко Засядько: заводи не встигають']],
  ['uk', 'За словами речниці Оксани Дубової, кошти надасть Норвегія.', ['Оксана Дубова: кошти надасть Норвегія']],
  ['uk', 'У п’ятницю в прокат вийде фільм «Дрони ночі».', []],
]

test('attributions of the languages without a tagger', async () => {
  for (const [code, text, found] of said) assert.deepEqual(plain(statement, await paragraph(text, code)).map((s) => `${s['speaker']}: ${String(s['text']).replace(/\.$/, '')}`), found, text)
})

/** Who asks whom for what. */
const asked: [code: string, text: string, found: string[]][] = [
  ['pl', 'Przywódcy zwrócili się do Komisji Europejskiej z apelem o odblokowanie pieniędzy.', ['Przywódcy > European Commission: odblokowanie pieniędzy']],
  ['pl', '„Apelujemy do Brukseli, by skróciła procedury” – powiedział minister Jan Kowalczyk.', ['Jan Kowalczyk > European Union: skróciła procedury']],
  ['uk', 'Президент Литви звернувся до НАТО з проханням надіслати літаки.', ['Президент Литви > NATO: надіслати літаки']],
  ['pl', 'Ministrowie wezwali NATO do przyspieszenia prac.', ['Ministrowie > NATO: przyspieszenia prac']],
  ['uk', 'Лідери закликали Єврокомісію пришвидшити роботу.', ['Лідери > European Commission: пришвидшити роботу']],
  ['uk', 'Президент Литви прибув до штабу НАТО з подарунками.', []],
  ['de', 'Die Regierung müsse endlich liefern, forderte der Abgeordnete Ralf Immenkamp.', ['Ralf Immenkamp > DE: endlich liefern']],
  ['de', 'Minister Uwe Hallmann hatte Dänemark zuletzt gedrängt, mehr Aufträge zu vergeben.', ['Uwe Hallmann > DK: mehr Aufträge zu vergeben']],
  ['fr', '« Il faut que la Commission débloque les fonds », a prévenu le ministre Jean Talec.', ['Jean Talec > European Commission: débloque les fonds']],
  ['fr', 'Berlin doit livrer ses missiles sans tarder, réclame le député Jean Talec.', ['Jean Talec > DE: livrer ses missiles sans tarder']],
  ['fr', 'Il faut trois heures pour rejoindre Odessa.', []],
  ['it', 'Spetta a Berlino togliere il veto, secondo il deputato Elio Marangon.', ['Elio Marangon > DE: togliere il veto']],
  ['it', 'Il viceministro Elio Marangon auspica che l’Italia autorizzi l’impiego delle armi.', ['Elio Marangon > IT: autorizzi l’impiego delle armi']],
  ['it', 'Il ministro Elio Marangon vuole visitare la Danimarca.', []],
]

test('demands of the languages without a tagger', async () => {
  for (const [code, text, found] of asked) assert.deepEqual(plain(ask, await paragraph(text, code)).map((a) => `${a['asker']} > ${(a['addressee'] as string[]).join(', ')}: ${a['text']}`), found, text)
})

/** Provider, stage, and the sum or the goods. */
const given: [code: string, text: string, found: string[]][] = [
  ['de', 'Der Ukraine wurden im ersten Quartal 60 Lenkflugkörper von Schweden überlassen.', ['SE delivered 60 Lenkflugkörper']],
  ['de', 'Kiew bekommt aus Oslo zehn gepanzerte Fahrzeuge.', ['NO announced 10 gepanzerte Fahrzeuge']],
  ['de', 'Die Stadt Husum zahlt 40 Millionen Euro für ein Hallenbad.', []],
  ['fr', 'Helsinki mettra au pot 118 millions d’euros de munitions.', ['FI announced 118000000 EUR']],
  ['fr', 'Kiev recevra d’Oslo dix véhicules blindés.', ['NO announced 10 véhicules blindés']],
  ['fr', 'Les députés ont donné leur feu vert à trois milliards d’euros d’aide militaire à l’Ukraine.', ['FR approved 3000000000 EUR']],
  ['it', 'Oslo erogherà 1,2 miliardi di corone per la rete elettrica.', ['NO announced 1200000000 NOK']],
  ['it', 'La Camera ha dato l’ok a tre miliardi di aiuti militari all’Ucraina.', ['IT approved 3000000000 EUR']],
  ['it', 'L’Esercito rinnova i propri camion.', []],
  ['pl', 'Kijów otrzyma od Holandii 14 wyrzutni.', ['NL announced 14 wyrzutni']],
  ['pl', 'Słowacja odsprzeda Ukrainie 20 haubic.', ['SK announced 20 haubic']],
  ['pl', 'Miasto Płock zapłaci 40 mln zł za nową halę sportową.', []],
  ['uk', 'Україна отримає від Нідерландів 60 бронемашин.', ['NL announced 60 бронемашин']],
  ['uk', 'Словаччина докупить для України 20 гаубиць.', ['SK announced 20 гаубиць']],
  ['uk', 'Місто Луцьк заплатить 40 млн гривень за нову спортивну залу.', []],
]

test('giving and receiving in the languages without a tagger', async () => {
  const say = (c: Record<string, unknown>) => {
    const sum = c['amount'] as { value: number; currency: string } | null, [item] = c['items'] as { name: string; quantity: number | null }[]
    return `${(c['provider'] as string[]).join(', ')} ${c['stage']} ${sum ? `${sum.value} ${sum.currency}` : `${item?.quantity} ${item?.name}`}`
  }
  for (const [code, text, found] of given) assert.deepEqual(plain(commitment, await paragraph(text, code)).map(say), found, text)
})

test('a meeting told in the present lies ahead', async () => {
  const days = async (text: string, code: string) => plain(meeting, await paragraph(text, code, '2025-03-19')).map((m) => [m['date'], m['state']])
  assert.deepEqual(await days('Ministerin Lise Holm aus Dänemark trifft am Freitag in Berlin mit Minister Uwe Hallmann aus Deutschland zusammen.', 'de'), [['2025-03-21', 'planned']])
  assert.deepEqual(await days('Ministerin Lise Holm aus Dänemark traf am Freitag in Berlin mit Minister Uwe Hallmann aus Deutschland zusammen.', 'de'), [['2025-03-14', 'held']])
})
