import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run, type Face } from '#cli'
import { analysisSchema } from '#model'

const folder = mkdtempSync(join(tmpdir(), 'parley-cli-'))
const file = join(folder, 'talks.parley')
const examples = new URL('../../examples/', import.meta.url).pathname
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A stream that keeps what is written to it. */
class Kept extends Writable {
  words = ''
  isTTY = false
  columns = 100
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.words += chunk.toString()
    done()
  }
}

async function parley(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [new Kept(), new Kept()]
  const face: Face = {
    out: out as unknown as NodeJS.WriteStream,
    err: err as unknown as NodeJS.WriteStream,
    env: { PARLEY_CASE: file },
    by: 'a tester',
    now: () => '2025-06-01T12:00:00.000Z',
  }
  const code = await run(words, face)
  return { code, out: out.words, err: err.words }
}

const asked = (...words: string[]) => parley(words[0] ?? '', '--case', file, ...words.slice(1))

beforeAll(async () => {
  const { code } = await asked(
    'add',
    join(examples, '01-talks-open-wire.txt'),
    join(examples, '09-ceasefire-declared.txt'),
    join(examples, '06-relief-update.txt'),
  )
  expect(code).toBe(0)
}, 60_000)

const LISTS = ['timeline', 'proposals', 'tracks', 'statements', 'ceasefires', 'allegations', 'figures', 'conditions', 'sources', 'reports']

test.each(LISTS)('%s prints a page for people and an array as JSON', async name => {
  const page = await asked(name)
  expect(page).toMatchObject({ code: 0, err: '' })
  expect(page.out.length).toBeGreaterThan(0)
  const json = await asked(name, '--json')
  expect(Array.isArray(JSON.parse(json.out))).toBe(true)
})

test('sources --json gives each publisher with its number of reports', async () => {
  const sources = JSON.parse((await asked('sources', '--json')).out) as { publisher: string; reports: number }[]
  expect(sources.reduce((sum, one) => sum + one.reports, 0)).toBe(3)
  expect(sources.every(one => typeof one.publisher === 'string')).toBe(true)
})

test('findings --json gives utterances and findings', async () => {
  expect(JSON.parse((await asked('findings', '--json')).out)).toMatchObject({
    utterances: expect.any(Array) as unknown,
    findings: expect.any(Array) as unknown,
  })
})

test('brief has its eight parts, in the terminal and as Markdown, and no colour where none is wanted', async () => {
  const page = (await asked('brief')).out
  for (const part of ['Briefing:', 'LINES OF TALKS', 'PROPOSALS', 'POSITIONS', 'CEASEFIRES AND ALLEGATIONS', 'CONDITIONS AND FIGURES', 'DOUBTS', 'REPORTS'])
    expect(page).toContain(part)
  expect(page).not.toContain('\u001B[')
  const markdown = (await asked('brief', '--markdown')).out
  expect(markdown.match(/^## /gm)?.length).toBeGreaterThanOrEqual(7)
})

test('a report on no negotiation is said to tell of none', async () => {
  const other = join(folder, 'weather.parley')
  const text = join(folder, 'weather.txt')
  writeFileSync(text, 'It rained for three days. The river rose by a hand, and the ferry stayed in port.')
  await parley('add', text, '--case', other, '--publisher', 'Valley Gazette', '--published', '2025-05-12')
  expect((await parley('brief', '--case', other)).out).toContain('No negotiation is told of')
  expect((await asked('brief')).out).not.toContain('No negotiation is told of')
})

test('show gives a report, a sentence and a record', async () => {
  const sentence = JSON.parse((await asked('show', '1.2', '--json')).out) as { words: string; records: { record: { id: string } }[] }
  expect(sentence.words.length).toBeGreaterThan(0)
  const record = await asked('show', sentence.records[0]?.record.id ?? '')
  expect(record.code).toBe(0)
  expect((await asked('show', '1')).out).toContain(sentence.words)
})

test('verify, rebuild and verify again', async () => {
  expect((await asked('verify')).code).toBe(0)
  expect((await asked('rebuild')).out).toContain('3 reports')
  expect(JSON.parse((await asked('verify', '--json')).out)).toMatchObject({ ok: true, reports: 3 })
}, 60_000)

test('extract keeps order and ids, and a bad line is one error line and exit code 1', async () => {
  const lines = [
    '{"id":"a","publisher":"P","published":"2025-03-01","text":"Northland said it would talk."}',
    '{broken',
    '{"id":"c","outlet":"P","title":"T","text":"Southland denied it."}',
    '{"id":"d"}',
  ]
  const input = join(folder, 'lines.jsonl')
  writeFileSync(input, lines.join('\n'))
  const { code, out } = await parley('extract', input)
  expect(code).toBe(1)
  const given = out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as { id?: string | null; error?: { code: string; message: string }; report?: { key?: string } })
  expect(given.map(one => one.report?.key ?? one.id)).toEqual(['a', null, 'c', 'd'])
  expect(given.map(one => one.error?.message !== undefined)).toEqual([false, true, false, true])
  expect(analysisSchema.safeParse(given[0]).error).toBeUndefined()
})

test.each([
  [['brief', '--bogus']],
  [['nonsense']],
  [['positions', '--at', 'soon']],
  [['search', '--case', file, '***']],
  [['brief', '--case', file, '--about', 'Nobody At All']],
  [['add']],
])('%j is a usage error: exit code 2, words on stderr', async words => {
  const { code, out, err } = await parley(...words)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err.length).toBeGreaterThan(0)
})

