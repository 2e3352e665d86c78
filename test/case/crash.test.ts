import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flipRounds, killRounds } from '../../bench/crash.ts'
import { killLines } from '../../bench/made.ts'
import { caseOf, exampleInputs, folderFor } from './made.ts'

const folder = folderFor('crash')

// `bench/crash.ts` runs the same for as many rounds as one likes.
test('a killed add loses no report that it acknowledged, and the case verifies', async () => {
  const result = await killRounds(3, killLines(30))
  expect(result.acknowledged).toBeGreaterThan(0)
  expect(result).toMatchObject({ lost: 0, named: [] })
}, 120_000)

test('a flipped byte of the log or of a text is named', async () => {
  const file = join(folder, 'flipped.parley')
  await (await caseOf(file, await exampleInputs())).close()
  expect((await flipRounds(40, file)).missed).toEqual([])
}, 60_000)
