/** Writes src/model/words.ts from the rows in data/, so that a wrong word does not compile. Run after any change of those rows. */
import { readFileSync, writeFileSync } from 'node:fs'

const LISTS = { ISSUES: 'issues', ACTS: 'acts', PLOVER: 'plover', FIGURE_CLASSES: 'figure-classes', NOTE_CODES: 'note-codes' }
const TYPES: Record<string, string> = {
  ISSUES: 'IssueCode',
  ACTS: 'Act',
  PLOVER: 'Plover',
  FIGURE_CLASSES: 'FigureClass',
  NOTE_CODES: 'NoteCode',
}

/** The text of src/model/words.ts for the rows as they are now. */
export function wordsModule(): string {
  const parts = Object.entries(LISTS).map(([name, file]) => {
    const rows = readFileSync(new URL(`../data/${file}.tsv`, import.meta.url), 'utf8')
      .split('\n')
      .filter(row => row && !row.startsWith('#'))
    const ids = rows.slice(1).map(row => `  '${row.split('\t')[0] ?? ''}',`)
    return `/** From data/${file}.tsv. */\nexport const ${name} = [\n${ids.join('\n')}\n] as const\nexport type ${TYPES[name] ?? ''} = (typeof ${name})[number]\n`
  })
  return `// Generated from data/*.tsv by \`npm run words\`. Do not edit.\n\n${parts.join('\n')}`
}

if (process.argv[1]?.endsWith('words.ts')) writeFileSync(new URL('../src/model/words.ts', import.meta.url), wordsModule())
