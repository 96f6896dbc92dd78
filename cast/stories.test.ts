import { describe, expect, test } from 'vitest'
import { cast } from './cast.ts'
import { standing } from './standing.ts'

describe('what the stories must hold', () => {
  const told = cast('2026-11-24T10:30:00Z')
  const steps = (id: string) => told.conversations.find((one) => one.id === id)!.steps

  test('a boiler that failed twice, a photograph of it, a chase twice over, twenty messages, an answering machine', () => {
    expect(told.conversations.filter((one) => one.customer === 'maria')).toHaveLength(2)
    const photo = steps('boiler-again').flatMap((step) =>
      step.kind === 'mailIn' ? (step.attachments ?? []) : [],
    )
    expect(photo.map((one) => one.contentType)).toEqual(['image/png'])
    expect(
      steps('hall-radiator')
        .map((step) => step.kind)
        .slice(-2),
    ).toEqual(['mailIn', 'mailIn'])
    expect(
      steps('floor-heating').filter((step) => step.kind === 'mailIn' || step.kind === 'reply'),
    ).toHaveLength(20)
    expect(steps('maintenance-plan').some((step) => step.kind === 'mailIn' && step.autoReply)).toBe(true)
  })

  test('a promise kept early, one moved before it was due, one handed over and kept', () => {
    const promise = (id: string) => standing({ steps: steps(id) }, told.now).promises[0]!
    expect(Date.parse(promise('bathroom').due) - Date.parse(promise('bathroom').keptAt!)).toBeGreaterThan(
      86_400_000,
    )
    const moved = steps('chimney').find((step) => step.kind === 'renegotiated')!
    const first = steps('chimney').flatMap((step) => (step.kind === 'reply' ? step.promises : []))[0]!
    expect(moved.at < first.due).toBe(true)
    expect([promise('chimney').due, promise('chimney').state]).toEqual([moved.due, 'kept'])
    expect([promise('key-safe').maker, promise('key-safe').state]).toEqual(['ben', 'kept'])
  })

  test('promises fall due today, tomorrow or the next workday, and next week', () => {
    const open = told.conversations
      .flatMap((one) => standing(one, told.now).promises)
      .filter((one) => one.state === 'open')
    const days = open.map((one) => Math.floor((Date.parse(one.due) - Date.parse(told.now)) / 86_400_000))
    expect(
      days.some((one) => one === 0) && days.some((one) => one === 1) && days.some((one) => one >= 6),
    ).toBe(true)
  })

  test('letters are letters: no placeholder, no two alike, no word our house does not use', () => {
    const texts = told.steps.flatMap(({ step }) => ('text' in step ? [step.text] : []))
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) {
      expect(text).not.toMatch(/\{\{|undefined|\[object|\bNaN\b|Invalid|[Ll]orem/)
      expect(text).not.toMatch(/\b(?:ticket|agent|user|SLA)\b/i)
    }
  })
})
