import { cutChunk } from './chunks.ts'
import { NOUN, PROPN, PUNCT, TAGS, UNSEEN, type Word } from './lexicon.ts'
import { modelOf } from './tagger.ts'

/** A stretch of words that was cut as one sentence, and the passage it stands in. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly passage: number
}

const CAPITAL = /^[^\p{L}\p{N}]*\p{Lu}/u
const CAPITALS = /^\p{Lu}{2,}$/u
const DIGIT = /\d/
const DAYS = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'jan. feb. aug. sept. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun.'
  ).split(' '),
)
/** Words that have a capital after a dash or a bracket, or inside a name, and are none. */
const CLOSED = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ'])
/** Of these, those that people are called by. */
const CALLED = new Set(['will', 'can'])
/** What a sentence, or a part of one, begins after. */
const OPENING = /^(?:["“”„«»:]|``|'')$/

/** How a word is written: without letters; without a capital, as small words are even in titles or as others are; with one that says nothing, or as names are. */
const [MARK, LITTLE, SMALL, FORMAL, CAPITALISED] = [0, 1, 2, 3, 4]
/** The share of words without a capital up to which a passage is written as titles are. */
const SHOUTED = 1 / 8

function shapeOf(word: Word): number {
  if (word.shape === UNSEEN) word.shape = readShape(word)
  return word.shape
}

function readShape({ text, lower }: Word): number {
  if (!CAPITAL.test(text)) return readSmall(text, lower)
  if (DIGIT.test(text) || lower === 'i' || lower.startsWith("i'") || DAYS.has(lower)) return FORMAL
  return CLOSED.has(TAGS[modelOf().tagOf(lower)] ?? '') && !CAPITALS.test(text) && !CALLED.has(lower) ? FORMAL : CAPITALISED
}

function readSmall(text: string, lower: string): number {
  if (!/[\p{L}\p{N}]/u.test(text)) return MARK
  return /^\p{L}{3}/u.test(text) && !CLOSED.has(TAGS[modelOf().tagOf(lower)] ?? '') ? SMALL : LITTLE
}

/** What every name is to the tagger, so that its letters have no say in any tag. */
export const NAME: Word = {
  text: '',
  lower: '',
  tag: PROPN,
  sign: 0,
  may: 0,
  stop: 0,
  fixed: false,
  lemmas: [],
  normal: '',
  shape: UNSEEN,
  marks: undefined,
  steps: undefined,
}

/** A word as it is without its capital. */
function smallOf(word: Word): Word {
  const [first, second] = cutChunk(word.lower)
  return first && !second ? first.word : word
}

/**
 * The words of a report as the tagger is to see them. A name is what stands with a capital inside a sentence, or, where a capital says
 * nothing, is known with one from elsewhere in the report or is not known without; another word with such a capital is what it is without.
 */
export function maskNames(words: readonly Word[], stretches: readonly Stretch[]): Word[] {
  const shapes = new Uint8Array(words.length)
  words.forEach((word, i) => (shapes[i] = shapeOf(word)))
  const shouted = findShouted(words, shapes, stretches)
  const inside = namesInside(words, shapes, stretches, shouted)
  const { tagOf } = modelOf()
  const seen = words.slice()
  for (const { from, to, passage } of stretches) {
    let first = true
    for (let i = from; i < to; i++) {
      const word = words[i]
      if (!word) continue
      if (shapes[i] === CAPITALISED) {
        const loose = first || shouted[passage] === true
        const tag = loose && !inside.has(word.lower) ? tagOf(word.lower) : 0
        // "Ada Kim met": a noun right before a name belongs to it.
        const leads = tag === NOUN && !shouted[passage] && i + 1 < to && shapes[i + 1] === CAPITALISED
        seen[i] = tag === 0 || tag === PROPN || leads || tagOf(word.text) === PROPN ? NAME : smallOf(word)
      }
      first = shapes[i] === MARK && (first || OPENING.test(word.text))
    }
  }
  return seen
}

/** Passages whose words nearly all begin with a capital, as headlines do: there a capital says nothing. */
function findShouted(words: readonly Word[], shapes: Uint8Array, stretches: readonly Stretch[]): boolean[] {
  const capital: number[] = []
  const small: number[] = []
  for (const { from, to, passage } of stretches) {
    for (let i = from; i < to; i++) {
      const shape = shapes[i] ?? MARK
      if (shape === SMALL) small[passage] = (small[passage] ?? 0) + 1
      else if (shape >= FORMAL && (words[i]?.text.length ?? 0) > 2) capital[passage] = (capital[passage] ?? 0) + 1
    }
  }
  return Array.from(capital, (count = 0, passage) => {
    const all = count + (small[passage] ?? 0)
    return all > 2 && all - count <= SHOUTED * all
  })
}

/** The words that stand with a capital inside a sentence, and never without one. */
function namesInside(words: readonly Word[], shapes: Uint8Array, stretches: readonly Stretch[], shouted: readonly boolean[]): Set<string> {
  const names = new Set<string>()
  for (const { from, to, passage } of stretches) {
    if (shouted[passage]) continue
    for (let i = from + 1; i < to; i++) {
      const word = words[i]
      if (word && (shapes[i] ?? MARK) > SMALL && words[i - 1]?.tag !== PUNCT) names.add(word.lower)
    }
  }
  // What has no letters is no name.
  for (let i = 0; i < words.length && names.size > 0; i++) {
    const shape = shapes[i] ?? MARK
    if (shape === LITTLE || shape === SMALL) names.delete(words[i]?.lower ?? '')
  }
  return names
}
