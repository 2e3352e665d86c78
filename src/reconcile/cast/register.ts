import { nameWords, sameNames, type ToldCount } from '#model'

/** What the reports of a case together tell of somebody's party. 'homonyms': several bear the name, not all of one party; 'apart': one name, told of several parties. */
export type Standing = { readonly as: 'told'; readonly party: string } | { readonly as: 'unknown' | 'homonyms' | 'apart' }

/** Whether two standings are one. */
export function sameStanding(a: Standing, b: Standing): boolean {
  return a.as === b.as && (a.as !== 'told' || b.as !== 'told' || a.party === b.party)
}

/** One name under a word: where it stands, and how often it is told, in steps of four times as many. */
interface Bearer {
  readonly words: readonly string[]
  readonly party: Standing
  readonly weight: number
}

/** The share of the reports that tell a party which must tell the same. */
const MOST = 0.75
/** Steps by which a bearer is told so much less than another that it is passed over: a misreading, or somebody of no account. */
const STEPS = 2

const UNKNOWN: Standing = { as: 'unknown' }

function weightOf(reports: number): number {
  return Math.floor(Math.log2(reports) / 2)
}

/** The party of one name, from how many reports tell which. */
function partyIn(rows: readonly ToldCount[]): Standing {
  const told = rows.filter(row => row.party !== '').sort((a, b) => b.reports - a.reports || (a.party < b.party ? -1 : 1))
  const sum = told.reduce((all, row) => all + row.reports, 0)
  const [top] = told
  if (!top) return UNKNOWN
  return top.reports >= MOST * sum ? { as: 'told', party: top.party } : { as: 'apart' }
}

/** Who bears a word as name. Nothing finer than this decides where somebody stands, so that one more report seldom changes anything. */
function bearersOf(rows: readonly ToldCount[]): Bearer[] {
  const byName = new Map<string, ToldCount[]>()
  for (const row of rows) byName.set(row.name, [...(byName.get(row.name) ?? []), row])
  return [...byName.keys()].sort().map(name => {
    const own = byName.get(name) ?? []
    const reports = own.reduce((sum, row) => sum + row.reports, 0)
    return { words: name.split(' '), party: partyIn(own), weight: weightOf(reports) }
  })
}

/** Bearers without those told so much less than another that they are passed over. */
function likely(bearers: readonly Bearer[]): Bearer[] {
  const most = Math.max(0, ...bearers.map(one => one.weight))
  return bearers.filter(one => one.weight > most - STEPS)
}

/** The standing of bearers of one name: theirs where all who count agree. */
function agree(bearers: readonly Bearer[], other: 'homonyms' | 'apart'): Standing {
  const [first, ...rest] = bearers.map(one => one.party)
  if (!first) return UNKNOWN
  return rest.every(one => sameStanding(one, first)) ? first : { as: other }
}

/** Bearers without those of no told party who may be another of the name in other spelling. */
function people(bearers: readonly Bearer[]): Bearer[] {
  const told = bearers.filter(one => one.party.as !== 'unknown')
  const again = ({ words }: Bearer): boolean => told.some(one => sameNames(one.words, words))
  return bearers.filter(one => one.party.as !== 'unknown' || !again(one))
}

/** The words under which a name is looked for: its first and its last. */
export function keysOfName(name: string): string[] {
  const words = nameWords(name)
  return [...new Set([words[0] ?? '', words.at(-1) ?? ''])].filter(word => word !== '')
}

/** What a case knows of persons, read as it is asked for. */
export class Register {
  private readonly read: (key: string) => readonly ToldCount[]
  private readonly bearers = new Map<string, readonly Bearer[]>()
  private readonly standings = new Map<string, Standing>()

  private readonly kept: Register | undefined
  private readonly changed: ReadonlyMap<string, readonly ToldCount[]>

  /** `read` gives the rows under a word. */
  constructor(read: (key: string) => readonly ToldCount[], kept?: Register, changed: ReadonlyMap<string, readonly ToldCount[]> = new Map()) {
    this.read = read
    this.kept = kept
    this.changed = changed
  }

  /** The same where other rows stand under some words. */
  with(changed: ReadonlyMap<string, readonly ToldCount[]>): Register {
    return changed.size === 0 ? this : new Register(key => changed.get(key) ?? this.read(key), this, changed)
  }

  /** What is known of the party of somebody so named. A full name is one person; a single word is all who bear it. */
  of(name: string): Standing {
    let held = this.standings.get(name)
    if (!held) this.standings.set(name, (held = this.standingOf(name, keysOfName(name))))
    return held
  }

  private standingOf(name: string, keys: readonly string[]): Standing {
    return this.kept && !keys.some(key => this.changed.has(key)) ? this.kept.of(name) : this.judge(nameWords(name), keys)
  }

  private judge(words: readonly string[], keys: readonly string[]): Standing {
    const all = keys.flatMap(key => this.under(key)).filter(one => sameNames(words, one.words))
    const full = all.filter(one => one.words.length > 1)
    if (words.length < 2) return agree(people(likely(full.length > 0 ? full : all)), 'homonyms')
    const told = full.filter(one => one.party.as !== 'unknown')
    return agree(likely(told), 'apart')
  }

  private under(key: string): readonly Bearer[] {
    let held = this.bearers.get(key)
    if (!held) this.bearers.set(key, (held = bearersOf(this.read(key))))
    return held
  }
}

/** Whether one report more that tells these changes nothing for sure: what is told already and prevails, with no step in how often. The common case, seen at a glance. */
function isSettled(rows: readonly ToldCount[], told: readonly Omit<ToldCount, 'reports'>[]): boolean {
  return told.every(({ name, party }, at) => {
    const own = rows.filter(row => row.name === name)
    const sum = own.reduce((all, row) => all + row.reports, 0)
    const known = own.find(row => row.party === party)
    const prevails = party === '' || sameStanding(partyIn(own), { as: 'told', party })
    return known !== undefined && prevails && weightOf(sum) === weightOf(sum + 1) && told.findIndex(one => one.name === name) === at
  })
}

/** The rows under a word once a report tells, or no longer tells, of those who bear it; undefined where nobody may stand otherwise then. */
export function stir(rows: readonly ToldCount[], told: readonly Omit<ToldCount, 'reports'>[], by: 1 | -1): ToldCount[] | undefined {
  if (by > 0 && isSettled(rows, told)) return undefined
  const after = recount(rows, told, by)
  return differs(rows, after) ? after : undefined
}

function differs(before: readonly ToldCount[], after: readonly ToldCount[]): boolean {
  return JSON.stringify(bearersOf(before)) !== JSON.stringify(bearersOf(after))
}

function recount(rows: readonly ToldCount[], told: readonly Omit<ToldCount, 'reports'>[], by: 1 | -1): ToldCount[] {
  const same = (row: ToldCount, one: Omit<ToldCount, 'reports'>): boolean => row.name === one.name && row.party === one.party
  const kept = rows.map(row => (told.some(one => same(row, one)) ? { ...row, reports: row.reports + by } : row))
  const fresh = told.filter(one => !rows.some(row => same(row, one))).map(one => ({ ...one, reports: 1 }))
  return [...kept.filter(row => row.reports > 0), ...(by > 0 ? fresh : [])]
}
