import { expect, it } from 'vitest'
import { maria } from '#cast/cast.ts'
import type { Conversation } from '#contract/conversations.ts'
import { leftOutOfCopy } from './leftOutOfCopy.ts'

const ours = ['repairs@casa-amaral.example']
const neighbours = (n: number) =>
  Array.from({ length: n }, (_, at) => ({ name: null, email: `flat${at}@rua-larga.example` }))
const letterTo = (n: number, role: 'cc') =>
  ({
    messages: [
      {
        direction: 'in',
        held: false,
        from: { name: maria.name, email: maria.email },
        to: [{ name: null, email: ours[0] }],
        cc: neighbours(n),
      },
    ],
    participants: [
      { name: maria.name, email: maria.email, role: 'requester' },
      ...neighbours(Math.min(n, 50)).map((one) => ({ ...one, role })),
    ],
  }) as unknown as Conversation

it('counts who stood in copy and gets no answer, where there were too many', () => {
  expect(leftOutOfCopy(letterTo(200, 'cc'), ours)).toBe(150)
  expect(leftOutOfCopy(letterTo(50, 'cc'), ours)).toBe(0)
  expect(leftOutOfCopy({ messages: [], participants: [] }, ours)).toBe(0)
})
