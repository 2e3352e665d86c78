import { contains, hull, type Some, type Span } from '#model'
import type { Card, Said } from '../card.ts'
import { placeOf, type Place } from '../place.ts'
import { compareWho, passesOn, type Sameness } from '../who.ts'
import { compareQuotes, likenessOf, type Likeness } from './likeness.ts'
import type { Met } from './meet.ts'
import { OWN, type Piece } from './pieces.ts'

/** Two wordings of one utterance in two reports: in each the words that meet. The node of a place is its statement. */
export interface Saying {
  readonly a: Place
  readonly b: Place
  /** Whether the words are the same but for marks. */
  readonly verbatim: boolean
  /** Whether a run of quoted words, or all words, tie the two: else they only agree in what they say. */
  readonly firm: boolean
}

/** A run of quoted words this long is one utterance whoever the reports say spoke, unless they name two persons. */
const LONG_RUN = 7
/** The least run that ties two quotations of one speaker. */
const RUN = 4
/** Days by which two tellings of one utterance may be apart when quotations tie them. */
const APART = 20
/** Content words a piece must have for its words alone to tie it. */
const WORDS = 3

function daysMeet(a: Said | undefined, b: Said | undefined, slack: number): boolean {
  if (!a?.days || !b?.days) return true
  return a.days[0] <= b.days[1] + slack && b.days[0] <= a.days[1] + slack
}

/** Whether quoted words tie two pieces: a run of some length, or a short fragment that is whole in both, with other words in common. */
function quotesTie({ shared, run, ofFragment }: Likeness): boolean {
  return (run >= RUN && ofFragment >= 0.4) || (run >= 2 && ofFragment >= 0.9 && shared >= 1)
}

/** Whether the words alone, for one speaker on one day, are two wordings of one thought. */
function wordsTie(a: Piece, b: Piece, { shared, ofShorter, ofBoth }: Likeness): boolean {
  if (Math.min(a.words.length, b.words.length) < WORDS) return false
  if ((shared >= 2.5 && ofShorter >= 0.5 && ofBoth >= 0.28) || (shared >= 2 && ofShorter >= 0.66 && ofBoth >= 0.33) || (shared >= 3.5 && ofShorter >= 0.45))
    return true
  return a.axes['talks'] !== undefined && a.axes['talks'] === b.axes['talks'] && shared >= 0.7
}

/** Where one of the speakers is not known: a run whole in both, a short fragment with much else in common, or nearly all words. */
function openTie({ shared, ofShorter, ofBoth, run, ofFragment }: Likeness): boolean {
  if (run >= RUN && ofFragment >= 0.5 && shared >= 2) return true
  if (run > RUN && ofFragment >= 0.9 && shared > 0) return true
  return (run >= 2 && ofFragment >= 0.9 && shared >= 2.5) || (shared >= 3 && ofShorter >= 0.7 && ofBoth >= 0.45)
}

/** Axes whose words name their matter themselves, so that one speaker on one side of them on one day says one thing. */
const STATES = ['talks', 'contact', 'pledge', 'vote', 'plan']

/** The axis on which two pieces stand on one side, if any, and none on which they do not. */
function statesTie(a: Piece, b: Piece): boolean {
  const both = STATES.filter(axis => a.axes[axis] && b.axes[axis])
  return both.length > 0 && both.every(axis => a.axes[axis] === b.axes[axis])
}

/** Whether one speaker tells one state on one day, in whatever words. */
function isOneState(cardA: Card, cardB: Card, a: Piece, b: Piece): boolean {
  const [saidA, saidB] = [cardA.said[a.statement], cardB.said[b.statement]]
  if (!saidA?.days || !saidB?.days || !saidA.spoken || !saidB.spoken || saidA.negated !== saidB.negated || !statesTie(a, b)) return false
  if (a.names.length > 0 && b.names.length > 0 && !a.names.some(name => b.names.includes(name)) && !shareCapital(a, b)) return false
  return compareWho(saidA.who, saidB.who) === 'same' && daysMeet(saidA, saidB, saidA.dated && saidB.dated ? 0 : 1)
}

function shareCapital(a: Piece, b: Piece): boolean {
  return a.capitals.some(word => b.words.includes(word)) || b.capitals.some(word => a.words.includes(word))
}

/** Words set as a block without marks are a quotation where nearly all of them stand elsewhere as somebody's. */
function isBlock({ a, b, words }: Met): boolean {
  const said = a.statement === OWN ? b : a
  if (said.quotes.length === 0) return false
  return (a.statement === OWN) !== (b.statement === OWN) && words.shared >= 4 && words.ofBoth >= 0.8
}

/** Whether two speakers are one. Two that differ but are not both named, or of whom one is a publisher who passes words on or a body for which the other may speak, may yet be one. */
function sameness(a: Said | undefined, b: Said | undefined): Sameness {
  const found = compareWho(a?.who, b?.who)
  const told = a?.named && b?.named && !passesOn(a.who) && !passesOn(b.who) && (a.who.kind === 'person') === (b.who.kind === 'person')
  return (found === 'different' && !told) || (found === 'same' && isDescribed(a) && isDescribed(b)) ? 'open' : found
}

/** Whether a speaker is a class or somebody described, not a name: "analysts" of two reports are not the same. */
function isDescribed(said: Said | undefined): boolean {
  return said !== undefined && (said.as === 'group' || said.as === 'unnamed')
}

