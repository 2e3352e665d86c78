import { readRows } from '#text'
import type { Statement } from '#model'

type Kind = NonNullable<Statement['kind']>

/** Verbs of reporting by lemma. `tail`: they may stand after what was said ("…, the ministry said"). */
const rows = readRows('cues', ['cue', 'kind', 'tail'])
export const KIND_OF_CUE: ReadonlyMap<string, Kind> = new Map(rows.map(row => [row.cue, row.kind as Kind]))
export const TAIL_VERBS: ReadonlySet<string> = new Set(rows.filter(row => row.tail === 'yes').map(row => row.cue))

/** Adjectives of thought and will. */
export const ATTITUDES: ReadonlySet<string> = new Set(readRows('attitudes', ['word']).map(row => row.word))

/** Words by which the writer or the speaker holds back; of several words, the first leads to the rest. */
export const HEDGES: ReadonlyMap<string, readonly (readonly string[])[]> = group(readRows('hedges', ['hedge']).map(row => row.hedge.split(' ')))

/** Names of outlets in lower case, by their first word. */
export const OUTLETS: ReadonlyMap<string, readonly (readonly string[])[]> = group(
  readRows('media', ['id', 'also', 'kind'])
    .flatMap(row => [row.id, ...row.also.split('|')])
    .filter(Boolean)
    .map(name => name.toLowerCase().replace(/^the /, '').split(' ')),
)

function group(names: readonly string[][]): Map<string, string[][]> {
  const by = new Map<string, string[][]>()
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const first = name[0] ?? ''
    by.set(first, [...(by.get(first) ?? []), name])
  }
  return by
}
