import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { customers } from '#cast/cast.ts'
import { type Arrived, type Entry, newToken, type Shown, settleAccounts } from './ledger.ts'

// The judge is judged: a day without a fault, and the same day with one fault each.
const { maria, paul } = customers

interface Day {
  letters: Entry[]
  replies: Entry[]
  shown: Shown[]
  arrived: Arrived[]
}

const bytes = (token: string, to: string, more = '', id = idOf(token)): Arrived => {
  const raw = `To: ${to}\r\nMessage-ID: <${id}.signed@casa-amaral.example>\r\n\r\n${token}${more}\r\n`
  return {
    raw,
    to: [to],
    sha256: createHash('sha256').update(raw).digest('hex'),
    messageId: `<${id}.signed@casa-amaral.example>`,
  }
}
/** As Tend makes a Message-ID: from the message's own id. */
const idOf = (token: string) => token.replace('TKN-', 'msg_')
const accepted = (to: string) => [{ to, state: 'accepted', detail: null }]

function soundDay(): Day {
  const letters = [1, 2, 3].map(() => ({ token: newToken(), acknowledged: true }))
  const replies = [maria, paul, maria].map(({ email }) => ({
    token: newToken(),
    to: email,
    acknowledged: true,
  }))
  return {
    letters,
    replies,
    shown: [
      ...letters.map(({ token }) => ({
        text: token,
        direction: 'in' as const,
        delivery: [],
        flagged: false,
      })),
      ...replies.map(({ token, to }) => ({
        id: idOf(token),
        text: token,
        direction: 'out' as const,
        delivery: accepted(to),
        flagged: false,
      })),
    ],
    arrived: replies.map(({ token, to }) => bytes(token, to)),
  }
}

const faults: [name: string, sabotage: (day: Day) => void, caught: (day: Day) => object][] = [
  [
    'an acknowledged letter was dropped',
    (day) => day.shown.shift(),
    (day) => ({ storedOnce: 2, missing: [day.letters[0]!.token] }),
  ],
  [
    'a letter was stored twice',
    (day) => day.shown.push(day.shown[0]!),
    (day) => ({ storedOnce: 2, twice: [day.letters[0]!.token] }),
  ],
  [
    'a reply was acknowledged and forgotten',
    (day) => {
      day.shown.pop()
      day.arrived.pop()
    },
    (day) => ({ deliveredOnce: 2, missing: [day.replies[2]!.token] }),
  ],
  [
    'a reply is shown and never left',
    (day) => day.arrived.pop(),
    (day) => ({ deliveredOnce: 2, missing: [day.replies[2]!.token] }),
  ],
  [
    'a reply left twice, and nobody said so',
    (day) => day.arrived.push(day.arrived[0]!),
    (day) => ({ deliveredOnce: 2, twice: [day.replies[0]!.token] }),
  ],
  [
    'one press of Send became two messages',
    (day) => day.shown.push(day.shown[3]!),
    (day) => ({ twice: [day.replies[0]!.token] }),
  ],
  [
    'the recipients of two replies were swapped',
    (day) => {
      const [first, second] = day.arrived as [Arrived, Arrived]
      ;[first.to, second.to] = [second.to, first.to]
    },
    (day) => ({
      deliveredOnce: 1,
      astray: [day.replies[0]!.token, day.replies[1]!.token],
      missing: [day.replies[0]!.token, day.replies[1]!.token],
    }),
  ],
  [
    'the words of two replies to one person were swapped',
    (day) => {
      const [first, , third] = day.replies
      day.arrived[0] = bytes(third!.token, maria.email, '', idOf(first!.token))
      day.arrived[2] = bytes(first!.token, maria.email, '', idOf(third!.token))
    },
    (day) => ({ changed: [day.replies[0]!.token, day.replies[2]!.token] }),
  ],
  [
    'somebody else got a copy as well',
    (day) => day.arrived[0]!.to.push(paul.email),
    (day) => ({ astray: [day.replies[0]!.token] }),
  ],
  [
    'the second try was written anew, though flagged',
    (day) => {
      day.shown[3]!.flagged = true
      day.arrived.push(bytes(day.replies[0]!.token, maria.email, ' again'))
    },
    (day) => ({ changed: [day.replies[0]!.token], unknown: [day.replies[0]!.token], deliveredOnce: 2 }),
  ],
  [
    'two letters were told as one',
    (day) => {
      day.shown[0]!.text = `${day.shown[0]!.text} ${day.letters[1]!.token}`
    },
    (day) => ({ storedOnce: 2, twice: [day.letters[1]!.token] }),
  ],
]

const sound = {
  storedOnce: 3,
  deliveredOnce: 3,
  missing: [],
  twice: [],
  unknown: [],
  astray: [],
  changed: [],
}

describe('the judge of the kills', () => {
  test('finds nothing on a sound day', () => {
    expect(settleAccounts(soundDay())).toMatchObject({ letters: 3, replies: 3, ...sound })
  })
  test('allows what was flagged at the final dot, and a letter nobody was told was kept', () => {
    const day = soundDay()
    day.shown[3]!.flagged = true
    day.arrived.push(day.arrived[0]!)
    day.letters.push({ token: newToken(), acknowledged: false })
    expect(settleAccounts(day)).toMatchObject({
      ...sound,
      deliveredOnce: 2,
      unknown: [day.replies[0]!.token],
    })
  })
  test.each(faults)('catches that %s', (_, sabotage, caught) => {
    const day = soundDay()
    sabotage(day)
    const { letters: _letters, replies: _replies, ...account } = settleAccounts(day)
    const expected = { ...sound, ...caught(day) }
    for (const list of [account.missing, account.twice, account.astray, account.changed]) list.sort()
    for (const list of Object.values(expected)) if (Array.isArray(list)) (list as string[]).sort()
    expect(account).toEqual(expected)
  })
})
