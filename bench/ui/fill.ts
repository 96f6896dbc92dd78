import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { passwordOf } from '#server/database/embedded/cluster.ts'

/** The database of a Tend that runs with its own PostgreSQL. */
export async function databaseOf(data: string): Promise<pg.Pool> {
  // The fifth line of a running PostgreSQL's lock says where its socket lies.
  const socket = (await readFile(join(data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[4]!
  const { password } = await passwordOf(data)
  return new pg.Pool({ host: socket, user: 'postgres', database: 'tend', port: 5432, password })
}

const given = [
  'Ana',
  'Rui',
  'Inês',
  'Tomás',
  'Marta',
  'João',
  'Lena',
  'Paulo',
  'Clara',
  'Nuno',
  'Sofia',
  'Hugo',
]
const family = ['Amaral', 'Pinto', 'Faria', 'Lopes', 'Matos', 'Duarte', 'Caldas', 'Berger', 'Sousa', 'Reis']

/**
 * Many more people like those of the sample team, with the sample's letters: `total` conversations, one in three waiting for us and for
 * `mine`, as a team has them that has answered for years. Written by SQL; whatever is measured goes the usual ways.
 */
export async function fill(pool: pg.Pool, total: number, mine: string, open: number): Promise<void> {
  const id = (kind: string, n: string) => `'${kind}_' || lpad(${n}::text, 22, '0')`
  await pool.query(
    `insert into customers (id, name, demo)
     select ${id('cus', 'n')}, ($2::text[])[1 + n % 12] || ' ' || ($3::text[])[1 + (n / 12) % 10] || ' ' || n, true
     from generate_series(1, $1::int) n`,
    [total, given, family],
  )
  await pool.query(
    `insert into customer_addresses (customer_id, kind, address)
     select ${id('cus', 'n')}, 'email', 'person-' || n || '@mail.example' from generate_series(1, $1::int) n`,
    [total],
  )
  await pool.query(
    `with likes as (select c.*, row_number() over (order by c.id) - 1 as r, count(*) over () as many
       from conversations c where c.demo and c.spam_at is null and c.next_promise_id is null)
     insert into conversations select (jsonb_populate_record(null::conversations, to_jsonb(l) || jsonb_build_object(
       'id', ${id('cnv', 'n')}, 'customer_id', ${id('cus', 'n')}, 'page_key', md5(n::text) || md5('k' || n),
       'status', case when n <= $3 then 'open' when n % 9 = 0 then 'waiting' else 'closed' end,
       'assignee_id', case when n <= $3 then $2::text else l.assignee_id end,
       'waiting_since', case when n <= $3 then clock_now() - n * interval '1 minute' end,
       'closed_at', case when n > $3 and n % 9 > 0 then clock_now() - n * interval '5 minutes' end,
       'snoozed_until', null, 'snooze_reason', null, 'target_at', null, 'related_to', null, 'split_from', null,
       'last_message_id', ${id('msg', 'n')}, 'last_at', clock_now() - n * interval '5 minutes'))).*
     from generate_series(1, $1::int) n join likes l on l.r = n % l.many`,
    [total, mine, open],
  )
  await pool.query(
    `with likes as (select m.*, row_number() over (order by m.id) - 1 as r, count(*) over () as many
       from messages m join conversations c on c.id = m.conversation_id where c.demo and m.direction = 'in'
         and c.id not like 'cnv_000000%')
     insert into messages select (jsonb_populate_record(null::messages, to_jsonb(l) || jsonb_build_object(
       'id', case when part = 0 then ${id('msg', 'n')} else ${id('msg', '(n + part * 1000000)')} end,
       'conversation_id', c.id, 'customer_id', c.customer_id, 'inbox_id', c.inbox_id, 'client_key', null,
       'raw_file', null, 'held', false, 'at', c.last_at - part * interval '1 day'))).*
     from generate_series(1, $1::int) n cross join generate_series(0, 2) part
     join conversations c on c.id = ${id('cnv', 'n')} join likes l on l.r = (n + part) % l.many`,
    [total],
  )
  await pool.query(
    `insert into customer_inboxes (customer_id, inbox_id, last_at)
     select customer_id, inbox_id, last_at from conversations where id like 'cnv_000000%' on conflict do nothing`,
  )
  await pool.query(
    `insert into participants (conversation_id, address, role)
     select ${id('cnv', 'n')}, 'person-' || n || '@mail.example', 'requester' from generate_series(1, $1::int) n`,
    [total],
  )
  await pool.query('vacuum analyze')
}
