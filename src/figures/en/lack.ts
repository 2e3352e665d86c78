import type { Example, Token } from '#model'
import { readRows } from '#text'
import type { ConditionDraft } from './condition.ts'
import { spanOf, wordsOf, type View } from './draft.ts'

export const examples: readonly Example[] = [
  {
    text: 'The ward has run out of oxygen.',
    list: 'indicators',
    finds: ['oxygen worse run out «The ward has run out of oxygen»'],
  },
  { text: 'There is no clean water in the camp.', list: 'indicators', finds: ['clean water worse none «no clean water»'] },
  { text: 'Families have spent a week without heating.', list: 'indicators', finds: ['heating worse without «without heating»'] },
  { text: 'He ran out of time, and no power could stop it.', list: 'indicators', finds: [] },
  { text: 'The camp is not without water, and he could do without bread.', list: 'indicators', finds: [] },
]

const NECESSITIES = new Set(readRows('necessities', ['word']).map(row => row.word))
const RULE = 'figures/en/lack'
/** Words under which nobody goes without anything yet. */
const UNREAL = /^(?:will|would|could|may|might|should|if|unless|not|n't|never|can|wo|'ll|risk|fear|fears|must)$/

/** Whether a word names what people live on. */
export function isNecessity(token: Token | undefined): boolean {
  return token !== undefined && token.pos !== 'VERB' && NECESSITIES.has(token.lower)
}

/** The necessity whose noun phrase begins at a token, past what describes it; no part of a longer noun ("power plant"). */
function necessityAt(tokens: readonly Token[], from: number): number | undefined {
  let at = from
  while (at < from + 4 && /^(?:ADJ|DET|ADV|NUM|PRON)$/.test(tokens[at]?.pos ?? '') && !isNecessity(tokens[at])) at++
  while (at < from + 5 && tokens[at]?.pos === 'NOUN' && tokens[at + 1]?.pos === 'NOUN') at++
  const token = tokens[at]
  return isNecessity(token) && tokens[at + 1]?.text !== '-' && tokens[at + 1]?.lower !== 'to' ? at : undefined
}

/** What words after a verb tell that something is used up or missing, with their number. */
const WANTING: readonly (readonly [words: readonly RegExp[], state: string])[] = [
  [[/^(?:run|ran|runs|running)$/, /^out$/, /^of$/], 'run out'],
  [[/^(?:run|ran|runs|running)$/, /^(?:short|low)$/, /^(?:of|on)$/], 'running short'],
  [[/^(?:short|deprived|starved|bereft)$/, /^of$/], 'short'],
  [[/^cut$/, /^off$/, /^from$/], 'cut off'],
  [[/^(?:lack|lacks|lacked|lacking)$/], 'lacking'],
  [[/^without$/], 'without'],
  [[/^no$/], 'none'],
]

/** The words that these begin with: others are not looked at further. */
const STARTS = new Set('run ran runs running short deprived starved bereft cut lack lacks lacked lacking without no'.split(' '))

/** With what each begins, so that any other word is left at once. */
const BEGINS = new Set('run ran runs running short deprived starved bereft cut lack lacks lacked lacking without no'.split(' '))

/** The words of want at a token: which state, and how many they are. */
function wantAt(tokens: readonly Token[], at: number): { state: string; length: number } | undefined {
  if (!STARTS.has(tokens[at]?.lower ?? '')) return undefined
  if (!BEGINS.has(tokens[at]?.lower ?? '')) return undefined
  const found = WANTING.find(([words]) => words.every((word, k) => word.test(tokens[at + k]?.lower ?? '')))
  return found && { state: found[1], length: found[0].length }
}

function isUnreal(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const token = tokens[i]
    if (token && UNREAL.test(token.lower)) return true
    if (token && /^[,;:.“”"]$/.test(token.text)) return false
  }
  return false
}

/** Where the phrase of who goes without begins: the noun right before the verb group, with what describes it. */
function subjectStart(tokens: readonly Token[], at: number): number {
  let verb = at
  while (verb > 0 && /^(?:AUX|ADV)$/.test(tokens[verb - 1]?.pos ?? '')) verb--
  let start = verb
  while (start > 0 && verb - start < 4 && /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[start - 1]?.pos ?? '')) start--
  return start
}

const IS = /^(?:be|have|get|leave|find|there)$/

/** "no clean water" is a condition where somebody has or there is none, not "no power could stop it". */
function isThere(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 3), at)
  return before.some(token => IS.test(token.lemma) || /^(?:and|with|or)$/.test(token.lower)) && !before.some(token => token.lower === 'make')
}

/** "ran out of fuel", "short of medicine", "without heating", "no clean water": people go without what they live on. */
export function readLacks(view: View): ConditionDraft[] {
  const { tokens } = view
  const found: ConditionDraft[] = []
  for (let i = 0; i < tokens.length; i++) {
    const want = wantAt(tokens, i)
    if (!want) continue
    const at = necessityAt(tokens, i + want.length)
    if (at === undefined || isUnreal(tokens, i) || (want.state === 'none' && !isThere(tokens, i)) || isPaidFor(tokens, i, at)) continue
    const alone = want.state === 'none' || want.state === 'without'
    const from = alone ? i : subjectStart(tokens, i)
    found.push({ span: spanOf(view, from, at + 1), what: whatOf(view, i + want.length, at + 1), state: want.state, trend: 'worse', rule: RULE })
    i = at
  }
  return found
}

/** "without pay", "no wages" said of leave or work: only where somebody works or is left so. */
function isPaidFor(tokens: readonly Token[], want: number, at: number): boolean {
  if (!/^(?:pay|wages|salaries|cash|light|power|heat)$/.test(tokens[at]?.lower ?? '')) return false
  const near = tokens.slice(Math.max(0, want - 8), want)
  const left = near.some(token =>
    /^(?:work|working|worked|works|left|leave|leaving|go|going|gone|goes|went|be|spend|spent|live|lived|living|households?|homes?|residents?|families|people|customers|staff|workers)$/.test(
      token.lower,
    ),
  )
  return !left || tokens[at + 1]?.lower === 'of'
}

function whatOf(view: View, from: number, to: number): string {
  return wordsOf(view, from, to).replace(/^(?:the|a|an|any|their|its|our) /i, '')
}
