// npm test: installs, builds and runs everything that CI runs; the last line is "N passed, N failed".
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { build, install, ROOT, run } from './setup.mjs'

const REPORT = join(ROOT, '.cache', 'tests.json')
const bin = name => join(ROOT, 'node_modules', '.bin', name)

/** Chromium for the tests of the pages: used where it is found, installed as root on Debian, else its tests are skipped by name. */
function findChromium() {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].filter(Boolean)
  const found = places.find(place => existsSync(place))
  if (found || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return found
  console.error('Installing Chromium from Debian for the tests of the pages …')
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core', 'fonts-noto-core'], { DEBIAN_FRONTEND: 'noninteractive' })
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined
}

/** Steps that are no single tests count as one check each. */
function check(name, command, args) {
  console.error(`\n— ${name}`)
  const right = run(command, args) === 0
  if (!right) console.error(`failed: ${name}`)
  return { name, right }
}

install()
const chromium = findChromium()
rmSync(join(ROOT, 'dist', '.built'), { force: true })
const checks = [{ name: 'build', right: (build(), true) }]
checks.push(check('types', bin('tsc'), ['--noEmit']))
checks.push(check('lint', bin('eslint'), ['--max-warnings', '0', 'src', 'test', 'gold', 'bench', 'scripts']))
checks.push(check('format', bin('prettier'), ['--check', '--log-level', 'warn', '.']))
if (existsSync(join(ROOT, 'src', 'web', 'tsconfig.json'))) {
  checks.push(check('types of the desk', bin('svelte-check'), ['--tsconfig', 'src/web/tsconfig.json', '--output', 'human', '--threshold', 'error']))
}
mkdirSync(join(ROOT, '.cache'), { recursive: true })
rmSync(REPORT, { force: true })
console.error('\n— tests')
run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile=${REPORT}`], chromium ? { CHROMIUM: chromium } : {})
const results = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, 'utf8')) : { testResults: [], numFailedTestSuites: 1, success: false }
const tests = results.testResults.flatMap(file => file.assertionResults)
const skipped = tests.filter(test => test.status === 'pending' || test.status === 'skipped' || test.status === 'todo')
const broken = results.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
const wrong = checks.filter(one => !one.right)
const passed = tests.filter(test => test.status === 'passed').length + checks.length - wrong.length
let failed = tests.filter(test => test.status === 'failed').length + wrong.length + broken.length
if (!results.success && failed === 0) failed = 1
for (const one of [...wrong, ...broken]) console.error(`failed: ${one.name}`)
for (const one of skipped) console.error(`skipped: ${one.fullName}`)
if (process.env.CI === 'true' && skipped.length > 0) {
  console.error(`With CI=true a skipped test is a failed one: ${String(skipped.length)}.`)
  failed += skipped.length
}
console.log(`${passed} passed, ${failed} failed${skipped.length > 0 && process.env.CI !== 'true' ? `, ${skipped.length} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)
