import { hash32 } from './hash.ts'
import { hashContent } from './stem.ts'

/** A word as it is written, with what is asked of it again and again. */
export interface Form {
  /** In lower case, apostrophes straight. */
  readonly form: string
  /** The hash of the form. */
  readonly hash: number
  /** The hash of its content in 24 bits; 0 for a common word. */
  readonly content: number
  /** Whether it begins with what has a lower case. */
  readonly raised: boolean
  /** Whether it begins with a capital letter. */
  readonly capital: boolean
  /** Whether a digit stands in it. */
  readonly numeral: boolean
}

const CURLED = '’'
const forms = new Map<string, Form>()

/** The form of a word as it is written. Kept for words seen before, up to a bound. */
export function formOf(written: string): Form {
  const kept = forms.get(written)
  if (kept !== undefined) return kept
  const form = written.toLowerCase().replaceAll(CURLED, "'")
  const first = written.charAt(0)
  const raised = first !== first.toLowerCase()
  const made = { form, hash: hash32(form), content: hashContent(form), raised, capital: raised && /\p{Lu}/u.test(first), numeral: /\p{N}/u.test(form) }
  if (forms.size > 50_000) forms.clear()
  forms.set(written, made)
  return made
}

/** The hash of the content of a word in lower case. */
export function contentHash(form: string): number {
  return formOf(form).content
}
