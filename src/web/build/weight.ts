import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Fails the build where the scripts of a first load weigh more than `limit` bytes after gzip: the entry, the largest messages, the heaviest page. */
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
      /** What a part needs beyond what the entry has; each part is weighed as if it were the first. */
      const weighNew = (name: string): number => {
        const before = new Set(seen)
        const added = weigh(name)
        seen.clear()
        for (const one of before) seen.add(one)
        return added
      }
      const chunks = Object.values(bundle).filter(one => one.type === 'chunk')
      const entry = chunks.filter(one => one.isEntry).reduce((sum, one) => sum + weigh(one.fileName), 0)
      const heaviest = (part: RegExp): number => Math.max(0, ...chunks.filter(one => part.test(one.facadeModuleId ?? '')).map(one => weighNew(one.fileName)))
      const weight = entry + heaviest(/virtual:words/) + heaviest(/page\/\w+\.svelte$/)
      if (weight > limit) this.error(`The first load weighs ${String(weight)} bytes of JavaScript after gzip; the limit is ${String(limit)}`)
      this.info(`First load: ${String(weight)} bytes of JavaScript after gzip (limit ${String(limit)})`)
    },
  }
}
