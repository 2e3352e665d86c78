import type { Actor, Example, Issue, Sentence, Span, Token, Track } from '#model'
import { issuesIn } from '#text'
import { actorAt, holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import type { Line } from '../track.ts'
import { readApart } from './apart.ts'
import { AGREED, authorsOf } from './author.ts'
import { outcomeAt } from './outcome.ts'
import { formatOf } from './format.ts'
import { listed, namedBefore, sentBy } from './listed.ts'
import { leavingOf, progressOf } from './progress.ts'
import { partsIn, type Part } from './roles.ts'
import { roundsOf } from './rounds.ts'
import { firstActor, subjectOf } from './subject.ts'

/** Those who sit at the table, where both their sides are named. */
const ENVOYS = new Set(['negotiators', 'envoys', 'delegations', 'delegates'])
const TALKS = new Set(['talks', 'negotiations', 'dialogue', 'dialog', 'discussions', 'summit', 'consultations', 'negotiation', 'bargaining', 'deliberations'])
/** Lines of talks told by a noun: whose they are, how they stand, through whom, where. */
export function readLines(scene: Scene): Line[] {
  const { tokens } = scene.reading
  return scene.reading.sentences.flatMap(sentence => {
    const at: number[] = []
    for (let i = sentence.from; i < sentence.to && at.length < MOST; i++) {
      const token = tokens[i]
      if (token && token.pos !== 'VERB' && (TALKS.has(token.lower) || isTable(tokens, i) || isContacts(tokens, i))) at.push(i)
    }
    if (at.length === 0) return readUnnamed(scene, sentence)
    if (FURNITURE.test(scene.reading.report.text.slice(sentence.span[0], sentence.span[1]))) return []
    const setting = settingOf(scene, sentence)
    const found = at.map(i => readLine(scene, sentence, i, setting))
    const told = found.length > 1 ? best(found) : found
    return told.some(line => line.parties.length > 1) ? told : [...told, ...readUnnamed(scene, sentence)]
  })
}

/** "returned to the bargaining table". */
function isTable(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'table' && /^(?:bargaining|negotiating|negotiation|negotiations|peace)$/.test(tokens[at - 1]?.lower ?? '')
}

/** "secret contacts between A and B". */
function isContacts(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'contacts' && (tokens[at + 1]?.lower === 'between' || tokens[at - 1]?.pos === 'ADJ')
}

/** Headlines of other reports between bars. */
const FURNITURE = / \| .* \| /

/** Where no talks are named with their parties: envoys of two sides, a deal reached, how two stand to one another. */
function readUnnamed(scene: Scene, sentence: Sentence): Line[] {
  const sides = readSides(scene, sentence)
  return sides.length > 0 ? sides : readApart(scene, sentence)
}

/** Where no talks are named: "negotiators from A and B", and a deal that A and B reached. */
function readSides(scene: Scene, sentence: Sentence): Line[] {
  const { tokens } = scene.reading
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]
    if (!token || token.pos === 'VERB') continue
    const isSides = ENVOYS.has(token.lower)
    if (!isSides && !(AGREED.has(token.lower) && token.lower !== 'ceasefire' && token.lower !== 'truce')) continue
    const reached = isSides ? isReached(scene, sentence) : outcomeAt(tokens, i, sentence.from, sentence.to) === 'accepted'
    if (!isSides && !reached) continue
    const parties = isSides ? sidesOf(scene, sentence, i) : authorsOf(scene, i, sentence.from, sentence.to).flatMap(id => scene.actors.get(id) ?? [])
    if (parties.length < 2) continue
    const { parts, issues } = settingOf(scene, sentence)
    const span: Span = [token.start, token.end]
    return [{ span, parties, parts, state: 'unclear', format: 'unclear', rule: 'talks/en/line', issues, ...(reached && { reached: true as const }) }]
  }
  return []
}

/** Whether a deal is told as reached in the sentence. */
function isReached({ reading: { tokens } }: Scene, { from, to }: Sentence): boolean {
  for (let i = from; i < to; i++)
    if (AGREED.has(tokens[i]?.lower ?? '') && tokens[i]?.pos !== 'VERB' && outcomeAt(tokens, i, from, to) === 'accepted') return true
  return false
}

