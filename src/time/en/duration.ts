import type { Example } from '#model'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { placeLength, type Length } from './length.ts'
import { COUNT, countOf, lengthOf, NUMBER_STARTS, shape, SOME, SOME_STARTS, UNIT, unitOf } from './words.ts'

export const examples: readonly Example[] = [
  {
    text: 'The road has been shut for nearly ten weeks.',
    list: 'times',
    finds: ['«nearly ten weeks» DURATION P10W LESS_THAN ([2025-03-03..2025-03-09] ; ..) vague'],
  },
  { text: 'They offered a two-month pause.', list: 'times', finds: ['«two-month» DURATION P2M stated'] },
  { text: 'The bakeries have been closed for several days.', list: 'times', finds: ['«several days» DURATION PXD ([2025-05-03..2025-05-09] ; ..) vague'] },
  { text: 'The five-month conflict has cut the rail line.', list: 'times', finds: ['«five-month» DURATION P5M (2024-12~ ; ..) implied'] },
  {
    text: 'It was the first meeting in more than a year.',
    list: 'times',
    finds: ['«more than a year» DURATION P1Y MORE_THAN ([..2024-05-12] ; [..2025-05-12]) implied'],
  },
  { text: 'The hall will open in about two weeks.', list: 'times', finds: ['«about two weeks» DURATION P2W APPROX (2025-05-12 ; 2025-05-26~) implied'] },
  { text: 'They talked for 16 hours.', list: 'times', finds: ['«16 hours» DURATION PT16H ( ; [..2025-05-12]) stated'] },
  { text: 'They talked for an hour on Saturday.', list: 'times', finds: ['«an hour» DURATION PT1H (2025-05-10) stated'] },
  { text: 'Crews will strike for three days starting on Monday.', list: 'times', finds: ['«three days» DURATION P3D (2025-05-12 ; 2025-05-14) implied'] },
  { text: 'The council has two weeks to answer.', list: 'times', finds: ['«two weeks» DURATION P2W (2025-05-12 ; 2025-05-26) implied'] },
  { text: 'The mill added 30 jobs, the most in nine months.', list: 'times', finds: ['«nine months» DURATION P9M (2024-08~ ; [..2025-05-12]) implied'] },
  {
    text: 'It has been six months since the vote. In 13 days taxes go up.',
    list: 'times',
    finds: ['«six months» DURATION P6M (2024-11~ ; ..) implied', '«13 days» DURATION P13D (2025-05-12 ; 2025-05-25) implied'],
  },
  { text: 'The 30-day strike began on 18 March.', list: 'times', finds: ['«30-day» DURATION P30D (2025-03-18 ; 2025-04-16) implied'] },
  { text: 'The gate was shut two weeks before Christmas.', list: 'times', finds: ['«two weeks» DURATION P2W (2024-12-11) implied'] },
  { text: 'She hopes one day to sail.', list: 'times', finds: [] },
  { text: 'He served a day-labourer and a weekly paper, and paid five pounds.', list: 'times', finds: [] },
]

function readLength({ count = '', unit: word, old, long, joined, half }: Words, scene: Scene): Sense {
  const unit = unitOf(word)
  const plain = countOf(count)
  const number = half && plain !== undefined ? plain + 0.5 : plain
  const length: Length = {
    number,
    unit,
    count,
    lasts: old !== undefined || (long !== undefined && (scene.tense.points !== 'ahead' || /\b(?:the|its|their|[’']s) $/.test(scene.lead))),
    joined: joined === '-',
    more: /\bmore\b|\ban additional\b|^another\b|one more/i.test(scene.words) && !/more than/i.test(scene.words),
  }
  return { type: 'DURATION', value: lengthOf(number, unit), ...(scene.mod && { mod: scene.mod }), ...placeLength(length, scene) }
}

/** A length of time: "nearly ten weeks", "two-month", "10-day-old", "hours". */
export const duration: Pattern = {
  rule: 'time/en/duration',
  on: [
    ...NUMBER_STARTS,
    ...SOME_STARTS,
    'days',
    'weeks',
    'months',
    'years',
    'hours',
    'decades',
    'centuries',
    'minutes',
    'yearlong',
    'monthlong',
    'weeklong',
    'daylong',
    'decadelong',
    'all',
    'another',
    'an',
    'one',
  ],
  shape: shape(
    `(?:(?<count>${COUNT}|half an?|${SOME})(?: or more| to ${COUNT})?(?: full| whole| straight| consecutive| long| more| additional)?(?<joined> |-)(?<unit>${UNIT})(?<half> and (?:a )?half)?(?:-(?<long>long))?(?:(?:-| )(?<old>old))?|(?<unit2>days|weeks|months|years|hours|decades|centuries|minutes)(?: or (?:days|weeks|months|years|decades))?|(?<unit3>day|week|month|year|decade)(?<long3>-?long)|(?<all>all|another|an additional|one more) (?<unit4>day|week|weekend|month|year|decade|hour))`,
  ),
  mods: 'length',
  accepts({ count, unit2, unit: word = '', old }, whole, before, after) {
    if (/^(?:some|many|few|a few|several)$/i.test(count ?? '') && !/s$/i.test(word) && !/^several-/i.test(whole)) return false
    if (/^second|^quarter$/i.test(word) && !/^(?:\d|one$)/.test(count ?? '')) return /^(?:seconds|quarters)$/i.test(word) && !/^three$/i.test(count ?? '')
    if (/^\d{4}/.test(count ?? '') && !/s$/i.test(word)) return false
    if (/[$£€\d][,.]?$/.test(before) || /^-\p{L}/u.test(after)) return false
    // The age of a person is no time of anything; that of a conflict is.
    if (
      /\byears?\b/i.test(whole) &&
      (old !== undefined || /^(?:-| )olds?\b/.test(after)) &&
      !/^(?:-| )(?:old )?(?:\p{L}+ )?(?:war|conflict|strike|siege|dispute|crisis|blockade|insurgency|ceasefire|cease-fire|truce|standoff|deal|agreement|accord|embargo|ban|rule)\b/u.test(
        after,
      )
    )
      return false
    if (/three(?:-| )quarters/i.test(whole)) return false
    // "He hopes one day to return": some day, not a length.
    if (
      /^one(?: |\u00A0)day$/i.test(whole) &&
      !/\b(?:for|in|within|after|by|of|than|least|most|just|only|last(?:s|ed)?|took|takes?) $/i.test(before) &&
      !/^ (?:before|after|of|in|earlier|later)\b/.test(after)
    )
      return false
    if (unit2 !== undefined)
      return /\b(?:for|in|within|after|over|last|takes?|took|taken|spent|of)\s+$/i.test(before) || /^\s+(?:before|after|since|of|later|earlier)\b/i.test(after)
    return true
  },
  read: ({ count, unit: word, unit2, unit3, unit4, old, long, long3, joined, half }, scene) =>
    readLength({ joined, half, count: count ?? (unit3 || unit4 ? 'one' : ''), unit: word ?? unit2 ?? unit3 ?? unit4, old, long: long ?? long3 }, scene),
}
