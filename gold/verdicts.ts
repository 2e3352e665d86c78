import { existsSync, readFileSync } from 'node:fs'

/** The rows of gold/audit/NAME.tsv, without comments and head, each as its cells; none where nothing was read yet. */
export function readVerdictRows(name: string): string[][] {
  const path = new URL(`./audit/${name}.tsv`, import.meta.url)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(row => row && !row.startsWith('#'))
    .slice(1)
    .map(row => row.split('\t'))
}
