/** Compares the reports of examples/ with their goldens in test/golden, and with `--update` rewrites those that differ: read the diff before you commit it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { drawAnalysis, exampleNames, goldenFile, readExample } from '../test/golden-text.ts'

const update = process.argv.includes('--update')
const changed = exampleNames().filter(name => {
  const text = drawAnalysis(readExample(name))
  const file = goldenFile(name)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false
  if (update) writeFileSync(file, text)
  return true
})
console.log(changed.length === 0 ? 'Every golden says what the engine does.' : `${update ? 'Rewritten' : 'Differing'}: ${changed.join(', ')}`)
process.exitCode = changed.length > 0 && !update ? 1 : 0
