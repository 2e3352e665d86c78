import { ReadError } from './input.ts'

/** What Parley reads today, as it is told to people. */
export const FORMATS = 'plain text (.txt), Markdown (.md), HTML (.html, .htm) and JSON lines (.jsonl, .ndjson)'

/** First bytes of formats that are not read, so that the error can name them. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['PK\u0003\u0004', 'ZIP, Word or another packed file'],
  ['\u0089PNG', 'a PNG picture'],
  ['\u00FF\u00D8\u00FF', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['\u001F\u008B', 'a gzip file'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Office file'],
  ['{\\rtf', 'RTF'],
  ['SQLite format 3', 'an SQLite database'],
]

/** The text of bytes in UTF-8 (or UTF-16 with its mark). Throws ReadError that names the format, or the first byte that is wrong. */
export function decodeText(bytes: Uint8Array, place: string): string {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const magic = MAGIC.find(([start]) => head.startsWith(start))
  if (magic) throw new ReadError('format', `This is ${magic[1]}; it is not read yet.`, place, `Read today: ${FORMATS}.`)
  if (head.startsWith('\u00FF\u00FE')) return new TextDecoder('utf-16le').decode(bytes)
  if (head.startsWith('\u00FE\u00FF')) return new TextDecoder('utf-16be').decode(bytes)
  if (isBinary(bytes)) throw new ReadError('binary', 'This is no text: it holds many bytes that no text has.', place, `Read today: ${FORMATS}.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ReadError('not-utf8', `This is not UTF-8: byte ${String(firstWrongByte(bytes))} fits no character.`, place, 'Save it as UTF-8 and give it again.')
  }
}

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8000)
  let odd = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++
  return odd > 0.02 * sample.length
}

/** The place of the first byte that is not UTF-8, by halving the longest prefix that decodes. */
function firstWrongByte(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      low = middle
    } catch {
      high = middle
    }
  }
  // A character that had begun when the wrong byte came is wrong from its first byte.
  return Buffer.byteLength(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, low), { stream: true }))
}
