// `npm run care`: the care line from its bundle, where one was built, else from its sources.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const bundle = new URL('../.cache/care/score-lines.mjs', import.meta.url)
await import(existsSync(fileURLToPath(bundle)) ? bundle.href : '../care-language/score-lines.ts')
