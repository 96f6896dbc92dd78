import { setTimeout as pause } from 'node:timers/promises'
import { customers, inboxes, people } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import type { Client } from '../client.ts'
import { Refused } from '../client.ts'
import { launchTend, newDataFolder, type RunningTend } from '../house.ts'
import { type Account, type Entry, inOneLine, newToken, type Shown, settleAccounts } from '../ledger.ts'
import { openPostOffice, type PostOffice, sendBySmtp } from '../post.ts'
import { until } from '../until.ts'
import { demand } from './check.ts'

const inbox = inboxes.repairs.address
const { maria } = customers
const [writer] = Object.values(people)

/** A Tend that dies and comes back, letters for it and answers from it, and the account of both. */
export interface Scene {
  data: string
  office: PostOffice
  /** The one that lives; null between a death and the next start. */
  tend: RunningTend | null
  admin(): Promise<Client>
  start(): Promise<RunningTend>
  /** Tries until it was taken, as a mail server does. */
  write(): Promise<void>
  /** Tries until it was taken, with a key, so that trying twice is harmless. */
  answer(): Promise<void>
  /** One try; the answer of the mail server, or what stood in the way. */
  tryToWrite(): Promise<{ taken: boolean; said: string; entry: Entry }>
  /** Waits until all is settled; throws unless nothing is lost, doubled or astray. */
  settle(): Promise<Account>
  end(): Promise<void>
}

export async function openScene({
  data,
  slowness = 0,
  more = {},
}: {
  data?: string
  slowness?: number
  /** Further settings. */
  more?: Record<string, string>
} = {}): Promise<Scene> {
  const folder = data ?? (await newDataFolder())
  const office = await openPostOffice({ slowness })
  const env = { TEND_TEST_CLOCK: '1', TEND_OUTBOUND_SMTP: office.url, TEND_LOG: 'error', ...more }
  const letters: Entry[] = []
  const replies: (Entry & { to: string })[] = []
  let client: Client | null = null
  let conversationId = ''
  const scene: Scene = {
    data: folder,
    office,
    tend: null,
    async admin() {
      demand(scene.tend !== null, 'nobody is there')
      client ??= await scene.tend.admin()
      // The key outlives the program; its address does not.
      return { ...client, ...(client.url === scene.tend.url ? {} : (client = await scene.tend.admin())) }
    },
    async start() {
      scene.tend = await launchTend({ data: folder, env }).ready
      return scene.tend
    },
    async tryToWrite() {
      const entry: Entry = { token: newToken(), acknowledged: false }
      letters.push(entry)
      return { ...(await post(scene, entry)), entry }
    },
    async write() {
      const { entry, taken } = await scene.tryToWrite()
      if (taken) return
      await insist('a letter is taken', async () => (await post(scene, entry)).taken)
    },
    async answer() {
      const entry = { token: newToken(), to: maria.email, acknowledged: false }
      replies.push(entry)
      await insist('an answer is taken', async () => {
        const admin = await scene.admin()
        await admin.call('POST /conversations/{id}/replies', {
          params: { id: conversationId },
          headers: { 'idempotency-key': entry.token },
          body: { text: `We come on Thursday, ${entry.token}.`, undoSeconds: 0, anyway: true },
        })
        entry.acknowledged = true
        return true
      })
    },
    async settle() {
      const admin = await scene.admin()
      const { now } = await admin.call('GET /clock')
      // What was at its final dot when the program died goes once more after ten minutes.
      await admin.call('PUT /clock', {
        body: { now: new Date(new Date(now).getTime() + 11 * 60_000).toISOString() },
      })
      let account: Account | undefined
      await until(
        'everything is settled',
        async () => {
          const shown = await readAll(await scene.admin())
          account = settleAccounts({
            letters,
            replies,
            shown,
            arrived: office.letters.map((one) => ({ ...one, messageId: one.headers['message-id'] ?? '' })),
          })
          const waiting = shown
            .flatMap((one) => one.delivery)
            .filter((one) => !/accepted|unknown/.test(one.state))
          if (waiting.length || account.missing.length) await pause(500)
          return waiting.length === 0 && account.missing.length === 0
        },
        180,
      ).catch(() => {})
      const { missing, twice, astray, changed, storedOnce } = account!
      demand(
        storedOnce === letters.filter((one) => one.acknowledged).length &&
          [missing, twice, astray, changed].every((all) => all.length === 0),
        `${inOneLine(account!)} ${JSON.stringify({ missing, twice, astray, changed })}`,
      )
      return account!
    },
    async end() {
      await scene.tend?.stop()
      await office.close()
    },
  }
  await scene.start()
  const admin = await scene.admin()
  await admin.call('POST /inboxes', { body: { name: 'Repairs', address: inbox } })
  const first = await rawMail({
    from: maria,
    to: inbox,
    subject: 'Hot water',
    text: 'None.',
    date: new Date(),
  })
  conversationId = (await admin.handIn(first)).conversationId!
  return scene
}

async function post(scene: Scene, entry: Entry): Promise<{ taken: boolean; said: string }> {
  if (!scene.tend) return { taken: false, said: 'nobody is there' }
  const { token } = entry
  const raw = await rawMail({
    from: writer!,
    to: inbox,
    subject: 'The tap in the yard',
    text: `The tap drips again, ${token}.`,
    messageId: `${token}@mail.example`,
    // The same bytes at every try.
    date: '2026-11-25T09:00:00Z',
  })
  try {
    const said = await sendBySmtp(scene.tend.smtpPort, { raw, from: writer!.email, to: inbox })
    entry.acknowledged = true
    return { taken: true, said }
  } catch (error) {
    return { taken: false, said: (error as { response?: string }).response ?? (error as Error).message }
  }
}

async function insist(what: string, work: () => Promise<boolean>): Promise<void> {
  await until(
    what,
    async () => {
      try {
        if (await work()) return true
      } catch (error) {
        if (error instanceof Refused && error.status < 500 && error.status !== 409) throw error
      }
      await pause(150)
      return false
    },
    240,
  )
}

async function readAll(client: Client): Promise<Shown[]> {
  const shown: Shown[] = []
  let after: string | undefined
  do {
    const page = await client.call('GET /conversations', { query: { limit: 100, ...(after && { after }) } })
    for (const { id } of page.items) {
      const { messages } = await client.call('GET /conversations/{id}', { params: { id } })
      for (const { text, direction, delivery } of messages)
        shown.push({
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
