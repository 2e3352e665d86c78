import type { Example, When } from '#model'
import { civilOf, formatDay, parseDay, weekdayOf, type Day } from '../calendar.ts'
import { FEASTS, type Feast } from '../feast.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { dated, undated, unitAt } from '../reckon.ts'
import { shape, YEAR } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'Shops were shut on Easter Monday.', list: 'times', finds: ['«Easter Monday» DATE 2025-04-21 (2025-04-21) implied'] },
  { text: 'The truce will hold until Christmas.', list: 'times', finds: ['«Christmas» DATE 2025-12-25 ( ; 2025-12-25) implied'] },
  { text: 'A pause was agreed for Ramadan 2024.', list: 'times', finds: ['«Ramadan 2024» DATE 2024-03-11 (2024-03-11 ; 2024-04-08) stated'] },
  {
    text: 'They met on Yom Kippur, and again at Passover.',
    list: 'times',
    finds: ['«Yom Kippur» DATE 2024-10-12 (2024-10-12) implied', '«Passover» DATE 2025-04-13 (2025-04-13 ; 2025-04-19) implied'],
  },
  { text: 'Crews walked out over the Easter weekend.', list: 'times', finds: ['«Easter weekend» DATE 2025-W16-WE ([2025-04-19..2025-04-20]) implied'] },
  { text: 'During Ramadan 2024 the guns were silent.', list: 'times', finds: ['«Ramadan 2024» DATE 2024-03-11 (2024-03-11 ; 2024-04-08) stated'] },
  { text: 'The Easter Road ground lies on Christmas Island.', list: 'times', finds: [] },
]

const BY_NAME = new Map(FEASTS.flatMap(feast => feast.names.map(name => [name.toLowerCase(), feast] as const)))
/** Names that mean nothing else, even without their capital. */
const PLAIN = /^(?:christmas|easter|ramadan|thanksgiving|halloween|hanukkah|passover|eid al.|yom kippur|rosh hashanah?|new year['’]s|good friday|black friday)/i
/** Words that begin a sentence before a feast. */
const LEADS = /\b(?:During|On|Before|After|Since|Until|By|In|At|For|From|This|Last|Next|Over|Around|Every|The|And|But) $/
const NAMES = [...BY_NAME.keys()].sort((a, b) => b.length - a.length)

/** The year that the text names for it, in history or near by. */
function namedYear({ named, history }: Scene): Scene['named'] {
  return named && (history || named.near) ? named : undefined
}

/** The year whose feast is meant: named, else the latest one begun, or the next where tense or words point ahead. */
function yearOf(feast: Feast, { shift, year }: Words, scene: Scene, day: Day | undefined): number | undefined {
  if (year) return Number(year)
  const named = namedYear(scene)
  if (named) return named.year
  if (day === undefined) return undefined
  const now = civilOf(day).year
  const low = shift?.toLowerCase()
  if (low === 'this') return now
  const begun = [now, now - 1].find(one => (feast.in(one) ?? Infinity) <= day) ?? now
  const ends = (feast.in(begun) ?? day) + feast.days - 1
  const ahead =
    low === 'next' || (low !== 'last' && (scene.tense.points === 'ahead' || (/\b(?:until|till|by|before|ahead of) $/.test(scene.lead) && !scene.tense.past)))
  if (!ahead) return low === 'last' && begun === now && ends >= day ? begun - 1 : begun
  return ends >= day && low !== 'next' ? begun : begun + 1
}

/** The weekend of a feast: the one that it falls in or on the Monday after. */
function readWeekend(sense: Sense): Sense {
  const day = parseDay(sense.value)
  const weekend = day === undefined ? undefined : unitAt(day, 'weekend', weekdayOf(day) === 1 ? -1 : 0)
  return weekend ? { ...sense, ...weekend } : sense
}

function readFeast(words: Words, scene: Scene): Sense | undefined {
  const feast = BY_NAME.get((words['name'] ?? '').toLowerCase().replace(/[ \u00A0]+/g, ' '))
  if (!feast) return undefined
  const { day } = scene.basis
  const year = yearOf(feast, words, scene, day)
  const first = year === undefined ? undefined : feast.in(year)
  if (first === undefined) return undated('DATE', 'XXXX-XX-XX', scene)
  const when: When = { start: formatDay(first), ...(feast.days > 1 && { end: formatDay(first + feast.days - 1) }) }
  const named = namedYear(scene)
  const implied = named ? ({ known: 'implied', policy: 'year-named', anchor: named.id } as const) : ({ known: 'implied', policy: 'holiday' } as const)
  return dated({ value: formatDay(first), when }, words['year'] === undefined ? implied : { known: 'stated', anchor: 'none' }, scene)
}

/** A feast or holiday, with or without its year. */
export const holiday: Pattern = {
  rule: 'time/en/holiday',
  on: ['last', 'this', 'next', 'the', 'weekend', ...new Set(NAMES.map(name => /[\p{L}\p{N}]+/u.exec(name)?.[0] ?? ''))],
  shape: shape(
    `(?:(?<shift>last|this|next) |(?<weekend2>(?:the )?weekend of ))?(?<name>${NAMES.map(name => name.replaceAll('.', '\\.')).join('|')})(?:(?:,| of)? (?<year>${YEAR}))?(?<weekend> weekend)?`,
  ),
  mods: 'date',
  accepts: ({ name = '' }, _whole, before, after) =>
    (/^[A-Z]/.test(name) || PLAIN.test(name)) && !/^(?:-| [A-Z]|[’']s )/.test(after) && (!/[A-Z]\w+ $/.test(before) || LEADS.test(before)),
  read({ weekend, weekend2, ...words }, scene) {
    const sense = readFeast(words, scene)
    return sense && (weekend ?? weekend2) ? readWeekend(sense) : sense
  },
}
