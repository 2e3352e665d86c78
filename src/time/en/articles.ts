const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Articles, with which many patterns may begin and few do. */
export const ARTICLES = set('the a an')

/** What goes on after 'the' in some pattern, beside the words that patterns begin with themselves. */
export const AFTER_THE = set(
  'very same following next previous preceding subsequent coming upcoming current latter latest comparable time moment future past last near short foreseeable present day days week weeks weekend month months year years decade century quarter hours night morning afternoon evening full whole entire more most recent small predawn pre early late first final spring summer fall autumn winter twenties thirties forties fifties sixties seventies eighties nineties',
)

/** What goes on after 'a' or 'an' in some pattern. */
export const AFTER_A = set(
  'second seconds minute minutes hour hours night nights day days week weeks fortnight weekend month months quarter year years decade decades century centuries couple dozen few number hundred thousand half later full whole long short very fairly relatively considerable lengthy brief while time period additional',
)
