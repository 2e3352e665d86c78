import type { Reading } from '#model'

const VOWELS = 'aeiou'
const CONSONANTS = 'bcdfghklmnprst'
/** Capitals that are no names: titles and other abbreviations, days and months, which the tagger may see. */
const KEPT =
  /^(?:i|mr|mrs|ms|dr|president|senators?|sens?|representatives?|reps?|governors?|govs?|secretary|minister|chairman|chairwoman|ambassador|general|gens?|colonel|col|captain|capt|adm|lt|maj|sgt|cmdr|rev|prof|jr|sr|st|inc|corp|ltd|co|judge|justice|prime|vice|deputy|chief|director|leader|speaker|mayor|king|queen|prince|chancellor|spokesman|spokeswoman|spokesperson|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec)$/
const WORD = /(?<![\p{L}\p{N}@#./])\p{L}+(?![\p{L}@/]|\.\p{L})/gu
/** Of its uses, the share without a capital from which a word is no name: captions write "Photos", and ministries "Union". */
const SMALL = 1 / 20

/** What texts write without a capital: at all, and so often that with one it is no name either. */
export interface Vocabulary {
  readonly small: ReadonlySet<string>
  readonly common: ReadonlySet<string>
}

/** Counts how the texts write their words, addresses left out. */
export function readVocabulary(texts: readonly string[]): Vocabulary {
  const small = new Map<string, number>()
  const all = new Map<string, number>()
  for (const text of texts) {
    for (const [word] of text.matchAll(WORD)) {
      const lower = word.toLowerCase()
      all.set(lower, (all.get(lower) ?? 0) + 1)
      if (word === lower) small.set(lower, (small.get(lower) ?? 0) + 1)
    }
  }
  return { small: new Set(small.keys()), common: new Set([...small].filter(([word, count]) => count >= SMALL * (all.get(word) ?? 0)).map(([word]) => word)) }
}

/** A word of the same length that no text writes small: every letter moved on within its kind, capitals kept. */
function shift(word: string, { small }: Vocabulary): string {
  let moved = word
  for (let steps = 2; steps < CONSONANTS.length; steps++) {
    moved = [...word].map(char => shiftLetter(char, steps)).join('')
    if (!small.has(moved.toLowerCase())) break
  }
  return moved
}

function shiftLetter(char: string, steps: number): string {
  const lower = char.toLowerCase()
  const set = VOWELS.includes(lower) ? VOWELS : CONSONANTS.includes(lower) ? CONSONANTS : ''
  const moved = set === '' ? char : (set[(set.indexOf(lower) + steps) % set.length] ?? char)
  return char === lower ? moved : moved.toUpperCase()
}

/** The report's text with every name in it, that is every uncommon word that stands with a capital inside a sentence and never without, made another name of the same shape. */
export function renameAll(reading: Reading, vocabulary: Vocabulary): string {
  const { text } = reading.report
  const names = new Set<string>()
  const others = new Set<string>()
  for (const { from, to } of reading.sentences) {
    const small = reading.tokens.slice(from, to).filter(token => /^\p{Ll}/u.test(token.text)).length
    if (small * 2 < to - from) continue // A headline: its capitals are no names.
    for (let i = from; i < to; i++) {
      const token = reading.tokens[i]
      if (!token || !/^\p{L}+$/u.test(token.text)) continue
      if (!/^\p{Lu}/u.test(token.text)) others.add(token.lower)
      else if (i > from && token.text.length > 2 && reading.tokens[i - 1]?.pos !== 'PUNCT') names.add(token.lower)
    }
  }
  for (const word of names) if (others.has(word) || vocabulary.common.has(word) || KEPT.test(word)) names.delete(word)
  // Pages run names together ("TrumpRouhani"): each part is a name of its own.
  return text.replace(/\p{Lu}\p{Ll}+/gu, word => (names.has(word.toLowerCase()) ? shift(word, vocabulary) : word))
}
