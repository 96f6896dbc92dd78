import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TeammateActor } from '#server/base/actor.ts'
import { assign, close } from '#server/conversations/state.ts'
import { letter, maria } from '#server/conversations/testing.ts'
import { follow, linkConversations, unlinkConversations } from '#server/conversations/ties.ts'
import { openRecovery } from '#server/recoveries/actions.ts'
import { putOn, retireTag, takeOff } from '#server/tags/actions.ts'
import { openReplies, type Replies } from './testing.ts'

let stage: Replies
/** Two others that may be linked. */
let beside: string[]
beforeAll(async () => {
  stage = await openReplies()
  beside = []
  for (const subject of ['The gate', 'The tap'])
    beside.push(
      (await letter(stage.db, { inboxId: stage.repairs, from: maria, subject, text: 'It squeaks.' }))
        .conversationId,
    )
})
afterAll(() => stage.close())

interface Side {
  tags: ('warranty' | 'winter')[]
  links: number[]
  draft: boolean
  note: boolean
  look: boolean
  follows: boolean
  assignee: 'ana' | 'ben' | null
  failed: boolean
  closed: boolean
}
const side = fc.record<Side>({
  tags: fc.subarray(['warranty', 'winter']),
  links: fc.subarray([0, 1]),
  draft: fc.boolean(),
  note: fc.boolean(),
  look: fc.boolean(),
  follows: fc.boolean(),
  assignee: fc.constantFrom('ana', 'ben', null),
  failed: fc.boolean(),
  closed: fc.boolean(),
})
const acts = fc.subarray(['tag', 'untag', 'follow', 'assign', 'write', 'unlink'] as const)

