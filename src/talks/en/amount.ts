import type { Example, Token } from '#model'

/** "a compromise under which", "a deal whereby": where its terms begin. */
export function whichAt(tokens: readonly Token[], noun: number): number | undefined {
  if (tokens[noun + 1]?.lower === 'whereby') return noun + 2
  return tokens[noun + 1]?.lower === 'under' && tokens[noun + 2]?.lower === 'which' ? noun + 3 : undefined
}

/** "its last offer, a raise of 4 percent, is final", "the offer is a raise of", "raised its offer to 5 percent": where what is offered is told by its amount. */
export function amountAt(tokens: readonly Token[], noun: number, from: number, to: number): { start: number; end: number } | undefined {
  const next = tokens[noun + 1]
  if (next?.lower === 'to' && isAmount(tokens, noun + 2) && raises(tokens, noun, from)) return { start: noun + 2, end: to }
  if (next?.text === ',' && isAmount(tokens, noun + 2)) return { start: noun + 2, end: asideEnd(tokens, noun + 2, to) }
  for (let i = noun + 1; i < Math.min(to, noun + 6); i++) {
    const token = tokens[i]
    if (token?.pos === 'AUX' && /^(?:is|was)$/.test(token.lower)) return isAmount(tokens, i + 1) ? { start: i + 1, end: to } : undefined
    if (/^(?:amounts|amounted|stands|stood)$/.test(token?.lower ?? '') && /^(?:to|at)$/.test(tokens[i + 1]?.lower ?? '')) return { start: i + 2, end: to }
    if (!token || !/^(?:ADP|DET|NOUN|PROPN|ADJ|PART)$/.test(token.pos)) return undefined
  }
  return undefined
}

/** The comma that closes an aside and leads back to its verb, or the end. */
function asideEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to - 1; i++) if (tokens[i]?.text === ',' && /^(?:AUX|VERB)$/.test(tokens[i + 1]?.pos ?? '')) return i
  return to
}

/** "a raise of", "4 percent", "$20 an hour": words that count or price something, and no plain description. */
function isAmount(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at, at + 7)
  if (words[0]?.pos === 'NUM' || /^[$€£]/.test(words[0]?.text ?? '')) return true
  return /^(?:an?|the)$/.test(words[0]?.lower ?? '') && words.slice(1).some(token => token.pos === 'NUM' || /^[$€£%]/.test(token.text))
}

function raises(tokens: readonly Token[], noun: number, from: number): boolean {
  return tokens.slice(Math.max(from, noun - 5), noun).some(token => /^(?:raise|increase|improve|lift|sweeten|boost|lower|cut|up|revise)$/.test(token.lemma))
}

export const examples: readonly Example[] = [
  {
    text: 'The school board said its last offer, a raise of 4 percent, was final.',
    list: 'proposals',
    rule: '*',
    finds: ['tabled school board «offer, a raise of 4 percent» {WAGES_CONDITIONS 2 «a raise of 4 percent»}'],
  },
  { text: 'The school board said its last offer, a surprise to all, was final.', list: 'proposals', rule: '*', finds: [] },
]
