/** The three parts of an attribution that a tagger marks. */
export const PARTS = ['source', 'cue', 'content'] as const
export type Part = (typeof PARTS)[number]

/**
 * Labels of units. 0 is outside; then two for each state: begin (odd) and inside (even). A source or a content that stands
 * before its cue and one that stands after it are states of their own, since what may follow them differs.
 */
export const STATES: readonly { readonly part: Part; readonly side: 'before' | 'after' | 'none' }[] = [
  { part: 'source', side: 'before' },
  { part: 'source', side: 'after' },
  { part: 'cue', side: 'none' },
  { part: 'content', side: 'before' },
  { part: 'content', side: 'after' },
]
export const LABELS = 1 + 2 * STATES.length

/** The state of a label, or -1 outside. */
export function stateOf(label: number): number {
  return label === 0 ? -1 : (label - 1) >> 1
}

/** The state of a part on its side of the cue. */
export function stateFor(part: Part, before: boolean): number {
  return STATES.findIndex(state => state.part === part && (state.side === 'none' || (state.side === 'before') === before))
}

/** Whether the label begins a span. */
export function isBegin(label: number): boolean {
  return label % 2 === 1
}

/** Whether `label` may follow `before`: an inside label only its own begin or inside. */
export function mayFollow(before: number, label: number): boolean {
  return label === 0 || isBegin(label) || stateOf(before) === stateOf(label)
}

/** The label that begins a cue. */
export const CUE_BEGINS = 1 + 2 * stateFor('cue', true)
