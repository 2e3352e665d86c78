import { ask } from './ask.svelte.ts'
import { ROUTES } from './routes.ts'

/** What the pages of the row ask first, as they ask it, so that turning to one shows it at once. */
const FIRST = [
  '/reports?sort=-published&fold=families&limit=100',
  '/matrix?columns=8&per=2',
  '/proposals?limit=100',
  '/timeline?kinds=track%2Cproposal%2Cceasefire%2Cevent&limit=100',
  '/calendar?kinds=track%2Cproposal%2Cceasefire%2Cevent',
  '/ceasefires?limit=20',
  '/allegations?limit=100',
  '/figures?per=12&limit=40',
  '/sources?limit=60',
  '/findings?limit=50',
]
const PAUSE = 1500

/** While the page stands still, loads the other pages and what they ask first, one after the other; gives what stops it. */
export function fetchAhead(): () => void {
  const work: (() => Promise<unknown>)[] = [...ROUTES.map(route => route.load), ...FIRST.map(path => () => ask(path))]
  let live = true
  const next = (): void => {
    const one = work.shift()
    if (!live || !one) return
    void one()
      .catch(() => undefined)
      .then(() => {
        idle(next)
      })
  }
  const timer = setTimeout(() => {
    idle(next)
  }, PAUSE)
  return () => {
    live = false
    clearTimeout(timer)
  }
}

function idle(work: () => void): void {
  if ('requestIdleCallback' in globalThis)
    requestIdleCallback(
      () => {
        work()
      },
      { timeout: 2000 },
    )
  else setTimeout(work, 50)
}
