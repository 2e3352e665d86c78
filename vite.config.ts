import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import { firstLoad } from './src/web/build/weight.ts'
import { messages } from './src/web/build/messages.ts'

/** The desk's build: src/web → dist/web. Messages are compiled here, so that no parser of theirs is sent to the browser. */
export default defineConfig({
  root: fileURLToPath(new URL('./src/web', import.meta.url)),
  plugins: [messages(), svelte({ compilerOptions: { runes: true } }), firstLoad(100_000)],
  resolve: {
    conditions: ['source', 'svelte', 'browser', 'module', 'import', 'default'],
    alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' },
  },
  build: {
    outDir: fileURLToPath(new URL('./dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
})
