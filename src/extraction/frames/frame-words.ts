import type { Phrases } from '../words/cues.ts'

/** Words that all frames lean on: who speaks of himself, groups named before, doubt, refusal, the future, clause borders. */
export interface FrameWords {
  /** "we", "I", "our": the writer of a first-person text. */
  readonly self: Phrases
  /** "he", "she", "the minister": somebody named just before. */
  readonly anaphor: Phrases
  /** "the three", "the five nations", "the sides": parties named together before. */
  readonly group: Phrases
  readonly negation: Phrases
  /** Words that make an act possible only: "could", "is considering". */
  readonly doubt: Phrases
  /** "can", "could": what somebody is able to do and does not promise. */
  readonly able: Phrases
  /** Words that put an act in the future: "will", "plans to". */
  readonly future: Phrases
  /** Words that open another clause: "but", "while", "after". */
  readonly breaks: Phrases
  /** Prepositions before a receiver, a giver and a place. */
  readonly to: Phrases
  readonly from: Phrases
  readonly at: Phrases
  /** Articles and other small words that open no name of goods. */
  readonly determiners: Phrases
  /** "and", between the members of a list. */
  readonly and: Phrases
  /** What ends a noun phrase: relative pronouns, prepositions of purpose. */
  readonly stop: Phrases
  /** Relative pronouns: "that", "which". */
  readonly relative: Phrases
  /** The same in all their forms, "whose" and "whom" among them: what a clause put between noun and verb opens with. */
  readonly aside: Phrases
  /** "therefore", "so we will". */
  readonly therefore: Phrases
}

/** Commitments: verbs and nouns by stage, kinds of aid, goods. */
export interface SupportWords {
  readonly signalled: Phrases
  readonly announced: Phrases
  readonly approved: Phrases
  readonly allocated: Phrases
  readonly contracted: Phrases
  readonly delivered: Phrases
  readonly reduced: Phrases
  readonly suspended: Phrases
  readonly cancelled: Phrases
  /** Verbs and nouns of giving, not yet done: "send", "will provide", "delivery of". */
  readonly giving: Phrases
  /** Verbs of giving, done: "sent", "handed over". */
  readonly given: Phrases
  /** Verbs whose subject is the receiver. */
  readonly receiving: Phrases
  /** A bill, a proposal, a request to a parliament. */
  readonly bill: Phrases
  /** "not counting", "apart from": what stands behind is no part of what is told. */
  readonly apart: Phrases
  /** Nouns of support: "aid", "package", "loan". */
  readonly aid: Phrases
  /** Nouns that bundle support and can be promised without a sum: "package", "tranche". */
  readonly bundle: Phrases
  /** "of which", "of this sum". */
  readonly part: Phrases
  /** "includes", "consists of": before the goods of a package told before. */
  readonly contents: Phrases
  /** "the whole amount", "this money": the sum told before. */
  readonly same: Phrases
  /** Standing support without news: "continue to support", "as long as it takes". */
  readonly vague: Phrases
  /** Aid of no one kind, whatever the words in it: "non-military". */
  readonly mixed: Phrases
  /** Words that ask for support and so promise none: "urged", "should", "needs". */
  readonly asking: Phrases
  /** "by", before a means: "could help by sending". */
  readonly means: Phrases
  /** "from", before whom something is got from. */
  readonly source: Phrases
  /** "through", "via", before the channel that money takes. */
  readonly channel: Phrases
  /** "in total", "to date", "since the start of". */
  readonly total: Phrases
  /** "so far", "to date": until now. */
  readonly sofar: Phrases
  /** "in the same period": the time told before. */
  readonly sameTime: Phrases
  /** "since": before a date, the beginning of an open period. */
  readonly since: Phrases
  /** "as announced before", "not new money". */
  readonly again: Phrases
  /** Sums of another sort: damage, output, prices, sanctions. */
  readonly other: Phrases
  readonly military: Phrases
  readonly financial: Phrases
  readonly humanitarian: Phrases
  readonly training: Phrases
  readonly industrial: Phrases
  readonly energy: Phrases
  /** Goods by themselves, without a number. */
  readonly goods: Phrases
  /** People who are trained: goods of a commitment only when counted. */
  readonly people: Phrases
  /** Counted nouns that are no goods: times, measures, offices, people of no use in war. */
  readonly uncounted: Phrases
  /** "another", "two more": a number whose goods were named before. */
  readonly others: Phrases
  /** "the government", "der Bund": bodies that act for the state the text is about. */
  readonly government: Phrases
  /** "army", "coast guard", "grid operator": who gets support for a state. */
  readonly served: Phrases
  /** "on behalf of": before those in whose name another acts. */
  readonly behalf: Phrases
  /** "its own": what a state does for itself. */
  readonly own: Phrases
  /** "including", "such as", "for the purchase of": what stands before a list of goods. */
  readonly list: Phrases
  readonly condition: Phrases
  /** "worth", "value", "cost": what something is worth. */
  readonly worth: Phrases
  /** "in it", "the list": what stands for a package told before. */
  readonly inside: Phrases
}