/** "negotiators from A and B", "A and B negotiators". */
function sidesOf(scene: Scene, sentence: Sentence, at: number): Actor[] {
  const next = scene.reading.tokens[at + 1]?.lower ?? ''
  if (next !== 'from' && next !== 'for' && next !== 'of') return namedBefore(scene, at, sentence.from).actors
  const after = listed(scene, at + 2, sentence.to, 4)
  return after.length > 1 ? after : sentBy(scene, at)
}

/** Of the talks of one sentence those with parties of their own, or the first. */
function best(found: readonly Line[]): Line[] {
  const own = found.filter(line => line.parties.length > 1)
  return own.length > 0 ? own : found.slice(0, 1)
}

/** What a sentence tells of all its talks. */
interface Setting {
  readonly parts: readonly Part[]
  readonly format: Track['format']
  readonly issues: readonly Issue[]
  readonly rounds?: { total?: number; ordinal?: number }
}

/** No sentence of a person's tells of more talks. */
const MOST = 12

function settingOf(scene: Scene, sentence: Sentence): Setting {
  const parts = partsIn(scene, sentence)
  const mediates = parts.some(part => part.role === 'mediator')
  const words = scene.reading.report.text.slice(sentence.span[0], sentence.span[1])
  return { parts, format: formatOf(words, mediates), issues: issuesNear(scene, sentence), ...roundsOf(words) }
}

function readLine(scene: Scene, sentence: Sentence, at: number, setting: Setting): Line {
  const { tokens } = scene.reading
  const { parties, start, direct } = partiesOf(scene, sentence, at)
  const first = tokens[start]
  const last = tokens[at]
  const span: Span = [first?.start ?? 0, last?.end ?? 0]
  const state = leavingOf(tokens, sentence, at) ?? progressOf(tokens, sentence, at)
  // "should engage in talks with A": what one side is to do is no line of talks yet.
  const wished = state === 'unclear' && first !== undefined && first.pos === 'VERB' && isWished(tokens, start, sentence.from)
  return {
    ...setting,
    span,
    parties: (wished ? [] : parties).filter(actor => !setting.parts.some(part => part.actor === actor)),
    ...(direct && setting.format === 'unclear' && { format: 'direct' as const }),
    state,
    rule: 'talks/en/line',
    ...venueOf(scene, sentence, at),
  }
}

/** "wants to engage", "should sit down for", "could enter": a verb that tells nothing done. */
function isWished(tokens: readonly Token[], verb: number, from: number): boolean {
  const before = tokens.slice(Math.max(from, verb - 4), verb)
  return before.some(token => /^(?:should|could|must|might|may|can|wants?|wanted|needs?|needed|ought|refus\w+|fail\w*|unwilling|unable)$/.test(token.lower))
}

function issuesNear(scene: Scene, sentence: Sentence): Issue[] {
  return issuesIn(scene.reading, sentence.span, scene.issues).filter(issue => issue !== 'PROCESS')
}

/** Whose talks: "between A and B", "A-B talks", "A's talks with B", "A held talks with B", "both sides resumed talks". */
function partiesOf(scene: Scene, sentence: Sentence, at: number): { parties: Actor[]; start: number; direct?: true } {
  const { tokens } = scene.reading
  const named = namedBefore(scene, at, sentence.from)
  const after = afterNoun(scene, at, sentence.to)
  if (after.word === 'between' && after.actors.length > 1) return { parties: after.actors, start: at }
  if (named.actors.length > 1) return { parties: named.actors, start: named.start }
  const own = [...new Set([...named.actors, ...after.actors])]
  if (own.length > 1 && named.actors.length > 0) return { parties: own, start: named.start }
  const invited = invitedTo(scene, at, sentence.from) ?? seated(scene, sentence, at)
  if (invited) return invited
  const verb = governing(tokens, at, sentence.from)
  const asked = verb === undefined || tokens[verb - 1]?.lower !== 'to' ? undefined : actorAt(scene, tokens[verb - 2])
  const subject = verb === undefined ? [] : asked ? [asked] : (subjectOf(scene, holderVerb(tokens, verb, sentence.from), sentence.from)?.actors ?? [])
  const holders = subject
    .map(actor => holderOf(scene, actor))
    .filter((actor): actor is Actor => actor !== undefined && !own.some(one => one === actor || one.of === actor.id || actor.of === one.id))
  const parties = [...holders, ...own]
  // "Negotiation with the likes of A and B": with whom, and nobody who talks with them.
  const lone = parties.length === 1 || (holders.length === 0 && own.length > 1)
  const teller = lone ? tellerOf(scene, at, own.slice(0, 1)) : []
  const other = lone && teller.length === 0 && own.length > 1 ? namedEarlier(scene, at, sentence.from, own) : teller
  return {
    parties: other.length === 0 && own.length > 1 && lone ? [] : [...other, ...parties],
    start: verb !== undefined && holders.length > 0 ? verb : named.start,
  }
}

