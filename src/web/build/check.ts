import { readdirSync, readFileSync } from 'node:fs'
import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'

/** The messages of one language by key, in ICU MessageFormat. */
export type Words = Readonly<Record<string, string>>

const web = new URL('../', import.meta.url)

/** The languages whose messages are written by people; English is the one that the others are held against. */
export const LANGUAGES = ['en', 'ar'] as const

/** The messages of a language as its file has them. */
export function readWords(language: string): Words {
  return JSON.parse(readFileSync(new URL(`words/${language}.json`, web), 'utf8')) as Words
}

/** The source of every page, part and module of the desk, by file name. */
function readSources(): Map<string, string> {
  const names = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(name => /\.(svelte|ts)$/.test(name) && !name.startsWith('build/'))
  return new Map(names.map(name => [name, readFileSync(new URL(name, web), 'utf8')]))
}

const KEY = /\bsay\(\s*'([^'\n]+)'|<Say\s+id="([^"\n]+)"|\bname:\s*'([^'\n]+\.[^'\n]+)'/g
const FAMILY = /\bterm\(\s*'([^'\n]+)'/g
const FAMILIES = /\bFAMILIES = \[([^\]]+)\]/g

/** The keys that the sources name, and the families (`term('issue', code)`) of which every key counts as used. */
export function usedKeys(sources = readSources()): { keys: Set<string>; families: Set<string> } {
  const keys = new Set<string>()
  const families = new Set<string>()
  for (const source of sources.values()) {
    for (const found of source.matchAll(KEY)) keys.add(found[1] ?? found[2] ?? found[3] ?? '')
    for (const found of source.matchAll(FAMILY)) families.add(found[1] ?? '')
    for (const found of source.matchAll(FAMILIES)) for (const name of found[1]?.match(/[a-z]+/g) ?? []) families.add(name)
  }
  return { keys, families }
}

function variables(elements: readonly MessageFormatElement[], found = new Set<string>()): Set<string> {
  for (const one of elements) {
    if (one.type !== 0 && one.type !== 7) found.add(one.value)
    if ('options' in one) for (const option of Object.values(one.options)) variables(option.value, found)
    if ('children' in one) variables(one.children, found)
  }
  return found
}

/** What is wrong with the messages: missing, unused, unreadable, or with other variables than the English ones. Empty where all is well. */
export function checkWords(): string[] {
  const { keys, families } = usedKeys()
  const english = readWords('en')
  const wrong = [...keys].filter(key => !(key in english)).map(key => `missing in en.json: ${key}`)
  for (const key of Object.keys(english)) {
    if (!keys.has(key) && !families.has(key.split('.')[0] ?? '')) wrong.push(`unused in en.json: ${key}`)
  }
  for (const language of LANGUAGES.filter(one => one !== 'en')) wrong.push(...compare(english, readWords(language), language))
  return wrong
}

function compare(english: Words, other: Words, language: string): string[] {
  const wrong = Object.keys(other)
    .filter(key => !(key in english))
    .map(key => `unknown in ${language}.json: ${key}`)
  for (const [key, message] of Object.entries(english)) {
    const words = other[key]
    if (words === undefined) {
      wrong.push(`missing in ${language}.json: ${key}`)
      continue
    }
    const here = [...variables(parse(words))].sort().join(' ')
    const there = [...variables(parse(message))].sort().join(' ')
    if (here !== there) wrong.push(`${language}.json: ${key} has the variables "${here}", English has "${there}"`)
  }
  return wrong
}
