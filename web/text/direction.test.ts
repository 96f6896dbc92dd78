import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const web = new URL('../', import.meta.url)

/** Left and right are only right for those who read from the left; `start` and `end` are for everybody. */
const physical =
  /(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|^\s*(?:left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius/

it('lays every page out by where a line starts and ends, not by left and right', () => {
  const sheets = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.css') && !path.startsWith('dist'),
  )
  expect(sheets.length).toBeGreaterThan(10)
  const found = sheets.flatMap((path) =>
    readFileSync(new URL(path, web), 'utf8')
      .split('\n')
      .flatMap((line, index) => (physical.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})