const one = (name: 'ana' | 'ben'): TeammateActor => stage[name]
const draftOf = async (id: string, kind: 'reply' | 'note', by: TeammateActor, text: string) => {
  const row = await stage.db
    .selectFrom('drafts')
    .select('version')
    .where('conversationId', '=', id)
    .where('teammateId', '=', by.id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  const kept = await stage.ask(by, 'PUT /conversations/{id}/drafts/{kind}', {
    params: { id, kind },
    body: { html: `<p>${text}</p>`, text, version: row?.version ?? 0 },
  })
  expect(kept.status).toBe(200)
}

let number = 0
async function made(of: Side): Promise<string> {
  const name = `Matter ${++number}`
  const { conversationId: id } = await letter(stage.db, {
    inboxId: stage.repairs,
    from: maria,
    subject: name,
    text: `${name} is cold.`,
  })
  for (const tag of of.tags) await putOn(stage.db, stage.ana, id, tag)
  for (const link of of.links) await linkConversations(stage.db, stage.ana, id, beside[link]!)
  if (of.draft) await draftOf(id, 'reply', stage.ana, `Reply to ${name}`)
  if (of.note) await draftOf(id, 'note', stage.ben, `Note on ${name}`)
  if (of.draft && of.look)
    await stage.ask(stage.ana, 'POST /conversations/{id}/second-looks', {
      params: { id },
      body: { teammateId: stage.ben.id },
    })
  if (of.follows) await follow(stage.db, stage.ben, id, true)
  if (of.assignee) await assign(stage.db, stage.ana, id, one(of.assignee).id)
  if (of.failed) await openRecovery(stage.db, stage.ana, id, { what: name, source: 'hand' })
  if (of.closed) await close(stage.db, stage.ana, id, 'nothing-more')
  return id
}

interface Seen {
  status: string
  assigneeId: string | null
  tags: string[]
  links: string[]
  drafts: Record<string, string>
  looks: string[]
  followers: string[]
  recoveries: Record<string, string>
  letters: string[]
}
async function seen(id: string): Promise<Seen> {
  const { rows } = await sql<Seen>`select c.status, c.assignee_id,
    array(select t.name from tags t where t.id = any(c.tags) order by 1) as tags,
    array(select (case when conversation_id = ${id} then other_id else conversation_id end)::text from conversation_links
      where ${id} in (conversation_id, other_id) order by 1) as links,
    coalesce((select jsonb_object_agg(kind, text) from drafts where conversation_id = ${id}), '{}') as drafts,
    array(select state::text from second_looks where conversation_id = ${id}) as looks,
    array(select teammate_id::text from followers where conversation_id = ${id} order by 1) as followers,
    coalesce((select jsonb_object_agg(what, coalesce(outcome, 'open')) from recoveries where conversation_id = ${id}), '{}') as recoveries,
    array(select text from messages where conversation_id = ${id} order by id) as letters
    from conversations c where c.id = ${id}`.execute(stage.db)
  return rows[0]!
}

describe('merging and parting', () => {
  it('finds both as they were, and what was done meanwhile where it was done', async () => {
    await fc.assert(
      fc.asyncProperty(side, side, fc.boolean(), acts, async (ofHome, ofOther, linked, done) => {
        const [home, other] = [await made(ofHome), await made(ofOther)]
        if (linked) await linkConversations(stage.db, stage.ana, home, other)
        const [before, itsBefore] = [await seen(home), await seen(other)]
        const merged = await stage.ask(stage.ana, 'POST /conversations/{id}/merging', {
          params: { id: home },
          body: { conversationId: other },
        })
        expect(merged.status).toBe(201)
        const [expected, itsExpected] = [structuredClone(before), structuredClone(itsBefore)]
        for (const act of done) await acted[act](home, expected, itsExpected)
        const parted = await stage.ask(stage.ana, 'DELETE /merges/{id}', {
          params: { id: merged.body.mergeId },
        })
        expect(parted.status).toBe(200)
        expect(await seen(home)).toEqual(expected)
        expect(await seen(other)).toEqual(itsExpected)
      }),
      { numRuns: 8, seed: 7 },
    )
  }, 180_000)

  it('gives it to nobody where whoever looked after it has left, and knows what a tag is called now', async () => {
    const [home, other] = [
      await made({ ...nothing, tags: [] }),
      await made({ ...nothing, assignee: 'ben', tags: ['winter'] }),
    ]
    const merged = await stage.ask(stage.ana, 'POST /conversations/{id}/merging', {
      params: { id: home },
      body: { conversationId: other },
    })
    const tag = async (name: string) =>
      (
        await stage.db
          .selectFrom('tags')
          .select('id')
          .where('name', '=', name)
          .where('retiredAt', 'is', null)
          .executeTakeFirstOrThrow()
      ).id
    await putOn(stage.db, stage.ana, beside[0]!, 'cold months')
    await retireTag(stage.db, stage.ana, await tag('winter'), await tag('cold months'))
    await sql`update teammates set left_at = clock_now() where id = ${stage.ben.id}`.execute(stage.db)
    // A column of later days has its own value, whatever the row said when it was kept.
    await sql`update merges set was = was #- '{row,harm}' #- '{row,talk_only}' where id = ${merged.body.mergeId}`.execute(
      stage.db,
    )
    await stage.ask(stage.ana, 'DELETE /merges/{id}', { params: { id: merged.body.mergeId } })
    expect(await seen(other)).toMatchObject({ assigneeId: null, tags: ['cold months'] })
    expect(await seen(home)).toMatchObject({ assigneeId: null, tags: [] })
    await sql`update teammates set left_at = null where id = ${stage.ben.id}`.execute(stage.db)
  })
})

const nothing: Side = {
  tags: [],
  links: [],
  draft: false,
  note: false,
  look: false,
  follows: false,
  assignee: null,
  failed: false,
  closed: false,
}

/** What is done to the one they are meanwhile, and what then is to be found of it. */
const acted = {
  async tag(id: string, home: Seen) {
    await putOn(stage.db, stage.ana, id, 'urgent part')
    home.tags = [...home.tags, 'urgent part'].sort()
  },
  /** Off is off, for both. */
  async untag(id: string, home: Seen, its: Seen) {
    const row = await stage.db
      .selectFrom('tags')
      .select('id')
      .where('name', '=', 'warranty')
      .executeTakeFirst()
    if (row) await takeOff(stage.db, stage.ana, id, row.id)
    for (const one of [home, its]) one.tags = one.tags.filter((tag) => tag !== 'warranty')
  },
  async follow(id: string, home: Seen) {
    await follow(stage.db, stage.ana, id, true)
    home.followers = [...home.followers, stage.ana.id].sort()
  },
  async assign(id: string, home: Seen, its: Seen) {
    const had = home.assigneeId ?? its.assigneeId
    await assign(stage.db, stage.ana, id, stage.ben.id)
    // Given to whom it has already, nothing was done.
    if (had !== stage.ben.id) home.assigneeId = stage.ben.id
  },
  /** Written on, a draft goes home with what came since; where two became one, it stays where it was written. */
  async write(id: string, home: Seen, its: Seen) {
    const text = 'Written on since'
    await draftOf(id, 'reply', stage.ana, text)
    const goesHome = its.drafts.reply !== undefined && home.drafts.reply === undefined
    if (goesHome) its.drafts.reply = text
    else {
      if (its.drafts.reply !== undefined) {
        delete its.drafts.reply
        its.looks = []
      }
      home.drafts.reply = text
    }
  },
  async unlink(id: string, home: Seen, its: Seen) {
    if (!home.links.includes(beside[0]!) && !its.links.includes(beside[0]!)) return
    await unlinkConversations(stage.db, stage.ana, id, beside[0]!)
    for (const one of [home, its]) one.links = one.links.filter((link) => link !== beside[0])
  },
}
