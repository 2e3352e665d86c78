import type { Known } from '#model'
import { readRows } from '#text'

/** A named default: what a vague length or a choice between readings stands for, with its source. */
export interface Policy {
  readonly id: string
  readonly low?: number
  readonly high?: number
  readonly unit: string
  readonly about: string
  readonly source: string
}

/** Policies by their id, a case's own laid over the rows. */
export type Policies = ReadonlyMap<string, Policy>

const number = (cell: string): number | undefined => (cell === '' ? undefined : Number(cell))

/** Every policy of the house, in the order of its rows, for a page that shows them. */
export const POLICIES: readonly Policy[] = readRows('policies', ['id', 'low', 'high', 'unit', 'about', 'source']).map(
  ({ id, low, high, unit, about, source }) => {
    const [least, most] = [number(low), number(high)]
    return { id, unit, about, source, ...(least !== undefined && { low: least }), ...(most !== undefined && { high: most }) }
  },
)

const HOUSE: Policies = new Map(POLICIES.map(policy => [policy.id, policy]))

/** The policies in force: the house's rows with what a case changes. A case's row of an unknown id is kept, and used by nothing. */
export function policiesOf(known: Pick<Known, 'policies'>): Policies {
  if (known.policies.length === 0) return HOUSE
  const all = new Map(HOUSE)
  for (const { id, low, high, note } of known.policies) {
    const house = HOUSE.get(id) ?? { id, unit: '', about: '', source: '' }
    all.set(id, {
      ...house,
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
      ...(note !== undefined && { about: note, source: 'the case' }),
    })
  }
  return all
}

/** The bounds of a policy; the fallback where the row gives none. */
export function boundsIn(policies: Policies, id: string, low: number, high: number): [low: number, high: number] {
  const policy = policies.get(id)
  return [policy?.low ?? low, policy?.high ?? high]
}
