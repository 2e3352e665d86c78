import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { eld } from 'eld/small'

const SAMPLE = 3000
const ENGLISH = new Set('the of and to in that said is was for on with by has have not from are at he it an be will'.split(' '))
/** Scripts that English is not written in, with the language that a short text in them is most often in. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Ethiopic}/gu, 'am'],
]

type Detector = typeof eld

let detector: Detector | undefined

/** The detector of languages by letters: 50 MB and most of a second, so it is loaded for the first text that is not plainly English. */
function lettersOf(sample: string): ReturnType<Detector['detect']> {
  const load = createRequire(import.meta.url) as (file: string) => { eld: Detector }
  detector ??= load(fileURLToPath(import.meta.resolve('eld/small'))).eld
  return detector.detect(sample)
}

/** The language of a text (BCP 47): by its script, then by letters and small words; 'und' where there are no letters. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  for (const [script, fallback] of SCRIPTS) {
    if ((sample.match(script)?.length ?? 0) > latin) return lettersOf(sample).language || fallback
  }
  if (latin === 0) return 'und'
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const small = words.filter(word => ENGLISH.has(word)).length
  if (small >= 0.15 * words.length) return 'en'
  const found = lettersOf(sample)
  return found.language && found.language !== 'en' && found.isReliable() && words.length >= 6 ? found.language : 'en'
}
