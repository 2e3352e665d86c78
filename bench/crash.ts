/**
 * What a crash and a flipped byte do to a case: `node --conditions=source --import tsx bench/crash.ts [KILLS] [FLIPS]` prints how many
 * rounds were run and how many were not survived. The tests run a few rounds of the same.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { openCase, type Added } from '#case'
import { Fault } from '#model'
import { openStore } from '#store'

/** Numbers that look random and are the same each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export interface KillResult {
  readonly rounds: number
  /** Reports whose adding was acknowledged before a kill. */
  readonly acknowledged: number
  readonly lost: number
  readonly unsound: number
  /** What verify named first in the rounds that were not sound. */
  readonly named: string[]
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

const MAIN = new URL('../src/cli/main.ts', import.meta.url).pathname

/** Adds `lines` to one case again and again, each time killed with SIGKILL at a random moment, and checks the case after each. */
export async function killRounds(rounds: number, lines: readonly string[], seed = 1): Promise<KillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-kill-'))
  const random = seeded(seed)
  const result: Writable<KillResult> = { rounds, acknowledged: 0, lost: 0, unsound: 0, named: [] }
  try {
    const input = join(folder, 'reports.jsonl')
    const file = join(folder, 'killed.parley')
    writeFileSync(input, lines.join('\n'))
    for (let round = 0; round < rounds; round++) {
      const told = await addUntilKilled(file, input, 1 + Math.floor(random() * 12), random() * 40)
      result.acknowledged += told.length
      const { lost, wrong } = await checkAfter(file, told)
      result.lost += lost
      if (wrong !== undefined) result.unsound++
      if (wrong !== undefined) result.named.push(wrong)
      const there = await reportsIn(file)
      if (there >= lines.length) for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return result
}

/** Runs `parley add` until it has acknowledged so many reports, waits a moment, kills it; gives the ids acknowledged. */
function addUntilKilled(file: string, input: string, after: number, wait: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', MAIN, 'add', input, '--case', file, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const told: string[] = []
  let rest = ''
  return new Promise(resolve => {
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const added = JSON.parse(line) as Added
        if (added.as === 'added') told.push(added.report)
        if (told.length === after) setTimeout(() => child.kill('SIGKILL'), wait)
      }
    })
    child.on('close', () => {
      resolve(told)
    })
  })
}

async function checkAfter(file: string, told: readonly string[]): Promise<{ lost: number; wrong: string | undefined }> {
  const held = await openCase(file)
  try {
    let lost = 0
    for (const id of told) if (!(await held.ask.report(id))) lost++
    const { first } = await held.verify()
    return { lost, wrong: first && `${first.place ?? ''}: ${first.message}` }
  } finally {
    await held.close()
  }
}

async function reportsIn(file: string): Promise<number> {
  const held = await openCase(file, { readOnly: true })
  const { reports } = held.counts()
  await held.close()
  return reports
}

export interface FlipResult {
  readonly flips: number
  readonly named: number
  /** The places of flips that nothing named. */
  readonly missed: readonly string[]
}

/** Flips one byte after the other, each in a fresh copy of the case: of the log's entries and hashes, and of the reports' texts. */
export async function flipRounds(flips: number, file: string, seed = 2): Promise<FlipResult> {
  const random = seeded(seed)
  const whole = readFileSync(file)
  const targets = readTargets(file)
  const copy = `${file}.flipped`
  const missed: string[] = []
  for (let round = 0; round < flips; round++) {
    const target = targets[Math.floor(random() * targets.length)]
    const at = Math.floor(random() * (target?.bytes.length ?? 1))
    const offsets = target ? offsetsOf(whole, target.bytes, at) : []
    if (!target || offsets.length === 0) {
      round--
      continue
    }
    const damaged = Buffer.from(whole)
    const mask = 1 + Math.floor(random() * 255)
    for (const offset of offsets) damaged[offset] = (damaged[offset] ?? 0) ^ mask
    writeFileSync(copy, damaged)
    if (!(await isNamed(copy))) missed.push(`${target.name} byte ${String(at)}`)
  }
  for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true })
  return { flips, named: flips - missed.length, missed }
}

interface Target {
  readonly name: string
  readonly bytes: Buffer
}

function readTargets(file: string): Target[] {
  const raw = new Database(file, { readonly: true })
  const log = raw.prepare('SELECT seq, body, hash FROM log').all() as { seq: number; body: string; hash: string }[]
  const reports = raw.prepare('SELECT number, text FROM report').all() as { number: number; text: string }[]
  raw.close()
  return [
    ...log.flatMap(row => [
      { name: `log ${String(row.seq)}`, bytes: Buffer.from(row.body) },
      { name: `hash ${String(row.seq)}`, bytes: Buffer.from(row.hash) },
    ]),
    ...reports.map(row => ({ name: `text ${String(row.number)}`, bytes: Buffer.from(row.text) })),
  ]
}

/** Where the byte lies in the file, found by the bytes around it: once, and perhaps again in the free space of a page that was split, which belongs to nothing. */
function offsetsOf(whole: Buffer, bytes: Buffer, at: number): number[] {
  const from = Math.max(0, at - 25)
  const words = bytes.subarray(from, Math.min(bytes.length, at + 25))
  const offsets: number[] = []
  for (let found = whole.indexOf(words); found >= 0; found = whole.indexOf(words, found + 1)) offsets.push(found + at - from)
  return offsets
}

async function isNamed(file: string): Promise<boolean> {
  try {
    const store = openStore(file, { readOnly: true })
    const { first } = store.check()
    await store.close()
    return first !== undefined && first.place !== undefined
  } catch (error) {
    return error instanceof Fault && error.code === 'damaged'
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { caseFor, killLines } = await import('./made.ts')
  const kills = await killRounds(Number(process.argv[2] ?? 50), killLines(60))
  console.log(
    `kill -9: ${String(kills.rounds)} rounds, ${String(kills.acknowledged)} reports acknowledged, ${String(kills.lost)} lost, ${String(kills.unsound)} times not sound ${kills.named.join('; ')}`,
  )
  const made = await caseFor(20)
  const flips = await flipRounds(Number(process.argv[3] ?? 500), made.file)
  made.remove()
  console.log(`flipped bytes: ${String(flips.flips)}, named ${String(flips.named)}${flips.missed.length > 0 ? `; missed: ${flips.missed.join(', ')}` : ''}`)
}
