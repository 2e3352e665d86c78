/** Agencies whose texts other publishers carry, with the words by which they are credited. */
const AGENCIES: readonly (readonly [name: string, words: RegExp])[] = [
  ['Associated Press', /\b(?:Associated Press|AP)\b/],
  ['Reuters', /\bReuters\b/i],
  ['Agence France-Presse', /\b(?:Agence France-Presse|AFP)\b/],
  ['United Press International', /\b(?:United Press International|UPI)\b/],
  ['Xinhua', /\bXinhua\b/i],
  ['Yonhap', /\bYonhap\b/i],
  ['KCNA', /\b(?:KCNA|Korean Central News Agency)\b/],
  ['Interfax', /\bInterfax\b/i],
  ['TASS', /\b(?:ITAR-)?TASS\b/],
  ['Kyodo', /\bKyodo\b/i],
  ['Bloomberg', /\bBloomberg(?: News)?\b/],
  ['Anadolu', /\bAnadolu\b/i],
]

const DATELINE = /^[\p{Lu}][\p{L} .,'-]{1,40}\(([^)\n]{2,30})\)\s*[-–—]/u
const FOOT = /^.{0,120}\b(?:contributed to this (?:report|story|article)|(?:reporting|writing|editing) by|©|copyright)\b.{0,160}$/gim
const CREDIT = /\(([^()\n]{2,30})\)\s*[-–—]{1,2}\s/g

/** The agencies that a report credits: its publisher, byline, dateline, or a line at its head or foot. A report that merely cites an agency does not credit it. */
export function findCredits(text: string, publisher: string | null, byline: string | undefined): string[] {
  const head = text.slice(0, 400)
  const places = [publisher ?? '', byline ?? '', DATELINE.exec(head)?.[1] ?? '', ...[...head.matchAll(CREDIT)].map(found => found[1] ?? '')]
  for (const line of text.slice(-800).matchAll(FOOT)) places.push(line[0])
  return AGENCIES.filter(([, words]) => places.some(place => words.test(place))).map(([name]) => name)
}

/** Whether the publisher is itself the agency. */
export function isAgency(publisher: string | null, agency: string): boolean {
  return AGENCIES.some(([name, words]) => name === agency && words.test(publisher ?? ''))
}
