import { setFlagsFromString } from 'node:v8'

// Parley is much code that is run little: by default V8 compiles it early, on what it has seen of two or three reports, and then again and again.
// Measured in docs/decisions/adding.md. Flags that a later V8 does not know are passed over by it.
setFlagsFromString('--interrupt-budget=600000')
setFlagsFromString('--max-inlined-bytecode-size-cumulative=400')
