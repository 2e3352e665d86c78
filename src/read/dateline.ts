const PLACE = String.raw`\p{Lu}[\p{Lu}.'’-]{2,}(?:[ /]\p{Lu}[\p{Lu}.'’-]+){0,3}`
const REST = String.raw`(?:, [\p{L}.]+(?: [\p{L}.]+)?)?(?:, \p{L}+\.? \d{1,2})?`
/** Capitals, perhaps a country and a date, perhaps an agency in brackets, then a dash; or an agency in brackets alone. */
const CAPITALS = new RegExp(`^(${PLACE}${REST}(?: ?\\([^()\\n]{2,60}\\))?) ?(?:—|–|--?) ?(?=\\S)`, 'u')
const BRACKETS = new RegExp(
  String.raw`^((?:${PLACE}|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)?)${REST} ?\([^()\n]{2,60}\)) ?(?:(?:—|–|--?|:) ?)?(?=\p{Lu}|["“‘])`,
  'u',
)

/** The dateline at the head of a text ("GENEVA (Agency) —"), as worded; undefined where there is none. */
export function readDateline(text: string): string | undefined {
  const head = text.slice(0, 200)
  return (BRACKETS.exec(head) ?? CAPITALS.exec(head))?.[1]
}
