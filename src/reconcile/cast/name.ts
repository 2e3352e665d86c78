import type { Actor, Analysis } from '#model'
import { sameNames } from './same.ts'

const TITLES = new Set(
  'mr mrs ms miss dr sir lord lady sen senator rep representative gov governor president vice prime minister deputy secretary general foreign defense defence state speaker chairman chairwoman chair leader majority minority house senate king queen prince princess emperor sheikh ayatollah imam pope bishop judge justice chancellor premier mayor ambassador envoy spokesman spokeswoman spokesperson col colonel capt captain gen lt lieutenant major maj sgt adm admiral comrade dictator supreme top former then the a an of and say says said'.split(
    ' ',
  ),
)

const NAMES = new Map<string, readonly string[]>()

/** A name's own words: lower case, without titles, articles and marks. Where nothing else is left, all words stand. Kept for names seen before, up to a bound. */
export function nameWords(name: string): readonly string[] {
  const kept = NAMES.get(name)
  if (kept !== undefined) return kept
  const words = splitName(name)
  if (NAMES.size > 50_000) NAMES.clear()
  NAMES.set(name, words)
  return words
}

function splitName(name: string): readonly string[] {
  const all = name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const own = all.filter(word => !TITLES.has(word))
  return own.length > 0 ? own : all
}

/** The fullest form of a person's name that its report gives. */
export function fullName(actor: Actor): string {
  if (actor.kind !== 'person') return actor.name
  const own = nameWords(actor.name)
  const longer = actor.names.filter(name => nameWords(name).length > own.length && /^\p{Lu}[\p{Ll}]/u.test(name))
  const full = longer.filter(one => nameWords(one).includes(own.at(-1) ?? ''))
  // Two full names that are not one person's: the report's own name stands.
  const [first = actor.name, ...rest] = full
  return rest.every(one => sameNames(nameWords(one), nameWords(first))) ? first : actor.name
}

const ACTORS = new WeakMap<Analysis, ReadonlyMap<string, Actor>>()

/** The actors of a report by id, made once: they are asked for by every statement. */
export function actorsOf(analysis: Analysis): ReadonlyMap<string, Actor> {
  let held = ACTORS.get(analysis)
  if (!held) ACTORS.set(analysis, (held = new Map(analysis.actors.map(actor => [actor.id as string, actor]))))
  return held
}
