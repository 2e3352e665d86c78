import type { Token } from '#model'
import { isNegation } from './verb.ts'

/** Verbs by which a plan holds what follows. */
const HOLDS = new Set(
  (
    'include contain envisage envision foresee stipulate require propose specify guarantee mandate feature comprise cover involve set allow offer entail oblige commit ' +
    'prescribe call give grant award promise recommend obligate outline list enshrine foresee'
  ).split(' '),
)
/** What a plan itself does to the matter: told in the present or past as well as under "would". */
const DEEDS = new Set(
  (
    'raise cut limit cap ease lift end extend fund reduce ban bar prohibit curb restrict freeze halt delay let permit grant create establish impose increase suspend remove ' +
    'eliminate double triple boost expand trim slash restore waive repeal scrap halve oblige compel demand bind lower exempt reinstate postpone forbid hike shave erase keep ' +
    'provide pay allocate devote split replace withdraw release free stop preserve protect roll phase pull open reopen lock authorize authorise reauthorize renew strip dismantle ' +
    'permit spare shield divide'
  ).split(' '),
)
/** What a plan would bring about rather than do. */
const EFFECTS = new Set(
  (
    'bear check move head sail mean produce throw point understand see know like want love prefer wish hope try dominate manage face hurt invite cost avert address fail lead result cause find take go need become pass hit leave see seem prove come get lose remain make ' +
    'help harm affect happen depend look serve work hold begin expire add save hand turn prevent avoid solve win die survive clear collapse amount damage undermine ' +
    'strengthen weaken pave send spark trigger represent worry shatter imperil jeopardize jeopardise bring mark kill deal ensure please satisfy benefit enjoy stand follow apply encourage threaten drive resolve achieve'
  ).split(' '),
)
/** What deals are made for, rather than what they hold. */
const PURPOSES = new Set(
  'end avoid avert resolve settle prevent break secure achieve solve stave bring create make reach get stop win save bridge address help deal be have do'.split(
    ' ',
  ),
)
/** Words that begin a participle clause about the plan: "the deal reached by". */
const REDUCED = new Set(
  (
    'reached drafted backed negotiated brokered signed struck presented passed approved announced unveiled agreed offered proposed made put introduced hammered tabled ' +
    'circulated endorsed mediated sponsored forged accepted outlined submitted'
  ).split(' '),
)
/** Auxiliaries by which a plan lays something down. */
export const MODAL: ReadonlySet<string> = new Set(['would', 'will', 'could', 'should', 'shall', "'ll", '’ll', 'must'])
/** Of these, what one side tables: there even "to avoid" tells what it would do. */
const TABLES = new Set(['proposal', 'offer', 'amendment', 'bill', 'legislation', 'measure', 'resolution'])
/** Nouns that take "to" and what they would do. */
const TAKES_TO = new Set(
  'plan proposal offer deal agreement accord bill amendment legislation measure resolution pact compromise package initiative'.split(' '),
)

/** The verb behind a form of holding or doing that the tagger took for something else: "which limited", "that limits". */
const FORMS = new Map([...HOLDS, ...DEEDS].flatMap(verb => formsOf(verb).map(form => [form, verb] as const)))

function formsOf(verb: string): string[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb.endsWith('y') && !/[aeo]y$/.test(verb) ? `${verb.slice(0, -1)}i` : verb
  return [stem === verb || verb.endsWith('e') ? `${verb}s` : `${stem}es`, `${stem}ed`]
}

