/** Parts of the day: their words and TIMEX3 codes. */
const CODES: readonly (readonly [start: string, code: string])[] = [
  ['morning', 'MO'], ['dawn', 'MO'], ['afternoon', 'AF'], ['evening', 'EV'], ['dusk', 'EV'], ['night', 'NI'], ['overnight', 'NI'], ['lunch', 'MI'], ['midday', 'MI'],
]

/** A part of the day, in the group `part`. */
export const PART = '(?<part>mornings?|afternoons?|evenings?|nights?|lunchtime)'

/** 'MO', 'AF', 'EV', 'NI', 'MI' for the words of a part of the day. */
export function partOf(word: string): string {
  const low = word.toLowerCase()
  return CODES.find(([start]) => low.startsWith(start))?.[1] ?? 'DT'
}
