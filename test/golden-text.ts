import { readFileSync, readdirSync } from 'node:fs'
import { parse } from 'yaml'
import { analyse } from '#analyse'
import { EXAMPLE_LISTS, knownSchema, type Analysis } from '#model'
import { makeReport } from '#read'
import { draw } from './draw.ts'

const EXAMPLES = new URL('../examples/', import.meta.url)

/** The names of the reports in examples/, without extension, in order. */
export function exampleNames(): string[] {
  return readdirSync(EXAMPLES)
    .filter(name => name.endsWith('.txt'))
    .map(name => name.replace(/\.txt$/, ''))
    .sort()
}

/** The analysis of one report of examples/, read with what examples/known.yaml knows. */
export function readExample(name: string): Analysis {
  const given = JSON.parse(readFileSync(new URL(`${name}.meta.json`, EXAMPLES), 'utf8')) as Record<string, string>
  const known = knownSchema.parse(parse(readFileSync(new URL('known.yaml', EXAMPLES), 'utf8')))
  return analyse(makeReport({ ...given, text: readFileSync(new URL(`${name}.txt`, EXAMPLES), 'utf8'), language: 'en' }), known)
}

/** A whole analysis as text that a person can read: one line a record, with the rule that made it. */
export function drawAnalysis(analysis: Analysis): string {
  const { publisher, published, headline } = analysis.report
  const head = `${headline ?? ''}\n${publisher ?? 'no publisher'}, ${published ?? 'undated'}\n`
  const parts = EXAMPLE_LISTS.flatMap(list => {
    const lines = draw(analysis, list)
    return lines.length === 0 ? [] : [`\n${list} (${String(lines.length)})\n${lines.map(({ line, rule }) => `  ${line}  [${rule}]`).join('\n')}\n`]
  })
  return head + parts.join('')
}

/** Where the golden of a report lies. */
export function goldenFile(name: string): URL {
  return new URL(`golden/${name}.txt`, import.meta.url)
}
