import * as z from 'zod'
import { canonical, sha256 } from './canonical.ts'
import { anchorPlaceSchema } from './finding.ts'

export const ENTRY_KINDS = [
  'add',
  'remove',
  'accept',
  'reject',
  'edit',
  'merge',
  'split',
  'link',
  'unlink',
  'comment',
  'import',
  'export',
  'redact',
  'undo',
] as const

/**
 * An entry of a case's log: what was given, by whom, when (clock and person come in from the face), what and why.
 * `hash` is the SHA-256 of the canonical JSON (RFC 8785) of the entry without `hash`, so with `previous`: each entry seals those before it.
 */
export const entrySchema = z.strictObject({
  seq: z.int().min(1),
  at: z.string().describe('ISO 8601 instant'),
  by: z.string(),
  kind: z.enum(ENTRY_KINDS),
  about: z.array(anchorPlaceSchema),
  value: z.exactOptional(z.json()),
  why: z.exactOptional(z.string()),
  previous: z.string(),
  hash: z.string(),
})
export type Entry = z.infer<typeof entrySchema>

/** What the first entry of a chain names as the one before it. */
export const NO_ENTRY = '0'.repeat(64)

/** Seals an entry: adds the hash of its canonical JSON. */
export function sealEntry(entry: Omit<Entry, 'hash'>): Entry {
  return { ...entry, hash: sha256(canonical(entry)) }
}
