import { hull, type Some, type Span } from '#model'
import type { Card, Said } from '../card.ts'
import { commonTopic } from '../lineage/topic.ts'
import { compareWho } from '../who.ts'
import { compareQuotes, compareWords, type Likeness } from './likeness.ts'
import { meet } from './meet.ts'
import type { Piece } from './pieces.ts'

/** Two wordings of one utterance in two reports: the statements, and in each the words that meet. */
export interface SayLink {
  readonly a: { readonly statement: number; readonly span: Span }
  readonly b: { readonly statement: number; readonly span: Span }
}

/** A run of quoted words this long is one utterance whoever the reports say spoke, unless they name two persons. */
const LONG_RUN = 7
/** The least run that ties two quotations of one speaker. */
const RUN = 4
/** Days by which two tellings of one utterance may be apart when quotations tie them. */
const APART = 20

function daysMeet(a: Said | undefined, b: Said | undefined, slack: number): boolean {
  if (!a?.days || !b?.days) return true
  return a.days[0] <= b.days[1] + slack && b.days[0] <= a.days[1] + slack
}

/** Whether the words alone, for one speaker on one day, are two wordings of one thought. */
function sameThought({ shared, ofShorter, ofBoth, run, ofFragment }: Likeness): boolean {
  if (run >= RUN && ofFragment >= 0.4) return true
  if (run >= 2 && ofFragment >= 0.9 && shared >= 1) return true
  return (shared >= 2 && ofShorter >= 0.5 && ofBoth >= 0.25) || (shared >= 3.5 && ofShorter >= 0.4)
}

/** Whether two pieces word one utterance. */
export function isOneUtterance(cardA: Card, a: Piece, cardB: Card, b: Piece, topic: ReadonlySet<number>): boolean {
  if (a.statement < 0 && b.statement < 0) return false
  const [saidA, saidB] = [cardA.said[a.statement], cardB.said[b.statement]]
  const like = { ...compareWords(a.words, b.words, topic), ...compareQuotes(a, b) }
  if (like.shared === 0 && like.run < RUN) return false
  const who = compareWho(saidA?.who, saidB?.who)
  if (like.run >= LONG_RUN && like.ofFragment >= 0.5 && daysMeet(saidA, saidB, APART)) return who !== 'different' || like.run >= 2 * LONG_RUN
  if (a.statement < 0 || b.statement < 0 || saidA?.negated !== saidB?.negated) return false
  if (who === 'different') return false
  if (!daysMeet(saidA, saidB, 1)) return false
  if (who === 'same') return sameThought(like)
  return like.run >= RUN && like.ofFragment >= 0.5 && like.shared >= 2
}

/** Neighbouring pieces of one statement that found a partner are one stretch of words. */
function stretches(pieces: readonly Piece[], matched: ReadonlySet<Piece>): Map<Piece, Span> {
  const found = new Map<Piece, Span>()
  let open: Piece[] = []
  const close = (): void => {
    const [first, ...rest] = open
    if (first) for (const piece of open) found.set(piece, hull([first.span, ...rest.map(one => one.span)] as Some<Span>))
    open = []
  }
  for (const piece of pieces) {
    if (!matched.has(piece) || piece.statement < 0 || (open[0] && open[0].statement !== piece.statement)) close()
    if (matched.has(piece)) open.push(piece)
  }
  close()
  return found
}

/** The wordings of common utterances in two reports. */
export function linkSayings(a: Card, b: Card): SayLink[] {
  const pairs: [Piece, Piece][] = []
  const topic = commonTopic(a.topic, b.topic)
  for (const [x, y] of meet(a, b)) if (isOneUtterance(a, x, b, y, topic)) pairs.push([x, y])
  const inA = stretches(a.pieces, new Set(pairs.map(pair => pair[0])))
  const inB = stretches(b.pieces, new Set(pairs.map(pair => pair[1])))
  const links = new Map<string, SayLink>()
  for (const [x, y] of pairs) {
    const link = { a: { statement: x.statement, span: inA.get(x) ?? x.span }, b: { statement: y.statement, span: inB.get(y) ?? y.span } }
    links.set(JSON.stringify(link), link)
  }
  return [...links.values()]
}
