import type { ActorType, CountryCode, Mention } from '../../core/claim.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { startsUpper } from '../words/characters.ts'
import { chunk, Reading, written, type Chunk } from './chunks.ts'
import { makeCast, type Cast } from './coreference.ts'
import { isGivenName } from './given-names.ts'
import { governmentWords } from './governments.ts'
import { nationalChunk } from './nationals.ts'
import { apposition, beforeNoun, commaOffice, ofFirm, ofUnknown, officeAfter, officeBefore, officeUpTo, stateIn } from './office-phrases.ts'
import { another, houses, isFormer, isPrivate } from './offices.ts'
import { findPieces, honours, type Piece } from '../words/pieces.ts'
import type { Quotation } from '../speech/quotations.ts'
import { speechTable } from '../speech/speech-words.ts'
import { nameClass } from './name-words.ts'

/**
 * The actors a document names or describes, in reading order, each settled within the document as far as it goes:
 * surnames and pronouns carry the fullest name, descriptions the person they describe.
 * @example findNames(analysis, quotations).map((m) => m.mention.name)
 */
export function findNames(analysis: Analysis, quotations: readonly Quotation[]): MentionAt[] {
  const { document, sentences, language, lexicon } = analysis
  const chunks: Chunk[] = [], readings: Reading[] = []
  let quote = 0
  sentences.forEach((sentence, index) => {
    while (quote < quotations.length && quotations[quote]!.end <= sentence.start) quote++
    const inQuote = (at: number) => { for (let q = quote; q < quotations.length && quotations[q]!.start <= at; q++) if (at < quotations[q]!.end) return true; return false }
    const reading = new Reading(sentence, index, document.text, analysis.language, findPieces(sentence, lexicon, language), inQuote)
    readings.push(reading)
    chunks.push(...chunksOf(reading))
  })
  if (language.names.nounsInCapitals || sentences[0]?.tokens[0]?.pos) chunks.push(...surnamesAlone(chunks, analysis, (i) => readings[i]!))
  chunks.sort((a, b) => a.sentence - b.sentence || a.from - b.from)
  const cast = makeCast(chunks, analysis)
  const idle = (chunk: Chunk, mention: Mention) => mention.type === 'unknown' && chunk.kind === 'person' && chunk.opens && !mention.name.includes(' ')
  return chunks.flatMap((chunk) => { const mention = settle(chunk, cast); return mention && !idle(chunk, mention) ? [{ ...chunk.span, sentence: chunk.sentence, mention, quoted: chunk.quoted }] : [] })
}

/**
 * "Haugrud fuhr nach Oslo": where all nouns have capitals, a surname alone is known by the full name that stands elsewhere.
 * So it is where a tagger takes it for another word: "Brandhorst called it slow".
 */
function surnamesAlone(chunks: readonly Chunk[], { sentences }: Pick<Analysis, 'sentences'>, reading: (sentence: number) => Reading): Chunk[] {
  const surnames = new Set(chunks.filter((c) => c.kind === 'person' && c.type === 'person' && c.name.includes(' ')).map((c) => c.name.slice(c.name.lastIndexOf(' ') + 1)).filter((n) => n.length > 2))
  if (surnames.size === 0) return []
  const taken = new Set(chunks.flatMap((c) => Array.from({ length: c.to - c.from }, (_, k) => c.sentence * 10_000 + c.from + k)))
  return sentences.flatMap((sentence, index) => sentence.tokens.flatMap((t, i) => {
    const name = surnames.has(t.text) ? t.text : t.text.endsWith('s') && surnames.has(t.text.slice(0, -1)) ? t.text.slice(0, -1) : null
    if (!name || taken.has(index * 10_000 + i) || t.pos && (name !== t.text || !mistaken.test(t.pos) && !(t.pos === 'NOUN' && i === 0) || !/^(?:VERB|AUX|PUNCT)$/.test(sentence.tokens[i + 1]?.pos ?? ''))) return []
    const r = reading(index), barred = r.at[i] !== undefined || (r.classOf(i) & noSurname) !== 0 || r.table.determiners.has(r.lower(i - 1))
    return barred ? [] : [chunk(r, i, i + 1, { kind: 'person', name, type: 'person' })]
  }))
}
/** Tags of a name that a tagger does not know. */
const mistaken = /^(?:ADJ|ADV|VERB|INTJ|X)$/
const noSurname = nameClass.role | nameClass.group | nameClass.bodyNoun | nameClass.text | nameClass.never | nameClass.determiner

function settle(chunk: Chunk, cast: Cast): Mention | null {
  const written = { written: chunk.name, span: chunk.span }
  const found = cast.settle(chunk)
  if (!found) return null
  return { kind: 'mention', type: found.type, name: found.name, ...written, country: found.country, office: found.office, candidates: found.senses.map((s) => s.id) }
}

