import { readRows } from '#text'

/** Verbs that judge what they report, and words that settle what is true: none is Parley's own (the field's rules 1 to 3). */
const JUDGING =
  'reveal|reveals|revealed|admit|admits|admitted|confirm|confirms|confirmed|claim|claims|claimed|acknowledge|acknowledges|acknowledged|concede|concedes|conceded|' +
  'boast|boasts|boasted|insist|insists|insisted|true|untrue|false|fact|facts|proven|proved|proves|lie|lied|lies|liar|winner|wins|won|loser'
const LOADED = readRows('loaded-words', ['word'])
  .map(row => row.word)
  .filter(word => word.length > 2)
const WORDS = new RegExp(
  `(?<![\\p{L}-])(?:${[...JUDGING.split('|'), ...LOADED.map(word => word.replace(/[.*+?^${'$'}{}()|[\\]\\\\]/g, '\\$&'))].join('|')})(?![\\p{L}-])`,
  'giu',
)
/** A record is told by whoever said or wrote it. */
const TELLS = /(?<!\p{L})(?:said|wrote)(?!\p{L})/u
/** Headings of the parts whose lines tell what happened or is so. */
const TOLD = /^## (?:Lines of talks|Ceasefires|Conditions|Latest)/

/** The words of a line that are Parley's own: without what it quotes and without the names that reports give. */
export function ownWords(line: string, names: readonly string[]): string {
  let words = line
  for (let before = ''; before !== words;) {
    before = words
    words = words.replace(/“[^“”]*”/g, '…')
  }
  for (const name of names) words = words.replaceAll(name, '…')
  return words
}

/** Every text under these keys of an answer: what reports call somebody. Longest first, so that no part of a name is left. */
export function namesIn(answer: unknown): string[] {
  const names = new Set<string>()
  const walk = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && NAMING.has(key) && value.length > 2) names.add(value)
    else if (Array.isArray(value)) for (const one of value) walk(one, key)
    else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) walk(one, name)
  }
  walk(answer)
  return [...names].sort((a, b) => b.length - a.length)
}

const NAMING = new Set(['name', 'names', 'publisher', 'who', 'by', 'unit', 'of', 'title', 'headline'])

/** What a page of Parley's says against the rules of neutrality: the fault and its line, each line once. */
export function faultsOf(page: string, names: readonly string[]): string[] {
  const faults = new Set<string>()
  let told = false
  for (const line of page.split('\n')) {
    if (line.startsWith('## ')) told = TOLD.test(line)
    const own = ownWords(line, names)
    for (const [word] of own.matchAll(WORDS)) faults.add(`${word.toLowerCase()}: ${line}`)
    if (told && line.startsWith('- **') && !TELLS.test(ownWords(line, []))) faults.add(`nobody tells: ${line}`)
  }
  return [...faults]
}
