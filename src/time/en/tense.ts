import type { Reading, Sentence, Span, Token } from '#model'
import type { Tense } from '../pattern.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const MODALS = words("will 'll ’ll wo shall would may might should must can could ca")
const BE = words("is are am 's 're ’s ’re be been being")
const WAS = words('was were')
const HAVE = words("have has 've ’ve having")
/** What is meant to come: on a day after them, or in an infinitive. */
const SCHEDULED = words('scheduled expected slated due planned payable effective upcoming forthcoming set timed')
const INTENT = words(
  'plan hope agree vow promise threaten intend expect want decide prepare ready likely pledge propose seek aim offer wish schedule set due hopeful unlikely poised order urge ask call decision effort proposal bid agreement deal chance pressure vow',
)
const STARTS = words('begin start resume open end expire take go come arrive leave return travel run fall meet convene reconvene vote visit')
const PAST = words(
  'was were had did said told met began came went took made gave left fell held saw got won lost sent spent kept brought broke ran rose led found thought felt struck hit shot put cut wrote spoke drew flew grew knew threw withdrew fought sought bought caught taught built paid laid sat stood understood became heard shut spread hurt burst split swore wore tore bore chose froze drove rode woke stole',
)
/** Words of saying that hang on a verb told before. */
const SAYING = words('saying adding telling citing noting warning arguing writing tweeting speaking announcing declaring')
const BARRIER = words('; : “ ” " ( )')
const LEFT = 26

type Kind = 'modal' | 'to' | 'past' | 'perfect' | 'progressive' | 'passive' | 'present' | 'none'

function isPast({ lower, pos }: Token): boolean {
  return PAST.has(lower) || (pos === 'VERB' && /ed$/.test(lower) && !/^(?:need|proceed|succeed|exceed|feed|heed|speed|bleed|breed)$/.test(lower))
}

/** What a verb's own group says: modal or "to" before it, auxiliaries, its own form. */
function kindAt(tokens: readonly Token[], at: number, stop: number): Kind {
  const verb = tokens[at]
  if (!verb) return 'none'
  let be = false
  for (let i = at - 1; i >= Math.max(stop, at - 4); i--) {
    const token = tokens[i]
    if (!token) break
    const { lower, pos } = token
    // "Could not" tells of what failed; "could" alone of what may come.
    if (lower === 'could' && /^n[o’']?t$/.test(tokens[i + 1]?.lower ?? '')) return 'past'
    if (MODALS.has(lower) || (lower === 'going' && tokens[i + 1]?.lower === 'to')) return 'modal'
    if (lower === 'to') return 'to'
    if (HAVE.has(lower)) return 'perfect'
    if (lower === 'had' || WAS.has(lower) || lower === 'did') return 'past'
    if (BE.has(lower)) be = true
    // "Will he be back": the subject of a question stands between.
    else if (pos === 'PRON' && MODALS.has(tokens[i - 1]?.lower ?? '') && i - 1 >= stop) return 'modal'
    else if (pos !== 'ADV' && pos !== 'PART' && lower !== 'not' && lower !== '-' && lower !== 're') break
  }
  if (be) return /ing$/.test(verb.lower) ? 'progressive' : 'passive'
  if (isPast(verb)) return 'past'
  return BE.has(verb.lower) || HAVE.has(verb.lower) || STARTS.has(verb.lemma) || INTENT.has(verb.lemma) ? 'present' : 'none'
}

const AHEAD: Tense = { points: 'ahead' }
const BACK: Tense = { points: 'back', past: true }

/** What one verb says of the time; undefined where the next verb has to. */
function judge(verb: Token, kind: Kind, infinitive: boolean): Tense | undefined {
  const intent = infinitive && INTENT.has(verb.lemma)
  if (kind === 'modal' || intent) return AHEAD
  if (kind === 'past') return BACK
  if (kind === 'perfect') return { points: 'back', ongoing: true }
  if (kind === 'progressive') return { points: 'ahead', ongoing: true }
  if (kind === 'passive') return undefined
  if (kind === 'present') return BE.has(verb.lower) ? (infinitive ? AHEAD : { ongoing: true }) : infinitive || STARTS.has(verb.lemma) ? AHEAD : undefined
  return undefined
}

function before(tokens: readonly Token[], here: number, stop: number): Tense | undefined {
  let [infinitive, hanging] = [false, false]
  for (let i = here - 1; i >= Math.max(stop, here - LEFT); i--) {
    const token = tokens[i]
    if (!token || BARRIER.has(token.lower)) return hanging ? AHEAD : undefined
    const next = tokens[i + 1]?.lower
    if (SCHEDULED.has(token.lower) && (token.lower !== 'set' || next === 'for' || next === 'to') && (infinitive || here - i < 7)) return AHEAD
    if (infinitive && INTENT.has(token.lemma)) return AHEAD
    if (MODALS.has(token.lower) && token.pos === 'AUX' && !/^n[o’']?t$/.test(next ?? '')) return AHEAD
    if (token.pos !== 'VERB' && token.pos !== 'AUX') continue
    const kind = kindAt(tokens, i, stop)
    if (kind === 'to' || (kind === 'none' && /ing$/.test(token.lower) && INTENT.has(tokens[i - 1]?.lemma ?? ''))) infinitive = true
    // "Says a study in March", "saying on Sunday": the saying is of the day, what it says of is not.
    if (kind === 'none' && (/^says?$/.test(token.lower) || (SAYING.has(token.lower) && here - i < 4))) return {}
    // "They called, starting Friday": what comes after a comma hangs on the verb before, which has the tense.
    if (kind === 'present' && /ing$/.test(token.lower) && tokens[i - 1]?.lower === ',') {
      hanging = true
      continue
    }
    const tense = judge(token, kind, infinitive)
    if (tense) return tense
  }
  // "Envoys to meet Friday", as headlines have it.
  return infinitive || hanging ? AHEAD : undefined
}

function after(tokens: readonly Token[], from: number, end: number): Tense | undefined {
  let [be, first] = [false, true]
  for (let i = from; i < Math.min(end, from + LEFT); i++) {
    const token = tokens[i]
    if (!token || BARRIER.has(token.lower)) return undefined
    if (MODALS.has(token.lower)) return AHEAD
    if (be && (token.lower === 'to' || SCHEDULED.has(token.lower))) return AHEAD
    if (BE.has(token.lower)) be = true
    if (token.pos !== 'VERB' && token.pos !== 'AUX') continue
    if (HAVE.has(token.lower)) return { points: 'back', ongoing: true }
    if (isPast(token)) return BACK
    // "In 13 days taxes go up": told as the present, it is still to come.
    if (!be && token.pos === 'VERB' && token.lower === token.lemma && STARTS.has(token.lemma) && first) return AHEAD
    first = false
    if (be && /ing$/.test(token.lower)) return { points: 'ahead', ongoing: true }
  }
  return be ? { ongoing: true } : undefined
}

function indexAt(tokens: readonly Token[], from: number, to: number, offset: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Which way the clause around a time points: by the nearest verb before it, else the first after it. */
export function tenseOf({ tokens }: Reading, sentence: Sentence, span: Span): Tense {
  const here = indexAt(tokens, sentence.from, sentence.to, span[0])
  return before(tokens, here, sentence.from) ?? after(tokens, indexAt(tokens, here, sentence.to, span[1] - 1) + 1, sentence.to) ?? {}
}
