import { describe, expect, it } from 'vitest'
import type { DraftContext } from './draft.ts'
import { stepsIn } from './recovery.ts'
import { asksAfterwards, givesExtra, namesCost } from './recoveryWords.ts'

const context = (message: string): DraftContext => ({
  channel: 'email',
  customer: { name: 'Amara Okonkwo', preferredName: 'Amara', message },
  ours: { writer: 'Inês Duarte', firstReply: true, fault: 'ours' },
  ref: '2026-11-25T09:00',
  tz: 'Europe/Lisbon',
})

describe('which steps of making right a letter does', () => {
  const cake =
    'Your van has just brought the cake a day early. It stands in a hall without cooling and the top tier has begun to lean. The wedding is tomorrow. What now?'

  it('finds each with its sentence, in the order of the text', () => {
    const found = stepsIn(
      'Amara,\n\nYou stand in a hall without cooling the evening before a wedding you have carried for a year. I am sorry, I read the wrong line. We bake the cake again tonight. I will have it in the hall by 10:00 tomorrow. The second cake costs nothing. I will call on Friday to hear whether it tasted right.\n\nInês',
      context(cake),
    )
    expect(found.map((one) => one.step)).toEqual([
      'acknowledge',
      'apologise',
      'fix',
      'explain',
      'extra',
      'check',
    ])
    expect(found.find((one) => one.step === 'explain')?.text).toContain('10:00')
    expect(found.find((one) => one.step === 'apologise')?.text).toContain('wrong line')
  })

  it('finds nothing in what does nothing', () => {
    const steps = (letter: string) => stepsIn(letter, context(cake)).map((one) => one.step)
    expect(
      steps('Dear customer,\n\nWe regret any inconvenience caused. Your case has been forwarded.'),
    ).toEqual([])
    expect(steps('Amara,\n\nSorry if you were upset. We are looking into it.\n\nInês')).toEqual([])
  })

  it('knows the fix that stands before the sorry', () => {
    const found = stepsIn(
      'Amara,\n\nWe bake the cake again tonight and bring it tomorrow at 10:00. I am sorry, I read the wrong line.\n\nInês',
      context(cake),
    )
    const [fix, sorry] = ['fix', 'apologise'].map((step) => found.findIndex((one) => one.step === step))
    expect(fix).toBeGreaterThanOrEqual(0)
    expect(fix).toBeLessThan(sorry!)
  })
})

it('tells a little extra, a question for later, and what it cost them', () => {
  expect(
    ['This visit is on us.', 'You pay nothing for the second one.', 'I put in a bag of figs for you.'].map(
      givesExtra,
    ),
  ).toEqual([true, true, true])
  expect(
    ['The valve is on the shelf.', 'I will see whether it falls on us.', 'You paid 40 EUR.'].map(givesExtra),
  ).toEqual([false, false, false])
  expect(
    ['I will ring you on Friday to hear if it stayed warm.', 'I am checking back on Monday.'].map(
      asksAfterwards,
    ),
  ).toEqual([true, true])
  expect(
    [
      'I will call you tomorrow.',
      'I will call you by 17:00 with what he found, also if it is bad news.',
      'Ben will check the valve today.',
      'I will see that it leaves.',
    ].map(asksAfterwards),
  ).toEqual([false, false, false, false])
  expect(
    namesCost('Two evenings at the neighbour’s stove is not fair on you.', [
      'we cooked at the neighbour for two evenings',
    ]),
  ).toBe(true)
  expect(namesCost('We have refunded the valve.', ['two cold evenings'])).toBe(false)
  expect(namesCost('Anything.', [])).toBe(false)
})
