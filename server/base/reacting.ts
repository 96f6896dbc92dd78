import { beforeCommit, type Db, type Trx } from '#server/database/database.ts'
import { type Due, dueReactions, queueDue } from './due.ts'
import type { EventType, RecordedEvent } from './events.ts'
import { giveWay } from './givingWay.ts'
import { enqueueAll, enqueueRest, formerQueue, job, jobTogether, ownQueue, type Taken } from './jobs.ts'

/** What happens after an event. Each is tried and retried by itself, and may run twice after a crash: it must be safe to repeat. */
interface Reaction {
  name: string
  /** Declared apart, it has a queue of its own. */
  queue?: string
  run(event: RecordedEvent): Promise<void>
  /** Many events in one go. */
  together?(events: readonly RecordedEvent[]): Promise<void>
  /** Which of many events it has anything to do for, by what one look at all their conversations has shown. */
  look?: { at: Look<never>; finds(seen: never, event: RecordedEvent): boolean }
  /** How a thing stands now: once, however many events speak of it; and what settles the same thing in one transaction. */
  settle?: { hold: Hold<never>; run(trx: Trx, held: readonly never[]): Promise<void> }
}

type Look<Seen> = (conversationIds: readonly string[]) => Promise<ReadonlyMap<string, Seen>>
type Work<Held> = (trx: Trx, held: readonly Held[]) => Promise<void>
type Hold<Held extends { id: string }> = (ids: readonly string[], work: Work<Held>) => Promise<void>

const reactions = new Map<string, Reaction[]>()
const byName = new Map<string, Reaction>()

/** As a version before this one has put the events of one transaction into a queue, in the database or in an archive. */
const events = 'events'
/** One reaction to one event, by itself: it failed, or its process ended under it. */
const again = 'events.again'
/** Of one transaction, in one row of what is due. */
export const atMostTogether = 20
/** Transactions that are taken in one go: the more, the less each costs. */
const atOnce = 100
/** What follows a write waits no longer than this for those who wait for an answer, in milliseconds; and not at all once it falls behind. */
const givesWayFor = 500
/** Conversations that are held in one transaction: more would keep those who write in one of them waiting for all others. */
const atMostHeld = 25

interface Again {
  name: string
  event: RecordedEvent
}

function declare(types: EventType | readonly EventType[], reaction: Reaction): void {
  if (byName.size === 0) {
    // One worker, so that those who wait for an answer go first.
    ownQueue('due', dueReactions(atOnce, reactTo))
    jobTogether<{ events: RecordedEvent[] }>(
      events,
      (jobs, { tries, log }) =>
        reactTo(
          jobs.map((one, n) => ({ events: one.events, tries: tries[n]! })),
          log,
        ),
      1,
      atOnce,
    )
    job<Again>(again, ({ name, event }) => byName.get(name)!.run(event), 2, 10)
  }
  if (byName.has(reaction.name)) throw new Error(`reaction ${reaction.name} is declared twice`)
  byName.set(reaction.name, reaction)
  if (!reaction.queue)
    formerQueue(`react.${reaction.name}`, again, (event) => ({ name: reaction.name, event }))
  for (const one of typeof types === 'string' ? [types] : types)
    reactions.set(one, [...(reactions.get(one) ?? []), reaction])
}

/** Declares what happens after an event. `server/app/reactions.ts` is the one place that calls this. They run one after the other. */
export function react<T extends EventType>(
  type: T | readonly T[],
  name: string,
  run: (event: RecordedEvent<T>) => Promise<void>,
): void {
  declare(type, { name, run: run as Reaction['run'] })
}

