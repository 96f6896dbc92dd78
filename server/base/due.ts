import { sql } from 'kysely'
import type { Db, Trx } from '#server/database/database.ts'
import type { RecordedEvent } from './events.ts'
import type { OwnQueue } from './jobs.ts'
import { paced } from './paced.ts'

/** The events of one transaction to which nobody has reacted yet, and how often that was begun. */
export interface Due {
  events: RecordedEvent[]
  tries: number
}

/** Whoever takes some says so every ten seconds; of one that was killed they are taken up within half a minute, by whichever process is left. */
const takenFor = 30
const sayEvery = 10_000
/** After what could not even be looked at, such as a database that is away. */
const restMs = 2000

/** Queues what reacts to some events, by their numbers, in their transaction. */
export const queueDue = async (trx: Trx | Db, seqs: readonly number[]): Promise<void> =>
  void (await trx
    .insertInto('reactionsDue')
    .values({ seqs: [...seqs] })
    .execute())

/** Which of them nobody is at work on. */
export const untaken = '(taken_until is null or taken_until < now())'

/**
 * The queue of what follows from events: up to `atOnce` transactions are taken and given to `run`. What has been taken before and was not
 * ended comes again, with its tries.
 */
export function dueReactions(atOnce: number, run: (all: Due[], log: Log) => Promise<void>): OwnQueue {
  return {
    isDue: `select from reactions_due where ${untaken}`,
    open({ ask, log, alone }) {
      const take = async () => {
        const taken = await ask<{ id: string; seqs: string[]; tries: number }>(
          `with next as (select id from reactions_due where ${untaken} order by id limit ${atOnce} for update skip locked)
           update reactions_due d set taken_until = now() + make_interval(secs => ${takenFor}), tries = d.tries + 1
           from next where d.id = next.id returning d.id, d.seqs, d.tries - 1 as tries`,
        )
        if (taken.length === 0) return 0
        taken.sort((a, b) => Number(a.id) - Number(b.id))
        const ids = taken.map(({ id }) => id)
        const stillAtWork = setInterval(() => {
          ask(
            `update reactions_due set taken_until = now() + make_interval(secs => ${takenFor}) where id = any($1::bigint[])`,
            [ids],
          ).catch((error) => log('saying that reactions are worked on', error))
        }, sayEvery)
        try {
          const events = await eventsOf(
            ask,
            taken.flatMap(({ seqs }) => seqs),
          )
          const due = taken.map(({ seqs, tries }) => ({
            events: seqs.flatMap((seq) => events.get(Number(seq)) ?? []),
            tries,
          }))
          await run(due, log)
          await ask('delete from reactions_due where id = any($1::bigint[])', [ids])
          return taken.length
        } catch (error) {
          clearInterval(stillAtWork)
          await ask(`update reactions_due set taken_until = null where id = any($1::bigint[])`, [ids]).catch(
            () => {},
          )
          throw error
        } finally {
          clearInterval(stillAtWork)
        }
      }
      let isOver = false
      let isFirst = alone
      let rest: NodeJS.Timeout | undefined
      const working = paced(0, async () => {
        try {
          // Nobody else works on this database: what is still marked was in the hands of a process that is no more.
          if (isFirst) await ask('update reactions_due set taken_until = null where taken_until is not null')
          isFirst = false
          while (!isOver && (await take()) === atOnce);
        } catch (error) {
          log('what follows from events', error)
          if (!isOver) rest = setTimeout(() => working.wake(), restMs)
        }
      })
      working.wake()
      return {
        wake: working.wake,
        stop() {
          isOver = true
          clearTimeout(rest)
          return working.stop()
        },
      }
    },
  }
}

type Log = (message: string, error: unknown) => void
type Ask = Parameters<OwnQueue['open']>[0]['ask']

/** As they were recorded; one whose customer was erased meanwhile is gone. */
async function eventsOf(ask: Ask, seqs: readonly string[]): Promise<Map<number, RecordedEvent>> {
  const rows = await ask<Omit<RecordedEvent, 'seq' | 'at'> & { seq: string; at: Date }>(
    `select seq, at, type, by_kind as "byKind", by_id as "byId", by_name as "byName", inbox_id as "inboxId",
       conversation_id as "conversationId", customer_id as "customerId", promise_id as "promiseId", message_id as "messageId",
       teammate_id as "teammateId", detail from events where seq = any($1::bigint[])`,
    [seqs],
  )
  return new Map(
    rows.map((row) => [
      Number(row.seq),
      { ...row, seq: Number(row.seq), at: row.at.toISOString() } as RecordedEvent,
    ]),
  )
}

/** How many wait, and how many somebody is at work on. */
export async function dueFigures(db: Db): Promise<{ waiting: number; active: number }> {
  const { rows } = await sql<{ waiting: number; active: number }>`
    select count(*) filter (where ${sql.raw(untaken)})::int as waiting,
      count(*) filter (where not ${sql.raw(untaken)})::int as active from reactions_due`.execute(db)
  return rows[0]!
}
