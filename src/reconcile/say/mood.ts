import { isNegator } from './axes.ts'

const MODAL = new Set(['will', "won't", 'would', "wouldn't", 'shall', 'could', 'may', 'might', "we'll", "they'll", "i'll", "he'll", "she'll", "it'll"])
/** Whether words say what will, would or might be. */
export function isModal(forms: readonly string[]): boolean {
  return forms.some(form => MODAL.has(form))
}

const CONDITIONS = new Set(['if', 'unless', 'whether'])

/** Whether words are told under a condition, or under a doubt that stands outside them: "any" without a negator. */
export function isOpen(forms: readonly string[]): boolean {
  return (
    forms.some(form => CONDITIONS.has(form)) ||
    (forms.some(form => form === 'any' || form === 'anyone' || form === 'anything') && !forms.some(form => isNegator(form) || form === 'without'))
  )
}
