import type { Example, Span } from '#model'
import type { Draft, Roll } from '../roll.ts'
import type { Phrase } from './phrases.ts'
import { detFrom, spanOf, wordsOf, type Desk } from './desk.ts'

export const examples: readonly Example[] = [
  { text: 'Chile wrote to Peru. Both sides want peace.', list: 'actors', rule: 'actors', finds: ['Chile state = Chile', 'Peru state = Peru', 'Peru and Chile group = Both sides'] },
  { text: 'On both sides of the road stood trees.', list: 'actors', rule: 'actors', finds: [] },
]

const PERSONS = new Set('leader president minister general head premier chancellor negotiator'.split(' '))
const STATES = new Set('country government nation state capital'.split(' '))
const SIDES = new Set('side party'.split(' '))
const PAIR = /^(?:two|both|either|each|neither|two)$/

/** The actors named most so far, the latest first where they are named alike. A person's or body's mentions count for its state or body too. */
export function mostNamed(roll: Roll, fits: (draft: Draft) => boolean): Draft[] {
  const counts = new Map<Draft, number>()
  for (const draft of roll.drafts.values()) {
    if (draft.count === 0 || draft.members) continue
    for (let one: Draft | undefined = draft, steps = 0; one && steps < 3; one = one.of, steps++) if (fits(one)) counts.set(one, (counts.get(one) ?? 0) + draft.count)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].last - a[0].last).map(([draft]) => draft)
}

/** "the two sides", "both leaders", "the parties": a group of the two whom the text has named most; left whole where it has not named two. */
export function resolveSides(desk: Desk, phrase: Phrase): Draft | undefined {
  const noun = phrase.role?.noun ?? ''
  if (!PERSONS.has(noun) && !STATES.has(noun) && !SIDES.has(noun)) return undefined
  const from = detFrom(desk, phrase)
  const paired = desk.reading.tokens.slice(from, phrase.head.from).some(token => PAIR.test(token.lower))
  if (!paired && !((SIDES.has(noun) || noun === 'country') && phrase.role?.plural && phrase.det === 'the' && !phrase.described)) return undefined
  const members = membersOf(desk.roll, noun)
  if (members.length < 2) return undefined
  return spotTogether(desk.roll, members, spanOf(desk, from, phrase.head.to), from, wordsOf(desk, from, phrase.head.to))
}

/** Notes words that stand for several together: a group of its own, and each member at the same place. */
export function spotTogether(roll: Roll, members: readonly Draft[], span: Span, at: number, words: string): Draft {
  const group = roll.enter(`sides:${members.map(one => one.key).sort().join('+')}`, members.map(one => one.name).join(' and '), 'group')
  group.members = members
  roll.spot(group, span, 'description', at, words)
  for (const member of members) roll.spot(member, span, 'description', at)
  return group
}

function membersOf(roll: Roll, noun: string): Draft[] {
  const kinds: readonly string[] = PERSONS.has(noun) ? ['person'] : STATES.has(noun) ? ['state'] : ['state', 'organisation', 'group']
  const named = mostNamed(roll, draft => kinds.includes(draft.kind) && !draft.members)
  const pair = named.slice(0, 2)
  const [first, second] = pair
  return first && second && second.of === first && named[2] ? [first, named[2]] : pair
}
