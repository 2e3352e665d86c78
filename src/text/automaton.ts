/** Signs stand behind the tags in the rows of a machine, and a model numbers them from here. */
export const SIGN = 32
const SIGNS_FROM = 1_080_000
const END = 2_070_000
const OTHERWISE = 2_070_003
/** Tags or words below SIGN, signs from there on, and the end of what is read in the last place. */
const WIDTH = 96

/**
 * A machine of wink's model: it reads symbols, and finds the longest pattern that begins at each place. A pattern's name tells
 * what it is for; "0" is found only so that nothing else is.
 */
export interface Machine {
  readonly next: Int16Array
  /** The state that a pattern ends in if what follows it does not belong to a longer one. */
  readonly otherwise: Int16Array
  readonly names: readonly (string | undefined)[]
  /** How many symbols at the pattern's beginning are only its company. */
  readonly lead: Uint8Array
}

type Json = readonly [number, number, Record<string, Record<string, number>>, Record<string, string>, Record<string, readonly number[]>]

/** Reads a machine; `wordOf` gives the symbol of a word that it names by its number. */
export function readMachine(json: string, wordOf: (id: number) => number = id => id): Machine {
  const [, last, rows, names, marks] = JSON.parse(json) as Json
  const machine = {
    next: new Int16Array((last + 1) * WIDTH),
    otherwise: new Int16Array(last + 1),
    names: Array.from({ length: last + 1 }, (_, state) => names[state]),
    lead: new Uint8Array(last + 1),
  }
  for (const [state, [lead = 0]] of Object.entries(marks)) machine.lead[Number(state)] = lead
  for (const [state, row] of Object.entries(rows)) {
    for (const [event, to] of Object.entries(row)) {
      const symbol = Number(event)
      if (symbol === OTHERWISE) machine.otherwise[Number(state)] = to
      else if (symbol === END) machine.next[Number(state) * WIDTH + WIDTH - 1] = to
      else if (symbol >= SIGNS_FROM) machine.next[Number(state) * WIDTH + SIGN + symbol - SIGNS_FROM] = to
      else if (symbol >= 0) machine.next[Number(state) * WIDTH + wordOf(symbol)] = to
    }
  }
  return machine
}

function tell({ names, lead }: Machine, state: number, from: number, found: (name: string, at: number) => void): void {
  const name = names[state]
  if (name !== undefined && name !== '0') found(name, from + (lead[state] ?? 0))
}

/** Runs a machine over `symbols[0, count)` and tells each pattern's name and the place it is about. */
export function findPatterns(machine: Machine, symbols: Uint8Array, count: number, found: (name: string, at: number) => void): void {
  const { next, otherwise, names } = machine
  for (let i = 0; i <= count; i++) {
    let state = 0
    let saved = 0
    let savedAt = i
    for (let j = i; j <= count; j++) {
      state = next[state * WIDTH + (j === count ? WIDTH - 1 : (symbols[j] ?? 0))] ?? 0
      if (state === 0) {
        if (saved !== 0) {
          tell(machine, saved, i, found)
          i = savedAt
        }
        break
      }
      if (names[state] !== undefined) {
        tell(machine, state, i, found)
        i = j
        break
      }
      if (otherwise[state] !== 0) {
        saved = otherwise[state] ?? 0
        savedAt = j
      }
    }
  }
}
