import { contains, type Actor, type Analysis, type Link } from '#model'
import { readRows } from '#text'
import { whoOfLink } from '../who.ts'
import { actorsOf } from './name.ts'

const BODIES = new Set(['state', 'organisation', 'group'])
/** Steps from somebody to the body spoken for. */
const STEPS = 4

/** Words of which organs are called that have no name of their own: Central Committee, Foreign Ministry. */
const ORGAN = new Set(
  'the a of and for central executive committee party council ministry foreign defense defence interior finance trade government state house senate administration department commission security national general staff army military forces parliament cabinet office bureau board court supreme congress intelligence agency agencies police union delegation team side authorities leadership regime country nation kingdom republic'.split(
    ' ',
  ),
)

/** Whether a body has a name of its own: a described class ("students"), an organ ("the Central Committee"), and words set in capitals alone, are no party that could be missed. */
function isNamed({ name, names }: Actor): boolean {
  if (
    name
      .toLowerCase()
      .split(' ')
      .every(word => ORGAN.has(word))
  )
    return false
  return /^(?:the )?\p{Lu}.*\p{Ll}/u.test(name) || (/^\p{Lu}{2,5}$/u.test(name) && names.some(one => /\p{Ll}/u.test(one)))
}

/** The body that an actor is or belongs to, if it is one that can be a party. */
export function bodyOf(actor: Actor | undefined, byId: ReadonlyMap<string, Actor>): string | undefined {
  let at = actor
  for (let step = 0; at && step < STEPS; step++) {
    if (at.kind === 'state' || (BODIES.has(at.kind) && at.of === undefined && isNamed(at))) return at.name
    at = byId.get(at.of ?? '')
  }
  return undefined
}

/** The innermost links of speech and writing. Ascribed acts and thoughts do not count. */
function speakersIn({ statements }: Analysis): Link[] {
  return statements.flatMap(({ negated, kind, chain }) => {
    const link = chain[chain.length - 1]
    const spoken = kind === undefined || kind === 'speech' || kind === 'writing'
    return negated || !spoken || !link || link.as === 'publisher' ? [] : [link]
  })
}

/** The bodies named in the words for a speaker: a senior Northland official, Northland's ambassador, Northland and Southland. */
function bodiesIn({ span }: Link, analysis: Analysis): string[] {
  if (!span) return []
  const byId = actorsOf(analysis)
  const owner = OWNER.exec(analysis.report.text.slice(span[0], span[1]))?.[1]
  const named = owner === undefined ? undefined : analysis.actors.find(actor => actor.names.includes(owner))
  const inside = analysis.mentions.filter(mention => contains(span, mention.span)).flatMap(mention => byId.get(mention.actor ?? '') ?? [])
  return [...(named ? [named] : []), ...inside].flatMap(actor => bodyOf(actor, byId) ?? [])
}

/** Whose ambassador it is. */
const OWNER = /^(?:the )?(\p{Lu}[^'’,]{1,40}?)['’]s? /u

/** Outlets that a state owns, with the state for which they speak. */
const OWNED = new Map(
  readRows('media', ['id', 'also', 'of'])
    .filter(row => row.of !== '')
    .flatMap(row => [row.id, ...row.also.split('|')].filter(Boolean).map(name => [name, row.of] as const)),
)

/** Names of those whose words a report gives, and of the bodies that they speak for; of the state that owns its publisher too. */
export function heardIn(analysis: Analysis): string[] {
  const byId = actorsOf(analysis)
  const names = speakersIn(analysis).flatMap(link => [
    whoOfLink(link, analysis).name,
    bodyOf(byId.get(link.actor ?? ''), byId) ?? '',
    ...bodiesIn(link, analysis),
  ])
  return [...new Set([...names, OWNED.get(analysis.report.publisher ?? '') ?? ''].filter(Boolean))].sort()
}

/** The persons heard of whom the report tells no party. */
export function voicesIn(analysis: Analysis): string[] {
  const names = speakersIn(analysis).flatMap(link => {
    const who = whoOfLink(link, analysis)
    return who.kind === 'person' && who.of === undefined ? [who.name] : []
  })
  return [...new Set(names)].sort()
}
