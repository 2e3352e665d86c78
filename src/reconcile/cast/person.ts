import { nameWords, type Actor, type Analysis } from '#model'
import { actorsOf, fullName } from './name.ts'
import { sideOf } from './side.ts'

/** What one report tells of a person: the word by which others may name it alone, the words of its name, and its party, '' where none is told. */
export interface Told {
  readonly key: string
  readonly name: string
  readonly party: string
}

const NAME = /^\p{Lu}[\p{L}.'’ -]*$/u

/** The words under which a person is looked for: those by which its report names it alone, else the last of its name. */
function keysOf({ names }: Actor, words: readonly string[]): string[] {
  const alone = names.filter(name => NAME.test(name)).map(nameWords)
  const short = alone.flatMap(one => (one.length === 1 && words.includes(one[0] ?? '') ? one : []))
  return [...new Set(short.length > 0 ? short : words.slice(-1))]
}

/** What a report tells of the persons in it: full names, and surnames whose party it tells. */
export function personsOf(analysis: Analysis): Told[] {
  const found = new Map<string, Told>()
  for (const actor of analysis.actors) {
    const name = fullName(actor)
    if (actor.kind !== 'person' || !NAME.test(name)) continue
    const words = nameWords(name)
    const party = sideOf(actor, actorsOf(analysis)) ?? ''
    if (words.length === 0 || words.length > 4 || (words.length < 2 && party === '')) continue
    for (const key of keysOf(actor, words)) found.set(`${key} ${words.join(' ')} ${party}`, { key, name: words.join(' '), party })
  }
  return [...found.keys()].sort().flatMap(key => found.get(key) ?? [])
}
