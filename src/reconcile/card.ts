import type { Analysis, Edtf, Id, Link, Statement } from '#model'
import { daysOf } from './days.ts'
import type { Kin } from './lineage/compare.ts'
import { kinOf } from './lineage/kin.ts'
import { topicOf, type Topic } from './lineage/topic.ts'
import { chargesOf, type MadeCharge } from './one-side.ts'
import { heardIn, partiesOf, type Party } from './silence.ts'
import { stancesOf, type HeldStance } from './stance.ts'
import { readPieces, type Piece } from './say/pieces.ts'
import { nameWords, whoOfLink, type Who } from './who.ts'

/** A statement as the index keeps it: who first uttered it, through which channel, and the days on which it may have been. */
export interface Said {
  readonly id: Id<'statement'>
  readonly who: Who
  readonly as: Link['as']
  /** Whether the words of the link name the speaker, and are no pronoun or title. */
  readonly named: boolean
  /** The outlets and others through whom the words came, after the publisher. */
  readonly channel: string
  readonly days?: readonly [first: number, last: number]
  /** Whether the text fixes the days, or they are reckoned from publication. */
  readonly dated: boolean
  readonly hedged: boolean
  readonly negated: boolean
  /** Whether the cue denies what follows it. */
  readonly denies: boolean
  /** Whether it is an act of saying: speech or writing, not a thought, a decree or an ascribed will. */
  readonly spoken: boolean
}

/** What the index keeps of a report: small, and enough to compare it with any other. */
export interface Card {
  readonly report: Id<'report'>
  readonly key?: string
  readonly publisher: string | null
  readonly published?: Edtf
  readonly kin: Kin
  readonly topic: Topic
  readonly said: readonly Said[]
  readonly pieces: readonly Piece[]
  /** Bodies that talk or are to talk with one another in this report, as named; with the first place that says so. */
  readonly parties: readonly Party[]
  /** Names and bodies of those whose words are given. */
  readonly heard: readonly string[]
  readonly stances: readonly HeldStance[]
  readonly charges: readonly MadeCharge[]
}

/** Days before publication on which an undated utterance may have been. */
const BEFORE = 3

const DENYING = /\b(?:den(?:y|ies|ied|ying)|refut\w+|(?:reject|dismiss|disput)\w* (?:the |an? )?(?:claim|accusation|report|allegation|charge)s?)\b/i

/** Whether the words before the content, from the source on, deny it. */
function deniesIt(statement: Statement, { report }: Analysis): boolean {
  return statement.cue !== undefined && statement.negated !== true && DENYING.test(report.text.slice(statement.cue[0], Math.max(statement.cue[1], statement.content[0][0])))
}

function saidOf(statement: Statement, analysis: Analysis, published: readonly [number, number] | undefined): Said {
  const link = statement.chain[statement.chain.length - 1] ?? statement.chain[0]
  const who = whoOfLink(link, analysis)
  const stated = statement.uttered?.start && !statement.uttered.start.startsWith('[..') ? daysOf(statement.uttered.start) : undefined
  const days = stated ?? (published ? ([published[0] - BEFORE, published[1]] as const) : undefined)
  const middle = statement.chain.slice(1).filter((one, at) => one.as === 'outlet' || at < statement.chain.length - 2).map(one => whoOfLink(one, analysis).name)
  return {
    id: statement.id,
    who,
    as: link.as,
    named: link.inferred !== true && link.span !== undefined && nameWords(analysis.report.text.slice(link.span[0], link.span[1])).includes(who.words.at(-1) ?? ''),
    channel: middle.join(' > '),
    ...(days && { days }),
    dated: stated !== undefined,
    hedged: statement.hedges.length > 0,
    negated: statement.negated === true,
    spoken: statement.kind === undefined || statement.kind === 'speech' || statement.kind === 'writing',
    denies: deniesIt(statement, analysis),
  }
}

/** The card of a report. */
export function cardOf(analysis: Analysis): Card {
  const { report } = analysis
  const published = daysOf(report.published)
  const heard = heardIn(analysis)
  const pieces = readPieces(analysis, statement => deniesIt(statement, analysis))
  return {
    report: report.id,
    ...(report.key !== undefined && { key: report.key }),
    publisher: report.publisher,
    ...(report.published !== undefined && { published: report.published }),
    kin: kinOf(report),
    topic: topicOf(report),
    said: analysis.statements.map(statement => saidOf(statement, analysis, published)),
    pieces,
    parties: partiesOf(analysis),
    heard,
    charges: chargesOf(analysis, heard),
    stances: stancesOf(analysis, pieces, published),
  }
}
