/** Prints the analysis of a file, for looking at what the engine does: `npm run try -- FILE [LIST …]`. */
import { existsSync, readFileSync } from 'node:fs'
import { analyse } from '#analyse'
import { NOTHING_KNOWN } from '#model'
import { makeReport } from '#read'

const [file = '', ...lists] = process.argv.slice(2)
const meta = file.replace(/\.\w+$/, '.meta.json')
const given = existsSync(meta) ? (JSON.parse(readFileSync(meta, 'utf8')) as Record<string, string>) : {}
const report = makeReport({ ...given, text: readFileSync(file, 'utf8') })
const analysis = analyse(report, NOTHING_KNOWN)
const names = new Map(analysis.actors.map(actor => [actor.id as string, actor.name]))

/** A value in short: spans as their words, actors as their names. */
function show(value: unknown): string {
  if (typeof value === 'string') return names.get(value) ?? value
  if (Array.isArray(value)) {
    const [start, end] = value as number[]
    if (value.length === 2 && typeof start === 'number' && typeof end === 'number') return `«${report.text.slice(start, end)}»`
    return `[${value.map(show).join(', ')}]`
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, part]) => `${key}=${show(part)}`)
      .join('  ')
  return String(value)
}

for (const [list, records] of Object.entries(analysis)) {
  if (!Array.isArray(records) || (lists.length > 0 && !lists.includes(list))) continue
  console.log(`\n# ${list} (${String(records.length)})`)
  for (const record of records) console.log(show(record))
}
