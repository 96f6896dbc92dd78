import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'

// The ceiling of mail: SMTP, a parser, the same two rows committed before 250. No raw letter kept, no checks, no threading but by id.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 })

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, done) {
    void (async () => {
      const mail = await simpleParser(stream as never)
      const client = await pool.connect()
      try {
        await client.query('begin')
        const { rows } = mail.inReplyTo
          ? await client.query({
              name: 'm0',
              text: 'select conversation_id from ceiling.messages where message_id = $1',
              values: [mail.inReplyTo],
            })
          : { rows: [] }
        const id = (rows[0]?.conversation_id as string | undefined) ?? randomUUID()
        const from = mail.from?.value[0]?.address ?? ''
        if (!rows[0])
          await client.query({
            name: 'm1',
            text: `insert into ceiling.conversations values ($1, $2, $3, 'open', now())`,
            values: [id, from, mail.subject ?? ''],
          })
        await client.query({
          name: 'm2',
          text: `insert into ceiling.messages values ($1, $2, now(), $3, $4, $5) on conflict do nothing`,
          values: [randomUUID(), id, from, mail.text ?? '', mail.messageId ?? null],
        })
        await client.query('commit')
      } finally {
        client.release()
      }
      done(null, 'kept')
    })().catch((error) => done(error as Error))
  },
})
server.listen(0, '127.0.0.1', () =>
  console.log(`ready ${JSON.stringify({ port: (server.server.address() as AddressInfo).port })}`),
)
