import type { Component } from 'svelte'
import type { Key } from './words.svelte.ts'

type Page = Component<{ id: string }>
interface Route {
  readonly path: RegExp
  readonly load: () => Promise<{ default: unknown }>
}

/** The pages by their address; each is loaded when it is first gone to, or ahead of it. */
export const ROUTES: readonly Route[] = [
  { path: /^\/$/, load: () => import('../page/Case.svelte') },
  { path: /^\/reports\/?$/, load: () => import('../page/Reports.svelte') },
  { path: /^\/reports\/([^/]+)\/?$/, load: () => import('../page/Report.svelte') },
  { path: /^\/positions\/?$/, load: () => import('../page/Positions.svelte') },
  { path: /^\/proposals\/?$/, load: () => import('../page/Proposals.svelte') },
  { path: /^\/timeline\/?$/, load: () => import('../page/Timeline.svelte') },
  { path: /^\/ceasefires\/?$/, load: () => import('../page/Ceasefires.svelte') },
  { path: /^\/figures\/?$/, load: () => import('../page/Figures.svelte') },
  { path: /^\/sources\/?$/, load: () => import('../page/Sources.svelte') },
  { path: /^\/search\/?$/, load: () => import('../page/Search.svelte') },
  { path: /^\/findings\/?$/, load: () => import('../page/Findings.svelte') },
  { path: /^\/records\/([^/]+)\/?$/, load: () => import('../page/Record.svelte') },
]

/** The pages of the row of links, in its order. */
export const NAV: readonly { readonly href: string; readonly name: Key }[] = [
  { href: '/', name: 'page.case' },
  { href: '/reports', name: 'page.reports' },
  { href: '/positions', name: 'page.positions' },
  { href: '/proposals', name: 'page.proposals' },
  { href: '/timeline', name: 'page.timeline' },
  { href: '/ceasefires', name: 'page.ceasefires' },
  { href: '/figures', name: 'page.figures' },
  { href: '/sources', name: 'page.sources' },
  { href: '/findings', name: 'page.findings' },
]

/** The page at a path, with the id that the path names. */
export function pageAt(path: string): { load: () => Promise<Page>; id: string } | undefined {
  for (const route of ROUTES) {
    const found = route.path.exec(path)
    if (found) return { load: async () => (await route.load()).default as Page, id: found[1] ?? '' }
  }
  return undefined
}
