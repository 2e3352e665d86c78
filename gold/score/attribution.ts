import { attribute } from '#attribution'
import type { Reading } from '#model'
import { makeReport } from '#read'
import { readSentences } from '#text'
import { countSpans, emptyCounts, PARTS, spansOf } from '../exact.ts'
import { readOwn, type Own } from '../own.ts'
import { readPapers, type Paper } from '../polnear.ts'
import { pairTold, type Told } from '../relation.ts'
import { readVocabulary, renameAll } from '../rename.ts'
import type { Relation } from '../../src/attribution/relate.ts'
import { Tagger } from '../../src/attribution/tagger/tagger.ts'
import { f1, hasShared, readJsonl, type Score, type Scorer } from './frame.ts'

const DEV = 'PolNeAR dev'
const TARGETS = { exact: { source: 70, cue: 66, content: 56 }, words: { source: 71, cue: 62, content: 85 } }

function row(set: string, measure: string, counts: readonly [number, number, number], target?: number): Score {
  const { precision, recall, f1: value } = f1(...counts)
  return {
    set,
    measure,
    value,
    detail: `P ${precision.toFixed(1)} R ${recall.toFixed(1)} (${counts.map(String).join(', ')})`,
    ...(target !== undefined && { target }),
  }
}

function toTold({ source, cue, content }: Relation): Told {
  return { source: source ? [source.span] : [], cue: cue ? [cue.span] : [], content: content.map(part => part.span) }
}

