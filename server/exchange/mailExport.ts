import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { ExportHead } from '#contract/exchange.ts'
import { frame } from '#contract/letterStream.ts'
import type { House } from '#server/base/context.ts'
import { readLetter } from '#server/channels/email/outbox/actions.ts'

export interface Which {
  inboxId?: string
  person?: string
  since?: string
  until?: string
}

interface Row {
  id: string
  at: Date
  direction: 'in' | 'out'
  fromAddress: string | null
  file: string | null
  letter: string | null
}

const page = 500

/** Letters as they came and went, oldest first. What never was a letter (notes, what was written on a page) is not among them. */
async function* lettersOf(house: Pick<House, 'db' | 'files'>, which: Which): AsyncGenerator<Buffer> {
  let after: { at: Date; id: string } | null = null
  for (;;) {
    const rows: Row[] = await rowsAfter(house.db, which, after)
    for (const row of rows) yield await framed(house.files, row)
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = last
  }
}

async function framed(files: House['files'], row: Row): Promise<Buffer> {
  const head: Omit<ExportHead, 'size'> = {
    messageId: row.id,
    at: row.at.toISOString(),
    direction: row.direction,
    from: row.fromAddress,
  }
  if (row.file && !(await files.has(row.file))) return frame({ ...head, missing: true }, Buffer.alloc(0))
  return frame(head, await readLetter({ files }, { letter: row.letter, bytesFile: row.file }))
}

function rowsAfter(db: House['db'], which: Which, after: { at: Date; id: string } | null): Promise<Row[]> {
  const person = which.person?.toLowerCase()
  const named = sql`jsonb_build_array(jsonb_build_object('email', ${person ?? ''}::text))`
  let select = db
    .selectFrom('messages')
    .leftJoin('outbox', (join) =>
      join.onRef('outbox.messageId', '=', 'messages.id').on('outbox.recipientGroup', '=', 'all'),
    )
    .select(['messages.id', 'messages.at', 'messages.direction', 'messages.fromAddress'])
    .select([
      sql<string | null>`coalesce(messages.raw_file, outbox.bytes_file)`.as('file'),
      sql<string | null>`case when messages.raw_file is null then outbox.letter end`.as('letter'),
    ])
    .where('messages.direction', '!=', 'note')
    .where(sql<boolean>`coalesce(messages.raw_file, outbox.bytes_file, outbox.letter) is not null`)
    .orderBy('messages.at')
    .orderBy('messages.id')
    .limit(page)
  if (which.inboxId) select = select.where('messages.inboxId', '=', which.inboxId)
  if (which.since) select = select.where('messages.at', '>=', new Date(which.since))
  if (which.until) select = select.where('messages.at', '<', new Date(which.until))
  if (person)
    select = select.where(
      sql<boolean>`(lower(messages.from_address) = ${person} or messages."to" @> ${named} or messages.cc @> ${named} or messages.bcc @> ${named}
        or messages.customer_id in (select customer_id from customer_addresses where kind = 'email' and address = ${person}))`,
    )
  if (after)
    select = select.where(sql<boolean>`(messages.at, messages.id) > (${after.at}::timestamptz, ${after.id})`)
  return select.execute() as Promise<Row[]>
}

export const exportMail = (house: Pick<House, 'db' | 'files'>, which: Which): Readable =>
  Readable.from(lettersOf(house, which), { objectMode: false })
