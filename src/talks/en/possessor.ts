import type { Token } from '#model'
import { actorAt, type Scene } from '../scene.ts'
import { firstActor, fits, OWNS, PERSONAL, pronoun, sharedSubject, subjectBefore, subjectOf, type Subject } from './subject.ts'

/** Verbs that give their subject the noun they take: "expressed readiness", "made an offer". */
const SHOWS = new Set(
  (
    'express voice signal show reiterate repeat make have issue present announce declare state renew reaffirm confirm indicate convey outline unveil offer table submit send ' +
    'underline underscore emphasise emphasize stress maintain keep put lay demonstrate hold lead spearhead back drop join echo intensify increase extend ' +
    'list continue pursue revive undertake mount launch float pitch repeat redouble abandon resume step ramp press deliver give take'
  ).split(' '),
)

function pastQuotes(tokens: readonly Token[], at: number, from: number): number {
  let i = at
  while (i >= from && /^["“‘]$/.test(tokens[i]?.text ?? '')) i--
  return i
}

/** Who holds a noun such as "readiness": its possessor, whoever "by X", "of X" or "from X" names after it, or the subject of the verb it is the object of; what it takes itself begins at `taken`. */
export function possessorOf(scene: Scene, noun: number, from: number, to: number, taken?: number): Subject | undefined {
  const { tokens } = scene.reading
  const i = pastModifiers(scene, noun, from)
  const before = tokens[i]
  if (!before || i < from) return undefined
  const owner = ownerAt(scene, before, from)
  if (owner) return owner
  const after = tokens[noun + 1]
  if (after && after.index + 1 !== taken && ['by', 'of', 'from', 'among'].includes(after.lower)) {
    const actor = firstActor(scene, noun + 2, Math.min(to, noun + 7))
    if (actor) return { actors: [actor], at: noun }
  }
  if (isVerbLike(tokens, noun)) return before.lower === 'and' ? sharedSubject(scene, i, from, 0) : subjectBefore(scene, noun, from)
  const governor = before.pos === 'DET' ? tokens[pastQuotes(tokens, i - 1, from)] : before
  if (governor?.lower === 'with' || (governor?.lower === 'of' && tokens[governor.index - 1]?.lower === 'part'))
    return sharedSubject(scene, governor.index, from, 1)
  const governs = governor?.pos === 'VERB' || (governor?.pos === 'AUX' && governor.lemma === 'have')
  return governs && SHOWS.has(governor.lemma) ? subjectOf(scene, governor.index, from) : undefined
}

/** Past what describes a noun, to its owner or its article: "its continuing efforts", "his 2016 campaign pledge". */
function pastModifiers(scene: Scene, noun: number, from: number): number {
  const { tokens } = scene.reading
  let i = pastQuotes(tokens, noun - 1, from)
  for (let steps = 0; i >= from && steps < 5 && !scene.mentions[i]; steps++) {
    const token = tokens[i]
    const describes =
      token &&
      (token.pos === 'ADJ' || token.pos === 'ADV' || token.pos === 'NUM' || token.text === '-' || (token.pos === 'VERB' && /(?:ing|ed)$/.test(token.lower)))
    const compound = token?.pos === 'NOUN' && !isVerbLike(tokens, noun)
    if (!describes && !compound) break
    if (token.pos === 'VERB' && !/^(?:PART|DET|PRON|ADJ)$/.test(tokens[i - 1]?.pos ?? '')) break
    i = pastQuotes(tokens, i - 1, from)
  }
  return i
}

/** "the administration plans to", "and demands that": a verb that the tagger took for a noun. */
function isVerbLike(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:plans|hopes|aims|demands|offers|vows|seeks|wishes|calls)$/.test(tokens[at]?.lower ?? '')) return false
  const before = tokens[at - 1]
  return before?.lower === 'and' || (before?.pos === 'NOUN' && /^(?:to|that)$/.test(tokens[at + 1]?.lower ?? ''))
}

/** "A outlined its terms": the owner of a verb's object is its subject, where the pronoun fits. */
function reflexive(scene: Scene, owner: Token, from: number): Subject | undefined {
  const { tokens } = scene.reading
  for (let i = owner.index - 1; i >= Math.max(from, owner.index - 3); i--) {
    const verb = tokens[i]
    if (verb?.pos !== 'VERB') continue
    if (OF_OTHERS.has(verb.lemma)) return undefined
    const subject = subjectOf(scene, i, from)
    return subject?.actors.every(actor => fits(actor, owner.lower)) ? subject : undefined
  }
  return undefined
}

/** What one does with another's plan, not with one's own. */
const OF_OTHERS = new Set(
  'reject oppose dismiss criticise criticize accept back welcome endorse resist condemn denounce rebuff refuse study consider ignore receive'.split(' '),
)

function ownerAt(scene: Scene, before: Token, from: number): Subject | undefined {
  const { tokens } = scene.reading
  if (before.pos === 'PART' || before.lower === "'" || before.lower === '’') {
    const actor = before.index > from ? actorAt(scene, tokens[before.index - 1]) : undefined
    return actor ? { actors: [actor], at: before.index - 1 } : undefined
  }
  if (OWNS.has(before.lower) && before.lower !== 'our' && before.lower !== 'my') return reflexive(scene, before, from) ?? pronoun(scene, before)
  if (before.pos === 'PRON' || PERSONAL.has(before.lower) || ['our', 'my'].includes(before.lower)) return pronoun(scene, before)
  const actor = actorAt(scene, before)
  return actor ? { actors: [actor], at: before.index } : undefined
}
