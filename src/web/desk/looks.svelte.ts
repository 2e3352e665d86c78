/** Light, dark, or as the system has it. */
export type Look = 'system' | 'light' | 'dark'

const look = $state<{ now: Look }>({ now: 'system' })

function kept(): Look {
  const before = localStorage.getItem('look')
  return before === 'light' || before === 'dark' ? before : 'system'
}

/** Puts on the look chosen before. */
export function wear(chosen: Look = kept()): void {
  look.now = chosen
  localStorage.setItem('look', chosen)
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
}

/** The look in use. */
export function looks(): Look {
  return look.now
}
