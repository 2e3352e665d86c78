import model from 'wink-eng-lite-web-model'
import type { Pos } from '#model'
import { SIGN } from './automaton.ts'
import type { Form } from './forms.ts'

/** wink's tags by their numbers; 0 is no tag. */
export const TAGS: readonly Pos[] = [
  'X',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SPACE',
  'SYM',
  'VERB',
  'X',
  'SCONJ',
]
export const [NOUN, PROPN, PUNCT] = [8, 12, 13]
/** Signs of the cutter of sentences: a shortened word with letters before its full stop, and an initial. */
const [SHORTENED, INITIAL] = [7, 8]
/** Words that the cutter of sentences knows by themselves. */
export const STOP_WORDS = ['\n\n', ',', '-', '–', '—']

type Field = readonly [word: number, mask: number, shift: number]

/** The heart of wink's model: a row of packed fields for each word it knows. */
export interface Core {
  readonly packing: { readonly size: number; readonly layout: Readonly<Record<string, Field>>; readonly config: unknown }
  readonly lexicon: Uint32Array
  readonly features: {
    readonly lexeme: { readonly list: string[]; readonly hash: Record<string, number>; readonly intrinsicSize: number }
    readonly posClusters: { readonly list: readonly ReadonlySet<number>[] }
  }
  readonly tcat: { readonly hash: Readonly<Record<string, number>> }
}

/** A shape that nobody has asked for: a number like those that are, so that all words stay alike in memory. */
export const UNSEEN = -1

/** What is known of a word before its company is seen. */
export interface Word extends Form {
  readonly text: string
  /** The number of its likeliest tag. */
  readonly tag: number
  /** What the patterns of tags see: its sign, else 0 for its tag. */
  readonly sign: number
  /** The tags that patterns may give it, a bit each. */
  readonly may: number
  /** What the cutter of sentences sees. */
  readonly stop: number
  /** A part of a contraction keeps its tag. */
  readonly fixed: boolean
  /** Its lemma for each tag, filled as they are asked for. */
  readonly lemmas: (string | undefined)[]
  /** What its lemma is made from. */
  readonly normal: string
  /** How it is written (names.ts), filled where it is asked for; `UNSEEN` before. */
  shape: number
}

/** How the cutter of words gives a word: part of a contraction where `tag` and `lemma` are given. */
export interface Cut {
  readonly text: string
  readonly kind: string
  readonly normal: string
  readonly tag?: string
  readonly lemma?: string
}

export interface Lexicon {
  /** Whether it is a word of the model as it is written. */
  readonly has: (text: string) => boolean
  /** What the lemma of a word of letters only is made from; undefined for a contraction, which is several words. */
  readonly normalOf: (text: string) => string | undefined
  readonly wordOf: (cut: Cut) => Word
  readonly lemmaOf: (word: Word, tag: number) => string
  /** The likeliest tag of a word as it is written; 0 where it is not known. */
  readonly tagOf: (text: string) => number
}

interface Addons {
  readonly featureFn: (config: unknown) => { pos: (word: string, kind: number, words: object) => number }
  readonly addons: { lemmatize: (word: string, pos: string, words: object) => string }
}

interface Fields {
  readonly ids: ReadonlyMap<string, number>
  readonly field: (id: number, name: string) => number
  /** The word that another spelling stands for. */
  readonly spelled: (id: number) => number
  readonly tagsOf: (id: number) => ReadonlySet<number>
}

function readFields({ packing, lexicon, features }: Core): Fields {
  const { list, intrinsicSize } = features.lexeme
  const field = (id: number, name: string): number => {
    const [word = 0, mask = 0, shift = 0] = packing.layout[name] ?? []
    return ((lexicon[word + id * packing.size] ?? 0) & mask) >>> shift
  }
  return {
    ids: new Map(list.slice(0, intrinsicSize).map((text, id) => [text, id])),
    field,
    spelled: id => (field(id, 'isSpellingMapped') ? field(id, 'lemma') : id),
    tagsOf: id => features.posClusters.list[field(id, 'lexemeCID')] ?? new Set(),
  }
}

/** Reads a model: its words by their packed fields, others by their letters, as wink does. */
export function makeLexicon(core: Core): Lexicon {
  const { list, intrinsicSize } = core.features.lexeme
  const { ids, field, spelled, tagsOf } = readFields(core)
  const asked = {
    lookup: (text: string) => [ids.get(text) ?? intrinsicSize],
    intrinsicSize: () => intrinsicSize,
    posOf: (id: number) => field(id, 'pos'),
    hasSamePOS: (text: string, pos: string) => {
      const id = ids.get(text)
      return id !== undefined && !field(id, 'isContraction') && field(id, 'isBaseForm') !== 0 && tagsOf(id).has(TAGS.indexOf(pos as Pos))
    },
  }
  const { featureFn, addons } = model as unknown as Addons
  const guess = featureFn(core.packing.config)
  return {
    has: text => ids.has(text),
    normalOf: text => {
      const id = ids.get(text)
      if (id !== undefined) return field(id, 'isContraction') ? undefined : list[field(id, 'isSpellingMapped') ? field(id, 'lemma') : id + field(id, 'normal')]
      const lower = text.toLowerCase()
      const base = ids.get(lower)
      return base === undefined ? lower : list[spelled(base)]
    },
    tagOf: text => {
      const id = ids.get(text)
      return id === undefined ? 0 : field(spelled(id), 'pos')
    },
    lemmaOf: (word, tag) => (word.lemmas[tag] ??= lemmatize(word, tag)),
    wordOf: ({ text, kind, normal, tag, lemma }) => {
      const [id, base] = [ids.get(text), ids.get(normal)]
      const likeliest =
        tag !== undefined ? TAGS.indexOf(tag as Pos) : id === undefined ? guess.pos(text, core.tcat.hash[kind] ?? 0, asked) : field(spelled(id), 'pos')
      const stop = (base !== undefined && field(base, 'sbdHint')) || (id !== undefined && field(id, 'sbdHint'))
      const short = base === undefined ? /[a-z].*\.$/.test(normal) : field(base, 'isAbbrev') !== 0
      return {
        text,
        lower: text.toLowerCase().replaceAll('’', "'"),
        tag: likeliest || NOUN,
        sign: (id !== undefined && field(id, 'posHint')) || 0,
        // What has no capital is no name: "new" is none before "York".
        may: base === undefined ? 0 : [...tagsOf(base)].reduce((bits, one) => (one === PROPN && text === normal ? bits : bits | (1 << one)), 0),
        stop: stop ? SIGN + stop : short ? SIGN + (normal.length === 2 ? INITIAL : SHORTENED) : STOP_WORDS.indexOf(normal) + 1,
        fixed: tag !== undefined,
        lemmas: tag !== undefined && lemma !== undefined ? TAGS.map(() => lemma) : [],
        normal,
        shape: UNSEEN,
        marks: undefined,
        steps: undefined,
      }
    },
  }

  function lemmatize({ text, normal }: Word, tag: number): string {
    const id = ids.get(text)
    const base = id === undefined ? undefined : spelled(id)
    if (base !== undefined && field(base, 'isSLemma')) return list[field(base, 'lemma')] ?? normal
    return addons.lemmatize(normal, TAGS[tag] ?? 'X', asked)
  }
}
