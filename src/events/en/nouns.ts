import type { Sentence, Token, Example } from '#model'
import { markWords, placesIn } from '#text'
import { classesOf, eventNouns, type EventNoun } from '../rows.ts'
import { groupStart, subjectOf, withJoinedAfter, type Argument, type Stage } from './arguments.ts'
import { standingOf, type Reality } from './reality.ts'
import type { Told } from './verbs.ts'

export const examples: readonly Example[] = [
  {
    text: 'Norland’s call with Sudland was short.',
    list: 'events',
    finds: ['call CONSULT reported Norland + Sudland «Norland’s call with Sudland» ([..2025-05-12])'],
  },
  { text: 'The mayor’s visit to Lima was brief.', list: 'events', finds: ['visit CONSULT reported mayor → Lima «The mayor’s visit to Lima» ([..2025-05-12])'] },
  {
    text: 'Peru’s sanctions against Chile hurt trade.',
    list: 'events',
    finds: ['sanction SANCTION reported Peru → Chile «Peru’s sanctions against Chile» ([..2025-05-12])'],
  },
  {
    text: 'There was no meeting between Chile and Peru.',
    list: 'events',
    finds: ['meet CONSULT denied Chile + Peru «no meeting between Chile and Peru» ([..2025-05-12])'],
  },
  {
    text: 'Peru’s arrest of two sailors angered Chile.',
    list: 'events',
    finds: ['detain COERCE reported Peru → two sailors «Peru’s arrest of two sailors» ([..2025-05-12])'],
  },
  { text: 'The strike fund is empty and talks are hard.', list: 'events', finds: [] },
]

const AHEAD = new Set('planned scheduled upcoming next coming forthcoming expected later'.split(' '))
const SUPPOSED = new Set('possible potential proposed any future further prospective eventual'.split(' '))
const DENIED = new Set('no without'.split(' '))
/** Words after which a noun names what is wanted, not what is done. */
const WANTING = new Set(
  'for toward towards about prospect possibility chance hope call urge demand seek want propose suggest offer reject refuse oppose discuss consider plan threaten avoid resume start begin hold prevent join facilitate end'.split(
    ' ',
  ),
)
const LINKS = new Set('between with to on against by from of upon for in at'.split(' '))

/** The participants that stand with a noun: who owns it, and who follows it after which word. */
interface Company {
  readonly owners: readonly Argument[]
  readonly after: ReadonlyMap<string, readonly Argument[]>
  readonly to: number
}

const NOUNS = markWords({ lemmas: eventNouns.keys(), words: eventNouns.keys() })

/** Every act that a noun of the sentence tells with somebody at its side, unless a verb has told it. */
export function findNouns(stage: Stage, sentence: Sentence, taken: (at: number) => boolean): Told[] {
  const told: Told[] = []
  for (const at of placesIn(stage.reading, NOUNS, sentence)) {
    const token = stage.tokens[at] as Token
    const row = eventNouns.get(token.lemma) ?? eventNouns.get(token.lower)
    if (!row || taken(at) || !isNoun(stage, token) || stage.at[at] || isModifier(stage, at) || isTitled(stage, sentence, at)) continue
    const found = readNoun(stage, sentence, at, row)
    if (found) told.push(found)
  }
  return told
}

/** A noun, or "fighting" before "between". */
function isNoun({ tokens }: Stage, token: Token): boolean {
  if (token.pos === 'NOUN' || token.pos === 'PROPN') return true
  return token.pos === 'VERB' && token.lower === 'fighting' && /^(?:between|with|in|near|around|has|had)$/.test(tokens[token.index + 1]?.lower ?? '')
}

