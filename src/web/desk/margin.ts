/** Puts each record of the margin at the height of its words; the open one stands at its words and the others make room. */

/** Where the words of every record and of every sentence stand: found once for all, since a report may hold thousands. */
interface Places {
  readonly records: ReadonlyMap<string, HTMLElement>
  readonly sentences: ReadonlyMap<string, HTMLElement>
}

function placesIn(report: HTMLElement): Places {
  const records = new Map<string, HTMLElement>()
  for (const node of report.querySelectorAll<HTMLElement>('[data-r]')) {
    for (const id of (node.dataset.r ?? '').split(' ')) if (!records.has(id)) records.set(id, node)
  }
  const sentences = new Map<string, HTMLElement>()
  for (const node of report.querySelectorAll<HTMLElement>('[data-sentence].sent')) sentences.set(node.dataset.sentence ?? '', node)
  return { records, sentences }
}

function wordsOf(places: Places, item: HTMLElement): HTMLElement | null {
  return places.records.get(item.dataset.record ?? '') ?? places.sentences.get(item.dataset.sentence ?? '') ?? item.closest('.para')?.querySelector('p') ?? null
}

function settle(want: readonly number[], high: readonly number[], open: number): number[] {
  const at = [...want]
  const down = (from: number): void => {
    for (let i = from; i < at.length; i++) at[i] = Math.max(want[i] ?? 0, (at[i - 1] ?? 0) + (high[i - 1] ?? 0))
  }
  down(1)
  if (open > 0) {
    at[open] = Math.max(want[open] ?? 0, 0)
    for (let i = open - 1; i >= 0; i--) at[i] = Math.min(at[i] ?? 0, (at[i + 1] ?? 0) - (high[i] ?? 0))
    down(open + 1)
    if ((at[0] ?? 0) < 0) {
      at[0] = 0
      for (let i = 1; i < at.length; i++) at[i] = Math.max(i <= open ? (at[i] ?? 0) : (want[i] ?? 0), (at[i - 1] ?? 0) + (high[i - 1] ?? 0))
    }
  }
  return at
}

function placeSide(report: HTMLElement, places: Places, side: string, top: number): number {
  const items = [...report.querySelectorAll<HTMLElement>(`.${side} > li`)]
  const want = items.map(item => (wordsOf(places, item)?.getClientRects()[0]?.top ?? top) - top + 2)
  const high = items.map(item => item.offsetHeight)
  const at = settle(
    want,
    high,
    items.findIndex(item => item.dataset.open !== undefined),
  )
  items.forEach((item, i) => {
    item.style.insetBlockStart = `${String(Math.round(at[i] ?? 0))}px`
  })
  return items.reduce((most, _item, i) => Math.max(most, (at[i] ?? 0) + (high[i] ?? 0)), 0)
}

function line(report: HTMLElement, css: Readonly<Record<string, string>>, name = 'lead'): void {
  const made = document.createElement('div')
  made.className = name
  made.setAttribute('aria-hidden', 'true')
  Object.assign(made.style, css)
  report.append(made)
}

function drawVoice(report: HTMLElement, places: Places, top: number): void {
  const strips: Readonly<Record<string, string>>[] = []
  for (const item of report.querySelectorAll<HTMLElement>('.ownv')) {
    const spans = (item.dataset.sentences ?? '').split(' ').map(one => places.sentences.get(one))
    const boxes = spans.flatMap(one => (one ? [...one.getClientRects()] : []))
    if (boxes.length === 0) continue
    const from = Math.min(...boxes.map(box => box.top))
    strips.push({ top: px(from - top), height: px(Math.max(...boxes.map(box => box.bottom)) - from) })
  }
  for (const strip of strips) line(report, strip, 'strip')
}

function px(number: number): string {
  return `${String(Math.round(number))}px`
}

function drawLead(report: HTMLElement, places: Places): void {
  const open = report.querySelector<HTMLElement>('li[data-open]')
  const words = open && wordsOf(places, open)
  const paragraph = words?.closest('p')?.getBoundingClientRect()
  const at = words?.getClientRects()[0]
  const base = report.getBoundingClientRect()
  if (!open || !words || !paragraph || !at) return
  const box = (open.firstElementChild ?? open).getBoundingClientRect()
  const right = box.left > paragraph.right
  const y2 = box.top - base.top + 12
  const y1 = Math.abs(at.bottom - base.top - 9 - y2) < 10 ? y2 : at.bottom - base.top - 9
  const middle = right ? box.left - 22 : box.right + 22
  const from = right ? paragraph.right + 4 : paragraph.left - 4
  const end = right ? box.left - 1 : box.right + 1
  line(report, { top: px(y1), left: px(Math.min(from, middle) - base.left), width: px(Math.abs(middle - from)) })
  line(report, { top: px(Math.min(y1, y2)), left: px(middle - base.left), height: px(Math.abs(y2 - y1) + 1), borderWidth: '0 0 0 1px' })
  line(report, { top: px(y2), left: px(Math.min(middle, end) - base.left), width: px(Math.abs(end - middle)) })
}

/** Reports with more records than this in their margin are not measured: each paragraph has its records beside it. */
export const MOST_PLACED = 350

/** Places the margin of `report`; `wide` is whether there is room beside the text, `long` whether there are too many records to measure. */
export function placeMargin(report: HTMLElement, wide: boolean, long: boolean): void {
  for (const old of report.querySelectorAll('.strip, .lead')) old.remove()
  const placed = wide && !long
  report.classList.toggle('placed', placed)
  report.classList.toggle('long', long)
  report.style.minBlockSize = ''
  if (!placed) for (const item of report.querySelectorAll<HTMLElement>('.who > li, .what > li')) item.style.insetBlockStart = ''
  if (long) return
  const { top } = report.getBoundingClientRect()
  const places = placesIn(report)
  if (placed) report.style.minBlockSize = px(Math.max(placeSide(report, places, 'who', top), placeSide(report, places, 'what', top)))
  drawVoice(report, places, top)
  if (placed) drawLead(report, places)
}
