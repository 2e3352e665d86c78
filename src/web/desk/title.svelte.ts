const state = $state({ now: '' })

/** Names the page, in the window's title and for who listens. */
export function titled(name: () => string): void {
  $effect(() => {
    state.now = name()
    document.title = `${name()} · Parley`
  })
}

/** The name of the page. */
export function title(): string {
  return state.now
}
