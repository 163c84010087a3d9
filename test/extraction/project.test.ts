import assert from 'node:assert/strict'
import { test } from 'node:test'
import project from '../../src/extraction/extractors/project.ts'
import { paragraph, plain } from './frame-cases.ts'

type Row = readonly [language: string, text: string, form: string | null, stage?: string]
const rows: readonly Row[] = [
  ['en', 'The companies Ardenne Motors and Kozak Lines signed an agreement on a joint venture for drones.', 'joint venture', 'agreed'],
  ['en', 'The makers Ardenne Motors and Kozak Lines plan to produce engines under licence.', 'licence', 'proposed'],
  ['de', 'Die Firmen Nordstahl und Dnipro Motor unterzeichneten eine Absichtserklärung über den Bau von Drohnen.', 'memorandum', 'agreed'],
  ['fr', 'Les sociétés Aubrac et Zorya ont abandonné la production conjointe de drones.', 'co-production', 'ended'],
  ['it', 'Le aziende Metalvalle e Dnipro Agro hanno firmato un memorandum per la riparazione di blindati.', 'memorandum', 'agreed'],
  ['pl', 'Firmy Stalmet i Czornyj Motor podpisały list intencyjny w sprawie produkcji dronów.', 'memorandum', 'agreed'],
  ['uk', 'Компанії «Балтметал» і «Зірка» підписали меморандум про спільний випуск дронів.', 'memorandum', 'agreed'],
  ['en', 'The company Ardenne Motors sells cars in Spain.', null],
  ['en', 'The bakery Crusta signed a lease on a new factory in Leeds last week.', null],
  ['de', 'Der Minister besuchte ein Werk in Dnipro und sprach mit der Belegschaft.', null],
  ['fr', "L'usine de chocolat a signé un accord avec ses salariés.", null],
  ['en', 'Her driving licence was renewed in May.', null],
]

test('projects by form and stage, and what is none', async () => {
  for (const [language, text, form, stage] of rows) {
    const claims = plain(project, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => [c['form'], c['stage'], (c['parties'] as string[]).length]), form ? [[form, stage, 2]] : [], text)
  }
})

const partners: readonly (readonly [language: string, text: string, form: string, stage: string, parties: string])[] = [
  ['en', "Norwegian shipbuilder Havtind and Mykolaiv's Buh Marine have struck a deal to weld hull sections for river patrol craft in Tulcea.", 'co-production', 'agreed', 'Havtind; Buh Marine'],
  ['en', 'Vantor Systems took a 30 percent stake in the Lviv drone maker Halka for $18 million in September.', 'investment', 'agreed', 'Vantor Systems; Halka'],
  ['en', 'Engineers at Tamm Robotics of Tartu and the Ukrainian firm Bilyi Lis are jointly developing a tracked evacuation vehicle.', 'research', 'building', 'Tamm Robotics; Bilyi Lis'],
  ['de', 'Hanse Antriebe vergab eine Lizenz zum Bau seiner Elektromotoren an das Charkiwer Unternehmen Slobozhan.', 'licence', 'agreed', 'Hanse Antriebe; Slobozhan'],
  ['de', 'Der Münchner Sensorhersteller Lumatik und das Kiewer Start-up Sowa AI gründen eine gemeinsame Tochterfirma, die Suchköpfe fertigen soll.', 'joint venture', 'agreed', 'Lumatik; Sowa AI'],
  ['fr', "L'armurier liégeois Fortis et la société ukrainienne Karbon ont convenu d'assembler ensemble des mitrailleuses à Tchernivtsi.", 'co-production', 'agreed', 'Fortis; Karbon'],
  ['fr', "Le projet d'usine commune de Mécalis et de Dnipro Plast a été enterré faute de financement.", 'co-production', 'ended', 'Mécalis; Dnipro Plast'],
  ['it', "A Vinnytsia è entrata in funzione un'officina per la manutenzione dei semoventi, gestita da Ferralba con la ditta locale Podil Servis.", 'maintenance', 'operating', 'Ferralba; Podil Servis'],
  ['de', 'Das Verteidigungsministerium hat mit dem Charkiwer Drohnenbauer Hawran einen Vertrag über 4.000 Aufklärungsdrohnen geschlossen.', 'procurement', 'agreed', 'DE; Hawran'],
  ['it', 'Il cantiere ligure Mardivento e la compagnia ucraina Buh Flot hanno inaugurato lunedì a Izmail un bacino per la riparazione delle motovedette.', 'maintenance', 'operating', 'Mardivento; Buh Flot'],
  ['pl', 'Gliwicka spółka Stalmet i kijowski Wiator uzgodniły, że będą razem produkować celowniki w Mielcu.', 'co-production', 'agreed', 'Stalmet; Wiator'],
  ['uk', 'Латвійський виробник Baltrotor викупив 20 відсотків акцій дніпровського підприємства «Стріла-М».', 'investment', 'agreed', 'Baltrotor; Стріла-М'],
  ['uk', 'У Хмельницькому запрацювала майстерня з ремонту бронемашин, яку заснували шведська Skaldia та місцевий завод «Поділля».', 'maintenance', 'operating', 'Skaldia; Поділля'],
]