/** The same for what takes long or waits for somebody outside, and so would hold up all others: a queue of its own, `atOnce` side by side. */
export function reactApart<T extends EventType>(
  type: T | readonly T[],
  name: string,
  run: (event: RecordedEvent<T>) => Promise<void>,
  atOnce = 1,
): void {
  const queue = `react.${name}`
  job<RecordedEvent<T>>(queue, run, atOnce, 10)
  declare(type, { name, run: run as Reaction['run'], queue })
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
 * Declares what mostly has nothing to do. `at` looks once at all conversations that events of a batch speak of; `finds` says from what
 * it has seen whether there is anything to do for one. It may say yes too often, never no: `run` looks for itself.
 */
export const looking =
  <Seen>(at: Look<Seen>) =>
  <T extends EventType>(
    type: T | readonly T[],
    name: string,
    finds: (seen: Seen, event: RecordedEvent<T>) => boolean,
    run: (event: RecordedEvent<T>) => Promise<void>,
  ): void =>
    declare(type, {
      name,
      run: run as Reaction['run'],
      look: { at: at as Look<never>, finds: finds as Required<Reaction>['look']['finds'] },
    })

/**
 * Declares what is brought to how its conversation stands, after any of these events. `hold` opens the one transaction in which all
 * that is due for some conversations is settled.
 */
export const settling =
  <Held extends { id: string }>(hold: Hold<Held>) =>
  (type: EventType | readonly EventType[], name: string, run: Work<Held>): void =>
    declare(type, {
      name,
      run: (event) => hold([event.conversationId!], run),
      // What it holds is known to those alone who were declared by the same.
      settle: { hold: hold as unknown as Hold<never>, run },
    })

/** For tests, as `forgetKinds`. */
export function forgetReactions(): void {
  reactions.clear()
  byName.clear()
}

const waiting = new WeakMap<Trx | Db, number[]>()

/** Whether anything reacts to such an event, and where: in its turn, or in a queue of its own. */
export function whereReactions(type: EventType): { inTurn: boolean; apart: boolean } {
  const all = reactions.get(type) ?? []
  return { inTurn: all.some(({ queue }) => !queue), apart: all.some(({ queue }) => queue) }
}

/** Queues what reacts to events, in their transaction. */
export async function queueReactions(trx: Trx, recorded: readonly RecordedEvent[]): Promise<void> {
  const inTurn: number[] = []
  for (const event of recorded) {
    for (const { queue } of reactions.get(event.type) ?? []) if (queue) await enqueueAll(trx, queue, [event])
    if (whereReactions(event.type).inTurn) inTurn.push(event.seq)
  }
  if (inTurn.length === 0) return
  const before = waiting.get(trx)
  if (before) return void before.push(...inTurn)
  const queue = async () => {
    for (let n = 0; n < inTurn.length; n += atMostTogether)
      await queueDue(trx, inTurn.slice(n, n + atMostTogether))
  }
  const isLater = beforeCommit(trx, async () => {
    waiting.delete(trx)
    await queue()
  })
  if (isLater) waiting.set(trx, inTurn)
  else await queue()
}

/**
 * Runs what reacts to the events of some transactions. What fails is queued by itself before that is over; and what comes
 * back, since its process ended under it, is taken apart: so nothing is lost, and one that ends its process takes no other with it.
 */
async function reactTo(due: readonly Due[], log: Taken['log']): Promise<void> {
  const apart: Again[] = []
  const failed: Again[] = []
  const later = new Map<Reaction, RecordedEvent[]>()
  if (due.length < atOnce) await giveWay(givesWayFor)

  const alone = async (reaction: Reaction, event: RecordedEvent) => {
    try {
      await reaction.run(event)
    } catch (error) {
      log(`reaction ${reaction.name} failed, and is tried by itself`, error)
      failed.push({ name: reaction.name, event })
    }
  }

  for (const { events, tries } of due)
    for (const event of events)
      for (const reaction of reactions.get(event.type) ?? []) {
        const { name, queue, settle, together, look } = reaction
        if (queue) continue
        if (tries > 0) apart.push({ name, event })
        else if (settle || together || look) later.set(reaction, [...(later.get(reaction) ?? []), event])
        else await alone(reaction, event)
      }

  await runTogether(later, alone, log)
  await runWhereFound(later, alone, log)
  await settleAll(later, alone, log)

  await enqueueRest(again, apart, {})
  // It has been tried once.
  await enqueueRest(again, failed, { startAfter: 2, retryLimit: 4 })
}

type Later = ReadonlyMap<Reaction, readonly RecordedEvent[]>
type Alone = (reaction: Reaction, event: RecordedEvent) => Promise<void>

async function inOneGo(
  what: string,
  all: () => Promise<void>,
  each: () => Promise<void>,
  log: Taken['log'],
): Promise<void> {
  try {
    await all()
  } catch (error) {
    log(`reactions ${what} failed together, and are tried one by one`, error)
    await each()
  }
}

async function runTogether(later: Later, alone: Alone, log: Taken['log']): Promise<void> {
  for (const [reaction, events] of later)
    if (reaction.together)
      await inOneGo(
        reaction.name,
        () => reaction.together!(events),
        async () => {
          for (const event of events) await alone(reaction, event)
        },
        log,
      )
}

/** One look for all; and another behind whatever has done something, since that may have changed what was seen. */
async function runWhereFound(later: Later, alone: Alone, log: Taken['log']): Promise<void> {
  const looks = [...later].filter(([{ look }]) => look)
  const ids = [
    ...new Set(looks.flatMap(([, events]) => events.flatMap((event) => event.conversationId ?? []))),
  ]
  const seen = new Map<Look<never>, ReadonlyMap<string, never>>()
  const lookAt = async (at: Look<never>) => {
    const before = seen.get(at)
    if (before) return before
    const found = await at(ids).catch((error) => {
      log('looking what there is to do failed, and all is tried', error)
      return new Map<string, never>()
    })
    seen.set(at, found)
    return found
  }
  for (const [reaction, events] of looks) {
    const { at, finds } = reaction.look!
    for (const event of events) {
      const found = event.conversationId ? (await lookAt(at)).get(event.conversationId) : undefined
      if (found !== undefined && !finds(found, event)) continue
      await alone(reaction, event)
      seen.clear()
    }
  }
}

async function settleAll(later: Later, alone: Alone, log: Taken['log']): Promise<void> {
  const clocks = [...later].flatMap(([reaction, events]) =>
    reaction.settle
      ? [{ reaction, ...reaction.settle, of: new Map(events.map((one) => [one.conversationId!, one])) }]
      : [],
  )
  for (const [hold, some] of Map.groupBy(clocks, (clock) => clock.hold)) {
    const settle = (ids: readonly string[]) =>
      hold(ids, async (trx, held: readonly { id: string }[]) => {
        for (const { run, of } of some) {
          const due = held.filter(({ id }) => of.has(id))
          if (due.length) await run(trx, due as never)
        }
      })
    const names = some.map(({ reaction }) => reaction.name).join(', ')
    const one = (id: string) =>
      inOneGo(
        names,
        () => settle([id]),
        async () => {
          for (const { reaction, of } of some) if (of.has(id)) await alone(reaction, of.get(id)!)
        },
        log,
      )
    const ids = [...new Set(some.flatMap(({ of }) => [...of.keys()]))].sort()
    for (let n = 0; n < ids.length; n += atMostHeld) {
      const part = ids.slice(n, n + atMostHeld)
      const each = async () => {
        for (const id of part) await one(id)
      }
      if (part.length === 1) await each()
      else await inOneGo(names, () => settle(part), each, log)
    }
  }
}
