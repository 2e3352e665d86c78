import type { Example, FigureClass } from '#model'
import { readRows } from '#text'
import type { Amount } from './amount.ts'
import { sizeOf, spanOf, wordsOf, type Draft, type View } from './draft.ts'
import { fateAfter, fateBefore, fateOf, isDone } from './fate.ts'
import { isCompound, saysWho } from './keep-out.ts'
import { countedBy, readPhrase, type Counted, type Phrase } from './noun.ts'

export const examples: readonly Example[] = [
  { text: 'At least 1,000 troops are on its soil.', list: 'figures', finds: ['«At least 1,000 troops» troops 1000.. at-least troops'] },
  { text: 'A mine killed 46 sailors in the strait.', list: 'figures', finds: ['«46 sailors» killed 46..46 exact people'] },
  { text: 'Norland freed nine soldiers on Monday.', list: 'figures', finds: ['«nine soldiers» released 9..9 exact soldiers'] },
  {
    text: 'Four officers and nine marchers were injured. No one was killed.',
    list: 'figures',
    finds: ['«Four officers» wounded 4..4 exact people', '«nine marchers were injured» wounded 9..9 exact people'],
  },
  { text: 'The raid killed a guard and two officers.', list: 'figures', finds: ['«two officers» killed 2..2 exact people'] },
  {
    text: 'It needs 40 billion cubic metres a year, and 14 mortar rounds fell there.',
    list: 'figures',
    finds: ['«40 billion cubic metres» other 40000000000..40000000000 exact cubic metres', '«14 mortar rounds» other 14..14 exact rounds'],
  },
  {
    text: "It stands for 1,850 of the carrier's 2,100 pilots.",
    list: 'figures',
    finds: ["«1,850 of the carrier's 2,100 pilots» workers 1850..1850 exact workers", '«2,100 pilots» workers 2100..2100 exact workers'],
  },
  { text: 'Six hundred and forty dockers stayed out.', list: 'figures', finds: ['«Six hundred and forty dockers» workers 640..640 exact workers'] },
  { text: 'The two sides met for three hours on 12 May, and both leaders smiled.', list: 'figures', finds: [] },
]

const UNITS = new Map(readRows('units', ['word', 'unit']).map(row => [row.word, row.unit]))

/** A number and the noun that it counts. */
export function readCount(amount: Amount, view: View): Draft | undefined {
  if (amount.kind !== 'plain') return undefined
  const { tokens } = view
  // "45 a week earlier": what an article begins is not what is counted.
  if (/^(?:an?|the|per)$/.test(tokens[amount.to]?.lower ?? '')) return undefined
  const compound = isCompound(amount, tokens)
  const phrase = readPhrase(tokens, compound ? amount.to + 1 : amount.to)
  if (!phrase) return undefined
  const head = tokens[phrase.head]
  const counted = countedBy(head)
  const fate = counted?.people === false ? undefined : whatBecame(amount, view, phrase, counted)
  if (!head || !isFigure(amount, view, phrase, counted, compound, HARMED.has(fate?.class ?? 'other'))) return undefined
  const unit = fate?.class === 'remains' ? 'bodies' : measureOf(view, phrase, counted)
  const classed = fate?.class ?? (isAmmunition(view, phrase) ? 'other' : (counted?.class as FigureClass | undefined)) ?? 'other'
  const all = startOf(amount, view)
  const noun = wordsOf(view, phrase.head, phrase.to)
  const population = wordsOf(view, phrase.from, phrase.to)
  return {
    ...sizeOf(amount),
    span: spanOf(view, all, Math.max(phrase.to, fate?.to ?? 0)),
    class: classed,
    unit,
    of: noun,
    ...(population !== noun && { population }),
    ...lumpsOf(view, phrase, classed, fate?.lump === true),
    rule: 'figures/en/count',
  }
}

/** "40 billion cubic metres", "14 mortar rounds": what the number measures or counts. */
function measureOf({ tokens }: View, { head }: Phrase, counted: Counted | undefined): string {
  const word = tokens[head]?.lower ?? ''
  const before = tokens[head - 1]?.lower ?? ''
  if (/^(?:cubic|square)$/.test(before)) return `${before} ${word}`
  return UNITS.get(word) ?? counted?.unit ?? word
}

/** Rounds of fire, not of talks. */
function isAmmunition({ tokens }: View, { head }: Phrase): boolean {
  return (
    /^rounds?$/.test(tokens[head]?.lower ?? '') &&
    /^(?:mortar|artillery|tank|shell|rifle|machine-gun|gun|live|cannon|howitzer)$/.test(tokens[head - 1]?.lower ?? '')
  )
}

function startOf(amount: Amount, { tokens }: View): number {
  return /^(?:all|between)$/.test(tokens[amount.from - 1]?.lower ?? '') ? amount.from - 1 : amount.from
}

/** What counts however few it happens to. */
const HARMED = new Set<FigureClass>(['killed', 'wounded', 'casualties', 'missing'])

