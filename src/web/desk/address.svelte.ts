import { tick } from 'svelte'

/** The address of a page: its path, and what the query asks. The address is the whole state of a page, so it can be sent and kept. */
export interface Address {
  readonly path: string
  readonly query: URLSearchParams
  readonly hash: string
}

interface Kept {
  readonly top?: number
  readonly focus?: string
  /** How far below the top of the window the focus stood. */
  readonly y?: number
}

function read(): Address {
  return { path: decodePath(location.pathname), query: new URLSearchParams(location.search), hash: location.hash.slice(1) }
}

function decodePath(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

const at = $state<{ address: Address; turn: number }>({ address: read(), turn: 0 })
let restore: Kept | undefined
let moved = false

/** Where the desk is. */
export function address(): Address {
  return at.address
}

/** Counts the pages turned, so that each gets its focus and its title. */
export function turn(): number {
  return at.turn
}

/** An address on this desk. */
export function to(path: string, query: Readonly<Record<string, string | undefined>> = {}, hash = ''): string {
  const asked = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')
  const search = new URLSearchParams(asked).toString()
  return `${path}${search ? `?${search}` : ''}${hash ? `#${hash}` : ''}`
}

/** The same page with another query: what is undefined is taken out. */
export function withQuery(changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(at.address.query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') query.delete(name)
    else query.set(name, value)
  }
  const search = query.toString()
  return `${at.address.path}${search ? `?${search}` : ''}`
}

function keepPlace(): void {
  const at = document.activeElement?.closest<HTMLElement>('[data-place]')
  const kept: Kept = { top: scrollY, ...(at?.dataset.place !== undefined && { focus: at.dataset.place, y: at.getBoundingClientRect().top }) }
  history.replaceState(kept, '')
}

/** Goes to an address. `quiet` keeps the scroll place (a panel opens, a filter changes); `replace` leaves no step behind. */
export function go(href: string, how: { quiet?: boolean; replace?: boolean } = {}): void {
  const before = at.address.path
  keepPlace()
  if (how.replace) history.replaceState(history.state, '', href)
  else history.pushState({}, '', href)
  at.address = read()
  if (how.quiet || before === at.address.path) return
  restore = undefined
  moved = true
  at.turn++
}

const FRAMES = 180
const CALM = 15

/** Scrolls to a place until the page, whose parts come one after the other, is tall enough and stands still; whoever scrolls meanwhile is left alone. */
function holdPlace({ top = 0, focus, y }: Kept): void {
  let calm = 0
  let touched = false
  const touch = (): void => {
    touched = true
  }
  for (const kind of ['wheel', 'pointerdown', 'keydown', 'touchstart']) addEventListener(kind, touch, { once: true, passive: true })
  const here = turn()
  const step = (left: number): void => {
    if (touched || left === 0 || turn() !== here) return
    const link = focus === undefined ? null : document.querySelector<HTMLElement>(`[data-place="${CSS.escape(focus)}"]`)
    const off = link && y !== undefined ? link.getBoundingClientRect().top - y : top - scrollY
    calm = Math.abs(off) < 2 ? calm + 1 : 0
    if (calm === 0) scrollBy(0, off)
    if (calm === 1) link?.focus({ preventScroll: true })
    if (calm < CALM)
      requestAnimationFrame(() => {
        step(left - 1)
      })
  }
  step(FRAMES)
}

/** A page calls this when what it shows has come, so that going back ends where one was. */
export async function arrived(): Promise<void> {
  await tick()
  const kept = restore
  restore = undefined
  if (kept) {
    holdPlace(kept)
  } else if (moved && !at.address.hash) {
    scrollTo(0, 0)
  }
  moved = false
}

function ours(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined
  const link = (event.target as Element | null)?.closest('a')
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin || link.pathname.startsWith('/api/')) return undefined
  return link
}

/** Lets links inside the desk turn pages without loading, and the back button find its place. */
export function listen(): void {
  history.scrollRestoration = 'manual'
  document.addEventListener('click', event => {
    const link = ours(event)
    if (!link || (link.hash && link.pathname === location.pathname && link.search === location.search)) return
    event.preventDefault()
    go(link.pathname + link.search + link.hash, { quiet: link.dataset.quiet !== undefined, replace: link.dataset.replace !== undefined })
  })
  addEventListener('popstate', event => {
    const before = at.address.path
    restore = (event.state ?? {}) as Kept
    at.address = read()
    if (before === at.address.path) void arrived()
    else at.turn++
  })
  addEventListener('hashchange', () => {
    at.address = read()
  })
  addEventListener('pagehide', keepPlace)
  if (history.state) restore = history.state as Kept
}
