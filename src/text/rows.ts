import { readFileSync } from 'node:fs'

/** A row of a table in data/: its cells by the name of the column. */
export type Row<C extends string> = Readonly<Record<C, string>>

/**
 * The rows of `data/NAME.tsv`: lines of cells between tabs under a line of column names. Lines that begin with `# ` state
 * what the file is, its source and its licence. A cell left out is ''. Throws an Error that names file, line and column where a column is missing.
 */
export function readRows<C extends string>(name: string, columns: readonly C[]): Row<C>[] {
  const lines = readFileSync(new URL(`../../data/${name}.tsv`, import.meta.url), 'utf8').split('\n')
  const rows = lines.filter(line => line.trim() !== '' && !line.startsWith('# '))
  const head = (rows[0] ?? '').split('\t')
  const places = columns.map(column => {
    const place = head.indexOf(column)
    if (place < 0) throw new Error(`data/${name}.tsv has no column ${column}; its first row names: ${head.join(', ')}`)
    return [column, place] as const
  })
  return rows.slice(1).map(row => {
    const cells = row.split('\t')
    return Object.fromEntries(places.map(([column, place]) => [column, cells[place]?.trim() ?? ''])) as Row<C>
  })
}