/** Words between a plan and its verb that leave it the subject: an adverb, a day, "on Wednesday". */
function leavesSubject(token: Token): boolean {
  return ['ADV', 'AUX', 'ADP', 'PROPN', 'NOUN', 'ADJ', 'DET', 'NUM', 'PART'].includes(token.pos) || /^(?:that|which|["“”‘’'])$/.test(token.lower)
}

/** The comma or bracket that closes an aside right after a token: ", seen by the agency,", ", however,". Undefined where none opens there, or where no verb follows it. */
function asideEnd(tokens: readonly Token[], at: number, to: number): number | undefined {
  const open = tokens[at + 1]?.text ?? ''
  const first = tokens[at + 2]
  if (!first || !/^[,(–—]$/.test(open) || /^(?:and|but|or|which|including|so)$/.test(first.lower) || /^(?:NOUN|PROPN|PRON)$/.test(first.pos)) return undefined
  if (tokens[at - 1]?.lower === 'without' || tokens[at - 2]?.lower === 'without') return undefined
  const close = open === '(' ? ')' : open
  for (let i = at + 2; i < Math.min(to - 1, at + 24); i++) {
    const next = tokens[i + 1]
    if (tokens[i]?.text !== close || !next) continue
    if (next.pos === 'VERB' || next.pos === 'AUX' || next.lower === 'to' || MODAL.has(next.lower)) return i
    if (close !== ',') return undefined
  }
  return undefined
}

/** Where the terms begin after the noun of a plan: past "would", "calls for", ", which include", "to". Undefined where another subject or a "not" stands between. */
export function provisionStart(tokens: readonly Token[], noun: number, to: number, onlyHolds: boolean): number | undefined {
  const { at, relative, told } = openingOf(tokens, noun, to)
  const after = tokens[at + 1]?.lower ?? ''
  if (after === ',' && tokens[at + 2]?.lower === 'including')
    return tokens[noun]?.lower === tokens[noun]?.lemma || tokens[noun]?.lower === 'terms' ? at + 3 : undefined
  for (let i = at + (relative ? 3 : 1); i < Math.min(to, at + (told ? 14 : 9)); i++) {
    const token = tokens[i]
    const next = tokens[i + 1]
    if (told && token?.text === ',' && next?.lower === 'which') continue
    if (!token || !next || isNegation(token) || isNegation(next) || BREAKS.has(token.lower)) return undefined
    if (token.lower === 'and' && !told) return undefined
    if (!told && MODAL.has(token.lower) && isFollowed(tokens, at + 1, i)) return undefined
    const start = startAt(tokens, noun, i, to, onlyHolds)
    if (start !== undefined && !(told && MODAL.has(token.lower) && isOthers(tokens, at + 1, i))) return start
    if (told && MODAL.has(token.lower) && !isOthers(tokens, at + 1, i)) return undefined
    if ((token.pos === 'VERB' && !told) || (!told && !leavesSubject(token))) return undefined
  }
  return undefined
}

/** "supporters of the deal fear the ministry will": names and nouns between the plan and the auxiliary are its own subject. */
function isFollowed(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to)
  return between.length > 1 && between.every(token => /^(?:NOUN|PROPN|ADJ|DET)$/.test(token.pos) && !token.lower.endsWith('day'))
}

/** Words behind which another clause stands than the plan's own. */
const BREAKS = new Set(['but', 'or', ',', 'because', 'if', 'after', 'before', 'when', 'while', 'as', 'since', 'until', 'once'])

/** How a plan's noun goes on: the token after which its own verb may stand, whether a relative clause follows a comma, whether some clause stands between. */
function openingOf(tokens: readonly Token[], noun: number, to: number): { at: number; relative: boolean; told: boolean } {
  const at = asideEnd(tokens, noun, to) ?? noun
  const after = tokens[at + 1]?.lower ?? ''
  const relative = after === ',' && tokens[at + 2]?.lower === 'which'
  return { at, relative, told: at === noun && (after === 'that' || after === 'which' || REDUCED.has(after)) }
}

/** "the bill that senators will try …": the duty of a clause with a subject of its own; but "the bill passed by the Senate would …" is the bill's. */
function isOthers(tokens: readonly Token[], opens: number, at: number): boolean {
  const between = tokens.slice(opens + 1, at)
  if (REDUCED.has(tokens[opens]?.lower ?? '')) return between.some(one => ['that', 'which', 'who', 'after', 'when'].includes(one.lower))
  return between.some(one => ['NOUN', 'PROPN', 'PRON', 'DET'].includes(one.pos)) && !between.some(one => one.pos === 'VERB')
}

/** The first token of the terms where a verb of holding or doing begins at a token. */
function startAt(tokens: readonly Token[], noun: number, at: number, to: number, onlyHolds: boolean): number | undefined {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token || !next) return undefined
  if (/^(?:paired|coupled|combined)$/.test(token.lower) && next.lower === 'with') return at + 2
  if ((token.lemma === 'call' || token.lemma === 'provide') && next.lower === 'for') return at + 2
  if ((token.lemma === 'call' || (token.lower === 'focusing' && at === noun + 1)) && next.lower === 'on') return at + 2
  if (token.lower === 'including') return at + 1
  if (token.lower === 'to' && next.pos === 'VERB' && !onlyHolds) return isPromised(tokens, noun, at) ? at + 1 : undefined
  // "the text says that producers will cut", and no more than what its own words lay down.
  if (/^(?:say|state|stipulate|specify)$/.test(token.lemma) && token.pos === 'VERB' && at <= noun + 3 && /^(?:NOUN|PROPN)$/.test(tokens[noun]?.pos ?? ''))
    return laidDown(tokens, at, to)
  if (MODAL.has(token.lower)) return underModal(tokens, at + 1, to, onlyHolds)
  if (tokens[at - 1]?.lower === 'to') return undefined
  if (!isHeld(tokens, noun, at, onlyHolds)) return undefined
  return DEEDS.has(verbOf(tokens, at)) ? at : at + 1
}

/** The verb at a token: its lemma, or after "that" and "which" the verb that its form is of, whatever the tagger took it for. */
function verbOf(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  if (!token) return ''
  if (token.pos === 'VERB') return token.lemma
  const before = tokens[at - 1]?.pos === 'ADV' ? tokens[at - 2] : tokens[at - 1]
  const after = tokens[at + 1]?.pos ?? ''
  const caps = before?.pos === 'NOUN' && before.lower === before.lemma && token.lower.endsWith('s') && ['DET', 'NOUN', 'ADJ', 'NUM', 'SYM'].includes(after)
  return caps || /^(?:that|which)$/.test(before?.lower ?? '') ? (FORMS.get(token.lower) ?? '') : ''
}

/** "includes", "raises", "eased": a finite verb of holding or doing. */
function isHeld(tokens: readonly Token[], noun: number, at: number, onlyHolds: boolean): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  const verb = verbOf(tokens, at)
  if (!token || !next || (verb === '' && token.pos !== 'VERB') || next.pos === 'ADP' || /^[,.;:)]$/.test(next.text)) return false
  if (HOLDS.has(verb) && token.pos === 'VERB' && /^(?:that|which)$/.test(tokens[at - 1]?.lower ?? '')) return verb !== 'call' && token.lower !== 'proposed'
  if (HOLDS.has(verb))
    return verb !== 'call' && !['proposed', 'set', 'offered', 'involved', 'covered', 'given', 'granted', 'promised', 'outlined', 'listed'].includes(token.lower)
  if (verb === 'have') return next.pos === 'NUM' || next.text === '$'
  if (verb === 'end' && !/^(?:bill|plan|proposal|legislation|measure)s?$/.test(tokens[noun]?.lower ?? '')) return false
  return !onlyHolds && DEEDS.has(verb) && token.lower !== verb && (!token.lower.endsWith('ing') || at === noun + 1)
}

