/** What sentences may promise or give, each with whether it is a commitment by the answers. */
import type { Lexicon } from '../../src/core/lexicon.ts'
import { moneyValue } from '../../src/core/money.ts'
import type { Analysis } from '../../src/extraction/analysis.ts'
import { overlaps, readingsOf } from '../../src/extraction/frames/frames.ts'
import { textsOf } from '../../src/extraction/learned/signs.ts'
import { coreSigns } from '../../src/extraction/support/choice/cores.ts'
import { coresOf, isDrawn, type Core } from '../../src/extraction/support/cores.ts'
import { sentencesOf } from '../../src/extraction/support/told.ts'
import { answeredDocuments, taggedSentences, type Answer, type Gold } from './answers.ts'

export interface AnsweredCore { readonly set: string; readonly document: string; readonly signs: readonly string[]; readonly right: boolean; /** Did the rules draw it? Then its answer teaches less. */ readonly drawn: boolean; readonly sentence: string; readonly kind: string }

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.filter((w) => w.length > 2) ?? []
const stem = (w: string) => w.slice(0, Math.max(3, w.length - 3))
function alike(a: string, b: string): boolean {
  const x = words(a).map(stem), y = words(b).map(stem)
  return x.length > 0 && y.length > 0 && 2 * x.filter((w) => y.includes(w)).length >= Math.min(x.length, y.length)
}

const sameSum = (value: number, currency: string, gold: Gold): boolean => gold['amount'] && gold['amount'].currency === currency && Math.abs(gold['amount'].value - value) < 1 + gold['amount'].value * 0.005
const sameGoods = (item: { name: string; quantity: number | null }, gold: Gold): boolean => (gold['items'] as { name: string; quantity: number | null }[] ?? []).some((g) => (g.quantity === item.quantity && item.quantity !== null) || alike(g.name, item.name) && (g.quantity === null || item.quantity === null || g.quantity === item.quantity))

const tells = (core: Core, gold: Gold): boolean => (core.sum ? sameSum(moneyValue(core.sum.money), core.sum.money.currency, gold) : core.kind === 'package' ? !gold['amount'] && !gold['items']?.length : core.items.some((i) => sameGoods(i.item, gold)))

/** The cores of documents with answers by hand. */
export async function answeredCores(folder: string, texts: readonly string[], lexicon: Lexicon): Promise<AnsweredCore[]> {
  const answers = await answeredDocuments(folder, texts, lexicon), byText = new Map<Analysis, Answer[]>()
  for (const a of answers) { const list = byText.get(a.analysis) ?? []; list.push(a); byText.set(a.analysis, list) }
  return [...byText].flatMap(([analysis, list]) => coresIn(folder, analysis, list))
}

function coresIn(set: string, analysis: Analysis, answers: readonly Answer[]): AnsweredCore[] {
  const drafts = sentencesOf(analysis), golds = (a: Answer) => a.claims.filter((c) => c['kind'] === 'commitment'), taken = new Set<Gold>(), out: AnsweredCore[] = []
  // What a draft stands for is no longer open.
  for (const d of drafts) for (const a of answers) if (a.reading.index === d.sentence) {
    const same = golds(a).toSorted((x, y) => Number(y['stage'] === d.fields.stage) - Number(x['stage'] === d.fields.stage)).find((g) => !taken.has(g) && (d.fields.amount ? sameSum(moneyValue(d.fields.amount), d.fields.amount.currency, g) : d.fields.items.some((i) => sameGoods(i, g)))) ?? (d.fields.amount === null ? golds(a).find((g) => !taken.has(g) && !g['amount']) : undefined)
    if (same) taken.add(same)
  }
  for (const answer of answers) {
    const { reading } = answer, block = analysis.document.blocks[reading.sentence.block]
    if (block?.kind === 'heading') continue
    const before = drafts.filter((d) => d.sentence <= reading.index), cores = coresOf(analysis, reading, before), used = new Set<Gold>()
    for (const core of cores) {
      const drawn = isDrawn(core, reading, before), open = golds(answer).filter((g) => !used.has(g) && (drawn || !taken.has(g))), gold = open.find((g) => tells(core, g))
      if (gold) { used.add(gold); if (!drawn) taken.add(gold) }
      out.push({ set, document: answer.source, signs: textsOf(coreSigns(analysis, reading, core, cores, before)), right: gold !== undefined, drawn, sentence: reading.text.slice(core.start - reading.start - 60 < 0 ? 0 : core.start - reading.start - 60, core.end - reading.start + 40), kind: core.kind })
    }
  }
  return out
}

/** The cores of single sentences with tags: those of a commitment are tagged as its goods or sum. */
export function taggedCores(path: string, language: string, lexicon: Lexicon): AnsweredCore[] {
  return taggedSentences(path, language, lexicon).answers.flatMap((answer) => {
    const { analysis, reading, steps } = answer, before = sentencesOf(analysis).filter((d) => d.sentence <= reading.index), cores = coresOf(analysis, reading, before), support = answer.kinds.has('commitment'), sums = [...answer.parts.get('commitment') ?? []].filter(([, role]) => role === 'm').map(([i]) => steps[i]!)
    if (readingsOf(analysis).length > 1) return []
    return cores.flatMap((core) => {
      const tagged = support && (core.sum ? sums.some((s) => overlaps(s, core)) : core.kind === 'package' ? answer.items.length === 0 && sums.length === 0 : answer.items.some((g) => overlaps(g, core)))
      return [{ set: 'sentences', document: answer.source, signs: textsOf(coreSigns(analysis, reading, core, cores, before)), right: tagged, drawn: isDrawn(core, reading, before), sentence: reading.text, kind: core.kind }]
    })
  })
}
