import { expect, test } from 'vitest'
import { makeReport } from '#read'

const BODY = 'The two ports resumed talks on tolls, the harbour office said on Monday.'

test('a dateline behind the heading says agency and day where the source does not', () => {
  const report = makeReport({ text: `Ports resume talks on tolls\n\nSETHPORT, May 3, 2031 (Harbour Wire) — ${BODY}` })
  expect(report).toMatchObject({
    publisher: 'Harbour Wire',
    published: '2031-05-03',
    publishedKnown: 'stated',
    headline: 'Ports resume talks on tolls',
    dateline: 'SETHPORT, May 3, 2031 (Harbour Wire)',
  })
  expect(report.repairs?.map(repair => repair.what)).toEqual([
    'publisher “Harbour Wire” taken from the dateline',
    'publication date 2031-05-03 taken from the dateline',
  ])
})

test('what the source gives stands, and a day without a year is no day of publication', () => {
  const report = makeReport({ text: `SETHPORT, May 3 (Harbour Wire) — ${BODY}`, publisher: 'The Quay', headline: 'Tolls again' })
  expect(report).toMatchObject({ publisher: 'The Quay', headline: 'Tolls again', dateline: 'SETHPORT, May 3 (Harbour Wire)' })
  expect(report.published).toBeUndefined()
  expect(report.repairs).toBeUndefined()
})

test('a day in brackets is no agency', () => {
  const report = makeReport({ text: `SETHPORT (May 3) — ${BODY}` })
  expect(report.dateline).toBe('SETHPORT (May 3)')
  expect(report.publisher).toBeNull()
})

test('a first sentence is no heading, and a text without a dateline has none', () => {
  expect(makeReport({ text: `The talks go on.\n\nSETHPORT (Harbour Wire) — ${BODY}` }).dateline).toBeUndefined()
  expect(makeReport({ text: `Ports resume talks on tolls\n\n${BODY}` })).not.toHaveProperty('dateline')
})
