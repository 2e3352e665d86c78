import type { Actor } from '#model'
import { actorAt, innerActorAt, membersOf, type Scene } from '../scene.ts'
import { isPairing, pairAt } from './pair.ts'

/** The actors of a list that begins at a token: "A and B", "the two countries"; at most so many. */
export function listed(scene: Scene, from: number, to: number, most: number): Actor[] {
  const { tokens } = scene.reading
  const found: Actor[] = []
  for (let i = from; i < Math.min(to, from + 16) && found.length < most; i++) {
    const token = tokens[i]
    if (!token) break
    if (isPairing(tokens, i)) return [...pairAt(scene, token)]
    const actor = actorAt(scene, token)
    if (actor && actor.kind !== 'place' && actor.kind !== 'outlet') {
      for (const one of membersOf(scene, actor)) if (!found.includes(one)) found.push(one)
    } else if (
      token.pos === 'VERB' ||
      token.pos === 'AUX' ||
      (token.pos === 'ADP' && token.lower !== 'of') ||
      token.text === '.' ||
      (token.text === ',' && most < 3)
    ) {
      break
    }
  }
  return found
}

/** The actors named right before a noun, and where their words begin: "Swedish-Norwegian peace talks", "the union's talks". */
export function namedBefore(scene: Scene, at: number, from: number): { actors: Actor[]; start: number } {
  const { tokens } = scene.reading
  const actors: Actor[] = []
  let i = at - 1
  for (; i >= from && at - i < 9; i--) {
    const token = tokens[i]
    if (!token) break
    const actor = actorAt(scene, token)
    if (actor) {
      if (actor.kind !== 'place' && actor.kind !== 'outlet' && !actors.includes(actor)) actors.unshift(actor)
    } else if (token.lower === 'and' && actors.length > 0 && actorAt(scene, tokens[i + 1]) && actorAt(scene, tokens[i - 1])) {
      continue
    } else if (!['ADJ', 'NOUN', 'PART', 'PROPN', 'NUM'].includes(token.pos) && !/^[-–/'’]$/.test(token.text)) {
      break
    }
  }
  return { actors, start: i + 1 }
}

/** Those inside the words of one group: "negotiators from Norway and Iceland" read as a whole. */
export function sentBy(scene: Scene, at: number): Actor[] {
  const { tokens } = scene.reading
  const group = scene.mentions[at]
  const found: Actor[] = []
  for (let i = at + 2; group && scene.mentions[i] === group; i++) {
    const token = tokens[i]
    const actor = token && innerActorAt(scene, token)
    if (actor && actor.id !== group.actor && actor.kind !== 'place' && actor.kind !== 'outlet' && !found.includes(actor)) found.push(actor)
  }
  return found
}
