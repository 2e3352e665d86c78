import type { Edtf, Example } from '#model'
import { civilOf, formatDate } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { dated, undated, type Stretch } from '../reckon.ts'
import { shape, YEAR } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The talks broke down last fall.', list: 'times', finds: ['«last fall» DATE 2024-FA ([2024-09..2024-11]) implied'] },
  { text: 'They will meet in the summer of 2026.', list: 'times', finds: ['«the summer of 2026» DATE 2026-SU ([2026-06..2026-08]) stated'] },
  { text: 'The fall of the town put a spring in his step.', list: 'times', finds: [] },
]

const SEASONS: Record<string, [code: string, first: number]> = { spring: ['SP', 3], summer: ['SU', 6], fall: ['FA', 9], autumn: ['FA', 9], winter: ['WI', 12] }

function seasonAt(year: number, [code, first]: [string, number]): Stretch {
  const last = first === 12 ? formatDate(year + 1, 2) : formatDate(year, first + 2)
  return { value: `${formatDate(year)}-${code}`, when: { start: `[${formatDate(year, first)}..${last}]` as Edtf } }
}

function readSeason({ season = '', year, shift }: Words, scene: Scene): Sense | undefined {
  const kind = SEASONS[season.toLowerCase()] ?? (['SU', 6] as [string, number])
  if (year) return dated(seasonAt(Number(year), kind), { known: 'stated', anchor: 'none' }, scene)
  if (scene.named && (scene.history || scene.named.near))
    return dated(seasonAt(scene.named.year, kind), { known: 'implied', anchor: scene.named.id, policy: 'year-named' }, scene)
  const { day } = scene.basis
  if (day === undefined) return undated('DATE', `XXXX-${kind[0]}`, scene)
  const { year: now, month } = civilOf(day)
  const low = shift?.toLowerCase()
  // A winter that began in December still goes on in January and February.
  const begun = kind[1] <= month
  const ended = kind[1] + 2 < month
  const step =
    low === 'this'
      ? kind[1] === 12 && month < 3
        ? -1
        : 0
      : low === 'next' || (scene.tense.points === 'ahead' && low !== 'last')
        ? begun && (ended || low === 'next')
          ? 1
          : 0
        : begun && (low !== 'last' || ended)
          ? 0
          : -1
  return dated(seasonAt(now + step, kind), { known: 'implied', policy: 'season' }, scene)
}

/** A season, with or without a year. */
export const season: Pattern = {
  rule: 'time/en/season',
  on: ['the', 'this', 'last', 'next', 'spring', 'summer', 'fall', 'autumn', 'winter'],
  shape: shape(`(?:the |(?<shift>this past|this|last|next) )?(?<season>spring|summer|fall|autumn|winter)(?:(?: of|,)? (?<year>${YEAR}))?`),
  mods: 'date',
  accepts({ season: word = '', year, shift }, whole, before, after) {
    if (year || shift) return true
    const low = word.toLowerCase()
    if (/^[A-Z]/.test(word) || /^(?:-| (?:of|in|camp|school|olympics|games|house|break))\b/i.test(after) || low === 'fall' || low === 'spring')
      return low !== 'fall' && low !== 'spring'
        ? false
        : /\b(?:in|since|until|by|during|early|late|of) $/i.test(before) && /^the /i.test(whole) && !/^ (?:of|in)\b/.test(after)
    return /\b(?:in|since|until|by|during|over|early|late|mid|of|through|into|after|before|last|this) (?:the )?$/i.test(before) || /^the /i.test(whole)
  },
  read: readSeason,
}
