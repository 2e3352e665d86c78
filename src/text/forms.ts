import type { Issue, Reading } from '#model'

/** A class of words that a reader begins at (marks.ts). */
export type Mark = number

/** The classes of a word with this lemma, each once. `of`: how many classes there were when they were looked up. */
export interface Marked {
  readonly marks: readonly Mark[]
  readonly lemma: string
  readonly of: number
}

/** Words that tell an issue: which, how many words, and how many others may stand between two of them. */
export interface IssueForm {
  readonly issue: Issue
  readonly words: number
  readonly within: number
  readonly hint: boolean
  readonly or?: Issue
}

/** A node of the tree of issue words: what may follow, the form that ends here, the widest gap that a form below allows. */
export interface Node {
  readonly next: Map<string, Node>
  form: IssueForm | undefined
  gap: number
}

/** What a word with this lemma leads to from the root of that tree, looked up once and not each time it stands. */
export interface Steps {
  readonly lemma: string
  readonly start: Node | undefined
  /** Where it leads if it is a name. */
  readonly asName: Node | undefined
  /** Whether it may stand in a form behind the first word. */
  readonly inner: boolean
}

/** A word as it is written, in lower case with a straight apostrophe, with what is looked up once for it. */
export interface Form {
  readonly lower: string
  marks: Marked | undefined
  steps: Steps | undefined
}

const kept = new WeakMap<Reading, readonly Form[]>()

/** Keeps the forms of a reading's tokens, by their index, as long as the reading is kept. */
export function keepForms(reading: Reading, forms: readonly Form[]): Reading {
  kept.set(reading, forms)
  return reading
}

/** The forms of a reading's tokens, by their index. */
export function formsOf(reading: Reading): readonly Form[] {
  let forms = kept.get(reading)
  if (!forms) kept.set(reading, (forms = reading.tokens.map(({ lower }) => ({ lower, marks: undefined, steps: undefined }))))
  return forms
}
