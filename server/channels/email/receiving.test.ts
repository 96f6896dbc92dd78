import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { expect, onTestFinished, test } from 'vitest'
import { rawMail } from '#cast/mail.ts'
import { customers } from '#cast/people.ts'
import { takeIn } from './intake.ts'
import { killed } from './testing/killing.ts'
import { testHouse, testReader } from './testing.ts'

/** Half in every run; 20 kills of 200 letters, as TRUST.md asks, by `npm run faults`. */
const kills = Number(process.env.TEND_KILLS) || 10
const letters = kills * 10
/** A seed that is printed, so that a failing run can be repeated: MAIL_SEED=… */
const seed = Number(process.env.MAIL_SEED) || Math.floor(Math.random() * 1e9)
let state = seed
const chance = (below: number) => {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31
  return Math.floor((state / 2 ** 31) * below)
}

type TestHouse = Awaited<ReturnType<typeof testHouse>>

async function startReceiver(house: TestHouse): Promise<{ child: ChildProcess; port: number }> {
  const given = JSON.stringify({
    database: (house.database as unknown as { config: object }).config,
    files: join(house.config.dataFolder!, 'files'),
    data: house.config.dataFolder,
    key: house.key.toString('hex'),
  })
  const child = fork(join(import.meta.dirname, 'testing/receiver.ts'), [given], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { child, port }
}

/** What a mail server does: it keeps a letter until somebody says 250, and comes again. */
async function deliver(raw: Buffer, port: () => number, giveUp: () => boolean): Promise<void> {
  while (!giveUp()) {
    const transport = createTransport({
      host: '127.0.0.1',
      port: port(),
      ignoreTLS: true,
      socketTimeout: 20_000,
    })
    try {
      await transport.sendMail({
        raw,
        envelope: { from: customers.maria.email, to: 'hello@brightpipe.example' },
      })
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      transport.close()
    }
  }
}

test(`X3: ${letters} letters by SMTP, ${kills} kills: each is stored once, and shown once (seed ${seed})`, async () => {
  const house = await testHouse()
  let over = false
  onTestFinished(() => {
    over = true
  })
  let receiver = await startReceiver(house)
  let accepted = 0
  const queue = Array.from({ length: letters }, (_, n) => n)
  const sender = async () => {
    for (let n = queue.shift(); n !== undefined; n = queue.shift()) {
      const raw = await rawMail({
        from: customers.maria,
        to: house.address,
        subject: `Letter ${n}`,
        text: `TKN-${n};`,
        messageId: `${n}@mail.example`,
        date: new Date(),
      })
      await deliver(
        raw,
        () => receiver.port,
        () => over,
      )
      accepted++
    }
  }
  const senders = Promise.all([sender(), sender(), sender()])
  for (let kill = 0; kill < kills; kill++) {
    // After a few letters more, in the middle of whatever is being done.
    const goal = Math.min(letters, accepted + 1 + chance(10))
    while (accepted < goal) await new Promise((resolve) => setTimeout(resolve, 1 + chance(20)))
    await killed(receiver.child)
    receiver = await startReceiver(house)
  }
  await senders
  await killed(receiver.child)
  const reader = testReader()
  for (const { id } of await house.db
    .selectFrom('letters')
    .select('id')
    .where('state', '=', 'received')
    .execute())
    await takeIn(house, reader, id)

  expect(accepted).toBe(letters)
  const shown = (await house.db.selectFrom('messages').select('text').execute()).map((row) => row.text.trim())
  expect(shown.toSorted()).toEqual(Array.from({ length: letters }, (_, n) => `TKN-${n};`).toSorted())
}, 900_000)
