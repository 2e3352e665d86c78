import { setFlagsFromString } from 'node:v8'

// Parley is much code that is run little: by default V8 compiles it on what it has seen of two or three reports, and then again and again.
// A heap may be a quarter larger than what lives in it before it is collected, and the thread that fills a young generation empties it alone:
// there is work for every core already. All are measured in docs/decisions/adding.md.
for (const flag of ['--interrupt-budget=600000', '--max-inlined-bytecode-size-cumulative=400', '--heap-growing-percent=25', '--no-parallel-scavenge'])
  setFlagsFromString(flag)
