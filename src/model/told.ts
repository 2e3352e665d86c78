import type { Teller } from './answers.ts'
import type { Statement } from './statement.ts'

/** The name of a link: who it is, or the words that describe it. */
export function nameOf(link: Teller): string {
  if (link.as === 'unstated') return 'somebody not named'
  return link.who?.name ?? link.words ?? (link.as === 'publisher' ? 'a publisher not stated' : 'somebody not named')
}

/** A chain in one line, publisher first: 'Example Wire ← a ministry ← a spokesman, unnamed'. */
export function chainLine(chain: readonly Teller[]): string {
  return chain.map(link => `${nameOf(link)}${link.as === 'unnamed' ? ', unnamed' : ''}${link.inferred ? ' (inferred)' : ''}`).join(' ← ')
}

/**
 * A record as a sentence that asserts nothing: its subject is the innermost utterer, its verb said or wrote, its object the
 * text's own words. Thoughts and acts ascribed to somebody are told of them by the link before.
 */
export function toldBy(chain: readonly Teller[], words: string, said?: Pick<Statement, 'kind' | 'negated'>): string {
  const quoted = `“${words.replaceAll(/\s+/g, ' ')}”`
  const utterer = chain.at(-1)
  const carriers = chain.slice(0, -1).reverse()
  if (!utterer || carriers.length === 0) return `${utterer ? nameOf(utterer) : 'A publisher not stated'} wrote: ${quoted}`
  const via = carriers.map(nameOf).join(', through ')
  const ascribed = utterer.as === 'unstated' || said?.kind === 'thought' || said?.kind === 'act' || said?.kind === 'decree' || said?.negated
  if (ascribed) return `${via} wrote of ${nameOf(utterer)}: ${quoted}`
  return `${capital(nameOf(utterer))}${utterer.as === 'unnamed' ? ', unnamed,' : ''} ${said?.kind === 'writing' ? 'wrote' : 'said'} (${via}): ${quoted}`
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
