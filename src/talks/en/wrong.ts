import type { Allegation, Token } from '#model'
import { readRows } from '#text'
import { stemsOf } from './verb.ts'

/** A wrong that somebody may be alleged to have done. */
export interface Wrong {
  readonly words: readonly string[]
  readonly object: ReadonlySet<string>
  /** Any noun of wrong will do as its object: "commit". */
  readonly anyWrong: boolean
  readonly of: Allegation['of']
  /** Whether it counts in the publisher's own voice too. */
  readonly own: boolean
  /** It is a wrong only where it is not done: "has not complied". */
  readonly undone: boolean
}

/** A noun of wrong, and where it counts as one (data/wrong-nouns.tsv). */
export interface WrongNoun {
  readonly of: Allegation['of']
  readonly form: 'doer' | 'named' | 'person' | 'harm'
}

const wrongs = new Map<string, Wrong[]>()
for (const row of readRows('wrongs', ['words', 'object', 'of', 'voice'])) {
  const words = row.words.split(' ')
  const key = words[0] ?? ''
  const object = new Set(row.object.split(' ').filter(Boolean))
  const wrong = { words, object, anyWrong: object.has('*'), of: row.of as Allegation['of'], own: row.voice === 'own', undone: row.voice === 'not' }
  wrongs.set(key, [...(wrongs.get(key) ?? []), wrong])
}

const nouns = new Map(
  readRows('wrong-nouns', ['word', 'of', 'form']).map(row => [row.word, { of: row.of as Allegation['of'], form: row.form as WrongNoun['form'] }]),
)

/** The noun of wrong at a token, by its lemma or itself ("cover-up" is one word). */
export function wrongNounAt(token: Token | undefined): WrongNoun | undefined {
  if (!token || (token.pos !== 'NOUN' && token.pos !== 'PROPN' && token.pos !== 'ADJ')) return undefined
  return nouns.get(token.lemma) ?? nouns.get(token.lower)
}

const adjectives = new Map(readRows('wrong-adjectives', ['word', 'of']).map(row => [row.word, row.of as Allegation['of']]))

/** The kind of wrong that an adjective before a noun tells: "unfair practices". */
export function wrongAdjectiveAt(token: Token | undefined): Allegation['of'] | undefined {
  return token && adjectives.get(token.lower)
}

/** The wrongs that begin with the verb of a token, or with a verb that its form may be of; undefined for nearly all words. */
export function wrongsOf(token: Token): readonly Wrong[] | undefined {
  const own = wrongs.get(token.lemma)
  if (own || token.pos === 'VERB' || !/(?:ing|ed)$/.test(token.lower)) return own
  const key = [...stemsOf(token), ...pastStems(token)].find(stem => wrongs.has(stem))
  return key === undefined ? undefined : wrongs.get(key)
}

/** The wrong that the verb at a token tells, with its object within the next words where it needs one; of a passive, within the words of `before`. */
export function wrongAt(tokens: readonly Token[], at: number, to: number, undone = false, before?: number): Wrong | undefined {
  const token = tokens[at]
  return (
    token &&
    (wrongsOf(token) ?? []).find(wrong => {
      if (!wrong.words.every((word, k) => k === 0 || tokens[at + k]?.lemma === word)) return false
      if (wrong.undone !== undone) return false
      const [from, end] = before === undefined ? [at + wrong.words.length, Math.min(to, at + 10)] : [before, at]
      return wrong.object.size === 0 || hasObject(tokens, from, end, wrong)
    })
  )
}

const NO_STEMS: readonly string[] = []

/** The verbs behind a past form which the tagger took for an adjective: "had looted" → loot, loote. */
function pastStems({ pos, lower }: Token): readonly string[] {
  return pos === 'ADJ' && lower.endsWith('ed') && lower.length > 4 ? [lower.slice(0, -2), lower.slice(0, -1)] : NO_STEMS
}

function hasObject(tokens: readonly Token[], from: number, to: number, { object, anyWrong }: Wrong): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (!token) return false
    if (object.has(token.lemma) || object.has(token.lower)) return true
    const noun = anyWrong ? wrongNounAt(token) : undefined
    if (noun && noun.form !== 'person' && noun.form !== 'harm') return true
  }
  return false
}

/** Whether any word from one token to another tells a wrong: what tells an accusation from mere criticism. */
export function tellsWrong(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (!token) return false
    if (wrongNounAt(token) || ((token.pos === 'VERB' || token.lower.endsWith('ing')) && wrongAt(tokens, i, to))) return true
  }
  return false
}

const KINDS: readonly (readonly [RegExp, Allegation['of']])[] = [
  [/\b(?:cease-?fire|truce|armistice|(?:observed?|violat\w+|broken?|breach\w*|honou?red) the (?:pause|lull))\b/i, 'ceasefire-violation'],
  [
    /\b(?:genocide|war crimes?|crimes?|criminal|atrocit\w+|(?:international|labou?r|state|federal|the) law|human rights|illegal\w*|unlawful\w*|sovereignty|airspace|torture|massacre|constitution\w*|resolutions?|sanctions|fraud|corruption|treaty)\b/i,
    'law',
  ],
  [
    /\b(?:obstruct\w*|block(?:ing|ed|ade)?|stall\w*|sabotag\w*|undermin\w*|derail\w*|delay\w*|drag\w*|slow-?walk\w*|renege?\w*|refus\w*|bad faith|good faith|intransigen\w+|hold\w* up)\b/i,
    'obstruction',
  ],
]

/** The kind of an allegation by its words alone. */
export function kindOf(words: string): Allegation['of'] {
  return KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}
