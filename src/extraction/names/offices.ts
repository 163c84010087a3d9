import type { Sense } from '../../core/lexicon.ts'

/** A test for words by whole words, beginnings and endings, each a list parted by spaces. */
export function wordsLike(exact: string, stems = '', ends = ''): (word: string) => boolean {
  const set = new Set(exact.split(' ')), starts = stems.split(' ').filter(Boolean), last = ends.split(' ').filter(Boolean)
  return (word) => set.has(word) || starts.some((x) => word.startsWith(x)) || last.some((x) => word.endsWith(x))
}

/** Trades that nobody has for a state, whatever state he comes from: "Finnish analyst", "délégué syndical". */
const isTrade = wordsLike(
  'analyst economist professor researcher fellow historian founder cofounder co-founder owner ceo cfo coo lawyer attorney journalist reporter editor author activist volunteer veteran teacher doctor nurse farmer worker resident witness strategist consultant scientist trustee organizer organiser campaigner expert academic scholar entrepreneur columnist executive manager engineer designer bishop archbishop cardinal pope '
  + 'économiste analyste professeur professeure chercheur chercheuse historien historienne fondateur fondatrice cofondateur cofondatrice propriétaire patron patronne pdg gérant gérante avocat avocate journaliste auteur auteure autrice militant militante bénévole volontaire vétéran agriculteur agricultrice habitant habitante témoin experte politologue spécialiste syndicaliste consultante ingénieur ingénieure entrepreneur entrepreneuse géologue sociologue '
  + 'analista economista professore professoressa docente ricercatore ricercatrice storico storica fondatore fondatrice cofondatore cofondatrice proprietario proprietaria amministratore amministratrice imprenditore imprenditrice avvocato avvocata giornalista autore attivista volontario volontaria agricoltore agricoltrice testimone esperto esperta politologo politologa consulente sindacalista ingegnere',
  'betriebsrat gewerkschaft analityk analityczk ekonomist profesor badacz historyk historyczk założyciel współzałożyciel właściciel prawni adwokat dziennikar redaktor autor aktywist wolontariusz weteran nauczyciel lekar rolni ekspert politolo konsultant związkow przedsiębiorc inżynier publicyst naukowiec '
  + 'аналітик економіст професор дослідни історик засновни співзасновни власник власниц адвокат юрист журналіст редактор автор активіст волонтер ветеран вчител лікар фермер експерт політолог консультант підприєм інженер публіцист науков',
  'analystin analytiker analytikerin ökonom ökonomin volkswirt volkswirtin professorin forscher forscherin historiker historikerin gründer gründerin inhaber inhaberin eigentümer eigentümerin geschäftsführer geschäftsführerin vorstandsvorsitzende vorstandsvorsitzender vorstandschef vorstandschefin konzernchef konzernchefin firmenchef firmenchefin unternehmer unternehmerin anwalt anwältin journalistin redakteur redakteurin aktivistin freiwillige freiwilliger landwirt landwirtin experte experten expertin politologe politologin wissenschaftler wissenschaftlerin werksleiter werksleiterin ingenieurin betriebsratsvorsitzende betriebsratsvorsitzender')

