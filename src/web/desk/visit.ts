const KEY = 'visit'
let before: string | undefined

/** When this browser looked at the case before this visit; undefined at the first. Asked again within one visit it says the same. */
export function lastVisit(): string | undefined {
  if (before === undefined) {
    before = sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? ''
    sessionStorage.setItem(KEY, before)
    localStorage.setItem(KEY, new Date().toISOString())
  }
  return before === '' ? undefined : before
}
