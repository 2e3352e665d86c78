import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { measureHouse, median } from '../scripts/house.ts'
import { wordsModule } from '../scripts/words.ts'

const house = measureHouse()

test('no file imports another in a circle, import type counted', () => {
  expect(house.circles).toEqual([])
})

test('rooms import only what the table allows', () => {
  expect(house.forbidden).toEqual([])
})

test('no file over 400 lines, no function over 60, median function at most 8 lines', () => {
  expect(house.files.filter(file => file.lines > 400)).toEqual([])
  expect(house.functions.filter(one => one.lines > 60)).toEqual([])
  expect(median(house.functions)).toBeLessThanOrEqual(8)
  expect(median(house.files)).toBeLessThanOrEqual(120)
})

test('the words of the model are those of the rows', () => {
  expect(readFileSync(new URL('../src/model/words.ts', import.meta.url), 'utf8')).toBe(wordsModule())
})
