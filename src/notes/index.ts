import type { Analysis, Note, Reading } from '#model'
import { checkAmbiguous } from './ambiguous.ts'
import { checkContradiction } from './contradiction.ts'
import { checkCountMismatch } from './count-mismatch.ts'
import { checkDurationDate } from './duration-date.ts'
import { checkFormatConflict } from './format-conflict.ts'
import { checkHedgeAsymmetry } from './hedge-asymmetry.ts'
import { checkIntake } from './intake.ts'
import { checkLoadedWord } from './loaded-word.ts'
import { checkLumpedFigure } from './lumped-figure.ts'
import { checkNaming } from './naming.ts'
import { checkNegatedAttribution } from './negated-attribution.ts'
import { checkNoAccuser } from './no-accuser.ts'
import { checkNoProvider } from './no-provider.ts'
import { checkOneSide } from './one-side.ts'
import { checkRoleDate } from './role-date.ts'
import { checkRosterChange } from './roster-change.ts'
import { checkShiftWithoutBaseline } from './shift-without-baseline.ts'
import { checkStateConflict } from './state-conflict.ts'
import { checkUndated } from './undated.ts'
import { checkUnnamedSource } from './unnamed-source.ts'
import { checkUnsupportedClaim } from './unsupported-claim.ts'
import { makeView, type Check } from './view.ts'

export type { Check } from './view.ts'

const CHECKS: readonly Check[] = [
  checkRoleDate,
  checkCountMismatch,
  checkDurationDate,
  checkHedgeAsymmetry,
  checkShiftWithoutBaseline,
  checkStateConflict,
  checkFormatConflict,
  checkRosterChange,
  checkContradiction,
  checkLumpedFigure,
  checkNoProvider,
  checkNoAccuser,
  checkUnnamedSource,
  checkUnsupportedClaim,
  checkOneSide,
  checkLoadedWord,
  checkNaming,
  checkUndated,
  checkNegatedAttribution,
  checkAmbiguous,
  checkIntake,
]

/** The analysis with its doubts, in the order of their first place. */
export function withNotes(analysis: Analysis, reading: Reading): Analysis {
  const view = makeView(analysis, reading)
  const notes: Note[] = CHECKS.flatMap(check => check(view))
  return { ...analysis, notes: notes.sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0)) }
}
