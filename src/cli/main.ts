#!/usr/bin/env node
import './runtime.ts'
import { terminalFace } from './face.ts'
import { run } from './program.ts'

// A reader that stops reading (`parley extract | head`) is no fault of ours: the run ends quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
})
process.exitCode = await run(process.argv.slice(2), terminalFace())
