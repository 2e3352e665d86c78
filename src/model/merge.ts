import * as z from 'zod'
import { ACTOR_KINDS } from './actor.ts'
import { citeSchema } from './answers.ts'
import { nameWords, sameNames } from './name.ts'

/** Why two names are proposed to be one actor's. */
export const MERGE_REASONS = ['spelling', 'fuller-name', 'transliteration', 'surname', 'acronym'] as const
export type MergeReason = (typeof MERGE_REASONS)[number]

const formSchema = z.strictObject({ id: z.string(), name: z.string(), reports: z.int(), why: z.string() })

/** One actor of the case: the names proposed to be its own, each with its reason, and those kept apart though they are alike; its roles over time. */
export const mergedActorSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  party: z.exactOptional(z.string().describe('whom it speaks for, as most reports that say so tell')),
  reports: z.int().describe('reports that name it by its most frequent name'),
  mentions: z.int(),
  merged: z.array(z.strictObject({ ...formSchema.shape, reason: z.enum(MERGE_REASONS) })),
  apart: z.array(formSchema).describe('alike, but kept apart'),
  roles: z.array(
    z.strictObject({
      title: z.string(),
      first: z.nullable(z.string()),
      last: z.nullable(z.string()),
      reports: z.int(),
      cites: z.array(citeSchema).describe('where the first report gives it and where the last does; one place where they are the same'),
    }),
  ),
})
export type MergedActor = z.infer<typeof mergedActorSchema>

/** An actor as single reports name it, with how many reports tell which party of it. */
export interface NamedActor {
  readonly id: string
  readonly name: string
  readonly kind: MergedActor['kind']
  readonly reports: number
  readonly mentions: number
  readonly parties: ReadonlyMap<string, number>
}

interface Group {
  readonly head: NamedActor
  readonly words: readonly string[]
  readonly party: string | undefined
  readonly merged: MergedActor['merged'][number][]
  readonly apart: MergedActor['apart'][number][]
}

/** The share of the reports that tell a party which must tell the same. */
const MOST = 0.75

function partyOf({ parties }: NamedActor): string | undefined {
  const all = [...parties].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const sum = all.reduce((count, [, reports]) => count + reports, 0)
  const [top] = all
  return top && top[1] >= MOST * sum ? top[0] : undefined
}

function reasonOf(a: readonly string[], b: readonly string[]): MergeReason {
  if (a.join(' ') === b.join(' ')) return 'spelling'
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.every(word => long.includes(word)) ? 'fuller-name' : 'transliteration'
}

const WHY: Readonly<Record<MergeReason, string>> = {
  spelling: 'the same words, with another title or other marks',
  'fuller-name': 'all words of the shorter name stand in the longer, and no other party is told',
  transliteration: 'the names differ by a letter, and no other party is told',
  surname: 'nobody else in the case bears the name, or nobody else of the party, or others in very few reports',
  acronym: 'the letters are the initials of the name, and of no other in the case',
}

function formOf({ id, name, reports }: NamedActor, why: string): MergedActor['apart'][number] {
  return { id, name, reports, why }
}

/** Groups found by the first and the last word of their names. */
class Groups {
  readonly all: Group[] = []
  private readonly byWord = new Map<string, Group[]>()

  open(head: NamedActor, words: readonly string[]): void {
    const group = { head, words, party: partyOf(head), merged: [], apart: [] }
    this.all.push(group)
    for (const word of new Set([words[0] ?? '', words.at(-1) ?? ''])) this.byWord.set(word, [...(this.byWord.get(word) ?? []), group])
  }

  /** The groups of a kind that a name may belong to. */
  like(words: readonly string[], kind: NamedActor['kind']): Group[] {
    const near = new Set([words[0] ?? '', words.at(-1) ?? ''].flatMap(word => this.byWord.get(word) ?? []))
    return [...near].filter(group => group.head.kind === kind && sameNames(words, group.words))
  }
}

/** How many times as many reports must name one bearer of a surname as any other for the surname to be its own. */
const FAR_MORE = 16

/** The bearers of a name who may be meant: without those told in far fewer reports than another. */
function likely(fit: readonly Group[]): Group[] {
  const most = Math.max(0, ...fit.map(group => group.head.reports))
  return fit.filter(group => group.head.reports * FAR_MORE > most)
}

