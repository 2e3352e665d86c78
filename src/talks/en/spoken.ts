import { speakerOf, statementAt, type Scene } from '../scene.ts'
import type { Match } from './frames.ts'
import type { Subject } from './subject.ts'

/** "The goal is to", "there is no alternative to": a noun of nobody's in what somebody says. */
export function isSaid(scene: Scene, { need, at, frame }: Match, from: number): boolean {
  const { tokens } = scene.reading
  const opens = (index: number): boolean => index < from || /^[“"‘,:]$/.test(tokens[index]?.text ?? '') || tokens[index]?.lower === 'that'
  if (need === 'be') return tokens[at - 1]?.lower === 'the' && opens(at - 2)
  return (
    frame.words[0] === 'no' &&
    /^(?:is|'s|was|can|be)$/.test(tokens[at - 1]?.lower ?? '') &&
    tokens.slice(Math.max(from, at - 3), at).some(token => token.lower === 'there')
  )
}

/** Whoever says what stands at a token, as the holder of it. */
export function speakerAt(scene: Scene, at: number): Subject | undefined {
  const token = scene.reading.tokens[at]
  const actor = speakerOf(scene, token && statementAt(scene, [token.start, token.end]))
  return actor && { actors: [actor], at }
}
