import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case } from '#case'
import { briefPage, drawMarkdown } from '#export'
import { faultsOf, namesIn } from '../gold/neutral.ts'
import { caseOf, exampleInputs, inventedInputs } from './case/made.ts'

describe('what Parley says of itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-neutral-'))
  let held: Case

  beforeAll(async () => {
    held = await caseOf(join(folder, 'neutral.parley'), [...(await exampleInputs()), ...inventedInputs(10)])
  }, 60_000)
  afterAll(async () => {
    await held.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('neither judges nor takes over a loaded word, and every record is told by somebody', async () => {
    const { last } = held.counts()
    for (let number = 1; number <= last; number++) {
      const brief = await held.ask.brief({ report: String(number) })
      expect(faultsOf(drawMarkdown(briefPage(brief)), namesIn(brief))).toEqual([])
    }
    const whole = await held.ask.brief()
    expect(faultsOf(drawMarkdown(briefPage(whole)), namesIn(whole))).toEqual([])
    const { items } = await held.ask.findings({ limit: 500 })
    expect(items.flatMap(finding => faultsOf(finding.why, finding.about))).toEqual([])
  })

  test('is looked at outside quotations and names', () => {
    expect(faultsOf('The ministry admitted “the terrorist act”.', [])).toEqual(['admitted: The ministry admitted “the terrorist act”.'])
    expect(faultsOf('The ministry said: “the terrorist act”.', [])).toEqual([])
    expect(faultsOf('Heard: Marlow regime.', ['Marlow regime'])).toEqual([])
    expect(faultsOf('## Lines of talks\n- **Talks.** They go on.', [])).toEqual(['nobody tells: - **Talks.** They go on.'])
  })
})
