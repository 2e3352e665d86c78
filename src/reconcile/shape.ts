import type { Allegation, Edtf, Id, Issue, Link, Position, Span } from '#model'
import type { Told } from './cast/person.ts'
import type { Kin } from './lineage/compare.ts'
import type { Topic } from './lineage/topic.ts'
import type { Piece } from './say/pieces.ts'
import type { Who } from './who.ts'

/** An accusation as the index keeps it: who makes it, against whom, and whether the accused is heard in that report. */
export interface MadeCharge {
  readonly accused: string
  readonly accuser: string
  readonly of: Allegation['of']
  readonly span: Span
  readonly answered: boolean
}

/** A position as the index keeps it: who holds it, for or against, and the words around it. */
export interface HeldStance {
  readonly id: Id<'position'>
  readonly span: Span
  readonly actor: string
  readonly issue: Issue
  readonly side: 1 | -1
  readonly stance: Position['stance']
  readonly day: number
  readonly words: readonly number[]
  /** Who reports it; absent in the publisher's own voice. */
  readonly teller?: string
}

/** A body that talks in a report, with the first words that say so. */
export interface Party {
  readonly name: string
  readonly span: Span
}

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

/** The head of a card: enough to see whether two reports are kin. */
export interface Head {
  readonly report: Id<'report'>
  readonly key?: string
  readonly publisher: string | null
  readonly kin: Kin
}

/** What the index keeps of a report: small, and enough to compare it with any other. */
export interface Card extends Head {
  readonly published?: Edtf
  readonly topic: Topic
  readonly said: readonly Said[]
  readonly pieces: readonly Piece[]
  /** Bodies that talk or are to talk with one another in this report, as named; with the first place that says so. */
  readonly parties: readonly Party[]
  /** Names and bodies of those whose words are given. */
  readonly heard: readonly string[]
  /** Of those the persons of whom the report tells no party. */
  readonly voices: readonly string[]
  /** What the report tells of persons. */
  readonly persons: readonly Told[]
  readonly stances: readonly HeldStance[]
  readonly charges: readonly MadeCharge[]
}
