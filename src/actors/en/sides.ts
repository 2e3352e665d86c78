import type { Example, Span } from '#model'
import { sentenceAt } from '#text'
import type { Draft, Roll, Spotted } from '../roll.ts'
import type { Phrase } from './phrase.ts'
import { detFrom, spanOf, wordsOf, type Desk } from './desk.ts'

export const examples: readonly Example[] = [
  {
    text: 'Chile wrote to Peru. Both sides want peace.',
    list: 'actors',
    rule: 'actors',
    finds: ['Chile state = Chile', 'Peru state = Peru', 'Peru and Chile group = Both sides'],
  },
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
    for (let one: Draft | undefined = draft, steps = 0; one && steps < 3; one = one.of, steps++)
      if (fits(one)) counts.set(one, (counts.get(one) ?? 0) + draft.count)
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
  const members = namedHere(desk, noun, from) ?? membersOf(desk.roll, noun, between(desk, noun, from))
  if (members.length < 2) return undefined
  return spotTogether(desk.roll, members, spanOf(desk, from, phrase.head.to), from, wordsOf(desk, from, phrase.head.to))
}

/** Notes words that stand for several together: a group of its own, and each member at the same place. */
export function spotTogether(roll: Roll, members: readonly Draft[], span: Span, at: number, words: string): Draft {
  const group = roll.enter(
    `sides:${members
      .map(one => one.key)
      .sort()
      .join('+')}`,
    members.map(one => one.name).join(' and '),
    'group',
  )
  group.members = members
  roll.spot(group, span, 'description', at, words)
  for (const member of members) roll.spot(member, span, 'description', at)
  return group
}

const AND = /^ and (?:the )?$/
const TELLING =
  /^,? (?:also |both |jointly )?(?:said|say|told|tell|wrote|announced|warned|urged|vowed|added|confirmed|acknowledged|insisted|accused?|blamed?|denied|deny|agreed|agree|rejected|reject|demanded|demand|called on)\b/

/** Two named together who speak together: "the mayor and the union said". A pair of its own, with both at its place. */
export function pairSpeakers(desk: Desk, spotted: readonly Spotted[], at: number): void {
  const { text } = desk.reading.report
  const outer = [...spotted].filter(one => one.form !== 'pronoun').sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  let last: Spotted | undefined
  for (const one of outer) {
    if (last && one.span[0] < last.span[1]) continue
    if (
      last &&
      last.draft !== one.draft &&
      !last.draft.members &&
      AND.test(text.slice(last.span[1], one.span[0])) &&
      TELLING.test(text.slice(one.span[1], one.span[1] + 24))
    ) {
      const span: Span = [last.span[0], one.span[1]]
      spotTogether(desk.roll, [last.draft, one.draft], span, at, text.slice(...span).replace(/\s+/g, ' '))
    }
    last = one
  }
}

/** The two parties that the words since the last full stop have named, where they are just two. */
function namedHere({ reading, roll }: Desk, noun: string, from: number): Draft[] | undefined {
  if (!SIDES.has(noun)) return undefined
  const start = sentenceAt(reading, reading.tokens[from]?.start ?? 0)?.span[0] ?? 0
  const named = new Set<Draft>()
  for (let i = roll.spotted.length - 1; i >= 0; i--) {
    const one = roll.spotted[i]
    if (!one || one.span[0] < start) break
    if (
      one.form !== 'pronoun' &&
      !one.draft.members &&
      /^(?:state|organisation|group)$/.test(one.draft.kind) &&
      /^(?:known|organisation|name):/.test(one.draft.key)
    )
      named.add(one.draft)
  }
  const [first, second] = [...named]
  return named.size === 2 && first && second && first.of !== second && second.of !== first ? [second, first] : undefined
}

/** "spoke with both sides", "urged the parties": who stands between them, as the words before say, is none of them. */
function between({ reading, roll }: Desk, noun: string, from: number): Draft | undefined {
  const [before, earlier] = [reading.tokens[from - 1], reading.tokens[from - 2]]
  if (!before || !SIDES.has(noun)) return undefined
  const linked = before.lower === 'with' || (before.lower === 'on' && earlier?.lemma === 'call') || (before.lower === 'between' && earlier?.lemma === 'mediate')
  if (!linked && !/^(?:urge|press|push|ask|invite|meet)$/.test(before.lemma)) return undefined
  const start = sentenceAt(reading, before.start)?.span[0] ?? 0
  const first = roll.spotted.find(one => one.span[0] >= start && one.draft.kind !== 'place' && one.draft.kind !== 'outlet')?.draft
  return first?.of ?? first
}

/** Two told together already, who is held or flees, who looks on or goes between. */
const NO_SIDE = /^(?:both|two)\b|\b(?:captives|hostages|prisoners|detainees|civilians|refugees|residents|reporters|journalists|observers|monitors|mediators)$/i

function membersOf(roll: Roll, noun: string, mediator: Draft | undefined): Draft[] {
  const kinds: readonly string[] = PERSONS.has(noun) ? ['person'] : STATES.has(noun) ? ['state'] : ['state', 'organisation', 'group']
  const all = mostNamed(
    roll,
    draft => kinds.includes(draft.kind) && !draft.members && !NO_SIDE.test(draft.name) && draft !== mediator && !(mediator && draft.of === mediator),
  )
  const states = all.filter(draft => !isRuling(draft))
  const named = states.length > 1 ? states : all
  const pair = named.slice(0, 2)
  const [first, second] = pair
  const third = named[2]
  const parties = named.filter(draft => draft.nouns.has('party')) // two parties of one state are the sides rather than a party and the state
  if (parties.length > 1 && (noun === 'party' || parties.some(party => pair.includes(party)))) return parties.slice(0, 2)
  if (!first || !third || second?.of !== first) return pair
  return third.of === first ? [second, third] : [first, third] // two of one state that both act are the sides, not the state
}

/** An arm of a state that acts for it, its government or a ministry: the state is the side. */
function isRuling({ of, nouns }: Draft): boolean {
  return (of?.kind === 'state' || of?.kind === 'person') && ['administration', 'government', 'ministry', 'department'].some(noun => nouns.has(noun))
}
