import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, readableAccent } from './contrast.ts'
import { grounds } from './tokens.ts'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

/** The custom properties of the first rule whose selector is exactly this. */
function rule(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`tokens.css has no rule ${selector}`)
  const body = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1], match[2]]),
  )
}
const light = rule(':root')
const dark = { ...light, ...rule("[data-theme='dark']") }

/** What "more contrast" makes of a theme: `light-dark(…)` and `var(…)` worked out. */
function withMoreContrast(theme: Record<string, string>, isDark: boolean): Record<string, string> {
  const more = { ...theme, ...rule("[data-contrast='more']") }
  for (const name of Object.keys(more)) {
    const pair = /^light-dark\((#\w+), (#\w+)\)$/.exec(more[name]!)
    if (pair) more[name] = pair[isDark ? 2 : 1]!
  }
  for (const name of Object.keys(more)) {
    const other = /^var\(--([\w-]+)\)$/.exec(more[name]!)
    if (other) more[name] = more[other[1]!]!
  }
  return more
}

const grey = ['bg', 'surface', 'sunken']
const textPairs: [string, string[]][] = [
  ['ink', [...grey, 'note', 'accent-soft', 'promise-soft', 'late-soft', 'kept-soft']],
  ['ink2', [...grey, 'note', 'accent-soft']],
  ['ink3', grey],
  ['accent', [...grey, 'accent-soft']],
  ['on-accent', ['accent']],
  ['promise', [...grey, 'promise-soft']],
  ['late', [...grey, 'late-soft']],
  ['kept', [...grey, 'kept-soft']],
]
const pairsOf = (pairs: [string, string[]][]) =>
  pairs.flatMap(([text, on]) => on.map((ground) => [text, ground] as const))

const themes = {
  light,
  dark,
  'light, more contrast': withMoreContrast(light, false),
  'dark, more contrast': withMoreContrast(dark, true),
}

describe.each(Object.entries(themes))('%s', (_name, theme) => {
  it.each(pairsOf(textPairs))('text %s on %s can be read (4.5)', (text, ground) =>
    expect(contrast(theme[text]!, theme[ground]!)).toBeGreaterThanOrEqual(4.5),
  )
  it.each(
    pairsOf([
      ['control', grey],
      ['focus', grey],
    ]),
  )('%s on %s can be seen (3)', (line, ground) =>
    expect(contrast(theme[line]!, theme[ground]!)).toBeGreaterThanOrEqual(3),
  )
})

describe('more contrast', () => {
  it.each(['light, more contrast', 'dark, more contrast'] as const)('%s draws controls at 7', (name) =>
    expect(contrast(themes[name].control!, themes[name].bg!)).toBeGreaterThanOrEqual(7),
  )
})

it('is the same dark by choice and by system', () =>
  expect(rule("[data-theme='system']")).toEqual(rule("[data-theme='dark']")))

it('tells code the same grounds as the style sheet', () => {
  for (const [theme, ground] of [
    [light, grounds.light],
    [dark, grounds.dark],
  ] as const)
    expect(ground).toEqual({
      bg: theme.bg,
      surface: theme.surface,
      sunken: theme.sunken,
      onAccent: theme['on-accent'],
      accentSoft: theme['accent-soft'],
    })
})

it('measures contrast as WCAG does', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2)
})

describe('a company’s colour', () => {
  const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)
  it.each(['light', 'dark'] as const)('any colour can be read in %s', (name) => {
    const ground = grounds[name]
    fc.assert(
      fc.property(color, (wanted) => {
        const accent = readableAccent(wanted, ground)
        for (const beside of Object.values(ground))
          expect(contrast(accent, beside)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
  it('stays as it is when it can be read already', () =>
    expect(readableAccent('#1f6b5e', grounds.light)).toBe('#1f6b5e'))
})
