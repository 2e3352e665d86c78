import { readRows } from '#text'

const FOLDED = new Map(readRows('outlets', ['form', 'publisher']).map(row => [keyOf(row.form), row.publisher]))

function keyOf(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim()
}

/** The publisher under its one name: a row of data/outlets.tsv, or the name as given. The report keeps both. */
export function foldOutlet(name: string): string {
  return FOLDED.get(keyOf(name)) ?? name.trim()
}
