import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { newCase, type Added, type Case, type Input } from '#case'
import { makeReport, readInputs } from '#read'

export const DOING = { by: 'a tester', at: '2025-06-01T12:00:00.000Z' }

/** A folder for one test file, gone when its tests are done. */
export function folderFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `parley-${name}-`))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

const PARTIES = ['Northland', 'Southland', 'the Harbour Union', 'the Valley Council']
const WORDS = [
  (a: string, b: string) => `${a} said on Monday that it was ready to release 12 prisoners if ${b} withdrew its forces.`,
  (a: string, b: string) => `A spokesman for ${a} said ${b} had violated the ceasefire three times.`,
  (a: string, b: string) => `${a} rejected the proposal of ${b} and demanded the lifting of the blockade.`,
  (a: string, b: string) => `Talks between ${a} and ${b} stalled on 3 March 2025, two officials familiar with the talks said.`,
  (a: string, b: string) => `At least 40 people were killed since January, according to ${a}. ${b} denied it.`,
]

/** The nth invented report: short, unlike its neighbours, with statements, dates, figures and positions. */
export function inventedInput(n: number): Input {
  const a = PARTIES[n % PARTIES.length] ?? ''
  const b = PARTIES[(n + 1 + (n % 3)) % PARTIES.length] ?? ''
  const text = Array.from({ length: 3 }, (_, i) => WORDS[(n + i * 2) % WORDS.length]?.(a, b) ?? '').join(' ') + ` This was round ${String(n)} of the talks.`
  const report = makeReport({ text, key: `r${String(n)}`, publisher: `Paper ${String(n % 5)}`, published: `2025-03-${String(1 + (n % 28)).padStart(2, '0')}` })
  return { source: `r${String(n)}`, report, original: { bytes: Buffer.from(text), name: `r${String(n)}.txt`, mediaType: 'text/plain' } }
}

export function inventedInputs(count: number): Input[] {
  return Array.from({ length: count }, (_, n) => inventedInput(n))
}

/** The reports of examples/. */
export async function exampleInputs(): Promise<Input[]> {
  const folder = new URL('../../examples/', import.meta.url).pathname
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => join(folder, name))
  const found: Input[] = []
  for await (const input of readInputs(files)) found.push(input as Input)
  return found
}

export async function addAll(held: Case, inputs: Iterable<Input>, jobs = 1): Promise<Added[]> {
  const all: Added[] = []
  for await (const added of held.add(inputs, { ...DOING, jobs })) all.push(added)
  return all
}

/** A new case with these reports. */
export async function caseOf(file: string, inputs: Iterable<Input>): Promise<Case> {
  const held = await newCase(file, { ...DOING, name: 'test' })
  await addAll(held, inputs)
  return held
}

export async function exported(held: Case, log = true): Promise<string> {
  let all = ''
  for await (const piece of held.export({ log })) all += piece
  return all
}
