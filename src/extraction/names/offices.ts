import type { Sense } from '../../core/lexicon.ts'

/** Trades that nobody has for a state, whatever state he comes from: "Finnish analyst", "délégué syndical". */
const trades = new RegExp('^(?:' + [
  'analyst|economist|professor|researcher|fellow|historian|(?:co-?)?founder|owner|ceo|cfo|coo|lawyer|attorney|journalist|reporter|editor|author|activist|volunteer|veteran|teacher|doctor|nurse|farmer|worker|resident|witness|strategist|consultant|scientist|trustee|organi[sz]er|campaigner|expert|academic|scholar|entrepreneur|columnist|executive|manager|engineer|designer|bishop|archbishop|cardinal|pope',
  '\\p{L}{0,24}(?:analyst|analystin|analytiker(?:in)?|ökonom(?:in)?|volkswirt(?:in)?|professor(?:in)?|forscher(?:in)?|historiker(?:in)?|gründer(?:in)?|inhaber(?:in)?|eigentümer(?:in)?|geschäftsführer(?:in)?|vorstandsvorsitzende[rn]?|vorstandschef(?:in)?|konzernchef(?:in)?|firmenchef(?:in)?|unternehmer(?:in)?|anwalt|anwältin|journalist(?:in)?|redakteur(?:in)?|aktivist(?:in)?|freiwillige[rn]?|veteran|landwirt(?:in)?|expert(?:e|en|in)|politolog(?:e|en|in)|wissenschaftler(?:in)?|betriebsrat\\p{L}{0,24}|gewerkschaft(?:er|erin|schef|schefin)|werksleiter(?:in)?|ingenieur(?:in)?)',
  'économiste|analyste|professeure?|chercheu(?:r|se)|historien(?:ne)?|fondat(?:eur|rice)|cofondat(?:eur|rice)|propriétaire|patron(?:ne)?|pdg|gérante?|avocate?|journaliste|auteure?|autrice|militante?|bénévole|volontaire|vétéran|agricult(?:eur|rice)|habitante?|témoin|experte?|politologue|spécialiste|syndicaliste|consultante?|ingénieure?|entrepreneu(?:r|se)|géologue|sociologue',
  'analista|economista|professore|professoressa|docente|ricercat(?:ore|rice)|storic[oa]|(?:co)?fondat(?:ore|rice)|proprietari[oa]|amministrat(?:ore|rice)|imprendit(?:ore|rice)|avvocat[oa]|giornalista|autore|attivista|volontari[oa]|agricolt(?:ore|rice)|testimone|espert[oa]|politolog[oa]|consulente|sindacalista|ingegnere',
  '(?:anality(?:k|czk)|ekonomist|profesor|badacz|history(?:k|czk)|(?:współ)?założyciel|właściciel|prawni|adwokat|dziennikar|redaktor|autor|aktywist|wolontariusz|weteran|nauczyciel|lekar|rolni|ekspert|politolo|konsultant|związkow|przedsiębiorc|inżynier|publicyst|naukowiec)\\p{L}{0,24}',
  '(?:аналітик|економіст|професор|дослідни|історик|історикин|(?:спів)?засновни|власни[кц]|адвокат|юрист|журналіст|редактор|автор|активіст|волонтер|ветеран|вчител|лікар|фермер|експерт|політолог|консультант|підприєм|інженер|публіцист|науков)\\p{L}{0,24}',
].join('|') + ')$', 'u')

/** Words in an office that make it one of a firm, a union, a school, a paper. */
const houses = /syndic|sindacal|gewerkschaft|betriebsrat|związk\p{L}{0,12} zawod|профспілк|(?<!european )\bunion\b(?! (?:europ|navale))|think[ -]?tank|\bngo\b|\bong\b|foundation|stiftung|fondation|fondazione|fundacj|(?<!\p{L})фонду|charity|universit|hochschul|uczeln|uniwersytet|університет|institut|instytut|інститут|konzern|unternehmen|\bfirm|company|entreprise|aziend|impres[ae]\b|spółk|компан|концерн|фірм|verband|newspaper|zeitung|gazet|giornale|газет|shipbuilder|shipyard|manufacturer|hersteller|producent|виробни|stoczni|werft|start-?up/iu
/** Words that make even such an office one of the state: "an expert at the defence ministry". */
const ofState = /minist|міністерств|міноборон|resort|ressort|відомств|\barmy|\bnavy|air force|armée|marine nationale|\bheer|bundeswehr|marynark|wojsk|збройн|військ|генштаб|général staff|government|gouvernement|regierung|governo|rząd|уряд|parliament|parlement|parlament|sejm|\bsenat|pentagon|embassy|botschaft|ambass|ambasad|посольств/iu

