import { contains } from '#model'
import { statementAt, type Scene } from '../scene.ts'

const OPENERS = new Set([',', ';', 'that', 'but', 'because', '“', '"', ':', 'said', '—', '–'])

/** Where the clause of the verb at a token begins, never before what its speaker said begins; undefined in a question or under "if". */
export function clauseStart(scene: Scene, at: number, from: number): number | undefined {
  const { tokens } = scene.reading
  const verb = tokens[at]
  const here = verb && ([verb.start, verb.end] as const)
  const content = here ? (statementAt(scene, here)?.content.find(piece => contains(piece, here))?.[0] ?? 0) : 0
  let i = at
  while (i > from) {
    const before = tokens[i - 1]
    if (!before || before.start < content || OPENERS.has(before.lower)) break
    if (['if', 'whether', 'unless', 'what', 'how', 'why'].includes(before.lower)) return undefined
    i--
  }
  while (i < at && ['and', '"', '“', '‘', "'"].includes(tokens[i]?.lower ?? '')) i++
  return tokens[i]?.start
}

/** Whether the clause whose subject begins at a token is only supposed: "if", "whether", "should it …". */
export function isSupposedAt(scene: Scene, at: number, from: number): boolean {
  const { tokens } = scene.reading
  for (let i = at - 1; i >= Math.max(from, at - 3); i--) if (['if', 'whether', 'unless', 'until'].includes(tokens[i]?.lower ?? '')) return true
  return ['should', 'had', 'were'].includes(tokens[at - 1]?.lower ?? '')
}
