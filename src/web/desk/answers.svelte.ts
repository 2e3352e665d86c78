import { untrack } from 'svelte'
import type { Page } from '#model'
import { ask, AskFault, asking, edition, known } from './ask.svelte.ts'

/** What a page has of an answer: the answer, or what stood in its way; `waiting` while a newer one is on its way. */
export interface Answer<T> {
  readonly data: T | undefined
  readonly fault: AskFault | undefined
  readonly waiting: boolean
  again(): void
}

function asFault(error: unknown): AskFault {
  return error instanceof AskFault ? error : new AskFault(0, { code: 'failed', message: error instanceof Error ? error.message : String(error) })
}

/** Asks `path()` and asks again whenever it, or the case, changes; the answer before stays until the new one comes. */
export function answerTo<T>(path: () => string | undefined, came?: () => void): Answer<T> {
  const first = untrack(path)
  let held = $state.raw<{ data: T | undefined; fault: AskFault | undefined; waiting: boolean }>({
    data: first === undefined ? undefined : known<T>(first),
    fault: undefined,
    waiting: false,
  })
  let round = $state(0)
  $effect(() => {
    const asked = path()
    edition()
    void round
    if (asked === undefined) return
    const ready = known<T>(asked)
    if (ready !== undefined) {
      held = { data: ready, fault: undefined, waiting: false }
      came?.()
      return
    }
    let live = true
    held = { ...untrack(() => held), waiting: true }
    ask<T>(asked).then(
      data => {
        if (live) {
          held = { data, fault: undefined, waiting: false }
          came?.()
        }
      },
      (error: unknown) => {
        if (live) held = { data: untrack(() => held).data, fault: asFault(error), waiting: false }
      },
    )
    return () => {
      live = false
    }
  })
  return {
    get data() {
      return held.data
    },
    get fault() {
      return held.fault
    },
    get waiting() {
      return held.waiting
    },
    again() {
      round++
    },
  }
}

/** A list that comes in parts. */
export interface Parts<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly fault: AskFault | undefined
  readonly waiting: boolean
  readonly first: unknown
  /** Asks for the next part, if there is one. */
  more(): void
  again(): void
}

interface Held<T> {
  items: readonly T[]
  next: string | null
  total: number
  first: unknown
}

const lists = new Map<string, Held<unknown>>()
const PART = 100

function joinParts<T>(before: Held<T> | undefined, part: Page<T>): Held<T> {
  return { items: [...(before?.items ?? []), ...part.items], next: part.next, total: part.total, first: before?.first ?? part }
}

function addressOf(base: string, limit: number, cursor?: string): string {
  return `${base}${base.includes('?') ? '&' : '?'}${asking('', { limit, cursor }).slice(1)}`
}

/** Reads a list part by part from `path(query)`; what has come is kept until the case changes. */
export function partsOf<T>(path: () => string | undefined, came?: () => void, size = PART): Parts<T> {
  let held = $state.raw<Held<T> | undefined>(undefined)
  let fault = $state.raw<AskFault | undefined>(undefined)
  let waiting = $state(false)
  let round = $state(0)
  let at = ''

  const load = async (key: string, query: string, before: Held<T> | undefined): Promise<void> => {
    waiting = true
    try {
      const part = await ask<Page<T>>(query)
      if (at !== key) return
      held = joinParts(before, part)
      lists.set(key, held)
      fault = undefined
      if (!before) came?.()
    } catch (error) {
      if (at === key) fault = asFault(error)
    }
    if (at === key) waiting = false
  }
  $effect.pre(() => {
    const base = path()
    const key = `${String(edition())} ${String(round)} ${base ?? ''}`
    untrack(() => {
      at = key
      if (base === undefined) return void (held = undefined)
      const before = lists.get(key) as Held<T> | undefined
      if (!before) return void load(key, addressOf(base, size), undefined)
      held = before
      waiting = false
      queueMicrotask(() => came?.())
    })
  })
  return {
    get items() {
      return held?.items ?? []
    },
    get total() {
      return held?.total ?? 0
    },
    get first() {
      return held?.first
    },
    get fault() {
      return fault
    },
    get waiting() {
      return waiting
    },
    more() {
      const base = path()
      if (held?.next && !waiting && base !== undefined) void load(at, addressOf(base, size, held.next), held)
    },
    again() {
      round++
    },
  }
}
