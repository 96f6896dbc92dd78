import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { letter, maria, openStage, type Stage } from '#server/conversations/testing.ts'
import { takeDealings } from '#server/dealings/actions.ts'
import { switchPractice } from '#server/team/practices.ts'
import { timelineOf } from './timeline.ts'

const many = 2000

describe('everything between a person and us, over years', () => {
  let stage: Stage
  let mariaId: string
  beforeAll(async () => {
    stage = await openStage()
    const came = await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'The first letter.' })
    mariaId = came.customerId
    await sql`insert into messages select (jsonb_populate_record(m, jsonb_build_object(
        'id', 'msg_' || lpad(n::text, 22, '0'),
        'at', m.at - make_interval(hours => n), 'text', 'Letter ' || n))).*
      from messages m, generate_series(1, ${many - 1}) n where m.id = ${came.messageId}`.execute(stage.db)
    await switchPractice(stage.db, tend, 'dealings', true)
    await takeDealings(stage.db, stage.ana, {
      inboxId: stage.repairs,
      dryRun: false,
      items: Array.from({ length: 3 }, (_, n) => ({
        kind: 'visit' as const,
        what: `Visit ${n}`,
        at: new Date(Date.now() - (n + 1) * 30 * 86_400_000).toISOString(),
        amount: null,
        currency: null,
        who: { email: maria.email },
      })),
    })
    await sql`analyze messages`.execute(stage.db)
  })
  afterAll(() => stage.close())

  it('is walked through page by page, each line once, the newest first, with what they bought in its place', async () => {
    const ids: string[] = []
    const times: string[] = []
    let after: string | undefined
    do {
      const page = await timelineOf(stage.db, stage.ana, mariaId, { limit: 100, ...(after && { after }) })
      for (const item of page.items) {
        ids.push(item.id)
        times.push(item.at)
      }
      after = page.next ?? undefined
    } while (after)
    expect(new Set(ids).size).toBe(many + 3)
    expect(ids).toHaveLength(many + 3)
    expect(times).toEqual(times.toSorted().toReversed())
    expect(ids.filter((id) => id.startsWith('dea_'))).toHaveLength(3)
  })

  it('shows another inbox nothing of it', async () => {
    await letter(stage.db, { inboxId: stage.bakery, from: maria, text: 'Rye, please.' })
    const { items } = await timelineOf(stage.db, stage.tomas, mariaId, { limit: 100 })
    expect(items.map((item) => item.text)).toEqual(['Rye, please.'])
  })
})
