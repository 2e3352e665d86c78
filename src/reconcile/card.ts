import type { Analysis, Statement } from '#model'
import { personsOf } from './cast/person.ts'
import { daysOf } from './days.ts'
import { kinOf } from './lineage/kin.ts'
import { topicOf } from './lineage/topic.ts'
import { chargesOf } from './one-side.ts'
import { heardIn, voicesIn } from './cast/hearing.ts'
import { partiesOf } from './cast/parties.ts'
import { stancesOf } from './stance.ts'
import { readPieces } from './say/pieces.ts'
import type { Card, Head, Said } from './shape.ts'
import { readWords } from './words.ts'
import { whoOfLink } from './who.ts'

export type { Card, Head, Said } from './shape.ts'

/** Days before publication on which an undated utterance may have been. */
const BEFORE = 3

const DENYING = /\b(?:den(?:y|ies|ied|ying)|refut\w+|(?:reject|dismiss|disput)\w* (?:the |an? )?(?:claim|accusation|report|allegation|charge)s?)\b/i

/** Whether the words before the content, from the source on, deny it. */
function deniesIt(statement: Statement, { report }: Analysis): boolean {
  return (
    statement.cue !== undefined &&
    statement.negated !== true &&
    DENYING.test(report.text.slice(statement.cue[0], Math.max(statement.cue[1], statement.content[0][0])))
  )
}

/** Whether a word of a name stands among some words. */
function standsIn(word: string, words: string): boolean {
  return readWords(words).some(({ form }) => form === word || form === `${word}'s`)
}

function saidOf(statement: Statement, analysis: Analysis, published: readonly [number, number] | undefined): Said {
  const link = statement.chain[statement.chain.length - 1] ?? statement.chain[0]
  const who = whoOfLink(link, analysis)
  const stated = statement.uttered?.start && !statement.uttered.start.startsWith('[..') ? daysOf(statement.uttered.start) : undefined
  const days = stated ?? (published ? ([published[0] - BEFORE, published[1]] as const) : undefined)
  const middle = statement.chain
    .slice(1)
    .filter((one, at) => one.as === 'outlet' || at < statement.chain.length - 2)
    .map(one => whoOfLink(one, analysis).name)
  return {
    id: statement.id,
    who,
    as: link.as,
    named: link.inferred !== true && link.span !== undefined && standsIn(who.words.at(-1) ?? '', analysis.report.text.slice(link.span[0], link.span[1])),
    channel: middle.join(' > '),
    ...(days && { days }),
    dated: stated !== undefined,
    hedged: statement.hedges.length > 0,
    negated: statement.negated === true,
    spoken: statement.kind === undefined || statement.kind === 'speech' || statement.kind === 'writing',
    denies: deniesIt(statement, analysis),
  }
}

/** A card in two: its head, and the rest. */
export function splitCard(card: Card): { readonly head: Head; readonly body: Omit<Card, keyof Head> } {
  const { report, key, publisher, kin, ...body } = card
  return { head: { report, ...(key !== undefined && { key }), publisher, kin }, body }
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
    kin: kinOf(report),
    ...(report.published !== undefined && { published: report.published }),
    topic: topicOf(report),
    said: analysis.statements.map(statement => saidOf(statement, analysis, published)),
    pieces,
    parties: partiesOf(analysis),
    heard,
    voices: voicesIn(analysis),
    persons: personsOf(analysis),
    charges: chargesOf(analysis, heard),
    stances: stancesOf(analysis, pieces, published),
  }
}
