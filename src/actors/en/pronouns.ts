import type { Reading, Sentence } from '#model'
import { SURE } from './gender.ts'
import type { Draft, Roll, Spotted } from '../roll.ts'

/** Whether each token lies inside quotation marks, passage by passage: there "they" is the speaker's. */
export function quotedTokens(reading: Reading): boolean[] {
  const quoted: boolean[] = []
  let passage = -1
  let open = false
  for (const sentence of reading.sentences) {
    if (sentence.passage !== passage) open = false
    passage = sentence.passage
    for (let at = sentence.from; at < sentence.to; at++) {
      const text = reading.tokens[at]?.text ?? ''
      if (text === '“') open = true
      else if (text === '”') open = false
      else if (text === '"') open = !open
      quoted[at] = open
    }
  }
  return quoted
}

const PERSON = /^(?:he|she|him|her|his)$/
const MANY = /^(?:they|them|their)$/

/** Who was mentioned in this sentence and the one before, in order. */
export interface Recent {
  readonly here: readonly Spotted[]
  readonly before: readonly Spotted[]
}

/** The actor a pronoun outside quotations stands for: the first fitting one of its own sentence before it, else of the sentence before. */
export function resolvePronoun(reading: Reading, roll: Roll, sentence: Sentence, at: number, { here, before }: Recent): Draft | undefined {
  const token = reading.tokens[at]
  if (!token) return undefined
  const fits = fitsPronoun(
    token.lower,
    reading.tokens[at + 1]?.pos === 'VERB' || reading.tokens[at + 1]?.pos === 'AUX',
    at === sentence.from || opensClause(reading, at),
  )
  if (!fits) return undefined
  const other = otherGender(reading, token.lower, here)
  const found = here.find(one => fits(one.draft) && !other.has(one.draft)) ?? before.find(one => fits(one.draft) && !other.has(one.draft))
  if (!found) return undefined
  roll.spot(found.draft, [token.start, token.end], 'pronoun', at)
  for (const member of found.draft.members ?? []) roll.spot(member, [token.start, token.end], 'pronoun', at)
  return found.draft
}

/** Whom the same sentence has called "she" where "he" is asked, and the other way round. */
function otherGender({ report: { text } }: Reading, word: string, here: readonly Spotted[]): ReadonlySet<Draft> {
  const pattern = /^(?:he|him|his)$/.test(word) ? /^(?:she|hers?)$/i : /^(?:she|her)$/.test(word) ? /^(?:he|him|his)$/i : undefined
  if (!pattern) return new Set()
  return new Set(here.filter(one => one.form === 'pronoun' && pattern.test(text.slice(...one.span))).map(one => one.draft))
}

/** "said it will", "that it has", "and it would". */
function opensClause(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1]
  return before !== undefined && (before.pos === 'VERB' || /^(?:that|if|because|and|but|unless|after|before)$/.test(before.lower))
}

/** "the White House said it would": a seat of power that a row names is no person. */
function isSeat({ kind, key }: Draft): boolean {
  return kind === 'office' && key.startsWith('known:')
}

function fitsPronoun(word: string, verbNext: boolean, opens: boolean): ((draft: Draft) => boolean) | undefined {
  const lean = /^(?:he|him|his)$/.test(word) ? 1 : -1
  if (PERSON.test(word)) return draft => (draft.kind === 'person' || (draft.kind === 'office' && !isSeat(draft))) && (draft.lean ?? 0) * lean > -SURE
  if (MANY.test(word)) return draft => draft.kind === 'group' || draft.members !== undefined
  if ((word === 'it' && verbNext && opens) || word === 'its')
    return draft => draft.kind === 'state' || draft.kind === 'organisation' || draft.kind === 'outlet' || isSeat(draft)
  return undefined
}
