import type { Sentence, Token } from '#model'
import { statementAt, type Scene } from '../scene.ts'
import { complementFrom, type Complement } from './complement.ts'
import { MODAL, isDoing, provisionStart } from './provision.ts'
import { isNegation } from './verb.ts'

/** How many sentences after a plan "it would also …" still tells of it. */
const NEAR = 2
const STANDS_FOR = /^(?:it|this|that|they|these)$/
const ALSO =
  /^.{0,60}?\b(?:would|will|must) also\b|^.{0,40}?\balso (?:calls? for|called for|includes?|included|requires?|required|provides? for|agreed to)\b|^in (?:return|exchange),/i

/** The words of a sentence that tell more of the plan told `distance` sentences before: "it would also …", "in return, X would …", and right after the plan "X would get …". */
export function wantedOn(scene: Scene, sentence: Sentence, distance: number, hasTerms: boolean): Complement | undefined {
  const { from, to, span } = sentence
  if (distance > NEAR) return undefined
  const { tokens, report } = scene.reading
  const first = /^(?:and|but)$/.test(tokens[from]?.lower ?? '') ? from + 1 : from
  const until = Math.min(to, from + 20)
  let start: number | undefined
  if (STANDS_FOR.test(tokens[first]?.lower ?? '') && /^(?:AUX|VERB|ADV)$/.test(tokens[first + 1]?.pos ?? ''))
    start = provisionStart(tokens, first, until, false)
  else if (/^in (?:return|exchange)/i.test(report.text.slice(span[0], span[0] + 12))) start = from + 3
  else if (!/^(?:an?|any|[“"])$/.test(tokens[first]?.lower ?? '') && ALSO.test(report.text.slice(span[0], Math.min(span[1], span[0] + 120))))
    start = provisionStart(tokens, from, until, false)
  else if (distance === 1 && hasTerms) start = lotOf(scene, sentence)
  return start === undefined ? undefined : complementFrom(scene, start, to)
}

/** What happens to a matter under a plan: "taxes would go up". */
const FARES = new Set('get receive go rise fall drop stay remain'.split(' '))

/** "Farmers would get …", "All prisoners will be freed": right after a plan, what others would do or get under it, told in the same voice. */
function lotOf(scene: Scene, { from, to }: Sentence): number | undefined {
  const { tokens } = scene.reading
  const at = modalAt(tokens, from, to)
  const modal = at === undefined ? undefined : tokens[at]
  if (at === undefined || !modal || isSaid(scene, modal)) return undefined
  let verb = at + 1
  while (verb < to && tokens[verb]?.pos === 'ADV') verb++
  const done = tokens[verb]?.lower === 'be' ? tokens[verb + 1] : tokens[verb]
  if (!done || isNegation(tokens[at + 1])) return undefined
  return done.pos === 'VERB' && (isDoing(done) || (done === tokens[verb] && FARES.has(done.lower))) ? from : undefined
}

/** The first "would" or "will" of a sentence, where no other verb, no pronoun of a speaker and no condition stands before it. */
function modalAt(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let i = from; i < Math.min(to, from + 14); i++) {
    const token = tokens[i]
    if (!token || ['VERB', 'AUX', 'PRON', 'SCONJ'].includes(token.pos) || /^[“”"]$/.test(token.text)) return token && MODAL.has(token.lower) ? i : undefined
  }
  return undefined
}

/** In somebody's own words a "will" is theirs, not the plan's. */
function isSaid(scene: Scene, { start, end }: Token): boolean {
  return statementAt(scene, [start, end])?.form === 'direct'
}
