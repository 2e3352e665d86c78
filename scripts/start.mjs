// npm start [-- FILES] [--no-serve]: installs, builds, reads FILES (or the examples), prints the briefing and serves the desk.
import { spawn } from 'node:child_process'
import { isAbsolute, join, resolve } from 'node:path'
import { build, install, ROOT } from './setup.mjs'

install()
build()
const from = process.env.INIT_CWD ?? process.cwd()
const args = process.argv.slice(2).map(arg => (arg.startsWith('-') || isAbsolute(arg) ? arg : resolve(from, arg)))
const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli', 'main.js'), 'start', ...args], { cwd: ROOT, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', code => process.exit(code ?? 1))
