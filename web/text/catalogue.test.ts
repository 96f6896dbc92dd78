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

  it('reads at grade seven or lower on average (UX.md, U12)', () => {
    const grades = keys
      .map((key) => plain(messages[key]!))
      .filter((text) => wordsOf(text).length >= 6)
      .map((text) => ({ text, grade: gradeOf(text) }))
    expect(grades.length).toBeGreaterThan(60)
    expect(grades.reduce((sum, one) => sum + one.grade, 0) / grades.length).toBeLessThanOrEqual(7)
    // A single sentence that only an expert would follow is not hidden by the average.
    expect(grades.filter((one) => one.grade > 14).map((one) => one.text)).toEqual([])
  })

  it('tells easy sentences from hard ones', () => {
    expect(gradeOf('The cat sat on the mat. It was warm.')).toBeLessThan(2)
    expect(
      gradeOf('Authentication credentials necessitate administrative reconfiguration before utilisation.'),
    ).toBeGreaterThan(15)
  })
})

/** A message as somebody reads it: each choice by its last form, each value as a short word. */
function plain(message: string): string {
  let text = message
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(/\{\w+, plural,((?:[^{}]|\{[^{}]*\})*)\}/g, (_, forms: string) =>
      String(forms.match(/\{([^{}]*)\}\s*$/)?.[1] ?? ''),
    )
    text = text.replace(/\{\w+\}/g, 'Ann')
  }
  return text.replace(/#/g, 'two').replace(/[“”‘'"{}]/g, '')
}
const wordsOf = (text: string) => text.match(/[A-Za-zÀ-ž’]+/g) ?? []
function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  const groups = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, '').match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 0)
}
/** Flesch and Kincaid's grade of reading, 1975. */
function gradeOf(text: string): number {
  const words = wordsOf(text)
  const sentences = Math.max(1, text.split(/[.!?;:](?:\s|$)/).filter((one) => one.trim()).length)
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (words.length / sentences) + 11.8 * (sounds / words.length) - 15.59
}