/** "Negotiators from A and B ended a day of talks": the envoys named before the talks. */
function seated(scene: Scene, sentence: Sentence, at: number): { parties: Actor[]; start: number } | undefined {
  for (let i = sentence.from; i < at; i++) {
    const parties = ENVOYS.has(scene.reading.tokens[i]?.lower ?? '') ? sidesOf(scene, sentence, i) : []
    if (parties.length > 1) return { parties, start: i }
  }
  return undefined
}

/** "agreed to resume", "are set to hold", "is ready to begin": the word whose subject would hold the talks. */
function holderVerb(tokens: readonly Token[], verb: number, from: number): number {
  if (tokens[verb - 1]?.lower !== 'to') return verb
  const before = tokens[verb - 2]
  return verb - 2 > from && before && /^(?:VERB|ADJ)$/.test(before.pos) ? verb - 2 : verb
}

/** "A invited B to Oslo for talks": who invites and who is invited. */
function invitedTo(scene: Scene, at: number, from: number): { parties: Actor[]; start: number; direct: true } | undefined {
  const { tokens } = scene.reading
  if (!/^(?:for|to)$/.test(tokens[at - 1]?.lower ?? '') && tokens[at - 2]?.lower !== 'for') return undefined
  for (let i = at - 2; i >= Math.max(from, at - 14); i--) {
    const token = tokens[i]
    if (!token || /^[,;:]$/.test(token.text)) return undefined
    if (token.pos !== 'VERB') continue
    if (tokens.slice(Math.max(from, i - 3), i).some(one => /^(?:should|could|may|might|must|not)$/.test(one.lower))) return undefined
    const host = token.lemma === 'invite' ? subjectOf(scene, i, from)?.actors[0] : undefined
    const guest = host && firstActor(scene, i + 1, at)
    return host && guest && guest !== host ? { parties: [host, guest], start: i, direct: true } : undefined
  }
  return undefined
}

/** "Talks with the union will start at once, the mayor said": who speaks of talks with one other is their other party. */
function tellerOf(scene: Scene, at: number, [other]: readonly Actor[]): Actor[] {
  const token = scene.reading.tokens[at]
  if (!token || scene.reading.tokens[at + 1]?.lower !== 'with') return []
  const statement = statementAt(scene, [token.start, token.end])
  if (token.lower === 'summit' || !/^(?:person|office|body)$/.test(statement?.chain.at(-1)?.as ?? '')) return []
  const speaker = holderOf(scene, speakerOf(scene, statement))
  return speaker && other && speaker !== other && speaker.of !== other.id && other.of !== speaker.id ? [speaker] : []
}

/** "used as a template by the union for negotiations with A and B": whoever is named last before talks with two. */
function namedEarlier(scene: Scene, at: number, from: number, own: readonly Actor[]): Actor[] {
  for (let i = at - 1; i >= Math.max(from, at - 8); i--) {
    const actor = holderOf(scene, actorAt(scene, scene.reading.tokens[i]))
    if (actor) return own.some(one => one === actor || one.of === actor.id || actor.of === one.id) ? [] : [actor]
  }
  return []
}

/** "talks on trade with A": what the matter is with, not the talks. */
const TIES = /^(?:trade|relations?|relationships?|ties|borders?|deal|agreement|pact|war|peace|contacts|cooperation|links|meeting|summit|talks)$/

