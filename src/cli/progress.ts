import { Presets, SingleBar } from 'cli-progress'
import type { Face } from './face.ts'

/** How far a task has come, for people who watch. */
export interface Bar {
  to(done: number, total?: number): void
  stop(): void
}

const NO_BAR: Bar = { to: () => undefined, stop: () => undefined }

/** A progress bar on stderr where that is a terminal; elsewhere nothing. The whole is not known of reports that stream in. */
export function openBar(face: Face, what: string, total?: number): Bar {
  if (!face.err.isTTY) return NO_BAR
  const counted = `${what} {value} | {duration_formatted}`
  const bar = new SingleBar(
    {
      stream: face.err,
      format: total === undefined ? counted : `${what} {bar} {value}/{total} | {eta_formatted} left`,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    },
    Presets.shades_classic,
  )
  bar.start(total ?? 1, 0)
  return {
    to(done, all) {
      if (all !== undefined && all !== bar.getTotal()) bar.setTotal(all)
      if (total === undefined && all === undefined) bar.setTotal(done + 1)
      bar.update(done)
    },
    stop: () => {
      bar.stop()
    },
  }
}
