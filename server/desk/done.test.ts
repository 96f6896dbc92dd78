import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Filter, Part } from '#contract/filters.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { close } from '#server/conversations/state.ts'
import { joao, letter, maria, openStage, type Stage } from '#server/conversations/testing.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { listConversations } from './lists.ts'

// A list of somebody's own making that holds what is done, too: behind all that is in hand, and however much was ever done.

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { db, ana, repairs, bakery } = stage
  const write = async (subject: string, more: { inboxId?: string; isUpset?: boolean; isDone?: boolean }) => {
    const { conversationId, messageId } = await letter(db, {
      inboxId: more.inboxId ?? repairs,
      from: more.isUpset ? maria : joao,
      subject,
      text: 'About the boiler.',
    })
    const by = { ...ana, inboxIds: [repairs, bakery] }
    if (more.isUpset)
      await recordReading(db, by, {
        conversationId,
        messageId,
        asks: [],
        signals: { upset: 0.9, thanks: 0.1 },
        evidence: [],
        praised: [],
      })
    if (more.isDone) await close(db, by, conversationId, 'thanks')
  }
  for (const n of [1, 2]) await write(`upset ${n}`, { isUpset: true })
  await write('calm', {})
  await write('upset and done', { isUpset: true, isDone: true })
  await write('calm and done', { isDone: true })
  await write('a cake', { inboxId: bakery, isUpset: true, isDone: true })
})
afterAll(() => stage.close())

const any = (...of: Part[]) => ({ match: 'any', of }) as Filter
const all = (...of: Part[]) => ({ match: 'all', of }) as Filter
const upsetOrLate = any(
  { on: 'mood', is: ['upset'], not: false },
  { on: 'promise', is: ['late'], not: false },
)
const page = (
  filter: Filter,
  more: { after?: string; limit?: number; inbox?: string } = {},
  by = stage.ana,
) => listConversations(stage.db, by, { filter: JSON.stringify(filter), limit: 50, ...more })
const found = async (filter: Filter, by = stage.ana) =>
  (await page(filter, {}, by)).items.map((row) => row.subject).sort()

describe('what is done, in a list of one’s own', () => {
  it('is found among the few that can fit, within the walls', async () => {
    expect(await found(upsetOrLate)).toEqual(['upset 1', 'upset 2', 'upset and done'])
    expect(await found(upsetOrLate, stage.tomas)).toEqual(['a cake'])
    expect((await page(upsetOrLate, { inbox: stage.bakery })).items).toEqual([])
    expect(await found(all({ on: 'status', is: ['closed'], not: false }, upsetOrLate))).toEqual([
      'upset and done',
    ])
    expect(await found(any({ on: 'status', is: ['closed'], not: false }, upsetOrLate))).toEqual([
      'calm and done',
      'upset 1',
      'upset 2',
      'upset and done',
    ])
    expect(await found(all({ on: 'mood', is: ['upset'], not: true }))).toEqual(['calm', 'calm and done'])
    expect(await found(all({ on: 'mood', is: ['thanks'], not: false }))).toEqual([])
  })

  it('is found as well where too many can fit to be looked up', async () => {
    const undo = new Error('as before')
    const asked = transaction(stage.db, async (trx) => {
      await sql`insert into readings (conversation_id, message_id, signals, evidence)
        select 'cnv_' || lpad(n::text, 22, '0'), 'msg_' || lpad(n::text, 22, '0'), '{"upset": 0.9}', '[]' from generate_series(1, 2001) n`.execute(
        trx,
      )
      const rows = await listConversations(trx as never, stage.ana, {
        filter: JSON.stringify(upsetOrLate),
        limit: 50,
      })
      expect(rows.items.map((row) => row.subject).sort()).toEqual(['upset 1', 'upset 2', 'upset and done'])
      throw undo
    })
    await expect(asked).rejects.toBe(undo)
  })

  it('begins on a page of its own where what is in hand fills one, and that page may be empty', async () => {
    const first = await page(upsetOrLate, { limit: 2 })
    expect(first.items.map((row) => row.subject).sort()).toEqual(['upset 1', 'upset 2'])
    const second = await page(upsetOrLate, { limit: 2, after: first.next! })
    expect(second).toMatchObject({ items: [{ subject: 'upset and done' }], next: null })
    const calm = all({ on: 'mood', is: ['upset'], not: true }, { on: 'status', is: ['open'], not: false })
    const full = await page(calm, { limit: 1 })
    expect(full.items.map((row) => row.subject)).toEqual(['calm'])
    expect(await page(calm, { limit: 1, after: full.next! })).toEqual({ items: [], next: null })
  })

  it('is told to take too long to whoever pages on, and what is in hand is shown all the same', async () => {
    const filter = any({ on: 'file', not: false }, { on: 'status', is: ['open'], not: false })
    const { items } = await page(filter)
    expect(items.map((row) => row.subject).sort()).toEqual(['calm', 'upset 1', 'upset 2'])
    const { db, letGo } = whoseDoneIsHeld()
    const ask = (after?: string) =>
      listConversations(db, stage.ana, { filter: JSON.stringify(filter), limit: 50, after })
    try {
      const shown = await ask()
      expect(shown.items).toEqual(items)
      expect(shown.next).not.toBeNull()
      await expect(ask(shown.next!)).rejects.toMatchObject({ status: 422, type: 'too-wide' })
      await letGo()
      expect(
        await listConversations(stage.db, stage.ana, {
          filter: JSON.stringify(filter),
          limit: 50,
          after: shown.next!,
        }),
      ).toEqual({ items: [], next: null })
    } finally {
      await letGo()
    }
  })
})

/** The desk's database, where somebody holds the table of files from the moment on that is asked for what is done: longer than any patience. */
function whoseDoneIsHeld(): { db: Db; letGo(): Promise<void> } {
  let letGo = () => {}
  let held: Promise<unknown> | undefined
  const hold = () =>
    new Promise<void>((isHeld) => {
      held = transaction(stage.db, async (trx) => {
        await sql`lock table attachments in access exclusive mode`.execute(trx)
        isHeld()
        await new Promise<void>((resolve) => (letGo = resolve))
      })
    })
  let patiences = 0
  const db = stage.db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      const isOfPatience = result.rows.some((row) => 'setConfig' in row || 'set_config' in row)
      // The first is for what is in hand.
      if (isOfPatience && ++patiences === 2) await hold()
      return result
    },
  })
  return {
    db: db as Db,
    async letGo() {
      letGo()
      await held
    },
  }
}
