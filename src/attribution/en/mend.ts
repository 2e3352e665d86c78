import type { Token } from '#model'
import { gradeOfCue } from '../tagger/weights.ts'
import { hasFinite, isNominal, meets, sentenceOf, trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import { joinAside } from './aside.ts'
import { mendContent } from './content.ts'
import { isSaying } from './noun.ts'
import { endOfSaid } from './reading.ts'
import { reachContent } from './reach.ts'
import { mendSource, shareSubject } from './source.ts'
import { phraseBefore, speakerOf, splitRelative } from './subject.ts'
import { named } from './tail.ts'
import { KIND_OF_CUE, TAIL_VERBS } from './words.ts'

const PASSIVE =
  /^(?:accused|expected|believed|said|thought|alleged|reported|understood|rumored|rumoured|considered|blamed|described|called|labeled|labelled|seen|known|supposed|feared|hoped)$/
const BE = /^(?:is|are|was|were|be|been|being)$/
const RELATIVE = /^(?:who|which|that)$/

/** What the tagger marked, set right where the words alone decide; undefined where it is no statement at all. */
export function mendDraft(page: Page, draft: Draft): Draft | undefined {
  const trimmed = trimDraft(page, draft)
  if (!trimmed || isNoStatement(page, trimmed)) return undefined
  const mended = renamed(
    page,
    withSubject(
      page,
      shareSubject(page, stirred(page, asked(page, relative(page, refusal(page, passive(page, agent(page, toldColon(page, toThat(page, trimmed))))))))),
    ),
  )
  return mended.content.length > 0 && isSaid(page, mended) ? joinAside(page, mendContent(page, reachContent(page, mended))) : undefined
}

function trimDraft(page: Page, draft: Draft): Draft | undefined {
  const content = draft.content.map(part => trimRange(page, part)).filter(part => part !== undefined)
  const source = draft.source && whole(page, mendSource(page, draft.source), content)
  const cue = draft.cue && (trimCue(page, draft.cue) ?? draft.cue)
  if (content.length === 0) return undefined
  return { rule: draft.rule, content, ...(source && { source }), ...(cue && { cue }) }
}

/** "Ada Rowan, | the studio's chief executive, | insisted": with the name before its apposition. */
function whole(page: Page, source: Range | undefined, content: readonly Range[]): Range | undefined {
  if (!source || wordAt(page, source[0] - 1) !== ',' || wordAt(page, source[1]) !== ',') return source
  const first = named(page, source, source[0] - 1, sentenceOf(page, source[0])?.from ?? 0)
  return first === undefined || content.some(part => meets(part, [first, source[0]])) ? source : [first, source[1]]
}

function trimCue(page: Page, cue: Range): Range | undefined {
  return wordAt(page, cue[1] - 1) === ':' && cue[1] - cue[0] > 1 ? [cue[0], cue[1] - 1] : trimRange(page, cue)
}

function cueLemmas(page: Page, cue: Range): string[] {
  return page.tokens.slice(cue[0], cue[1]).map(token => token.lemma)
}

/** Agreeing, seeming and naming are told of somebody, not said by somebody. */
function isNoStatement(page: Page, { cue, source, content }: Draft): boolean {
  if (!cue) return false
  const lemmas = cueLemmas(page, cue)
  const last = lemmas.at(-1) ?? ''
  if (lemmas.some(lemma => /^(?:seem|appear|agree|accept|reject)$/.test(lemma)) && !lemmas.some(lemma => lemma === 'say')) return true
  if (!source && lemmas.some(lemma => /^(?:threaten|signal|show|deliver|know|mean|prompt)$/.test(lemma))) return true
  if (lemmas.some(lemma => /^(?:review|spot|engage|depend|title|entitle)$/.test(lemma))) return true
  if (last === 'for' && lemmas.includes('know')) return true
  // "The envoy | reportedly | left": the adverb has no source; its own rule reads it.
  if (source && cue[1] - cue[0] === 1 && /^(?:reportedly|allegedly|purportedly)$/.test(last)) return true
  if (isMereAct(page, cue, content)) return true
  if (/^(?:refer|referring)$/.test(lemmas[0] ?? '') && !content.some(part => hasFinite(page, part))) return true
  if (lemmas.includes('charge') && (wordAt(page, cue[0] - 1) === 'in' || /^d[’']/.test(wordAt(page, cue[1])))) return true
  if (isHearsay(page, cue) || isOwned(page, cue, source) || isDenied(page, cue, content)) return true
  if (lemmas.every(lemma => /^(?:include|spot|see|show|hear|watch|familiar|with|defend)$/.test(lemma)) && last !== '')
    return !content.some(part => /^(?:that|how|whether)$/.test(wordAt(page, part[0])))
  return false
}

/** "declined | a meeting", "has continued | testing missiles", "rest | assured": what somebody does, not what somebody says. */
function isMereAct(page: Page, cue: Range, content: readonly Range[]): boolean {
  const lemma = page.tokens[cue[1] - 1]?.lemma ?? ''
  const from = content.find(part => part[0] >= cue[1])?.[0]
  if (from === undefined || page.quoted[from] !== 0) return false
  const first = page.tokens[from]
  const participle = cue[1] - cue[0] === 1 && /^(?:believed|thought|understood|presumed|rumou?red|reputed)$/.test(wordAt(page, cue[0]))
  if (participle && first?.lower === 'to' && /^(?:be|have)$/.test(wordAt(page, from + 1))) return true
  if (lemma === 'decline') return first?.lower !== 'to' && !/^(?:comments?|requests?)$/.test(wordAt(page, from))
  if (lemma === 'continue') return first?.lower.endsWith('ing') === true
  return wordAt(page, cue[1] - 1) === 'assured' && wordAt(page, cue[1] - 2) === 'rest'
}

/** "charges | the palace denies": the charge is what is denied. */
function isDenied(page: Page, cue: Range, content: readonly Range[]): boolean {
  const last = page.tokens[(content[0]?.[1] ?? 0) - 1]
  return page.tokens[cue[1] - 1]?.pos === 'NOUN' && content.length === 1 && last?.pos === 'VERB' && /^(?:deny|dispute)$/.test(last.lemma)
}

/** "reportedly met": the adverb reports, the verb does not. */
function isHearsay(page: Page, cue: Range): boolean {
  return (
    /^(?:reportedly|allegedly|purportedly)$/.test(wordAt(page, cue[0])) &&
    !cueLemmas(page, [cue[0] + 1, cue[1]]).some(lemma => KIND_OF_CUE.has(lemma)) &&
    cue[1] - cue[0] > 1
  )
}

/** "the firm's | newly announced | plan": a participle before a noun tells whose it is, not what was said. */
function isOwned(page: Page, cue: Range, source: Range | undefined): boolean {
  const last = page.tokens[cue[1] - 1]
  return (
    source !== undefined &&
    source[1] === cue[0] &&
    /^(?:'s|’s|'|’|its|his|her|their)$/.test(wordAt(page, source[1] - 1)) &&
    last?.pos === 'VERB' &&
    /ed$/.test(last.lower) &&
    !page.tokens.slice(cue[0], cue[1]).some(token => /^(?:AUX|NOUN)$/.test(token.pos))
  )
}

/** Whether the cue is a word of reporting at all, and an active one has somebody who says it. */
function isSaid(page: Page, { cue, source, content }: Draft): boolean {
  if (!cue) return true
  const tokens = page.tokens.slice(cue[0], cue[1])
  const opens = content.some(part => /^(?:that|how|whether)$/.test(wordAt(page, part[0])) || page.quoted[part[0]] === 1)
  if (!tokens.some(token => isReporting(token, opens))) return false
  if (source && isFurniture(page, source)) return false
  if (!source && tokens[0]?.lower === 'according') return false
  if (tokens.at(-1)?.lemma === 'add' && !opens && !content.some(part => hasFinite(page, part))) return false
  if (isMerelyPossible(page, cue, source)) return false
  if (
    source &&
    /^(?:this|that|these|those|there)$/.test(wordAt(page, source[0])) &&
    source[1] - source[0] === 1 &&
    source[0] < cue[0] &&
    wordAt(page, source[0] - 1) !== ','
  )
    return false
  if (source) return page.tokens[source[1] - 1]?.pos !== 'ADP'
  return isTold(page, cue, content)
}

const HELD =
  /^(?:accused|alleged|suspected|believed|thought|said|rumored|rumoured|called|seen|viewed|described|considered|dubbed|labeled|labelled|blamed|criticized|criticised)$/

/** What nobody is named for saying: a passive, a participle of saying, hearsay, a question put to somebody, or a noun of saying. */
function isTold(page: Page, cue: Range, content: readonly Range[]): boolean {
  const tokens = page.tokens.slice(cue[0], cue[1])
  const first = tokens[0]?.lower ?? ''
  if (/^(?:reportedly|allegedly|purportedly)$/.test(first)) return true
  if (first === 'asked')
    return content.some(part => /^(?:whether|if|how|why|what|when|who|where|which|that|to)$/.test(wordAt(page, part[0])) || page.quoted[part[0]] === 1)
  if (tokens.some(token => token.pos !== 'VERB' && isSaying(token.lower))) return true
  const verb = tokens.findLast(token => token.pos === 'VERB' || HELD.test(token.lower))
  if (!verb || !/(?:ed|wn|id|ld|en|ght)$/.test(verb.lower)) return false
  return tokens.some(token => BE.test(token.lower)) || (HELD.test(first) && /^(?:NOUN|PROPN|ADV)$/.test(page.tokens[cue[0] - 1]?.pos ?? ''))
}

/** A word of our rows, or one that the training text often has as a cue. */
function isReporting(token: Token, opens: boolean): boolean {
  if (KIND_OF_CUE.has(token.lemma) || KIND_OF_CUE.has(token.lower) || token.lower === 'according' || token.text === ':') return true
  return token.pos !== 'AUX' && gradeOfCue(token.lemma) >= (opens ? 2 : 4)
}

/** A page's links and captions run together: too many capitals for one source. */
function isFurniture(page: Page, [from, to]: Range): boolean {
  const tokens = page.tokens.slice(from, to)
  return (
    (to - from > 14 && !tokens.some(token => token.text === ',' || /^(?:who|which|that|of|in|for)$/.test(token.lower))) ||
    tokens.some(token => token.text === 'MORE' || token.text === 'WATCHED' || token.text === 'WATCH') ||
    (to - from === 1 && /^(?:story|photos?|videos?|replay)$/.test(tokens[0]?.lower ?? ''))
  )
}

/** "might seek", "can rely on", "will blame": nobody has said it. */
function isMerelyPossible(page: Page, cue: Range, source: Range | undefined): boolean {
  const from = source && source[1] <= cue[0] && cue[0] - source[1] < 4 ? source[1] : cue[0]
  if (wordAt(page, cue[0]) === 'to' && source && source[1] === cue[0]) return true
  if (source && source[1] <= cue[0] && /^(?:if|unless|whether|do|does|did|would|could|should|might|can|will)$/.test(wordAt(page, source[0] - 1))) return true
  if (source && !isMany(page, source) && isListed(page, cue)) return true
  for (let i = from; i < cue[1]; i++)
    if (
      (/^(?:sure|likely|unlikely|bound|certain|poised|set)$/.test(wordAt(page, i)) && wordAt(page, i + 1) === 'to' && i + 2 < cue[1]) ||
      (/^(?:may|might|can|could|will|would|’ll|'ll|must|should)$/.test(wordAt(page, i)) &&
        wordAt(page, i + 1) !== 'not' &&
        !/^(?:n't|n’t)$/.test(wordAt(page, i + 1)))
    )
      return true
  return false
}

/** Whether a plural verb may belong to the source: several, or a name, whose letters say nothing. */
function isMany(page: Page, [from, to]: Range): boolean {
  const last = page.tokens[to - 1]
  return last?.pos === 'PROPN' || /(?:s|they|people|police)$/.test(last?.lower ?? '') || page.tokens.slice(from, to).some(token => token.lower === 'and')
}

/** "to press them to yield and | think": one more thing that somebody is to do, not what the subject says. */
function isListed(page: Page, cue: Range): boolean {
  const verb = page.tokens[cue[0]]
  if (verb?.pos !== 'VERB' || verb.lower !== verb.lemma || !/^(?:and|or)$/.test(wordAt(page, cue[0] - 1))) return false
  for (let i = cue[0] - 2; i > cue[0] - 20 && i > 0; i--) {
    const token = page.tokens[i]
    if (!token || page.quoted[i] !== 0 || /^[.;:]$/.test(token.text)) return false
    if (token.pos === 'VERB' && wordAt(page, i - 1) === 'to') return token.lower === token.lemma
  }
  return false
}

/** Verbs that make others say or think something. */
const STIR = /^(?:raise|spark|fuel|prompt|stoke|trigger|revive|stir|ease|allay|calm|draw|dispel|deepen|heighten|renew|feed|provoke|reignite)$/

/** "the march raised fears of …", "sparking criticism that …": the fear is not the march's. */
function stirred(page: Page, draft: Draft): Draft {
  const { cue, source, content, rule } = draft
  return cue && source && isStirring(page, cue) ? { rule, cue, content } : draft
}

function isStirring(page: Page, cue: Range): boolean {
  const tokens = page.tokens.slice(cue[0], cue[1])
  const verb = tokens.find(token => STIR.test(token.lemma))
  return (
    verb !== undefined &&
    tokens.some(token => token.pos !== 'VERB' && STIRRED.test(token.lower) && !(verb.lemma === 'raise' && /^(?:concerns?|questions|doubts)$/.test(token.lower)))
  )
}

const STIRRED =
  /^(?:fears?|worries|concerns?|hopes?|speculation|doubts|criticism|suspicions?|rumou?rs|expectations|questions|accusations|allegations|warnings|complaints|calls)$/

/** An active verb of saying whose source the tagger missed takes the subject before it, or the one that it shares. */
function withSubject(page: Page, draft: Draft): Draft {
  const { cue, source } = draft
  if (source || !cue || isStirring(page, cue)) return draft
  const tokens = page.tokens.slice(cue[0], cue[1])
  const verb = tokens.findLast(token => token.pos === 'VERB')
  if (!verb || verb.lower === 'asked' || tokens[0]?.pos === 'DET' || tokens.some(token => BE.test(token.lower))) return draft
  const found = speakerOf(page, cue[0], sentenceOf(page, cue[0])?.from ?? 0)
  return found ? { ...draft, source: found, content: draft.content.filter(part => part[0] >= cue[0] || part[1] <= found[0]) } : draft
}

/** "what officials described | as duplicity", "what he calls | a purge": the name given belongs to what is said. */
function renamed(page: Page, draft: Draft): Draft {
  const { cue, source, content } = draft
  const only = content[0]
  if (
    !cue ||
    !source ||
    !only ||
    content.length > 1 ||
    only[1] > source[0] ||
    !/^(?:describe|call|brand|regard|characterize|label|term)$/.test(page.tokens[cue[1] - 1]?.lemma ?? '')
  )
    return draft
  if (
    !/^(?:what|which|who|that)$/.test(wordAt(page, only[0])) ||
    page.quoted[cue[1]] !== 0 ||
    !/^(?:ADP|DET|ADJ|NOUN|PROPN|SCONJ)$/.test(page.tokens[cue[1]]?.pos ?? '')
  )
    return draft
  const end = sentenceOf(page, cue[0])?.to ?? cue[1]
  const name = trimRange(page, [cue[1], endOfSaid(page, cue[1], end, false)])
  return name ? { ...draft, content: [only, name] } : draft
}

/** "said with | great satisfaction that …", "announced | as recently as Monday that …": how and when it was said stands before what was said. */
function toThat(page: Page, draft: Draft): Draft {
  const { cue, content } = draft
  const part = cue && content.find(one => one[0] === cue[1])
  if (!cue || !part || page.quoted[part[0]] !== 0) return draft
  const led = cue[1] - cue[0] > 1 && /^(?:with|in|on|at|to|during)$/.test(wordAt(page, cue[1] - 1))
  const verb = page.tokens[led ? cue[1] - 2 : cue[1] - 1]
  if (verb?.pos !== 'VERB' || !TAIL_VERBS.has(verb.lemma) || (!led && !/^(?:as|in|on|at|with|during|after)$/.test(wordAt(page, part[0])))) return draft
  for (let i = part[0] + 1; i < Math.min(part[1] - 2, part[0] + 12); i++) {
    if (page.quoted[i] !== 0 || hasFinite(page, [i, i + 1]) || isSaying(wordAt(page, i))) return draft
    if (wordAt(page, i) === 'that' && /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM|SCONJ|ADP|ADV)$/.test(page.tokens[i + 1]?.pos ?? ''))
      return { ...draft, cue: led ? [cue[0], cue[1] - 1] : cue, content: content.map(one => (one === part ? [i, part[1]] : one)) }
  }
  return draft
}

/** "…, telling the paper: “…”": whoever told it speaks, not the listener before the colon. */
function toldColon(page: Page, draft: Draft): Draft {
  const { cue, source } = draft
  if (!cue || !source || wordAt(page, cue[0]) !== ':' || page.tokens[source[0] - 1]?.lemma !== 'tell') return draft
  const found = speakerOf(page, source[0] - 1, sentenceOf(page, cue[0])?.from ?? 0)
  return found ? { ...draft, source: found, cue: [source[0] - 1, source[0]] } : draft
}

/** "Asked whether …, the minister said": nobody is named who asked. */
function asked(page: Page, draft: Draft): Draft {
  const { cue, source } = draft
  if (!cue || !source || wordAt(page, cue[1] - 1) !== 'asked') return draft
  const before = wordAt(page, cue[0] - 1)
  const opens = source[0] < cue[0] ? /^(?:when|if|once)$/.test(before) : sentenceOf(page, cue[0])?.from === cue[0] || /^(?:when|,)$/.test(before)
  if (!opens) return draft
  const { rule, content } = draft
  return { rule, cue, content }
}

/** "X is accused of Y": X belongs to what is said; nobody is named who says it. */
function passive(page: Page, draft: Draft): Draft {
  const { source, cue, content } = draft
  if (!source || !cue || source[0] > cue[0]) return draft
  const words = page.tokens.slice(cue[0], cue[1]).map(token => token.lower)
  if (
    /^(?:was|were|been|is|are|being) (?:told|asked|offered|promised|urged|ordered|advised|invited)$/.test(
      words
        .filter(word => !/^(?:never|not|n't|n’t|also|then|later)$/.test(word))
        .slice(-2)
        .join(' '),
    )
  )
    return { rule: draft.rule, cue, content }
  const at = words.findIndex(word => PASSIVE.test(word))
  if (at < 1 || !words.slice(0, at).some(word => BE.test(word)) || words.includes('by') || words.includes('saying')) return draft
  const { rule } = draft
  return { rule, cue, content: [source, ...content] }
}

/** "was described | by a diplomat as “a floor”": whoever "by" names says it. */
function agent(page: Page, draft: Draft): Draft {
  const { rule, source, cue, content } = draft
  const part = cue && content.find(one => one[0] === cue[1])
  if (source || !cue || !part || !page.tokens.slice(cue[0], cue[1]).some(token => BE.test(token.lower))) return draft
  const led = wordAt(page, cue[1] - 1) === 'by'
  const from = led ? part[0] : part[0] + 1
  if (!led && wordAt(page, part[0]) !== 'by') return draft
  let to = from
  while (to < part[1] && page.quoted[to] === 0 && isNominal(page, to) && !/^(?:as|that|to|for|in|on|at|after|during)$/.test(wordAt(page, to))) {
    // "close to the talks", but not "by officials to leave".
    to += /^(?:close|next|loyal|according|known)$/.test(wordAt(page, to)) && wordAt(page, to + 1) === 'to' ? 2 : 1
  }
  const by = trimRange(page, [from, to])
  const rest = trimRange(page, [to, part[1]])
  if (!by || by[1] - by[0] > 14) return draft
  return { rule, source: by, cue: led ? [cue[0], cue[1] - 1] : cue, content: content.flatMap(one => (one === part ? (rest ? [rest] : []) : [one])) }
}

/** "declined to comment": the cue is the refusing, the content what was refused. */
function refusal(page: Page, draft: Draft): Draft {
  const { cue, content } = draft
  if (!cue) return draft
  const lemmas = cueLemmas(page, cue)
  const at = lemmas.findIndex(lemma => /^(?:decline|refuse)$/.test(lemma))
  const first = content.find(part => part[0] >= cue[0] + at)
  if (at < 0 || lemmas[at + 1] !== 'to' || !first) return draft
  const from = cue[0] + at + 1
  return { ...draft, cue: [cue[0], from], content: content.map(part => (part === first ? [from, part[1]] : part)) }
}

/** "The minister, who had fled, said": the source of the main verb stands before the relative clause. */
function relative(page: Page, draft: Draft): Draft {
  const { source, cue } = draft
  const split = source && splitRelative(page, source)
  if (split && draft.content.every(part => part[0] >= source[0])) return { ...draft, source: split.source, content: [split.pronoun, ...draft.content] }
  if (!source || !cue || source[1] - source[0] > 1 || !RELATIVE.test(wordAt(page, source[0])) || source[0] > cue[0]) return draft
  let before = cue[0]
  while (before > source[1] && /^(?:AUX|ADV)$/.test(page.tokens[before - 1]?.pos ?? '')) before--
  if (wordAt(page, before - 1) !== ',' || before - 1 <= source[1]) return draft
  const noun = phraseBefore(page, source[0], sentenceOf(page, source[0])?.from ?? 0)
  return noun ? { ...draft, source: noun } : draft
}