/** “Conversation with …”: a name between quotation marks. */
function isTitled({ tokens }: Stage, sentence: Sentence, at: number): boolean {
  return (
    at > sentence.from &&
    /^["“‘]$/.test(tokens[at - 1]?.text ?? '') &&
    /^[A-Z]/.test(tokens[at]?.text ?? '') &&
    tokens[at - 2]?.lower !== ',' &&
    tokens[at - 2]?.lower !== ':'
  )
}

const EFFORT = /^(?:efforts?|missions?|attempts?|actions?|bid|drive|threats?)$/

/** "peace talks venue", "strike fund": the noun only describes the next one. */
function isModifier({ tokens, at }: Stage, index: number): boolean {
  const next = tokens[index + 1]
  if (next && EFFORT.test(next.lower)) return false
  return next !== undefined && (next.pos === 'NOUN' || next.pos === 'PROPN') && next.start === (tokens[index]?.end ?? 0) + 1 && !at[index + 1]
}

function readNoun(stage: Stage, sentence: Sentence, at: number, row: EventNoun): Told | undefined {
  const start = phraseStart(stage, sentence, at)
  if (!suits(stage, start, at, row)) return undefined
  const company = companyOf(stage, sentence, start, at)
  const roles = measured(stage, start, at, row)
    ? { actors: company.owners, recipients: [] }
    : rolesOf(
        row,
        company.owners.length === 0 && ((row.who === 'r' && company.after.has('with')) || (row.who === 'o' && takes(stage, sentence, start)))
          ? { ...company, owners: subjectBefore(stage, sentence, start) }
          : company,
      )
  if (!roles) return undefined
  const reality = realityOf(stage, sentence, start, at, row.who)
  const helpers = row.act === 'negotiate' ? (company.after.get('with') ?? []).filter(one => one.actors.some(actor => /mediator/i.test(actor.name))) : []
  if (helpers.length > 0)
    return {
      verb: { particle: [], objects: 'any', act: 'mediate', plover: 'CONSULT', args: 's', weak: false },
      at,
      from: start,
      to: company.to,
      standing: { reality, passive: false, infinitive: false },
      actors: company.after.get('with') ?? [],
      recipients: company.owners,
      rule: 'events/en/nouns',
    }
  const personal = row.act === 'negotiate' && roles.actors.some(one => one.actors[0]?.kind === 'person')
  const verb = { particle: [], objects: 'any' as const, act: personal ? ('meet' as const) : row.act, plover: row.plover, args: 's' as const, weak: false }
  return { verb, at, from: start, to: company.to, standing: { reality, passive: false, infinitive: false }, ...roles, rule: 'events/en/nouns' }
}

const MEASURE = /^(?:rounds?|hours?|days?|weeks?|months?|series|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest)$/
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/
const LAPSE = /^(?:over|during|for|since|behind)$/

/** "four rounds of talks", "the third meeting", "talks over the past week": told as held though nobody stands with them. */
function measured({ tokens, at: laid }: Stage, start: number, at: number, { who, act }: EventNoun): boolean {
  if (who !== 'r' || act === 'call') return false
  if (act === 'agree') return tokens.slice(start, at).some(token => MONTH.test(token.lower))
  if (tokens.slice(start, at).some(token => MEASURE.test(token.lower))) return true
  const [next, after] = [tokens[at + 1], tokens[at + 2]]
  return next !== undefined && LAPSE.test(next.lower) && !laid[at + 2] && /^(?:the|several|two|three|four|five|six|\d+|many)$/.test(after?.lower ?? '')
}

/** "slap sanctions on", "launch an attack on": the verb's subject does what the noun tells. */
function takes({ tokens }: Stage, sentence: Sentence, start: number): boolean {
  const before = tokens[start - 1]
  return (
    before !== undefined &&
    before.index >= sentence.from &&
    /^(?:slap|impose|announce|add|launch|order|plan|prepare|stage|mount|call|start|begin|lead)$/.test(before.lemma)
  )
}

/** Who holds "a call with B": the subject of the verb before it. */
function subjectBefore(stage: Stage, sentence: Sentence, start: number): Argument[] {
  for (let at = start - 1; at >= sentence.from && at > start - 16; at--) {
    const token = stage.tokens[at] as Token
    if (/^[;:“”"]$/.test(token.text)) return []
    if (token.pos === 'VERB' && !stage.at[at]) return subjectOf(stage, sentence, groupStart(stage, sentence, at), stage.tokens[at - 1]?.lower === 'to')
  }
  return []
}

/** Where the noun phrase begins: past words that describe, owners and articles. */
function phraseStart({ tokens, at }: Stage, sentence: Sentence, index: number): number {
  let start = index
  while (start > sentence.from && start > index - 8) {
    const token = tokens[start - 1] as Token
    const describes =
      at[start - 1] !== undefined ||
      /^(?:ADJ|NOUN|NUM|DET|PROPN)$/.test(token.pos) ||
      /^(?:['’]s?|-|of)$/.test(token.lower) ||
      (token.pos === 'PRON' && /^(?:his|her|its|their)$/.test(token.lower))
    if (!describes || (token.lower === 'of' && !/^(?:rounds?|hours?|days?|series|weeks?)$/.test(tokens[start - 2]?.lower ?? ''))) break
    start--
  }
  return start
}

/** Whether the words about the noun make it the act that its row means. */
const FIGURATIVE =
  /^(?:trade|culture|legal|political|price|court|bidding|custody|proxy|word|words|electoral|primary|budget|economic|social|class|tax|drug|cold|twitter|tweet|media|press|campaign|school|mass|heart|panic|personal|verbal|rhetorical|partisan|currency|tariff|commercial|technology|tech|copyright|election)$/

function suits({ tokens, armed }: Stage, start: number, at: number, { who, act }: EventNoun): boolean {
  if (act === 'attack' && (!armed || tokens.slice(start, at).some(token => FIGURATIVE.test(token.lower)))) return false
  if (act === 'meet' && /^(?:press|news)$/.test(tokens[at - 1]?.lower ?? '')) return false
  if (who === 'h') return classesOf(tokens, at - 1).includes('tariff')
  if (who !== 'c' && who !== 't' && who !== 'm' && who !== 'x') return true
  const near = tokens.slice(start, at + 6)
  if (who === 'c') return near.some(token => classesOf(tokens, token.index).includes('ceasefire'))
  if (who === 't') return near.some(token => /^(?:nuclear|missile|missiles|rocket|ballistic|weapon|weapons|warhead)$/.test(token.lower))
  if (who === 'm') return near.some(token => /^(?:military|joint|naval|war|army)$/.test(token.lower))
  return true
}

function companyOf(stage: Stage, sentence: Sentence, start: number, at: number): Company {
  const owners: Argument[] = []
  for (let i = start; i < at; i++) {
    const argument = stage.at[i]
    if (argument && !owners.includes(argument)) owners.push(argument)
  }
  const after = new Map<string, readonly Argument[]>()
  let to = at + 1
  let link = ''
  for (let i = at + 1; i < sentence.to && i < at + 16; i++) {
    const token = stage.tokens[i] as Token
    const argument = stage.at[i]
    if (argument && link !== '') {
      const joined = withJoinedAfter(stage, sentence, argument)
      if (!after.has(link)) after.set(link, joined)
      to = joined.at(-1)?.to ?? argument.to
      i = to - 1
      link = ''
      continue
    }
    if (token.pos === 'VERB' || token.pos === 'AUX' || /^[,;:.()“”"—–]$/.test(token.text) || token.lower === 'that') break
    if (LINKS.has(token.lower)) link = token.lower
  }
  return { owners, after, to }
}

type Roles = Pick<Told, 'actors' | 'recipients'>

function rolesOf(row: EventNoun, { owners, after }: Company): Roles | undefined {
  const by = after.get('by') ?? after.get('from') ?? []
  switch (row.who) {
    case 'r':
    case 'f': {
      if (row.act === 'agree' && !after.has('between')) return undefined
      if (row.act === 'call' && !after.has('with') && !after.has('between')) return undefined
      const actors = [...owners, ...(after.get('between') ?? after.get('with') ?? after.get('of') ?? [])]
      return actors.length > 0 && (after.has('between') || after.has('with') || owners.length > 1 || (row.who === 'r' && owners.length > 0))
        ? { actors, recipients: [] }
        : undefined
    }
    case 'v': {
      const to = after.get('to') ?? after.get('in') ?? []
      return owners.length > 0 && to.length > 0 ? { actors: owners, recipients: to } : undefined
    }
    case 'o': {
      const upon = after.get('on') ?? after.get('against') ?? []
      const actors = [...owners, ...by]
      return upon.length > 0 || by.length > 0 ? { actors, recipients: upon } : undefined
    }
    case 'h':
      return { actors: [...owners, ...by], recipients: after.get('on') ?? after.get('against') ?? [] }
    case 'b':
      return by.length > 0 ? { actors: by, recipients: after.get('to') ?? [] } : undefined
    case 'x': {
      const given = after.get('to') ?? []
      // "her arrest" happens to its owner, "Norland's arrest of sailors" to whom "of" names.
      if (row.act === 'detain' || row.act === 'abduct') {
        const taken = after.get('of') ?? (by.length > 0 ? [] : owners)
        return taken.length > 0 ? { actors: after.has('of') ? [...owners, ...by] : by, recipients: taken } : undefined
      }
      return owners.length > 0 || by.length > 0 ? { actors: [...owners, ...by], recipients: given } : undefined
    }
    default: {
      const actors = [...owners, ...by]
      return actors.length > 0 ? { actors, recipients: after.get('to') ?? after.get('on') ?? [] } : undefined
    }
  }
}

/** Verbs after which even a deed against somebody is only thought of. */
const CONSIDERING =
  /^(?:consider|propose|discuss|seek|want|suggest|urge|demand|contemplate|weigh|mull|oppose|prevent|avoid|avert|threaten|plan|prepare|rule|fear|expect|favour|favor)$/

/** "the prospect of talks", "the risk of an attack": a noun before "of" that only thinks of the deed. */
const SUPPOSING = /^(?:prospects?|possibility|chances?|idea|threats?|risks?|fears?|likelihood|danger|hopes?|holding|convening|hosting|resumption|event)$/

/** How the verb stands whose object the noun is: "tried to open talks with", "are going to put sanctions on". */
function governedBy(stage: Stage, sentence: Sentence, start: number): Reality | undefined {
  const before = stage.tokens[start - 1]
  if (before?.lower === 'of' && SUPPOSING.test(stage.tokens[start - 2]?.lower ?? '')) return 'hypothetical'
  if (!before || before.index <= sentence.from || before.pos !== 'VERB' || before.lower === 'following' || stage.at[start - 1]) return undefined
  if (CONSIDERING.test(before.lemma)) return 'hypothetical'
  const { reality } = standingOf(stage, sentence, groupStart(stage, sentence, before.index), before.index)
  return reality === 'reported' ? undefined : reality
}

function realityOf(stage: Stage, sentence: Sentence, start: number, at: number, who: EventNoun['who']): Reality {
  const { tokens } = stage
  for (let i = at + 1; i < sentence.to && i < at + 14; i++) {
    const token = tokens[i] as Token
    if (/^(?:will|'ll|scheduled|due|planned|expected)$/.test(token.lower)) return 'planned'
    if (token.pos === 'VERB') break
  }
  for (let i = start; i < at; i++) {
    const word = tokens[i]?.lower ?? ''
    if (DENIED.has(word)) return 'denied'
    if (AHEAD.has(word)) return 'planned'
    if (SUPPOSED.has(word)) return 'hypothetical'
  }
  for (let i = start - 1; who !== 's' && who !== 'o' && i >= sentence.from && i > start - 4; i--) {
    const token = tokens[i] as Token
    if (WANTING.has(token.lemma)) return 'hypothetical'
    if (DENIED.has(token.lower)) return 'denied'
    if (token.pos === 'VERB' || token.pos === 'PUNCT') break
  }
  const governed = governedBy(stage, sentence, start)
  if (governed) return governed
  for (let i = at + 1; i < sentence.to && i < at + 14; i++) {
    const token = tokens[i] as Token
    if (/^(?:would|could|may|might)$/.test(token.lower)) return 'hypothetical'
    if (token.pos === 'VERB') break
  }
  return 'reported'
}
