import type { Reading } from '#model'

const VOWELS = 'aeiou'
const CONSONANTS = 'bcdfghklmnprst'
/** Capitals that are no names: titles, days and months, which the tagger may see. */
const KEPT =
  /^(?:i|mr|mrs|ms|dr|president|senator|sen|representative|rep|governor|gov|secretary|minister|chairman|chairwoman|ambassador|general|gen|colonel|col|captain|judge|justice|prime|vice|deputy|chief|director|leader|speaker|mayor|king|queen|prince|chancellor|spokesman|spokeswoman|spokesperson|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec)$/

/** Another word of the same length: every letter moved on within its kind, capitals kept. */
function shift(word: string): string {
  return [...word]
    .map(char => {
      const lower = char.toLowerCase()
      const set = VOWELS.includes(lower) ? VOWELS : CONSONANTS.includes(lower) ? CONSONANTS : ''
      const moved = set === '' ? char : (set[(set.indexOf(lower) + 2) % set.length] ?? char)
      return char === lower ? moved : moved.toUpperCase()
    })
    .join('')
}

/** The report's text with every name in it, that is every word that stands with a capital inside a sentence and never without, made another name of the same shape. */
export function renameAll(reading: Reading): string {
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
  for (const word of others) names.delete(word)
  return text.replace(/\p{L}+/gu, word =>
    names.has(word.toLowerCase()) && /^\p{Lu}\p{Ll}+$/u.test(word) && !KEPT.test(word.toLowerCase()) ? shift(word) : word,
  )
}