test('firms are named by what stands beside them, and act together', async () => {
  for (const [language, text, form, stage, parties] of partners) {
    const claims = plain(project, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => [c['form'], c['stage'], (c['parties'] as string[]).join('; ')]), [[form, stage, parties]], text)
  }
})

const days: readonly (readonly [language: string, text: string, date: string | null])[] = [
  ['en', 'Havtind and the Ukrainian firm Buh Marine have been assembling patrol boats together in Tulcea since October 2024.', '2024-10'],
  ['de', 'Seit Februar fertigen die Firmen Nordstahl und Dnipro Motor bei Kassel gemeinsam Drohnen.', '2025-02'],
  ['fr', 'Lors de la visite, les sociétés Aubrac et Zorya ont signé un accord de licence pour des drones.', '2025-03-20'],
  ['en', 'The ministers met in Riga on Tuesday.\n\nThe companies Ardenne Motors and Kozak Lines signed a memorandum on drones in the margins.', '2025-03-18'],
  ['en', 'Trade was counted in 2019.\n\nThe companies Ardenne Motors and Kozak Lines signed a memorandum on drones in the margins.', '2025-03-20'],
  ['pl', 'Firmy Stalmet i Czornyj Motor rozważają wspólną produkcję dronów.', null],
]

test('a project has the day of its stage', async () => {
  for (const [language, text, date] of days) {
    const claims = plain(project, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => c['date'] ?? null), [date], text)
  }
})

const others: readonly (readonly [language: string, text: string, parties: string])[] = [
  ['en', 'The maker Ardenne Optics sells sights to nine navies. Ardenne Optics has 400 staff. Last year Ardenne Optics opened a hall. With the Czech company Brnosklo it will produce sights under licence.', 'Brnosklo; Ardenne Optics'],
  ['en', 'The maker Ardenne Optics sells sights to nine navies. The Czech company Brnosklo will produce sights under licence.', 'Brnosklo'],
  ['pl', 'Notowana na giełdzie spółka Stalmet i kijowski Wiator uzgodniły, że będą razem produkować celowniki.', 'Stalmet; Wiator'],
]

test('the other side of a project is the firm that the text is about; a word that opens a sentence is no firm', async () => {
  for (const [language, text, parties] of others) {
    const claims = plain(project, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => (c['parties'] as string[]).join('; ')), [parties], text)
  }
})

const half: readonly (readonly [language: string, text: string, expected: readonly string[]])[] = [
  ['en', 'The maker Ardenne Motors has been in discussions with a Ukrainian partner over the assembly of armoured vehicles near Odesa.', ['co-production proposed Ardenne Motors']],
  ['en', 'Slovenian deputies shelved a proposal to turn the old dock into a joint overhaul facility with Ukraine.', ['maintenance ended SI; UA']],
  ['en', 'The maker Ardenne Motors will invest 8 million euros in a workshop in Kyiv.', ['investment proposed Ardenne Motors']],
  ['uk', 'Концерн «Балтметал» і львівська фірма «Зірка» вивчають ідею лагодити на Волині бойові машини.', ['maintenance proposed Балтметал; Зірка']],
  // No partner, no plant, nothing made together.
  ['en', 'A Ukrainian visitor was shown the armoured vehicles of Ardenne Motors near Odesa.', []],
  ['en', 'Slovenian deputies shelved a proposal to turn the old dock into a museum with a view of the sea.', []],
]

