import type { Cast, CodedEvent, Figures, KnownIssue, Reading, Statement, Talks, TimeExpression } from '#model'
import { readAccusations } from './en/accusation.ts'
import { readCharges } from './en/charge.ts'
import { readFronted } from './en/fronted.ts'
import { readLines } from './en/line.ts'
import { readModals } from './en/modal.ts'
import { readPlans } from './en/plan.ts'
import { readPledges } from './en/pledge.ts'
import { readPoints } from './en/points.ts'
import { readPredicates } from './en/predicate.ts'
import { readStances } from './en/stance.ts'
import { readTruces } from './en/truce.ts'
import { makeAllegations } from './allegation.ts'
import { makeCeasefires } from './ceasefire.ts'
import { draftsFrom, finish, joinDrafts } from './proposal.ts'
import { settlePositions } from './position.ts'
import { makeScene } from './scene.ts'
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
  const found = settlePositions([...readStances(scene), ...readFronted(scene), ...readModals(scene), ...readPledges(scene), ...readPredicates(scene)])
  const drafts = joinDrafts([...draftsFrom(scene, found), ...readPlans(scene), ...readPoints(scene)])
  return { tracks: makeTracks(scene, readLines(scene)), proposals: drafts.map(draft => finish(scene, draft)), positions: found.map(one => one.position), ceasefires: makeCeasefires(scene, readTruces(scene)), allegations: makeAllegations(scene, [...readAccusations(scene), ...readCharges(scene)]) }
}