/** Small numbers of a noun without a class only say who is spoken of; a compound ("six-party") says what kind. */
function isFigure(amount: Amount, { tokens }: View, phrase: Phrase, counted: Counted | undefined, compound: boolean, harmed: boolean): boolean {
  const head = tokens[phrase.head]
  if (!head) return false
  const plain = !counted || (counted.class === 'other' && counted.people)
  if (compound && plain) return false
  if (tokens[amount.at]?.lower === 'both' && (plain || head.pos === 'PROPN')) return false
  if (harmed) return true
  if (amount.most === 1 && (!counted || counted.class === 'other')) return false
  if (amount.bound === 'exact' && amount.most <= 5 && plain) return false
  if (UNITS.has(head.lower)) return true
  return !(amount.most <= 12 && saysWho(head) && plain)
}

interface Became {
  readonly class: FigureClass
  readonly to: number
  readonly lump: boolean
}

const INSIDE = new Set(['of', 'in', 'from', 'at', 'on'])
const OF_THE_DEAD = new Set(['bodies', 'remains', 'corpses'])

/** What the sentence says became of the people counted; captured soldiers and prisoners are detained, hostages captive. */
function whatBecame(amount: Amount, view: View, phrase: Phrase, counted: Counted | undefined): Became | undefined {
  if (!counted?.people || view.tokens.slice(Math.max(0, amount.from - 3), amount.from).some(token => token.lower === 'none' || token.lower === 'neither'))
    return undefined
  if (OF_THE_DEAD.has(view.tokens[amount.from - 2]?.lower ?? '') && view.tokens[amount.from - 1]?.lower === 'of')
    return { class: 'remains', to: 0, lump: false }
  const inner = INSIDE.has(view.tokens[phrase.to]?.lower ?? '') ? readPhrase(view.tokens, phrase.to + 1) : undefined
  const after = fateAfter(view, inner?.to ?? phrase.to) ?? fateAfterBoth(view, phrase.to)
  if (after) return { ...after, class: homeward(after.class, counted) }
  const told = asOthers(amount.from, view)
  if (told) return { class: told, to: 0, lump: false }
  const before = fateBefore(view, amount.from) ?? fateBeforeBoth(view, amount.from)
  if (before) return { class: homeward(before.class, counted), to: 0, lump: before.lump }
  for (let i = phrase.from; i < phrase.head; i++) {
    const told = fateOf(view.tokens[i])
    if (told) return { class: told.class, to: 0, lump: false }
  }
  if (/^release/.test(view.tokens[amount.from - 2]?.lower ?? '') && counted.class === 'troops')
    return { class: view.captives ? 'captive' : 'detained', to: 0, lump: false }
  return undefined
}

/** "four officers and nine marchers were injured": both numbers share what is told after them. */
function fateAfterBoth(view: View, at: number): Became | undefined {
  const { tokens } = view
  if (tokens[at]?.lower !== 'and' || tokens[at + 1]?.pos !== 'NUM') return undefined
  const second = readPhrase(tokens, at + 2)
  const told = second && countedBy(tokens[second.head])?.people && tokens[second.to]?.pos === 'AUX' ? fateAfter(view, second.to) : undefined
  return told && { ...told, to: 0 }
}

/** "killed a guard and two officers": both are objects of the one verb. */
function fateBeforeBoth(view: View, from: number): ReturnType<typeof fateBefore> {
  const { tokens } = view
  if (tokens[from - 1]?.lower !== 'and' || !countedBy(tokens[from - 2])?.people) return undefined
  let at = from - 2
  while (at > from - 6 && /^(?:NOUN|ADJ|DET|NUM)$/.test(tokens[at]?.pos ?? '')) at--
  return fateOf(tokens[at]) && isDone(tokens, at) ? fateBefore(view, at + 1) : undefined
}

/** Held people and soldiers who are "returned" were let go; others came back. */
function homeward(told: FigureClass, counted: Counted): FigureClass {
  return told === 'returned' && (counted.class === 'troops' || counted.class === 'detained' || counted.class === 'captive') ? 'released' : told
}

/** The class of those told of just before: "captives, including five citizens", "nine were returned in exchange for 63 servicemen". */
function asOthers(from: number, { tokens }: View): FigureClass | undefined {
  const before = tokens[from - 1]?.lower
  if (before === 'including') {
    for (let i = from - 2; i >= Math.max(0, from - 9); i--) {
      const row = countedBy(tokens[i])
      if (row?.people && row.class !== 'other') return row.class as FigureClass
    }
  }
  if (before !== 'for' || !/^(?:exchange|return)$/.test(tokens[from - 2]?.lower ?? '')) return undefined
  for (let i = from - 3; i >= Math.max(0, from - 12); i--) {
    const fate = fateOf(tokens[i])
    if (fate?.done && isDone(tokens, i)) return 'released'
  }
  return undefined
}

function lumpsOf(view: View, phrase: Phrase, classed: FigureClass, lump: boolean): Pick<Draft, 'lumps'> {
  const { tokens } = view
  if (lump) return { lumps: ['dead', 'wounded'] }
  if (classed === 'casualties') return { lumps: ['dead', 'wounded'] }
  return tokens[phrase.to]?.lower === 'and' && classed === 'other' && tokens[phrase.to + 1]?.pos === 'NOUN' && countedBy(tokens[phrase.to + 1])
    ? { lumps: [wordsOf(view, phrase.head, phrase.to), tokens[phrase.to + 1]?.lower ?? ''] }
    : {}
}