test('a partner without a name, states by themselves, a plant in Ukraine', async () => {
  for (const [language, text, expected] of half) {
    const claims = plain(project, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => `${c['form']} ${c['stage']} ${(c['parties'] as string[]).join('; ')}`), expected, text)
  }
})

test('costs told in the sentence behind', async () => {
  const cases: readonly (readonly [text: string, parties: string, amount: number | null])[] = [
    ['Split-based Marin Tehnika and Ukraine’s Chaika Dron have begun assembling demining robots in Osijek. The partners put in 4 million euros.', 'Marin Tehnika; Chaika Dron', 4e6],
  ]
  for (const [text, parties, amount] of cases) {
    const [one, ...more] = plain(project, await paragraph(text, 'en'))
    assert.deepEqual([more.length, (one?.['parties'] as string[] | undefined)?.join('; '), (one?.['amount'] as { value: number } | null)?.value ?? null], [0, parties, amount], text)
  }
})

test('what a licence is for, when its word opens the sentence', async () => {
  const cases: readonly (readonly [text: string, subject: RegExp])[] = [
    ['Under a separate licence agreement signed the same day, the Ukrainian firm Horyn Mash will build the turret of Kestrel Motors.', /^(?:build )?the turret of Kestrel Motors$/],
    ['The Ukrainian firm Horyn Mash received a licence to make the turret of Kestrel Motors in Rivne.', /the turret of Kestrel Motors/],
  ]
  for (const [text, subject] of cases) assert.match(String(plain(project, await paragraph(text, 'en'))[0]?.['subject']), subject, text)
})

const alone: readonly (readonly [language: string, text: string, parties: string])[] = [
  ['en', "Spain's Ebro Quimica is considering a propellant plant in Zhytomyr.", 'Ebro Quimica'],
  ['en', 'The bakery Crusta is considering a second oven hall in Leeds.', ''],
]

test('a firm that builds alone is the one party; a bakery makes no project', async () => {
  for (const [language, text, parties] of alone) {
    const claims = plain(project, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => (c['parties'] as string[]).join('; ')), parties ? [parties] : [], text)
  }
})

const told: readonly (readonly [language: string, text: string, form: string, stage: string, parties: string, amount: number | null])[] = [
  ['en', 'Aldertek of Leeds and the Ukrainian drone maker Orion Dynamics are to sign an agreement on joint research into batteries in May.', 'research', 'proposed', 'Aldertek; Orion Dynamics', null],
  ['de', 'Im Mai sollen die deutsche Firma Aldertek und die ukrainische Orion Dynamics einen Vertrag über gemeinsame Forschung an Batterien unterzeichnen.', 'research', 'proposed', 'Aldertek; Orion Dynamics', null],
  ['fr', "Le français Aldertek et l'ukrainien Orion Dynamics construisent à Brest une usine de drones. L'investissement s'élève à 12 millions d'euros.", 'co-production', 'building', 'Aldertek; Orion Dynamics', 12e6],
  ['it', "L'italiana Aldertek e l'ucraina Orion Dynamics stanno costruendo a Bari uno stabilimento di droni. L'investimento è di 12 milioni di euro.", 'co-production', 'building', 'Aldertek; Orion Dynamics', 12e6],
  ['pl', 'Polska firma Aldertek i ukraiński Orion budują w Rzeszowie zakład dronów. Wartość inwestycji to 12 mln zł.', 'co-production', 'building', 'Aldertek; Orion', 12e6],
  ['en', 'Poland and the NATO Support and Procurement Agency signed a contract on Tuesday to set up a servicing centre for launchers. It is worth €46 million.', 'maintenance', 'agreed', 'PL; NATO Support and Procurement Agency', 46e6],
  ['it', 'Il centro di manutenzione per obici aperto a marzo dalla Fjelltek a Michalovce ha già riparato venti pezzi.', 'maintenance', 'operating', 'Fjelltek', null],
  ['fr', "La Croatie et l'Ukraine vont produire ensemble des robots démineurs près de Sisak.", 'co-production', 'proposed', 'HR; UA', null],
  ['de', 'Saab und die ukrainische Firma Radionix haben ihr Gemeinschaftsunternehmen für Störsender Ende Januar aufgelöst.', 'joint venture', 'ended', 'Saab; Radionix', null],
  ['en', 'The Norwegian firm Fjelltek and the Ukrainian company Orion Dynamics founded a joint venture for robots. The two invest €8 million in it, and the first hall is under construction.', 'joint venture', 'building', 'Fjelltek; Orion Dynamics', 8e6],
]

