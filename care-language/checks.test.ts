import { describe, expect, test } from 'vitest'
import { checkOf, checks } from './checks.ts'
import { tryCheck, tryDraft } from './practice.ts'
import texts from './text/checks.en.json' with { type: 'json' }

describe('the catalogue', () => {
  test('names each check once, with a text for each and no text left over', () => {
    const ids = checks.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual(Object.keys(texts).sort())
  })

  test('says why in one sentence', () => {
    for (const { id, why } of checks) expect([id, why.match(/[.!?](?=\s|$)/g)?.length]).toEqual([id, 1])
  })

  test('lets a team block only on what CARE.md allows', () => {
    expect(checks.filter((check) => check.mayBlock).map(({ id }) => id)).toEqual([
      'name.wrong',
      'promise.past',
    ])
  })
})

const rank = { note: 0, hint: 1, important: 2, info: 0, triage: 0 }

for (const { id, example, severity, speaks } of checks)
  if (example.kind === 'draft') {
    test(`${id} fires on its bad example`, () => {
      const said = tryCheck(id, example.bad)
      expect(said.length).toBeGreaterThan(0)
      for (const one of said) {
        expect(rank[one.severity]).toBeLessThanOrEqual(rank[severity])
        expect(one.reason).not.toMatch(/\{\w+\}/)
      }
      if (speaks) expect(said.some((one) => one.severity !== 'note')).toBe(true)
    })
    test(`${id} is silent on its good example, and so is every other hint`, () => {
      expect(tryCheck(id, example.good)).toEqual([])
      const hints = tryDraft(id, example.good).observations.filter((one) => one.severity !== 'note')
      expect(hints.map((one) => one.id)).toEqual([])
    })
    if (id !== 'promise.extract')
      test(`${id} keeps quiet when it is switched off`, () => {
        expect(tryCheck(id, example.bad, { checksOff: [id] })).toEqual([])
      })
  } else
    test(`${id} fires on what it looks for and is silent on the other`, () => {
      expect(tryCheck(id, example.fires).length).toBeGreaterThan(0)
      expect(tryCheck(id, example.silent)).toEqual([])
    })

describe('a team’s own words', () => {
  const draft =
    'Dear James,\n\nWith reference to your oven: I bring the riser on Monday at nine.\n\nAna Costa'

  test('make inside words jargon, and known ones silent', () => {
    expect(tryCheck('tone.jargon', draft)).toEqual([])
    expect(tryCheck('tone.jargon', draft, { voice: { jargon: ['riser'] } })).toMatchObject([
      { id: 'tone.jargon', reason: expect.stringContaining('riser') },
    ])
    const bad = checkOf('tone.jargon')!.example as { bad: string }
    expect(tryCheck('tone.jargon', bad.bad, { voice: { known: ['RMA', 'SKU'] } })).toEqual([])
  })

  test('forbid an opener and prefer a word, as whole words only', () => {
    expect(tryCheck('voice.opener', draft, { voice: { openers: ['with reference to'] } })).toHaveLength(1)
    expect(tryCheck('voice.opener', draft, { voice: { openers: ['with ref'] } })).toEqual([])
    const [said] = tryCheck('voice.word', draft, { voice: { preferred: [{ not: 'riser', say: 'pipe' }] } })
    expect(said && draft.slice(said.start, said.end)).toBe('riser')
    expect(tryCheck('voice.word', draft, { voice: { preferred: [{ not: 'rise', say: 'go up' }] } })).toEqual(
      [],
    )
  })

  test('may be empty', () => {
    const voice = { jargon: ['', ' '], openers: [''], preferred: [{ not: '', say: '' }], known: [''] }
    expect(tryDraft('voice.word', draft, { voice }).observations.map((one) => one.id)).not.toContain(
      'voice.word',
    )
  })
})
