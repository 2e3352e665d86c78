import fc from 'fast-check'

/** Two invented states of one kind, told in the same grammar, so that they can be swapped. */
export const PARTIES = [
  { name: 'Norland', adjective: 'Norlandic', capital: 'Arvika', army: 'the Norlandic army', minister: 'Foreign Minister Edda Holm' },
  { name: 'Sudland', adjective: 'Sudlandic', capital: 'Ostrava', army: 'the Sudlandic army', minister: 'Foreign Minister Ivar Lund' },
] as const

/** Sentences with holes for two parties: {a} and {b} names, {A} and {B} adjectives, {ma} and {mb} ministers. */
export const FRAMES = [
  '{ma} of {a} said on Sunday that {b} must withdraw its troops from the valley.',
  '{a} proposed a 30-day ceasefire and the release of 40 prisoners.',
  '{b} rejected the proposal, calling it incomplete.',
  'A senior {A} official, who spoke on condition of anonymity, told the River Wire that talks would resume next week.',
  '“We are ready to meet {a} tomorrow,” said {mb}.',
  'At least 12 people were killed when {A} forces shelled the port on 3 March, according to the health ministry of {b}.',
  '{a} accused {b} of violating the truce four times since Friday.',
  '{b} denied the accusation.',
  'Mediators from the Lake Union met delegations of {a} and {b} in the harbour town of Elda.',
  '{a} reportedly demanded that {b} lift the blockade before any exchange.',
  'Aid agencies said hospitals in the valley have run out of medicine.',
  '{b} has yet to announce a date for the next round of talks.',
] as const

/** The frame with the parties in it, the first party as {a}, or swapped. */
export function fill(frame: string, swapped = false): string {
  const [a, b] = swapped ? [PARTIES[1], PARTIES[0]] : PARTIES
  return frame
    .replaceAll('{a}', a.name)
    .replaceAll('{b}', b.name)
    .replaceAll('{A}', a.adjective)
    .replaceAll('{B}', b.adjective)
    .replaceAll('{ma}', a.minister)
    .replaceAll('{mb}', b.minister)
}

/** Reports of 1 to 12 of the sentences in any order, some sentences to a paragraph. */
export const frames = fc.array(fc.record({ frame: fc.constantFrom(...FRAMES), paragraph: fc.boolean() }), { minLength: 1, maxLength: 12 })

/** The text of drawn frames. */
export function textOf(drawn: readonly { frame: string; paragraph: boolean }[], swapped = false): string {
  return drawn
    .map(({ frame, paragraph }) => `${fill(frame, swapped)}${paragraph ? '\n' : ' '}`)
    .join('')
    .trim()
}