/** Whether the reports, by name or by pronoun, give the words to two persons. */
function areTwoPersons(a: Said, b: Said): boolean {
  return a.who.kind === 'person' && b.who.kind === 'person' && compareWho(a.who, b.who) === 'different'
}

/** Whether words alone may tie: never of a class described, nor where a day is known of neither the utterance nor its report. */
function wordsMayTie(a: Said, b: Said): boolean {
  return a.days !== undefined && b.days !== undefined && !isDescribed(a) && !isDescribed(b)
}

/** Whether two pieces word one utterance. */
export function isOneUtterance(cardA: Card, cardB: Card, met: Met): boolean {
  const { a, b, words } = met
  if (isBlock(met)) return true
  if ((a.statement < 0 && b.statement < 0) || a.statement === OWN || b.statement === OWN) return false
  const [saidA, saidB] = [cardA.said[a.statement], cardB.said[b.statement]]
  const noQuotes = a.quotes.length === 0 || b.quotes.length === 0
  if (noQuotes && ((words.shared < 2 && a.axes['talks'] === undefined) || !saidA?.spoken || !saidB?.spoken || a.negated !== b.negated)) return false
  const like = likenessOf(words, a, b)
  if (like.shared === 0 && like.run < RUN) return false
  const who = sameness(saidA, saidB)
  const dated = saidA?.days !== undefined && saidB?.days !== undefined
  if (like.run >= LONG_RUN && like.ofFragment >= (dated ? 0.5 : 0.8) && daysMeet(saidA, saidB, APART)) return who !== 'different' || like.run >= 2 * LONG_RUN
  if (!saidA || !saidB) return (like.run >= RUN && like.ofFragment >= 0.9 && like.shared >= 2) || (like.run > RUN && like.ofFragment >= 0.9)
  if (!saidA.spoken || !saidB.spoken || saidA.negated !== saidB.negated || a.negated !== b.negated) return false
  if (who === 'different' || !daysMeet(saidA, saidB, saidA.dated && saidB.dated ? 0 : 1)) return false
  if (who === 'same' && dated) return quotesTie(like) || (wordsMayTie(saidA, saidB) && wordsTie(a, b, like))
  if (who === 'same') return like.run >= RUN && like.ofFragment >= 0.8
  if (areTwoPersons(saidA, saidB)) return like.run > RUN && like.ofFragment >= 0.6
  return openTie(wordsMayTie(saidA, saidB) ? like : { ...like, shared: Math.min(like.shared, 2) })
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
    if (!matched.has(piece) || piece.statement < OWN || (open[0] && open[0].statement !== piece.statement)) close()
    if (matched.has(piece)) open.push(piece)
  }
  close()
  return found
}

type Two = Pick<Met, 'a' | 'b'>

/** Pieces of two reports that tell one state as one speaker's, whatever other words they share. */
function pairStates(a: Card, b: Card): Two[] {
  const tellers = ({ pieces }: Card): Piece[] => pieces.filter(piece => piece.statement >= 0 && STATES.some(axis => piece.axes[axis]))
  const theirs = tellers(b)
  return tellers(a).flatMap(x => theirs.filter(y => isOneState(a, b, x, y)).map(y => ({ a: x, b: y })))
}

/** Whether a pair is told again by one whose words lie within its own: what is said within what is said. */
function holdsOther(pair: Two, others: readonly Two[]): boolean {
  const wider = (x: Piece, y: Piece): boolean => x !== y && x.statement !== y.statement && contains(x.span, y.span)
  return others.some(one => (one.b === pair.b && wider(pair.a, one.a)) || (one.a === pair.a && wider(pair.b, one.b)))
}

/** Pairs, each once, without those that hold another. */
function innermost(pairs: readonly Two[]): Two[] {
  const kept = new Map(pairs.map(pair => [`${pair.a.span.join()} ${String(pair.a.statement)} ${pair.b.span.join()} ${String(pair.b.statement)}`, pair]))
  const all = [...kept.values()]
  return all.filter(pair => !holdsOther(pair, all))
}

/** Whether two pieces have the same content words, and the same quoted words. */
function sameWords(x: Piece, y: Piece): boolean {
  return x.words.join() === y.words.join() && (!x.quoted || !y.quoted || x.quotes.join(';') === y.quotes.join(';'))
}

function endOf(card: Card, { span, statement }: Piece, stretch: Span | undefined): Place {
  return placeOf(card, stretch ?? span, statement, statement < 0 ? String(span[0]) : `s${String(statement)}`)
}

/** The wordings of common utterances in two reports, of which some pieces have words in common. */
export function linkSayings(a: Card, b: Card, met: readonly Met[]): Saying[] {
  const pairs = innermost([...met.filter(one => isOneUtterance(a, b, one)), ...pairStates(a, b)])
  if (pairs.length === 0) return []
  const inA = stretches(a.pieces, new Set(pairs.map(pair => pair.a)))
  const inB = stretches(b.pieces, new Set(pairs.map(pair => pair.b)))
  const links = new Map<string, Saying>()
  for (const { a: x, b: y } of pairs) {
    const link = { a: endOf(a, x, inA.get(x)), b: endOf(b, y, inB.get(y)), verbatim: sameWords(x, y), firm: sameWords(x, y) || compareQuotes(x, y).run >= RUN }
    links.set(`${link.a.node} ${link.a.span.join()} ${link.b.node} ${link.b.span.join()}`, link)
  }
  return [...links.values()]
}
