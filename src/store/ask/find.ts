import { Fault, ISSUES, type Issue } from '#model'
import { amongst } from '../cells.ts'
import type { Connection } from '../open.ts'

/** The numbers of everybody meant by an id or a name, with those who speak for them. Throws a Fault where nobody is. */
export async function findWho({ db }: Connection, meant: string): Promise<number[]> {
  const exact = await db
    .selectFrom('who')
    .select('n')
    .where(eb => eb.or([eb('id', '=', meant), eb('name', '=', meant)]))
    .execute()
  const found =
    exact.length > 0
      ? exact
      : await db
          .selectFrom('who')
          .select('n')
          .where(eb => eb(eb.fn('lower', ['name']), '=', meant.toLowerCase()))
          .execute()
  if (found.length === 0) throw await nobody({ db } as Connection, meant)
  const numbers = found.map(row => row.n)
  const speakers = await db.selectFrom('cast').select('who').distinct().where('of', 'in', amongst(numbers)).execute()
  return [...new Set([...numbers, ...speakers.map(row => row.who)])]
}

async function nobody({ db }: Connection, meant: string): Promise<Fault> {
  const near = await db
    .selectFrom('who')
    .select('name')
    .where('name', 'like', `%${meant.replaceAll(/[%_]/g, ' ')}%`)
    .orderBy('mentions', 'desc')
    .orderBy('id')
    .limit(5)
    .execute()
  const mend =
    near.length > 0
      ? `Near it: ${near.map(row => row.name).join(', ')}.`
      : 'Names are written as the reports write them; `parley sources` and `parley search` show them.'
  return new Fault('no-such-actor', `Nobody in this case has the name or id “${meant}”.`, { place: 'actor', mend })
}

/** The issue meant by a code in any case. Throws a Fault where there is none. */
export function findIssue(meant: string): Issue {
  const code = meant.toUpperCase().replaceAll(/[ -]/g, '_')
  const issue = ISSUES.find(one => one === code)
  if (issue) return issue
  if (meant.startsWith('own:')) return meant as Issue
  throw new Fault('no-such-issue', `There is no issue “${meant}”.`, { place: 'issue', mend: `One of ${ISSUES.join(', ')}, or own:NAME.` })
}

/** The number of the report meant by its number, id, the first 8 digits of its id, or its key. */
export async function findReport({ db }: Connection, meant: string): Promise<number | undefined> {
  const find = db.selectFrom('report').select('number').limit(1)
  if (/^\d{1,7}$/.test(meant)) {
    const byNumber = await find.where('number', '=', Number(meant)).executeTakeFirst()
    if (byNumber) return byNumber.number
  }
  if (/^[0-9a-f]{8,64}$/.test(meant)) {
    const byId = await find.where('id', '>=', meant).where('id', '<=', `${meant}g`).orderBy('id').executeTakeFirst()
    if (byId) return byId.number
  }
  return (await find.where('key', '=', meant).orderBy('number').executeTakeFirst())?.number
}

/** The number of a report that must be there. Throws a Fault where it is not. */
export async function needReport(on: Connection, meant: string): Promise<number> {
  const number = await findReport(on, meant)
  if (number !== undefined) return number
  throw new Fault('no-such-report', `There is no report “${meant}” in this case.`, {
    place: 'report',
    mend: 'Give its number, its id, or the id its source gave it.',
  })
}
