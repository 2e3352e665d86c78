/** A piece of a line: plain words, words that lead, or words that stand back. */
export type Piece = string | { readonly strong: string } | { readonly faint: string }
export type Line = readonly Piece[]

/** A part of a page, drawn for a terminal or as Markdown. */
export type Block =
  | { readonly kind: 'title'; readonly words: string }
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

export interface Terminal {
  /** Columns; 100 where it is not known. */
  readonly width: number
  readonly colour: boolean
}

/** Others' words may hold what steers a terminal or turns text round: such characters are left out. */
function tame(words: string): string {
  return words.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ')
}

/** The page for a terminal. */
export function drawTerminal(blocks: readonly Block[], terminal: Terminal): string {
  return `${blocks.map(block => terminalBlock(block, terminal)).join('\n\n')}\n`
}

function terminalBlock(block: Block, { width, colour }: Terminal): string {
  const strong = (words: string): string => (colour ? `\u001B[1m${words}\u001B[22m` : words)
  const faint = (words: string): string => (colour ? `\u001B[2m${words}\u001B[22m` : words)
  if (block.kind === 'title' || block.kind === 'heading') return strong(block.kind === 'title' ? tame(block.words) : tame(block.words).toUpperCase())
  if (block.kind === 'table') return terminalTable(block.head, block.rows, width, strong)
  const mark = block.kind === 'list' ? '· ' : ''
  const paint = (piece: Piece): string => (typeof piece === 'string' ? tame(piece) : 'strong' in piece ? strong(tame(piece.strong)) : faint(tame(piece.faint)))
  return block.lines.map(line => wrap(mark + line.map(paint).join(''), width, ' '.repeat(mark.length)).join('\n')).join('\n')
}

/** The number of columns that words take, colours not counted. */
function lengthOf(words: string): number {
  return words.replaceAll(/\u001B\[\d+m/g, '').length
}

/** Breaks a line at spaces; a word longer than a line is cut. */
export function wrap(words: string, width: number, indent = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ').flatMap(one => cut(one, width - indent.length))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (lengthOf(longer) <= width || line === '') line = longer
    else {
      lines.push(line)
      line = indent + word
    }
  }
  return [...lines, line]
}

function cut(word: string, width: number): string[] {
  if (lengthOf(word) <= width) return [word]
  const parts: string[] = []
  for (let at = 0; at < word.length; at += width) parts.push(word.slice(at, at + width))
  return parts
}

function terminalTable(head: readonly string[], rows: readonly (readonly string[])[], width: number, strong: (words: string) => string): string {
  const widths = columnWidths([head, ...rows], width)
  const draw = (row: readonly string[], paint: (words: string) => string): string[] => {
    const cells = widths.map((size, index) => wrap(tame(row[index] ?? ''), size))
    const height = Math.max(...cells.map(cell => cell.length))
    return Array.from({ length: height }, (_, at) =>
      cells
        .map((cell, index) => paint((cell[at] ?? '').padEnd(widths[index] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
  }
  const rule = widths.map(size => '─'.repeat(size)).join('  ')
  const gap = rows.some(row => widths.some((size, index) => (row[index] ?? '').length > size)) ? [''] : []
  return [...draw(head, strong), rule, ...rows.flatMap((row, index) => [...(index > 0 ? gap : []), ...draw(row, words => words)])].join('\n')
}

/** Up to here a column gives way only after those that need not break a word. */
const WORD = 20

/** Columns as wide as their longest cell; where that is too much, the widest give way until all fit, down to their longest word first. */
function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const count = Math.max(1, ...rows.map(row => row.length))
  const columns = Array.from({ length: count }, (_, index) => rows.map(row => tame(row[index] ?? '')))
  const widths = columns.map(cells => Math.max(3, ...cells.map(cell => cell.length)))
  const words = columns.map(cells => Math.min(WORD, Math.max(3, ...cells.flatMap(cell => cell.split(' ').map(word => word.length)))))
  const room = Math.max(count * 6, width - 2 * (count - 1))
  while (widths.reduce((sum, size) => sum + size, 0) > room) {
    const free = widths.map((size, index) => (size > (words[index] ?? 0) ? size : 0))
    const give = free.some(size => size > 0) ? free : widths
    const widest = give.indexOf(Math.max(...give))
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

/** The page as Markdown. */
export function drawMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(markdownBlock).join('\n\n')}\n`
}

/** Others' words must stay words: what Markdown or HTML would read as marks is escaped. */
export function escapeMarkdown(words: string): string {
  return tame(words).replaceAll(/[\\`*<|]|(?<!\w)_|_(?!\w)|\](?=[([:])|~~|&(?=[#\w])|^[#>+-]/g, '\\$&')
}

function markdownBlock(block: Block): string {
  if (block.kind === 'title') return `# ${escapeMarkdown(block.words)}`
  if (block.kind === 'heading') return `## ${escapeMarkdown(block.words)}`
  if (block.kind === 'table') {
    const row = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`
    return [row(block.head), `|${block.head.map(() => '---').join('|')}|`, ...block.rows.map(row)].join('\n')
  }
  const paint = (piece: Piece): string =>
    typeof piece === 'string' ? escapeMarkdown(piece) : 'strong' in piece ? `**${escapeMarkdown(piece.strong)}**` : escapeMarkdown(piece.faint)
  const lines = block.lines.map(line => line.map(paint).join(''))
  return block.kind === 'list' ? lines.map(line => `- ${line}`).join('\n') : lines.join('  \n')
}
