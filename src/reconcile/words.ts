/** A word of a text: where it stands and its lower-case form. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly form: string
}

const LETTER = 1
const DIGIT = 2
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)))

function kindOf(char: string): number {
  return /\p{L}/u.test(char) ? LETTER : /\p{N}/u.test(char) ? DIGIT : 0
}

/** Whether a letter or a digit stands at `at`: LETTER, DIGIT or 0. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 128 ? (KINDS[code] ?? 0) : at < text.length ? kindOf(String.fromCodePoint(text.codePointAt(at) ?? code)) : 0
}

/** Code units of the character at `at`. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

const CURLED = '’'

/** The end of the word that begins at `at`: letters and digits, then once an apostrophe with letters. */
function endOfWord(text: string, at: number): number {
  let end = at
  while (kindAt(text, end) !== 0) end += widthAt(text, end)
  const mark = text.charAt(end)
  if ((mark !== "'" && mark !== CURLED) || kindAt(text, end + 1) !== LETTER) return end
  end++
  while (kindAt(text, end) === LETTER) end += widthAt(text, end)
  return end
}

/** The words of a text in order, with their offsets moved by `shift`; marks and white space are left out. */
export function readWords(text: string, shift = 0): Word[] {
  const words: Word[] = []
  for (let at = 0; at < text.length;) {
    if (kindAt(text, at) === 0) {
      at += widthAt(text, at)
      continue
    }
    const end = endOfWord(text, at)
    const form = text.slice(at, end).toLowerCase()
    words.push({ start: shift + at, end: shift + end, form: form.includes(CURLED) ? form.replaceAll(CURLED, "'") : form })
    at = end
  }
  return words
}

/** A 32-bit hash of a string (FNV-1a), the same on every machine. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return mix(hash)
}

/** Spreads the bits of a number, so that neighbours land far apart. */
export function mix(number: number): number {
  let hash = number ^ (number >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