/** Meetings: verbs, nouns, ways to meet, what became of them. */
export interface MeetingWords {
  readonly verbs: Phrases
  readonly nouns: Phrases
  /** "summit": with NATO or the EU before it a forum of its own. */
  readonly summit: Phrases
  /** "the capital", "the town hall": places without a name. */
  readonly somewhere: Phrases
  /** Nouns that are a meeting only with parties or a date beside them: "talks", "session". */
  readonly weak: Phrases
  readonly visit: Phrases
  readonly call: Phrases
  readonly video: Phrases
  readonly planned: Phrases
  readonly cancelled: Phrases
  readonly postponed: Phrases
  /** Words that bring a person or party to a meeting told before: "hosted", "stood in for". */
  readonly attended: Phrases
  /** Not meetings, whatever the words: "meet the needs". */
  readonly other: Phrases
  /** "with", "between": before those who meet, also behind the topic. */
  readonly with: Phrases
  /** Parliaments and their members: their sittings are no meetings, and they are no party to one. */
  readonly parliament: Phrases
  /** People whom an official meets and who stand for no party: troops, families, patients. */
  readonly outsiders: Phrases
  readonly leaders: Phrases
  readonly foreign: Phrases
  readonly defence: Phrases
  readonly officials: Phrases
  /** "Separately", "one on one": a meeting of its own beside another. */
  readonly beside: Phrases
  /** "On the margins", "on the sidelines": the same, and where and when the other meets. */
  readonly margins: Phrases
  /** "after those in": meetings before it, told by place and date. */
  readonly earlier: Phrases
  /** Other posts that stand for a state at a table: "counterpart", "envoy", "commissioner". */
  readonly posts: Phrases
  /** "first" to "twelfth", by number. */
  readonly ordinals: Readonly<Record<number, Phrases>>
  readonly agenda: Phrases
  /** "in the same format", "the next meeting": parties and forum of the meeting before. */
  readonly same: Phrases
}

/** Projects of industry by form and stage. */
export interface ProjectWords {
  readonly venture: Phrases
  readonly licence: Phrases
  readonly coproduction: Phrases
  readonly procurement: Phrases
  readonly investment: Phrases
  readonly maintenance: Phrases
  readonly research: Phrases
  readonly memorandum: Phrases
  readonly plain: Phrases
  readonly proposed: Phrases
  readonly agreed: Phrases
  readonly building: Phrases
  readonly operating: Phrases
  readonly ended: Phrases
  /** "company", "maker": before the name of a firm. */
  readonly firm: Phrases
  /** "plant", "depot", "line": what two firms build together. */
  readonly facility: Phrases
  /** Words without which a form is not one of the arms trade: "plant", "drones", "arms maker". */
  readonly industry: Phrases
  /** Verbs and nouns of making, mending and developing: what two firms do together. */
  readonly make: Phrases
  readonly mend: Phrases
  readonly develop: Phrases
  /** "found a company", which two firms do together. */
  readonly found: Phrases
  /** Adjectives and towns by which a maker is Ukraine's, and verbs and nouns of buying from it. */
  readonly ukrainian: Phrases
  readonly buy: Phrases
  /** "jointly", "partnership". */
  readonly together: Phrases
  /** "with", before a partner. */
  readonly with: Phrases
  /** "discussed", "exchanged views on": what is only talked of. */
  readonly talk: Phrases
  /** Words and endings of the future, by which a project is still proposed. */
  readonly future: Phrases
}

