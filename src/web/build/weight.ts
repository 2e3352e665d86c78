import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Fails the build where the scripts that the first page needs weigh more than `limit` bytes after gzip. */
export function firstLoad(limit: number): Plugin {
  return {
    name: 'parley-first-load',
    apply: 'build',
    generateBundle(_options, bundle) {
      const seen = new Set<string>()
      const weigh = (name: string): number => {
        const chunk = bundle[name]
        if (seen.has(name) || chunk?.type !== 'chunk') return 0
        seen.add(name)
        return gzipSync(chunk.code).length + chunk.imports.reduce((sum, one) => sum + weigh(one), 0)
      }
      const starts = Object.values(bundle).filter(one => one.type === 'chunk' && one.isEntry)
      const weight = starts.reduce((sum, one) => sum + weigh(one.fileName), 0)
      if (weight > limit) this.error(`The first load weighs ${String(weight)} bytes of JavaScript after gzip; the limit is ${String(limit)}`)
      this.info(`First load: ${String(weight)} bytes of JavaScript after gzip (limit ${String(limit)})`)
    },
  }
}
