import { ACTS, PLOVER, type Act, type Plover, type Token } from '#model'
import { markWords, readRows } from '#text'

/** A verb that tells an act. */
export interface ActVerb {
  /** Lemmas of the words that follow the verb: "pull out of" → out, of. */
  readonly particle: readonly string[]
  /** Classes its object must have; `any` where it may be anything, `none` where it must have none. */
  readonly objects: ReadonlySet<string> | 'any' | 'none'
  readonly act: Act | undefined
  readonly plover: Plover
  /** s: subject on object; r: both act; p: on nobody; n: the class is the subject's; o: the object acts. */
  readonly args: 's' | 'r' | 'p' | 'n' | 'o'
  /** Told as done, it is still to come: "called a strike". */
  readonly ahead?: true
  /** Too wide a verb to make an event of a report by itself. */
  readonly weak: boolean
}

/** What data/acts.tsv says of an act. */
export interface ActRow {
  readonly plover: Plover
  readonly promised: Plover
  readonly mode?: string
}

function isAct(word: string): word is Act {
  return (ACTS as readonly string[]).includes(word)
}

function asPlover(word: string): Plover {
  const found = PLOVER.find(type => type === word)
  if (!found) throw new Error(`data: ${word} is no PLOVER type`)
  return found
}

function readActs(): Map<Act, ActRow> {
  const acts = new Map<Act, ActRow>()
  for (const row of readRows('acts', ['id', 'plover', 'promised', 'mode'])) {
    if (isAct(row.id)) acts.set(row.id, { plover: asPlover(row.plover), promised: asPlover(row.promised), ...(row.mode && { mode: row.mode }) })
  }
  return acts
}

/** The acts by their word. */
export const actRows: ReadonlyMap<Act, ActRow> = readActs()

function toVerb(row: Record<'verb' | 'object' | 'act' | 'args', string>): ActVerb {
  const act = isAct(row.act) ? row.act : undefined
  const classes = row.object.split(',')
  return {
    particle: row.verb.split(' ').slice(1),
    objects: row.object === '-' ? 'none' : classes.includes('*') ? 'any' : new Set(classes),
    act,
    plover: act ? (actRows.get(act)?.plover ?? 'CONSULT') : asPlover(row.act),
    args: row.args.charAt(0) as ActVerb['args'],
    weak: row.args.endsWith('?') || !act,
    ...(row.args.endsWith('+') && { ahead: true as const }),
  }
}

/** How narrow a row is: more words first, then an object by class. */
function narrowness(verb: ActVerb): number {
  return verb.particle.length * 4 + (typeof verb.objects === 'string' ? (verb.objects === 'none' ? 1 : 0) : 2)
}

function readVerbs(): Map<string, ActVerb[]> {
  const verbs = new Map<string, ActVerb[]>()
  for (const row of readRows('act-verbs', ['verb', 'object', 'act', 'args'])) {
    const lemma = row.verb.split(' ')[0] ?? ''
    const list = verbs.get(lemma) ?? []
    list.push(toVerb(row))
    verbs.set(
      lemma,
      list.sort((a, b) => narrowness(b) - narrowness(a)),
    )
  }
  return verbs
}

/** The verbs by lemma, the narrower row first. */
export const actVerbs: ReadonlyMap<string, readonly ActVerb[]> = readVerbs()

/** The classes of a noun, by lemma. */
export const nounClasses: ReadonlyMap<string, readonly string[]> = new Map(
  readRows('act-nouns', ['id', 'classes']).map(row => [row.id, row.classes.split(' ')]),
)

/** A noun that tells an act when somebody stands with it. `who`: see the head of data/event-nouns.tsv. */
export interface EventNoun {
  readonly act: Act
  readonly plover: Plover
  readonly who: 'r' | 'v' | 's' | 'o' | 'f' | 'c' | 'x' | 't' | 'm' | 'b' | 'h' | 'z'
}

/** The nouns that tell acts, by lemma. */
export const eventNouns: ReadonlyMap<string, EventNoun> = new Map(
  readRows('event-nouns', ['id', 'act', 'who']).flatMap(row => {
    const { act } = row
    return isAct(act) ? [[row.id, { act, plover: actRows.get(act)?.plover ?? 'CONSULT', who: row.who as EventNoun['who'] }] as const] : []
  }),
)

const NONE: readonly string[] = []

/** The classes of the noun at `at`: by its lemma, its words, or, where a hyphen parts it, both halves ("cease-fire"). */
export function classesOf(tokens: readonly Token[], at: number): readonly string[] {
  const token = tokens[at]
  if (!token) return NONE
  const hyphen = tokens[at + 1]
  if (hyphen?.text === '-' && hyphen.start === token.end) {
    const joined = nounClasses.get(`${token.lower}-${tokens[at + 2]?.lemma ?? ''}`)
    if (joined) return joined
  }
  if (tokens[at - 1]?.text === '-' && token.start === tokens[at - 1]?.end && nounClasses.has(`${tokens[at - 2]?.lower ?? ''}-${token.lemma}`)) return NONE
  return nounClasses.get(token.lemma) ?? nounClasses.get(token.lower) ?? NONE
}

const STEMS: ReadonlyMap<string, string> = new Map([
  ['waged', 'wage'],
  ['waging', 'wage'],
  ['wages', 'wage'],
  ['wounded', 'wound'],
  ['shot', 'shoot'],
  ['struck', 'strike'],
])

/** Words that may be the verb of an act, with the stems that `verbLemma` makes. */
export const ACTING = markWords({
  lemmas: actVerbs.keys(),
  words: STEMS.keys(),
  fits: lower => stemsOf(lower).some(stem => actVerbs.has(stem)),
})

function stemsOf(lower: string): string[] {
  const cut = lower.endsWith('ed') ? 2 : lower.endsWith('ing') ? 3 : 0
  return cut === 0 ? [] : [lower.slice(0, -cut), `${lower.slice(0, -cut)}e`]
}

/** The lemma of a verb, mended where the tagger takes "-ing" after "be" for a noun. */
export function verbLemma(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  if (!token) return ''
  const mended = STEMS.get(token.lower)
  if (mended) return mended
  if (token.pos === 'ADJ' && token.lower.endsWith('ed')) {
    const stem = token.lower.slice(0, -2)
    return actVerbs.has(stem) ? stem : `${stem}e`
  }
  if (token.pos !== 'NOUN' || !token.lower.endsWith('ing')) return token.lemma
  const stem = token.lower.slice(0, -3)
  return actVerbs.has(stem) ? stem : `${stem}e`
}
