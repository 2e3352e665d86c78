import type { Reading, Token } from '#model'
import { modelOf } from './tagger.ts'

const kept = new WeakMap<Reading, ReadonlySet<string>>()

/** The last words of the persons that a report names in full, in small letters: "Waters" of "Maxine Waters", never "Accord" of "the Oslo Accord". */
export function surnamesOf(reading: Reading): ReadonlySet<string> {
  let surnames = kept.get(reading)
  if (!surnames) kept.set(reading, (surnames = findSurnames(reading)))
  return surnames
}

function findSurnames({ tokens, sentences }: Reading): Set<string> {
  const surnames = new Set<string>()
  const things = new Set<string>()
  for (const { from, to } of sentences) {
    for (let i = from; i < to; i++) {
      if (!tokens[i]?.name) continue
      const first = i
      while (i + 1 < to && tokens[i + 1]?.name) i++
      const last = tokens[i]?.lower ?? ''
      if (isLed(tokens[first - 1])) things.add(last)
      else if (i > first && isGiven(tokens[i - 1])) surnames.add(last)
    }
  }
  for (const word of things) surnames.delete(word)
  return surnames
}

/** A name of a thing follows an article or its owner; that of a person hardly does. */
function isLed(before: Token | undefined): boolean {
  return before?.pos === 'DET' || before?.lower === "'s"
}

/** Letters that are no word of the language, or a shortened title: "Maxine", "Rep." */
function isGiven(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{Ll}+\.?$/u.test(token.text) && (token.text.endsWith('.') || modelOf().tagOf(token.lower) === 0)
}
