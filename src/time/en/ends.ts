import type { Edtf } from '#model'
import type { Scene, Sense } from '../pattern.ts'

const UNTIL = /\b(?:until|till|by|through|no later than|up to|lasts? until)(?: the| at least| the end of)?\s+$/

/** Open ends from the word before: "since March" begins there and goes on, "until Friday" only ends. */
export function withEnds(sense: Sense, scene: Scene): Sense {
  const start = sense.when?.start
  if (!start || sense.type === 'DURATION' || sense.type === 'SET' || sense.when?.repeated) return sense
  if (
    /\b(?:since|ever since)(?: the| at least)?\s+$/.test(scene.lead) ||
    (/^ (?:onwards?|on)\b(?! [a-z]*day)/.test(scene.trail) && /\bfrom $/.test(scene.lead))
  )
    return { ...sense, when: { start, end: '..' } }
  // "Through the night" is all of it, not until it.
  if (/\bthrough\s+$/.test(scene.lead) && sense.type === 'TIME') return sense
  if (UNTIL.test(scene.lead) && sense.value !== 'FUTURE_REF') return { ...sense, when: { end: (sense.when?.end ?? start) as Edtf } }
  return sense
}
