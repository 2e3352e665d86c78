import type { Token } from '#model'

const HEADS: Readonly<Record<string, RegExp>> = {
  'np-deal': /^(?:deal|agreement|accord|pact|treaty|contract|truce|ceasefire|cease-fire|fire|memorandum|protocol|bill|resolution|communique)s?$/,
  'np-agreement': /^(?:deal|agreement|accord|pact|compromise|truce|ceasefire|cease-fire|fire|contract|consensus|settlement|understanding)s?$/,
  'np-proposal': /^(?:proposal|plan|offer|draft|initiative|idea|package|counter-?offer|counterproposal|terms|road-?map|formula|blueprint|demand|condition)s?$/,
  'np-ceasefire': /^(?:ceasefire|cease-fire|fire|truce|armistice|moratorium|pause|lull|calm)s?$/,
  'np-offer': /^(?:proposal|offer|counter-?offer|counterproposal|concession)s?$/,
  'np-condition': /^(?:condition|precondition|terms|deadline|ultimatum)s?$/,
  'np-call': /^(?:call|appeal|demand|request|plea|pressure|ultimatum|deadline|proposal|plan|offer|idea|concern|objection|resolution|order)s?$/,
  'np-measure':
    /^(?:tariff|sanction|cut|tax|ban|restriction|embargo|blockade|levy|levie|dut|duty|measure|decision|move|policy|policie|law|rule|curb|increase|rise|closure|withdrawal|strike|inspection|exercise|drill)s?$/,
  'to-agreement': /^(?:agreement|terms|compromise|deal)$/,
}
const DAYS = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/
const QUOTES = /^["“”‘’'()]+$/

/** Words that date or soften what stands between a verb and the thing wanted: "agreed at least in principle", "vowed last week". */
const SOFT = new Set(['principle', 'least', 'part', 'return', 'turn', 'public', 'private'])
const NEAR = new Set(['this', 'last', 'next', 'earlier', 'late', 'early'])
const TIMES = new Set(['week', 'month', 'year', 'day', 'morning', 'evening', 'afternoon', 'night', 'spring', 'summer', 'autumn', 'fall', 'winter', 'weekend'])

function skipSoft(tokens: readonly Token[], at: number, to: number): number {
  let i = at
  for (; i < to; i++) {
    const token = tokens[i]
    const next = tokens[i + 1]?.lower ?? ''
    if ((token?.lower === 'in' || token?.lower === 'at') && SOFT.has(next)) i++
    else if (token && NEAR.has(token.lower) && (TIMES.has(next) || NEAR.has(next) || DAYS.test(tokens[i + 1]?.text ?? ''))) i++
    else if (token?.lower === 'on' && DAYS.test(tokens[i + 1]?.text ?? '')) i++
    else if (!token || (!QUOTES.test(token.text) && token.pos !== 'ADV' && !DAYS.test(token.text))) break
  }
  return i
}

/** Whether a noun phrase begins here: not a preposition, a mark or a clause. */
function beginsPhrase(token: Token | undefined): boolean {
  if (!token) return false
  // A finite verb never follows here: "rejected calls to", "opposes moves to" are nouns that the tagger took for verbs.
  if (token.pos === 'VERB') return /(?:ing|ed)$/.test(token.lower) || token.lower === `${token.lemma}s`
  return (
    ['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'SYM'].includes(token.pos) &&
    !['that', 'what', 'which', 'who', 'it', 'them', 'him', 'her', 'himself', 'itself', 'how', 'whether', 'themselves'].includes(token.lower)
  )
}

function finds(tokens: readonly Token[], from: number, to: number, test: (token: Token, index: number) => boolean): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (!token || /^[,;:—–]$/.test(token.text) || token.lower === 'that') return false
    if (test(token, i)) return true
  }
  return false
}

/** Whether an infinitive's verb begins here; the tagger calls some of them nouns. */
function beginsVerb(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[skipSoft(tokens, at, to)]
  if (next?.pos === 'ADJ') return DOES.has(next.lower)
  return next?.pos === 'VERB' || next?.pos === 'AUX' || (next?.pos === 'NOUN' && next.lower === next.lemma)
}

/** Verbs that the tagger takes for adjectives after "to". */
const DOES = new Set(['lower', 'open', 'free', 'clear', 'slow', 'secure', 'complete', 'correct', 'double', 'separate', 'clean', 'narrow', 'close', 'better'])

/** How far the head of a noun phrase may stand: never behind a word that brings a cause or a purpose. */
function headLimit(tokens: readonly Token[], at: number): number {
  for (let i = at; i < at + 9; i++) if (/^(?:for|over|after|because|if)$/.test(tokens[i]?.lower ?? '')) return i
  return at + 9
}

/** What tells where, with whom or when something was agreed or vowed, before the infinitive: "agreed at talks in Oslo to". */
const ADJUNCTS = new Set(['at', 'during', 'with', 'after', 'in', 'on'])

