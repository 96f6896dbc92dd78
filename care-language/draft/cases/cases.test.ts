import { expect, test } from 'vitest'
import { readDraft } from '../../draft.ts'
import type { Case } from './case.ts'
import { counters } from './counters.ts'
import { gardens } from './gardens.ts'
import { harbours } from './harbours.ts'
import { houses } from './houses.ts'
import { orchards } from './orchards.ts'
import { roads } from './roads.ts'
import { rooms } from './rooms.ts'
import { stations } from './stations.ts'
import { streets } from './streets.ts'
import { tables } from './tables.ts'
import { yards } from './yards.ts'

const cases: Case[] = [
  ...houses,
  ...tables,
  ...counters,
  ...roads,
  ...streets,
  ...yards,
  ...rooms,
  ...harbours,
  ...gardens,
  ...stations,
  ...orchards,
]

function readCase(one: Case, draft: string) {
  return readDraft(draft, {
    channel: one.channel ?? 'email',
    customer: {
      name: one.to,
      preferredName: one.called ?? one.to.split(' ')[0]!,
      message: one.message,
    },
    ours: { writer: one.writer ?? '', firstReply: !one.later, fault: one.fault },
    ref: '2026-11-25T09:00',
    tz: 'Europe/Lisbon',
  })
}

for (const one of cases)
  for (const [at, { draft, is, asks, says, sends }] of one.drafts.entries())
    test(`${one.to}, draft ${at + 1}: ${draft.replace(/\s+/g, ' ').slice(0, 60)}`, () => {
      const reading = readCase(one, draft)
      const said = reading.observations.filter((o) => o.severity !== 'note').map((o) => o.id)
      expect
        .soft(Object.fromEntries(Object.keys(is ?? {}).map((mark) => [mark, reading.labels[mark as never]])))
        .toEqual(is ?? {})
      for (const [ask, answered] of Object.entries(asks ?? {}))
        expect
          .soft([ask, reading.asks.find((found) => found.text.includes(ask))?.answered])
          .toEqual([ask, answered])
      // Kind and empty, or only empty: either may be said for the other.
      const heard = said.includes('empathy.only') ? [...said, 'next.missing'] : said
      for (const id of says ?? []) expect.soft(heard).toContain(id)
      if (sends) expect.soft(said).toEqual([])
    })
