import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newCase, type Case, type Input } from '#case'
import { makeReport } from '#read'

const PLACES = ['Northland', 'Southland', 'Eastmark', 'Westfold', 'the Harbour Union', 'the Valley Council', 'the Delta Front', 'the Relief Office']
const FIRST = ['Anna', 'Bruno', 'Clara', 'Dario', 'Edda', 'Fabio', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Karla', 'Leon']
const LAST = ['Abel', 'Brandt', 'Corr', 'Daley', 'Ekman', 'Falk', 'Grieg', 'Holm', 'Ivers', 'Jansen', 'Keller', 'Lund']
const PAPERS = ['Example Wire', 'Morning Post', 'Evening Courier', 'Harbour Times', 'Valley Radio', 'Union Herald', 'Delta Voice']

/** The nth of a row of numbers without a pattern that matters here. */
function pick<T>(list: readonly T[], n: number, step: number): T {
  return list[(n * step + Math.floor(n / list.length)) % list.length] as T
}

function sentence(n: number, i: number): string {
  const a = pick(PLACES, n + i, 3)
  const b = pick(PLACES, n + i + 1, 5)
  const who = `${pick(FIRST, n + i, 5)} ${pick(LAST, n + i * 2, 7)}`
  const day = `${String(1 + ((n + i) % 28))} ${['January', 'February', 'March', 'April', 'May'][n % 5] ?? 'May'}`
  const all = [
    `${who}, a spokesman for ${a}, said on Monday that ${a} was ready to release ${String(3 + (n % 40))} prisoners if ${b} withdrew its forces from the valley.`,
    `“We will not accept any deal without guarantees,” ${who} told reporters in ${b}.`,
    `${a} has rejected the proposal of ${b} and demanded the lifting of the blockade, two officials familiar with the talks said.`,
    `At least ${String(20 + ((n * 7) % 900))} people have been killed since ${day}, according to the health office of ${a}.`,
    `A ceasefire between ${a} and ${b} took effect on ${day}; ${b} said that ${a} had violated it ${String(2 + (n % 9))} times.`,
    `The talks stalled on ${day} after mediators from ${pick(PLACES, n, 7)} reportedly presented a new draft to both sides.`,
    `Aid convoys have not entered the district for nearly ${String(2 + (n % 8))} weeks, the relief office said in a statement.`,
    `Last week ${a} accused ${b} of shelling the port, which ${b} denied.`,
  ]
  return all[(n * 3 + i) % all.length] ?? ''
}

/** The nth invented report of a bench: about 12 sentences, unlike all others. */
export function benchInput(n: number): Extract<Input, { report: unknown }> {
  const text =
    Array.from({ length: 4 }, (_, p) => Array.from({ length: 3 }, (__, i) => sentence(n + p * 11, i)).join(' ')).join('\n\n') +
    `\n\nThis was report ${String(n)} of the series.`
  const day = new Date(Date.UTC(2024, 0, 1 + (n % 500))).toISOString().slice(0, 10)
  const publisher = pick(PAPERS, n, 3)
  const report = makeReport({ text, key: `b${String(n)}`, publisher, published: day, headline: `Talks, report ${String(n)}` })
  return { source: `b${String(n)}`, report, original: { bytes: Buffer.from(text), name: `b${String(n)}.txt`, mediaType: 'text/plain' } }
}

export function* benchInputs(count: number): Generator<Input> {
  for (let n = 0; n < count; n++) yield benchInput(n)
}

/** The nth of reports of one day that are the same but for two numbers. */
export function twinInput(n: number): Extract<Input, { report: unknown }> {
  const text = [
    `Anna Abel, a spokeswoman for Northland, said on Monday that Northland was ready to release ${String(100 + n)} prisoners if Southland withdrew its forces from the valley.`,
    `“We will not accept any deal without guarantees for the people of the valley,” Anna Abel told reporters in Eastmark. Southland has rejected the proposal and demanded the lifting of the blockade, two officials familiar with the talks said.`,
    `At least ${String(300 + n)} people have been killed since 5 March, according to the health office of Southland. The talks stalled on Sunday after mediators from Eastmark presented a new draft to both sides.`,
  ].join('\n\n')
  const report = makeReport({ text, key: `t${String(n)}`, publisher: pick(PAPERS, n, 3), published: '2025-03-11', headline: 'Talks' })
  return { source: `t${String(n)}`, report }
}

/** Lines of JSON for short reports, for rounds that end in a kill. */
export function killLines(count: number): string[] {
  return Array.from({ length: count }, (_, n) =>
    JSON.stringify({
      id: `k${String(n)}`,
      publisher: pick(PAPERS, n, 3),
      published: '2025-03-02',
      text: `${sentence(n, 0)} ${sentence(n, 3)} Number ${String(n)}.`,
    }),
  )
}

/** A closed case file with so many reports, in a folder of its own. */
export async function caseFor(count: number): Promise<{ file: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const file = join(folder, 'made.parley')
  const held: Case = await newCase(file, { by: 'bench', at: '2025-06-01T12:00:00.000Z' })
  for await (const _ of held.add(benchInputs(count), { by: 'bench', at: '2025-06-01T12:00:00.000Z' }));
  await held.close()
  return {
    file,
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