function infinitiveAt(tokens: readonly Token[], at: number, to: number): number | undefined {
  const first = tokens[at]
  if (first?.lower === 'to') return beginsVerb(tokens, at + 1, to) ? at + 1 : undefined
  if (first?.lower === 'not' && tokens[at + 1]?.lower === 'to') return beginsVerb(tokens, at + 2, to) ? at + 2 : undefined
  if (!first || (!ADJUNCTS.has(first.lower) && first.pos !== 'NUM')) return undefined
  for (let i = at + 1; i < Math.min(to, at + 10); i++) {
    const token = tokens[i]
    if (!token || token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'PUNCT' || token.lower === 'plan') return undefined
    if (token.lower === 'to') return beginsVerb(tokens, i + 1, to) ? i + 1 : undefined
  }
  return undefined
}

/** "the proposed loan", "a working group": a participle that stands before its noun. */
function isModifier(tokens: readonly Token[], { index, lower }: Token): boolean {
  return (lower.endsWith('ed') || lower.endsWith('ing')) && ['NOUN', 'PROPN', 'ADJ'].includes(tokens[index + 1]?.pos ?? '')
}

const IN_BRIDGE = new Set(['ADP', 'DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'ADV', 'NUM', 'PART'])

/** "Its demand in the talks is that …", "their goal was to …": where the words after "is" begin. */
function predicateAt(tokens: readonly Token[], after: number, to: number): number | undefined {
  for (let i = after; i < Math.min(to, after + 9); i++) {
    const token = tokens[i]
    if (!token) return undefined
    if (/^(?:is|are|was|were|includes?|included|remains?|remained)$/.test(token.lower)) {
      const next = skipSoft(tokens, i + 1, to)
      const lower = tokens[next]?.lower ?? ''
      if (lower === 'that') return next + 1
      if (lower === 'to') return beginsVerb(tokens, next + 1, to) ? next + 1 : undefined
      if (lower === 'for' || lower === 'been') return lower === 'for' ? next + 1 : tokens[next + 1]?.lower === 'to' ? next + 2 : undefined
      return tokens[next]?.pos !== 'ADJ' && beginsPhrase(tokens[next]) && !tokens[next]?.lower.endsWith('ed') ? next : undefined
    }
    if (!IN_BRIDGE.has(token.pos) || token.lower === 'to' || token.lower === 'that') return undefined
  }
  return undefined
}

/** "gave the rebels until Monday to leave", "has three days to pay": where the deed begins that a deadline is set for. */
function deadlineAt(tokens: readonly Token[], from: number, to: number): number | undefined {
  let set = false
  for (let i = from; i < Math.min(to, from + 14); i++) {
    const token = tokens[i]
    if (!token || token.text === ',' || token.pos === 'AUX') return undefined
    set ||= /^(?:until|hours?|days?|weeks?|months?|deadline|ultimatum)$/.test(token.lower)
    if (set && token.lower === 'to' && beginsVerb(tokens, i + 1, to)) return i + 1
  }
  return undefined
}

/** "conditioned the swap on a withdrawal", "warned them against a strike": past the thing, where what the preposition brings begins. */
function behind(tokens: readonly Token[], from: number, to: number, preposition: RegExp): number | undefined {
  for (let i = from; i < Math.min(to, from + 12); i++) {
    const token = tokens[i]
    if (!token || /^[,;:.—–]$/.test(token.text) || token.lower === 'that') return undefined
    if (preposition.test(token.lower)) return i > from && beginsPhrase(tokens[i + 1]) ? i + 1 : undefined
    if (token.pos === 'VERB' && !/(?:ed|en|ing)$/.test(token.lower)) return undefined
  }
  return undefined
}

/** "made it conditional on", "a deal contingent on". */
function conditionalAt(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let i = from + 1; i < Math.min(to, from + 12); i++) {
    if (/^(?:conditional|contingent|dependent)$/.test(tokens[i]?.lower ?? '')) return /^(?:on|upon)$/.test(tokens[i + 1]?.lower ?? '') ? i + 2 : undefined
    if (/^[,;:.]$/.test(tokens[i]?.text ?? '.')) return undefined
  }
  return undefined
}

/** "three conditions for entering the cabinet: a truce and …": past what they are for. */
function pastPurpose(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at + 1; i < at + 9; i++) {
    if (tokens[i]?.text === ':') return beginsPhrase(tokens[i + 1]) ? i + 1 : undefined
    if (tokens[i]?.pos === 'PUNCT') return undefined
  }
  return undefined
}

/** "three demands: a truce and …", "demands, including a truce": where the list of what a noun names begins. */
function listAt(tokens: readonly Token[], after: number): number | undefined {
  const i = tokens[after]?.text === ',' ? after + 1 : after
  const lower = tokens[i]?.lower ?? ''
  if (lower === ':' || lower === 'including') return beginsPhrase(tokens[i + 1]) ? i + 1 : undefined
  if (lower === 'for' || lower === 'to') return pastPurpose(tokens, i)
  return lower === 'such' && tokens[i + 1]?.lower === 'as' ? i + 2 : undefined
}