/** Direct where all of the content stands in quotation marks, mixed where some does. */
function formOf(text: string, one: Told): string {
  const words = one.content.map(([start, end]) => text.slice(start, end)).join(' ')
  if (!/["“”]/.test(words)) return 'indirect'
  return one.content.every(([start, end]) => /["“]/.test(text.slice(start - 1, start + 1)) && /["”]/.test(text.slice(end - 1, end + 2))) ? 'direct' : 'mixed'
}

/** The cues of the training part, in lower case. */
function seenCues(): Set<string> {
  const raw = readJsonl<{ text: string; attributions: { cue?: [number, number][] }[] }>('gold/attribution/polnear-train.jsonl')
  return new Set(
    raw.flatMap(({ text, attributions }) => attributions.flatMap(one => (one.cue ?? []).map(([start, end]) => text.slice(start, end).toLowerCase()))),
  )
}

/** Recall of relations in groups, since what we found beside the labels belongs to no group. */
class Groups {
  private readonly counts = new Map<string, [number, number]>()

  add(name: string, found: boolean): void {
    const count = this.counts.get(name) ?? [0, 0]
    this.counts.set(name, [count[0] + (found ? 1 : 0), count[1] + 1])
  }

  rows(): Score[] {
    return [...this.counts].sort().map(([name, [right, all]]) => ({
      set: DEV,
      measure: `relations found, ${name}`,
      value: (100 * right) / all,
      detail: `${String(right)} of ${String(all)}`,
    }))
  }
}

function scoreTagger(papers: readonly Paper[]): Score[] {
  const counts = emptyCounts()
  const relations: [number, number, number] = [0, 0, 0]
  const groups = new Groups()
  const seen = seenCues()
  for (const { reading, relations: gold } of papers) {
    const ours = new Tagger(reading).relate().map(toTold)
    countSpans(counts, reading.report.text, spansOf(ours), spansOf(gold))
    const pairs = new Set(pairTold(ours, gold))
    relations[0] += [...pairs].filter(at => at >= 0).length
    relations[1] += ours.length
    relations[2] += gold.length
    gold.forEach((one, at) => {
      groups.add(formOf(reading.report.text, one), pairs.has(at))
      const cue = one.cue[0]
      groups.add(cue && seen.has(reading.report.text.slice(cue[0], cue[1]).toLowerCase()) ? 'cue seen in training' : 'cue not seen in training', pairs.has(at))
    })
  }
  return [
    ...PARTS.map(part => row(DEV, `exact ${part}`, counts[part].exact, TARGETS.exact[part])),
    ...PARTS.map(part => row(DEV, `words of ${part}`, counts[part].words, TARGETS.words[part])),
    row(DEV, 'relations', relations, 70),
    ...groups.rows(),
  ]
}

function scoreOwn(half: 'tune' | 'unseen'): Score[] {
  const set = `own passages, ${half} half`
  const read = readOwn(half)
  const total = (of: (one: Own) => number): number => read.reduce((sum, one) => sum + of(one), 0)
  const matched = total(one => one.pairs.filter(at => at >= 0).length)
  const pairsOf = (one: Own): { chain: string[]; label: Own['gold'][number]; hedges: number }[] =>
    one.pairs.flatMap((at, i) => {
      const label = one.gold[at]
      const ours = one.ours.statements[i]
      return label && ours
        ? [{ chain: ours.chain.map(link => link.as), label, hedges: ours.hedges.filter(h => label.hedges.some(g => g[0] < h[1] && h[0] < g[1])).length }]
        : []
    })
  const all = read.flatMap(pairsOf)
  const chains = all.filter(one => one.chain.join() === one.label.chain.join()).length
  const withheld = (chain: readonly string[]): boolean => chain.at(-1) === 'unnamed'
  const told = all.filter(one => withheld(one.chain) === withheld(one.label.chain)).length
  const hedgesFound = all.reduce((sum, one) => sum + one.hedges, 0)
  const held = half === 'unseen'
  return [
    row(set, 'statements', [matched, total(one => one.pairs.length), total(one => one.gold.length)], held ? 80 : undefined),
    row(set, 'chains with every link right', [chains, matched, matched], held ? 75 : undefined),
    row(set, 'unnamed told from named', [told, matched, matched], held ? 90 : undefined),
    row(
      set,
      'hedges',
      [
        hedgesFound,
        total(one => one.ours.statements.reduce((sum, s) => sum + s.hedges.length, 0)),
        total(one => one.gold.reduce((sum, g) => sum + g.hedges.length, 0)),
      ],
      held ? 85 : undefined,
    ),
  ]
}

const REPORTS = ['iran_nuclear', 'korea', 'korea_kcna', 'labour', 'us_budget_shutdown', 'us_china_trade']

/** Real reports with every name made another: how many keep all their statements, span by span. */
function scoreRenaming(): Score[] {
  const texts = REPORTS.flatMap(name => readJsonl<{ text: string }>(`reports/${name}.jsonl`).map(one => one.text))
  const vocabulary = readVocabulary(texts)
  const step = Math.floor(texts.length / 200)
  let same = 0
  let kept = 0
  let all = 0
  for (let i = 0; i < 200; i++) {
    const reading = readSentences(makeReport({ text: texts[i * step] ?? '' }))
    const before = spansIn(reading)
    const after = new Set(spansIn(readSentences(makeReport({ text: renameAll(reading, vocabulary) }))))
    const found = before.filter(key => after.has(key)).length
    if (found === before.length && after.size === new Set(before).size) same++
    kept += found
    all += before.length
  }
  return [
    { set: 'renaming', measure: 'reports whose statements stay the same', value: same / 2, target: 100, detail: `${String(same)} of 200` },
    { set: 'renaming', measure: 'statements that stay the same', value: (100 * kept) / all, detail: `${String(kept)} of ${String(all)}` },
  ]
}

function spansIn(reading: Reading): string[] {
  return attribute(reading).map(one => [one.source, one.cue, ...one.content].map(span => span?.join('-') ?? '').join(' '))
}

export const scorer: Scorer = {
  name: 'attribution',
  run: () => [...(hasShared() ? [...scoreTagger(readPapers('dev')), ...scoreRenaming()] : []), ...scoreOwn('tune'), ...scoreOwn('unseen')],
}
