import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCase } from '#case'
import { addAll, caseOf, DOING, folderFor, inventedInputs } from './made.ts'

const folder = folderFor('lock')

/** Another process that holds the case for writing until it is told to let go. */
async function holdElsewhere(file: string): Promise<() => Promise<void>> {
  const script = `const D = require('better-sqlite3'); const d = new D(${JSON.stringify(file)}); d.exec('BEGIN IMMEDIATE'); console.log('held'); process.stdin.on('data', () => { d.exec('COMMIT'); d.close(); process.exit() })`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  await new Promise(resolve => child.stdout.once('data', resolve))
  return () =>
    new Promise(resolve => {
      child.once('exit', () => {
        resolve()
      })
      child.stdin.write('go\n')
    })
}

test('while another process writes, this one reads; its writing waits, then says why; and goes on after', async () => {
  const file = join(folder, 'held.parley')
  await (await caseOf(file, inventedInputs(2))).close()
  const letGo = await holdElsewhere(file)
  const held = await openCase(file, { wait: 200 })
  expect((await held.ask.overview()).reports).toBe(2)
  await expect(addAll(held, inventedInputs(3))).rejects.toMatchObject({ code: 'locked', place: file })
  await letGo()
  expect((await addAll(held, inventedInputs(3))).map(one => one.as)).toEqual(['already', 'already', 'added'])
  await held.close()
})

test('two writers at once lose nothing and add nothing twice', async () => {
  const file = join(folder, 'two.parley')
  await (await caseOf(file, [])).close()
  const [a, b] = [await openCase(file), await openCase(file)]
  const inputs = inventedInputs(20)
  const [one, two] = await Promise.all([addAll(a, inputs), addAll(b, [...inputs].reverse())])
  expect([...one, ...two].filter(added => added.as === 'added')).toHaveLength(20)
  expect((await a.verify()).first).toBeUndefined()
  await a.close()
  expect((await b.ask.overview()).reports).toBe(20)
  await b.close()
})

test('a reader sees the case as it stands while another adds', async () => {
  const file = join(folder, 'reader.parley')
  const writer = await caseOf(file, inventedInputs(1))
  const reader = await openCase(file, { readOnly: true })
  for await (const _ of writer.add(inventedInputs(6), DOING)) expect((await reader.ask.reports()).total).toBe((await writer.ask.reports()).total)
  await reader.close()
  await writer.close()
})