function chunksOf(r: Reading): Chunk[] {
  const out: Chunk[] = [], taken = new Set<number>()
  const add = (chunk: Chunk | null) => { if (!chunk) return; for (let i = chunk.from; i < chunk.to; i++) if (taken.has(i)) return; out.push(chunk); for (let i = chunk.from; i < chunk.to; i++) taken.add(i) }
  for (const piece of r.pieces) if (piece.kind === 'person' || piece.kind === 'name') {
    if (ofOwner(r, piece) || ofOffice(r, piece) || ofBody(r, piece) || ofFirm(r, piece) || ofTitle(r, piece) || ofTail(r, piece)) continue
    add(personChunk(r, piece, taken))
  }
  for (let i = 0; i < r.tokens.length; i++) if ((r.classOf(i) & told) !== 0 && !taken.has(i) && !r.at[i]) add(descriptionChunk(r, i, taken) ?? pronounChunk(r, i))
  for (const piece of r.pieces) if (piece.kind === 'demonym') add(nationalChunk(r, piece))
  for (const piece of r.pieces) if (piece.kind !== 'person' && piece.kind !== 'name') add(actorChunk(r, piece, taken))
  return out.sort((a, b) => a.from - b.from)
}

/** "Punklady Nina Hagen", "Fazit von Sandra Boser": where nouns have capitals, a name may begin at the given name inside a run of them. */
function fromGiven(r: Reading, piece: Piece): Piece {
  if (piece.senses.length > 0 || isGivenName(r.tokens[piece.from]!.text)) return piece
  // "Prezes Radostalu Konrad Wilga": between office and name stands the firm in the genitive.
  if (r.language.names.cases.length > 0 && piece.to - piece.from > 2 && r.isRole(piece.from - 1) && (isGivenName(r.tokens[piece.from + 1]!.text) || /[^aeiouyаеиіоу](?:u|у)$/u.test(r.lower(piece.from)))) return { ...piece, from: piece.from + 1 }
  // "Wolontariuszka Ewa Klon" opens a sentence: its capital says nothing.
  if (!r.language.names.nounsInCapitals) return r.tokens[piece.from]!.pos === null && piece.to - piece.from > 2 && (piece.from === 0 || /^[«„“"–—-]$/.test(r.tokens[piece.from - 1]!.text)) && (isGivenName(r.tokens[piece.from + 1]!.text) || byTrade.test(r.lower(piece.from)) && r.language.names.cases.length > 0) ? { ...piece, from: piece.from + 1 } : piece
  for (let i = piece.from + 1; i < piece.to - 1; i++) if (isGivenName(r.tokens[i]!.text) && /^\p{Lu}\p{Ll}/u.test(r.tokens[i + 1]!.text)) return { ...piece, from: i }
  return piece
}

/** Endings of words for women by what they do: "Полковниця", "Wolontariuszka". */
const byTrade = /(?:ниця|анка|истка|орка|ерка|чиня|киня|niczka|istka|orka|erka|yni)$/u

function personChunk(r: Reading, run: Piece, taken: ReadonlySet<number>): Chunk | null {
  const piece = fromGiven(r, run)
  let office = officeBefore(r, piece, taken)
  // A word inside the office was taken for a name of its own: the person stands without it.
  if (office) for (let i = piece.from - 1; i >= office.from; i--) if (taken.has(i)) { office = office.noun > i ? { ...office, from: i + 1 } : null; break }
  const after = apposition(r, piece.to)
  // "The radar and its successor, Puma Sentinel": a thing may have one too.
  if (office && another.test(r.lower(office.noun)) && !isGivenName(r.tokens[piece.from]!.text)) office = null
  const title = r.table.titles.has(r.lower(piece.from - 1)) || r.table.titles.has(r.lower(piece.from - 2))
  const single = piece.to - piece.from === 1 && piece.senses.length === 0
  // "Sagebrush Sensing, which moved to town": no person.
  if (!office && !after && !title && piece.senses.length === 0 && r.lower(piece.to) === ',' && r.lower(piece.to + 1) === 'which' && !isGivenName(r.tokens[piece.from]!.text)) return chunk(r, piece.from, piece.to, { kind: 'actor', name: written(r, piece.from, piece.to), type: 'company' })
  const given = callSign.test(r.lower(piece.from - 1)) || !single && (isGivenName(r.tokens[piece.from]!.text) || withParticle(r, piece)), verb = besideVerb(r, piece) || !single && r.lower(piece.to) === ',' && r.lower(piece.to + 1) === 'who'
  const party = office || after || single && !title ? null : partyBehind(r, piece)
  const nounsOnly = r.language.names.nounsInCapitals && piece.senses.length === 0 && !title && !office && !after && !given && !verb && !party
  if (nounsOnly) return null
  let from = office?.from ?? piece.from
  while (from > 0 && r.table.titles.has(r.lower(from - 1))) from--
  const where = office ?? after, before = where ? stateIn(r, where.from, where.to, piece) : { country: null, supranational: false, firm: false }
  // "Colonel Anna Lund, a Danish air defence chief,": a rank tells no state, the apposition does.
  const named = (at: { from: number; to: number }) => r.tokens.slice(at.from, at.to + 2).some((t, k) => /^[–—-]$/.test(t.text) || r.at[at.from + k]?.kind === 'person' || r.at[at.from + k]?.kind === 'name' && r.at[at.from + k]!.to - r.at[at.from + k]!.from > 1)
  const told = office && after && !named(after) && before.country === null && !before.supranational && !before.firm && !isFormer(written(r, after.from, after.to)) ? stateIn(r, after.from, after.to, piece) : before, found = told.country ? told : before
  let to = piece.to
  while (honours.has(r.tokens[to]?.text ?? '') && !(r.table.titles.has(r.lower(to + 1)) || startsUpper(r.tokens[to + 1]?.text ?? ''))) to++
  const rank = where ? null : to > piece.to && seats.test(r.tokens[piece.to]!.text) ? r.tokens[piece.to]!.text : stateTitle(r, piece.from) ?? party
  // "Baroness Ackroyd of Helmsdale": the seat belongs to the name.
  const peer = rank !== null && peers.test(rank) && r.lower(to) === 'of' && startsUpper(r.tokens[to + 1]?.text ?? '')
  if (peer) { to += 2; while (startsUpper(r.tokens[to]?.text ?? '') && !r.stops(to)) to++ }
  const chairs = r.lower(piece.to) === 'in' && r.lower(piece.to + 2) === 'chair'
  const words = chairs ? (office ? written(r, office.from, office.to) + ' ' : '') + 'in the chair' : where ? written(r, where.from, where.to) : rank
  const noun = chairs ? 'chair' : where ? r.lower(where.noun) : party && rank === party ? 'mp' : rank?.toLowerCase() ?? null
  const unofficial = where !== null && ((found.firm && !found.country) || !found.country && ownedBefore(r, where.from) || ofUnknown(r, where, piece) || isPrivate(noun!, words!) || isFormer(written(r, Math.max(0, where.from - 1), where.to) + (where === after ? written(r, where.to, Math.min(where.to + 4, r.tokens.length)).replace(/,.*/s, '') : after && !named(after) ? ' ' + written(r, after.from, after.to) : '')))
  const born = where ? null : ofNation(r, piece.from)
  const nation = found.country ?? born ?? (where && !found.supranational ? stateBehind(r, piece.to) : null) ?? seatState(r, rank, to) ?? (single || found.supranational || where === after && where !== null ? null : stateLed(r, piece.to))
  const state = { country: unofficial ? null : nation, nation, private: unofficial, supranational: found.supranational || prefixed.test(noun ?? '') }
  const her = born && r.at[piece.from - 1]?.kind === 'demonym' && /^(?:la|die)$/.test(r.lower(piece.from - 2)) ? true : r.tokens[piece.from - 1] ? feminineTitle(r.lower(piece.from - 1)) : null
  return chunk(r, from, to, {
    kind: 'person', name: written(r, rank && peers.test(rank) ? piece.from - 1 : piece.from, peer ? to : piece.to), office: words, noun, ...state, senses: piece.senses,
    feminine: her ?? (noun && r.table.feminine.has(noun) ? true : null), type: piece.senses.length > 0 || title || office || after || given || party || (!single && (verb || born)) ? 'person' : 'unknown', possessive: office !== null && theirs.test(r.lower(office.from - 1)), whose: office !== null && ours.test(r.lower(office.from - 1)) ? 'ours' : null,
  })
}
/** Whose somebody is, beside a noun: of a state or body, or of a person. */
const theirs = /^(?:its|their|his|her|sein(?:e[rmns]?)?|ihr(?:e[rmns]?)?|son|sa|ses|leurs?|suo|sua|suoi|sue|loro|його|її|їх|їхн\p{L}{1,3}|jego|jej|ich)$/u
const ours = /^(?:my|our|mein(?:e[rmns]?)?|unser(?:e[rmns]?)?|mon|ma|notre|mi[ao]|nostr[oa]|m[oó]j|moja|nasza?|мій|моя|наша?)$/

/** "Italy’s Anna Lund", "la Lettone Ilze Bērza", "der Ukrainer Ivan Lis": the nation right before a name that has no office. */
function ofNation(r: Reading, at: number): CountryCode | null {
  const owner = /^['’]s$/.test(r.lower(at - 1)) ? r.at[at - 2] : undefined, nation = r.at[at - 1]
  // "Ukraine’s Motor Sich", "l’ucraina Podillia Mash": a firm, unless the first word is a given name.
  const given = isGivenName(r.tokens[at]!.text)
  if (owner?.kind === 'state' && owner.to === at - 1 && given) return owner.senses[0]?.country ?? null
  // "Господар зустрічі, литовець Ґінтарас": a noun for somebody of a nation, which Ukrainian writes small.
  const noun = r.language.names.cases.length > 0 && !/(?:(?:s|c|dz)k(?:i|a|iego|iej|iemu|im|ą|ie|ich)|(?:с|ц|з)ьк\p{L}{1,3})$/u.test(r.lower(at - 1)) && startsUpper(r.tokens[at + 1]?.text ?? '')
  return nation?.kind === 'demonym' && nation.to === at && nation.to - nation.from === 1 && (noun || startsUpper(r.tokens[at - 1]!.text) && r.tokens[at - 1]!.pos === null || given && /^(?:il|lo|la|l[’']|le|the)$/.test(r.lower(at - 2))) ? nation.senses[0]?.country ?? null : null
}
/** "Verteidigungsministerin Grete Halvorsen aus Norwegen", "… Anna Lund (Норвегія)": the state behind a name. */
function stateBehind(r: Reading, to: number): CountryCode | null {
  const bracket = r.lower(to) === '(', article = /^(?:the|der|den|la|le|l[’'])$/.test(r.lower(to + 1)) ? 1 : 0
  if (!bracket && !origins.test(r.lower(to))) return null
  const p = r.at[to + 1 + article]
  // "Commander Jan Nowak of the Polish Navy": of a body of that state.
  if (!bracket && p?.kind === 'demonym' && (r.isBody(p.to) || r.at[p.to]?.kind === 'body')) return p.senses[0]?.country ?? null
  if (!bracket && p?.kind === 'body' && r.language.names.homeState === null) return p.senses[0]?.country ?? null
  return p?.kind === 'state' && (!bracket || r.lower(p.to) === ')') ? p.senses[0]?.country ?? null : null
}
/** "Anna Lund, who has run the land division of Norway’s procurement agency since May,": the state whose body somebody leads or works for. */
function stateLed(r: Reading, to: number): CountryCode | null {
  if (r.lower(to) !== ',' || !relative.test(r.lower(to + 1))) return null
  let end = to + 2
  while (end < to + 22 && end < r.tokens.length && !/^[,;.]$/.test(r.lower(end))) end++
  const verb = r.tokens.findIndex((t, i) => i > to + 1 && i < Math.min(end, to + 8) && leading.test(t.lower)), body = r.tokens.findIndex((_, i) => i > to + 2 && i < end && (r.isBody(i) || r.at[i]?.kind === 'body' || unit.test(r.lower(i))))
  return verb > 0 && body > 0 && !houses.test(written(r, to + 2, end)) ? stateIn(r, to + 2, end).country : null
}
const unit = /^(?:battalion|brigade|regiment|squadron|platoon|battery|division|corps|bataillon\p{L}*|brigad\p{L}*|staffel|bataillon|régiment|escadron|battaglione|brigata|reggimento|batalion\p{L}*|brygad\p{L}*|pułk\p{L}*|батальйон\p{L}*|полк\p{L}*)$/u
const relative = /^(?:who|der|die|qui|che|który|która|який|яка)$/
const leading = /^(?:r[ua]ns?|leads?|led|heads?|headed|commands?|chairs?|represents?|oversees|directs|serves?|works?|leitet|führt|vertritt|befehligt|arbeitet|dirige|commande|préside|représente|travaille|guida|comanda|presiede|rappresenta|lavora|kieruje|dowodzi|reprezentuje|pracuje|керує|очолює|командує|представляє|працює)$/

/** "Solange Thévoz (Mitte/VD)", "Theo Halvoet (N-VA)": a politician by the party behind the name; no short form of the words before it. */
function partyBehind(r: Reading, piece: Piece): string | null {
  if (r.lower(piece.to) !== '(' || piece.senses.length > 0 || r.table.determiners.has(r.lower(piece.from - 1)) || r.table.links.has(r.lower(piece.from - 1))) return null
  let end = piece.to + 1
  while (end < piece.to + 6 && r.lower(end) !== ')') end++
  const inside = r.lower(end) === ')' ? written(r, piece.to + 1, end) : ''
  const parts = inside.split(/[ /–]/).filter((p) => p !== '' && p !== '-' && !joining.test(p))
  if (parts.length === 0 || parts.length > 4 || !parts.every((p) => /^\p{Lu}[\p{L}’'.+-]*$/u.test(p)) || ['state', 'body', 'company', 'forum', 'place', 'demonym', 'person'].includes(r.at[piece.to + 1]?.kind ?? '')) return null
  // "M. Paul Auger (Baie-Comeau)": where people are called by a form of address, what stands in the bracket is a seat or a party.
  // So it does in records that write surnames in capitals: "Anna LUNDI (Lega per il Nord)".
  const last = r.tokens[piece.to - 1]!.text
  if (piece.to - piece.from > 1 && last.length > 3 && last === last.toUpperCase() && r.tokens[piece.from]!.text !== r.tokens[piece.from]!.text.toUpperCase()) return inside
  if (r.table.titles.has(r.lower(piece.from - 1)) && address.test(r.lower(piece.from - 1))) return inside
  const initials = r.tokens.slice(piece.from, piece.to).map((t) => t.text[0]).join('')
  return inside.includes('/') || /^[\p{L}’'+-]{2,8}$/u.test(inside) && !inside.startsWith(initials) && !initials.startsWith(inside) && /\p{Lu}.*\p{Lu}|^P[a-z]$/u.test(inside) ? inside : null
}
/** Small words inside the name of a party: "Écologie et Progrès". */
const joining = /^(?:e|et|und|and|for|für|pour|per|dla|за|i|і|the|le|la|les|l[’']|il|lo|gli|die|der|das|de|du|des|di|del|della|dell[’'])$/i
const address = /^(?:m|mm|mme|mlle|mr|mrs|ms|miss|hon|on|onorevole|herr|frau|pan|pani|пан|пані)\.?$/
const peers = /^(?:lord|baroness|viscount|viscountess)$/i
/** States that a form of address or the party behind a name tells: "Lord Penhale (Con)", "Jeanne Shaheen, D-N.H.". */
const seatState = (r: Reading, rank: string | null, to: number): CountryCode | null =>
  rank && peers.test(rank) ? 'GB' : rank && ofCongress.test(rank) ? 'US' : /^[,(]$/.test(r.lower(to)) && /^[RDI]-\p{Lu}/u.test(r.tokens[to + 1]?.text ?? '') ? 'US' : null
/** Only members of one house are written so. */
const ofCongress = /^rep\.$/i
const seats = /^(?:MP|MSP|TD|MdB|MdL)$/
const origins = /^(?:of|aus|de|du|d[’']|di|del|della|dell[’']|z|ze|з|зі|із)$/

/** "EU-Ratspräsident", "Nato-Sprecherin". */
const prefixed = /^(?:eu|nato|un|uno|uno?-?hochkommiss|osze|iaea|oecd|iwf)-\p{L}/u

/** A rank or seat before a name that only a state gives: "Sen. Paul Drexler", "Col. Dana Prewitt". */
const stateTitle = (r: Reading, name: number): string | null => (stateTitles.test(r.lower(name - 1)) ? r.tokens[name - 1]!.text : null)
const stateTitles = /^(?:sen|rep|gov|gen|adm|col|lt|maj|capt|cmdr|brig|sgt|bryg|dyw|kpt|por|ген|полк)\.$|^(?:płk|ppłk|mjr|kmdr)\.?$|^(?:lord|baroness|viscount|viscountess)$/

/** Back over small words and adjectives of states: "ministre finlandaise de la". */
const roleBefore = (r: Reading, at: number): number => { let k = at; while (k > at - 4 && k > 0 && (r.table.links.has(r.lower(k)) || r.at[k]?.kind === 'demonym')) k--; return k }

/** "Речник Путіна заявив", "Doradca Trumpa", "Der Sprecher Putins": whom somebody without a name works for, in the genitive. */
function ofOwner(r: Reading, p: Piece): boolean {
  if (p.to - p.from > 1 || !aides.test(r.lower(p.from - 1)) || isGivenName(r.tokens[p.from]!.text)) return false
  const name = r.lower(p.from), behind = r.lower(p.from - 1)
  if (r.language.names.nounsInCapitals) return r.table.determiners.has(r.lower(p.from - 2)) && /[^s]s$/.test(name)
  return behind === 'посол' || behind === 'ambasador' ? /(?:[ьо]го|ego)$/u.test(name) : /(?:[ьо]го|[^аеєиіїоуюя][ая]|ego|[^aeiouy]a)$/u.test(name)
}
/** Nouns in the nominative for men who speak or act for another. */
const aides = /^(?:речник|радник|помічник|заступник|представник|спецпредставник|посланець|посол|адвокат|соратник|прессекретар|rzecznik|doradca|asystent|pomocnik|zastępca|przedstawiciel|wysłannik|ambasador|adwokat|współpracownik|sprecher|berater|anwalt|stellvertreter|vertreter|gesandter?|assistent|vertrauter?)$/u

/** "Minister of Defence": a single capital behind a linked office is the rest of the office. */
const ofOffice = (r: Reading, p: Piece) => p.kind === 'name' && r.table.links.has(r.lower(p.from - 1)) && r.isRole(roleBefore(r, p.from - 2)) && !isGivenName(r.tokens[p.from]!.text)
  && (p.to - p.from === 1 ? r.lower(p.to) !== ',' || (r.classOf(p.from) & duty) !== 0 || commaOffice(r, p.to) && r.at[p.to + 1 + (r.table.titles.has(r.lower(p.to + 1)) ? 1 : 0)] !== undefined : r.at[p.to]?.kind === 'name' || r.at[p.to]?.kind === 'person')

/** "The Chief of Defence, General …": a word that names firms or bodies is nobody's surname behind an office. */
const duty = nameClass.company | nameClass.organization | nameClass.body

/** "Ministère de la Défense": a single capital behind a linked noun for a body is the rest of its name. */
const ofBody = (r: Reading, p: Piece) => p.kind === 'name' && p.senses.length === 0 && p.to - p.from === 1 && !r.language.names.nounsInCapitals && r.table.links.has(r.lower(p.from - 1)) && r.isBody(roleBefore(r, p.from - 2)) && !isGivenName(r.tokens[p.from]!.text)

/** "Un rappresentante dei pescatori di Brod, Anna Lund,": the last word of a description before a comma and a name. */
function ofTail(r: Reading, p: Piece): boolean {
  const next = r.at[p.to + 1]
  if (p.kind !== 'name' || p.senses.length > 0 || p.to - p.from > 1 || r.lower(p.to) !== ',' || !r.table.links.has(r.lower(p.from - 1)) || next?.from !== p.to + 1 || next.to - next.from < 2 || (next.kind !== 'name' && next.kind !== 'person')) return false
  const office = officeUpTo(r, next.from, true, new Set())
  return office !== null && office.from < p.from
}

/** "голова Військового комітету", "szef Sztabu Generalnego": a capital adjective in the genitive belongs to the office before it. */
const ofTitle = (r: Reading, p: Piece) => r.language.names.cases.length > 0 && p.kind === 'name' && p.senses.length === 0 && p.to - p.from === 1 && (r.table.titles.has(r.lower(p.to)) && startsUpper(r.tokens[p.from - 1]?.text ?? '') && !isGivenName(r.tokens[p.from]!.text) || r.isRole(p.from - 1)) && (r.table.titles.has(r.lower(p.to)) || /(?:ого|ої|ьої|ego|iej|nej|ych|их)$/u.test(r.lower(p.from)) && /^\p{Ll}{3}/u.test(r.tokens[p.to]?.text ?? '') && !r.stops(p.to))

const feminineTitle = (word: string) => (/^(?:mrs|ms|miss|dame|lady|queen|duchess|frau|mme|madame|pani|пані)\.?$/.test(word) ? true : /^(?:mr|sir|lord|king|herr|m|monsieur|pan|пан)\.?$/.test(word) ? false : null)

/** "Xaver van Ypern": a small word of names between two capitals. */
const withParticle = (r: Reading, p: Piece) => !r.language.names.nounsInCapitals && p.to - p.from > 2 && p.senses.length === 0 && /^(?:van|von|de|del|della|di|der|den|du|da|dos|bin|ibn|al|el|zu)$/.test(r.lower(p.from + 1))

/** What a soldier is called by instead of his name: "callsign Owl", "o pseudonimie Sowa". */
const callSign = /^(?:call-?signs?|code-?name|codenamed|nicknamed|rufnamen?s?|kampfnamen?s?|decknamen?s?|pseudonimie|pseudonimem|kryptonimie|позивн(?:ий|им|ого)|псевдо)$/u

/** In a language whose nouns all have capitals, a name stands beside a verb of speech or is known. */
const besideVerb = (r: Reading, p: Piece) => { const { verbs: said } = speechTable(r.language); return said.has(r.lower(p.from - 1)) || said.has(r.lower(p.to)) }

function actorChunk(r: Reading, piece: Piece, taken: ReadonlySet<number>): Chunk | null {
  const sense = piece.senses[0]
  if (piece.kind === 'demonym' || piece.kind === 'other') return null
  const name = sense ? sense.name : written(r, piece.from, piece.to)
  // "Ukraine’s", "Berlin government": a state that only describes the next noun stays a mention of the state.
  if (piece.kind === 'place') return chunk(r, piece.from, piece.to, { kind: 'place', name, senses: piece.senses, country: sense?.country ?? null })
  const type: ActorType = piece.kind === 'name' || piece.kind === 'person' ? 'unknown' : piece.kind
  // "The Slovak General Staff": the first word was taken for a rank.
  const general = r.lower(piece.from) === 'staff' && r.lower(piece.from - 1) === 'general' && !taken.has(piece.from - 1) ? 1 : 0, first = piece.from - general
  const before = r.at[first - 1], owner = before && before.kind === 'demonym' && piece.kind === 'body' && !sense && !taken.has(before.from) ? before
    : /^['’]s$/.test(r.lower(first - 1)) && r.at[first - 2]?.kind === 'state' && piece.kind === 'body' && !sense ? r.at[first - 2] : undefined
  const elsewhere = anotherState(r, piece, taken)
  if (elsewhere) return chunk(r, elsewhere.from, elsewhere.to, { kind: 'actor', name: written(r, Math.min(elsewhere.from, piece.from), piece.to), country: elsewhere.country, type, noun: r.lower(piece.to - 1) })
  const inside = stateIn(r, piece.from, piece.to), seat = piece.kind === 'body' && !sense ? seatOf(r, piece.to) : null
  const from = owner?.kind === 'demonym' ? owner.from : first
  return chunk(r, from, piece.to, { kind: 'actor', name: (owner?.kind === 'demonym' || general > 0) && !sense ? written(r, from, piece.to) : name, senses: piece.senses, country: sense?.country ?? owner?.senses[0]?.country ?? inside.country ?? seat, type, noun: piece.kind === 'body' ? r.lower(piece.to - 1) : null })
}

/** "Danish MoD", "Міністерство оборони Німеччини", "ministero della Difesa tedesco": a body's name that another state beside it takes for its own. */
function anotherState(r: Reading, piece: Piece, taken: ReadonlySet<number>): { from: number; to: number; country: CountryCode } | null {
  const home = piece.kind === 'body' ? piece.senses[0]?.country : null, before = r.at[piece.from - 1], owner = before?.kind === 'demonym' && !taken.has(before.from) ? before.senses[0]?.country : null
  if (piece.kind !== 'body' || (!home && piece.senses.length > 0)) return null
  if (owner && home && owner !== home && (!r.language.goods.trailing || r.language.names.cases.length > 0)) return { from: before!.from, to: piece.to, country: owner }
  const small = governmentWords(r.language)
  let i = piece.to
  while (i < piece.to + 2 && small.has(r.lower(i).replace(/['’]$/, ''))) i++
  const next = r.at[i], country = next?.senses[0]?.country
  const belongs = next?.kind === 'state' ? i > piece.to || r.language.names.cases.length > 0 : next?.kind === 'demonym' && i === piece.to && r.language.goods.trailing
  if (!belongs || !country || country === home) return null
  // "Delegacja Niemiec": beside a noun that no body bears as its name, the state is told apart.
  return { from: piece.from, to: home || next.kind === 'demonym' ? next.to : piece.to, country }
}

/** "the German minister", "local officials", "the ministry", "a paper by …". */
function descriptionChunk(r: Reading, i: number, taken: ReadonlySet<number>): Chunk | null {
  const found = r.classOf(i)
  if ((found & described) === 0) return null
  // "Member states": whatever a tagger takes the second word for.
  const members = r.lower(i) === 'member' && ofMembers.test(r.lower(i + 1)), first = i
  if (members) i++
  const t = r.tokens[i]!
  // "Other major cities", "general elections": an adjective before a noun is nobody's office.
  if (t.pos === 'ADJ' && r.tokens[i + 1]?.pos === 'NOUN' && !r.isRole(i + 1) && /^\p{Ll}/u.test(t.text)) return null
  const group = members || severalMen(r, i) || (found & nameClass.group) !== 0 && (t.pos === null || t.pos === 'NOUN' || t.pos === 'PROPN' || t.pos === 'PART' || t.pos === 'VERB' && r.tokens[i - 1]?.pos === 'ADP') && !(r.language.names.nounsInCapitals && r.isRole(i) && oneMan(r, i)), role = !group && r.isRole(i) && !(t.lower === 'general' && r.lower(i + 1) === 'staff'), body = !group && !role && r.isBody(i)
  const text = !group && !role && !body && (found & nameClass.text) !== 0 && (t.pos === null || t.pos === 'NOUN' || t.pos === 'PROPN')
  if (!group && !role && !body && !text) return null
  let from = first
  while (from > 0 && i - from < 6 && !taken.has(from - 1) && beforeNoun(r, from - 1)) from--
  if (/^['’]s$/.test(r.lower(from))) from++
  let to = i + 1
  if (!text) to = officeAfter(r, i, taken)
  const determiner = r.lower(from - 1), definite = !indefinite.has(determiner)
  const start = r.table.determiners.has(determiner) && !taken.has(from - 1) ? from - 1 : from
  const owned = /^['’]s$/.test(r.lower(from - 1)) ? r.at[from - 2] : undefined
  const state = stateIn(r, from, to)
  const nation = state.country ?? (owned?.kind === 'state' ? owned.senses[0]?.country ?? null : null)
  const seat = body && !nation && !/embass|botschaft|ambass|ambasad|посольств/i.test(t.lower) ? seatOf(r, to) : null
  // "Officials in Ottawa": by where they sit, as the text calls them.
  const sitting = group && !nation && inService.test(t.lower) && to === i + 1 && seatedIn.test(r.lower(to)) && !taken.has(to + 1) ? r.at[to + 1] : undefined, capital = sitting?.senses[0]?.as === 'capital' ? sitting.senses[0].country : null
  if (capital) to = sitting!.to
  const unofficial = role && (isPrivate(t.lower, written(r, from, to)) || ofPerson(r, i) || !state.country && ownedBefore(r, start)), country = unofficial ? null : nation ?? seat ?? capital
  return chunk(r, start, to, {
    kind: role ? 'role' : group ? 'group' : body ? 'body' : 'text', name: written(r, from, to), noun: t.lower, country, nation, private: unofficial, supranational: state.supranational || prefixed.test(t.lower), definite,
    feminine: r.table.feminine.has(t.lower) ? true : null, type: role ? 'person' : group ? 'group' : 'body', office: role ? written(r, from, to) : null, possessive: theirs.test(determiner), whose: ours.test(determiner) ? 'ours' : /^(?:his|her)$/.test(determiner) ? 'his' : null,
  })
}
const ofMembers = /^(?:states|countries|nations|governments|capitals)$/
/** "Le porte-parole de Keller", "Речник Путіна": somebody's own man is of no office here. */
function ofPerson(r: Reading, i: number): boolean {
  const at = /^(?:de|d’|d'|di|von)$/.test(r.lower(i + 1)) ? i + 2 : i + 1, owner = r.at[at]
  if (!owner || owner.kind !== 'name' && owner.kind !== 'person') return false
  return at > i + 1 ? servants.test(r.lower(i)) && !owner.senses.some((s) => s.type !== 'person') : ofOwner(r, owner)
}
/** "Putins Sprecher": a German surname in the genitive right before the office. */
const ownedBefore = (r: Reading, from: number): boolean => { const owner = r.at[from - 1]; return r.language.names.nounsInCapitals && owner?.to === from && (owner.kind === 'person' || owner.kind === 'name') && /s$/.test(r.lower(from - 1)) }
const servants = /^(?:porte-parole|conseillère?|avocate?|portavoce|consiglier[ea]|avvocato|sprecher|sprecherin|berater|beraterin|anwalt|anwältin)$/u
const inService = /^(?:officials|authorities|lawmakers|planners|autorités|fonctionnaires|autorità|funzionari|behörden|beamte|parlamentarier|urzędnicy|urzędników|władze|władz|чиновники|чиновників|урядовці|урядовців)$/
/** "The foreign ministry in Ankara". */
const seatedIn = /^(?:in|à|a|w|у|в)$/
const seatOf = (r: Reading, at: number): CountryCode | null => (seatedIn.test(r.lower(at)) ? r.at[at + 1]?.senses.find((s) => s.country && (s.type === 'place' || s.as === 'capital'))?.country ?? null : null)
const described = nameClass.group | nameClass.role | nameClass.bodyNoun | nameClass.text
const told = described | nameClass.he | nameClass.she | nameClass.it | nameClass.they
/** "meinte der Minister": the form of one and of several, with the article of one; behind a noun "der" is theirs ("Treffen der Minister"). */
const oneMan = (r: Reading, i: number): boolean => /^(?:dem|ein|einem|dieser|jener)$/.test(r.lower(i - 1)) || r.lower(i - 1) === 'der' && (i < 2 || !startsUpper(r.tokens[i - 2]!.text))
/** "Die Verteidigungsminister der Allianz": the form of one and of several, with the article of several. */
function severalMen(r: Reading, i: number): boolean {
  if (!r.language.names.nounsInCapitals || !r.lower(i).endsWith('er') || !r.isRole(i)) return false
  let at = i - 1
  while (at > i - 3 && /^\p{Ll}.*e[nr]$/u.test(r.tokens[at]?.text ?? '') && !several.test(r.lower(at))) at--
  return several.test(r.lower(at)) || (r.language.numbers.cardinals[r.lower(at)] ?? 0) > 1
}
const several = /^(?:die|diese|jene|alle|aller|beide[rn]?)$/
const indefinite = new Set(['a', 'an', 'another', 'one', 'some', 'any', 'every', 'ein', 'eine', 'einer', 'un', 'une', 'uno', 'una'])

function pronounChunk(r: Reading, i: number): Chunk | null {
  const found = r.classOf(i), { he, she, it, they } = nameClass
  if ((found & (he | she | it | they)) === 0) return null
  const kind = found & he ? 'he' : found & she ? 'she' : found & it ? 'it' : 'they'
  return chunk(r, i, i + 1, { kind, name: r.tokens[i]!.text, feminine: kind === 'he' ? false : kind === 'she' ? true : null })
}
