import { beforeCommit, type Db, type Trx } from '#server/database/database.ts'
import type { EventType, RecordedEvent } from './events.ts'
import { enqueueAll, enqueueRest, formerQueue, job, jobTogether, type Taken } from './jobs.ts'

/** What happens after an event. Each is tried and retried by itself, and may run twice after a crash: it must be safe to repeat. */
interface Reaction {
  name: string
  /** Declared apart, it has a queue of its own. */
  queue?: string
  run(event: RecordedEvent): Promise<void>
  /** Many events in one go. */
  together?(events: readonly RecordedEvent[]): Promise<void>
  /** How a thing stands now: once, however many events speak of it; and what settles the same thing in one transaction. */
  settle?: { hold: Hold<never>; run(held: never): Promise<void> }
}

type Hold<Held> = (id: string, work: (held: Held) => Promise<void>) => Promise<void>

const reactions = new Map<string, Reaction[]>()
const byName = new Map<string, Reaction>()

/** The events of one transaction, in their order: all that reacts to them is one job. */
const events = 'events'
/** One reaction to one event, by itself: it failed, or its process ended under it. */
const again = 'events.again'
const atMostInAJob = 20

interface Again {
  name: string
  event: RecordedEvent
}

function declare(types: EventType | readonly EventType[], reaction: Reaction): void {
  if (byName.size === 0) {
    // Few at once, so that those who wait for an answer go first.
    jobTogether<{ events: RecordedEvent[] }>(events, reactTo, 1, 25)
    job<Again>(again, ({ name, event }) => byName.get(name)!.run(event), 2, 10)
  }
  if (byName.has(reaction.name)) throw new Error(`reaction ${reaction.name} is declared twice`)
  byName.set(reaction.name, reaction)
  if (!reaction.queue)
    formerQueue(`react.${reaction.name}`, again, (event) => ({ name: reaction.name, event }))
  for (const one of typeof types === 'string' ? [types] : types)
    reactions.set(one, [...(reactions.get(one) ?? []), reaction])
}

/**
 * Declares what happens after an event. `server/app/reactions.ts` is the one place that calls this. They run one after the other, so
 * what takes long, or waits for somebody outside, is `apart`: a job of its own, `atOnce` of them side by side.
 */
export function react<T extends EventType>(
  type: T | readonly T[],
  name: string,
  run: (event: RecordedEvent<T>) => Promise<void>,
  { apart }: { apart?: { atOnce: number } } = {},
): void {
  const queue = apart && `react.${name}`
  if (queue) job<RecordedEvent<T>>(queue, run, apart.atOnce, 10)
  declare(type, { name, run: run as Reaction['run'], ...(queue && { queue }) })
}

/** The same where one fact comes many times at once: those that wait are given to `run` together. */
export function reactTogether<T extends EventType>(
  type: T | readonly T[],
  name: string,
  run: (events: readonly RecordedEvent<T>[]) => Promise<void>,
): void {
  const together = run as Required<Reaction>['together']
  declare(type, { name, run: (event) => together([event]), together })
}

/**
 * Declares what is brought to how its conversation stands, after any of these events. `hold` opens the one transaction in which all
 * that is due for a conversation is settled.
 */
export const settling =
  <Held>(hold: Hold<Held>) =>
  (type: EventType | readonly EventType[], name: string, run: (held: Held) => Promise<void>): void =>
    declare(type, {
      name,
      run: (event) => hold(event.conversationId!, run),
      // What it holds is known to those alone who were declared by the same.
      settle: { hold: hold as unknown as Hold<never>, run },
    })

/** For tests, as `forgetKinds`. */
export function forgetReactions(): void {
  reactions.clear()
  byName.clear()
}

const waiting = new WeakMap<Trx | Db, RecordedEvent[]>()

/** Queues what reacts to events, in their transaction. */
export async function queueReactions(trx: Trx, recorded: readonly RecordedEvent[]): Promise<void> {
  const inTurn: RecordedEvent[] = []
  for (const event of recorded) {
    const all = reactions.get(event.type) ?? []
    for (const { queue } of all) if (queue) await enqueueAll(trx, queue, [event])
    if (all.some(({ queue }) => !queue)) inTurn.push(event)
  }
  if (inTurn.length === 0) return
  const before = waiting.get(trx)
  if (before) return void before.push(...inTurn)
  const isLater = beforeCommit(trx, async () => {
    waiting.delete(trx)
    await queueInTurn(trx, inTurn)
  })
  if (isLater) waiting.set(trx, inTurn)
  else await queueInTurn(trx, inTurn)
}

async function queueInTurn(trx: Trx, all: readonly RecordedEvent[]): Promise<void> {
  const jobs = Array.from({ length: Math.ceil(all.length / atMostInAJob) }, (_, n) => ({
    events: all.slice(n * atMostInAJob, (n + 1) * atMostInAJob),
  }))
  await enqueueAll(trx, events, jobs)
}

/**
 * Runs what reacts to the events of some transactions. What fails is queued by itself before the job is over; and a job that comes
 * back, since its process ended under it, is taken apart: so nothing is lost, and one that ends its process takes no other with it.
 */
async function reactTo(jobs: { events: RecordedEvent[] }[], { tries, log }: Taken): Promise<void> {
  const apart: Again[] = []
  const failed: Again[] = []
  const together = new Map<Reaction, RecordedEvent[]>()
  const toSettle = new Map<string, Map<Reaction, RecordedEvent>>()

  const alone = async (reaction: Reaction, event: RecordedEvent) => {
    try {
      await reaction.run(event)
    } catch (error) {
      log(`reaction ${reaction.name} failed, and is tried by itself`, error)
      failed.push({ name: reaction.name, event })
    }
  }
  const inOneGo = async (what: string, all: () => Promise<void>, each: () => Promise<void>) => {
    try {
      await all()
    } catch (error) {
      log(`reactions ${what} failed together, and are tried one by one`, error)
      await each()
    }
  }

  for (const [n, job] of jobs.entries())
    for (const event of job.events)
      for (const reaction of reactions.get(event.type) ?? []) {
        const { name, queue, settle } = reaction
        if (queue) continue
        if (tries[n]! > 0) apart.push({ name, event })
        else if (settle) {
          const id = event.conversationId!
          toSettle.set(id, (toSettle.get(id) ?? new Map<Reaction, RecordedEvent>()).set(reaction, event))
        } else if (reaction.together) together.set(reaction, [...(together.get(reaction) ?? []), event])
        else await alone(reaction, event)
      }

  for (const [reaction, some] of together)
    await inOneGo(
      reaction.name,
      () => reaction.together!(some),
      async () => {
        for (const event of some) await alone(reaction, event)
      },
    )
  for (const [id, due] of toSettle)
    for (const [hold, some] of Map.groupBy(due, ([reaction]) => reaction.settle!.hold))
      await inOneGo(
        some.map(([{ name }]) => name).join(', '),
        () =>
          hold(id, async (held) => {
            for (const [{ settle }] of some) await settle!.run(held)
          }),
        async () => {
          for (const [reaction, event] of some) await alone(reaction, event)
        },
      )

  await enqueueRest(again, apart, {})
  // It has been tried once.
  await enqueueRest(again, failed, { startAfter: 2, retryLimit: 4 })
}
