import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const texts = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`text/${language}.json`, import.meta.url), 'utf8'))

/** What is not translated yet is said in English. Put in here, so that no reader loads two languages. */
const wholeCatalogue = {
  name: 'whole-catalogue',
  enforce: 'pre' as const,
  load(id: string) {
    const [, language] = /\/web\/text\/(de)\.json$/.exec(id.replaceAll('\\', '/')) ?? []
    return language ? JSON.stringify({ ...texts('en'), ...texts(language) }) : null
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [wholeCatalogue, react()],
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
