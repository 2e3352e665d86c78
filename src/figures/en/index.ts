import type { Token } from '#model'
import { noteScale, readAmounts } from './amount.ts'
import { readCount } from './count.ts'
import type { Draft, FigureRule, View } from './draft.ts'
import { isKeptOut } from './keep-out.ts'
import { readLevel } from './level.ts'
import { readMoney } from './money.ts'
import { readOften } from './often.ts'
import { readPart } from './part.ts'
import { readMost, readShare } from './share.ts'
import { readToll } from './toll.ts'

/** The rules in the order in which they are asked; the first that knows the amount has it. */
const RULES: readonly FigureRule[] = [readMoney, readShare, readOften, readLevel, readToll, readCount, readPart]

/** The figures of one sentence in reading order. `isTime` says whether a token lies inside a time expression. */
export function readSentenceFigures(view: View & { readonly scales: Map<number, number> }, isTime: (token: Token) => boolean): Draft[] {
  const drafts: Draft[] = []
  for (const amount of readAmounts(view.tokens)) {
    const token = view.tokens[amount.at]
    if (!token || isKeptOut(amount, view.tokens) || (amount.kind === 'plain' && isTime(token))) continue
    noteScale(amount, view.tokens, view.scales)
    for (const rule of RULES) {
      const draft = rule(amount, view)
      if (draft) {
        drafts.push(draft)
        break
      }
    }
  }
  view.tokens.forEach((token, at) => {
    const draft = token.lower === 'most' || token.lower === 'majority' ? readMost(at, view) : undefined
    if (draft) drafts.push(draft)
  })
  return drafts.sort((a, b) => a.at - b.at)
}
