import type { Example, Note, Span } from '#model'
import { sentenceAt, tokensOf } from '#text'
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

interface Roster {
  readonly span: Span
  readonly names: ReadonlySet<string>
}

/** Mediators listed in two places with different members. */
export function checkRosterChange(view: NoteView): Note[] {
  const rosters = view.reading.sentences.flatMap((sentence, i): Roster[] => {
    const tokens = tokensOf(view.reading, sentence)
    return tokens.some(token => /^mediat/.test(token.lower)) ? (rosterOf(view, i) ?? []) : []
  })
  const first = rosters[0]
  const other = first && rosters.find(one => one.names.size !== first.names.size && [...one.names].some(name => first.names.has(name)))
  return first && other ? raise('roster-change', [first.span, other.span], `Who mediates is listed in two ways: ${quoteAll(view, [first.span, other.span])}.`) : []
}

/** The list of names in a sentence about mediating: mentions of actors joined by commas and "and". */
function rosterOf(view: NoteView, index: number): Roster[] | undefined {
  const sentence = view.reading.sentences[index]
  if (!sentence || sentenceAt(view.reading, sentence.span[0]) !== sentence) return undefined
  const { analysis } = view
  const places = analysis.mentions.filter(one => one.actor && one.form !== 'pronoun' && one.span[0] >= sentence.span[0] && one.span[1] <= sentence.span[1])
  let best: typeof places = []
  let run: typeof places = []
  for (const mention of places) {
    const last = run.at(-1)
    if (last && mention.span[0] < last.span[1]) continue
    const joined = last && /^,? ?(?:and |, )?(?:the )?$/.test(analysis.report.text.slice(last.span[1], mention.span[0]))
    run = joined ? [...run, mention] : [mention]
    if (run.length > best.length) best = run
  }
  const [first] = best
  const last = best.at(-1)
  return best.length > 1 && first && last ? [{ span: [first.span[0], last.span[1]], names: new Set(best.map(one => one.actor ?? '')) }] : undefined
}
