const TITLES = new Set(
  'mr mrs ms miss dr sir lord lady sen senator rep representative gov governor president vice prime minister deputy secretary general foreign defense defence state speaker chairman chairwoman chair leader majority minority house senate king queen prince princess emperor sheikh ayatollah imam pope bishop judge justice chancellor premier mayor ambassador envoy spokesman spokeswoman spokesperson col colonel capt captain gen lt lieutenant major maj sgt adm admiral comrade dictator supreme top former then the a an of and say says said'.split(
    ' ',
  ),
)

/** Of the titles those that are surnames too. */
const SURNAMES = new Set(['sen', 'king', 'prince', 'pope', 'bishop', 'judge', 'justice', 'major', 'lord', 'miss'])

const NAMES = new Map<string, readonly string[]>()

/** A name's own words: lower case, without titles, articles and marks. Where nothing else is left, all words stand. Kept for names seen before, up to a bound. */
export function nameWords(name: string): readonly string[] {
  const kept = NAMES.get(name)
  if (kept !== undefined) return kept
  const words = splitName(name)
  if (NAMES.size > 50_000) NAMES.clear()
  NAMES.set(name, words)
  return words
}

function splitName(name: string): readonly string[] {
  const all = name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const own = all.filter(word => !TITLES.has(word))
  const last = all.at(-1) ?? ''
  // A title that follows one other word is a surname: Ilvar Sen, Naomi King.
  return own.length === 0 ? all : own.length === 1 && own[0] !== last && SURNAMES.has(last) ? [...own, last] : own
}

/** Whether two words are one but for a letter: transliterations differ so. */
function nearWord(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  const [restA, restB] = [a.slice(i), b.slice(i)]
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
}

/** Whether two names may be one person's: the words of one are all in the other, or all but one letter. Initials and first names that differ tell them apart. */
export function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const meets = (word: string): boolean =>
    long.some(other => nearWord(word, other) || (word.length === 1 && other.startsWith(word)) || (other.length === 1 && word.startsWith(other)))
  if (!short.every(meets)) return false
  // A single word meets a full name as its first word (Kim of Kim Jong Un) or its last (Trump of Donald Trump).
  const [only] = short
  return short.length !== 1 || only === undefined || long.length < 2 || nearWord(only, long.at(-1) ?? '') || nearWord(only, long[0] ?? '')
}
