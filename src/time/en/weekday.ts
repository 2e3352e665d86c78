import type { Example } from '#model'
import type { Pattern, Scene } from '../pattern.ts'
import { dayAt, dated, undated, weekdayFrom } from '../reckon.ts'
import { mondayOf, type Day } from '../calendar.ts'
import { AHEAD_OF, MOVED } from './date.ts'
import { partOf, PART } from './part.ts'
import { countOf, isName, shape, WEEKDAY, WEEKDAY_STARTS, weekdayIn } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The envoys met on Friday in the old customs house.', list: 'times', finds: ['«Friday» DATE 2025-05-09 (2025-05-09) implied'] },
  { text: 'Both delegations will meet again on Thursday.', list: 'times', finds: ['«Thursday» DATE 2025-05-15 (2025-05-15) implied'] },
  { text: 'The gates opened late Saturday night.', list: 'times', finds: ['«late Saturday night» TIME 2025-05-10TNI END (2025-05-10) implied'] },
  { text: 'A vote is scheduled for next Tuesday.', list: 'times', finds: ['«next Tuesday» DATE 2025-05-20 (2025-05-20) implied'] },
  { text: 'They met last Sunday.', list: 'times', finds: ['«last Sunday» DATE 2025-05-04 (2025-05-04) implied'] },
  { text: 'Oil rose ahead of Wednesday’s meeting.', list: 'times', finds: ['«Wednesday» DATE 2025-05-14 (2025-05-14) implied'] },
  { text: 'The envoy spoke, saying on Sunday that he would stay.', list: 'times', finds: ['«Sunday» DATE 2025-05-11 (2025-05-11) implied'] },
  {
    text: 'They met two Sundays ago and on the Friday before last.',
    list: 'times',
    finds: ['«two Sundays ago» DATE 2025-05-04 (2025-05-04) implied', '«the Friday before last» DATE 2025-05-02 (2025-05-02) implied'],
  },
  { text: 'The band Black Sabbath Friday is not a day, nor is Sunderland sunny.', list: 'times', finds: ['«Friday» DATE 2025-05-09 (2025-05-09) implied'] },
  { text: 'The sun sat low over Monaco.', list: 'times', finds: [] },
]

function dayFor(weekday: number, shift: string | undefined, scene: Scene, from: Day): [Day, string] {
  const { told, lead, span } = scene
  // "From Monday to Friday": the second is the next one after the first.
  if (
    shift === undefined &&
    told?.rule === 'time/en/weekday' &&
    told.grain === 'day' &&
    span[0] - told.span[1] < 12 &&
    /(?: to| through| until| till|[-–]) ?$/.test(lead)
  )
    return [weekdayFrom(told.first, weekday, true, false), 'on-from']
  const week = mondayOf(from) + weekday - 1
  if (shift === 'this') return [week, 'this-unit']
  if (shift === 'next' || shift === 'following') return [weekdayFrom(mondayOf(from) + 6, weekday, true, false), 'next-unit']
  // "The previous Friday" counts from a day told just before.
  if (shift === 'previous' && told?.grain === 'day' && /^the/i.test(scene.words) && span[0] - told.span[1] < 120)
    return [weekdayFrom(told.first, weekday, false, false), 'on-from']
  if (shift === 'last' || shift === 'past' || shift === 'previous') {
    const latest = weekdayFrom(from, weekday, false, false)
    // Nobody calls yesterday "last Wednesday": it is the one before.
    return [latest === from - 1 ? latest - 7 : latest, 'last-unit']
  }
  const due = /\b(?:until|till|by|no later than)(?: on| at least)? $/.test(scene.lead) && !scene.tense.past
  if (shift === 'coming') return [weekdayFrom(from, weekday, true, false), 'weekday-ahead']
  if (due || AHEAD_OF.test(scene.lead) || MOVED.test(scene.lead) || scene.tense.points === 'ahead') return [weekdayFrom(from, weekday, true), 'weekday-ahead']
  return [weekdayFrom(from, weekday, false), 'weekday-past']
}

/** So many such weekdays back, or the one before last: "two Sundays ago", "the Friday before last". */
export const weekdaysAgo: Pattern = {
  rule: 'time/en/weekday',
  on: ['the', 'two', 'three', 'four', 'a', ...WEEKDAY_STARTS],
  shape: shape(
    '(?:(?<count>two|three|four) (?<weekday>Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays) ago|(?:the )?(?<weekday2>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) before last)',
  ),
  read({ count, weekday: word, weekday2 }, scene) {
    const { day } = scene.basis
    const nth = weekdayIn(word ?? weekday2)
    if (day === undefined) return undated('DATE', `XXXX-WXX-${String(nth)}`, scene)
    const back = (countOf(count) ?? 2) - 1
    return dated(dayAt(weekdayFrom(day, nth, false, false) - 7 * back), { known: 'implied', policy: 'ago' }, scene)
  },
}

/** A weekday: the latest one, or the next where tense or words point ahead. */
export const weekday: Pattern = {
  rule: 'time/en/weekday',
  on: [...WEEKDAY_STARTS, 'last', 'next', 'this', 'past', 'coming', 'previous', 'following', 'the'],
  shape: shape(`(?:the )?(?:(?<shift>last|next|this|past|coming|previous|following) )?(?<weekday>${WEEKDAY})(?: ${PART})?`),
  mods: 'date',
  accepts({ weekday: word = '' }, whole, before, after) {
    if (/^following /i.test(whole) && !/\bon $/i.test(before)) return false
    if (!isName(word) || /^the\s+\S+$/i.test(whole)) return false
    // "Sun" and "Sat" alone are a star and a verb: a short form needs a full stop or a preposition.
    return word.length > 5 || /\.$/.test(word) || (/\bon $/.test(before) && !/^[’']s|^ [A-Z]/.test(after))
  },
  read({ weekday: word, shift, part }, scene) {
    const { day } = scene.basis
    // "On Friday mornings" is a habit.
    if (part && /s$/i.test(part)) return { type: 'SET', value: `XXXX-WXX-${String(weekdayIn(word))}T${partOf(part)}`, known: 'stated', anchor: 'none' }
    if (day === undefined) return undated('DATE', `XXXX-WXX-${String(weekdayIn(word))}`, scene)
    const [on, policy] = dayFor(weekdayIn(word), shift?.toLowerCase(), scene, day)
    const stretch = dayAt(on)
    if (part) return dated({ ...stretch, value: `${stretch.value}T${partOf(part)}` }, { known: 'implied', policy }, scene, 'TIME')
    return dated(stretch, { known: 'implied', policy }, scene)
  },
}
