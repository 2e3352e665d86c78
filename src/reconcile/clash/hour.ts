import { contentHash } from '../form.ts'
import type { Piece } from '../say/pieces.ts'
import { countsDiffer } from './figure.ts'
import { shareName, type Pair, type Relation } from './pair.ts'

/** Words for coming together, which reports swap for one another. */
const COMING = ['meet', 'return', 'convene', 'reconvene', 'gather', 'resume', 'arrive', 'sit'].map(contentHash)
/** More content words than these tell of more than one thing. */
const FEW = 9
const NAMES: Readonly<Record<string, string>> = { MO: 'morning', AF: 'afternoon', EV: 'evening', NI: 'night' }

function isComing(piece: Piece): boolean {
  return piece.words.some(word => COMING.includes(word))
}

/** Whether a piece says in which part of a day somebody comes together. */
export function tellsHour(piece: Piece): boolean {
  return piece.hours.length === 1 && piece.words.length <= FEW && isComing(piece)
}

/** One body that comes together in two parts of one day. Evening and night are one; two meetings of a day are told in one report. */
export function clashHours(pair: Pair): Relation | undefined {
  const { a, b } = pair
  const [x, y] = [a.piece.hours[0], b.piece.hours[0]]
  if (!x || !y || !tellsHour(a.piece) || !tellsHour(b.piece) || a.card === b.card) return undefined
  const late = [x, y].every(({ part }) => part === 'EV' || part === 'NI')
  if (x.day !== y.day || x.part === y.part || late || !shareName(pair) || countsDiffer(pair)) return undefined
  const why = `${NAMES[x.part] ?? x.part} and ${NAMES[y.part] ?? y.part} of one day for the coming together of one body`
  return { kind: 'contradiction', type: 'date', support: 'a', why, rule: 'reconcile/clash/hour' }
}