function afterNoun(scene: Scene, at: number, to: number): { word?: string; actors: Actor[] } {
  const { tokens } = scene.reading
  let acts = false
  for (let i = at + 1; i < Math.min(to, at + 18); i++) {
    const token = tokens[i]
    if (!token || /^[.;:,“”"]$/.test(token.text) || token.pos === 'AUX' || (token.pos === 'VERB' && !token.lower.endsWith('ing'))) return { actors: [] }
    if (token.lower === 'and' && tokens[i + 1]?.pos === 'DET') return { actors: [] }
    acts ||= token.pos === 'VERB'
    if (token.lower === 'between' || token.lower === 'among') return { word: 'between', actors: listed(scene, i + 1, to, 4) }
    if (token.lower === 'with' && !acts && i < at + 12 && !(i > at + 1 && TIES.test(tokens[i - 1]?.lower ?? '')))
      return { word: 'with', actors: listed(scene, i + 1, to, 2) }
  }
  return { actors: [] }
}

/** What parties do with talks. */
const HOLDS = new Set(
  (
    'hold resume continue begin start have conduct open enter join suspend halt break cease quit cancel postpone pursue conclude finish end restart launch attend ' +
    'engage return walk kick wrap break call seek want propose offer demand urge call refuse reject leave abandon boycott pause freeze initiate schedule plan prepare ' +
    'pull withdraw storm quit drop skip attend reopen reconvene adjourn extend'
  ).split(' '),
)

/** The verb whose object the talks are: "held talks", "broke off negotiations". */
function governing(tokens: readonly Token[], at: number, from: number): number | undefined {
  for (let i = at - 1; i >= Math.max(from, at - 9); i--) {
    const token = tokens[i]
    if (!token || /^[,;:]$/.test(token.text)) return undefined
    if (token.pos === 'VERB' && token.lower !== 'proposed' && tokens[i + 1]?.text !== '-') return HOLDS.has(token.lemma) ? i : undefined
    if (token.lower === 'open' && tokens[i - 1]?.lower === 'to') return i
  }
  return undefined
}

function venueOf(scene: Scene, sentence: Sentence, at: number): { venue?: string } {
  const { tokens } = scene.reading
  for (let i = at + 1; i < Math.min(sentence.to, at + 16); i++) {
    const place = tokens[i]
    if (place?.text === ';') break
    if ((place?.lower === 'in' || place?.lower === 'at') && tokens[i + 1]?.pos === 'PROPN') {
      const actor = actorAt(scene, tokens[i + 1])
      if (actor?.kind === 'place' || actor?.kind === 'state') return { venue: actor.id }
    }
  }
  return {}
}

export const examples: readonly Example[] = [
  { text: 'Talks between Sweden and Norway stalled on Monday.', list: 'tracks', finds: ['unclear stalled Sweden + Norway «Talks» ( ; 2025-05-12)'] },
  { text: 'She talks with her hands.', list: 'tracks', finds: [] },
  {
    text: 'Negotiations between Sweden and Norway that had gone on for months were resuming Monday.',
    list: 'tracks',
    finds: ['unclear ongoing Sweden + Norway «Negotiations» (2025-05-12 ; ..)'],
  },
  {
    text: 'Sweden and Norway have agreed to resume direct talks on ending the war.',
    list: 'tracks',
    finds: ['direct announced Sweden + Norway «resume direct talks» ([2025-05-12..])'],
  },
  {
    text: 'The minister denied that talks between Sweden and Norway had collapsed.',
    list: 'tracks',
    finds: ['unclear unclear Sweden + Norway «talks» ([..2025-05-12])'],
  },
  {
    text: 'Envoys from Sweden and Norway left Oslo on Monday without a deal after three days of indirect talks brokered by Finland.',
    list: 'tracks',
    finds: [
      'indirect stalled Sweden + Norway by Finland «Envoys from Sweden and Norway left Oslo on Monday without a deal after three days of indirect talks» ( ; 2025-05-12)',
    ],
  },
  {
    text: 'Negotiations on the water of the river between Sweden and Norway are to resume on Tuesday.',
    list: 'tracks',
    finds: ['unclear announced Sweden + Norway «Negotiations» (2025-05-13)'],
  },
]
