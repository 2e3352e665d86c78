import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { analyse } from '#analyse'
import { NOTHING_KNOWN, type Analysis } from '#model'
import { makeReport } from '#read'

/** One row of gold/SCORES.md. `target` is what the number should reach; counts stand beside every share. */
export interface Score {
  readonly set: string
  readonly measure: string
  /** In percent, one decimal. */
  readonly value: number
  readonly detail?: string
  readonly target?: number
}

/** One file of scores: a name to ask for (`npm run score -- NAME`) and what it measures. */
export interface Scorer {
  readonly name: string
  readonly run: () => Score[] | Promise<Score[]>
}

/** Where the outside gold lies; only score, train and audit read it. */
export const SHARED = process.env['PARLEY_SHARED'] ?? fileURLToPath(new URL('../../../shared/', import.meta.url))

/** Whether the outside gold is there; scorers give no rows without it. */
export function hasShared(): boolean {
  return existsSync(`${SHARED}/gold`)
}

/** Precision, recall and F1 in percent from counts. */
export function f1(right: number, found: number, labelled: number): { precision: number; recall: number; f1: number } {
  const precision = found === 0 ? 0 : (100 * right) / found
  const recall = labelled === 0 ? 0 : (100 * right) / labelled
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

/** The rows of a JSONL file under the shared gold. */
export function readJsonl<T>(path: string): T[] {
  return readFileSync(`${SHARED}/${path}`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)
}

/** A report labelled by hand, and what the engine makes of its text. */
export interface Labelled {
  readonly id: string
  /** The half by the hash of its id: rules may be tuned on `tune`, never on `held`. */
  readonly half: 'tune' | 'held'
  /** The labels: an Analysis whose ids are short, without rule, sentences, passages and text. */
  readonly gold: Analysis
  readonly ours: Analysis
}

let labelled: Labelled[] | undefined

/** Every labelled report of the shared gold with our analysis of it, read once a run. */
export function readLabelled(): Labelled[] {
  labelled ??= readdirSync(`${SHARED}/gold/reports`)
    .filter(name => name.endsWith('.json') && !name.endsWith('.meta.json'))
    .sort()
    .map(name => {
      const base = `${SHARED}/gold/reports/${name.replace(/\.json$/, '')}`
      const gold = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as Analysis
      const meta = JSON.parse(readFileSync(`${base}.meta.json`, 'utf8')) as Record<string, string>
      const id = name.replace(/\.json$/, '')
      const { url, headline, published, publishedKnown } = meta
      const report = makeReport({
        text: readFileSync(`${base}.txt`, 'utf8'),
        publisher: meta['publisher'] ?? null,
        ...(url && { url }),
        ...(headline && { headline }),
        ...(published && { published }),
        ...(publishedKnown && { publishedKnown: publishedKnown as 'stated' | 'assumed' }),
      })
      const half = Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 1), 16) % 2 === 0 ? 'tune' : 'held'
      return { id, half, gold: { ...gold, report: { ...gold.report, text: report.text } }, ours: analyse(report, NOTHING_KNOWN) }
    })
  return labelled
}

/** Counts of matched records over reports, in all and by half, as rows. `match` pairs one of ours with one label; each label is used once. */
export function scoreRecords<T>(
  measure: string,
  pick: (analysis: Analysis) => readonly T[],
  match: (ours: T, gold: T, pair: Labelled) => boolean,
  target?: number,
): Score[] {
  const counts = { all: [0, 0, 0], tune: [0, 0, 0], held: [0, 0, 0] }
  for (const pair of readLabelled()) {
    const golds = [...pick(pair.gold)]
    const ours = pick(pair.ours)
    const total = golds.length
    let right = 0
    for (const record of ours) {
      const at = golds.findIndex(gold => match(record, gold, pair))
      if (at >= 0) {
        golds.splice(at, 1)
        right++
      }
    }
    for (const half of ['all', pair.half] as const) {
      const count = counts[half]
      count[0] = (count[0] ?? 0) + right
      count[1] = (count[1] ?? 0) + ours.length
      count[2] = (count[2] ?? 0) + total
    }
  }
  return Object.entries(counts).map(([half, [right = 0, found = 0, total = 0]]) => {
    const { precision, recall, f1: value } = f1(right, found, total)
    const detail = `P ${precision.toFixed(1)} R ${recall.toFixed(1)} (${String(right)} right, ${String(found)} found, ${String(total)} labelled)`
    return {
      set: half === 'all' ? 'labelled reports' : `labelled reports, ${half} half`,
      measure,
      value,
      detail,
      ...(half === 'all' && target !== undefined && { target }),
    }
  })
}

/** The names of an actor in lower case, to see whether two actors share one. */
export function actorNames(analysis: Analysis, id: string | undefined): Set<string> {
  const actor = analysis.actors.find(one => one.id === id)
  return new Set(actor ? [actor.name, ...actor.names].map(name => name.toLowerCase().replace(/^(?:the|a|an) /, '')) : [])
}

/** Whether our actor and the labelled one share a name. */
export function sameActor(pair: Labelled, ours: string | undefined, gold: string | undefined): boolean {
  const names = actorNames(pair.gold, gold)
  return [...actorNames(pair.ours, ours)].some(name => names.has(name))
}

/** Whether any of ours shares a name with any labelled one; two empty lists agree. */
export function shareActor(pair: Labelled, ours: readonly string[], gold: readonly string[]): boolean {
  return (ours.length === 0 && gold.length === 0) || ours.some(a => gold.some(b => sameActor(pair, a, b)))
}
