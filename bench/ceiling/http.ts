import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

// The ceiling: `node:http`, prepared SQL, JSON. No sign-in, no rights, no validation, no events. What no product can beat.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 })

const bodyOf = async (request: IncomingMessage) => {
  let text = ''
  for await (const chunk of request) text += chunk
  return JSON.parse(text) as { id?: string; customer: string; subject: string; text: string }
}
const inTransaction = async <T>(run: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const value = await run(client)
    await client.query('commit')
    return value
  } finally {
    client.release()
  }
}
const ask = (name: string, text: string, values: unknown[] = []) => pool.query({ name, text, values })

const server = createServer(async (request, response) => {
  const url = new URL(request.url!, 'http://ceiling')
  const answer = (value: unknown, status = 200) => {
    const body = JSON.stringify(value)
    response
      .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body)
  }
  try {
    switch (`${request.method} ${url.pathname}`) {
      case 'POST /create': {
        const { customer, subject, text } = await bodyOf(request)
        const id = randomUUID()
        await inTransaction(async (client) => {
          await client.query({
            name: 'c1',
            text: `insert into ceiling.conversations values ($1, $2, $3, 'open', now())`,
            values: [id, customer, subject],
          })
          await client.query({
            name: 'c2',
            text: `insert into ceiling.messages values ($1, $2, now(), $3, $4)`,
            values: [randomUUID(), id, customer, text],
          })
        })
        return answer({ id }, 201)
      }
      case 'POST /reply': {
        const { id, text } = await bodyOf(request)
        const message = randomUUID()
        await inTransaction(async (client) => {
          await client.query({
            name: 'r1',
            text: `insert into ceiling.messages values ($1, $2, now(), 'us', $3)`,
            values: [message, id, text],
          })
          await client.query({
            name: 'r2',
            text: `update ceiling.conversations set status = 'open', last_at = now() where id = $1`,
            values: [id],
          })
        })
        return answer({ id: message }, 201)
      }
      case 'GET /list': {
        const { rows } = await ask(
          'list',
          `select c.id, c.subject, c.gist, c.status, c.assignee_id, c.last_at, c.waiting_since, p.name
           from conversations c join customers p on p.id = c.customer_id
           where c.inbox_id = $1 and c.status = 'open' order by c.waiting_since, c.id limit 50`,
          [url.searchParams.get('inbox')],
        )
        return answer({ items: rows })
      }
      case 'GET /open': {
        const id = url.searchParams.get('id')
        const [about, letters] = await Promise.all([
          ask(
            'one',
            `select c.id, c.subject, c.status, c.assignee_id, c.last_at, p.name from conversations c join customers p on p.id = c.customer_id where c.id = $1`,
            [id],
          ),
          ask(
            'all',
            `select id, at, direction, from_name, from_address, "to", text from messages where conversation_id = $1 order by at`,
            [id],
          ),
        ])
        return answer({ ...about.rows[0], messages: letters.rows })
      }
      case 'GET /search': {
        const { rows } = await ask(
          'search',
          `select conversation_id, id, at, subject, left(text, 200) as text from ceiling.letters
           where words @@ plainto_tsquery('english', $1) order by id desc limit 50`,
          [url.searchParams.get('q')],
        )
        return answer({ items: rows })
      }
      default:
        return answer({}, 404)
    }
  } catch (error) {
    answer({ error: String(error) }, 500)
  }
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () =>
  console.log(`ready ${JSON.stringify({ port: (server.address() as AddressInfo).port })}`),
)
