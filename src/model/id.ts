import { hash } from 'node:crypto'
import * as z from 'zod'
import type { Span } from './span.ts'

/** The identity of a record: a hash, so that it outlives a better rule which finds the same record again. */
export type Id<K extends string> = string & { readonly kind: K }

/** A schema for the id of a record of this kind; in JSON a plain string. */
export function idSchema<K extends string>(kind: K): z.ZodType<Id<K>> {
  return z.string().describe(`The id of a record of kind ${kind}`) as unknown as z.ZodType<Id<K>>
}

/** The first 16 hexadecimal digits of the SHA-256 of the parts, joined by a character that no part can hold. */
export function hashOf(...parts: readonly (string | number)[]): string {
  return hash('sha256', parts.join('\u0000')).slice(0, 16)
}

/** The id of a record: kind, report, span, and `apart`: what tells two records of one span apart (actor, issue, said …). */
export function recordId<K extends string>(kind: K, report: string, span: Span, ...apart: readonly (string | number)[]): Id<K> {
  return hashOf(kind, report, span[0], span[1], ...apart) as Id<K>
}

/** The id of an actor in one report: actors have no span, so their name and kind tell them apart. */
export function actorId(report: string, kind: string, name: string): Id<'actor'> {
  return hashOf('actor', report, kind, name) as Id<'actor'>
}

/** The id of a report: SHA-256 of publisher, publication date and text. */
export function reportId(publisher: string | null, published: string | undefined, text: string): Id<'report'> {
  return hash('sha256', [publisher ?? '', published ?? '', text].join('\u0000')) as Id<'report'>
}
