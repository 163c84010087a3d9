import { asCurrency } from '../../core/money.ts'
import { currencyOfGiver } from '../money/currencies.ts'
import type { Analysis } from '../analysis.ts'
import { gap, readingsOf } from '../frames/frames.ts'
import { stateWords } from '../names/atlas.ts'
import type { Draft } from './drafts.ts'

/**
 * Sums in "crowns" that name no state are in the crowns of whoever gives them, whatever other crowns the text names.
 * @example // "Denmark pledged 200 million Danish kroner … Sweden has given 80 billion kroner": the latter are SEK
 */
export function inHomeMoney(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  const readings = readingsOf(analysis)
  return drafts.map((draft) => {
    const { amount, provider } = draft.fields, [giver] = provider, reading = readings[draft.sentence]!
    const named = amount && giver?.country && provider.length === 1 ? currencyOfGiver(amount.currency, giver.country) : undefined, code = named && asCurrency(named)
    const sum = code && code !== amount!.currency ? reading.amounts.find((a) => a.money.minor === amount!.minor) : undefined
    if (!code || !amount || !sum || /\p{Lu}{3}/u.test(sum.written) || stateWords(analysis, reading).some((w) => gap(w, sum) <= 1)) return draft
    return { ...draft, fields: { ...draft.fields, amount: { ...amount, currency: code } } }
  })
}
