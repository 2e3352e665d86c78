import type { Report } from '#model'
import { daysOf } from '../days.ts'
import { joinAll } from '../join.ts'
import { compareTopics, topicOf, type Topic } from './topic.ts'

/** From this likeness on two reports tell of one event. */
const SAME_EVENT = 0.34
/** Reports further apart tell of different events, however alike. */
const EVENT_DAYS = 4

/** What is compared when reports of one event are grouped. */
interface Told {
  readonly report: Report
  readonly topic: Topic
  readonly day: number | undefined
}

function sameEvent(a: Told, b: Told): boolean {
  if (a.day !== undefined && b.day !== undefined && Math.abs(a.day - b.day) > EVENT_DAYS) return false
  return compareTopics(a.topic, b.topic) >= SAME_EVENT
}

/** Reports grouped by the event that they tell of; every report stands in one group. */
export function groupEvents(reports: readonly Report[]): Report[][] {
  const told = reports.map(report => ({ report, topic: topicOf(report), day: daysOf(report.published)?.[0] }))
  const byId = new Map(reports.map(report => [report.id as string, report]))
  const links: [string, string][] = []
  told.forEach((a, i) => {
    for (const b of told.slice(i + 1)) if (sameEvent(a, b)) links.push([a.report.id, b.report.id])
  })
  return joinAll(byId.keys(), links).map(group => group.flatMap(id => byId.get(id) ?? []))
}
