import type { Example, Note, Span, Token } from '#model'
import { markWords, sentencesWith, tokensOf } from '#text'
import { quoteAll, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  {
    text: 'Egypt and Qatar mediated in March. On Friday he thanked Qatar, Egypt and Norway for mediating.',
    list: 'notes',
    rule: 'notes/roster-change',
    finds: ['roster-change «Egypt and Qatar» «Qatar, Egypt and Norway»'],
  },
  { text: 'Egypt and Qatar mediated in March. On Friday he thanked Egypt and Qatar for mediating.', list: 'notes', rule: 'notes/roster-change', finds: [] },
]

/** Actor ids by the names of the text, so that a demonym and its country are one. */
type Ids = ReadonlyMap<string, string>

interface Roster {
  readonly span: Span
  readonly names: ReadonlySet<string>
}

const MEDIATING = markWords({ fits: lower => lower.startsWith('mediat') })

/** Mediators listed in two places with different members. */
export function checkRosterChange(view: NoteView): Note[] {
  const sentences = sentencesWith(view.reading, MEDIATING)
  if (sentences.length === 0) return []
  const ids = new Map(view.analysis.actors.flatMap(actor => [actor.name, ...actor.names].map(name => [name.toLowerCase(), actor.id as string] as const)))
  const rosters = sentences.flatMap(sentence => longestList(tokensOf(view.reading, sentence), ids))
  const first = rosters[0]
  const other = first && rosters.find(one => one.names.size !== first.names.size && [...one.names].some(name => first.names.has(name)))
  return first && other
    ? raise('roster-change', [first.span, other.span], `Who mediates is listed in two ways: ${quoteAll(view, [first.span, other.span])}.`)
    : []
}

/** The longest list of names joined by commas and "and" in a sentence about mediating, demonyms included ("Egyptian and Qatari mediators"). */
function longestList(tokens: readonly Token[], ids: Ids): Roster[] {
  let best: Roster | undefined
  for (let i = 0; i < tokens.length; i++) {
    const roster = listAt(tokens, i, ids)
    if (roster && roster.names.size > (best?.names.size ?? 1)) best = roster
  }
  return best ? [best] : []
}

function listAt(tokens: readonly Token[], at: number, ids: Ids): Roster | undefined {
  const names = new Set<string>()
  let to = at
  let end = at
  for (;;) {
    if (tokens[to]?.lower === 'the') to++
    const from = to
    while (isName(tokens[to])) to++
    if (to === from) break
    const name = tokens
      .slice(from, to)
      .map(token => token.lower)
      .join(' ')
    names.add(ids.get(name) ?? name)
    end = to
    if (tokens[to]?.text === ',') to++
    if (tokens[to]?.lower === 'and') to++
    if (to === end) break
  }
  const first = tokens[at]
  const last = tokens[end - 1]
  return first && last && names.size > 1 && isName(first) ? { span: [first.start, last.end], names } : undefined
}

function isName(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text) && (token.pos === 'PROPN' || token.pos === 'ADJ')
}
