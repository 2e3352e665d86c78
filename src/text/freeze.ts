import type { Repair } from '#model'

const LINE_ENDS = /\r\n?|\u2028|\u2029/g
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/g
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** A text as it will stand for ever: NFC, \n line ends, no trailing white space, nothing invisible; with what was repaired. */
export function freezeText(raw: string): { text: string; repairs: Repair[] } {
  const repairs: Repair[] = []
  const drop = (text: string, pattern: RegExp, by: string, what: string): string => {
    const found = text.match(pattern)?.length ?? 0
    if (found > 0) repairs.push({ what: `${String(found)} ${what}` })
    return found > 0 ? text.replace(pattern, by) : text
  }
  let text = raw.replace(LINE_ENDS, '\n')
  text = text.startsWith('\uFEFF') ? text.slice(1) : text
  text = drop(text, LONE_SURROGATE, '\uFFFD', 'lone surrogates replaced by U+FFFD')
  text = drop(text, INVISIBLE, '', 'invisible characters left out')
  text = drop(text, CONTROL, ' ', 'control characters replaced by a space')
  text = text.normalize('NFC').replace(/[^\S\n]+$/gm, '').trim()
  return { text, repairs }
}
