/** What is seen of a word. */
type Seen = { readonly text: string; readonly lower: string }

/** Shortened words that a name or number follows, so that the full stop ends no sentence. */
const SHORT = new Set(
  (
    'sen sens rep reps gov govs gen gens col lt sgt capt cmdr adm maj pres prof profs dr drs mr mrs ms messrs hon rev st ste ' +
    'no nos art arts para paras pp vs jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
)
/** Words that begin a sentence and are no name: after an initial they start a new one. */
const OPENERS = new Set('the a an in on at but and he she it they we i you this that these those there if when while as for to after before however'.split(' '))
const SAYING = new Set(
  'say ask tell add write tweet reply respond continue shout joke wonder demand exclaim insist note declare call post'
    .split(' ')
    .flatMap(verb => [verb, `${verb}s`, verb.endsWith('e') ? `${verb}d` : `${verb}ed`, `${verb.replace(/e$/, '')}ing`])
    .concat('said told wrote replies replied'.split(' ')),
)

/** Whether the sentence `words[from, to)` goes on in the next one, before `end`: the cutter stopped at a shortened word or inside a saying. */
export function mergesWithNext(tokens: readonly Seen[], from: number, to: number, end: number): boolean {
  const next = tokens[to]
  const last = tokens[to - 1]
  if (!next || !last) return false
  if (/^(?:https?:|www\.|pic\.)/.test(next.lower)) return false
  if (/^\p{Ll}/u.test(next.text)) return true
  return endsShort(tokens, from, to, next) || isNumber(tokens, from, to) || isAsked(tokens, to, end, last)
}

function endsShort(tokens: readonly Seen[], from: number, to: number, next: Seen): boolean {
  const last = tokens[to - 1]
  const at = last?.text === '.' ? to - 2 : to - 1
  const word = tokens[at]
  if (!word || at < from) return false
  const bare = word.lower.replace(/\.$/, '')
  if (SHORT.has(bare)) return last?.text === '.' || word.text.endsWith('.')
  const before = tokens[at - 1]
  const isPlace = before?.text === '-' && /^[A-Z]$/.test(tokens[at - 2]?.text ?? '') && /^\p{Lu}\.?$/u.test(word.text) && /^\p{Lu}\.?$/u.test(next.text)
  if (isPlace) return true // "(D-N.Y.)": a party and a state in letters
  const isInitial = /^\p{Lu}\.?$/u.test(word.text) && before !== undefined && at > from && /^\p{Lu}/u.test(before.text)
  return isInitial && /^\p{Lu}/u.test(next.text) && !OPENERS.has(next.lower)
}

/** A sentence that is only the number of a list item. */
function isNumber(tokens: readonly Seen[], from: number, to: number): boolean {
  return to - from <= 2 && /^\(?\d{1,2}[.)]?$/.test(tokens[from]?.text ?? '') && (to - from === 1 || /^[.)]$/.test(tokens[to - 1]?.text ?? ''))
}

/** A question or cry in quotation marks with its speaker after it: “Is it over?” the minister asked. */
function isAsked(tokens: readonly Seen[], to: number, end: number, last: Seen): boolean {
  if (!/["”’']$/.test(last.text) || !/^[?!…]/.test(tokens[to - 2]?.text ?? '')) return false
  for (let at = to; at < Math.min(end, to + 7); at++) {
    const token = tokens[at]
    if (!token || /^[.,;:?!"“”]$/.test(token.text)) return false
    if (at > to && SAYING.has(token.lower)) return true
  }
  return false
}
