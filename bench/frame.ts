/** One measured row of bench/RESULTS.md. `how` is the command or code that gives it. */
export interface Row {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** The bound that it should keep: `min` at least, `max` at most. */
  readonly min?: number
  readonly max?: number
  readonly how: string
  readonly compared?: string
}

/** One file of benchmarks. */
export interface Bench {
  readonly name: string
  readonly run: () => Row[] | Promise<Row[]>
}

/** The middle of some numbers. */
export function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
