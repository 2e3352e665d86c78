import type { Cite } from '#model'
import { to } from './address.svelte.ts'

/** The address of a cited place: the report, opened at the words. */
export function place(cite: Pick<Cite, 'report' | 'span'>): string {
  return to(`/reports/${cite.report}`, {}, `${String(cite.span[0])}-${String(cite.span[1])}`)
}

/** The address of a report. */
export function reportAt(id: string): string {
  return `/reports/${id}`
}

/** The address of one record on its own page. */
export function recordAt(id: string): string {
  return `/records/${encodeURIComponent(id)}`
}

/** The address of a record in its report: the reading page with the record open. */
export function inReport(report: string, record: string): string {
  return to(`/reports/${report}`, { record })
}

/** A web address as a link, or undefined where it is not one that a browser may follow from here. */
export function outside(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\//i.test(url)) return undefined
  return URL.canParse(url) ? url : undefined
}
