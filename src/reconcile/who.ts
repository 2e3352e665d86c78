import type { Actor, Analysis, Link } from '#model'

/** Somebody who speaks or acts, as one report names them: enough to meet the same one in another report. */
export interface Who {
  readonly name: string
  readonly kind: Actor['kind'] | 'unnamed' | 'unstated'
  /** Whom they belong to or speak for, as named. */
  readonly of?: string
  /** The words of the name in lower case without titles, in the order written. */
  readonly words: readonly string[]
}

const TITLES = new Set(
  'mr mrs ms miss dr sir lord lady sen senator rep representative gov governor president vice prime minister deputy secretary general foreign defense defence state speaker chairman chairwoman chair leader majority minority house senate king queen prince princess emperor sheikh ayatollah imam pope bishop judge justice chancellor premier mayor ambassador envoy spokesman spokeswoman spokesperson col colonel capt captain gen lt lieutenant major maj sgt adm admiral comrade dictator supreme top former then the a an of and say says said'.split(
    ' ',
  ),
)

/** A name's own words: lower case, without titles, articles and marks. Where nothing else is left, all words stand. */
export function nameWords(name: string): string[] {
  const all = name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const own = all.filter(word => !TITLES.has(word))
  return own.length > 0 ? own : all
}

/** The Who of an actor. */
export function whoOf(actor: Actor, analysis: Analysis): Who {
  const of = actor.of === undefined ? undefined : analysis.actors.find(one => one.id === actor.of)
  const longest = [actor.name, ...actor.names].filter(
    name => nameWords(name).length > nameWords(actor.name).length && actor.kind === 'person' && /^\p{Lu}[\p{Ll}]/u.test(name),
  )
  const name = longest.find(one => one.toLowerCase().includes(nameWords(actor.name).at(-1) ?? '')) ?? actor.name
  return { name, kind: actor.kind, ...(of && { of: of.name }), words: nameWords(name) }
}

/** The Who of a link: the actor's, or an unnamed one described by the words of the link. */
export function whoOfLink(link: Link, analysis: Analysis): Who {
  const actor = link.actor === undefined ? undefined : analysis.actors.find(one => one.id === link.actor)
  if (actor) return whoOf(actor, analysis)
  const name = link.span ? analysis.report.text.slice(link.span[0], link.span[1]) : ''
  return { name, kind: link.as === 'unstated' ? 'unstated' : 'unnamed', words: nameWords(name) }
}

/** Whether two words are one but for a letter: transliterations differ so. */
function nearWord(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  const [restA, restB] = [a.slice(i), b.slice(i)]
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
}

/** How two speakers stand to each other. 'party': one belongs to, or speaks for, the other. 'open': at least one is not known. */
export type Sameness = 'same' | 'party' | 'open' | 'different'

/** Persons: the words of one name are all in the other, or all but one letter. Initials and first names that differ tell them apart. */
function samePerson(a: Who, b: Who): Sameness {
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  const met = short.filter(word =>
    long.some(other => nearWord(word, other) || (word.length === 1 && other.startsWith(word)) || (other.length === 1 && word.startsWith(other))),
  ).length
  if (met < short.length) return 'different'
  if (short.length > 1) return 'same'
  // A single word meets a full name as its first word (Kim of Kim Jong Un) or its last (Trump of Donald Trump).
  const [only] = short
  return only !== undefined && long.length > 1 && !nearWord(only, long.at(-1) ?? '') && !nearWord(only, long[0] ?? '') ? 'different' : 'same'
}

function sameBody(a: Who, b: Who): boolean {
  return a.words.join(' ') === b.words.join(' ')
}

function belongs(a: Who, b: Who): boolean {
  return (
    a.of !== undefined && (nameWords(a.of).join(' ') === b.words.join(' ') || (b.of !== undefined && nameWords(a.of).join(' ') === nameWords(b.of).join(' ')))
  )
}

/** Whether two speakers are one, belong together, or differ. */
export function compareWho(a: Who | undefined, b: Who | undefined): Sameness {
  if (!a || !b || a.words.length === 0 || b.words.length === 0) return 'open'
  if (a.kind === 'unnamed' || a.kind === 'unstated' || b.kind === 'unnamed' || b.kind === 'unstated') return 'open'
  if (sameBody(a, b)) return 'same'
  if (a.kind === 'person' && b.kind === 'person') return samePerson(a, b)
  return belongs(a, b) || belongs(b, a) ? 'party' : 'different'
}

/** The party a speaker counts for: whom it speaks for, else itself. */
export function partyOf(who: Who): string {
  return who.of ?? who.name
}

const PUBLISHING = new Set(
  'agency news times post gazette herald courier wire press radio television tv journal tribune sentinel record mail evening weekly daily'.split(' '),
)

/** Whether a body is one that passes on what others say: an outlet or an agency, by kind or by name. */
export function passesOn(who: Who): boolean {
  return who.kind === 'outlet' || ((who.kind === 'organisation' || who.kind === 'group') && who.words.some(word => PUBLISHING.has(word)))
}
