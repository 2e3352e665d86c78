import { nameWords, type Analysis, type Ceasefire, type Id, type Span, type When } from '#model'
import { actorsOf } from '../cast/name.ts'
import { whoOfLink } from '../who.ts'

/** One telling of a halt of fighting: declared, effective and ended are three claims, each dated as told. */
export interface TruceTelling {
  readonly report: Id<'report'>
  readonly ceasefire: Id<'ceasefire'>
  readonly span: Span
  readonly declared?: When
  readonly effective?: When
  readonly ended?: When
  /** Who says that it ended, or tells of it; null = the publisher's own voice. */
  readonly teller: string | null
  readonly publisher: string | null
}

/** The file of truces between the same parties; empty parties stand together as 'not told'. */
export interface TruceFile {
  readonly parties: readonly string[]
  readonly tellings: readonly TruceTelling[]
}

function tellingOf(one: Ceasefire, analysis: Analysis): TruceTelling {
  const link = analysis.statements.find(statement => statement.id === one.said)?.chain.at(-1)
  const { declared, effective, ended } = one
  return {
    report: analysis.report.id,
    ceasefire: one.id,
    span: one.span,
    ...(declared && { declared }),
    ...(effective && { effective }),
    ...(ended && { ended }),
    teller: link ? whoOfLink(link, analysis).name : null,
    publisher: analysis.report.publisher,
  }
}

/** Truces by their parties, each file's tellings in the order of publication. */
export function filesOfTruces(analyses: readonly Analysis[]): TruceFile[] {
  const files = new Map<string, { parties: string[]; tellings: { told: TruceTelling; published: string }[] }>()
  for (const analysis of analyses)
    for (const one of analysis.ceasefires) {
      const parties = one.parties.flatMap(id => actorsOf(analysis).get(id)?.name ?? []).sort()
      const key = parties.map(name => nameWords(name).join(' ')).join(' / ')
      const file = files.get(key) ?? { parties, tellings: [] }
      file.tellings.push({ told: tellingOf(one, analysis), published: analysis.report.published ?? '~' })
      files.set(key, file)
    }
  return [...files.keys()].sort().flatMap(key => {
    const file = files.get(key)
    if (!file) return []
    const ordered = file.tellings.sort((a, b) => (a.published + a.told.ceasefire < b.published + b.told.ceasefire ? -1 : 1))
    return [{ parties: file.parties, tellings: ordered.map(one => one.told) }]
  })
}
