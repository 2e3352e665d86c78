import * as z from 'zod'
import { idSchema } from './id.ts'
import { spanSchema } from './span.ts'
import { edtfSchema } from './when.ts'

/** A place in a report: the report's id, the id its source gave it (`key`), and the span in its frozen text. */
export const anchorPlaceSchema = z.strictObject({ report: idSchema('report'), key: z.exactOptional(z.string()), span: spanSchema })
export type Anchor = z.infer<typeof anchorPlaceSchema>

/** One act of saying that several reports carry; members are the contents as each words it. */
export const utteranceSchema = z.strictObject({
  id: idSchema('utterance'),
  speaker: z.string(),
  day: z.exactOptional(edtfSchema),
  members: z.array(anchorPlaceSchema),
})
export type Utterance = z.infer<typeof utteranceSchema>

/** Reports that carry one text: copies, near copies, versions of one page, a wire text in several outlets, a lifted passage. */
export const familySchema = z.strictObject({
  id: idSchema('family'),
  reports: z.array(idSchema('report')).describe('who carried it first, as far as the case shows, then the others'),
  first: idSchema('report'),
  agency: z.exactOptional(z.string().describe('the agency that at least two of them credit')),
  links: z.array(
    z.strictObject({
      a: idSchema('report'),
      b: idSchema('report'),
      kind: z.enum(['exact', 'near', 'version', 'wire', 'lifted']),
      share: z.number().describe('shared marks over those of the shorter report'),
      inA: z.array(spanSchema).describe('the shared passages in a'),
      inB: z.array(spanSchema),
    }),
  ),
})
export type Family = z.infer<typeof familySchema>

export const FINDING_KINDS = ['copy', 'rendering', 'corroboration', 'contradiction', 'denial', 'update', 'shift', 'silence', 'circular', 'one-side'] as const

/** What comparing reports shows. Roots are independent first utterers with their channel and party, never outlets. */
export const findingSchema = z.strictObject({
  id: idSchema('finding'),
  kind: z.enum(FINDING_KINDS),
  type: z.exactOptional(z.enum(['position', 'figure', 'date', 'existence', 'attribution', 'roster'])),
  about: z.array(z.string()).describe('ids of the records, utterances or reports compared'),
  support: z.array(anchorPlaceSchema),
  against: z.array(anchorPlaceSchema),
  roots: z.exactOptional(z.int()),
  not: z.exactOptional(z.strictObject({ kind: z.enum(FINDING_KINDS), why: z.string() })).describe('the nearest thing that it is not, and why'),
  why: z.string(),
  rule: z.string(),
})
export type Finding = z.infer<typeof findingSchema>

/** What adding or removing a report changes: ids that are gone, and what stands in their place. */
export interface FoundChange {
  readonly gone: readonly string[]
  readonly families: readonly Family[]
  readonly utterances: readonly Utterance[]
  readonly findings: readonly Finding[]
}

/** How many reports tell one thing of a person: under the word by which others may name it, the words of its name, and its party, '' where none is told. */
export interface ToldCount {
  readonly key: string
  readonly name: string
  readonly party: string
  readonly reports: number
}

/**
 * Where the comparing of reports keeps what it needs of them: their cards under keys, the links between their places, and
 * the items of cells. In memory or in the tables of a case; the outcome is the same. H (the head of a card, enough where two reports can only be kin),
 * C, L and I are plain data, kept as JSON.
 */
export interface Shelf<H, C extends H, L, I> {
  head(report: string): H | undefined
  card(report: string): C | undefined
  /** Keeps a card under its keys. */
  put(report: string, card: C, keys: readonly number[]): void
  /** Forgets a card, its keys and its links. */
  drop(report: string): void
  /** Keeps a card under other keys, and forgets its links. */
  rekey(report: string, keys: readonly number[]): void
  /** The reports kept under at least `least` of the keys, by id. */
  sharing(keys: readonly number[], least: number): string[]
  linksOf(report: string): L[]
  linksAt(node: string): L[]
  tie(link: L, nodes: readonly [a: string, b: string], reports: readonly [a: string, b: string]): void
  /** The items of a cell, in the order of their reports. */
  items(cell: string): I[]
  setItems(cell: string, report: string, items: readonly I[]): void
  /** What reports tell of those named by a word, in any order. */
  told(key: string): ToldCount[]
  /** Adds to, or takes from, what is told of persons. */
  tell(rows: readonly Omit<ToldCount, 'reports'>[], by: 1 | -1): void
  publish(change: FoundChange): void
}
