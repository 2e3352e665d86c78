/** The lists of an analysis that an example can speak of, in the order in which they are drawn. */
export const EXAMPLE_LISTS = [
  'actors',
  'statements',
  'times',
  'events',
  'tracks',
  'proposals',
  'positions',
  'ceasefires',
  'allegations',
  'figures',
  'indicators',
  'notes',
] as const
export type ExampleList = (typeof EXAMPLE_LISTS)[number]

/**
 * What one rule claims, kept inside the rule's file as `export const examples: readonly Example[]`, with at least one
 * counter-example (`finds` empty). One generic test analyses `text` and holds the records of `list` that this rule made,
 * drawn as lines (test/draw.ts), against `finds`.
 */
export interface Example {
  readonly text: string
  readonly list: ExampleList
  readonly finds: readonly string[]
  /** The rule whose records count, where it is not the path of the file; '*' for the records of every rule. */
  readonly rule?: string
  /** Publication date; 2025-05-12, a Monday, where left out. `null`: undated. */
  readonly published?: string | null
  readonly publisher?: string
}
