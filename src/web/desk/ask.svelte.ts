import type { FaultView } from '#model'

/** How the desk stands to its server. */
export type Contact = 'here' | 'away' | 'locked-out'

const state = $state<{ contact: Contact; edition: number }>({ contact: 'here', edition: 0 })
const kept = new Map<string, Promise<unknown>>()
const done = new Map<string, unknown>()
const MOST_KEPT = 80
let watching = false

/** Whether the server answers. */
export function contact(): Contact {
  return state.contact
}

/** Counts how often the case has changed since the page was opened; what is asked is asked again. */
export function edition(): number {
  return state.edition
}

/** What a question could not give, in the one shape of errors. */
export class AskFault extends Error {
  readonly fault: FaultView
  readonly status: number
  constructor(status: number, fault: FaultView) {
    super(fault.message)
    this.status = status
    this.fault = fault
  }
}

async function faultIn(response: Response): Promise<AskFault> {
  const fault = (await response.json().catch(() => ({ code: 'failed', message: response.statusText }))) as FaultView
  return new AskFault(response.status, fault)
}

let running = 0

/** Marks the page while answers are on their way, for whoever waits for it: people with a screen reader and tests alike. */
function busy(by: 1 | -1): void {
  running += by
  if (running > 0) document.documentElement.dataset.busy = ''
  else delete document.documentElement.dataset.busy
}

async function call(path: string): Promise<unknown> {
  busy(1)
  try {
    return await fetchAnswer(path)
  } finally {
    setTimeout(() => {
      busy(-1)
    })
  }
}

async function fetchAnswer(path: string): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(`/api${path}`, { headers: { accept: 'application/json' } })
  } catch {
    state.contact = 'away'
    watch()
    throw new AskFault(0, { code: 'away', message: 'away' })
  }
  if (response.status === 401) state.contact = 'locked-out'
  if (!response.ok) throw await faultIn(response)
  state.contact = 'here'
  return response.json()
}

function keep(path: string, asked: Promise<unknown>): void {
  kept.set(path, asked)
  asked.then(
    answer => {
      if (kept.get(path) === asked) done.set(path, answer)
    },
    () => {
      if (kept.get(path) === asked) kept.delete(path)
    },
  )
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) {
    kept.delete(oldest)
    done.delete(oldest)
  }
}

/** Asks the case; the answer is kept until the case changes, so that going back shows it at once. */
export function ask<T>(path: string): Promise<T> {
  const before = kept.get(path)
  if (before) return before as Promise<T>
  const asked = call(path)
  keep(path, asked)
  return asked as Promise<T>
}

/** An answer that has come before, without waiting. */
export function known<T>(path: string): T | undefined {
  return done.get(path) as T | undefined
}

/** Forgets every answer: the case has changed. */
export function forget(): void {
  kept.clear()
  done.clear()
  state.edition++
}

/** The address of a question: what is undefined or empty is left out. */
export function asking(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): string {
  const asked = Object.entries(query)
    .filter(pair => pair[1] !== undefined && pair[1] !== '')
    .map(([name, value]) => [name, String(value)])
  const search = new URLSearchParams(asked).toString()
  return search ? `${path}?${search}` : path
}

/** Looks every two seconds whether the server is back, and then asks again for what the page shows. */
function watch(): void {
  if (watching) return
  watching = true
  const look = async (): Promise<void> => {
    const response = await fetch('/api/health').catch(() => undefined)
    if (!response) {
      setTimeout(() => void look(), 2000)
      return
    }
    watching = false
    state.contact = response.status === 401 ? 'locked-out' : 'here'
    if (response.ok) forget()
  }
  setTimeout(() => void look(), 1000)
}

/** Notices that the server has gone even where nobody asks anything. */
export function keepContact(): void {
  setInterval(() => {
    if (state.contact !== 'here' || document.hidden) return
    fetch('/api/health').catch(() => {
      state.contact = 'away'
      watch()
    })
  }, 5000)
}
