import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import en from './en.json' with { type: 'json' }

const web = new URL('../', import.meta.url)
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|^dist\//.test(path))
  .map((path) => ({ path, code: readFileSync(new URL(path, web), 'utf8') }))
const messages: Record<string, string> = en
const keys = Object.keys(messages)

/** UX.md §5, Voice; the words of GLOSSARY that people must not read either. */
const banned =
  /\b(tickets?|agents?|users?|contacts?|deflect\w*|sla|breach\w*|resolve[ds]?|resolving|owners?|invalid|oops)\b/i

describe('the catalogue', () => {
  it.each(keys)('%s is a whole ICU message without a banned word', (key) => {
    expect(() => new IntlMessageFormat(messages[key]!, 'en-GB', undefined, { ignoreTag: true })).not.toThrow()
    expect(messages[key]).not.toMatch(banned)
    expect(messages[key]!.trim()).not.toBe('')
  })

  it('says each key once', () => {
    const text = readFileSync(new URL('en.json', import.meta.url), 'utf8')
    const said = [...text.matchAll(/^ {2}"([^"]+)":/gm)].map((match) => match[1])
    expect(said).toEqual([...new Set(said)])
  })

  it('has every text that a screen asks for by name', () => {
    const asked = sources.flatMap(({ path, code }) =>
      [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => `${match[1]} (${path})`),
    )
    expect(asked.length).toBeGreaterThan(200)
    expect(asked.filter((one) => !(one.split(' ')[0]! in messages))).toEqual([])
  })

  it('has a text for every family that a screen builds by name', () => {
    const families = sources.flatMap(({ path, code }) =>
      [...code.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{[^`]*` as TextKey/g)].map(
        (match) => [match[1]!, path] as const,
      ),
    )
    expect(families.length).toBeGreaterThan(5)
    expect(families.filter(([start]) => !keys.some((key) => key.startsWith(start)))).toEqual([])
  })

  it('keeps no text that nobody asks for', () => {
    const all = sources.map(({ code }) => code).join('\n')
    const families = [...all.matchAll(/`([a-z]\w*\.(?:\w+\.)*)\$\{/g)].map((match) => match[1]!)
    const idle = keys.filter(
      (key) => !all.includes(`'${key}'`) && !families.some((start) => key.startsWith(start)),
    )
    expect(idle).toEqual([])
  })
})
