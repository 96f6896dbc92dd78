import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import { firstKeys, firstSources } from './firstTexts.ts'
import { mirrored } from './pseudo.ts'

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

describe('the German catalogue', () => {
  const german: Record<string, string> = de

  it('says everything that the English one says, and nothing else', () => {
    // What is missing is told in English until somebody translates it; here are its names.
    expect(keys.filter((key) => !(key in german))).toEqual([])
    expect(Object.keys(german).filter((key) => !(key in messages))).toEqual([])
  })

  it('fills in the same things', () => {
    const other = Object.keys(german)
      .filter((key) => key in messages)
      .map((key) => ({ key, en: argumentsOf(messages[key]!), de: argumentsOf(german[key]!) }))
      .filter((one) => one.en.join() !== one.de.join())
    expect(other).toEqual([])
  })

  it('tells the plural and the singular apart as German does', () => {
    const text = (n: number) =>
      new IntlMessageFormat(german['circles.people']!, 'de-DE').format({ n }) as string
    expect([text(1), text(2)]).toEqual(['1 Mensch', '2 Menschen'])
  })

  it('speaks to the team as du, and to a customer as Sie', () => {
    // Whatever a customer reads out of the catalogue stands in a draft.
    const toCustomers = ['call.offerLine', 'offer.usual', 'me.titleExample']
    for (const key of toCustomers)
      expect(german[key], key).not.toMatch(/\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*)\b/)
    const team = Object.entries(german).filter(
      ([key]) => !toCustomers.includes(key) && !/example|like$|noneHow|pleaseLike/i.test(key),
    )
    expect(
      team.filter(([, text]) => /\bIhnen\b|\bIhre[nmrs]?\b(?! )/.test(text)).map(([key]) => key),
    ).toEqual([])
  })
})

describe('what is loaded first', () => {
  it('is what the frame and Today say, and a small part of all', () => {
    const first = firstKeys(keys)
    for (const key of ['rail.today', 'today.sentence', 'promise.kept', 'app.offline'])
      expect(first).toContain(key)
    for (const key of ['practice.lead', 'guide.lead', 'composer.send']) expect(first).not.toContain(key)
    expect(first.size).toBeLessThan(keys.length / 3)
  })

  it('brings the other words along with every screen that comes later', () => {
    const bare = firstSources().flatMap(({ path, code }) =>
      [...code.matchAll(/lazy\((?!withTexts)[^\n]*/g)].map((match) => `${path}: ${match[0]}`),
    )
    expect(bare.filter((line) => !line.includes('#web/today/Today.tsx'))).toEqual([])
  })
})

describe('the mirrored catalogue', () => {
  it('changes letters and nothing that is filled in', () => {
    const texts = mirrored(en) as Record<string, string>
    for (const key of keys) expect(argumentsOf(texts[key]!), key).toEqual(argumentsOf(messages[key]!))
    expect(texts['app.save']).toBe('\u200fSávé\u200f')
  })
})

/** Names and kinds of what is filled in, `{n} plural`; inside of a plural's or select's forms too. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>()
  const walk = (parts: readonly MessagePart[]): void => {
    for (const part of parts) {
      if (part.type !== 0 && part.type !== 7) found.add(`${part.value} ${part.type}`)
      for (const form of Object.values(part.options ?? {})) walk(form.value)
    }
  }
  walk(
    new IntlMessageFormat(message, 'en-GB', undefined, {
      ignoreTag: true,
    }).getAst() as unknown as MessagePart[],
  )
  return [...found].sort()
}
interface MessagePart {
  type: number
  value: string
  options?: Record<string, { value: MessagePart[] }>
}

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
