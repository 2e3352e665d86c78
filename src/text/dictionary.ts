import type { Pos } from '#model'
import { TAGS } from './lexicon.ts'
import { modelOf } from './tagger.ts'

/** The likeliest tag of a word of the language written in small letters; `undefined` where it is no word of it. */
export function wordTag(lower: string): Pos | undefined {
  const tag = modelOf().tagOf(lower)
  return tag === 0 ? undefined : TAGS[tag]
}
