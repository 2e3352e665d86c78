import * as z from 'zod'
import { actorIdSchema, cited, issueSchema, statementIdSchema } from './cited.ts'
import { someOf, spanSchema } from './span.ts'
import { whenSchema } from './when.ts'

export const LINK_KINDS = ['publisher', 'outlet', 'person', 'office', 'body', 'group', 'document', 'unnamed', 'unstated'] as const

/** One link of a chain: who passed the words on, or first uttered them. */
export const linkSchema = z.strictObject({
  as: z.enum(LINK_KINDS),
  actor: z.exactOptional(actorIdSchema),
  span: z.exactOptional(spanSchema),
  inferred: z.exactOptional(z.literal(true)),
})
export type Link = z.infer<typeof linkSchema>

const words = {
  ...cited('statement'),
  source: z.exactOptional(spanSchema),
  cue: z.exactOptional(spanSchema),
  content: someOf(spanSchema),
  form: z.enum(['direct', 'indirect', 'mixed']),
  kind: z.exactOptional(z.enum(['speech', 'writing', 'thought', 'decree', 'act'])),
  negated: z.exactOptional(z.literal(true)),
  within: z.exactOptional(statementIdSchema),
  hedges: z.array(spanSchema),
}

/** An attribution: somebody said, wrote, was told, believes, intends, ordered, demanded something. The publisher is the first link, the innermost utterer the last. */
export const statementSchema = z.strictObject({
  ...words,
  chain: someOf(linkSchema),
  uttered: z.exactOptional(whenSchema),
  issues: z.array(issueSchema),
})
export type Statement = z.infer<typeof statementSchema>

/**
 * What attribution knows before times and actors are read: the words of a statement and the links of its chain by their spans.
 * `toStatements` fills actors, `uttered` and issues. It is passed between stages and never stored.
 */
export type Attribution = Omit<Statement, 'uttered' | 'issues'>