/** Puts a name of several words into the one group it may belong to; where parties differ or several fit, it stands apart in each. */
function placeFull(actor: NamedActor, words: readonly string[], groups: Groups): void {
  const fit = likely(groups.like(words, actor.kind).filter(group => group.words.length > 1))
  const party = partyOf(actor)
  const [only, ...more] = fit.filter(group => party === undefined || group.party === undefined || group.party === party)
  if (only && more.length === 0) {
    const reason = reasonOf(words, only.words)
    only.merged.push({ ...formOf(actor, WHY[reason]), reason })
    return
  }
  for (const group of fit)
    group.apart.push(formOf(actor, only ? 'the name fits several' : `told of ${party ?? 'no party'} here, of ${group.party ?? 'no party'} there`))
  groups.open(actor, words)
}

/** Puts a name of one word into the only group that bears it, or the only one of its party. */
function placeShort(actor: NamedActor, words: readonly string[], groups: Groups): void {
  const fit = likely(groups.like(words, actor.kind))
  const party = partyOf(actor)
  const own = fit.filter(group => party !== undefined && group.party === party)
  const [only, ...more] = fit.length === 1 ? fit.filter(group => party === undefined || group.party === undefined || group.party === party) : own
  if (only && more.length === 0) {
    only.merged.push({ ...formOf(actor, WHY.surname), reason: 'surname' })
    return
  }
  const names = fit.map(group => group.head.name).slice(0, 4)
  for (const group of fit) group.apart.push(formOf(actor, fit.length > 1 ? `borne by ${names.join(', ')}` : `told of ${party ?? 'no party'}`))
  groups.open(actor, words)
}

const SMALL = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'to', 'de', 'du', 'des', 'la'])

/** The initials by which a body may be called: of all its words but the small ones. */
function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '' && !SMALL.has(word.toLowerCase()))
  return words.length < 2 ? '' : words.map(word => word.charAt(0).toUpperCase()).join('')
}

const ACRONYM = /^\p{Lu}{2,7}$/u

/** Merges acronyms into the one body with these initials. */
function placeAcronyms(acronyms: readonly NamedActor[], groups: Groups): void {
  const byInitials = new Map<string, Group[]>()
  for (const group of groups.all) {
    const initials = group.head.kind === 'person' ? '' : initialsOf(group.head.name)
    if (initials !== '') byInitials.set(initials, [...(byInitials.get(initials) ?? []), group])
  }
  for (const actor of acronyms) {
    const [only, ...more] = byInitials.get(actor.name) ?? []
    if (only && more.length === 0) only.merged.push({ ...formOf(actor, WHY.acronym), reason: 'acronym' })
    else groups.open(actor, nameWords(actor.name))
  }
}

/** Whether a name is one, and no description: Pavel Brandt, not Brandt's sister. */
function isName({ name }: NamedActor): boolean {
  return /^\p{Lu}/u.test(name) && !/['’]s /.test(name)
}

/** More names of one actor of the case than these are told by their number alone. */
const FORMS = 40

/**
 * The actors of a case from those of single reports: one group an actor, the most told name first, with the reason of each merge; those alike but
 * kept apart are named in both. Full names come before surnames, more told ones before less, so that the outcome hangs on nothing but the names.
 */
export function proposeMerges(actors: readonly NamedActor[]): Omit<MergedActor, 'roles'>[] {
  const ordered = actors.filter(isName).sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
  const groups = new Groups()
  const acronyms = ordered.filter(one => one.kind !== 'person' && ACRONYM.test(one.name))
  const rest = ordered.filter(one => !acronyms.includes(one)).map(one => ({ one, words: nameWords(one.name) }))
  for (const { one, words } of rest) {
    if (one.kind !== 'person') groups.open(one, words)
    else if (words.length > 1) placeFull(one, words, groups)
  }
  for (const { one, words } of rest) if (one.kind === 'person' && words.length < 2) placeShort(one, words, groups)
  placeAcronyms(acronyms, groups)
  return groups.all.map(({ head: { id, name, kind, reports, mentions }, party, merged, apart }) => ({
    id,
    name,
    kind,
    ...(party !== undefined && { party }),
    reports,
    mentions,
    merged: merged.slice(0, FORMS),
    apart: apart.slice(0, FORMS),
  }))
}
