import { hashOf, type Report } from '#model'
import { makeReport } from '#read'
import { isCopyOf } from '#reconcile'
import { f1, readJsonl, type Score } from '../score/frame.ts'

interface Given {
  readonly id: string
  readonly outlet: string
  readonly title: string | null
  readonly published: string | null
  readonly text: string
}

const TOPICS = ['iran_nuclear', 'korea', 'labour', 'us_budget_shutdown', 'us_china_trade']
/** Plain swaps that keep a sentence readable, for the operator that rewords. */
const SWAPS = new Map(
  Object.entries({
    said: 'stated',
    told: 'informed',
    also: 'too',
    would: 'will',
    could: 'might',
    before: 'ahead of',
    after: 'following',
    about: 'around',
    including: 'among them',
    because: 'since',
    many: 'numerous',
    week: 'seven days',
    president: 'head of state',
    officials: 'functionaries',
    government: 'administration',
    deal: 'accord',
    talks: 'discussions',
    meeting: 'encounter',
    new: 'fresh',
    last: 'past',
    wants: 'seeks',
    plan: 'scheme',
    leaders: 'chiefs',
    against: 'versus',
    during: 'in the course of',
    while: 'as',
    but: 'yet',
    agreed: 'consented',
    called: 'named',
    countries: 'nations',
  }),
)

/** A number between 0 and 1 drawn from a name, the same in every run. */
function draw(name: string): number {
  return Number.parseInt(hashOf(name).slice(0, 8), 16) / 0xffffffff
}

type Operator = (text: string, other: string, name: string) => string

const OPERATORS: Readonly<Record<string, Operator>> = {
  cut: (text, _other, name) => {
    const parts = text.split('\n')
    return parts.slice(0, Math.max(2, Math.ceil(parts.length * (0.35 + 0.4 * draw(name))))).join('\n')
  },
  reorder: (text, _other, name) =>
    text
      .split('\n')
      .filter(Boolean)
      .sort((a, b) => draw(name + a) - draw(name + b))
      .join('\n\n'),
  retitle: text => `Another headline over the same words\n\n${text.split('\n').slice(1).join('\n')}`,
  merge: (text, other) => {
    const half = (all: string): string[] => all.split('\n').slice(0, Math.ceil(all.split('\n').length * 0.7))
    return [...half(text), ...half(other)].join('\n')
  },
  swap: text => text.replace(/[A-Za-z]+/g, word => SWAPS.get(word) ?? word),
  figures: (text, _other, name) => text.replace(/\d+/g, digits => String(Number(digits.slice(0, 9)) + 1 + Math.floor(8 * draw(name + digits)))),
}

function reportOf(given: Given, text: string, publisher: string): Report {
  return makeReport({ text, publisher, ...(given.published && { published: given.published }), ...(given.title && { headline: given.title }) })
}

/** Forty reports of each topic, dated and long enough to be copied, drawn by their ids. */
function drawn(): Given[] {
  return TOPICS.flatMap(topic =>
    readJsonl<Given>(`reports/${topic}.jsonl`)
      .filter(one => one.published && one.text.length > 900)
      .sort((a, b) => draw(a.id) - draw(b.id))
      .slice(0, 40),
  )
}

/** Pairs by edit operators over real reports: a report and what an operator made of it are copies; it and the next report of its topic are not. */
export function scoreEdits(): Score[] {
  const all = drawn()
  const counts = new Map<string, number>()
  let right = 0
  let wrong = 0
  let pairs = 0
  all.forEach((given, i) => {
    const other = all[i + 1] ?? all[0] ?? given
    const third = all[i + 2] ?? all[1] ?? given
    const source = reportOf(given, given.text, 'First Gazette')
    const apart = reportOf(third, third.text, 'Third Gazette')
    for (const [name, edit] of Object.entries(OPERATORS)) {
      const copy = reportOf(given, edit(given.text, other.text, given.id), 'Second Gazette')
      pairs++
      if (isCopyOf(source, copy)) right++
      else counts.set(name, (counts.get(name) ?? 0) + 1)
      if (isCopyOf(apart, copy)) wrong++
    }
  })
  const { precision, recall } = f1(right, right + wrong, pairs)
  const missed = [...counts].map(([name, count]) => `${name} ${String(count)}`).join(', ')
  return [
    { set: 'edit operators', measure: 'lineage precision', value: precision, target: 95, detail: `${String(wrong)} wrong of ${String(pairs)} pairs apart` },
    { set: 'edit operators', measure: 'lineage recall', value: recall, target: 95, detail: `${String(right)} of ${String(pairs)}; missed: ${missed}` },
  ]
}
