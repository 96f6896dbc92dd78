import { customers, inboxes } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { chance } from '../chance.ts'
import { newToken } from '../ledger.ts'
import { until } from '../until.ts'
import { type Check, demand } from './check.ts'
import { openDovecot, password } from './dovecotServer.ts'
import { openScene } from './scene.ts'

/** X3: letters fall into a real mailbox while Tend and the mailbox's server are killed again and again. */
async function fetchThroughKills({
  letters,
  tendKills,
  dovecotKills,
}: Record<string, number>): Promise<string> {
  const dice = chance()
  const dovecot = await openDovecot()
  const scene = await openScene()
  try {
    const address = inboxes.repairs.address
    const { items } = await (await scene.admin()).call('GET /inboxes')
    const server = {
      host: '127.0.0.1',
      port: dovecot.port,
      security: 'none' as const,
      user: address,
      password,
    }
    await (await scene.admin()).call('POST /mailboxes', {
      body: { inboxId: items[0]!.id, address, imap: server },
    })
    const connected = async () =>
      (await (await scene.admin()).call('GET /mailboxes')).items[0]?.state === 'connected'
    await until('the mailbox is connected', connected, 120)
    const tokens: string[] = []
    let over = false
    const delivering = (async () => {
      for (let n = 0; n < letters!; n++) {
        const token = newToken()
        await dovecot.put(
          await rawMail({
            from: customers.maria,
            to: address,
            subject: `Tap ${n}`,
            text: `It drips, ${token}.`,
            messageId: `${token}@mail.example`,
            date: new Date(),
          }),
        )
        tokens.push(token)
        await new Promise((resolve) => setTimeout(resolve, dice.between(0, 60)))
      }
      over = true
    })()
    let [t, d] = [0, 0]
    while (!over || t < tendKills! || d < dovecotKills!) {
      await new Promise((resolve) => setTimeout(resolve, dice.between(100, 1500)))
      if (t < tendKills!) {
        await scene.tend!.kill(dice.happens(0.3))
        scene.tend = null
        await scene.start()
        t++
      }
      if (d < dovecotKills! && dice.happens(0.7)) {
        await dovecot.kill()
        await dovecot.start()
        d++
      }
    }
    await delivering
    const stored = new Map<string, number>()
    await until(
      'all letters are shown',
      async () => {
        stored.clear()
        for (const text of await textsOf(await scene.admin())) {
          const [token] = /TKN-[0-9a-f-]{36}/.exec(text) ?? []
          if (token) stored.set(token, (stored.get(token) ?? 0) + 1)
        }
        if (tokens.every((token) => stored.has(token))) return true
        await new Promise((resolve) => setTimeout(resolve, 1000))
        return false
      },
      600,
    ).catch(() => {})
    const missing = tokens.filter((token) => !stored.has(token)).length
    const twice = [...stored.values()].filter((times) => times > 1).length
    const seen = (await dovecot.flags()).filter((flags) => flags.includes('S')).length
    const account = `injected ${tokens.length} · stored ${stored.size} · missing ${missing} · twice ${twice} · marked as read ${seen} · ${t} kills of Tend, ${d} of dovecot (seed ${dice.seed})`
    demand(missing === 0 && twice === 0 && seen === 0, account)
    return account
  } finally {
    await scene.end()
    await dovecot.gone()
  }
}

async function textsOf(
  client: Awaited<ReturnType<Awaited<ReturnType<typeof openScene>>['admin']>>,
): Promise<string[]> {
  const texts: string[] = []
  let after: string | undefined
  do {
    const page = await client.call('GET /conversations', { query: { limit: 100, ...(after && { after }) } })
    for (const { id } of page.items) {
      const { messages } = await client.call('GET /conversations/{id}', { params: { id } })
      texts.push(...messages.map((message) => message.text))
    }
    after = page.next ?? undefined
  } while (after)
  return texts
}

export const dovecot: Check[] = [
  {
    id: 'X3',
    says: 'letters in a dovecot mailbox while Tend and dovecot are killed: injected = stored once, none marked as read',
    needs: ['dovecot', 'root'],
    run: (few) =>
      fetchThroughKills(
        few
          ? { letters: 200, tendKills: 4, dovecotKills: 3 }
          : { letters: 10_000, tendKills: 1000, dovecotKills: 200 },
      ),
  },
]
