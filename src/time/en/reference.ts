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
  [/^(?:now|current|at present|at the moment|present|these days|nowadays)/i, 'PRESENT_REF', 'present-ref'],
  [/^(?:recent|the past|in the past|previous|former|once|earlier|formerly|lately|long ago)/i, 'PAST_REF', 'past-ref'],
  [/./, 'FUTURE_REF', 'future-ref'],
]

/** Now, currently, recently, the past, soon, immediately, the future. */
export const reference: Pattern = {
  rule: 'time/en/reference',
  on: ['now', 'current', 'currently', 'recent', 'recently', 'the', 'soon', 'immediately', 'shortly', 'future', 'lately', 'these', 'nowadays'],
  shape: shape('(?<word>now|currently|current|recently|recent|lately|the past|the (?:near |foreseeable )?future|soon|shortly|immediately|nowadays|these days)'),
  accepts: ({ word = '' }, _whole, _before, after) => !/^the past$/i.test(word) || !/^\s+\p{L}/u.test(after) || /^\s+(?:and|or|but|as|is|was|to|has|have)\b/.test(after),
  read({ word = '' }, scene) {
    const [, value = 'PRESENT_REF', policy = 'present-ref'] = VALUES.find(([pattern]) => pattern.test(word)) ?? []
    const { day, exact } = scene.basis
    const base = { type: 'DATE', value, known: 'vague', policy } as const
    if (day === undefined) return base
    const open = value === 'FUTURE_REF' ? oneOf(day, undefined) : oneOf(undefined, day)
    return { ...base, when: { start: value === 'PRESENT_REF' && exact ? formatDay(day) : open } }
  },
}
