import type { FigureClass, Token } from '#model'
import { readRows } from '#text'
import type { View } from './draft.ts'

interface Fate {
  readonly class: FigureClass
  readonly done: boolean
}

const FATES = new Map<string, Fate>(
  readRows('fates', ['word', 'class', 'done']).map(row => [row.word, { class: row.class as FigureClass, done: row.done === 'done' }]),
)

/** What a word says became of people. */
export function fateOf(token: Token | undefined): Fate | undefined {
  return token && FATES.get(token.lower)
}

const NOT_DONE = new Set(['to', 'will', 'would', 'could', 'should', 'may', 'might', 'must', 'can', "won't", 'not', 'if', 'unless', 'be'])
const BETWEEN = new Set([
  'still',
  'also',
  'reportedly',
  'already',
  'now',
  'as',
  'over',
  'back',
  'home',
  'others',
  'feared',
  'believed',
  'listed',
  'reported',
  'presumed',
  'left',
  'remain',
  'remained',
  'went',
  'go',
  'who',
  'that',
  'confirmed',
  'into',
  'in',
  'face',
  'faces',
  'facing',
  'acute',
  'severe',
  'are',
  'severely',
])

/** Whether the word at `at` is told as done: no "to", "will", "if" or "not" just before it. */
export function isDone(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) if (NOT_DONE.has(tokens[i]?.lower ?? '')) return false
  return true
}

function readFate(view: View, at: number): FigureClass | undefined {
  const fate = fateOf(view.tokens[at])
  return fate && (!fate.done || isDone(view.tokens, at)) ? fate.class : undefined
}

/** A fate told after the people ("12 sailors were killed", "over 14,000 still missing"), with the index after its word. */
export function fateAfter(view: View, from: number): { class: FigureClass; to: number; lump: boolean } | undefined {
  const { tokens } = view
  const start = afterAside(view, from)
  for (let i = start; i < Math.min(tokens.length, start + 6); i++) {
    const token = tokens[i]
    if (!token) return undefined
    const found = readFate(view, i)
    if (found) return lumped(view, i, found)
    if (token.pos !== 'AUX' && token.pos !== 'ADV' && !BETWEEN.has(token.lower)) return undefined
  }
  return undefined
}

const ASIDE = new Set(['including', 'most', 'mostly', 'many', 'among', 'or', 'nearly', 'almost', 'half', 'all', 'at', 'about', 'some', 'half'])

/** The place after an aside between commas: "14 people, including three children, were killed". */
function afterAside({ tokens }: View, from: number): number {
  if (tokens[from]?.text !== ',' || !ASIDE.has(tokens[from + 1]?.lower ?? '')) return from
  for (let i = from + 2; i < Math.min(tokens.length, from + 14); i++) if (tokens[i]?.text === ',') return i + 1
  return from
}

/** "dead and wounded", "killed or injured" count two fates in one number. */
function lumped(view: View, at: number, first: FigureClass): { class: FigureClass; to: number; lump: boolean } {
  const joint = view.tokens[at + 1]?.lower
  const second = joint === 'and' || joint === 'or' ? readFate(view, at + 2) : undefined
  const next = view.tokens[at + 3]
  if (second && second !== first && next?.pos !== 'NUM' && second !== 'missing') return { class: 'casualties', to: at + 3, lump: true }
  return { class: first, to: at + 1, lump: false }
}

const FILL = new Set(['of', 'another', 'all', 'the', 'a', 'an', 'off', 'some', 'in', 'back', 'at', 'least', 'about', 'and'])

/** A fate told before the people ("killed 2,500", "the release of 40 captives"), with the index of its word. */
export function fateBefore(view: View, from: number): { class: FigureClass; at: number; lump: boolean } | undefined {
  const { tokens } = view
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    const found = readFate(view, i)
    if (found) {
      const joint = tokens[i - 1]?.lower
      const other = joint === 'and' || joint === 'or' ? readFate(view, i - 2) : undefined
      return other && other !== found ? { class: 'casualties', at: i - 2, lump: true } : { class: found, at: i, lump: false }
    }
    if (!FILL.has(tokens[i]?.lower ?? '')) return undefined
  }
  return undefined
}
