import type { Socket } from 'node:net'
import { type Actor, sees } from '#server/base/actor.ts'
import { cursorText, type EventCursor, type RecordedEvent } from '#server/base/events.ts'
import { type Heard, type Live, thin } from '#server/base/live.ts'

/** One open stream: nothing but its line, and how far it has been told. There may be thousands. */
export interface Window {
  line: Socket
  /** What lies behind this place it has not been told; null where that is all that is still to be heard. */
  told: EventCursor | null
  /** What was heard while it was told what it had missed. */
  early: Heard[] | null
  turn: number
}

/** All windows of one sign-in: what they may hear is looked up, chosen and put into words once. */
export interface Reader {
  by: Actor
  windows: Set<Window>
  unsaid: Heard[]
  /** Events that wait until the rights were looked up. */
  waiting: number
  queue: Promise<unknown>
  looking: Promise<void>
  /** Up to which event the rights have been looked up. */
  looked: EventCursor | null
  ask(): Promise<Actor | null>
  timer: NodeJS.Timeout
}

/** Who listens to one house. */
export interface Readers {
  /** By what tells sign-ins apart, or by something of their own. */
  all: Map<unknown, Reader>
  close(): void
}

/** Numbers of transactions are longer than a number of JavaScript is exact, and as text without leading noughts: the longer is the greater. */
export const isBehind = (one: EventCursor, other: EventCursor): boolean =>
  one.xid === other.xid
    ? one.seq > other.seq
    : one.xid.length === other.xid.length
      ? one.xid > other.xid
      : one.xid.length > other.xid.length

/** What a reader may hear: events of inboxes they see, and those that belong to no inbox. */
export const mayHear = (by: Actor, event: RecordedEvent): boolean => !event.inboxId || sees(by, event.inboxId)

/** After these a reader may see more or less than before; they are looked up again before it is told. */
export const changesRights = new Set<string>([
  'inbox.added',
  'inbox.changed',
  'teammate.changed',
  'teammate.joined',
  'teammate.left',
])

/** So much may wait for a reader who does not read; then the line is cut, and their browser comes back for the rest. */
const mostWaiting = 4 * 2 ** 20
/** Each window hears that the line is up every so many seconds, and not all in the same. */
const beats = 15
/** So often, in milliseconds, it is looked whether a sign-in still stands: revoked, it hears nothing more within two seconds. */
const looksEvery = 1500

const houses = new Map<Live, Readers>()

function readersOf(live: Live): Readers {
  const before = houses.get(live)
  if (before) return before
  const all: Readers['all'] = new Map()
  const unhear = live.hear(
    (event) => {
      for (const reader of all.values()) hear(reader, event)
    },
    () => {
      for (const reader of all.values()) say(reader)
    },
  )
  let turn = 0
  const beat = setInterval(() => {
    turn = (turn + 1) % beats
    for (const { windows } of all.values())
      for (const window of windows) if (window.turn === turn) window.line.write(': here\n\n')
  }, 1000)
  const close = () => {
    clearInterval(beat)
    unhear()
    houses.delete(live)
  }
  const readers = { all, close }
  houses.set(live, readers)
  return readers
}

let turns = 0
/** A window opens; it hears from now on, as soon as it is caught up. `key`: what tells sign-ins apart. */
export function openWindow(
  live: Live,
  line: Socket,
  by: Actor,
  key: unknown,
  ask: () => Promise<Actor | null>,
): { reader: Reader; window: Window } {
  const readers = readersOf(live)
  const reader = readers.all.get(key) ?? newReader(by, ask)
  readers.all.set(key, reader)
  const window: Window = { line, told: null, early: [], turn: turns++ % beats }
  reader.windows.add(window)
  line.once('close', () => {
    reader.windows.delete(window)
    if (reader.windows.size) return
    clearInterval(reader.timer)
    if (readers.all.get(key) === reader) readers.all.delete(key)
    if (readers.all.size === 0) readers.close()
  })
  return { reader, window }
}

function newReader(by: Actor, ask: Reader['ask']): Reader {
  const done = Promise.resolve()
  const reader: Reader = {
    by,
    ask,
    windows: new Set(),
    unsaid: [],
    waiting: 0,
    queue: done,
    looking: done,
    looked: null,
    timer: setInterval(() => void look(reader), looksEvery),
  }
  return reader
}

/** One look after the other, so that an older one never speaks last. */
function look(reader: Reader): Promise<void> {
  reader.looking = reader.looking.then(reader.ask).then(
    (again) => {
      if (again) reader.by = again
      else endAll(reader)
    },
    () => endAll(reader),
  )
  return reader.looking
}

/** Looks the rights up behind an event, once for all windows. */
export function lookBehind(reader: Reader, cursor: EventCursor): Promise<void> {
  if (reader.looked && !isBehind(cursor, reader.looked)) return reader.looking
  reader.looked = cursor
  return look(reader)
}

function hear(reader: Reader, event: Heard): void {
  if (reader.waiting === 0 && !changesRights.has(event.type)) keep(reader, event)
  else wait(reader, event)
}

/** In line, behind a look at the rights. */
function wait(reader: Reader, event: Heard): void {
  reader.waiting++
  reader.queue = reader.queue.then(async () => {
    if (changesRights.has(event.type)) await lookBehind(reader, event.cursor)
    reader.waiting--
    keep(reader, event)
    say(reader)
  })
}

function keep(reader: Reader, event: Heard): void {
  if (mayHear(reader.by, event)) reader.unsaid.push(event)
}

/** Many events are one write: with thousands of windows the writes are what takes long. */
function say(reader: Reader): void {
  const events = reader.unsaid
  if (events.length === 0) return
  reader.unsaid = []
  const bytes = wordsOf(events)
  for (const window of reader.windows)
    if (window.early) window.early.push(...events)
    else if (window.told) tell(window, events)
    else write(window, bytes)
}

/** Tells what a window has not been told: what comes both while it catches up and live is said once. */
export function tell(window: Window, events: readonly Heard[]): void {
  const { told } = window
  const rest = told ? events.filter(({ cursor }) => isBehind(cursor, told)) : events
  if (rest.length === 0) return
  window.told = null
  write(window, wordsOf(rest))
}

export function write({ line }: Window, words: string | Buffer): void {
  if (line.destroyed || line.writableEnded) return
  line.write(words)
  if (line.writableLength > mostWaiting) line.destroy()
}

/** An event is put into words once, however many hear it. */
const lines = new WeakMap<Heard, string>()
function lineOf(event: Heard): string {
  const before = lines.get(event)
  if (before) return before
  const line = `id: ${cursorText(event.cursor)}\nevent: change\ndata: ${JSON.stringify(thin(event))}\n\n`
  lines.set(event, line)
  return line
}
const wordsOf = (events: readonly Heard[]): Buffer => Buffer.from(events.map(lineOf).join(''))

function endAll({ windows }: Reader): void {
  for (const { line } of windows) line.destroySoon()
}

/** How many listen to this process now. */
export const openStreams = (): number =>
  [...houses.values()]
    .flatMap(({ all }) => [...all.values()])
    .reduce((sum, { windows }) => sum + windows.size, 0)

/** Ends all streams; browsers come back by themselves. */
export function endStreams(): void {
  for (const { all } of houses.values()) for (const reader of all.values()) endAll(reader)
}
