import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { customers, inboxes, people, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import type { Promised } from '#contract/promises.ts'
import { chance } from './chance.ts'
import { type Client, clientOf, Refused } from './client.ts'
import { launchTend, leaveNothing, newDataFolder, type RunningTend, startTend } from './house.ts'
import { type Account, type Entry, inOneLine, newToken, type Shown, settleAccounts } from './ledger.ts'
import { openPostOffice, sendBySmtp } from './post.ts'
import { until } from './until.ts'

/**
 * TRUST.md §8, X1 and X3 in small: enough to meet every moment of a letter's way in and of an answer's way out. Eight take
 * about a minute; `TEND_KILLS=50` before a release.
 */
const kills = Number(process.env.TEND_KILLS) || 8
const patient = 30 * 60_000
const dice = chance()
const repairs = inboxes.repairs.address
const { ana } = teammates
const { maria, paul, clara, edith } = customers

afterAll(leaveNothing, patient)

/** Far ahead, so that none fires before its turn. */
const due = new Date(Date.now() + 30 * 86_400_000)

interface Queued extends Entry {
  to: string
  conversationId: string
  promised: boolean
  messageId?: string
}

/** The program that lives at the moment; between a kill and the next start there is none. */
interface Scene {
  tend: RunningTend | null
  key: string
  conversations: { id: string; to: string }[]
  letters: Entry[]
  replies: Queued[]
  acknowledged: number
  over: boolean
}

const nobodyHome = new Error('nobody is there at the moment')
const clientFor = (scene: Scene): Client => {
  if (!scene.tend) throw nobodyHome
  return clientOf(scene.tend.url, scene.key)
}

/** Tries until it was said that it is done, as every mail server and every careful client does. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      // 409: the same request is still at work in a program that has just been told to die.
      const final = error instanceof Refused && error.status < 500 && error.status !== 409
      if (final) throw error
      await pause(error instanceof Refused ? 300 : 40)
    }
  }
}

/** A mail server with one letter after the other: each is tried again, the same bytes, until its 250. */
async function keepWriting(scene: Scene): Promise<void> {
  while (!scene.over) {
    const token = newToken()
    const entry: Entry = { token, acknowledged: false }
    const from = dice.pick(Object.values(people))
    const raw = await rawMail({
      from,
      to: repairs,
      subject: `The tap in the yard ${scene.letters.length}`,
      text: `Good morning,\n\nthe tap drips again, ${token}. When could you come?\n\n${from.name}`,
      messageId: `${token}@mail.example`,
      date: new Date(),
    })
    scene.letters.push(entry)
    await insist(async () => {
      if (!scene.tend) throw nobodyHome
      await sendBySmtp(scene.tend.smtpPort, { raw, from: from.email, to: repairs })
    })
    entry.acknowledged = true
    scene.acknowledged++
  }
}

/** A colleague who answers one after the other, each with a key, so that pressing Send again is harmless. */
async function keepAnswering(scene: Scene, late: Promise<unknown>[]): Promise<void> {
  while (!scene.over) {
    if (!scene.tend) {
      await pause(20)
      continue
    }
    const { id, to } = dice.pick(scene.conversations)
    const promised = dice.happens(0.4)
    const entry: Queued = { token: newToken(), to, conversationId: id, promised, acknowledged: false }
    scene.replies.push(entry)
    const given = {
      params: { id },
      headers: { 'idempotency-key': entry.token },
      body: {
        text: `We come on Thursday, ${entry.token}.`,
        ...(promised && {
          promises: [{ what: `look at the tap, ${entry.token}`, due: due.toISOString() }],
        }),
      },
    }
    // Every fourth leaves by itself a while later, whoever lives then.
    const sendAt = dice.happens(0.25) ? new Date(Date.now() + dice.between(25_000, 60_000)) : null
    const sent = insist(async () => {
      if (sendAt) await putByForLater(clientFor(scene), given, sendAt)
      else
        entry.messageId = (await clientFor(scene).call('POST /conversations/{id}/replies', given)).messageId
      entry.acknowledged = true
      scene.acknowledged++
    }).catch((error) => {
      // Its time passed before anybody was there to take it: it was never taken, and its writer was told so.
      if (!(sendAt && error instanceof Refused && error.problem.errors?.[0]?.pointer === '/sendAt'))
        throw error
      scene.replies.splice(scene.replies.indexOf(entry), 1)
    })
    // One that waits for its key holds up nobody else.
    await Promise.race([sent, pause(3000)])
    late.push(sent)
  }
}

async function putByForLater(
  client: Client,
  given: { params: { id: string }; headers: Record<string, string>; body: { text: string } },
  sendAt: Date,
): Promise<void> {
  try {
    await client.call('POST /conversations/{id}/scheduled-replies', {
      ...given,
      body: { ...given.body, sendAt: sendAt.toISOString() },
    })
  } catch (error) {
    // Taken by one that died before it could say so, and gone since.
    if (!(error instanceof Refused && error.problem.type === 'already-sent')) throw error
  }
}

/** Up to six acknowledgements and a moment: as far into the work on a slow machine as on a quick one. */
async function liveAWhile(scene: Scene): Promise<void> {
  const enough = scene.acknowledged + dice.between(0, 6)
  const atMost = performance.now() + 30_000
  while (scene.acknowledged < enough && performance.now() < atMost) await pause(2)
  await pause(dice.between(0, 150))
}

async function furnish(scene: Scene, tend: RunningTend): Promise<void> {
  const admin = await tend.admin()
  const inbox = await admin.call('POST /inboxes', { body: { name: 'Repairs', address: repairs } })
  const { id, inviteUrl } = await admin.call('POST /teammates', {
    body: { name: ana.name, email: ana.email, role: 'lead', inboxes: [inbox.id] },
  })
  await admin.call('POST /invites/{token}', {
    params: { token: inviteUrl.split('/').at(-1)! },
    body: { password: 'the cat lives under the stairs' },
  })
  scene.key = (await admin.call('POST /teammates/{id}/keys', { params: { id }, body: {} })).key
  for (const { name, email } of [maria, paul, clara, edith]) {
    const raw = await rawMail({
      from: { name, email },
      to: repairs,
      subject: `Hot water for ${name}`,
      text: `There is no hot water.\n\n${name}`,
      date: new Date(),
    })
    const { conversationId } = await admin.handIn(raw)
    scene.conversations.push({ id: conversationId!, to: email })
  }
}

async function readAll(client: Client): Promise<Shown[]> {
  const shown: Shown[] = []
  let after: string | undefined
  do {
    const page = await client.call('GET /conversations', { query: { limit: 100, ...(after && { after }) } })
    for (const { id } of page.items) {
      const { messages } = await client.call('GET /conversations/{id}', { params: { id } })
      for (const { id: messageId, text, direction, delivery } of messages)
        shown.push({
          id: messageId,
          text,
          direction,
          delivery,
          flagged: delivery.some((one) => one.state === 'unknown' || /twice/.test(one.detail ?? '')),
        })
    }
    after = page.next ?? undefined
  } while (after)
  return shown
}

async function readPromises(client: Client): Promise<Promised[]> {
  const all: Promised[] = []
  let after: string | undefined
  do {
    const page = await client.call('GET /promises', { query: { limit: 100, ...(after && { after }) } })
    all.push(...page.items)
    after = page.next ?? undefined
  } while (after)
  return all
}

test(`${kills} kills while letters arrive and answers leave: nothing lost, nothing twice`, {
  timeout: patient,
  retry: 0,
}, async () => {
  console.log(`kills: TEND_SEED=${dice.seed}`)
  const office = await openPostOffice({ slowness: 30 })
  const env = { TEND_TEST_CLOCK: '1', TEND_OUTBOUND_SMTP: office.url, TEND_LOG: 'error' }
  const data = await newDataFolder()
  const scene: Scene = {
    tend: null,
    key: '',
    conversations: [],
    letters: [],
    replies: [],
    acknowledged: 0,
    over: false,
  }
  const first = await startTend({ data, env })
  await furnish(scene, first)
  scene.tend = first

  const late: Promise<unknown>[] = []
  const work = [
    keepWriting(scene),
    keepWriting(scene),
    keepAnswering(scene, late),
    keepAnswering(scene, late),
  ]
  const broken = Promise.all(work)
  broken.catch(() => {})
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 1000)
  for (let kill = 0; kill < kills; kill++) {
    if (scene.tend) await liveAWhile(scene)
    const wholeMachine = dice.happens(0.4)
    const dying = scene.tend
    scene.tend = null
    await dying?.kill(wholeMachine)
    const next = launchTend({ data, env })
    // Some are killed before they are ready, in the middle of putting things in order.
    if (dice.happens(0.2)) {
      await Promise.race([next.ready.catch(() => {}), pause(dice.between(100, 1500))])
      await next.kill(dice.happens(0.4))
      continue
    }
    scene.tend = await next.ready
    if (kill % 10 === 9)
      console.log(`kills: ${kill + 1} after ${seconds()} s, ${scene.acknowledged} acknowledged`)
  }
  scene.tend ??= await startTend({ data, env })
  const took = seconds()
  scene.over = true
  await broken
  await Promise.all(late)

  const client = clientFor(scene)
  const admin = await scene.tend.admin()
  const now = () => admin.call('GET /clock').then((clock) => new Date(clock.now).getTime())
  // What was at its final dot when the program died is not known to have arrived; after ten minutes it goes once more.
  await admin.call('PUT /clock', { body: { now: new Date((await now()) + 11 * 60_000).toISOString() } })
  const settled = await until(
    'every letter is shown and every answer has left',
    async () => {
      const shown = await readAll(client)
      const account = settleAccounts({
        letters: scene.letters,
        replies: scene.replies,
        shown,
        arrived: office.letters.map((one) => ({ ...one, messageId: one.headers['message-id'] ?? '' })),
      })
      const waiting = shown
        .flatMap((one) => one.delivery)
        .filter((one) => one.state !== 'accepted' && one.state !== 'unknown')
      if (waiting.length || account.missing.length) await pause(1000)
      return waiting.length === 0 && account.missing.length === 0 && account
    },
    420,
  ).catch(async (error: Error) => {
    const account = settleAccounts({
      letters: scene.letters,
      replies: scene.replies,
      shown: await readAll(client),
      arrived: office.letters.map((one) => ({ ...one, messageId: one.headers['message-id'] ?? '' })),
    })
    throw new Error(`seed ${dice.seed}: ${error.message}\n${inOneLine(account)}\n${JSON.stringify(account)}`)
  })
  console.log(`kills: ${kills} in ${took} s · ${inOneLine(settled)}`)
  const sound: Partial<Account> = {
    storedOnce: scene.letters.length,
    missing: [],
    twice: [],
    astray: [],
    changed: [],
  }
  expect(settled, `seed ${dice.seed}`).toMatchObject(sound)
  expect(scene.letters.every((one) => one.acknowledged)).toBe(true)
  expect(scene.replies.every((one) => one.acknowledged)).toBe(true)

  // A nudge waits for opening hours, but never longer than until five minutes before. Every promise made among the kills is there once, and fires once.
  for (const ahead of [4 * 60_000, -60_000]) {
    await admin.call('PUT /clock', { body: { now: new Date(due.getTime() - ahead).toISOString() } })
    const kind = ahead > 0 ? 'nudged' : 'late'
    await until(
      `every promise is ${kind}`,
      async () => (await readPromises(client)).every(({ steps }) => steps.some((step) => step.kind === kind)),
      240,
    )
  }
  const made = scene.replies.filter((one) => one.promised)
  const promises = await readPromises(client)
  expect(promises.length).toBe(made.length)
  for (const { steps } of promises) expect(steps.map((step) => step.kind)).toEqual(['made', 'nudged', 'late'])
  await office.close()
})
