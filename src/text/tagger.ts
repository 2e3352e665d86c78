import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import { readMachine, type Machine } from './automaton.ts'
import { makeLexicon, STOP_WORDS, type Core, type Lexicon } from './lexicon.ts'

/** wink's list of words: those it was made with, and behind them those it has met since. */
interface Words {
  readonly hash: Record<string, number>
  readonly list: readonly string[]
  readonly intrinsicSize: number
}

/** How many met words are kept in memory before the tagger is made anew. */
const MOST_MET = 200_000

/** wink's model as we read it: words, the machine that cuts sentences, and those that choose tags, in their order. */
export interface Model extends Lexicon {
  readonly stops: Machine
  readonly tags: readonly Machine[]
}

interface Source {
  readonly core: () => Core
  readonly sbd: () => { readonly machines: readonly [string] }
  readonly pos: () => { readonly machines: readonly string[] }
}

interface Tagger {
  readonly nlp: ReturnType<typeof winkNLP>
  readonly words: Words
  readonly model: Model
  forgotten: number
}

let tagger: Tagger | undefined

function makeTagger(): Tagger {
  let core: Core | undefined
  const source = model as unknown as Source
  const watched = { ...model, core: () => (core = source.core()) }
  const nlp = winkNLP(watched as unknown as typeof model, [])
  if (!core) throw new Error('wink-nlp did not read its model: another version than the one this was written for?')
  const words = core.features.lexeme
  return { nlp, words, model: tagger?.model ?? readModel(source, core), forgotten: words.intrinsicSize }
}

function readModel(source: Source, core: Core): Model {
  const { list } = core.features.lexeme
  const wordOf = (id: number): number => STOP_WORDS.indexOf(list[id] ?? '') + 1
  return { ...makeLexicon(core), stops: readMachine(source.sbd().machines[0], wordOf), tags: source.pos().machines.map(json => readMachine(json)) }
}

/** wink's model, read once. */
export function modelOf(): Model {
  tagger ??= makeTagger()
  return tagger.model
}

/**
 * wink's cutter of words, with all words forgotten that it met before. wink keeps every word it meets and from then on takes it as
 * one ("League's" is two tokens before it was met whole, one after), so that a report's tokens would hang on what was read before.
 */
export function freshCutter(): Tagger['nlp'] {
  if (!tagger || tagger.words.list.length - tagger.words.intrinsicSize > MOST_MET) tagger = makeTagger()
  const { hash, list } = tagger.words
  // Only the way to a word is taken away: its place in the list stays, because wink counts on it.
  for (let at = tagger.forgotten; at < list.length; at++) delete hash[list[at] ?? '']
  tagger.forgotten = list.length
  return tagger.nlp
}
