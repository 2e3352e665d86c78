import { describe, expect, test } from 'vitest'
import { readPlanted, runPlanted } from './planted.ts'

const cases = readPlanted()

describe('planted cases', () => {
  test('are eighty or more, in four negotiations, half of them with something that must not be found', () => {
    expect(cases.length).toBeGreaterThanOrEqual(80)
    expect(new Set(cases.map(one => one.negotiation)).size).toBeGreaterThanOrEqual(4)
    expect(cases.filter(one => (one.not ?? []).length > 0).length).toBeGreaterThanOrEqual(cases.length / 2)
  })

  test('nine in ten of what must be found is found, and of what is found is right', () => {
    const outcomes = cases.map(one => ({ name: one.name, ...runPlanted(one) }))
    const count = (pick: (one: (typeof outcomes)[number]) => readonly unknown[]): number => outcomes.reduce((sum, one) => sum + pick(one).length, 0)
    const [found, missed, wrong] = [count(one => one.found), count(one => one.missed), count(one => one.wrong)]
    const faults = outcomes.filter(one => one.missed.length + one.wrong.length > 0).map(one => one.name)
    expect(found / (found + missed), faults.join('; ')).toBeGreaterThanOrEqual(0.9)
    expect(found / (found + wrong), faults.join('; ')).toBeGreaterThanOrEqual(0.9)
  }, 60_000)
})
