import type { Report } from '#model'
import { wordsOf } from '../reading.ts'
import { readWords, type Word } from '../words.ts'

/** What a report is about, as weighted content words of its headline and first passages; weights of unit length. */
export type Topic = readonly (readonly [word: number, weight: number])[]

const LEAD = 2500
const KEPT = 60

/** Heavier: words of the headline and the first lines, and names. */
function weigh(weights: Map<number, number>, words: readonly Word[], scale: number): void {
  for (const { as, start } of words) {
    if (as.content === 0) continue
    const name = as.raised ? 1.5 : 1
    weights.set(as.content, (weights.get(as.content) ?? 0) + (name * scale) / (1 + start / 1200))
  }
}

/** The words of the first passages; one that runs over their end is cut there. */
function leadOf(report: Report): readonly Word[] {
  const words = wordsOf(report)
  const end = words.findIndex(word => word.end > LEAD)
  const over = words[end]
  if (!over) return words
  return [...words.slice(0, end), ...readWords(report.text.slice(over.start, Math.max(over.start, LEAD)), over.start)]
}

/** The topic of a report. */
export function topicOf(report: Report): Topic {
  const weights = new Map<number, number>()
  if (report.headline) weigh(weights, readWords(report.headline), 1.5)
  weigh(weights, leadOf(report), 1)
  const damped = [...weights].map(([word, weight]) => [word, Math.sqrt(weight)] as const)
  const kept = damped.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, KEPT)
  const length = Math.hypot(...kept.map(([, weight]) => weight)) || 1
  return kept.map(([word, weight]) => [word, Math.round((1000 * weight) / length) / 1000] as const)
}

/** How much two topics have in common: 0 to 1. */
export function compareTopics(a: Topic, b: Topic): number {
  const weights = new Map(a)
  return b.reduce((sum, [word, weight]) => sum + weight * (weights.get(word) ?? 0), 0)
}

/** How many of a report's heaviest words it is about, and the most this may be of all its words: a short report is about few. */
const HEAVIEST = 20
const SHARE = 0.25

/** The words that two reports are both about. */
export function commonTopic(a: Topic, b: Topic): Set<number> {
  const heaviest = (topic: Topic): Topic => topic.slice(0, Math.min(HEAVIEST, Math.floor(topic.length * SHARE)))
  const ours = new Set(heaviest(a).map(([word]) => word))
  return new Set(
    heaviest(b)
      .map(([word]) => word)
      .filter(word => ours.has(word)),
  )
}
