import type { Reading, Report, Sentence, Token } from '#model'
import { findPatterns, SIGN } from './automaton.ts'
import { hideCards } from './cards.ts'
import { cutChunks } from './chunks.ts'
import { keepForms } from './forms.ts'
import { TAGS, type Word } from './lexicon.ts'
import { mergesWithNext } from './merge.ts'
import { maskNames, NAME, type Stretch } from './names.ts'
import { modelOf } from './tagger.ts'
import { chooseTags } from './tags.ts'

/** Signs of a straight quotation mark: with a word right before it, and after white space. */
const [STRAIGHT, STRAIGHT_SPACED] = [SIGN + 4, SIGN + 6]

/** The words of a report as they are cut, before they have tags. */
interface Words {
  readonly words: Word[]
  readonly starts: number[]
  readonly stops: number[]
  /** Where the words of each passage begin, and their end. */
  readonly passages: number[]
}

/** Cuts a report into sentences and tokens, passage by passage. A language other than English gets sentences only. */
export function readSentences(report: Report): Reading {
  if (report.language !== 'en') return { report, tokens: [], sentences: readForeign(report) }
  const cut = cutWords(report)
  const stretches = cutSentences(cut)
  const { words, starts, passages } = cut
  const seen = maskNames(words, stretches)
  const tags = new Uint8Array(words.length)
  for (const [passage, from] of passages.entries()) chooseTags(seen, from, passages[passage + 1] ?? words.length, tags)
  const { lemmaOf } = modelOf()
  const tokens = words.map((word, index): Token => {
    const { text, lower } = word
    const start = starts[index] ?? 0
    const tag = tags[index] ?? 0
    const shown = seen[index] ?? word
    const name = shown === NAME
    return { index, start, end: start + text.length, text, lower, lemma: name ? lower : lemmaOf(shown, tag), pos: TAGS[tag] ?? 'X', name }
  })
  const sentences = stretches.map(({ from, to, passage }, index): Sentence => ({
    index,
    span: [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0],
    from,
    to,
    passage,
  }))
  return keepForms({ report, sentences, tokens }, words)
}

function cutWords({ text, passages }: Report): Words {
  const cut: Words = { words: [], starts: [], stops: [], passages: [] }
  for (const { span } of passages) {
    const first = cut.words.length
    cut.passages.push(first)
    cutChunks(hideCards(text.slice(span[0], span[1])), (pieces, start) => {
      for (const { word, at, spaced } of pieces) {
        cut.stops.push(word.stop === STRAIGHT && spaced && cut.words.length > first ? STRAIGHT_SPACED : word.stop)
        cut.words.push(word)
        cut.starts.push(span[0] + start + at)
      }
    })
  }
  return cut
}

let room = new Uint8Array(1024)

/** Sentences end where wink's patterns say so, unless the next one goes on. */
function cutSentences({ words, stops, passages }: Words): Stretch[] {
  const { stops: machine } = modelOf()
  const stretches: Stretch[] = []
  for (const [passage, first] of passages.entries()) {
    const last = passages[passage + 1] ?? words.length
    let from = first
    const end = (to: number): void => {
      if (to <= from || (to < last && mergesWithNext(words, from, to, last))) return
      stretches.push({ from, to, passage })
      from = to
    }
    if (room.length < last - first) room = new Uint8Array(2 * (last - first))
    for (let i = first; i < last; i++) room[i - first] = stops[i] ?? 0
    findPatterns(machine, room, last - first, (_, at) => {
      end(first + at + 1)
    })
    end(last)
  }
  return stretches
}

function readForeign({ text, language, passages }: Report): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const sentences: Sentence[] = []
  for (const [passage, { span }] of passages.entries()) {
    for (const { segment, index } of segmenter.segment(text.slice(span[0], span[1]))) {
      const words = segment.trim()
      const from = span[0] + index + segment.indexOf(words)
      if (words) sentences.push({ index: sentences.length, span: [from, from + words.length], from: 0, to: 0, passage })
    }
  }
  return sentences
}
