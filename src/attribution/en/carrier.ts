import { sentenceOf, wordAt, type Carrier, type Draft, type Page, type Range } from '../page.ts'
import { outletAt } from './kinds.ts'

/** How far after a cue its listener or the outlet it cites may stand. */
const REACH = 14

/** The outlet that was told, or that carried the words, and whom an outlet cites: "told Reuters", "in an interview with …", "…, citing officials". */
export function readCarriers(page: Page, draft: Draft): Pick<Draft, 'before' | 'after'> {
  const { cue, source } = draft
  if (!cue) return {}
  const before = told(page, cue) ?? bySide(page, draft) ?? speaking(page, draft)
  const after = cited(page, draft, Math.max(cue[1], source?.[1] ?? 0))
  return { ...(before && { before: [before] }), ...(after && { after: [after] }) }
}

function outletRange(page: Page, at: number): Range | undefined {
  const start = /^(?:the|a|an)$/.test(wordAt(page, at)) ? at + 1 : at
  const length = outletAt(page, start)
  return length > 0 ? [at, start + length] : newsRange(page, at)
}

const NEWS = /^(?:media|television|tv|newspaper|daily|broadcaster|agency|radio|magazine|channel|network|station|paper|website)$/

/** "state television", "a local newspaper", "the official news agency": an outlet that is described, but never "the media" at large. */
function newsRange(page: Page, at: number): Range | undefined {
  let to = at
  while (to < at + 6 && /^(?:DET|ADJ|NOUN|PROPN|PART)$/.test(page.tokens[to]?.pos ?? '')) to++
  const last = wordAt(page, to - 1)
  if (to === at || !NEWS.test(last) || (last === 'media' && !/^(?:state|government)$/.test(wordAt(page, to - 2)))) return undefined
  return last === 'agency' && !/^(?:news|press)$/.test(wordAt(page, to - 2)) && to - at > 2 ? undefined : [at, to]
}

function told(page: Page, cue: Range): Carrier | undefined {
  const last = page.tokens[cue[1] - 1]
  if (!last || !/^(?:tell|inform)$/.test(last.lemma)) return undefined
  const range = outletRange(page, cue[1])
  return range && { range, as: 'outlet' }
}

/** "said in an interview with …", "told reporters on …", "quoted by …", "said on …". */
function bySide(page: Page, draft: Draft): Carrier | undefined {
  const from = Math.max(draft.cue?.[1] ?? 0, draft.source && draft.source[0] >= (draft.cue?.[1] ?? 0) ? draft.source[1] : 0)
  for (let i = from; i < from + REACH; i++) {
    const word = wordAt(page, i)
    if (word === '' || /^[.;:“”"]$/.test(word) || word === 'that') return undefined
    if (draft.content.some(part => part[0] <= i && i < part[1])) return undefined
    if (!/^(?:with|to|on|by|in|via)$/.test(word)) continue
    // "he said, according to the agency": its own statement, which holds this one.
    if (word === 'to' && wordAt(page, i - 1) === 'according') return undefined
    const range = outletRange(page, i + 1)
    if (range && (/^(?:with|to|by)$/.test(word) || isOwned(page, range))) return { range, as: 'outlet' }
  }
  return undefined
}

/** A named outlet or the state's: "live on television" names none. */
function isOwned(page: Page, [from, to]: Range): boolean {
  const words = page.tokens.slice(from, to)
  return words.some(token => token.lower === 'state') || words.some(token => /^\p{Lu}/u.test(token.text))
}

/** "Speaking on Norland Radio, the bishop said", "In an interview with the Post, …". */
function speaking(page: Page, { source, cue, content }: Draft): Carrier | undefined {
  const at = Math.min(source?.[0] ?? Infinity, cue?.[0] ?? Infinity)
  const from = sentenceOf(page, at)?.from ?? at
  if (!/^(?:speaking|in|on)$/.test(wordAt(page, from)) || content.some(part => part[0] < at)) return undefined
  for (let i = from; i < at && i < from + REACH; i++) {
    if (!/^(?:with|to|on)$/.test(wordAt(page, i))) continue
    const range = outletRange(page, i + 1)
    if (range && range[1] <= at) return { range, as: 'outlet' }
  }
  return undefined
}

function cited(page: Page, draft: Draft, from: number): Carrier | undefined {
  for (let i = from; i < from + REACH; i++) {
    const word = wordAt(page, i)
    if (word === '' || /^[.;:“”"]$/.test(word)) return undefined
    if (!/^(?:citing|quoting)$/.test(word)) {
      if (draft.content.some(part => part[0] <= i && i < part[1])) return undefined
      continue
    }
    let to = i + 1
    while (/^(?:PROPN|NOUN|ADJ|DET|NUM|ADP|PART|PRON)$/.test(page.tokens[to]?.pos ?? '') || /^(?:familiar|briefed|involved|named)$/.test(wordAt(page, to))) to++
    return to > i + 1 ? { range: [i + 1, to] } : undefined
  }
  return undefined
}
