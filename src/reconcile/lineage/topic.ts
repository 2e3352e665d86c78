import type { Report } from '#model'
import { contentHash } from '../stem.ts'
import { readWords } from '../words.ts'

/** What a report is about, as weighted content words of its headline and first passages; weights of unit length. */
export type Topic = readonly (readonly [word: number, weight: number])[]

const LEAD = 2500
const KEPT = 60

/** Heavier: words of the headline and the first lines, and names. */
function weigh(weights: Map<number, number>, text: string, scale: number): void {
  for (const { form, start } of readWords(text)) {
    const word = contentHash(form)
    if (word === 0) continue
    const first = text.charAt(start)
    const name = first !== first.toLowerCase() ? 1.5 : 1
    weights.set(word, (weights.get(word) ?? 0) + (name * scale) / (1 + start / 1200))
  }
}

/** The topic of a report. */
export function topicOf(report: Report): Topic {
  const weights = new Map<number, number>()
  if (report.headline) weigh(weights, report.headline, 1.5)
  weigh(weights, report.text.slice(0, LEAD), 1)
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
