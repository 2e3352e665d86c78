// Compiles the program to dist/ and the desk to dist/web.
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run, stamp } from './setup.mjs'

const bin = name => join(ROOT, 'node_modules', '.bin', name)
const steps = [[bin('tsc'), ['-p', 'tsconfig.build.json']]]
if (existsSync(join(ROOT, 'vite.config.ts'))) steps.push([bin('vite'), ['build', '--logLevel', 'warn']])
for (const [command, args] of steps) {
  const code = run(command, args)
  if (code !== 0) process.exit(code)
}
chmodSync(join(ROOT, 'dist', 'cli', 'main.js'), 0o755)
stamp()
