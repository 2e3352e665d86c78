import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type english from '../words/en.json'

/** The key of a message. */
export type Key = keyof typeof english
type Values = Readonly<Record<string, PrimitiveType>>
type Compiled = Readonly<Record<string, string | MessageFormatElement[]>>

/** The languages of the desk, by their own names. `en-XA` is the pseudo-locale, for finding what is not a message. */
export const TONGUES = { en: 'English', ar: 'العربية', 'en-XA': '[Þšéûðö]' } as const
export type Tongue = keyof typeof TONGUES

const LOAD: Record<Tongue, () => Promise<{ default: Compiled }>> = {
  en: () => import('virtual:words/en'),
  ar: () => import('virtual:words/ar'),
  'en-XA': () => import('virtual:words/en-XA'),
}

const state = $state<{ tongue: Tongue; words: Compiled }>({ tongue: 'en', words: {} })
const formats = new Map<string, IntlMessageFormat>()

function wanted(): Tongue {
  const asked = new URL(location.href).searchParams.get('lang') ?? localStorage.getItem('lang') ?? navigator.language.slice(0, 2)
  return asked in TONGUES ? (asked as Tongue) : 'en'
}

/** Loads the messages of the language asked for in the address, else chosen before, else the browser's. */
export async function loadWords(tongue: Tongue = wanted()): Promise<void> {
  const { default: words } = await LOAD[tongue]()
  formats.clear()
  state.words = words
  state.tongue = tongue
  document.documentElement.lang = tongue
  document.documentElement.dir = tongue === 'ar' ? 'rtl' : 'ltr'
}

/** Chooses the language of the desk and remembers it. */
export async function speak(tongue: Tongue): Promise<void> {
  localStorage.setItem('lang', tongue)
  await loadWords(tongue)
}

/** The language in use, for dates and numbers. */
export function tongue(): Tongue {
  return state.tongue
}

function formatOf(key: string): string | IntlMessageFormat {
  const words = state.words[key]
  if (words === undefined) return key
  if (typeof words === 'string') return words
  let format = formats.get(key)
  if (!format) {
    format = new IntlMessageFormat(words, state.tongue)
    formats.set(key, format)
  }
  return format
}

/** A message in the language in use. */
export function say(key: Key, values: Values = {}): string {
  const format = formatOf(key)
  return typeof format === 'string' ? format : String(format.format(values))
}

/** A part of a message: words, or words that carry a tag of the message. */
export type Part = string | { readonly tag: string; readonly text: string }

/** A message with tags, cut into parts; `tags` are the names of its tags. */
export function sayParts(key: Key, values: Values, tags: readonly string[]): Part[] {
  const format = formatOf(key)
  if (typeof format === 'string') return [format]
  const marks = Object.fromEntries(tags.map(tag => [tag, (chunks: unknown[]) => ({ tag, text: chunks.join('') })]))
  const made = format.format<Part>({ ...values, ...marks } as never) as Part | Part[]
  return Array.isArray(made) ? made : [made]
}

/** The word of a code from one of the families (`issue`, `act`, `stance` …); codes without a word stand as they are. */
export function term(family: string, code: string): string {
  const key = `${family}.${code}`
  if (key in state.words) return say(key as Key)
  return code.replace(/^own:/, '').replaceAll(/[-_]/g, ' ').toLowerCase()
}

/** A number in the language in use. */
export function count(number: number): string {
  return new Intl.NumberFormat(state.tongue).format(number)
}

/** Several names as a list in words. */
export function together(names: readonly string[]): string {
  return new Intl.ListFormat(state.tongue, { type: 'conjunction' }).format(names)
}
