import type { Example } from '#model'
import { civilOf, formatDate, formatDay, shortYear } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { boundsIn } from '../policy.ts'
import { dated, monthAt, monthDays, type Stretch } from '../reckon.ts'
import { yearFor } from './date.ts'
import { isName, MONTH, MONTH_STARTS, monthOf, shape, YEAR } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The siege began in March.', list: 'times', finds: ['«March» DATE 2025-03 (2025-03) implied'] },
  { text: 'Elections will be held in September.', list: 'times', finds: ['«September» DATE 2025-09 (2025-09) implied'] },
  { text: 'The pact of January 2009 lapsed.', list: 'times', finds: ['«January 2009» DATE 2009-01 (2009-01) stated'] },
  { text: 'Nobody has crossed since mid-April.', list: 'times', finds: ['«mid-April» DATE 2025-04 MID ([2025-04-11..2025-04-20] ; ..) implied'] },
  { text: 'The mine shut in June last year.', list: 'times', finds: ['«June last year» DATE 2024-06 (2024-06) implied'] },
  { text: 'Oil rose ahead of June’s meeting.', list: 'times', finds: ['«June» DATE 2025-06 (2025-06) implied'] },
  { text: 'The pact of April ’87 lapsed.', list: 'times', finds: ['«April ’87» DATE 1987-04 (1987-04) stated'] },
  { text: 'They march in May Day parades, and may stay; Marchers left.', list: 'times', finds: [] },
]

const THIRDS: Record<string, [policy: string, low: number, high: number]> = { START: ['early', 1, 10], MID: ['mid', 11, 20], END: ['late', 21, 31] }

function third(year: number, month: number, scene: Scene): Stretch {
  const stretch = monthAt(year, month)
  const found = THIRDS[scene.mod ?? '']
  if (!found) return stretch
  const [low, high] = boundsIn(scene.policies, ...found)
  const [first, last] = monthDays(year, month)
  return { ...stretch, when: { start: `[${formatDay(first + low - 1)}..${formatDay(Math.min(last, first + high - 1))}]` as never } }
}

const YEARS: Record<string, number> = { last: -1, previous: -1, next: 1, following: 1 }

function readMonth({ month: word, year, shift, way }: Words, scene: Scene): Sense | undefined {
  const month = monthOf(word)
  if (year) return dated(third(Number(year), month, scene), { known: 'stated', anchor: 'none' }, scene)
  const { day } = scene.basis
  const from = /^th/i.test(way ?? '') && !/^this/i.test(way ?? '') ? (scene.told?.first ?? day) : day
  if (way && from !== undefined) {
    const step = YEARS[way.toLowerCase().replace('the ', '')] ?? 0
    const rest =
      from === day || !scene.told
        ? ({ policy: step < 0 ? 'last-unit' : step > 0 ? 'next-unit' : 'this-unit' } as const)
        : ({ policy: 'on-from', anchor: scene.told.id } as const)
    return dated(third(civilOf(from).year + step, month, scene), { known: 'implied', ...rest }, scene)
  }
  if (shift && day !== undefined) {
    const now = civilOf(day)
    const low = shift.toLowerCase()
    const step = low === 'last' ? (month < now.month ? 0 : -1) : low === 'this' ? 0 : month > now.month ? 0 : 1
    return dated(third(now.year + step, month, scene), { known: 'implied', policy: `${low}-unit` }, scene)
  }
  const found = yearFor(month, undefined, scene)
  if (!found) return { type: 'DATE', value: `XXXX-${formatDate(2000, month).slice(5)}`, known: 'vague', anchor: 'none', policy: 'undated' }
  const { year: named, ...rest } = found
  return dated(third(named, month, scene), { known: 'implied', ...rest }, scene)
}

const SURE = /^(?:in|since|until|till|by|of|from|during|after|before|through|to|and|or|between|last|next|this|early|late|mid|late in|early in|for)$/

/** A month, with or without its year. */
export const month: Pattern = {
  rule: 'time/en/month',
  on: [...MONTH_STARTS, 'last', 'next', 'this'],
  shape: shape(
    `(?:(?<shift>last|next|this) )?(?<month>${MONTH})(?:(?:,|,? of| in|-)? (?<year>${YEAR})(?!,\\d)|(?:-|/)(?<year2>${YEAR})| (?:of )?[’‘'](?<short>\\d{2})(?!\\d)|,?(?: of)? (?<way>last|this|next|the previous|the following|that) year)?`,
  ),
  mods: 'date',
  accepts({ month: word = '', year: first, year2, shift, way, short }, _whole, before, after) {
    const year = first ?? year2 ?? way ?? short
    if (!(isName(word) || (year !== undefined && word.length > 3)) || /[$#@]$/.test(before) || /^[’']?\s?[A-Z][a-z]/.test(after) || /^-\d/.test(after))
      return false
    if (year || shift || !/^(?:May|March|Mar|Jan|Jun|Apr|Dec|Sep|Oct|Nov|Feb|Aug|Jul|Sept|April|June|August)$/.test(word)) return true
    // "a June truce": between an article and a small word the short names are months too.
    if (/(?:^|[\s“"])(?:a|an|the)\s$/i.test(before) && /^\s\p{Ll}/u.test(after)) return true
    return SURE.test(/(\S+)[ -]$/.exec(before)?.[1]?.toLowerCase() ?? '') || (word.length > 4 && !/(?:^|[^\p{L}])(?!(?:A|The|An) $)[A-Z]\S*\s$/u.test(before))
  },
  read: ({ year, year2, short, ...words }, scene) =>
    readMonth({ ...words, year: year ?? year2 ?? (short && String(shortYear(short, scene.basis.day))) }, scene),
}
