import type { Edtf, Example } from '#model'
import { formatDay, oneOf } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { boundsIn } from '../policy.ts'
import { edge, stepDay, undated, unitAt } from '../reckon.ts'
import { COUNT, countOf, lengthOf, NUMBER_STARTS, shape, SOME, UNIT, unitOf, type Unit } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'Over the past two weeks the shelling has grown.', list: 'times', finds: ['«the past two weeks» DURATION P2W (2025-04-28 ; 2025-05-12) implied'] },
  { text: 'Prices have doubled in the past two years.', list: 'times', finds: ['«the past two years» DURATION P2Y (2023-05~ ; 2025-05-12) implied'] },
  {
    text: 'In the next few days the port will open.',
    list: 'times',
    finds: ['«the next few days» DURATION PXD (2025-05-12 ; [2025-05-14..2025-05-17]) vague'],
  },
  { text: 'Many have fled in recent days.', list: 'times', finds: ['«recent days» DURATION PXD ([2025-05-05..2025-05-11] ; [..2025-05-12]) vague'] },
  { text: 'Over the last month the river fell.', list: 'times', finds: ['«the last month» DURATION P1M (2025-04~ ; 2025-05-12) implied'] },
  { text: 'The past is a country, and recent buildings stand there.', list: 'times', finds: [], rule: 'time/en/span' },
]

/** The one-of set of days a vague number of units before (or after) the day. */
function reach(day: number, [low, high]: readonly [number, number], unit: Unit, ahead: boolean): Edtf {
  const [near, far] = [stepDay(day, ahead ? low : -low, unit), stepDay(day, ahead ? high : -high, unit)]
  return ahead ? oneOf(near, far) : oneOf(far, near)
}

/** The policy for a number of units that nobody gives, and its bounds; undefined where the length stays open. */
export function vague(words: string, unit: Unit, scene: Scene): { policy: string; bounds?: [number, number] } {
  if (/several/i.test(words)) return { policy: 'several', bounds: boundsIn(scene.policies, 'several', 3, 9) }
  if (/few/i.test(words)) return { policy: 'few', bounds: boundsIn(scene.policies, 'few', 2, 5) }
  if (/recent/i.test(words) && ['day', 'week', 'month'].includes(unit)) {
    const policy = `recent-${unit}s`
    return { policy, bounds: boundsIn(scene.policies, policy, unit === 'day' ? 1 : 2, unit === 'day' ? 7 : 4) }
  }
  return { policy: /recent/i.test(words) ? 'recent-years' : 'plural-unit' }
}

/** The past or next N quarters are whole quarters of the calendar, as figures are reported. */
function quarters(day: number, number: number, ahead: boolean, mod: { mod?: string }): Sense | undefined {
  const [first, last] = [unitAt(day, 'quarter', ahead ? 1 : -number), unitAt(day, 'quarter', ahead ? number : -1)]
  if (!first || !last) return undefined
  const months = `${first.when.start ?? ''} ${last.when.start ?? ''}`.match(/\d{4}-\d{2}/g) ?? []
  const when = { start: months[0] as Edtf, end: months.at(-1) as Edtf }
  return {
    type: number === 1 ? 'DATE' : 'DURATION',
    value: number === 1 ? first.value : lengthOf(number, 'quarter'),
    when,
    known: 'implied',
    policy: ahead ? 'next-unit' : 'last-unit',
    ...mod,
  }
}

function readSpan({ way = '', count, unit: word }: Words, scene: Scene): Sense | undefined {
  const unit = unitOf(word)
  const ahead = /next|coming|ahead|following|to come/i.test(way)
  const number = countOf(count ?? (/s$/i.test(word ?? '') ? undefined : 'one'))
  const value = lengthOf(number, unit)
  const { day } = scene.basis
  if (day === undefined) return undated('DURATION', value, scene)
  const mod = scene.mod ? { mod: scene.mod } : {}
  if (number !== undefined && unit === 'quarter') return quarters(day, number, ahead, mod)
  if (number !== undefined) {
    const far = edge(stepDay(day, ahead ? number : -number, unit), unit)
    const when = ahead ? { start: formatDay(day), end: far } : { start: far, end: formatDay(day) }
    return { type: 'DURATION', value, when, known: 'implied', policy: ahead ? 'next-span' : 'past-span', ...mod }
  }
  const { policy, bounds } = vague(`${way} ${count ?? ''}`, unit, scene)
  const far = bounds && reach(day, bounds, unit, ahead)
  if (ahead) return { type: 'DURATION', value, when: { start: formatDay(day), end: far ?? oneOf(day, undefined) }, known: 'vague', policy, ...mod }
  const end = /recent/i.test(way) ? oneOf(undefined, day) : formatDay(day)
  return { type: 'DURATION', value, when: { ...(far && { start: far }), end }, known: 'vague', policy, ...mod }
}

/** The past, last, next or coming N units, and recent days. */
export const span: Pattern = {
  rule: 'time/en/span',
  on: [
    'the',
    'recent',
    'last',
    'past',
    'next',
    'coming',
    'these',
    'this',
    'previous',
    'following',
    'upcoming',
    'hours',
    'days',
    'weeks',
    'months',
    'years',
    ...NUMBER_STARTS,
  ],
  shape: shape(
    `(?:(?:the |this |these )?(?:(?<count0>${COUNT}) )?(?<way>past|last|next|coming|upcoming|previous|following) (?:(?<count>${COUNT}|${SOME})(?: |-))?(?<unit>${UNIT})|(?:the )?(?<unit3>hours|days|weeks|months|years) (?<way3>ahead|to come)|(?:the )?(?:more |most )?(?<way2>recent) (?<unit2>days|weeks|months|quarters|years|decades|hours)(?: (?:and|or) (?:weeks|months|years))?)`,
  ),
  accepts: ({ way, count, count0, unit: word = '', way2, way3 }, whole, before, after) =>
    (way3 !== undefined && /\bin (?:the )?$/i.test(before) && !/^ of\b/.test(after)) ||
    (count0 !== undefined && /s$/i.test(word)) ||
    way2 !== undefined ||
    count !== undefined ||
    /s$/i.test(word) ||
    (/^the\s/i.test(whole) &&
      (/past|next|coming/i.test(way ?? '') || (/^last$/i.test(way ?? '') && /\b(?:over|in|for|during|within|throughout) $/i.test(before)))),
  read: ({ way, way2, way3, count, count0, unit: word, unit2, unit3 }, scene) =>
    readSpan({ way: way ?? way2 ?? way3, count: count ?? count0, unit: word ?? unit2 ?? unit3 }, scene),
}
