import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newCase, openCase } from '#case'
import { addAll, caseOf, DOING, folderFor, inventedInputs } from './made.ts'

const folder = folderFor('bad')
const file = (name: string): string => join(folder, name)

/** Every fault says what, where and the mend. */
const told = (code: string): object => ({
  code,
  message: expect.any(String) as string,
  place: expect.any(String) as string,
  mend: expect.any(String) as string,
})

test.each([
  ['text', 'These are words.'],
  ['nothing', ''],
  ['half a header', 'SQLite format 3\0'],
])('a file of %s is no case', async (name, words) => {
  writeFileSync(file(name), words)
  await expect(openCase(file(name))).rejects.toMatchObject(told('not-a-case'))
})

test('another program’s SQLite file is no case, and stays as it is', async () => {
  const other = new Database(file('other.db'))
  other.exec('CREATE TABLE report (id)')
  other.close()
  await expect(openCase(file('other.db'))).rejects.toMatchObject(told('not-a-case'))
  expect(readdirSync(folder).filter(name => name.startsWith('other.db'))).toEqual(['other.db'])
})

test('a folder is no case, and a file that is not there is said not to be', async () => {
  await expect(openCase(folder)).rejects.toMatchObject(told('not-a-case'))
  await expect(openCase(file('none'))).rejects.toMatchObject(told('no-such-file'))
})

test('a newer version is refused and left alone', async () => {
  await (await caseOf(file('newer'), inventedInputs(1))).close()
  const raw = new Database(file('newer'))
  raw.pragma('user_version = 999')
  raw.close()
  await expect(openCase(file('newer'))).rejects.toMatchObject(told('newer-version'))
})

test('a case is never made over a file, nor in a folder that is not there', async () => {
  writeFileSync(file('mine'), 'words')
  await expect(newCase(file('mine'), DOING)).rejects.toMatchObject(told('exists'))
  await expect(newCase(join(folder, 'no', 'folder', 'x'), DOING)).rejects.toMatchObject(told('cannot-write'))
  expect(readdirSync(folder).filter(name => name.includes('.new-'))).toEqual([])
})

test('a case cut short is damaged, not a crash', async () => {
  await (await caseOf(file('cut'), inventedInputs(3))).close()
  const raw = new Database(file('cut'))
  const pages = Number(raw.pragma('page_count', { simple: true }))
  raw.close()
  execFileSync('truncate', ['-s', String(Math.floor(pages / 2) * 4096), file('cut')])
  const verdict = await openCase(file('cut'), { readOnly: true }).then(
    async held => held.verify().finally(() => held.close()),
    (error: unknown) => ({ first: error }),
  )
  expect(verdict.first).toMatchObject({ code: 'damaged' })
})

const root = process.getuid?.() === 0

/** A small file system of its own, taken away when the test is done. */
function mountSmall(name: string, size: string): string {
  const at = file(name)
  mkdirSync(at, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', at])
  onTestFinished(() => {
    execFileSync('umount', ['-l', at])
  })
  return at
}

function canMount(): boolean {
  if (!root) return false
  try {
    const at = file('probe')
    mkdirSync(at)
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', at], { stdio: 'ignore' })
    execFileSync('umount', [at])
    return true
  } catch {
    return false
  }
}

describe.skipIf(!canMount())('on a file system of its own (mounting needs root)', () => {
  test('a full disk keeps what was acknowledged, says so once, and the run can go on when there is room', async () => {
    const at = mountSmall('full', '2500k')
    const held = await newCase(join(at, 'x.parley'), DOING)
    const added: string[] = []
    const run = async (): Promise<void> => {
      for await (const one of held.add(inventedInputs(400), DOING)) if (one.as === 'added') added.push(one.report)
    }
    await expect(run()).rejects.toMatchObject({ ...told('disk-full'), code: expect.stringMatching(/disk-full|cannot-write/) as string })
    expect(added.length).toBeGreaterThan(0)
    execFileSync('mount', ['-o', 'remount,size=80m', at])
    expect((await held.verify()).first).toBeUndefined()
    expect((await held.ask.overview()).reports).toBe(added.length)
    const again = await addAll(held, inventedInputs(added.length + 2))
    expect(again.filter(one => one.as === 'added')).toHaveLength(2)
    await held.close()
  }, 120_000)

  test('a read-only folder can be read, and adding says why not', async () => {
    const at = mountSmall('readonly', '20m')
    await (await caseOf(join(at, 'x.parley'), inventedInputs(2))).close()
    execFileSync('mount', ['-o', 'remount,ro', at])
    await expect(openCase(join(at, 'x.parley')).then(held => addAll(held, inventedInputs(3)))).rejects.toMatchObject(told('cannot-write'))
    await expect(newCase(join(at, 'y.parley'), DOING)).rejects.toMatchObject(told('cannot-write'))
    const held = await openCase(join(at, 'x.parley'), { readOnly: true })
    expect((await held.ask.overview()).reports).toBe(2)
    expect((await held.verify()).first).toBeUndefined()
    await held.close()
  })
})