/** Past "says that" where a "will" or "must" follows in its clause. */
function laidDown(tokens: readonly Token[], at: number, to: number): number | undefined {
  const start = tokens[at + 1]?.lower === 'that' ? at + 2 : at + 1
  for (let i = start; i < Math.min(to, start + 9); i++) {
    const token = tokens[i]
    if (!token || token.pos === 'VERB' || token.pos === 'PUNCT') return undefined
    if (/^(?:will|shall|must|would)$/.test(token.lower)) return i > start && !isNegation(tokens[i + 1]) ? start : undefined
  }
  return undefined
}

/** Past "would": the verb, adverbs left out; "would be general and cover" the second. */
function underModal(tokens: readonly Token[], from: number, to: number, onlyHolds: boolean): number | undefined {
  let at = from
  while (at < to && (tokens[at]?.pos === 'ADV' || tokens[at]?.lower === 'also')) at++
  const verb = tokens[at]
  if (!verb || isNegation(verb)) return undefined
  if (verb.lower === 'have' && tokens[at + 1]?.pos === 'VERB' && !onlyHolds && isDeed(tokens[at + 1])) return at + 1
  if (verb.lower === 'be') {
    const and = [2, 3, 4].map(k => at + k).find(i => i < to && tokens[i]?.lower === 'and')
    return and !== undefined && tokens[and + 1]?.pos === 'VERB' && tokens[and + 1]?.lower === tokens[and + 1]?.lemma ? and + 1 : undefined
  }
  if (tokens[at + 1]?.lower === 'for' && (verb.lemma === 'call' || verb.lemma === 'provide')) return at + 2
  if (verb.lemma === 'call' && tokens[at + 1]?.lower !== 'on') return undefined
  if (verb.lower === 'set' && tokens[at + 1]?.lower === 'up') return at
  // "the plan would see both armies leave": what is to come about.
  if (verb.lower === 'see' && !onlyHolds) return seen(tokens, at + 1, to) ? at + 1 : undefined
  if (HOLDS.has(verb.lemma)) return at + (verb.lemma === 'call' ? 2 : 1)
  if (verb.lower === 'hand' && /^(?:over|back)$/.test(tokens[at + 1]?.lower ?? '')) return onlyHolds ? undefined : at
  if (verb.lower === 'keep' && tokens.slice(at, at + 7).some(one => one.lower === 'from')) return undefined
  return isVerbAfter(verb, tokens[at + 1]) && !onlyHolds && !EFFECTS.has(verb.lemma) ? at : undefined
}