test('a case that is not there, or is none, is told with place and mend', async () => {
  const missing = await parley('brief', '--case', join(folder, 'none'))
  expect(missing).toMatchObject({ code: 1 })
  expect(missing.err).toMatch(/where: .*none\n {2}mend:/)
  const none = await parley('brief', '--case', join(examples, 'README.md'), '--json')
  expect(JSON.parse(none.err)).toMatchObject({ error: { code: 'not-a-case' } })
})

test('help has examples, everywhere', async () => {
  for (const command of ['add', 'brief', 'timeline', 'extract', 'serve', 'verify', 'codebook']) {
    const { code, out } = await parley(command, '--help')
    expect(code).toBe(0)
    expect(out).toContain('Examples:')
  }
})

test('the codebook’s JSON Schema is made from the schemas that check', async () => {
  const schema = JSON.parse((await parley('codebook', '--json-schema')).out) as { required: string[] }
  expect(schema.required).toEqual(Object.keys(analysisSchema.shape))
})

test('hostile words reach neither the terminal nor Markdown as marks', async () => {
  const hostile = join(folder, 'hostile.jsonl')
  writeFileSync(
    hostile,
    JSON.stringify({
      id: 'h',
      publisher: 'Paper\u001B[31m <b>x</b>',
      title: '[x](javascript:alert(1)) | `y`',
      published: '2025-01-01',
      text: 'Northland said it would talk to Southland.',
    }),
  )
  const other = join(folder, 'hostile.parley')
  await parley('add', hostile, '--case', other)
  expect((await parley('brief', '--case', other)).out).not.toContain('\u001B')
  const markdown = (await parley('brief', '--case', other, '--markdown')).out
  expect(markdown).not.toMatch(/[^\\]<b>|[^\\]\]\(javascript/)
})

test('export gives canonical JSON of the whole', async () => {
  const { out } = await asked('export')
  expect(Object.keys(JSON.parse(out) as object)).toEqual(['analyses', 'findings', 'known', 'log', 'parley', 'utterances'])
  expect(readFileSync(file).length).toBeGreaterThan(0)
})

test('remove takes a report out and says so; one that is not there is an error with its mend', async () => {
  const other = join(folder, 'removed.parley')
  await parley('add', join(examples, '01-talks-open-wire.txt'), '--case', other)
  const removed = await parley('remove', '1', '--case', other, '--why', 'not about the talks', '--json')
  expect(removed).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(removed.out)).toMatchObject({ as: 'removed', number: 1 })
  expect(JSON.parse((await parley('reports', '--case', other, '--json')).out)).toEqual([])
  expect((await parley('remove', '1', '--case', other)).err).toContain('Give its number, its id')
  expect((await parley('verify', '--case', other)).code).toBe(0)
})
