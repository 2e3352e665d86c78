import type { Repair } from '#model'

/** A rule of intake: what is replaced by what, and how it is told. `quiet` rules change nothing a reader can see. */
interface Rule {
  readonly find: RegExp
  readonly by: string
  readonly what: string
  readonly quiet?: true
}

/** In this order. Joiners (U+200C, U+200D) and direction marks stay, since Persian, emoji and mixed lines need them. */
const RULES: readonly Rule[] = [
  { find: /\r\n?|\u2028|\u2029|\u0085/g, by: '\n', what: 'line ends made one kind', quiet: true },
  { find: /^\uFEFF/, by: '', what: 'byte order mark left out', quiet: true },
  {
    find: /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    by: '\uFFFD',
    what: 'half characters (lone surrogates) replaced by U+FFFD',
  },
  { find: /[\u200B\u2060\uFEFF\u00AD]/g, by: '', what: 'zero-width characters left out', quiet: true },
  { find: /[\u202A-\u202E\u2066-\u2069]/g, by: '', what: 'characters that turn the writing direction left out' },
  { find: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, by: ' ', what: 'control characters replaced by a space' },
  { find: /[\u00A0\u2007\u202F]/g, by: ' ', what: 'non-breaking spaces made plain', quiet: true },
]

/**
 * A text as it will stand for ever: NFC, \n line ends, trimmed, nothing invisible, with the repairs a reader should know of.
 * Freezing a frozen text changes nothing.
 */
export function freezeText(raw: string): { text: string; repairs: Repair[] } {
  const repairs: Repair[] = []
  let text = raw
  for (const { find, by, what, quiet } of RULES) {
    let count = 0
    const next = text.replace(find, () => {
      count++
      return by
    })
    if (count > 0) {
      text = next
      if (!quiet) repairs.push({ what: `${String(count)} ${what}` })
    }
  }
  const unknown = text.match(/\uFFFD/g)?.length ?? 0
  if (unknown > 0 && repairs.length === 0) repairs.push({ what: `${String(unknown)} characters could not be read (U+FFFD)` })
  return { text: text.normalize('NFC').trim(), repairs }
}
