import { findActors } from '#actors'
import { attribute, toStatements } from '#attribution'
import { codeEvents } from '#events'
import { readFigures } from '#figures'
import { ENGINE, type Analysis, type Known, type Report } from '#model'
import { withNotes } from '#notes'
import { readTalks } from '#talks'
import { readSentences } from '#text'
import { findTimes } from '#time'
import { link } from './link.ts'

/** All that one report is read to say. Pure: the same report and the same known give the same analysis, byte for byte. */
export function analyse(report: Report, known: Known): Analysis {
  const reading = readSentences(report)
  const attributions = attribute(reading) // who speaks, before any date:
  const times = findTimes(reading, attributions, known) // "tomorrow" in a quotation is the speaker's
  const cast = findActors(reading, known.actors)
  const statements = toStatements(reading, attributions, cast, times)
  const figures = readFigures(reading, statements, cast, times)
  const events = codeEvents(reading, known.issues, statements, cast, times)
  const talks = readTalks(reading, known.issues, statements, cast, times, events, figures)
  const records = { statements, times, ...cast, events, ...talks, ...figures }
  const found = { parley: 1, engine: ENGINE, report, sentences: reading.sentences.map(one => one.span), ...records } as const
  return withNotes(link(found, reading, known.issues), reading)
}
