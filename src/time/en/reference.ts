import type { Example } from '#model'
import { formatDay, oneOf } from '../calendar.ts'
import type { Pattern } from '../pattern.ts'
import { shape } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The strait is now closed.', list: 'times', finds: ['«now» DATE PRESENT_REF (2025-05-12) vague'] },
  { text: 'A decision will come soon.', list: 'times', finds: ['«soon» DATE FUTURE_REF ([2025-05-12..]) vague'] },
  { text: 'A recently built wall fell.', list: 'times', finds: ['«recently» DATE PAST_REF ([..2025-05-12]) vague'] },
  { text: 'The knowledge of the pastor was enough.', list: 'times', finds: [] },
]

const VALUES: readonly (readonly [pattern: RegExp, value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF', policy: string])[] = [
  [/^(?:now|current|right now|the moment|the present|present|to date|at present|at the moment|present|these days|nowadays)/i, 'PRESENT_REF', 'present-ref'],
  [/^(?:recent|the past|previously|earlier|lately)/i, 'PAST_REF', 'past-ref'],
  [/./, 'FUTURE_REF', 'future-ref'],
]

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
    'previously',
    'earlier',
  ],
  shape: shape(
    '(?<word>any ?time soon|the moment|present|the present(?: time)?|to date|right now|now|currently|current|recently|recent|lately|the past|the (?:near |foreseeable )?future|soon|shortly|(?:almost )?immediately|right away|nowadays|these days|previously|earlier)',
  ),
  accepts({ word = '' }, _whole, before, after) {
    if (/^(?:soon|shortly|immediately)$/i.test(word) && (/^ (?:after|before|following|as|upon|thereafter|afterwards?)\b/.test(after) || /\bas $/i.test(before)))
      return false
    if (/^previously|^earlier/i.test(word)) return /^[A-Z]/.test(word) && !/^ (?:than|on|in|this|that)\b/.test(after)
    if (/^(?:the moment|(?:the )?present)/i.test(word)) return /\bat $/i.test(before) && !/^ (?:of|when|that)\b/.test(after)
    if (/^to date$/i.test(word)) return !/^ (?:\p{L}+ing|a|the|an|her|him|of|\d+)\b/u.test(after) && !/\b(?:up|a|the) $/i.test(before)
    return !/^the past$/i.test(word) || /\bin $/i.test(before) || !/^\s+\p{L}/u.test(after) || /^\s+(?:and|or|but|as|is|was|to|has|have)\b/.test(after)
  },
  read({ word = '' }, scene) {
    const { told } = scene
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
