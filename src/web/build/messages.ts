import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'
import { checkWords, readWords } from './check.ts'

const PREFIX = 'virtual:words/'
const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  d: 'ð',
  e: 'ê',
  g: 'ĝ',
  i: 'í',
  l: 'ļ',
  n: 'ñ',
  o: 'ö',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ü',
  w: 'ŵ',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ø',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Û',
  W: 'Ŵ',
  Y: 'Ý',
}

/** The pseudo-locale: every letter accented and every literal a third longer, so that what is not a message or does not fit shows. */
function accent(text: string): string {
  const words = [...text].map(letter => ACCENTS[letter] ?? letter).join('')
  return text.trim().length > 3 ? `${words}${'·'.repeat(Math.ceil(text.trim().length / 3))}` : words
}

function accentAll(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.map(one => {
    if (one.type === 0) return { ...one, value: accent(one.value) }
    if (one.type === 8) return { ...one, children: accentAll(one.children) }
    if (one.type !== 5 && one.type !== 6) return one
    const options = Object.fromEntries(Object.entries(one.options).map(([name, option]) => [name, { ...option, value: accentAll(option.value) }]))
    return { ...one, options } as MessageFormatElement
  })
}

/** A message as the browser gets it: plain words, or the parsed message. */
function compile(message: string, pseudo: boolean): string | MessageFormatElement[] {
  const parsed = parse(message, { captureLocation: false })
  const elements = pseudo ? accentAll(parsed) : parsed
  const [first] = elements
  return elements.length === 1 && first?.type === 0 ? first.value : elements
}

/** Serves `virtual:words/LANGUAGE` as compiled messages, and fails the build where one is missing or unused. */
export function messages(): Plugin {
  return {
    name: 'parley-messages',
    buildStart() {
      const wrong = checkWords()
      if (wrong.length > 0) this.error(`Messages of the desk:\n${wrong.join('\n')}`)
    },
    resolveId: id => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined
      const language = id.slice(PREFIX.length + 1)
      const pseudo = language === 'en-XA'
      const words = Object.entries(readWords(pseudo ? 'en' : language)).map(([key, message]) => [key, compile(message, pseudo)])
      return `export default ${JSON.stringify(Object.fromEntries(words))}`
    },
  }
}
