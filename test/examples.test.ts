import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { analyse } from '#analyse'
import { NOTHING_KNOWN, type Example } from '#model'
import { makeReport } from '#read'
import { draw } from './draw.ts'

const root = fileURLToPath(new URL('../src/', import.meta.url))
const rooms = ['attribution', 'time', 'actors', 'events', 'talks', 'figures', 'notes']
const files = rooms.flatMap(room =>
  readdirSync(`${root}${room}`, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${room}/${name}`),
)

/** Every rule's file says what it claims: its examples are run here, all rules by one test. */
for (const file of files) {
  const module = (await import(`${root}${file}`)) as { examples?: readonly Example[] }
  if (!module.examples) continue
  const path = file.replace(/\.ts$/, '')
  describe(path, () => {
    test('has a counter-example', () => {
      expect(module.examples?.some(one => one.finds.length === 0)).toBe(true)
    })
    for (const example of module.examples ?? []) {
      test(example.text.slice(0, 80), () => {
        const published = example.published === undefined ? '2025-05-12' : example.published
        const report = makeReport({ text: example.text, publisher: example.publisher ?? 'Example Wire', ...(published !== null && { published }) })
        const rule = example.rule ?? path
        const lines = draw(analyse(report, NOTHING_KNOWN), example.list).filter(one => rule === '*' || one.rule === rule)
        expect(lines.map(one => one.line)).toEqual(example.finds)
      })
    }
  })
}

test('some rule has examples', () => {
  expect(files.length).toBeGreaterThan(0)
})
