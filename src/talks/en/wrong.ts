import type { Allegation, Token } from '#model'
import { readRows } from '#text'
import { stemsOf } from './verb.ts'

/** A wrong that somebody may be alleged to have done. */
export interface Wrong {
  readonly words: readonly string[]
  readonly object: ReadonlySet<string>
  readonly of: Allegation['of']
  /** Whether it counts in the publisher's own voice too. */
  readonly own: boolean
}

const wrongs = new Map<string, Wrong[]>()
for (const row of readRows('wrongs', ['words', 'object', 'of', 'voice'])) {
  const words = row.words.split(' ')
  const key = words[0] ?? ''
  const wrong = { words, object: new Set(row.object.split(' ').filter(Boolean)), of: row.of as Allegation['of'], own: row.voice === 'own' }
  wrongs.set(key, [...(wrongs.get(key) ?? []), wrong])
}

/** The wrong that the verb at a token tells, with its object within the next words where it needs one. */
export function wrongAt(tokens: readonly Token[], at: number, to: number): Wrong | undefined {
  const token = tokens[at]
  if (!token) return undefined
  const key = wrongs.has(token.lemma.toLowerCase()) ? token.lemma.toLowerCase() : stemsOf(token).find(stem => wrongs.has(stem))
  return (key === undefined ? [] : (wrongs.get(key) ?? [])).find(wrong => {
    if (!wrong.words.every((word, k) => k === 0 || tokens[at + k]?.lemma.toLowerCase() === word)) return false
    if (wrong.object.size === 0) return true
    for (let i = at + 1; i < Math.min(to, at + 10); i++)
      if (wrong.object.has(tokens[i]?.lemma.toLowerCase() ?? '') || wrong.object.has(tokens[i]?.lower ?? '')) return true
    return false
  })
}

const KINDS: readonly (readonly [RegExp, Allegation['of']])[] = [
  [/\b(?:cease-?fire|truce|armistice)\b/i, 'ceasefire-violation'],
  [
    /\b(?:genocide|war crimes?|crimes?|atrocit\w+|international law|human rights|illegal\w*|unlawful\w*|sovereignty|airspace|torture|massacre|constitution\w*|resolutions?)\b/i,
    'law',
  ],
  [
    /\b(?:obstruct\w*|block(?:ing|ed|ade)?|stall\w*|sabotag\w*|undermin\w*|derail\w*|delay\w*|drag\w*|slow-?walk\w*|renege?\w*|refus\w*|bad faith|intransigen\w+|hold\w* up)\b/i,
    'obstruction',
  ],
]

/** The kind of an allegation by its words alone. */
export function kindOf(words: string): Allegation['of'] {
  return KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}
