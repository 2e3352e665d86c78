import type { Mention } from '#model'
import type { Word } from '../words.ts'
import { TALKS } from './axes.ts'

/** Words by which somebody asks for talks; with "for" where they need it. */
const ASKING = new Set('asked asks asking requested requests requesting sought seeks seeking invited invites initiated initiates approached'.split(' '))
const NEEDS_FOR = new Set(['asked', 'asks', 'asking'])
/** Nouns of asking that follow their owner. */
const ASKED = new Set(['request', 'invitation', 'initiative', 'behest'])
const MEETING = new Set([...TALKS, 'meet', 'met', 'meetings'])
/** Words between the asking and what is asked for, and between the asker and the asking. */
const REACH = 7
const NEAR = 40

/** The mention that ends last before a place, or begins first after it. */
function nearest(mentions: readonly Mention[], at: number, after: boolean): Mention | undefined {
  const found = mentions.filter(
    ({ span, form }) => form !== 'pronoun' && (after ? span[0] >= at && span[0] - at <= NEAR : span[1] <= at && at - span[1] <= NEAR),
  )
  return after ? found[0] : found.at(-1)
}

/** Who is told to have asked for talks or a meeting: asked for them, asked to by passive, or by a noun of asking. Undefined where the words do not say. */
export function findAsker(words: readonly Word[], mentions: () => readonly Mention[]): Mention | undefined {
  if (!words.some(word => MEETING.has(word.form))) return undefined
  for (const [i, { form, start, end }] of words.entries()) {
    if (ASKED.has(form.replace(/s$/, '')) && words[i - 1]?.form.endsWith("'s")) return nearest(mentions(), start, false)
    if (!ASKING.has(form)) continue
    const next = words[i + 1]?.form
    if (next === 'by') return words[i + 2]?.form === 'both' ? undefined : nearest(mentions(), end, true)
    const talks = words.slice(i + 1, i + 1 + REACH).some(word => MEETING.has(word.form))
    if (talks && (!NEEDS_FOR.has(form) || next === 'for')) return nearest(mentions(), start, false)
  }
  return undefined
}
