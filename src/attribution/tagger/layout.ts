import type { Reading } from '#model'
import { PUNCT } from './features.ts'
import { stateFor, type Part } from './labels.ts'
import type { Sheet } from './sheet.ts'

/** How many units a speaker may take where a layout gives it. */
const SPEAKER = 7
const DASH = /^(?:—|–|―|--|-)$/
const MARK = /^["“”]$/
/** A word of a speaker in capitals, or a title before it. */
const SHOUTED = /^(?:\p{Lu}[\p{Lu}.'’-]*|\p{Lu}\p{Ll}{1,3}\.)$/u
const LETTERS = /\p{Lu}{3}/u
const [AUX, NAME, VERB] = [4, 12, 16]

/** Labels for the units `[low, high)` of a passage that its layout alone decides: a turn of a transcript ("ORRE: We wait."), a quotation that is signed ("“We wait.” — Ada Orre"). */
export function labelLayout(reading: Reading, sheet: Sheet, low: number, high: number): Uint8Array | undefined {
  return labelTurn(reading, sheet, low, high) ?? labelSigned(reading, sheet, low, high)
}

function wordOf(reading: Reading, sheet: Sheet, i: number): string {
  return reading.tokens[sheet.from[i] ?? 0]?.text ?? ''
}

function fill(labels: Uint8Array, part: Part, before: boolean, from: number, to: number): void {
  const label = 1 + 2 * stateFor(part, before)
  for (let i = from; i < to; i++) labels[i] = i === from ? label : label + 1
}

function labelTurn(reading: Reading, sheet: Sheet, low: number, high: number): Uint8Array | undefined {
  const first = sheet.quote[low] === 1 ? low + 1 : low
  let colon = first
  while (colon < high && colon < first + SPEAKER && wordOf(reading, sheet, colon) !== ':') colon++
  if (colon === first || colon + 2 >= high || wordOf(reading, sheet, colon) !== ':') return undefined
  let isNamed = false
  for (let k = sheet.from[first] ?? 0; k < (sheet.from[colon] ?? 0); k++) {
    const text = reading.tokens[k]?.text ?? ''
    if (!SHOUTED.test(text)) return undefined
    if (LETTERS.test(text)) isNamed = true
  }
  if (!isNamed) return undefined
  const labels = new Uint8Array(high - low)
  fill(labels, 'source', true, first - low, colon - low)
  fill(labels, 'cue', true, colon - low, colon + 1 - low)
  fill(labels, 'content', false, colon + 1 - low, high - low - (first > low && sheet.quote[high - 1] === 3 ? 1 : 0))
  return labels
}

function labelSigned(reading: Reading, sheet: Sheet, low: number, high: number): Uint8Array | undefined {
  if (sheet.pos[low] !== PUNCT || !MARK.test(wordOf(reading, sheet, low))) return undefined
  let dash = high - 2
  while (dash > low + 2 && dash > high - 2 - SPEAKER && !DASH.test(wordOf(reading, sheet, dash))) dash--
  if (dash <= low + 2 || !DASH.test(wordOf(reading, sheet, dash)) || !MARK.test(wordOf(reading, sheet, dash - 1)) || sheet.pos[dash + 1] !== NAME)
    return undefined
  for (let i = dash + 1; i < high; i++) if (sheet.pos[i] === VERB || sheet.pos[i] === AUX) return undefined
  const labels = new Uint8Array(high - low)
  fill(labels, 'content', true, 0, dash - low)
  fill(labels, 'cue', true, dash - low, dash + 1 - low)
  fill(labels, 'source', false, dash + 1 - low, dash + 2 - low)
  return labels
}
