import * as z from 'zod'
import { ACTOR_KINDS } from './actor.ts'
import { whenSchema } from './when.ts'

const knownActorSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  aliases: z.exactOptional(z.array(z.string())),
  of: z.exactOptional(z.string().describe('the name of another known actor')),
  side: z.exactOptional(z.string()),
  roles: z.exactOptional(z.array(z.strictObject({ title: z.string(), when: z.exactOptional(whenSchema) }))),
  wikidata: z.exactOptional(z.string()),
})
export type KnownActor = z.infer<typeof knownActorSchema>

const knownIssueSchema = z.strictObject({
  id: z.string().describe('a code of Parley, or own:NAME'),
  label: z.exactOptional(z.string()),
  words: z.array(z.string()).describe('signal words'),
})
export type KnownIssue = z.infer<typeof knownIssueSchema>

const policySchema = z.strictObject({
  id: z.string(),
  low: z.exactOptional(z.number()),
  high: z.exactOptional(z.number()),
  note: z.exactOptional(z.string()),
})
export type KnownPolicy = z.infer<typeof policySchema>

const periodSchema = z.strictObject({ name: z.string(), aliases: z.exactOptional(z.array(z.string())), when: whenSchema })
export type KnownPeriod = z.infer<typeof periodSchema>

/** What a case knows beforehand (YAML in, versioned): its own actors, issues, date policies and named periods. It wins over the rows in data/. */
export const knownSchema = z.strictObject({
  actors: z.array(knownActorSchema).default([]),
  issues: z.array(knownIssueSchema).default([]),
  policies: z.array(policySchema).default([]),
  periods: z.array(periodSchema).default([]),
})
export type Known = z.infer<typeof knownSchema>

/** A case that knows nothing of its own. */
export const NOTHING_KNOWN: Known = { actors: [], issues: [], policies: [], periods: [] }
