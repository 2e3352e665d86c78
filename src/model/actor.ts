import * as z from 'zod'
import { actorIdSchema } from './cited.ts'
import { spanSchema } from './span.ts'
import { whenSchema } from './when.ts'

export const ACTOR_KINDS = ['state', 'organisation', 'group', 'person', 'office', 'outlet', 'place'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** Somebody who acts or speaks. `names` are the forms in the text, `of` whom they belong to or speak for. */
export const actorSchema = z.strictObject({
  id: actorIdSchema,
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  of: z.exactOptional(actorIdSchema),
  names: z.array(z.string()),
  roles: z.array(z.strictObject({ title: z.string(), span: spanSchema, when: z.exactOptional(whenSchema) })),
  wikidata: z.exactOptional(z.string()),
  inferred: z.exactOptional(z.literal(true)),
})
export type Actor = z.infer<typeof actorSchema>

/** A place in the text that names or describes an actor; `actor` is absent where it stays undecided. */
export const mentionSchema = z.strictObject({
  span: spanSchema,
  actor: z.exactOptional(actorIdSchema),
  form: z.enum(['name', 'title', 'pronoun', 'metonym', 'description']),
})
export type Mention = z.infer<typeof mentionSchema>

/** Everybody in a report, in order of first mention, and every mention in reading order. */
export interface Cast {
  readonly actors: readonly Actor[]
  readonly mentions: readonly Mention[]
}
