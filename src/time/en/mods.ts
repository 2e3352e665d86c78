/** Words before an expression that belong to it, with their TIMEX3 mod. */
const DATE: readonly (readonly [words: RegExp, mod: string])[] = [
  [/(?:the )?(?:start|beginning|opening days) of (?:the )?$/i, 'START'],
  [/(?:the )?(?:middle) of (?:the )?$/i, 'MID'],
  [/(?:midway|halfway) through (?:the )?$/i, 'MID'],
  [/(?:the )?(?:very )?(?:end|close) of (?:the )?$/i, 'END'],
  [/(?:the )?mid-? ?$/i, 'MID'],
  [/(?:the )?(?:very )?(?:early|earlier)(?: on| in| on in)? (?:the )?$/i, 'START'],
  [/(?:the )?(?:very )?(?:late|later)(?: on| in)? (?:the )?$/i, 'END'],
]
const LENGTH: readonly (readonly [words: RegExp, mod: string])[] = [
  [/(?:nearly|almost|just under|close to) (?:an? )?$/i, 'LESS_THAN'],
  [/(?:less|fewer) than $/i, 'LESS_THAN'],
  // "Over ten years" alone is a stretch, not more than it.
  [
    /(?:more than|well over|just over|(?<=(?:^|[\s,(])(?:for|in|after|of|by|last|lasted|lasting|nearly|from|or|the|a|took|been|is|was|have|has|had|spent) )over|^over) $/i,
    'MORE_THAN',
  ],
  [/(?:at least|no less than|no fewer than) $/i, 'EQUAL_OR_MORE'],
  [/(?:at most|up to|as many as|no more than) $/i, 'EQUAL_OR_LESS'],
  [/(?:about|around|roughly|approximately|some) $/i, 'APPROX'],
]

/** The words directly before that belong to the expression: how long they are, and the mod they give. */
export function modBefore(before: string, kind: 'date' | 'length'): { length: number; mod: string } | undefined {
  const last = before.charCodeAt(before.length - 1)
  if (last !== 32 && last !== 45 && last !== 160) return undefined
  for (const [words, mod] of kind === 'date' ? DATE : LENGTH) {
    const match = words.exec(before)
    if (match && !/[\p{L}\p{N}]/u.test(before[match.index - 1] ?? ' ')) return { length: match[0].length, mod }
  }
  return undefined
}
