import { readRows } from '#text'
import { hash32 } from './hash.ts'

const COMMON = new Set(readRows('common-words', ['class', 'words']).flatMap(row => row.words.split(' ')))

/** Whether a word is left out when two wordings are compared. Numbers always count. */
export function isCommon(form: string): boolean {
  return COMMON.has(form) || (form.length < 2 && !/\d/.test(form))
}

/** A word without its endings, so that "talks" and "talking", "cancelled" and "cancels" meet. Not a dictionary's root. */
export function stem(form: string): string {
  let word = form.replace(/'s$|'$/, '')
  if (word.length <= 3 || /\d/.test(word)) return word
  word = word
    .replace(/ies$|ied$/, 'y')
    .replace(/(sh|ch|ss|x)es$/, '$1')
    .replace(/([^su])s$/, '$1')
  word = word
    .replace(/(..[^e])(?:ing|ed|ings)$/, '$1')
    .replace(/ed$/, 'e')
    .replace(/(?:ation|ations)$/, 'at')
    .replace(/(?:ment|ness|ly)$/, '')
  if (/([bdfgklmnprt])\1$/.test(word) && word.length > 3) word = word.slice(0, -1)
  return word.replace(/e$/, '')
}

const LIKE = new Map(readRows('like-words', ['id', 'words']).flatMap(row => row.words.split(' ').map(word => [word, row.id] as const)))

/** The hash, in 24 bits, of a word's stem, or of the set of words that it belongs to; 0 for a common word. */
export function hashContent(form: string): number {
  const like = LIKE.get(form)
  return like === undefined ? (isCommon(form) ? 0 : hash32(stem(form)) >>> 8) : hash32(like, 7) >>> 8
}
