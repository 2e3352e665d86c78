import type { Example, Id, Term } from '#model'
import { tokensIn } from '#text'
import { planTerms, type Draft } from '../proposal.ts'
import { holderOf, type Scene } from '../scene.ts'
import { firstActor } from './subject.ts'

const PLAN_WORDS = /\b(?:plan|proposal|offer|terms|points?|demands?|conditions?|agreement|deal|accord|framework|provisions?|measures|steps)\b/i
const ITEM = /^(?:[-*•‣▪–—]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)/

/** A list of points under a sentence that speaks of a plan: each point a term. */
export function readPoints(scene: Scene): Draft[] {
  const { report } = scene.reading
  const drafts: Draft[] = []
  let head: number | undefined
  let open: (Omit<Draft, 'terms'> & { terms: Term[] }) | undefined
  report.passages.forEach((passage, index) => {
    const words = report.text.slice(passage.span[0], passage.span[1])
    if (passage.kind !== 'list') {
      head = /[:：]\s*$/.test(words.slice(-20)) && PLAN_WORDS.test(words) ? index : undefined
      open = undefined
      return
    }
    if (head === undefined) return
    const lead = report.passages[head]
    if (!open && lead) {
      open = { by: authorsIn(scene, lead.span), span: lead.span, rule: 'talks/en/points', terms: [], status: 'tabled' }
      drafts.push(open)
    }
    const skip = ITEM.exec(words)?.[0].length ?? 0
    if (open) open.terms.push(...planTerms(scene, [passage.span[0] + skip, passage.span[1]], open.span).slice(0, 1))
  })
  return drafts.filter(draft => draft.terms.length > 0)
}

function authorsIn(scene: Scene, span: readonly [number, number]): Id<'actor'>[] {
  const tokens = tokensIn(scene.reading, span)
  const first = tokens[0]?.index ?? 0
  const actor = holderOf(scene, firstActor(scene, first, first + tokens.length))
  return actor ? [actor.id] : []
}

export const examples: readonly Example[] = [
  {
    text: 'Arland put forward these points:\n- a ceasefire along the river\n- the release of all prisoners',
    list: 'proposals',
    finds: ['tabled Arland «Arland put forward these points:» {CEASEFIRE 1 «a ceasefire along the river»} {CAPTIVES 1 «the release of all prisoners»}'],
  },
  { text: 'What to bring:\n- boots\n- a map', list: 'proposals', finds: [] },
]
