import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { shell } from './shell.ts'
import { firstKeys } from './text/firstTexts.ts'

const texts = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`text/${language}.json`, import.meta.url), 'utf8'))

/**
 * A language in two pieces: what the first screen says, and the rest. What is not translated yet is said in English, put in here,
 * so that no reader loads two languages.
 */
const catalogues = {
  name: 'catalogues',
  enforce: 'pre' as const,
  apply: 'build' as const,
  resolveId: (name: string) =>
    /^\.\/(?:en|de)\.rest\.json$/.test(name) ? fileURLToPath(new URL(`text/${name}`, import.meta.url)) : null,
  load(id: string) {
    const [, language, rest] = /\/web\/text\/(en|de)(\.rest)?\.json$/.exec(id.replaceAll('\\', '/')) ?? []
    if (!language) return null
    const all = { ...texts('en'), ...texts(language) }
    const first = firstKeys(Object.keys(all))
    return JSON.stringify(
      Object.fromEntries(Object.entries(all).filter(([key]) => first.has(key) !== Boolean(rest))),
    )
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [catalogues, shell, react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:4680', '/files': 'http://127.0.0.1:4680' } },
})
