import pg from 'pg'
import { idAt } from '#server/base/ids.ts'
import { whileBare } from './bare.ts'
import { copy } from './copy.ts'
import { dice, nameOf, textOf, wordBy } from './words.ts'

export interface Filled {
  conversations: number
  messages: number
  /** Bytes of all bodies. */
  text: number
}
interface House {
  inboxes: string[]
  teammates: string[]
}

const day = 86_400_000
/** One conversation in fifty has twenty messages, the others three. */
const lengthOf = (n: number) => (n % 50 === 0 ? 20 : 3)

/** So many wait for us, the newest, and as many for them: what is open is as much as ten people can do, however long they have been at it. */
const open = 1000

const tables =
  'customers customer_addresses customer_inboxes conversations messages participants events'.split(' ')

/**
 * Years of work of a team, through the tables of the product; but for what is open, all is done. Written by COPY; what the product keeps beside a message (who is known where) is written with it.
 */
export async function fill(config: pg.ClientConfig, total: number, house: House): Promise<Filled> {
  const client = new pg.Client(config)
  await client.connect()
  const filled = { conversations: total, messages: 0, text: 0 }
  await whileBare(client, tables, () => write(client, total, house, filled))
  await client.query('vacuum analyze')
  await client.end()
  return filled
}

async function write(client: pg.Client, total: number, house: House, filled: Filled): Promise<void> {
  const now = Date.now()
  const people = Math.ceil(total / 2)
  const emailOf = (n: number) =>
    `${nameOf(n)
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z]+/g, '.')}.${n}@mail.example`
  const customerIds: string[] = []
  const start = now - 3 * 365 * day
  const step = (now - start) / total
  for (let n = 0; n < people; n++) customerIds.push(idAt('customer', new Date(start + n * step * 2)))
  function* customers() {
    for (let n = 0; n < people; n++) yield [customerIds[n]!, nameOf(n)]
  }
  await copy(client, 'customers', ['id', 'name'], customers())
  function* addresses() {
    for (let n = 0; n < people; n++) yield [customerIds[n]!, 'email', emailOf(n)]
  }
  await copy(client, 'customer_addresses', ['customer_id', 'kind', 'address'], addresses())

  const next = dice(total)
  const block = 5000
  for (let from = 0; from < total; from += block) {
    const rows = {
      conversations: [] as (string | number | boolean | null)[][],
      messages: [] as (string | number | boolean | null)[][],
      people: [] as string[][],
      events: [] as (string | null)[][],
    }
    for (let n = from; n < Math.min(total, from + block); n++) {
      const began = start + n * step
      const id = idAt('conversation', new Date(began))
      const who = Math.floor(n / 2)
      const inbox = house.inboxes[who % house.inboxes.length]!
      const age = total - n
      const status = age <= open ? 'open' : age <= 2 * open ? 'waiting' : 'closed'
      const mine = status === 'open' && age % 3 === 0 ? null : house.teammates[n % house.teammates.length]!
      const subject = textOf(next, 4).replace(/\s+/g, ' ')
      const count = lengthOf(n)
      let last = { id: '', at: began, text: '' }
      for (let part = 0; part < count; part++) {
        const at = began + part * 3_600_000 > now ? now - (count - part) * 1000 : began + part * 3_600_000
        const isIn = part % 2 === 0
        const body = `${textOf(next, 149)} ${wordBy(next)}${n % 7 === 0 ? ` order ${100000 + n}` : ''}`
        const message = idAt('message', new Date(at))
        const iso = new Date(at).toISOString()
        rows.messages.push([
          id,
          message,
          inbox,
          customerIds[who]!,
          isIn ? 'in' : 'out',
          'email',
          iso,
          isIn ? nameOf(who) : 'Ana',
          isIn ? emailOf(who) : 'help@brightwater.example',
          isIn ? null : house.teammates[n % house.teammates.length]!,
          JSON.stringify([{ name: null, email: isIn ? 'help@brightwater.example' : emailOf(who) }]),
          subject,
          body,
        ])
        rows.events.push([
          isIn ? 'message.received' : 'message.written',
          iso,
          'system',
          inbox,
          id,
          customerIds[who]!,
          message,
          isIn ? '{"automatic":false,"held":false}' : '{}',
        ])
        filled.text += body.length
        filled.messages++
        last = { id: message, at, text: body }
      }
      const at = new Date(last.at).toISOString()
      rows.conversations.push([
        id,
        inbox,
        customerIds[who]!,
        subject,
        last.text.slice(0, 200).replace(/\s+/g, ' '),
        status,
        mine,
        at,
        last.id,
        status === 'open' ? at : null,
        status === 'closed' ? at : null,
        `${n.toString(36)}-${id.slice(-16)}`,
        new Date(began).toISOString(),
      ])
      rows.people.push([id, emailOf(who), nameOf(who), 'requester'])
    }
    await client.query('begin')
    await copy(
      client,
      'conversations',
      'id inbox_id customer_id subject gist status assignee_id last_at last_message_id waiting_since closed_at page_key created_at'.split(
        ' ',
      ),
      rows.conversations,
    )
    await copy(
      client,
      'messages',
      'conversation_id id inbox_id customer_id direction channel at from_name from_address author_id to subject text'.split(
        ' ',
      ),
      rows.messages,
    )
    await copy(client, 'participants', 'conversation_id address name role'.split(' '), rows.people)
    await copy(
      client,
      'events',
      'type at by_kind inbox_id conversation_id customer_id message_id detail'.split(' '),
      rows.events,
    )
    await client.query('commit')
    if ((from / block) % 10 === 9) process.stdout.write(`  ${from + block} of ${total}\n`)
  }
  await client.query(`insert into customer_inboxes (customer_id, inbox_id, last_at)
    select customer_id, inbox_id, max(last_at) from conversations group by 1, 2`)
}