/** "both armies leave", "prices cut", "the port reopened": a noun phrase with a verb of its own. */
function seen(tokens: readonly Token[], at: number, to: number): boolean {
  for (let i = at; i < Math.min(to, at + 8); i++) {
    const token = tokens[i]
    if (!token || token.pos === 'PUNCT' || token.pos === 'AUX') return false
    if (token.pos === 'VERB') return i > at
  }
  return false
}

/** After "would" a bare form is a verb, though the tagger calls some of them nouns: "would fund the schools". */
function isVerbAfter({ pos, lower, lemma }: Token, next: Token | undefined): boolean {
  return pos === 'VERB' || (pos === 'NOUN' && lower === lemma && /^(?:DET|NUM|ADJ|NOUN|PROPN|SYM)$/.test(next?.pos ?? ''))
}

/** "a plan to withdraw", "an offer to the union to keep": not what a deal is only made for, nor "China plan to". */
function isPromised(tokens: readonly Token[], noun: number, at: number): boolean {
  const lemma = tokens[noun]?.lemma ?? ''
  if (!TAKES_TO.has(lemma) || tokens[noun]?.lower === 'plans') return false
  if ([1, 2, 3].some(k => /^(?:any|no|without|another)$/.test(tokens[noun - k]?.lower ?? ''))) return false
  if (!tokens.slice(noun + 1, at).every(one => one.pos !== 'AUX' && one.pos !== 'VERB')) return false
  const verb = tokens[at + 1]?.lemma ?? ''
  if (TABLES.has(lemma) && (verb === 'end' || (verb === 'avoid' && at > noun + 1))) return true
  return !PURPOSES.has(verb) && !EFFECTS.has(verb)
}

