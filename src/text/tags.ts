import { findPatterns, SIGN } from './automaton.ts'
import type { Word } from './lexicon.ts'
import { modelOf } from './tagger.ts'

let room = new Uint8Array(1024)

/** The numbers of the tags of `words[from, to)`: of each its likeliest, then what wink's patterns make of it beside its neighbours. */
export function chooseTags(words: readonly Word[], from: number, to: number, tags: Uint8Array): void {
  const count = to - from
  if (room.length < count) room = new Uint8Array(2 * count)
  const symbols = room
  for (let i = from; i < to; i++) tags[i] = words[i]?.tag ?? 0
  for (const machine of modelOf().tags) {
    for (let i = from; i < to; i++) {
      const sign = words[i]?.sign ?? 0
      symbols[i - from] = sign ? SIGN + sign : (tags[i] ?? 0)
    }
    const changes: number[] = []
    findPatterns(machine, symbols, count, (name, at) => changes.push(from + at, Number(name)))
    for (let k = 0; k < changes.length; k += 2) {
      const [at = 0, tag = 0] = [changes[k], changes[k + 1]]
      if (tag < 0) tags[at] = -tag
      else if ((words[at]?.may ?? 0) & (1 << tag)) tags[at] = tag
    }
  }
  for (let i = from; i < to; i++) if (words[i]?.fixed) tags[i] = words[i]?.tag ?? 0
}
