import type { Example, Note } from '#model'
import { firstSpans, quoteAll, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'The closure prompted a run on flour.', list: 'notes', finds: ['unsupported-claim «prompted»'] },
  { text: 'It is the largest convoy so far.', list: 'notes', finds: ['unsupported-claim «the largest»'] },
  { text: 'The closure prompted a run on flour, the agency said.', list: 'notes', finds: [] },
]

/** What each kind of claim lacks, in the words of the note. */
const KINDS: readonly (readonly [kinds: readonly string[], text: string])[] = [
  [['cause', 'reading', 'motive'], 'Causes, aims or readings in the publisher’s own voice, with nobody cited'],
  [['superlative', 'verdict', 'backing'], 'Judgements in the publisher’s own voice, with nobody cited'],
  [['guess'], 'Guesses or forecasts in the publisher’s own voice'],
]

/** Causes, motives, superlatives and guesses that stand in the publisher's own voice without a source. */
export function checkUnsupportedClaim(view: NoteView): Note[] {
  const hits = view.doubts.get('unsupported-claim') ?? []
  return KINDS.flatMap(([kinds, text]) => {
    const shown = firstSpans(
      hits.filter(hit => kinds.includes(hit.about.kind)).map(hit => hit.span),
      6,
    )
    return raise('unsupported-claim', shown, `${text}: ${quoteAll(view, shown)}.`)
  })
}