/** "Sweden plans to", "both parties plan to": the verb, whatever the tagger took it for. */
export function isVerbal(tokens: readonly Token[], noun: number): boolean {
  const token = tokens[noun]
  const before = tokens[noun - 1]
  if ((token?.lemma !== 'plan' && token?.lemma !== 'offer') || !/^(?:to|on)$/.test(tokens[noun + 1]?.lower ?? '')) return false
  if (before && before.pos !== 'VERB' && before.lower.endsWith('s') && before.lower !== before.lemma && before.pos === 'NOUN') return true
  for (let i = noun - 1; i >= Math.max(0, noun - 5); i--) {
    const one = tokens[i]
    if (!one || one.pos === 'VERB' || /^[,.;:“”"]$/.test(one.text)) break
    if (one.pos === 'DET' || one.pos === 'PART' || /^(?:['’]s?|his|her|its|their|our|my|your)$/.test(one.lower)) return token.lower !== 'plan' && i < noun - 2
  }
  return true
}

/** What somebody gets by a deal rather than does. */
const GETS = new Set('receive get accept ship surrender destroy recognise recognize undertake stay'.split(' '))

/** Whether a verb is one of what deals hold, do or give. */
export function isDeed(token: Token | undefined): boolean {
  const lemma = token?.lemma ?? ''
  return DEEDS.has(lemma) || HOLDS.has(lemma) || GETS.has(lemma)
}

/** Whether a verb does or gives something to the matter, rather than names what a text holds. */
export function isDoing({ lemma }: Token): boolean {
  return DEEDS.has(lemma) || GETS.has(lemma) || lemma === 'give' || lemma === 'grant'
}

/** "the ministry limits": a form of such a verb that the tagger took for a noun. */
export function isDeedForm({ lower }: Token): boolean {
  return FORMS.has(lower)
}

/** Words by which somebody binds himself "to" something. */
export const UNDERTAKES =
  /^(?:agreed|promised|pledged|willing|ready|committed|offered|obliged|obligated|required|supposed|permitted|allowed|entitled|bound|compelled|forbidden|undertook|vowed)$/

/** The token by which somebody will, must or has agreed to do something, in the words that begin at a token. */
export function dutyAfter(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let i = from; i < Math.min(to, from + 18); i++) {
    const token = tokens[i]
    if (!token || token.text === ';') return undefined
    const told = UNDERTAKES.test(token.lower) && tokens[i + 1]?.lower === 'to'
    const due = token.lower === 'to' && (tokens[i + 1]?.lower === 'be' || (tokens[i - 1]?.pos === 'AUX' && tokens[i + 1]?.pos === 'VERB'))
    if (MODAL.has(token.lower) || told || due) return i
  }
  return undefined
}

/** The token of "would" or such nearest before a token of the same clause; undefined where there is none, or it is denied. */
export function dutyBefore(tokens: readonly Token[], at: number, from: number): number | undefined {
  for (let i = at - 1; i >= Math.max(from, at - 30); i--) {
    const token = tokens[i]
    if (!token || /^[;:“"”]$/.test(token.text)) return undefined
    if (UNDERTAKES.test(token.lower) && tokens[i + 1]?.lower === 'to') return i
    if (MODAL.has(token.lower) && token.lower !== 'could') return isNegation(tokens[i + 1]) ? undefined : i
  }
  return undefined
}

/** Where a clause about the plan ends and the verb of the plan itself begins: "the bill to fund the parks | was passed". */
export function provisionEnd(tokens: readonly Token[], start: number, to: number): number {
  for (let i = start + 2; i < to; i++) {
    const token = tokens[i]
    if (!token || /^(?:that|which|who|whose|where|when|if|,|and)$/.test(token.lower)) return to
    if ((token.pos === 'AUX' || MODAL.has(token.lower)) && token.lower !== 'be') return i
    if (/^[-–—]$/.test(token.text) && token.start > (tokens[i - 1]?.end ?? 0) && (tokens[i + 1]?.start ?? 0) > token.end) return i
    if (/^(?:passed|cleared|failed|won|drew|collapsed|died|came|got|stalled)$/.test(token.lower) && token.pos === 'VERB') return i
  }
  return to
}
