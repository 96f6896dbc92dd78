import { customers, inboxes, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { practiceNames } from '#contract/practices.ts'
import { type Client, clientOf } from './client.ts'
import type { RunningTend } from './house.ts'
import { until } from './until.ts'

/** A word that only repairs knows. */
export const secret = 'zanzibar'

export interface Walled {
  actors: Record<Actor, Client>
  /** Ids by prefix: of repairs, where the secret is, and of the bakery next door. */
  repairs: Record<string, string>
  bakery: Record<string, string>
  pageUrl: string
  benId: string
}
export type Actor =
  | 'anyone'
  | 'revoked'
  | 'pageHolder'
  | 'observer'
  | 'teammate'
  | 'lead'
  | 'admin'
  | 'nextDoor'

/** Casa Amaral with two inboxes; Tomás bakes and sees nothing of repairs. */
export async function wallHouse(tend: RunningTend): Promise<Walled> {
  const admin = await tend.admin()
  // What is switched off answers all alike; the walls are behind it.
  for (const name of practiceNames)
    await admin.call('PUT /practices/{name}', { params: { name }, body: { on: true } })
  const openInbox = (name: 'repairs' | 'bakery') => admin.call('POST /inboxes', { body: inboxes[name] })
  const [repairs, bakery] = [await openInbox('repairs'), await openInbox('bakery')]
  const seat = async (name: keyof typeof teammates, seen: string[]) => {
    const { email, role, name: called } = teammates[name]
    const { id } = await admin.call('POST /teammates', { body: { name: called, email, role, inboxes: seen } })
    const { key, id: keyId } = await admin.call('POST /teammates/{id}/keys', { params: { id }, body: {} })
    return { id, keyId, client: clientOf(tend.url, key) }
  }
  const ana = await seat('ana', [repairs.id])
  const ben = await seat('ben', [repairs.id])
  const lena = await seat('lena', [repairs.id])
  const tomas = await seat('tomas', [bakery.id])
  const rosa = await seat('rosa', [])
  const spare = await admin.call('POST /teammates/{id}/keys', { params: { id: ben.id }, body: {} })
  await admin.call('DELETE /keys/{id}', { params: { id: spare.id } })
  const ours = await fill(ben.client, 'maria', repairs.id, ana.id)
  const theirs = await fill(tomas.client, 'grace', bakery.id, rosa.id)
  return {
    actors: {
      anyone: clientOf(tend.url, ''),
      revoked: clientOf(tend.url, spare.key),
      pageHolder: clientOf(tend.url, ours.pageUrl.split('/p/')[1]!),
      observer: lena.client,
      teammate: ben.client,
      lead: ana.client,
      admin: rosa.client,
      nextDoor: tomas.client,
    },
    repairs: { ...ours.ids, tm: ben.id, key: ben.keyId },
    bakery: { ...theirs.ids, tm: tomas.id, key: tomas.keyId },
    pageUrl: ours.pageUrl,
    benId: ben.id,
  }
}

async function fill(
  by: Client,
  who: 'maria' | 'grace',
  inboxId: string,
  colleague: string,
): Promise<{ ids: Record<string, string>; pageUrl: string }> {
  const word = who === 'maria' ? secret : 'sourdough'
  const inbox = who === 'maria' ? inboxes.repairs : inboxes.bakery
  const { email } = customers[who]
  const { conversationId, messageId } = await by.handIn(
    await rawMail({
      from: { name: `${customers[who].name} ${word}`, email },
      to: inbox.address,
      subject: `About the ${word}`,
      text: `When do you bring the ${word}? Could you send me the invoice?`,
      headers: { 'X-Test-Case': word },
      date: new Date(),
    }),
  )
  const params = { id: conversationId! }
  const form = new FormData()
  form.append('file', new Blob([word], { type: 'text/plain' }), `${word}.txt`)
  const file = (await (await by.send('POST', '/files', { body: form })).json()) as { id: string }
  await by.call('POST /conversations/{id}/replies', {
    params,
    body: {
      text: `You will have the ${word} by Friday.`,
      promises: [{ what: `bring the ${word}`, due: new Date(Date.now() + 86_400_000).toISOString() }],
    },
  })
  await by.call('POST /conversations/{id}/notes', { params, body: { text: `The ${word} is in the van.` } })
  const scheduled = await by.call('POST /conversations/{id}/scheduled-replies', {
    params,
    body: {
      text: `The ${word} is on its way.`,
      sendAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    },
  })
  const read = await until('the letter is read', async () => {
    const whole = await by.call('GET /conversations/{id}', { params })
    return whole.asks.length > 0 && whole
  })
  const fact = await by.call('POST /customers/{id}/facts', {
    params: { id: read.customerId },
    body: { text: `Likes ${word}`, conversationId: conversationId! },
  })
  const incident = await by.call('POST /incidents', {
    body: {
      inboxId,
      what: `The ${word} is out`,
      clues: [{ by: 'conversations', conversationIds: [conversationId!] }],
    },
  })
  const framework = await by.call('POST /frameworks', {
    body: { name: `With ${inbox.name}`, text: 'Dear {{preferredName}},' },
  })
  await by.call('POST /promises/{id}/handover', {
    params: { id: read.promises[0]!.id },
    body: { teammateId: colleague },
  })
  return {
    ids: {
      inb: inboxId,
      cnv: conversationId!,
      msg: messageId!,
      cus: read.customerId,
      prm: read.promises[0]!.id,
      ask: read.asks[0]!.id,
      fct: fact.id,
      fil: file.id,
      sch: scheduled.id,
      frw: framework.id,
      inc: incident.id,
    },
    pageUrl: read.pageUrl,
  }
}
