import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TeammateActor } from '#server/base/actor.ts'
import { Problem } from '#server/base/errors.ts'
import { keepDraft } from '#server/conversations/drafts.ts'
import { letter, maria } from '#server/conversations/testing.ts'
import { sendReply } from './actions.ts'
import { openReplies, type Replies } from './testing.ts'

// U7: two people answer the same person at once, in so many orders (25; `TEND_INTERLEAVINGS=100` for the whole goal), some of their presses truly at the same moment. Nobody sends
// past what they have not seen, and no word is lost.

const orders = Number(process.env.TEND_INTERLEAVINGS ?? 25)

let stage: Replies
beforeAll(async () => {
  stage = await openReplies()
})
afterAll(() => stage.close())

/** The same order for the same number (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A person at their screen, as the web app keeps it: what they have seen, the words in the composer, the draft's version. */
function person(by: TeammateActor, id: string) {
  let seen = 'msg_0'
  let words = ''
  let version = 0
  const known = new Set<string>()
  const typed: string[] = []
  const blind: string[] = []
  return {
    typed,
    blind,
    async read() {
      const messages = await stage.db
        .selectFrom('messages')
        .select('id')
        .where('conversationId', '=', id)
        .orderBy('createdAt')
        .execute()
      for (const message of messages) known.add(message.id)
      seen = messages.at(-1)!.id
    },
    async type() {
      const word = `${by.name.split(' ')[0]}${typed.length}`
      typed.push(word)
      words = `${words} ${word}`.trim()
      const draft = { html: `<p>${words}</p>`, text: words, to: [], cc: [], attachments: [] }
      version = (await keepDraft(stage.db, by, id, 'reply', { ...draft, version })).version
    },
    async send() {
      if (!words) return
      try {
        const { messageId } = await sendReply(stage.house, by, {
          conversationId: id,
          text: words,
          seen,
          anyway: false,
          promises: [],
          attachments: [],
          answeredAsks: [],
          undoSeconds: 0,
          afterwards: 'waiting',
          clientKey: null,
        })
        for (const other of await writtenBefore(id, messageId, by.id))
          if (!known.has(other)) blind.push(messageId)
        known.add(messageId)
        seen = messageId
        words = ''
        version = 0
      } catch (error) {
        if (!(error instanceof Problem) || error.type !== 'crossed') throw error
        // They stand above the kept words now; the next press has seen them.
        const { messages } = error.extra as { messages: { id: string }[] }
        for (const message of messages) known.add(message.id)
        seen = messages.at(-1)!.id
      }
    },
  }
}

/** Letters of others that were there when it was written. */
async function writtenBefore(id: string, messageId: string, me: string): Promise<string[]> {
  const rows = await stage.db
    .selectFrom('messages')
    .select(['id', 'authorId'])
    .where('conversationId', '=', id)
    .where('direction', '!=', 'note')
    .where('createdAt', '<', (e) => e.selectFrom('messages').select('createdAt').where('id', '=', messageId))
    .execute()
  return rows.filter((row) => row.authorId !== me).map((row) => row.id)
}

async function play(seed: number) {
  const next = chance(seed)
  const { conversationId: id } = await letter(stage.db, {
    inboxId: stage.repairs,
    from: maria,
    text: 'When will somebody come?',
  })
  const two = [person(stage.ana, id), person(stage.ben, id)] as const
  for (const one of two) await one.read()
  const step = (one: (typeof two)[number]) => {
    const what = next()
    return what < 0.35 ? one.type() : what < 0.8 ? one.send() : one.read()
  }
  for (let round = 0; round < 5; round++) {
    const what = next()
    if (what < 0.15)
      await letter(stage.db, {
        inboxId: stage.repairs,
        from: maria,
        conversationId: id,
        text: `And ${round}?`,
      })
    else if (what < 0.55) await Promise.all(two.map(step))
    else await step(two[what < 0.775 ? 0 : 1])
  }
  // Whoever still has words sends them, after looking at what crossed.
  for (const one of two) {
    await one.send()
    await one.send()
  }
  return { id, two }
}

it(`lets nobody answer past what they have not seen, and loses no word, in ${orders} orders of two`, async () => {
  let crossed = 0
  const seeds = Array.from({ length: orders }, (_, index) => index + 1)
  // Some at once: each has a conversation of its own.
  for (let at = 0; at < orders; at += 5)
    for (const many of await Promise.all(seeds.slice(at, at + 5).map(judge))) if (many) crossed++
  // Orders in which only one of them ever answers would prove nothing.
  expect(crossed).toBeGreaterThan(orders / 4)
}, 180_000)

/** Whether both answered. */
async function judge(seed: number): Promise<boolean> {
  const { id, two } = await play(seed)
  const sent = await stage.db
    .selectFrom('messages')
    .select('text')
    .where('conversationId', '=', id)
    .where('direction', '=', 'out')
    .execute()
  const kept = await stage.db.selectFrom('drafts').select('text').where('conversationId', '=', id).execute()
  const all = [...sent, ...kept].flatMap((row) => row.text.split(/\s+/))
  for (const one of two) {
    expect(one.blind, `order ${seed}`).toEqual([])
    for (const word of one.typed)
      expect(
        all.filter((other) => other === word),
        `order ${seed}, ${word}`,
      ).toHaveLength(1)
  }
  return sent.length > 1
}