/** Does an office belong to no state: a trade, or a post in a firm, a union, a school? @example isPrivate('analyst', 'Finnish analyst') // true */
export const isPrivate = (noun: string, office: string): boolean => (trades.test(noun) || houses.test(office)) && !ofState.test(office)

/** Is the office one of the past, so that its bearer speaks for no state? @example isFormer('Retired Dutch general') // true */
export const isFormer = (words: string): boolean => former.test(words)
const former = /(?<!\p{L})(?:former|retired|ex-\p{L}|one-time|erstwhile|ehemalige?[rns]?|frühere?[rns]?|pensioniert\p{L}*|a\. ?d\.|ancien(?:ne)?|à la retraite|en retraite|ex|già|in congedo|in pensione|były|była|byłego|byłej|emerytowan\p{L}+|w stanie spoczynku|w rezerwie|колишн\p{L}+|екс\p{L}+|у відставці|відставн\p{L}+)(?!\p{L})/iu

/** Does an office without a named state belong to the state of the text? Not that of a body of many states. */
export function atHome(office: string, nouns: ReadonlySet<string>, senses: readonly Sense[], strict: boolean): boolean {
  if (manyStates.test(office) || (senses.length === 1 && senses[0]!.country === null)) return false
  return [...nouns].some((n) => (strict ? stateOffice.test(n) || (n === 'president' && office.toLowerCase() === n) || strictly.test(office) : publicOffice(n) && !/program/i.test(office)))
}
const manyStates = /secretary[- ]general|generalsekretär|secrétaire général|segretari[oa] general|sekretarz(?:a|em|owi)? general|генеральн\p{L}{1,12} секретар|high representative|außenbeauftragt|haut\p{L}{0,12} représentant|alto rappresentante|commissioner|kommissar|commissaire|commissari|komisarz|комісар|rapporteur|military committee|militärausschuss|comité militaire|comitato militare|komitet\p{L}{0,12} wojskow|військов\p{L}{1,12} комітет|supreme allied|saceur|eurodeput|europosł|europoseł|європейськ|(?:député|parlementaire)\p{L}{0,12} européen|(?:parlamentare|deputat[oa]) europe|europaabgeordnet/iu
/** Offices that in English belong to the state of the text by themselves. */
const stateOffice = /^(?:minister|premier|chancellor|secretary|undersecretary|senator|sen\.?|congressman|congresswoman|rep\.?|lawmaker|mp|governor|gov\.?|mayor|general|gen\.?|admiral|adm\.?|colonel|col\.?|lieutenant|lt\.?|major|maj\.?|captain|capt\.?|commander|cmdr\.?|commodore|brigadier|brig\.?|marshal|sergeant|sgt\.?|treasurer|whip|critic|lord|baroness|viscount|peer)$/
const strictly = /^(?:(?:acting|deputy|vice) )?(?:chief of (?:the )?(?:defen[cs]e|general|army|navy|air|naval|staff)|(?:house|commons) speaker|speaker of the (?:house|commons|parliament)|(?:the )?(?:army|navy|air force|defen[cs]e|shadow|opposition|government|ministry|cabinet) (?:\p{L}+ ){0,2}(?:chief|spokes\p{L}+|critic|leader|secretary|minister|official)|permanent secretary|(?:first )?(?:\p{L}+ )?minister(?: of|$)|state secretary|first sea lord|spokes(?:man|woman|person) for the (?:ministry|department|government|army|navy))/iu

