import * as z from 'zod'
import { idSchema } from './id.ts'
import { spanSchema } from './span.ts'
import { ISSUES, type IssueCode } from './words.ts'

/** An issue: one of Parley's codes, or a case's own as `own:NAME`. */
export type Issue = IssueCode | `own:${string}`
export const issueSchema = z.union([z.enum(ISSUES), z.templateLiteral(['own:', z.string()])]) as unknown as z.ZodType<Issue>

export const statementIdSchema = idSchema('statement')
export const actorIdSchema = idSchema('actor')

/** What every record has: its id, its own words, and the path of the rule that made it ('time/en/weekday'). */
export function cited<K extends string>(kind: K) {
  return { id: idSchema(kind), span: spanSchema, rule: z.string().min(1) }
}

/** What every coded record has besides: `said`, the innermost statement whose content holds it, or null = the publisher's own voice. */
export function sourced<K extends string>(kind: K) {
  return { ...cited(kind), said: z.nullable(statementIdSchema) }
}
