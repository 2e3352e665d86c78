import type { Cast, CodedEvent, Figures, KnownIssue, Reading, Span, Statement, Talks, TimeExpression } from '#model'
import { sentenceAt } from '#text'
import { readAbsences } from './en/absence.ts'
import { readAccusations } from './en/accusation.ts'
import { readAllegings } from './en/allege.ts'
import { readAnswers } from './en/answer.ts'
import { readBars } from './en/bar.ts'
import { readCharges } from './en/charge.ts'
import { readClefts } from './en/cleft.ts'
import { readDenials } from './en/denial.ts'
import { readEffects } from './en/effect.ts'
import { readExchanges } from './en/exchange.ts'
import { readFates } from './en/fate.ts'
import { readFronted } from './en/fronted.ts'
import { readLines } from './en/line.ts'
import { readModals } from './en/modal.ts'
import { readOrders } from './en/order.ts'
import { positionsOfPlans, readPlans } from './en/plan.ts'
import { readPledges } from './en/pledge.ts'
import { readPoints } from './en/points.ts'
import { readPredicates } from './en/predicate.ts'
import { readRathers } from './en/rather.ts'
import { readStances } from './en/stance.ts'
import { readTruces } from './en/truce.ts'
import { readVerdicts } from './en/verdict.ts'
import { makeAllegations } from './allegation.ts'
import { makeCeasefires, positionsOfTruces } from './ceasefire.ts'
import { tellsOfDealing } from './dealing.ts'
import { draftsFrom, finish, joinDrafts, withAuthors } from './proposal.ts'
import { settlePositions } from './position.ts'
import { makeScene, type Scene } from './scene.ts'
import { makeTracks } from './track.ts'

/** Reads lines of talks, proposals and terms, positions, ceasefires and allegations. */
export function readTalks(
  reading: Reading,
  issues: readonly KnownIssue[],
  statements: readonly Statement[],
  cast: Cast,
  times: readonly TimeExpression[],
  events: readonly CodedEvent[],
  figures: Figures,
): Talks {
  const scene = makeScene({ reading, issues, statements, cast, times, events, figures })
  const truces = readTruces(scene)
  const deals = tellsOfDealing(reading)
  const tracks = deals ? makeTracks(scene, readLines(scene)) : []
  const wanted = [
    ...readStances(scene),
    ...readFronted(scene),
    ...readModals(scene),
    ...readOrders(scene),
    ...readVerdicts(scene),
    ...readPledges(scene),
    ...readPredicates(scene),
    ...readBars(scene),
    ...readEffects(scene),
    ...readFates(scene),
    ...readClefts(scene),
    ...readAbsences(scene),
    ...readRathers(scene),
  ]
  const offers = deals ? draftsFrom(scene, settlePositions(wanted)) : []
  const laid = deals ? [...readPlans(scene, tracks, offers), ...readPoints(scene)] : []
  const plans = deals ? withAuthors(scene, [...laid, ...readExchanges(scene, [...offers, ...laid])], wanted) : []
  const told = wanted.filter(
    one => !one.vague || !plans.some(plan => plan.by.includes(one.position.actor) && sameSentence(scene, plan.span, one.position.span)),
  )
  const settled = settlePositions([...told, ...positionsOfPlans(scene, plans, told), ...positionsOfTruces(scene, truces)])
  const found = settlePositions([...settled, ...readAnswers(scene, settled)])
  const drafts = joinDrafts([...offers, ...plans])
  return {
    tracks,
    proposals: drafts.map(draft => finish(scene, draft)),
    positions: found.map(one => one.position),
    ceasefires: makeCeasefires(scene, truces),
    allegations: makeAllegations(scene, [...readAccusations(scene), ...readAllegings(scene), ...readCharges(scene), ...readDenials(scene)]),
  }
}

function sameSentence(scene: Scene, a: Span, b: Span): boolean {
  return sentenceAt(scene.reading, a[0]) === sentenceAt(scene.reading, b[0])
}
