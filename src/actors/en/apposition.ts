import type { Token } from '#model'
import { following, LIMIT, LONGEST, mark, type Phrase } from './phrase.ts'
import type { Unit } from './units.ts'

/** "director of port studies at the Harbour Institute": the body after what the post is for. */
export function joinFar(tokens: readonly Token[], units: readonly Unit[], at: number, phrase: Phrase, heads: ReadonlyMap<Unit, Phrase>): boolean {
  for (let k = at + 2; k < Math.min(units.length, at + LIMIT); k++) {
    const unit = units[k]
    const token = unit && tokens[unit.from]
    if (!token || !/^(?:NOUN|ADJ|CCONJ|ADP|DET|PROPN)$/.test(token.pos)) return false
    if (!/^(?:at|for)$/.test(token.lower)) continue
    const owner = following(units, k + 1, heads)
    if (!owner || owner.head.type === 'role' || owner.to - phrase.from > LONGEST) return false
    phrase.owner = mark(owner)
    phrase.to = owner.to
    return true
  }
  return false
}

/** Who is sent to somebody: "Norland's ambassador to the agency, Ana Soto,". */
export const ENVOY = /^(?:ambassador|envoy|special envoy|representative|special representative|delegate|emissary|adviser|advisor|permanent representative)$/

/** The first comma after "to" and its few words. */
function commaAfter(tokens: readonly Token[], to: number): number {
  let at = to + 1
  while (at < to + 7 && /^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[at]?.pos ?? '')) at++
  return at
}

/** "the head of the union, Ana Soto,": the name between commas after a post and whose it is. */
export function nameAfter(tokens: readonly Token[], units: readonly Unit[], at: number, phrase: Phrase, heads: ReadonlyMap<Unit, Phrase>): void {
  if (!phrase.role || phrase.role.type !== 'post' || phrase.role.plural || phrase.person || phrase.about || phrase.det === 'a') return
  const bracket = tokens[phrase.to]?.text === '(' && tokens[phrase.to + 2]?.text === ')' ? 3 : 0
  const comma = ENVOY.test(phrase.role.noun) && tokens[phrase.to]?.lower === 'to' ? commaAfter(tokens, phrase.to) : phrase.to + bracket
  if (tokens[comma]?.text !== ',') return
  let k = at + 1
  while (k < units.length && (units[k]?.from ?? Infinity) < comma + 1) k++
  const unit = units[k]
  const name = unit && heads.get(unit)
  if (!name || unit.type !== 'run' || unit.to - unit.from < 2 || name.inside || !/^[,.]$/.test(tokens[unit.to]?.text ?? '')) return
  phrase.person = mark(name)
}

/** "Ana Soto, Ohio Republican,", "Lee Kim, Democrat of Maine,": the party between commas after a name. */
export function partyAfter(tokens: readonly Token[], units: readonly Unit[], at: number, phrase: Phrase, heads: ReadonlyMap<Unit, Phrase>): void {
  if (phrase.head.type !== 'run' || phrase.owner) return
  for (const unit of units.slice(at + 2, at + 4)) {
    if (unit.type !== 'name') return
    if (unit.entry.noun !== 'party') continue
    const party = heads.get(unit)
    if (!tokens[unit.to - 1]?.lower.endsWith('s') && /^(?:[,.]|of|from)$/.test(tokens[unit.to]?.lower ?? '') && party) phrase.owner = party
    return
  }
}
