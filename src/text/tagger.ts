import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'

/** wink's list of words: those it was made with, and behind them those it has met since. */
interface Words {
  readonly hash: Record<string, number>
  readonly list: readonly string[]
  readonly intrinsicSize: number
}

/** How many met words are kept in memory before the tagger is made anew. */
const MOST_MET = 200_000

interface Tagger {
  readonly nlp: ReturnType<typeof winkNLP>
  readonly words: Words
  forgotten: number
}

let tagger: Tagger | undefined

function makeTagger(): Tagger {
  let words: Words | undefined
  const watched = {
    ...model,
    core: () => {
      const core = (model as unknown as { core: () => { features: { lexeme: Words } } }).core()
      words = core.features.lexeme
      return core
    },
  }
  const nlp = winkNLP(watched as typeof model, ['sbd', 'pos'])
  if (!words) throw new Error('wink-nlp did not read its model: another version than the one this was written for?')
  return { nlp, words, forgotten: words.intrinsicSize }
}

/**
 * The tagger, with all words forgotten that it met in earlier reports. wink keeps every word it meets and from then on takes it as
 * one ("League's" is two tokens before it was met whole, one after), so that a report's tokens would hang on what was read before.
 */
export function freshTagger(): Tagger['nlp'] {
  if (!tagger || tagger.words.list.length - tagger.words.intrinsicSize > MOST_MET) tagger = makeTagger()
  const { hash, list } = tagger.words
  // Only the way to a word is taken away: its place in the list stays, because wink counts on it.
  for (let at = tagger.forgotten; at < list.length; at++) delete hash[list[at] ?? '']
  tagger.forgotten = list.length
  return tagger.nlp
}