/** Words in an office that make it one of a firm, a union, a school, a paper. */
export const houses = /syndic|sindacal|gewerkschaft|betriebsrat|związ(?:ek|ku|kiem|ki|ków) zawod|профспілк|(?<!european )\bunion\b(?! (?:europ|navale))|think[ -]?tank|\bngo\b|\bong\b|foundation|stiftung|fondation|fondazione|fundacj|(?<!\p{L})фонду|charity|universit|hochschul|uczeln|uniwersytet|університет|institut|instytut|інститут|konzern|unternehmen|\bsociet[àa]\b|\bsociété\b(?! civile)|associa[tz]ione?\b|asocjacj|stowarzysz|асоціац|об[’']єднанн|gesellschaft\b|\bfirm|company|entreprise|aziend|impres[ae]\b|spółk|компан|концерн|фірм|verband|newspaper|zeitung|gazet|giornale|газет|shipbuilder|shipyard|manufacturer|hersteller|producent|виробни|stoczni|werft|start-?up|zakład|fabryk|(?<!\p{L})завод|usine|stabiliment|\bfactory|\bplant\b|(?<!\p{L})спілк[аиуо]|(?<!\p{L})operator|(?<!\p{L})оператор|opérateur|betreiber/iu
/** Words that make even such an office one of the state: "an expert at the defence ministry". */
const ofState = /(?<!am)minist|міністерств|міноборон|resort|ressort|відомств|\barmy|\bnavy|air force|armée|marine nationale|\bheer|bundeswehr|marynark|wojsk|збройн|військ|esercito|marina militare|aeronautica militare|forze armate|carabinieri|forces armées|kommando(?!spezial)|\bcomando|commandement|dowództw|командуванн|генштаб|général staff|government|gouvernement|regierung|governo|rząd|уряд|parliament|parlement|parlament|sejm|\bsenat|pentagon|embassy|botschaft|ambass|ambasad|посольств/iu

/** Does an office belong to no state: a trade, or a post in a firm, a union, a school? @example isPrivate('analyst', 'Finnish analyst') // true */
export const isPrivate = (noun: string, office: string): boolean => (isTrade(noun) || houses.test(office)) && !ofState.test(office) && !officers.test(office)

/** Is a body by a general name one that only states have, no town, party, firm or school? @example ofStates('Department') // true */
export const ofStates = (name: string): boolean => ofState.test(name) || stateBody.test(name)
const stateBody = /d[ée]part[ae]?ment|dipartiment|re?ss?ort|committee|komit|комітет|ausschuss|commission|kommission|komisj|комісі|\bcourt|sąd|суд|gericht|tribunal|corte|prosecut|prokurat|прокурат|staatsanwalt|procura|parquet|police|polizei|policj|поліц|polizia|chamber|kammer|chambre|camera|\brada|рада|council of|cabinet|kabinett|gabinet|кабінет|general staff|generalstab|sztab|штаб|état-major|stato maggiore|treasury|audit/iu

/** Is the office one of the past, so that its bearer speaks for no state? @example isFormer('Retired Dutch general') // true */
export const isFormer = (words: string): boolean => former.test(words)
const former = /(?<!\p{L})(?:former|retired|ex-\p{L}|one-time|erstwhile|ehemalige?[rns]?|frühere?[rns]?|pensioniert\p{L}{0,4}|a\. ?d\.|ancien(?:ne)?|à la retraite|en retraite|ex|già|in congedo|in pensione|były|była|byłego|byłej|emerytowan\p{L}{1,4}|w stanie spoczynku|w rezerwie|колишн\p{L}{1,4}|екс\p{L}{1,30}|у відставці|відставн\p{L}{1,4})(?!\p{L})/iu

/** Does an office without a named state belong to the state of the text? Not that of a body of many states. */
export function atHome(office: string, nouns: ReadonlySet<string>, senses: readonly Sense[], strict: boolean): boolean {
  if (manyStates.test(office) || (senses.length === 1 && senses[0]!.country === null)) return false
  return ofStates(office) || officers.test(office) || [...nouns].some((n) => (strict ? stateOffice.test(n.slice(n.lastIndexOf('-') + 1)) || stateOffice.test(headOf(office)) || (n === 'president' && office.toLowerCase() === n) || strictly.test(office) : publicOffice(n) && !/program/i.test(office)))
}
/** Ranks of officers, alone or before other words: "gen. bryg.", "Korpskommandant", "ingénieur général". */
const officers = /(?<!\p{L})(?:gen\.|gén\.|col\.|płk|ppłk|mjr|kpt\.|générale? (?:de (?:brigade|division|corps)|d[’']armée)|ingénieure? générale?|contre-amirale?|vice-amirale?|\p{L}{3,12}kommandant|oberst|generalmajor|generalleutnant|brigadegeneral|generale di (?:brigata|divisione|corpo)|ammiraglio|generał|контрадмірал|бригадн\p{L}+ генерал)(?!\p{L})/iu

/** The noun that an English office turns on, the last before its first small word: "associate deputy minister of supply". */
const headOf = (office: string): string => office.toLowerCase().split(/,| (?:of|for|at|in|to|on|with|and) /)[0]!.split(' ').at(-1)!
const manyStates = /executive vice[- ]president|vice[- ]présidente? exécuti|vicepresidente esecutiv|exekutiv-?vizepräsident|wiceprzewodnicząc\p{L}{1,4} wykonawcz|виконавч\p{L}{1,4} віцепрезидент|secretary[- ]general|generalsekretär|secrétaire général|segretari[oa] general|sekretarz(?:a|em|owi)? general|генеральн(?:ий|ого|ому|им|а|ої|ою) секретар|генсек|high representative|außenbeauftragt|haute?[ -]représentant|alto rappresentante|commissioner|kommissar|commissaire|commissari|komisarz|комісар|rapporteur|military committee|militärausschuss|comité militaire|comitato militare|komitetu? wojskow|військов(?:ий|ого|ому|им) комітет|supreme allied|saceur|eurodeput|europosł|europoseł|європейськ|(?:députée?|parlementaire) européen|(?:parlamentare|deputat[oa]) europe|europaabgeordnet/iu
/** Offices that in English belong to the state of the text by themselves. */
const stateOffice = /^(?:minister|premier|chancellor|secretary|undersecretary|senator|sen\.?|congressman|congresswoman|rep\.?|lawmaker|mp|governor|gov\.?|mayor|general|gen\.?|admiral|adm\.?|colonel|col\.?|lieutenant|lt\.?|major|maj\.?|captain|capt\.?|commander|cmdr\.?|commodore|brigadier|brig\.?|marshal|sergeant|sgt\.?|treasurer|whip|critic|lord|baroness|viscount|peer|councill?or|alderman)$/
const strictly = /^(?:(?:acting|deputy|vice) )?(?:chief of (?:the )?(?:defen[cs]e|general|army|navy|air|naval|staff)|(?:house|commons) speaker|speaker of the (?:house|commons|parliament)|(?:the )?(?:army|navy|air force|defen[cs]e|shadow|opposition|government|ministry|cabinet) (?:\p{L}{1,30} ){0,2}(?:chief|spokes\p{L}{3,6}|critic|leader|secretary|minister|official)|permanent secretary|(?:first )?(?:\p{L}{1,30} )?minister(?: of|$)|state secretary|first sea lord|spokes(?:man|woman|person) for the (?:ministry|department|government|army|navy))|(?:in the chair|(?:head|leader|chief) of the opposition)$/iu

/** "The officer" for a major, "the lawmaker" for a senator: the noun of the wider class. */
export const sameRank = (noun: string, called: string): boolean => (officer(called) && rank(noun)) || (general.test(called) && noun !== called && generals.test(noun)) || (lawmaker(called) && seat(noun))
/** "The general" for a major general, a "Brigadegeneral", a "générale de division". */
const general = /^(?:general|générale?|generale|generał(?:a|em|owi)?|генерал(?:а|ом|у|ові)?)$/u, generals = /^(?:general\p{L}{4,}|\p{L}{3,}general|(?:lieutenant|major|brigadier)[- ]?general|gen\.|generał-\p{L}+|генерал-\p{L}+)$/u
const officer = wordsLike('officer offizier offizierin officier gradé militaire ufficiale militare oficer wojskowy dowódca commander kommandeur kommandeurin офіцер військовий командир')
const rank = wordsLike('general gen gen. adm adm. admiral colonel col col. lieutenant major maj maj. captain capt capt. commander commodore brigadier oberst oberstleutnant hauptmann générale général amiral commandant capitaine generale ammiraglio colonnello maggiore capitano', 'generał admirał pułkownik podpułkownik major kapitan porucznik dowódc генерал адмірал полковник підполковник майор капітан командир комбат')
const lawmaker = wordsLike('lawmaker mp parlamentarier parlamentarierin abgeordnete abgeordneter élu élue parlementaire parlamentare onorevole poseł posłanka', 'parlamentarzyst нардеп парламентар')
const seat = wordsLike('sen. rep. congressman congresswoman mp abgeordnete abgeordneter abgeordneten député députée sénateur sénatrice maire deputato deputata poseł posła posłanka posłanki', 'senat депутат нардеп сенатор')

/** "My predecessor": never the one in play. @example another.test('predecessor') // true */
export const another = /^(?:predecessor|successor|vorgänger(?:in)?|nachfolger(?:in)?|prédécesseure?|successeure?|predecessore|successore|poprzedni(?:k|czk)\p{L}*|następc\p{L}*|попередни[кц]\p{L}*|наступни[кц]\p{L}*)$/u

/** Offices that only a state has. */
export const publicOffice = (noun: string): boolean => !isTrade(noun) && !/(?:direktor|directeur|directrice|direttor|dyrektor|директор|chef|capo|fondat|founder|засновни|założyciel|journalist|eксперт|експерт|expert|analy|анал|редактор|prezes|geschäft|unternehm|manager|менедж|professor|profess|профес|responsable|responsabil|diplomat|дипломат|coordinat|koordyna|координат|rappresentant|vertreter|représentant|przedstawiciel|представни|rozmówc|співрозмовни|^source$|^fonte$|^insider|informator|informant)/u.test(noun)

/** Is an office one of a town or a region, so that the place named tells its state? @example ofPlaces('governor') // true */
export const ofPlaces = (noun: string | null): boolean => noun !== null && regional.test(noun)
const regional = /^(?:governors?|mayors?|councill?ors?|gouverneure?s?|gouverneurin|(?:ober)?bürgermeister(?:in)?s?|landrat|landrätin|maires?|préfète?s?|prefett[oi]|sindac[oaihe]+|governator[ei]|governatrice|burmistrz\p{L}*|wojewod\p{L}*|gubernator\p{L}*|mer(?:a|em|owi)?|губернатор\p{L}*|мер(?:а|у|ом|ка|ки)?)$/u

/** Heads of a ministry or of the state by a description: "szef resortu", "глава відомства", "the head of state". */
export function describesHead(noun: string, name: string): RegExp | null {
  if (!heads(noun)) return null
  return stateHead.test(name) ? president : governmentHead.test(name) ? premier : diplomacy.test(name) || ministry.test(name) ? minister : null
}
const heads = wordsLike('head chief boss leader locataire titolare capo szef szefa szefem szefowa szefowej szefową wiceszef wiceszefa wiceszefem wiceszefowa wiceszefowej wiceszefową глава глави главі главу главою голова голови голові голову головою staatsoberhaupt', 'очільни керівни', 'chef chefin chefs cheffe')
const stateHead = /head of state|cheff?e? de l[’']état$|capo dello stato$|głow[aęyą] państwa|глав(?:а|и|і|у|ою) держави|staatsoberhaupt/iu
const governmentHead = /head of (?:the )?government|cheff?e? du gouvernement|capo del governo|(?:szef|szefa|szefem|szefowa) rządu|(?:глава|глави|главі|главу|главою|голова|голови|очільник|очільниця) уряду|regierungschef/iu
const ministry = /resortu|ministerstwa|(?:^| )mon$|(?:^| )msz$|відомства|міністерства|міноборони|мзс|мо$|dicastero|farnesina|ministero|minist(?:ère|ry)|ressort|defen[cs]e chief|pentagon/iu
const diplomacy = /diplomati|diplomacji|дипломатії|diplomacy|diplomazia|foreign policy chief/iu
const president = /president|präsident|président|presidente|prezydent|президент|^(?:king|queen|könig|roi|re|król|король)/iu
const premier = /premier|prime|kanzler|chancellor|chanceli|cancellier|canclerz|kanclerz|прем.?єр|канцлер|ministerpräsident/iu
const minister = /minist|міністр|secretary/iu

/** Offices of which a text names whom it means, or means another one: "the president", "the minister". */
const highest = /presid|präsident|prezyd|президент|^(?:king|queen|könig|königin|roi|reine|re|regina|król|królowa|король|королева)$|prem|прем|kanzler|chancel|cancell|kancler|канцлер|minist|міністр|secretar|secrétaire|segretari|sekretä|sekretarz|секретар|pr[eé]f(?:e[ct]t|et)|pr[äe]fekt|mayor|maire|sindac|bürgermeister|burmistrz|^mer|мер$|мера$|govern|gouvern|gubernator|wojewod|губернатор/u
/** Is an office one of those who stand for a state at a meeting: ministers, presidents, secretaries? @example governs('deputy foreign minister') // true */
export const governs = (office: string): boolean => office.toLowerCase().split(/[ ,]+/).some((w) => (highest.test(w) || /staatschef|staatsoberhaupt|regierungschef/u.test(w)) && !regional.test(w) && !/minist(?:erium|ry|ère|ero$|erstw)|міністерств/u.test(w)) || describesHead(office.toLowerCase().split(' ')[0]!, office) !== null

/** Offices that only their like are called by. */
const likes: readonly ((noun: string) => boolean)[] = [(n) => officer(n) || rank(n), (n) => /spokes|sprecher|porte-parole|portavoce|rzeczni|речни|пресс/u.test(n), (n) => /ambas[cs]|botschaft|ambasad|^посол|^посл/u.test(n), (n) => /judge|richter|juge|giudice|sędzi|судд/u.test(n), (n) => /^speaker|спікер|marszał/u.test(n), (n) => /chair|vorsitz|rapporteu|relat(?:or|ric)e|sprawozdaw|доповіда|przewodnicz|^голов/u.test(n), lawmaker]

/** Nouns for those whom a text does not name. */
const nameless = /^(?:official|urzędni|funzionari|fonctionnaire|чиновни|посадов|member|source|insider|mitglied|interlocut|membre|membro|członk|rozmówc|informator|член|співрозмовн|джерел|beamt|aide|adviser|advisor|berater)/u

/** May somebody of an office, or of none that is told, be called by a noun for people? @example mayBeCalled('member', 'deputy head of the division') // true */
export function mayBeCalled(noun: string, office: string | null): boolean {
  if (highest.test(noun) || nameless.test(noun)) return false
  const like = likes.find((is) => is(noun.toLowerCase()))
  if (office === null) return !like || like === lawmaker || officer(noun) || rank(noun)
  return !like || office.toLowerCase().split(/[ ,]+/).some((w) => like(w) || seat(w) && like === lawmaker)
}
