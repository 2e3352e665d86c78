import type { Example } from '#model'
import { formatDay, oneOf } from '../calendar.ts'
import type { Pattern } from '../pattern.ts'
import { shape } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The strait is now closed.', list: 'times', finds: ['«now» DATE PRESENT_REF (2025-05-12) vague'] },
  { text: 'A decision will come soon.', list: 'times', finds: ['«soon» DATE FUTURE_REF ([2025-05-12..]) vague'] },
  { text: 'A recently built wall fell.', list: 'times', finds: ['«recently» DATE PAST_REF ([..2025-05-12]) vague'] },
  { text: 'They will meet at a later date.', list: 'times', finds: ['«a later date» DATE FUTURE_REF ([2025-05-12..]) vague'] },
  { text: 'The knowledge of the pastor was enough.', list: 'times', finds: [] },
  {
    text: 'The guards, previously idle, soon fled, nobody was immediately available, and now that the bridge is gone the future of the town is in doubt.',
    list: 'times',
    finds: [],
  },
]

const VALUES: readonly (readonly [pattern: RegExp, value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF', policy: string])[] = [
  [/^(?:now|current|right now|the moment|the present|present|to date|at present|at the moment|present|these days|nowadays)/i, 'PRESENT_REF', 'present-ref'],
  [/^(?:recent|the past|earlier|lately)/i, 'PAST_REF', 'past-ref'],
  [/./, 'FUTURE_REF', 'future-ref'],
]

/** "Did not immediately respond", "was not immediately available": how fast, not when. */
const DENIED = /(?:\bnot|n[’']t|\bnever|\bcould) (?:be |been |have )?$/i
const UPON = /^ (?:after|before|following|as|upon|thereafter|afterwards?)\b/

type Fits = (before: string, after: string, word: string) => boolean

/** Words that are times only in some company; the first row that fits the word decides. */
const WHERE: readonly (readonly [word: RegExp, fits: Fits])[] = [
  [/^(?:soon|shortly)$/i, (before, after) => !UPON.test(after) && !/\bas $/i.test(before)],
  [/^recently$/i, (before, after) => !(/\bas $/i.test(before) && /^ as\b/.test(after))],
  [/^immediately$/i, (before, after) => !UPON.test(after) && !DENIED.test(before)],
  [/^earlier/i, (_before, after, word) => /^[A-Z]/.test(word) && !/^ (?:than|on|in|this|that|today|yesterday|\p{Lu}\p{Ll}+day)\b/u.test(after)],
  // "Now that" joins two clauses, "Now for" and "the future of" turn to a matter.
  [/^now$/i, (_before, after, word) => !/^ that\b/.test(after) && !(word === 'Now' && /^,? for\b/.test(after))],
  [/^the future$/i, (before, after) => !/^ of\b/.test(after) && (/\b(?:in|into|for|about|of|from|until) $/i.test(before) || /^ \p{Lu}/u.test(after))],
  [/^a later|term$/i, before => /\b(?:at|in|to|until|for|over) $/i.test(before)],
  [/^(?:the moment|(?:the )?present)/i, (before, after) => /\bat $/i.test(before) && !/^ (?:of|when|that)\b/.test(after)],
  [/^to date$/i, (before, after) => !/^ (?:\p{L}+ing|a|the|an|her|him|of|\d+)\b/u.test(after) && !/\b(?:up|a|the) $/i.test(before)],
  [/^the past$/i, (before, after) => /\bin $/i.test(before) || !/^\s+\p{L}/u.test(after) || /^\s+(?:and|or|but|as|is|was|to|has|have)\b/.test(after)],
]

/** Words of haste: told of the past they give an order of events, not a day. */
const HASTE = /^(?:immediately|soon|shortly|right away)$/i

/** Now, currently, recently, the past, soon, immediately, the future. */
export const reference: Pattern = {
  rule: 'time/en/reference',
  on: [
    'now',
    'any',
    'anytime',
    'almost',
    'current',
    'currently',
    'recent',
    'recently',
    'the',
    'soon',
    'immediately',
    'shortly',
    'future',
    'lately',
    'these',
    'nowadays',
    'present',
    'right',
    'to',
    'earlier',
    'a',
    'as',
  ],
  shape: shape(
    '(?<word>any ?time soon|as soon as possible|a later (?:date|time|stage)|the (?:short|near) term|the moment|present|the present(?: time)?|to date|right now|now|currently|current|recently|recent|lately|the past|the (?:near |foreseeable )?future|soon|shortly|(?:almost )?immediately|right away|nowadays|these days|earlier)',
  ),
  accepts({ word = '' }, _whole, before, after) {
    const [, fits] = WHERE.find(([pattern]) => pattern.test(word)) ?? []
    return fits?.(before, after, word) ?? true
  },
  read({ word = '' }, scene) {
    const { told } = scene
    if (HASTE.test(word) && scene.tense.past) return undefined
    // What happened immediately, happened then: on the day told before.
    if (/immediately$/i.test(word) && scene.tense.past && told?.grain === 'day') {
      return {
        type: 'DATE',
        value: told.value.slice(0, 10),
        known: 'vague',
        policy: 'on-from',
        anchor: told.id,
        when: { start: formatDay(told.first) },
        ...(/^almost/i.test(word) && { mod: 'APPROX' }),
      }
    }
    const [, value = 'PRESENT_REF', policy = 'present-ref'] = VALUES.find(([pattern]) => pattern.test(word)) ?? []
    const { day, exact } = scene.basis
    const base = { type: 'DATE', value, known: 'vague', policy } as const
    if (day === undefined) return base
    const open = value === 'FUTURE_REF' ? oneOf(day, undefined) : oneOf(undefined, day)
    return { ...base, when: { start: value === 'PRESENT_REF' && exact ? formatDay(day) : open } }
  },
}
