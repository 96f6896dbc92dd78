import { sql } from 'kysely'
import type { House } from '#server/base/context.ts'
import type { MessageRow } from '#server/conversations/conversation.ts'
import type { Db } from '#server/database/database.ts'
import { statement } from '#server/database/statement.ts'
import { type FileBeside, nameless, shapeMessage, way, type way as wayOf } from './messages.ts'

/** A letter as the opening of its conversation names it: which, in which version of its row, and its author's name as it is now. */
export type Named = [id: string, version: string, authorName: string | null]

/** What changes whenever a row does: the transaction that wrote it, and where it lies. */
export const versionOf = (row: 'm') =>
  sql<string>`${sql.ref(`${row}.xmin`)}::text || ${sql.ref(`${row}.ctid`)}::text`

/** The answer's text of one letter, but for its author's name and how it came or goes. */
interface Kept {
  version: string
  before: string
  after: string
  nameless: string | null
  hasRaw: boolean
}

/**
 * Letters as they were last written into an answer. A letter does not change, but is read again by everybody who opens its conversation
 * and whenever something happens there. Kept only with the version of its row, which each opening asks for: what another node or
 * an erasure has changed is never shown from here.
 */
interface Keep {
  young: Map<string, Kept>
  old: Map<string, Kept>
  size: number
  turn: NodeJS.Timeout | null
}

/** Characters; twice as much at most, with the old ones. About three thousand letters each. */
const most = 8_000_000
/** What nobody asks for this long, or twice, goes: memory is for what is worked on, and words that were erased are not to lie about. */
const turns = 300_000

const keeps = new WeakMap<Db, Keep>()

function keepOf(db: Db): Keep {
  let keep = keeps.get(db)
  if (!keep) keeps.set(db, (keep = { young: new Map(), old: new Map(), size: 0, turn: null }))
  return keep
}

function turnOver(keep: Keep): void {
  clearTimeout(keep.turn ?? undefined)
  keep.old = keep.young
  keep.young = new Map()
  keep.size = 0
  keep.turn = keep.old.size ? setTimeout(() => turnOver(keep), turns).unref() : null
}

function put(keep: Keep, id: string, kept: Kept): void {
  keep.young.set(id, kept)
  keep.size += kept.before.length + kept.after.length
  if (keep.size > most) turnOver(keep)
  keep.turn ??= setTimeout(() => turnOver(keep), turns).unref()
}

function take(keep: Keep, id: string, version: string): Kept | undefined {
  const young = keep.young.get(id)
  if (young?.version === version) return young
  const old = keep.old.get(id)
  if (old?.version !== version) return undefined
  put(keep, id, old)
  return old
}

const readRows = statement<{ conversationId: string; ids: string[] }, MessageRow & { version: string }>(
  (place) => sql`select m.*, ${versionOf('m')} as version from messages m
    where m.conversation_id = ${place('conversationId')} and m.id = any(${place('ids')}::text[])`,
)

type Way = Parameters<typeof wayOf>[1]

/** The letters of one conversation as the JSON of an answer, in the order in which they are named. */
export async function writeLetters(
  house: House,
  conversationId: string,
  named: readonly Named[],
  beside: { files: Map<string, FileBeside[]>; deliveries: Map<string, NonNullable<Way>> },
): Promise<string> {
  const keep = keepOf(house.db)
  const found = new Map<string, Kept>()
  const missing: string[] = []
  for (const [id, version] of named) {
    const kept = take(keep, id, version)
    if (kept) found.set(id, kept)
    else missing.push(id)
  }
  const rows = new Map<string, MessageRow>()
  if (missing.length)
    for (const row of await readRows(house.db, { conversationId, ids: missing })) {
      // The address of a file is good for some hours only, so its letter is written anew each time.
      if (beside.files.has(row.id)) rows.set(row.id, row)
      else {
        const kept = write(house, row, row.version)
        put(keep, row.id, kept)
        found.set(row.id, kept)
      }
    }
  const texts: string[] = []
  for (const [id, , authorName] of named) {
    const delivery = beside.deliveries.get(id)
    const kept = found.get(id)
    const row = rows.get(id)
    if (kept)
      texts.push(
        `${kept.before}${JSON.stringify(authorName ?? kept.nameless)}${kept.after}${JSON.stringify(way(kept.hasRaw, delivery)).slice(1)}`,
      )
    else if (row)
      texts.push(
        JSON.stringify(
          shapeMessage(house, row, {
            files: beside.files.get(id)!,
            authorName: authorName ?? nameless(row),
            delivery,
          }),
        ),
      )
  }
  return `[${texts.join(',')}]`
}

/** No letter holds this: PostgreSQL keeps no NUL. */
const open = '\0'
const place = `"authorName":${JSON.stringify(open)}`

function write(house: House, row: MessageRow, version: string): Kept {
  const text = JSON.stringify(shapeMessage(house, row, { files: [], authorName: open, delivery: undefined }))
  const at = text.indexOf(place) + place.length
  const end = text.lastIndexOf('"hasRaw":')
  return {
    version,
    before: text.slice(0, at - JSON.stringify(open).length),
    after: text.slice(at, end),
    nameless: nameless(row),
    hasRaw: row.rawFile !== null,
  }
}
