// What a fresh clone needs before anything runs: the packages, and the build. Plain JavaScript, since nothing is installed yet.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const STAMP = join(ROOT, 'dist', '.built')
const SOURCES = ['src', 'data', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts']

/** Runs a command in the project and gives its exit code. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
  if (error) console.error(`${command} did not start: ${error.message}`)
  return status ?? 1
}

function newest(path) {
  const about = statSync(path, { throwIfNoEntry: false })
  if (!about) return 0
  if (!about.isDirectory()) return about.mtimeMs
  return Math.max(about.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))))
}

/** The headers beside Node's own prefix, for a package that must be compiled where its ready-made file cannot be fetched. */
function headers() {
  const prefix = dirname(dirname(process.execPath))
  const known = process.env.npm_config_nodedir
  return !known && existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {}
}

/** Installs the packages of the lock file where they are missing or older than it. Exits with the code of npm where that fails. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Parley needs Node 20.19 or newer; this is ${process.versions.node}.`)
    process.exit(2)
  }
  const installed = newest(join(ROOT, 'node_modules', '.package-lock.json'))
  if (installed >= newest(join(ROOT, 'package-lock.json'))) return
  console.error('Installing the packages (the first time takes a minute or two) …')
  const code = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], headers())
  if (code !== 0) process.exit(code)
  writeFileSync(join(ROOT, 'node_modules', '.package-lock.json'), '', { flag: 'a' })
}

/** Builds where a source is newer than the last build. */
export function build() {
  if (newest(STAMP) >= Math.max(...SOURCES.map(source => newest(join(ROOT, source))))) return
  console.error('Building …')
  const code = run(process.execPath, [join(ROOT, 'scripts', 'build.mjs')])
  if (code !== 0) process.exit(code)
}

/** Marks the build as done. */
export function stamp() {
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, '')
}
