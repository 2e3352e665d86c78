import { expect, test } from 'vitest'
import { makeReport } from '#read'

test.each([
  ['en', 'The two ministers said that the talks will go on for a third day in the capital.'],
  ['en', 'Ferry talks resume'],
  ['fr', 'Le gouvernement a refusé de parler avec les syndicats pendant la grève des bateaux mardi.'],
  ['de', 'Die Ministerin erklärte am Abend, dass die Gespräche über den Hafen nicht fortgesetzt werden.'],
  ['ru', 'Министр сообщил, что переговоры о порте продолжатся завтра.'],
  ['ko', '장관은 회담이 내일 다시 열릴 것이라고 말했다.'],
  ['und', '1 2 3'],
])('a text in %s is told as such: %s', (language, text) => {
  expect(makeReport({ text }).language).toBe(language)
})
