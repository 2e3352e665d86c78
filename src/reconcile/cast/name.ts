import { nameWords, sameNames, type Actor, type Analysis } from '#model'

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