test('a project has the stage its verbs tell, the sum of the next sentence and the partners named before', async () => {
  for (const [language, text, form, stage, parties, amount] of told) {
    const claims = plain(project, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => [c['form'], c['stage'], (c['parties'] as string[]).join('; '), (c['amount'] as { value: number } | null)?.value ?? null]), [[form, stage, parties, amount]], text)
  }
})

const twofold: readonly (readonly [language: string, text: string, projects: readonly string[]])[] = [
  ['en', 'Brema Steel and the Ukrainian maker Zirka Tech have agreed to weld hulls in Odesa, and the Czech company Orlik plans a repair shop for tanks in Poland.', ['co-production agreed', 'maintenance proposed']],
  ['en', 'Norway is paying for a factory of shells in Raufoss, while the Danish firm Kolding Optik has shelved its joint venture with Ukraine’s Promin.', ['investment proposed', 'joint venture ended']],
  ['de', 'Die Hamburger Firma Nordstahl fertigt mit der ukrainischen Firma Zirka Rohre in Lwiw, während der tschechische Hersteller Orlik sein geplantes Werk in Dnipro aufgegeben hat.', ['co-production operating', 'investment ended']],
  ['en', 'The firms Brema Steel and Zirka Tech signed a licence for mortars, and Brema Steel will put €9 million into the plant in Lviv.', ['licence agreed']],
  ['fr', "La société Aubrac, fabricant de blindés, a signé un accord de licence avec l'ukrainienne Zorya pour des mortiers.", ['licence agreed']],
]

test('a sentence that tells of two projects with partners of their own gives both', async () => {
  for (const [language, text, projects] of twofold) assert.deepEqual(plain(project, await paragraph(text, language)).map((c) => `${String(c['form'])} ${String(c['stage'])}`), projects, text)
})

const subjects: readonly (readonly [language: string, text: string, subject: string])[] = [
  ['de', 'Der Wiener Hersteller Orthalm hat mit der Lwiwer Firma Protezna vereinbart, dass diese ihre Gelenke und Schienen in Lizenz herstellt.', 'ihre Gelenke und Schienen in Lizenz'],
  ['it', 'La società Ferralba ripara da maggio, in un hangar vicino a Odessa, i camion cingolati insieme alla ditta ucraina Podil Servis.', 'i camion cingolati insieme alla ditta ucraina Podil Servis'],
  ['en', 'A memorandum between the Danish firm Kolding Optik and the Ukrainian company Promin on joint tests of radar masts was signed in May.', 'joint tests of radar masts'],
  ['pl', 'Spółka Stalmet i ukraińska firma Wiator otworzyły warsztat remontowy, w którym naprawiane są transportery.', 'warsztat remontowy, w którym naprawiane są transportery'],
  ['en', 'The companies Aldor and Zirka Tech plan to produce mortar sights together.', 'produce mortar sights'],
]

test('a subject is what is made, and not its verb, its day or its partners', async () => {
  for (const [language, text, subject] of subjects) assert.equal(plain(project, await paragraph(text, language))[0]?.['subject'], subject, text)
})

test('what will not be built, came to nothing or has closed is over', async () => {
  for (const [language, text] of [
    ['en', 'The joint venture of Kolding Optik and the Ukrainian firm Promin for thermal sights will not go ahead.'],
    ['de', 'Das Gemeinschaftsunternehmen der Firmen Nordstahl und Dnipro Motor für Drohnen kommt nicht zustande.'],
    ['fr', 'La coentreprise des sociétés Aubrac et Zorya pour des drones ne verra pas le jour.'],
    ['it', 'La joint venture delle aziende Metalvalle e Dnipro Agro per i droni non si farà.'],
    ['pl', 'Wspólna spółka firm Stalmet i Czornyj Motor do produkcji dronów nie powstanie.'],
    ['uk', 'Спільне підприємство компаній «Балтметал» і «Зірка» з випуску дронів поховано.'],
  ] as const) assert.deepEqual(plain(project, await paragraph(text, language)).map((c) => c['stage']), ['ended'], text)
})
