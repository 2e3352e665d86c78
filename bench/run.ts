/** `npm run bench [-- NAME …]`: measures speed and memory and rewrites bench/RESULTS.md (only the asked parts are measured anew). */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { ENGINE } from '#model'
import type { Bench, Row } from './frame.ts'

const PAGE = new URL('./RESULTS.md', import.meta.url)
const KEPT = new URL('./results.json', import.meta.url)

/** The machine and the versions that the numbers are true for. */
function machine(): string {
  const gib = (totalmem() / 2 ** 30).toFixed(0)
  return `${String(availableParallelism())} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${gib} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}, ${ENGINE}`
}

function table(name: string, rows: readonly Row[]): string {
  const lines = rows.map(row => {
    const bound =
      row.min !== undefined
        ? `≥ ${String(row.min)} ${row.value >= row.min ? 'kept' : 'not kept'}`
        : row.max !== undefined
          ? `≤ ${String(row.max)} ${row.value <= row.max ? 'kept' : 'not kept'}`
          : ''
    return `| ${row.what} | ${row.value.toLocaleString('en', { maximumFractionDigits: 2 })} ${row.unit} | ${bound} | ${row.how}${row.compared ? `; ${row.compared}` : ''} |`
  })
  return `## ${name}\n\n| what | measured | bound | how |\n|---|---|---|---|\n${lines.join('\n')}\n`
}

const asked = process.argv.slice(2)
const kept = (existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : {}) as Record<string, { machine: string; rows: Row[] }>
for (const file of readdirSync(new URL('./', import.meta.url))
  .filter(name => name.endsWith('.ts') && name !== 'run.ts' && name !== 'frame.ts')
  .sort()) {
  const { bench } = (await import(`./${file}`)) as { bench?: Bench }
  if (!bench || (asked.length > 0 && !asked.includes(bench.name))) continue
  const rows = await bench.run()
  if (rows.length > 0) kept[bench.name] = { machine: machine(), rows }
  console.log(table(bench.name, rows))
}
const names = Object.keys(kept).sort()
writeFileSync(KEPT, `${JSON.stringify(Object.fromEntries(names.map(name => [name, kept[name]])), null, 1)}\n`)
const head =
  '# Results of the benchmarks\n\nPrinted by `npm run bench`; each part names its machine. Where an input lies outside the project, it is named and not kept here.\n'
const parts = names.map(name => `${table(name, kept[name]?.rows ?? [])}\nMeasured on: ${kept[name]?.machine ?? ''}\n`)
writeFileSync(PAGE, `${head}\n${parts.join('\n')}`)
