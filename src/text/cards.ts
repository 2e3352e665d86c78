import type { Span } from '#model'

/** A page's link to more about somebody, at the end of the card that it lays into a sentence. */
const LINK = /(?<=\s)MORE(?![\p{L}\p{N}])/gu
/** How far a card may reach back from its link: a handful of headlines. */
const REACH = 900
/** A name, then the same person's full name with the first headline of the card glued to it: "Rep. Ann Lee Ann Marie LeeHouse votes …". */
const CARD = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}’'-]{1,24})(?:,? [\p{Lu}("“][\p{L}.()"”’'-]*){0,7} \1(?=[\p{Lu}\p{N}‘“])/u

/** Where a page has laid cards of links about somebody into a text, each from behind the name to the end of its link "MORE". */
export function cardsIn(text: string): Span[] {
  const cards: Span[] = []
  if (!text.includes('MORE')) return cards
  for (const link of text.matchAll(LINK)) {
    const reach = Math.max(cards.at(-1)?.[1] ?? 0, link.index - REACH)
    const from = reach + text.slice(reach, link.index).lastIndexOf('\n') + 1
    const card = CARD.exec(text.slice(from, link.index))
    if (card) cards.push([from + card.index + (card[1]?.length ?? 0), link.index + link[0].length])
  }
  return cards
}

/** The text, as long as before, with blanks where such cards stand: their names, headlines and links are no words of the report. */
export function hideCards(text: string): string {
  let shown = ''
  let done = 0
  for (const [start, end] of cardsIn(text)) {
    shown += text.slice(done, start) + ' '.repeat(end - start)
    done = end
  }
  return shown + text.slice(done)
}
