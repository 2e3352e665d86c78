import type { Key } from './words.svelte.ts'

/** One key and what it does; `name` names it on the sheet of keys. */
export interface Stroke {
  readonly key: string
  readonly name: Key
  readonly does: () => void
}

const state = $state.raw<{ of: Map<symbol, readonly Stroke[]> }>({ of: new Map() })
let strokes = $state.raw<readonly Stroke[]>([])

/** Keys of a page or a part, for as long as it is there. */
export function onKeys(keys: () => readonly Stroke[]): void {
  const owner = Symbol('keys')
  $effect(() => {
    state.of.set(owner, keys())
    strokes = [...state.of.values()].flat()
    return () => {
      state.of.delete(owner)
      strokes = [...state.of.values()].flat()
    }
  })
}

/** The keys that do something now. */
export function keysNow(): readonly Stroke[] {
  return strokes
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea, select'))
  )
}

/** Answers keys everywhere but where somebody types, and never together with Ctrl, Alt or Meta. */
export function listenToKeys(): () => void {
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || typing(event.target)) return
    const stroke = strokes.findLast(one => one.key === event.key)
    if (!stroke || document.querySelector('dialog[open]')) return
    event.preventDefault()
    stroke.does()
  }
  document.addEventListener('keydown', press)
  return () => {
    document.removeEventListener('keydown', press)
  }
}
