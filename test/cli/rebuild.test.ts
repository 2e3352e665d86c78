import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { openCase } from '#case'
import { run, type Face } from '#cli'

const folder = mkdtempSync(join(tmpdir(), 'parley-rebuild-'))
const file = join(folder, 'talks.parley')
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

class Kept extends Writable {
  words = ''
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
    env: {},
    by: 'a tester',
    now: () => '2025-06-01T12:00:00.000Z',
  }
  const [command = '', ...rest] = words
  return { code: await run([command, '--case', file, ...rest], face), out: out.words, err: err.words }
}

test('a policy changed by YAML is logged, recomputes, and lists what moved with its sentence', async () => {
  const report = join(folder, 'one.txt')
  writeFileSync(report, 'The bakeries of Almery have been closed for several days. The gate was shut on Friday.')
  expect((await parley('add', report, '--publisher', 'Example Wire', '--published', '2025-05-12')).code).toBe(0)
  const known = join(folder, 'known.yaml')
  writeFileSync(known, 'policies:\n  - { id: several, low: 4, high: 7, note: as this desk counts }\n')

  const json = JSON.parse((await parley('rebuild', '--known', known, '--json')).out) as { reports: number; moved: object[] }
  expect(json.reports).toBe(1)
  const several = { report: 1, kind: 'time', policy: 'several', words: 'several days', from: { start: '[2025-05-03..2025-05-09]', end: '..' } }
  expect(json.moved).toContainEqual(
    expect.objectContaining({
      ...several,
      to: { start: '[2025-05-05..2025-05-08]', end: '..' },
      sentence: 'The bakeries of Almery have been closed for several days.',
    }),
  )
  expect(JSON.stringify(json.moved)).not.toContain('Friday')

  // The same again moves nothing; taking it back moves it back.
  expect((await parley('rebuild', '--known', known)).out).toContain('No days moved.')
  writeFileSync(known, 'policies: []\n')
  const back = (await parley('rebuild', '--known', known)).out
  expect(back).toContain('(policy several)')
  expect(back).toContain('“The bakeries of Almery have been closed for several days.”')

  const held = await openCase(file, { readOnly: true })
  const pieces: string[] = []
  for await (const piece of held.export()) pieces.push(piece)
  await held.close()
  const { log } = JSON.parse(pieces.join('')) as { log: { kind: string; value?: { known?: { policies: { id: string }[] } } }[] }
  expect(log.filter(one => one.value?.known?.policies.some(policy => policy.id === 'several'))).toHaveLength(2)
  expect((await parley('verify')).code).toBe(0)
}, 60_000)

test('what does not read as YAML of a case is refused by name, and nothing is done', async () => {
  const known = join(folder, 'bad.yaml')
  writeFileSync(known, 'policies:\n  - { id: several, low: many }\n')
  const { code, err } = await parley('rebuild', '--known', known)
  expect(code).not.toBe(0)
  expect(err).toContain('bad.yaml')
})
