import { formOf, type Form } from './form.ts'

/** A word of a text: where it stands, and its form with what is asked of it. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly form: string
  readonly as: Form
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
    const as = formOf(text.slice(at, end))
    words.push({ start: shift + at, end: shift + end, form: as.form, as })
    at = end
  }
  return words
}
