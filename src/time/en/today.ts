import type { Example } from '#model'
import type { Pattern, Sense } from '../pattern.ts'
import { dated, dayAt, undated } from '../reckon.ts'
import { PART, partOf } from './part.ts'
import { shape } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The council sat today.', list: 'times', finds: ['«today» DATE 2025-05-12 (2025-05-12) implied'] },
  {
    text: 'The bridge was shelled yesterday morning and again last night.',
    list: 'times',
    finds: ['«yesterday morning» TIME 2025-05-11TMO (2025-05-11) implied', '«last night» TIME 2025-05-11TNI (2025-05-11) implied'],
  },
  { text: 'The paper Todayland and its rival Harbour Today are printed at nightfall, and that will not change overnight.', list: 'times', finds: [] },
]

const SHIFTS: Record<string, number> = { yesterday: -1, tomorrow: 1, last: -1 }

/** Yesterday, today, tomorrow, tonight, this morning, last night. */
export const today: Pattern = {
  rule: 'time/en/today',
  on: ['mid', 'midmorning', 'midafternoon', 'midday', 'noon', 'today', 'yesterday', 'tomorrow', 'tonight', 'this', 'last', 'overnight'],
  shape: shape(
    `(?:(?<lead>mid(?:-| )?(?:morning|afternoon)|midday|noon) )?(?<day>today|yesterday|tomorrow|tonight|overnight|this(?= (?:morning|afternoon|evening|night))|last(?= (?:night|evening)))(?: ${PART})?`,
  ),
  mods: 'date',
  // "Harbour Today said": a paper's name; at the end of a line it is a headline's day.
  accepts: (_words, whole, before, after) =>
    // "Will not change overnight": at once, not in one night.
    !(/^overnight$/i.test(whole) && (/(?:\bnot|n[’']t|\bnever|\bcannot)(?: \p{L}+){0,2} $/iu.test(before) || (/^O/.test(whole) && /^ [A-Z]/.test(after)))) &&
    (!/^[A-Z]/.test(whole) || !/(?:^|[\s“"])[A-Z]\p{L}+\s$/u.test(before) || (/^\s*(?:\n|$)/.test(after) && !/^[A-Z]{2}/.test(whole))),
  read({ day: word = '', part: tail, lead }, scene): Sense {
    const part = tail ?? lead?.replace(/^mid(?:-| )?(?=[ma])/i, '')
    const low = word.toLowerCase()
    const code = part ? partOf(part) : low === 'tonight' || low === 'overnight' ? 'NI' : undefined
    const type = code ? 'TIME' : 'DATE'
    const { day, exact } = scene.basis
    if (day === undefined) return undated(type, code ? `XXXX-XX-XXT${code}` : 'PRESENT_REF', scene)
    const on = dayAt(day + (SHIFTS[low] ?? 0))
    const value = code ? `${on.value}T${code}` : on.value
    return dated({ ...on, value }, { known: 'implied', policy: exact ? 'day-of' : 'undated-utterance' }, scene, type)
  },
}
