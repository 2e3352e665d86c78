/** `npm run score [-- NAME …]`: measures every stage on the gold and rewrites gold/SCORES.md (only the asked parts are measured anew). */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdirSync } from 'node:fs'
import { hasShared, type Score, type Scorer } from './score/frame.ts'

const PAGE = new URL('./SCORES.md', import.meta.url)
const KEPT = new URL('./scores.json', import.meta.url)

function table(name: string, scores: readonly Score[]): string {
  const rows = scores.map(one => {
    const target = one.target === undefined ? '' : `${String(one.target)} ${one.value >= one.target ? 'reached' : 'not reached'}`
    return `| ${one.set} | ${one.measure} | ${one.value.toFixed(1)} | ${target} | ${one.detail ?? ''} |`
  })
  return `## ${name}\n\n| set | measure | score | target | counts |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
}

const asked = process.argv.slice(2)
const kept = (existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : {}) as Record<string, Score[]>
if (!hasShared()) console.log('The outside gold is not here (../shared/gold, or PARLEY_SHARED): only our own gold is scored.')
const files = readdirSync(new URL('./score/', import.meta.url))
  .filter(file => file.endsWith('.ts') && file !== 'frame.ts')
  .sort()
for (const file of files) {
  const { scorer } = (await import(`./score/${file}`)) as { scorer: Scorer }
  if (asked.length > 0 && !asked.includes(scorer.name)) continue
  const scores = await scorer.run()
  if (scores.length > 0) kept[scorer.name] = scores
  console.log(table(scorer.name, scores))
}
const names = Object.keys(kept).sort()
writeFileSync(KEPT, `${JSON.stringify(Object.fromEntries(names.map(name => [name, kept[name]])), null, 1)}\n`)
const head =
  '# Scores\n\nPrinted by `npm run score`. Shares in percent; counting rules: gold/README.md. Tune half: rules may be tuned on it; held half: never.\n'
writeFileSync(PAGE, `${head}\n${names.map(name => table(name, kept[name] ?? [])).join('\n')}`)