/** "put 4 percent on the table": a thing that is laid before others. */
function tableAt(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let i = from + 1; i + 2 < Math.min(to, from + 14); i++) {
    if (/^[,;:]$/.test(tokens[i]?.text ?? '')) return undefined
    if (tokens[i]?.lower === 'on' && tokens[i + 1]?.lower === 'the' && tokens[i + 2]?.lower === 'table') return beginsPhrase(tokens[from]) ? from : undefined
  }
  return undefined
}

/** "would rather strike than agree": what is not wanted. */
function thanAt(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let i = from + 1; i < Math.min(to, from + 8); i++) {
    if (tokens[i]?.lower === 'than') return beginsVerb(tokens, i + 1, to) ? i + 1 : undefined
    if (tokens[i]?.pos === 'PUNCT') return undefined
  }
  return undefined
}

/** "suggested a truce", and no clause, "suggested a truce was near": where a noun phrase alone begins. */
function phraseAt(tokens: readonly Token[], at: number, to: number): number | undefined {
  if (!beginsPhrase(tokens[at])) return undefined
  for (let i = at; i < Math.min(to, at + 12); i++) {
    const token = tokens[i]
    if (!token || /^[,;:.—–]$/.test(token.text) || /^(?:that|which|who)$/.test(token.lower)) return at
    if (token.pos === 'AUX' || /^(?:should|could|would|may|might|will|can|must)$/.test(token.lower)) return undefined
    if (token.pos === 'VERB' && i > at && !/(?:ing|ed)$/.test(token.lower) && tokens[i - 1]?.lower !== 'to') return undefined
  }
  return at
}

/** "that any deal include": a bare verb after a singular noun, as a demand has it. */
function isSubjunctive(tokens: readonly Token[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]]
  return token?.pos === 'VERB' && token.lower === token.lemma && (before?.pos === 'NOUN' || before?.pos === 'PROPN') && !before.lower.endsWith('s')
}

/** Where the thing wanted begins if it follows the words before `after` as `need` asks (see data/stance-frames.tsv); undefined where it does not. */
export function follows(tokens: readonly Token[], after: number, to: number, need: string): number | undefined {
  const i = skipSoft(tokens, after, to)
  const token = tokens[i]
  if (!token || i >= to) return undefined
  if (need === 'to') return infinitiveAt(tokens, i, to)
  if (need === 'to-np') return token.lower === 'to' && beginsPhrase(tokens[skipSoft(tokens, i + 1, to)]) ? i + 1 : undefined
  if (need === 'np') return beginsPhrase(token) ? i : undefined
  if (need === 'that') return token.lower === 'that' && tokens[i + 1]?.pos !== 'PUNCT' ? i + 1 : undefined
  if (need === 'that-would')
    return finds(tokens, token.lower === 'that' ? i + 1 : i, Math.min(to, i + 12), one => /^(?:would|will|could|can)$/.test(one.lower)) ? i : undefined
  if (need === 'be') return predicateAt(tokens, after, to)
  if (need === 'list') return listAt(tokens, after)
  if (need === 'np-on') return behind(tokens, i, to, /^(?:on|upon)$/)
  if (need === 'np-against') return behind(tokens, i, to, /^against$/)
  if (need === 'np-conditional') return conditionalAt(tokens, i, to)
  if (need === 'np-table') return tableAt(tokens, i, to)
  if (need === 'np-only') return phraseAt(tokens, i, to)
  if (need === 'deadline') return deadlineAt(tokens, i, to)
  if (need === 'verb-than') return thanAt(tokens, i, to)
  if (need === 'verb') return token.pos === 'VERB' && token.lower === token.lemma ? i : undefined
  if (need === 'np-from') return beginsPhrase(token) && finds(tokens, i, Math.min(to, i + 7), one => one.lower === 'from') ? i : undefined
  if (need === 'that-should')
    return finds(
      tokens,
      token.lower === 'that' ? i + 1 : i,
      Math.min(to, i + 16),
      (one, index) =>
        /^(?:should|must)$/.test(one.lower) ||
        (/^(?:needs?|has|have)$/.test(one.lower) && tokens[index + 1]?.lower === 'to') ||
        (one.lower === 'be' && tokens[index - 1]?.lower !== 'to') ||
        isSubjunctive(tokens, index),
    )
      ? i
      : undefined
  if (need === 'np-to')
    return token.pos !== 'ADP' &&
      token.lower !== 'that' &&
      finds(
        tokens,
        i,
        Math.min(to, i + 12),
        (one, index) =>
          one.lower === 'to' &&
          index > i &&
          !tokens.slice(i, index).some(between => between.pos === 'AUX' || (between.pos === 'VERB' && !isModifier(tokens, between))) &&
          beginsVerb(tokens, index + 1, to),
      )
      ? i
      : undefined
  if (need === 'np-for') return token.pos !== 'ADP' && finds(tokens, i, Math.min(to, i + 6), (one, index) => one.lower === 'for' && index > i) ? i : undefined
  const head = HEADS[need]
  if (head)
    return need === 'to-agreement' && token.lower !== 'to'
      ? undefined
      : finds(tokens, i, Math.min(to, headLimit(tokens, i)), one => head.test(one.lower))
        ? i
        : undefined
  return token.lower === need ? i + 1 : undefined
}
