import type { Example } from '#model'
import { formatDay, oneOf } from '../calendar.ts'
import type { Pattern, Scene, Sense, Told, Words } from '../pattern.ts'
import { dated, unitAt, undated } from '../reckon.ts'
import { shape, unitOf } from './words.ts'

export const examples: readonly Example[] = [
  {
    text: 'The fort fell on 2 April 2025. The following day the flag was changed.',
    list: 'times',
    finds: ['«The following day» DATE 2025-04-03 (2025-04-03) implied'],
  },
  { text: 'The fort fell in 2019. That day the flag was changed.', list: 'times', finds: ['«That day» DATE XXXX-XX-XX vague'] },
  { text: 'It opened in March 2019 and closed that same year.', list: 'times', finds: ['«that same year» DATE 2019 (2019) implied'] },
  { text: 'The fort fell on 2 April 2025. Nobody has been there since then.', list: 'times', finds: ['«then» DATE 2025-04-02 (2025-04-02 ; ..) implied'] },
  { text: 'The day before the vote they walked out at the same pace, and at the time he left, the then minister slept.', list: 'times', finds: [] },
]

const STEPS: Record<string, number> = { following: 1, next: 1, subsequent: 1, previous: -1, preceding: -1, after: 1, before: -1 }

const FINE: readonly Told['grain'][] = ['day', 'week', 'month', 'quarter', 'year']

function readStep({ way = '', unit: word }: Words, scene: Scene): Sense | undefined {
  const { basis } = scene
  const unit = unitOf(word)
  const told = unit === 'day' ? (scene.toldDay() ?? scene.told) : scene.told
  const from = told?.last ?? basis.day
  if (from === undefined) return undefined
  const low = way.toLowerCase()
  const step = STEPS[low] ?? 0
  // A year told before has no day that follows it: only what is as fine as the unit is counted from.
  if (told && FINE.indexOf(told.grain) > FINE.indexOf(unit as Told['grain'])) return undated('DATE', unit === 'day' ? 'XXXX-XX-XX' : 'PAST_REF', scene)
  const stretch = unitAt(step < 0 ? (told?.first ?? from) : from, unit, step)
  return stretch && dated(stretch, { known: 'implied', policy: 'on-from', ...(told && { anchor: told.id }) }, scene)
}

/** The following day, the previous year, that same week: counted from the date told before. */
export const narrative: Pattern = {
  rule: 'time/en/narrative',
  on: ['the', 'that'],
  shape: shape(
    '(?:the (?:very )?(?<way>following|next|same|previous|preceding|subsequent) (?<unit>day|week|weekend|month|quarter|year|decade)|that (?:same |very )?(?<unit2>day|week|weekend|month|quarter|year|decade)|the (?<unit3>day|week|month|year) (?<way3>after|before))',
  ),
  mods: 'date',
  accepts({ way3, way }, _whole, before, after) {
    if (way === 'next') return !/\b(?:in|over|within|during|for|of) $/i.test(before)
    return way3 === undefined || /^(?: that)?(?:[.,;?!]|\s*$)/.test(after)
  },
  read: ({ way, unit, unit2, unit3, way3 }, scene) => readStep({ way: way ?? way3, unit: unit ?? unit2 ?? unit3 }, scene),
}

/** At the time, at that time: the date told before. */
export const then: Pattern = {
  rule: 'time/en/narrative',
  on: ['the', 'that', 'this', 'then'],
  shape: shape('(?:(?:the|that|this|that same) time|then)'),
  accepts: (_words, whole, before, after) =>
    (!/^then$/i.test(whole) ||
      (/\b(?:since|until|till|by|before|from) $/i.test(before) &&
        !/^[- ]\p{L}/u.test(after.replace(/^ (?:on|onwards?|and|it|he|she|they|we|the|a|that|but)\b/, '')))) &&
    /\b(?:at|by|since|until|till|around|from|before) $/i.test(before) &&
    // "By the time", "at the time he left": a clause follows that tells which.
    !(/^the /i.test(whole) && (/\bby $/i.test(before) || /^ (?:he|she|it|they|we|I|when|\p{Lu}\p{Ll}+ (?:was|were|had|left|\p{Ll}+ed))\b/u.test(after))) &&
    !/^ (?:of|to|for|that)\b/.test(after),
  read(_words, { told, basis, history, lead, words }) {
    const day = basis.day
    // "At this time" is the time of telling, except in history.
    if (!history && /^this/i.test(words) && /\bat $/.test(lead))
      return {
        type: 'DATE',
        value: 'PRESENT_REF',
        known: 'vague',
        policy: 'present-ref',
        ...(day !== undefined && { when: { start: basis.exact ? formatDay(day) : oneOf(undefined, day) } }),
      }
    if (told) {
      const start = (told.grain === 'day' ? formatDay(told.first) : told.value) as never
      return {
        type: 'DATE',
        value: told.grain === 'week' ? told.value : start,
        known: 'implied',
        anchor: told.id,
        policy: 'on-from',
        when:
          told.grain === 'week' ? { start: oneOf(told.first, told.last) } : { start: (told.grain === 'day' ? start : `${told.value.slice(0, 7)}~`) as never },
      }
    }
    return { type: 'DATE', value: 'PAST_REF', known: 'vague', policy: 'past-ref', ...(day !== undefined && { when: { start: oneOf(undefined, day) } }) }
  },
}
