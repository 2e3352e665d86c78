import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newCase, openCase, type Input } from '#case'
import { analysisSchema, canonical, sha256 } from '#model'
import { addAll, caseOf, DOING, exampleInputs, exported, folderFor, inventedInputs } from './made.ts'

const folder = folderFor('case')
const file = (name: string): string => join(folder, `${name}.parley`)

test('a report is added once; the second time it says so and adds nothing', async () => {
  const held = await newCase(file('twice'), DOING)
  const inputs = inventedInputs(6)
  expect((await addAll(held, inputs)).map(one => one.as)).toEqual(Array(6).fill('added'))
  const before = await exported(held)
  expect((await addAll(held, inputs)).map(one => [one.as, 'number' in one ? one.number : 0])).toEqual([1, 2, 3, 4, 5, 6].map(n => ['already', n]))
  expect(await exported(held)).toBe(before)
  await held.close()
})

test('the same text from another publisher is another report, shown as a copy', async () => {
  const [one] = inventedInputs(1) as [Extract<Input, { report: unknown }>]
  const { makeReport } = await import('#read')
  const held = await caseOf(file('copies'), [
    one,
    { source: 'copy', report: makeReport({ text: one.report.text, publisher: 'Another Paper', published: '2025-03-02' }) },
  ])
  const view = await held.ask.report('1')
  expect(view?.copies.map(line => line.publisher)).toEqual(['Another Paper'])
  await held.close()
})

test('an input that could not be read is one failure, and the run goes on', async () => {
  const held = await newCase(file('failed'), DOING)
  const fault = { code: 'bad-line', message: 'The line is not JSON.', place: 'x:2', mend: 'Mend it.' }
  const added = await addAll(held, [...inventedInputs(1), { source: 'x:2', id: 'k', error: fault }, ...inventedInputs(2)])
  expect(added.map(one => one.as)).toEqual(['added', 'failed', 'already', 'added'])
  expect(added[1]).toEqual({ source: 'x:2', as: 'failed', key: 'k', error: fault })
  await held.close()
})

test('verify holds, and rebuild gives the same canonical JSON', async () => {
  const held = await caseOf(file('rebuild'), await exampleInputs())
  const before = await exported(held)
  expect((await held.verify()).first).toBeUndefined()
  for await (const _ of held.rebuild(DOING));
  expect(sha256(await exported(held))).toBe(sha256(before))
  expect(await held.verify()).toMatchObject({ ok: true })
  expect(canonical(JSON.parse(before))).toBe(before.trimEnd())
  await held.close()
})

test('what comes out of the case is a whole analysis, as it went in', async () => {
  const held = await caseOf(file('whole'), inventedInputs(3))
  const view = await held.ask.report('2')
  expect(analysisSchema.safeParse(view?.analysis).error).toBeUndefined()
  await held.close()
})

test('what a case knows beforehand is sealed in its log, and a new one is read anew', async () => {
  const known = { actors: [{ name: 'Northland', kind: 'state' as const }], issues: [], policies: [], periods: [] }
  const held = await newCase(file('known'), { ...DOING, known })
  await addAll(held, inventedInputs(2))
  for await (const _ of held.rebuild({ ...DOING, known: { ...known, actors: [] } }));
  expect(await held.verify()).toMatchObject({ ok: true, entries: 4 })
  await held.close()
})

test('workers give the same case as one thread', async () => {
  const alone = await caseOf(file('alone'), inventedInputs(12))
  const many = await newCase(file('many'), { ...DOING, name: 'test' })
  await addAll(many, inventedInputs(12), 2)
  expect(sha256(await exported(many))).toBe(sha256(await exported(alone)))
  await alone.close()
  await many.close()
})

test('an added report is there after the case is opened again, for reading alone', async () => {
  await (await caseOf(file('again'), inventedInputs(2))).close()
  const held = await openCase(file('again'), { readOnly: true })
  expect((await held.ask.overview()).reports).toBe(2)
  await expect(addAll(held, inventedInputs(3))).rejects.toMatchObject({ code: 'cannot-write' })
  await held.close()
})

/** An answer without what the order of adding decides, the numbers of the reports; in short, so that a difference can be read. */
function unnumbered(answer: unknown): string {
  return sha256(JSON.stringify(answer, (key, value: unknown) => (['number', 'label', 'next', 'added'].includes(key) ? undefined : value)))
}

test('any order of adding gives the same case and the same answers', async () => {
  const inputs = await exampleInputs()
  const answersOf = async (name: string, order: readonly Input[]): Promise<Record<string, string>> => {
    const held = await caseOf(file(name), order)
    const { ask } = held
    const questions = {
      matrix: ask.matrix(),
      timeline: ask.timeline({ limit: 500 }),
      proposals: ask.proposals(),
      figures: ask.figures(),
      ceasefires: ask.ceasefires(),
      statements: ask.statements({ limit: 500 }),
      actors: ask.actors({ limit: 500 }),
    }
    const all: Record<string, string> = { case: sha256(await exported(held, false)) }
    for (const [question, answer] of Object.entries(questions)) all[question] = unnumbered(await answer)
    await held.close()
    return all
  }
  const expected = await answersOf('order', inputs)
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...inputs.keys()], { minLength: inputs.length }), async order => {
      expect(
        await answersOf(
          `order-${String(run++)}`,
          order.flatMap(index => inputs[index] ?? []),
        ),
      ).toEqual(expected)
    }),
    { numRuns: 4 },
  )
}, 120_000)
