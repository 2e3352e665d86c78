import type { Analysis } from '#model'
import { f1, hasShared, readLabelled, type Labelled, type Score, type Scorer } from './frame.ts'

/** A name as it is compared: without article, honorific and case. */
function plain(name: string): string {
  return name
    .replaceAll('’', "'")
    .toLowerCase()
    .replace(/^(?:the|a|an) /, '')
    .replace(/^(?:mr|mrs|ms|dr|president)\.? /, '')
    .replace(/[.,]$/, '')
}

/** Which actors carry each name: by their own names and by the words of their mentions. */
function carriers(analysis: Analysis): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const add = (name: string, id: string): void => {
    const key = plain(name)
    found.set(key, (found.get(key) ?? new Set()).add(id))
  }
  for (const actor of analysis.actors) for (const name of [actor.name, ...actor.names]) add(name, actor.id)
  for (const { span, actor } of analysis.mentions) if (actor) add(analysis.report.text.slice(span[0], span[1]), actor)
  return found
}

interface Count {
  names: number
  found: number
  pairs: number
  merged: number
}

/** Labelled names found, and, of pairs of found names of one labelled actor, those that we give to one actor too. */
function countNames({ gold, ours }: Labelled): Count {
  const known = carriers(ours)
  const count = { names: 0, found: 0, pairs: 0, merged: 0 }
  for (const actor of gold.actors) {
    const names = [...new Set(actor.names.map(plain))]
    const found = names.filter(name => known.has(name))
    count.names += names.length
    count.found += found.length
    for (let i = 0; i < found.length; i++) {
      for (let j = i + 1; j < found.length; j++) {
        count.pairs++
        const second = known.get(found[j] ?? '')
        if ([...(known.get(found[i] ?? '') ?? [])].some(id => second?.has(id))) count.merged++
      }
    }
  }
  return count
}

/** Of pairs of labelled actors that both have a name of ours, those whose names we wrongly give to one actor: the share kept apart. */
function countApart({ gold, ours }: Labelled): { pairs: number; apart: number } {
  const known = carriers(ours)
  const owners = gold.actors.map(actor => {
    const votes = [...new Set([actor.name, ...actor.names].map(plain))].map(name => known.get(name)).filter(ids => ids !== undefined)
    return votes
      .find(ids => ids.size === 1)
      ?.values()
      .next().value
  })
  const count = { pairs: 0, apart: 0 }
  for (let i = 0; i < owners.length; i++) {
    for (let j = i + 1; j < owners.length; j++) {
      if (owners[i] === undefined || owners[j] === undefined) continue
      count.pairs++
      if (owners[i] !== owners[j]) count.apart++
    }
  }
  return count
}

function share(measure: string, set: string, right: number, all: number, target?: number): Score {
  return { set, measure, value: f1(right, all, all).precision, detail: `${String(right)} of ${String(all)}`, ...(target !== undefined && { target }) }
}

function scoreNames(): Score[] {
  const scores: Score[] = []
  for (const half of ['all', 'tune', 'held']) {
    const pairs = readLabelled().filter(pair => half === 'all' || pair.half === half)
    const total = { names: 0, found: 0, pairs: 0, merged: 0 }
    const apart = { pairs: 0, apart: 0 }
    for (const pair of pairs) {
      const one = countNames(pair)
      total.names += one.names
      total.found += one.found
      total.pairs += one.pairs
      total.merged += one.merged
      const two = countApart(pair)
      apart.pairs += two.pairs
      apart.apart += two.apart
    }
    const set = half === 'all' ? 'labelled reports' : `labelled reports, ${half} half`
    const wanted = half === 'all' ? 90 : undefined
    scores.push(
      share('actors, labelled names found', set, total.found, total.names, wanted),
      share('actors, names of one actor merged', set, total.merged, total.pairs, wanted),
      share('actors, different actors kept apart', set, apart.apart, apart.pairs),
    )
  }
  return scores
}

export const scorer: Scorer = { name: 'actors', run: () => (hasShared() ? scoreNames() : []) }