/** "The officer" for a major, "the lawmaker" for a senator: the noun of the wider class. */
export const sameRank = (noun: string, called: string): boolean => (officer.test(called) && rank.test(noun)) || (lawmaker.test(called) && seat.test(noun))
const officer = /^(?:officer|offizier(?:in)?|officier|gradé|militaire|ufficiale|militare|oficer|wojskowy|dowódca|commander|kommandeur(?:in)?|офіцер|військовий|командир)$/
const rank = /^(?:general|gen\.?|admiral|adm\.?|colonel|col\.?|lieutenant|major|maj\.?|captain|capt\.?|commander|commodore|brigadier|oberst(?:leutnant)?|hauptmann|généra[l]e?|amiral|colonel|commandant|capitaine|generale|ammiraglio|colonnello|maggiore|capitano|generał\p{L}*|admirał\p{L}*|(?:pod)?pułkownik\p{L}*|major\p{L}*|kapitan\p{L}*|porucznik\p{L}*|dowódc\p{L}+|генерал\p{L}*|адмірал\p{L}*|(?:під)?полковник\p{L}*|майор\p{L}*|капітан\p{L}*|командир\p{L}*|комбат\p{L}*)$/u
const lawmaker = /^(?:lawmaker|mp|parlamentarier(?:in)?|abgeordneter?|élue?|parlementaire|parlamentare|onorevole|parlamentarzyst\p{L}+|poseł|posłanka|нардеп\p{L}*|парламентар\p{L}+)$/u
const seat = /^(?:senator\p{L}*|sen\.|rep\.|congress(?:man|woman)|mp|abgeordnete[rn]?|député\p{L}*|sénat\p{L}+|maire|deputat[oa]|senat(?:ore|rice)|poseł|posła|posłank\p{L}+|депутат\p{L}*|нардеп\p{L}*|сенатор\p{L}*)$/u

/** Offices that only a state has. */
export const publicOffice = (noun: string): boolean => !trades.test(noun) && !/(?:direktor|directeur|directrice|direttor|dyrektor|директор|chef|capo|fondat|founder|засновни|założyciel|journalist|eксперт|експерт|expert|analy|анал|редактор|prezes|geschäft|unternehm|manager|менедж|professor|profess|профес|responsable|responsabil|diplomat|дипломат|coordinat|koordyna|координат|rozmówc|співрозмовни)/u.test(noun)

/** Heads of a ministry or of the state by a description: "szef resortu", "глава відомства", "the head of state". */
export function describesHead(noun: string, name: string): RegExp | null {
  if (!heads.test(noun)) return null
  return stateHead.test(name) ? president : governmentHead.test(name) ? premier : diplomacy.test(name) || ministry.test(name) ? minister : null
}
const heads = /^(?:head|chief|boss|leader|\p{L}*chef(?:fe|in|s)?|locataire|titolare|capo|szef(?:owa|a|em|owi|owej|ową)?|глав(?:а|и|і|у|ою)|голов(?:а|и|і|у|ою)|очільни(?:к|ка|ку|ком|ця|ці|цю|цею)|керівни(?:к|ка|ку|ком|ця|ці|цю|цею)|staatsoberhaupt|regierungschef(?:in)?|ressortchef(?:in)?)$/u
const stateHead = /head of state|state(?:’|')s leader|chef\p{L}{0,12} de l[’']état$|capo dello stato$|głow[aęyą]\p{L}{0,12} państwa|глав\p{L}{0,12} держави|staatsoberhaupt/iu
const governmentHead = /head of (?:the )?government|chef\p{L}{0,12} du gouvernement|capo del governo|szef\p{L}{0,12} rządu|(?:глав|голов|очільни)\p{L}{0,12} уряду|regierungschef/iu
const ministry = /resortu|ministerstwa|(?:^| )mon$|(?:^| )msz$|відомства|міністерства|міноборони|мзс|мо$|dicastero|farnesina|ministero|minist(?:ère|ry)|ressort|defen[cs]e chief|pentagon/iu
const diplomacy = /diplomati|diplomacji|дипломатії|diplomacy|diplomazia|foreign policy chief/iu
const president = /president|präsident|président|presidente|prezydent|президент|^(?:king|queen|könig|roi|re|król|король)/iu
const premier = /premier|prime|kanzler|chancellor|chanceli|cancellier|canclerz|kanclerz|прем.?єр|канцлер|ministerpräsident/iu
const minister = /minist|міністр|secretary/iu
