import type { FaultView } from '#model'
import { forget } from './ask.svelte.ts'
import { say } from './words.svelte.ts'

/** A line of the answer to adding, as the server sends it. */
type Added =
  | { readonly source: string; readonly as: 'added' | 'already'; readonly report: string; readonly number: number; readonly records: number }
  | { readonly source: string; readonly as: 'failed'; readonly error: FaultView }

/** A row of what was added: one a report, or one a file that waits. */
export interface Row {
  readonly key: number
  readonly name: string
  readonly as: 'waiting' | 'added' | 'already' | 'failed' | 'cancelled'
  readonly report?: string
  readonly records?: number
  readonly fault?: FaultView
  readonly again?: () => void
}

interface Job {
  readonly key: number
  readonly name: string
  readonly path: string
  readonly body?: Blob
}

/** Reports on their way into the case, one file after the other. */
class Adding {
  rows = $state.raw<readonly Row[]>([])
  sent = $state(0)
  size = $state(0)
  busy = $state(false)
  private jobs: Job[] = []
  private next = 0
  private stop = new AbortController()

  /** How many came in, were there, failed, wait. */
  get tally(): Record<string, number> {
    const many = (as: Row['as']): number => this.rows.filter(row => row.as === as).length
    return { added: many('added'), already: many('already'), failed: many('failed'), waiting: many('waiting'), cancelled: many('cancelled') }
  }

  /** Adds files; a NAME.meta.json tells of the file NAME beside it and goes with it. */
  async addFiles(files: readonly File[]): Promise<void> {
    const told = new Map<string, Readonly<Record<string, string>>>()
    for (const file of files.filter(one => one.name.endsWith(META))) told.set(file.name.slice(0, -META.length), await particularsIn(file))
    for (const file of files.filter(one => !one.name.endsWith(META))) {
      const query = new URLSearchParams({ name: file.name, ...told.get(file.name.replace(/\.[^.]+$/, '')) }).toString()
      this.queue(file.name, `/api/reports?${query}`, file)
    }
  }

  /** Adds what was dropped; folders are walked. */
  async addDropped(dropped: DataTransfer): Promise<void> {
    const entries = [...dropped.items].map(item => item.webkitGetAsEntry()).filter(entry => entry !== null)
    const loose = entries.length === 0 ? [...dropped.files] : []
    const text = entries.length + loose.length === 0 ? dropped.getData('text/plain') : ''
    if (text.trim() !== '') this.addText(text, {})
    const files = [...loose, ...(await Promise.all(entries.map(filesIn))).flat()]
    await this.addFiles(files)
  }

  addText(text: string, told: Readonly<Record<string, string>>): void {
    const given = Object.entries(told).filter(([, value]) => value !== '')
    const query = new URLSearchParams([['name', 'pasted.txt'], ...given]).toString()
    this.queue(say('add.pasted'), `/api/reports?${query}`, new Blob([text]))
  }

  addExamples(): void {
    this.queue(say('add.examplesName'), '/api/examples')
  }

  /** Stops what is on its way and what waits; what has come in stays. */
  cancel(): void {
    this.stop.abort()
    const waiting = new Set(this.jobs.map(job => job.key))
    this.jobs = []
    this.rows = this.rows.map(row => (row.as === 'waiting' || waiting.has(row.key) ? { ...row, as: 'cancelled' } : row))
  }

  private queue(name: string, path: string, body?: Blob): void {
    const key = this.next++
    this.jobs.push({ key, name, path, ...(body && { body }) })
    this.rows = [...this.rows, { key, name, as: 'waiting' }]
    this.size++
    if (!this.busy) void this.work()
  }

  private async work(): Promise<void> {
    this.busy = true
    this.stop = new AbortController()
    for (let job = this.jobs.shift(); job; job = this.jobs.shift()) {
      const one = job
      await this.send(one).catch((error: unknown) => {
        this.fail(one, { code: 'failed', message: error instanceof Error && error.name !== 'TypeError' ? error.message : say('fault.away') })
      })
      this.sent++
    }
    this.busy = false
    forget()
  }

  private async send(job: Job): Promise<void> {
    let response: Response
    try {
      response = await fetch(job.path, {
        method: 'POST',
        signal: this.stop.signal,
        ...(job.body && { body: job.body }),
        headers: { 'content-type': 'application/octet-stream' },
      })
      if (!response.ok || !response.body) {
        this.fail(job, (await response.json().catch(() => ({ code: 'failed', message: response.statusText }))) as FaultView)
        return
      }
      await this.readLines(job, response.body)
    } catch (error) {
      if (!this.stop.signal.aborted) throw error
      this.put(job.key, [
        {
          key: job.key,
          name: job.name,
          as: 'cancelled',
          again: () => {
            this.again(job)
          },
        },
      ])
    }
  }

  private async readLines(job: Job, body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    let came = false
    let fresh: Row[] = []
    let shown = 0
    const show = (): void => {
      if (fresh.length > 0) this.rows = [...this.rows.filter(row => row.key !== job.key), ...fresh, { key: job.key, name: job.name, as: 'waiting' }]
      fresh = []
      shown = performance.now()
    }
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        const lines = (rest + value).split('\n')
        rest = lines.pop() ?? ''
        fresh.push(...lines.filter(line => line !== '').map(line => this.rowOf(job, JSON.parse(line) as Added)))
        came ||= fresh.length > 0
        // The list is drawn anew some times a second, however fast reports come in.
        if (performance.now() - shown > STEP) show()
      }
    } finally {
      show()
    }
    this.rows = this.rows.filter(row => row.key !== job.key)
    if (!came) this.fail(job, { code: 'empty', message: say('add.nothing') })
  }

  private rowOf(job: Job, added: Added): Row {
    const name = added.source === '' ? job.name : added.source
    if (added.as === 'failed')
      return {
        key: this.next++,
        name,
        as: 'failed',
        fault: added.error,
        ...(job.body && {
          again: () => {
            this.again(job)
          },
        }),
      }
    return { key: this.next++, name, as: added.as, report: added.report, records: added.records }
  }

  private fail(job: Job, fault: FaultView): void {
    this.put(job.key, [
      {
        key: job.key,
        name: job.name,
        as: 'failed',
        fault,
        again: () => {
          this.again(job)
        },
      },
    ])
  }

  private again(job: Job): void {
    this.rows = this.rows.filter(row => row.key !== job.key)
    this.queue(job.name, job.path, job.body)
  }

  private put(key: number, rows: readonly Row[]): void {
    this.rows = [...this.rows.filter(row => row.key !== key), ...rows]
  }
}

/** Milliseconds between two drawings of the list while reports come in. */
const STEP = 120

const META = '.meta.json'
const PARTICULARS = ['publisher', 'published', 'headline', 'url'] as const

async function particularsIn(file: File): Promise<Record<string, string>> {
  try {
    const found = JSON.parse(await file.text()) as Record<string, unknown>
    return Object.fromEntries(PARTICULARS.flatMap(name => (typeof found[name] === 'string' && found[name] !== '' ? [[name, found[name]]] : [])))
  } catch {
    return {}
  }
}

/** What is being added; it goes on while one looks at other pages. */
export const adding = new Adding()

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return [
      await new Promise<File>((resolve, reject) => {
        ;(entry as FileSystemFileEntry).file(resolve, reject)
      }),
    ]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const files: File[] = []
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (entries.length === 0) return files
    for (const one of entries) files.push(...(await filesIn(one)))
  }
}
