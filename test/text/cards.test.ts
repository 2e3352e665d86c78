import { expect, test } from 'vitest'
import { makeReport } from '#read'
import { hideCards } from '../../src/text/cards.ts'
import { readSentences } from '#text'

const laid = 'Sen. Ada Lund Ada Maria (Addie) LundPort opens again Council weighs toll | Ferry late MORE (Coast) said the toll should fall.'

test('a card of links laid behind a name is not read, and every offset stays', () => {
  const shown = hideCards(laid)
  expect(shown).toHaveLength(laid.length)
  expect(shown.replaceAll(/ +/g, ' ')).toBe('Sen. Ada Lund (Coast) said the toll should fall.')
  const { tokens, sentences } = readSentences(makeReport({ text: laid }))
  expect(sentences).toHaveLength(1)
  expect(tokens.map(token => token.text).join(' ')).toBe('Sen. Ada Lund ( Coast ) said the toll should fall .')
  for (const token of tokens) expect(laid.slice(token.start, token.end)).toBe(token.text)
})

test('two cards in one sentence both go; words in capitals alone are left', () => {
  const two = `${laid.slice(0, -1)}, as ${laid}`
  expect(hideCards(two).match(/MORE|Ferry/g)).toBeNull()
  for (const plain of ['They want MORE money.', 'Ada Lund said that Lund wants MORE.', 'Ada Lund, LundPort and MORE of them met.'.replace('LundPort', 'Port')])
    expect(hideCards(plain)).toBe(plain)
})

test('a megabyte without an end to it takes no long time', () => {
  const long = 'Lund '.repeat(100_000) + ' MORE '.repeat(100_000)
  expect(hideCards(long)).toHaveLength(long.length)
})
