import { afterAll, beforeAll, expect, test } from 'vitest'
import { customers, inboxes, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { chance } from './chance.ts'
import { type Client, clientOf, Refused } from './client.ts'
import { leaveNothing, type RunningTend, startTend } from './house.ts'
import { openPostOffice, type PostOffice } from './post.ts'
import { until } from './until.ts'

// UX.md U7 by the API: two people at the same letter. What one writes while the other has already answered is stopped, shown
// and never lost; and nobody's words are overwritten by their own second window.
const patient = 300_000
/** U7 asks for a hundred; a daily run makes fewer. */
const rounds = Number(process.env.TEND_INTERLEAVINGS ?? 30)
const dice = chance()
const repairs = inboxes.repairs.address
let tend: RunningTend
let office: PostOffice
let people: Client[]

beforeAll(async () => {
  office = await openPostOffice()
  tend = await startTend({ env: { TEND_OUTBOUND_SMTP: office.url } })
  const admin = await tend.admin()
  const inbox = await admin.call('POST /inboxes', { body: inboxes.repairs })
  people = await Promise.all(
    [teammates.ana, teammates.ben].map(async ({ name, email, role }) => {
      const { id } = await admin.call('POST /teammates', { body: { name, email, role, inboxes: [inbox.id] } })
      const { key } = await admin.call('POST /teammates/{id}/keys', { params: { id }, body: {} })
      return clientOf(tend.url, key)
    }),
  )
}, patient)
afterAll(async () => {
  await leaveNothing()
  await office?.close()
}, patient)

/** One person's minute at the desk, step by step; chance mixes the steps of two. */
class Desk {
  readonly words: string
  sent: { messageId: string; knew: Set<string> } | null = null
  stopped = 0
  #seen = ''
  #version = 0
  #knows = new Set<string>()
  readonly #client: Client
  readonly #params: { id: string }

  constructor(client: Client, conversationId: string, words: string) {
    this.#client = client
    this.#params = { id: conversationId }
    this.words = words
  }

  async open(): Promise<void> {
    const read = await this.#client.call('GET /conversations/{id}', { params: this.#params })
    this.#seen = read.seen
    for (const message of read.messages) this.#knows.add(message.id)
  }

  async keepDraft(): Promise<void> {
    const { version } = await this.#client.call('PUT /conversations/{id}/drafts/{kind}', {
      params: { ...this.#params, kind: 'reply' },
      body: { html: `<p>${this.words}</p>`, text: this.words, version: this.#version },
    })
    this.#version = version
  }

  /** A second window, opened before: its older words must not win. */
  async oldWindow(): Promise<void> {
    if (this.#version === 0) return
    const refused = await this.#client
      .call('PUT /conversations/{id}/drafts/{kind}', {
        params: { ...this.#params, kind: 'reply' },
        body: { html: '<p>Old words</p>', text: 'Old words', version: this.#version - 1 },
      })
      .then(
        () => null,
        (error: Refused) => error,
      )
    expect(refused?.status).toBe(409)
  }

  async send(): Promise<void> {
    const knew = new Set(this.#knows)
    try {
      const { messageId } = await this.#client.call('POST /conversations/{id}/replies', {
        params: this.#params,
        headers: { 'idempotency-key': crypto.randomUUID() },
        body: { text: this.words, seen: this.#seen },
      })
      this.sent = { messageId, knew }
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 409) throw error
      this.stopped++
      // Stopped: the other's words stand beside mine, and mine are still in the draft.
      const crossed = error.problem.messages as { id: string; text: string }[]
      expect(crossed.length).toBeGreaterThan(0)
      const read = await this.#client.call('GET /conversations/{id}', { params: this.#params })
      if (this.#version) expect(read.drafts.find((one) => one.kind === 'reply')?.text).toBe(this.words)
    }
  }
}

test(`${rounds} interleavings: no double reply that its writer has not seen, no word lost`, {
  timeout: Math.max(patient, rounds * 10_000),
}, async () => {
  console.log(`two people: TEND_SEED=${dice.seed}`)
  let stopped = 0
  for (let round = 0; round < rounds; round++) {
    const { conversationId } = await people[0]!.handIn(
      await rawMail({
        from: customers.viktor,
        to: repairs,
        subject: `The contract, question ${round}`,
        text: 'Could you look at the pump before winter?',
        date: new Date(),
      }),
    )
    const desks = people.map(
      (client, index) => new Desk(client, conversationId!, `Answer ${round} of ${index ? 'Ben' : 'Ana'}`),
    )
    for (const desk of desks) await desk.open()
    const step = (desk: Desk, name: 'keepDraft' | 'oldWindow' | 'send') => () => desk[name]()
    const lanes = desks.map((desk) => [
      step(desk, 'keepDraft'),
      ...(dice.happens(0.5) ? [step(desk, 'oldWindow')] : []),
      step(desk, 'send'),
    ])
    const atOnce = dice.happens(0.4)
    while (lanes.some((lane) => lane.length > 0)) {
      const next = lanes.filter((lane) => lane.length > 0)
      // Sometimes both press at the very same moment, else one after the other in any order.
      const now = atOnce && next.length === 2 ? next : [dice.pick(next)]
      await Promise.all(now.map((lane) => lane.shift()!()))
    }
    const unseenDoubles = desks.filter((desk) => {
      const other = desks.find((one) => one !== desk)!
      return (
        desk.sent &&
        other.sent &&
        !desk.sent.knew.has(other.sent.messageId) &&
        !other.sent.knew.has(desk.sent.messageId)
      )
    })
    expect(
      unseenDoubles.map((desk) => desk.words),
      `seed ${dice.seed}, round ${round}`,
    ).toEqual([])
    expect(desks.filter((desk) => desk.sent).length, `seed ${dice.seed}, round ${round}`).toBe(1)
    stopped += desks[0]!.stopped + desks[1]!.stopped
    // Whoever was stopped reads what came, and sends on purpose: now it goes, and is the second in order.
    const second = desks.find((desk) => !desk.sent)!
    await second.open()
    await second.send()
    expect(second.sent).not.toBeNull()
    const { messages, drafts } = await people[0]!.call('GET /conversations/{id}', {
      params: { id: conversationId! },
    })
    expect(
      messages
        .filter((one) => one.direction === 'out')
        .map((one) => one.text)
        .sort(),
    ).toEqual(desks.map((desk) => desk.words).sort())
    expect(drafts.filter((draft) => draft.text === 'Old words')).toEqual([])
  }
  expect(stopped).toBe(rounds)
  const all = await until('all have left', () => office.letters.length >= rounds * 2 && office.letters)
  expect(all.length).toBe(rounds * 2)
})

test('the same key pressed fifty times at once is one letter; with other words it is refused', {
  timeout: patient,
}, async () => {
  const { conversationId } = await people[0]!.handIn(
    await rawMail({
      from: customers.edith,
      to: repairs,
      subject: 'The hall',
      text: 'It is cold.',
      date: new Date(),
    }),
  )
  const before = office.letters.length
  const press = (text: string) =>
    people[0]!
      .call('POST /conversations/{id}/replies', {
        params: { id: conversationId! },
        headers: { 'idempotency-key': 'one-press' },
        body: { text },
      })
      .then(
        ({ messageId }) => messageId,
        (error: Refused) => error.status,
      )
  const answers = await Promise.all(Array.from({ length: 50 }, () => press('We come at noon.')))
  const ids = new Set(answers.filter((one) => typeof one === 'string'))
  expect(ids.size).toBe(1)
  expect(answers.filter((one) => typeof one === 'number' && one !== 409)).toEqual([])
  expect(ids).toContain(await press('We come at noon.'))
  expect(await press('We come at one.')).toBe(422)
  await until('it has left', () => office.letters.length > before)
  const { messages } = await people[0]!.call('GET /conversations/{id}', { params: { id: conversationId! } })
  expect(messages.filter((one) => one.direction === 'out')).toHaveLength(1)
})
