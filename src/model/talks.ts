import * as z from 'zod'
import { actorIdSchema, issueSchema, sourced, statementIdSchema } from './cited.ts'
import { idSchema } from './id.ts'
import { spanSchema } from './span.ts'
import { whenSchema } from './when.ts'

const grade = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
const trackState = z.enum(['proposed', 'announced', 'ongoing', 'stalled', 'suspended', 'collapsed', 'concluded', 'unclear'])
const saidBy = { span: spanSchema, said: z.nullable(statementIdSchema) }

/** One line of talks: parties, mediators, format, states. `state` is the last reported. */
export const trackSchema = z.strictObject({
  ...sourced('track'),
  parties: z.array(actorIdSchema),
  mediators: z.array(actorIdSchema),
  venue: z.exactOptional(z.string().describe('an actor id of kind place, or the words')),
  when: z.exactOptional(whenSchema),
  issues: z.exactOptional(z.array(issueSchema)),
  format: z.enum(['direct', 'indirect', 'mediated', 'proximity', 'unclear']),
  state: trackState,
  rounds: z.exactOptional(z.strictObject({ total: z.exactOptional(z.number()), ordinal: z.exactOptional(z.number()) })),
  roles: z.exactOptional(
    z.array(z.strictObject({ actor: actorIdSchema, role: z.enum(['party', 'mediator', 'host', 'guarantor', 'envoy', 'unclear']), ...saidBy })),
  ),
  states: z.exactOptional(z.array(z.strictObject({ state: trackState, when: z.exactOptional(whenSchema), ...saidBy }))),
  same: z.exactOptional(z.strictObject({ track: idSchema('track'), as: z.enum(['stated', 'possible']) })),
})
export type Track = z.infer<typeof trackSchema>

/** One thing a proposal would do. `specificity` after PA-X: 0 none, 1 rhetorical, 2 concrete, 3 detailed and enforceable. */
export const termSchema = z.strictObject({
  issue: issueSchema,
  span: spanSchema,
  said: z.exactOptional(z.nullable(statementIdSchema)),
  specificity: grade,
  figure: z.exactOptional(idSchema('figure')),
  condition: z.exactOptional(spanSchema),
  linked: z.exactOptional(z.literal(true)),
})
export type Term = z.infer<typeof termSchema>

/** An offer tabled by somebody, whether or not accepted. `by` is empty where nobody is said to have tabled it. */
export const proposalSchema = z.strictObject({
  ...sourced('proposal'),
  by: z.array(actorIdSchema),
  to: z.array(actorIdSchema),
  when: z.exactOptional(whenSchema),
  replaces: z.exactOptional(idSchema('proposal')),
  status: z.enum(['tabled', 'amended', 'accepted', 'accepted-with-conditions', 'rejected', 'withdrawn', 'unclear']),
  exclusive: z.boolean(),
  reciprocity: z.enum(['stated', 'denied', 'not-stated']),
  terms: z.array(termSchema),
})
export type Proposal = z.infer<typeof proposalSchema>

export const STANCES = [
  'demands',
  'proposes',
  'offers',
  'seeks',
  'accepts',
  'accepts-with-conditions',
  'open',
  'rejects',
  'refuses-to-discuss',
  'unclear',
] as const

/** What an actor wants on an issue, as somebody reports it at a time. `denied`: somebody denies that the actor holds it. */
export const positionSchema = z.strictObject({
  ...sourced('position'),
  actor: actorIdSchema,
  issue: issueSchema,
  held: z.exactOptional(whenSchema),
  stance: z.enum(STANCES),
  specificity: grade,
  conditionality: z.enum(['none-stated', 'explicit-if', 'sequenced', 'linked', 'denied']),
  commitment: z.enum(['none', 'wish', 'readiness', 'promise', 'agreed', 'reported-done']),
  denied: z.exactOptional(z.literal(true)),
})
export type Position = z.infer<typeof positionSchema>

/** A halt of fighting: declared, effective and ended are three claims, each dated as told. */
export const ceasefireSchema = z.strictObject({
  ...sourced('ceasefire'),
  parties: z.array(actorIdSchema),
  declared: z.exactOptional(whenSchema),
  effective: z.exactOptional(whenSchema),
  ended: z.exactOptional(whenSchema),
  endedBy: z.exactOptional(actorIdSchema),
  duration: z.exactOptional(z.string().describe('ISO 8601 duration')),
})
export type Ceasefire = z.infer<typeof ceasefireSchema>

/** An accusation with an accuser (possibly unstated), never a finding. */
export const allegationSchema = z.strictObject({
  ...sourced('allegation'),
  accuser: z.union([actorIdSchema, z.literal('unstated')]),
  accused: z.array(actorIdSchema),
  of: z.enum(['ceasefire-violation', 'obstruction', 'law', 'other']),
  count: z.exactOptional(z.string()),
  when: z.exactOptional(whenSchema),
  response: z.enum(['none-recorded', 'denied', 'admitted', 'counter-accused']),
})
export type Allegation = z.infer<typeof allegationSchema>

/** What the talks stage adds. */
export interface Talks {
  readonly tracks: readonly Track[]
  readonly proposals: readonly Proposal[]
  readonly positions: readonly Position[]
  readonly ceasefires: readonly Ceasefire[]
  readonly allegations: readonly Allegation[]
}
