import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newCase } from '#case'
import { addAll, caseOf, DOING, exampleInputs, exported, folderFor, inventedInputs } from './made.ts'

const folder = folderFor('remove')

test('what is left after removing is what never adding would have given, and verifies', async () => {
  const inputs = [...(await exampleInputs()), ...inventedInputs(12)]
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(inputs.length - 1), { minLength: 1, maxLength: 8 }), async gone => {
      run++
      const held = await caseOf(join(folder, `all-${String(run)}.parley`), inputs)
      for (const at of gone) expect((await held.remove(String(at + 1), DOING)).number).toBe(at + 1)
      const never = await caseOf(
        join(folder, `never-${String(run)}.parley`),
        inputs.filter((_, at) => !gone.includes(at)),
      )
      expect(await exported(held, false)).toBe(await exported(never, false))
      expect((await held.verify()).first).toBeUndefined()
      await held.close()
      await never.close()
    }),
    { numRuns: 3 },
  )
}, 120_000)

test('a report that was taken out can be added again, under a new number; the log tells all of it', async () => {
  const held = await newCase(join(folder, 'again.parley'), { ...DOING, name: 'test' })
  const inputs = inventedInputs(4)
  await addAll(held, inputs)
  const before = await exported(held, false)
  const removed = await held.remove('r2', { ...DOING, why: 'added by mistake' })
  expect(removed).toMatchObject({ as: 'removed', number: 3 })
  await expect(held.remove('r2', DOING)).rejects.toMatchObject({ code: 'no-such-report' })
  expect((await addAll(held, inputs)).map(one => [one.as, 'number' in one ? one.number : 0])).toEqual([
    ['already', 1],
    ['already', 2],
    ['added', 5],
    ['already', 4],
  ])
  expect(await exported(held, false)).toBe(before)
  expect(await held.verify()).toMatchObject({ ok: true, reports: 4, removed: 1, entries: 7 })
  for await (const _ of held.rebuild(DOING));
  expect(await exported(held, false)).toBe(before)
  await held.close()
})
