import * as z from 'zod'
import { actorIdSchema, issueSchema, sourced } from './cited.ts'
import { idSchema } from './id.ts'
import { whenSchema } from './when.ts'
import { ACTS, PLOVER } from './words.ts'

/** An act as told: PLOVER type, mode and contexts. `reality` keeps a promise apart from a deed. Actors of reciprocal acts all stand in `actors`. */
export const eventSchema = z.strictObject({
  ...sourced('event'),
  act: z.enum(ACTS),
  plover: z.enum(PLOVER),
  mode: z.exactOptional(z.string()),
  contexts: z.array(z.string()),
  actors: z.array(actorIdSchema),
  recipients: z.array(actorIdSchema),
  place: z.exactOptional(z.string().describe('an actor id of kind place, or the words')),
  when: z.exactOptional(whenSchema),
  issues: z.exactOptional(z.array(issueSchema)),
  proposal: z.exactOptional(idSchema('proposal')),
  reality: z.enum(['reported', 'planned', 'hypothetical', 'denied']),
})
export type CodedEvent = z.infer<typeof eventSchema>
