const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const TOTAL = /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) rounds? of\b/i
const ORDINAL = /\b(?:(\d{1,2})(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)) (?:round|meeting|session)\b/i

/** How many rounds of talks words tell, and which one: "after two rounds of talks", "the third round". */
export function roundsOf(words: string): { rounds?: { total?: number; ordinal?: number } } {
  const total = TOTAL.exec(words)?.[1]?.toLowerCase()
  const [, digits, word] = ORDINAL.exec(words) ?? []
  const ordinal = digits ? Number(digits) : word ? ORDINALS.indexOf(word.toLowerCase()) : undefined
  if (total === undefined && ordinal === undefined) return {}
  const count = total === undefined ? undefined : NUMBERS.includes(total) ? NUMBERS.indexOf(total) : Number(total)
  return { rounds: { ...(count !== undefined && { total: count }), ...(ordinal !== undefined && { ordinal }) } }
}
