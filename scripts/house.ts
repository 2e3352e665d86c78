/** `npm run house`: measures the house: circles, imports that the table does not allow, sizes of files and functions. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const SRC = join(ROOT, 'src')

/** Which room may import which: the table of the house, as data. A room may import itself. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ['model'],
  read: ['model', 'text'],
  attribution: ['model', 'text'],
  time: ['model', 'text'],
  actors: ['model', 'text'],
  events: ['model', 'text'],
  talks: ['model', 'text'],
  figures: ['model', 'text'],
  notes: ['model', 'text'],
  reconcile: ['model', 'text'],
  analyse: ['model', 'text', 'attribution', 'time', 'actors', 'events', 'talks', 'figures', 'notes', 'link'],
  link: ['model', 'text'],
  pool: ['model', 'read', 'analyse'],
  store: ['model'],
  case: ['model', 'read', 'analyse', 'pool', 'reconcile', 'store'],
  worker: ['model', 'case'],
  export: ['model'],
  api: ['model', 'case', 'export'],
  web: ['model'],
  cli: ['model', 'read', 'pool', 'case', 'export', 'api', 'worker'],
}

/** One function with a body: where it stands and how many lines it has. One-line arrows are left out. */
export interface Sized {
  readonly place: string
  readonly lines: number
}

/** What the script finds. */
export interface House {
  readonly circles: readonly string[]
  readonly forbidden: readonly string[]
  readonly files: readonly Sized[]
  readonly functions: readonly Sized[]
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
    .map(name => join(folder, name))
    .sort()
}

function roomOf(path: string): string {
  return relative(SRC, path).split('/')[0]?.replace(/\.ts$/, '') ?? ''
}

/** The files that a file imports inside the project; `import type` and re-exports count. */
function importsOf(file: string, source: ts.SourceFile): string[] {
  const found: string[] = []
  source.forEachChild(node => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      const name = node.moduleSpecifier.text
      if (name.startsWith('.')) found.push(resolve(dirname(file), name))
      if (name === '#analyse' || name === '#case') found.push(join(SRC, `${name.slice(1)}.ts`))
      else if (name.startsWith('#')) found.push(join(SRC, name.slice(1), 'index.ts'))
    }
  })
  return found
}

/** Whether the import crosses a room by its door and the table allows it. */
function forbiddenImports(file: string, imports: readonly string[]): string[] {
  const from = roomOf(file)
  return imports
    .filter(to => to.startsWith(SRC))
    .filter(to => roomOf(to) !== from && !(ALLOWED[from] ?? []).includes(roomOf(to)))
    .map(to => `${relative(ROOT, file)} imports ${relative(ROOT, to)}`)
}

/** Every circle of files, by Tarjan's strongly connected components. */
function findCircles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const circles: string[] = []
  const visit = (file: string): void => {
    index.set(file, index.size)
    low.set(file, index.get(file) ?? 0)
    stack.push(file)
    for (const next of graph.get(file) ?? []) {
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(file) !== index.get(file)) return
    const circle = stack.splice(stack.indexOf(file))
    if (circle.length > 1) circles.push(circle.map(one => relative(ROOT, one)).join(' ↔ '))
  }
  for (const file of graph.keys()) if (!index.has(file)) visit(file)
  return circles
}

function functionSizes(file: string, source: ts.SourceFile): Sized[] {
  const sizes: Sized[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const start = source.getLineAndCharacterOfPosition(node.getStart(source)).line
      const end = source.getLineAndCharacterOfPosition(node.end).line
      if (!(ts.isArrowFunction(node) && start === end)) sizes.push({ place: `${relative(ROOT, file)}:${String(start + 1)}`, lines: end - start + 1 })
    }
    node.forEachChild(visit)
  }
  visit(source)
  return sizes
}

/** Measures every TypeScript file under src/. Files named *.examples.ts (rows and examples) have no size limit. */
export function measureHouse(): House {
  const graph = new Map<string, string[]>()
  const [files, functions, forbidden]: [Sized[], Sized[], string[]] = [[], [], []]
  for (const file of sourceFiles(SRC)) {
    const text = readFileSync(file, 'utf8')
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    const imports = importsOf(file, source)
    graph.set(file, imports)
    forbidden.push(...forbiddenImports(file, imports))
    const exempt = file.endsWith('.examples.ts') || file.endsWith('model/words.ts')
    if (!exempt) files.push({ place: relative(ROOT, file), lines: linesWithoutExamples(text) })
    functions.push(...functionSizes(file, source))
  }
  return { circles: findCircles(graph), forbidden, files, functions }
}

/** The lines of a file without the list of examples that it carries. */
function linesWithoutExamples(text: string): number {
  return text.replace(/^export const examples\b[\s\S]*?^\]\n?/m, '').split('\n').length
}

/** The middle of a list of sizes. */
export function median(sizes: readonly Sized[]): number {
  const lines = sizes.map(one => one.lines).sort((a, b) => a - b)
  return lines[Math.floor(lines.length / 2)] ?? 0
}

if (process.argv[1]?.endsWith('house.ts')) {
  const { circles, forbidden, files, functions } = measureHouse()
  const longest = (sizes: readonly Sized[]): string =>
    [...sizes]
      .sort((a, b) => b.lines - a.lines)
      .slice(0, 5)
      .map(one => `${one.place} ${String(one.lines)}`)
      .join(', ')
  console.log(`circles: ${String(circles.length)}${circles.map(one => `\n  ${one}`).join('')}`)
  console.log(`imports not allowed: ${String(forbidden.length)}${forbidden.map(one => `\n  ${one}`).join('')}`)
  console.log(`files: ${String(files.length)}, median ${String(median(files))} lines, longest ${longest(files)}`)
  console.log(`functions: ${String(functions.length)}, median ${String(median(functions))} lines, longest ${longest(functions)}`)
}