export interface LessonWords {
  /** "learned", "lesson": what follows was learned. */
  readonly learned: Phrases
  /** "experience has shown", "use in combat". */
  readonly experience: Phrases
  /** "that", before what was learned. */
  readonly that: Phrases
  /** What makes a "therefore" a change of practice: "buy", "design", "change". */
  readonly change: Phrases
  /** "front", "crews", "under fire": the field and those who use things there, narrower than `experience`. */
  readonly field: Phrases
  /** "found", "known", "shows": words of knowing that count only with the field before them and "that" behind them. */
  readonly weak: Phrases
  /** "drawing on", "after studying": before the ground of a change. */
  readonly basis: Phrases
  /** "the next", "from now on": what will be made otherwise. */
  readonly next: Phrases
  /** "that is what … taught us": behind a lesson. */
  readonly pointing: Phrases
}

export interface PlanningWords {
  /** "defence budget": spending by themselves. */
  readonly spending: Phrases
  /** "on defence", "army": what makes a share of something one of defence. */
  readonly defence: Phrases
  /** "percent of GDP". */
  readonly share: Phrases
  readonly capability: Phrases
  readonly alliance: Phrases
  readonly union: Phrases
  readonly plans: Phrases
  readonly align: Phrases
  readonly readiness: Phrases
  readonly industry: Phrases
  /** "the army": forces that act for the state the text is about. */
  readonly forces: Phrases
  /** "field", "equip", "grow to": verbs of raising `units`. */
  readonly raise: Phrases
  /** "brigades", "stocks", "frigates". */
  readonly units: Phrases
  /** Units of people, and of things: readiness and capability. */
  readonly men: Phrases
  readonly kit: Phrases
  /** "half of", "every second". */
  readonly part: Phrases
  /** "purchases", "orders": of which a part is to be of an `origin`. */
  readonly purchases: Phrases
  readonly origin: Phrases
  /** "Europe", "we Europeans". */
  readonly europe: Phrases
  /** Verbs that ask another for a plan: "urged", "called on". */
  readonly asked: Phrases
  /** "should", "must": what a speaker asks of others. */
  readonly must: Phrases
  /** Words of aim and intent: "will", "should", "target". */
  readonly aim: Phrases
  /** "meet this commitment": levels of spending told in the sentence before. */
  readonly meets: Phrases
  /** "strengthen", "double": verbs that change a `posture` or an `output`. */
  readonly shift: Phrases
  /** "deploy", "station": verbs that place forces. */
  readonly station: Phrases
  /** "posture", "presence", "eastern flank". */
  readonly posture: Phrases
  /** "diplomatic", "market": what makes a presence none of forces. */
  readonly civil: Phrases
  /** "arms production", "war footing". */
  readonly output: Phrases
  /** "the three countries", "both navies", "the sides": states told before that plan together. */
  readonly members: Phrases
  /** "need the ability to deter": what a force must be able to do. */
  readonly ability: Phrases
  /** "shot down", "destroyed": news of the war, whose shares and forces plan nothing. */
  readonly battle: Phrases
  /** "spend", "set aside", "will cost": what makes a sum beside words of defence one of a state's own budget. */
  readonly outlay: Phrases
  /** "naval exercise", "air policing", "mine-hunting group": what forces do at home and with others. */
  readonly duty: Phrases
}
