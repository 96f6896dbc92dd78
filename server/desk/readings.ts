import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { type DraftContext, type DraftReading, readDraft } from '#care/draft.ts'
import { type Heads, readHeads } from '#care/heads/heads.ts'
import { type Heard, heardIn } from '#care/heads/heard.ts'
import type { readerContext as readerContextShape } from '#contract/readings.ts'
import { type Actor, sees, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { written } from '#server/base/written.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import { listFrameworks } from '#server/knowledge/frameworks.ts'
import { guideInForce, guideOfTheHouse } from '#server/knowledge/guide.ts'
import { demandTimeZone } from '#server/team/company.ts'

type ReaderContext = z.input<typeof readerContextShape>

export interface Draft {
  inboxId: string | null
  draft: string
  channel: string
  customer: DraftContext['customer']
  ours: DraftContext['ours']
  ref?: string | undefined
  tz?: string | undefined
}

/** Further back nobody remembers what they wrote; longer ones are read by their beginning. */
const lettersBack = 12
const daysBack = 14
const longest = 3_000
/** Where more work, their letters name few of them. */
const mostNames = 300

/** What the reader in the composer must know beside the letter, for one teammate in one inbox. */
export async function readerContext(db: Db, by: Actor, inboxId: string): Promise<ReaderContext> {
  if (!sees(by, inboxId)) throw notFound()
  const { office, recentReplies, teammates } = await contextFor(db, by)
  return { office, recentReplies, teammates }
}

async function contextFor(db: Db, by: Actor): Promise<ReaderContext & { timeZone: string }> {
  const [{ timeZone, hours, holidays }, recentReplies, teammates] = await Promise.all([
    workingTime(db),
    recentRepliesOf(db, by),
    db
      .selectFrom('teammates')
      .select('name')
      .where('leftAt', 'is', null)
      .orderBy('name')
      .limit(mostNames)
      .execute(),
  ])
  return {
    timeZone,
    office: { hours, holidays: Object.keys(holidays ?? {}).sort() },
    recentReplies,
    teammates: teammates.map(({ name }) => name),
  }
}

async function recentRepliesOf(db: Db, by: Actor): Promise<string[]> {
  const teammate = teammateId(by)
  if (!teammate) return []
  const since = new Date((await clockNow(db)).getTime() - daysBack * 86_400_000)
  const rows = await db
    .selectFrom('messages')
    .select('text')
    .where('authorId', '=', teammate)
    .where('direction', '=', 'out')
    .where('at', '>', since)
    .where(within(by, 'messages.inbox_id'))
    .orderBy('at', 'desc')
    .limit(lettersBack)
    .execute()
  return rows.map((row) => row.text.slice(0, longest))
}

/** Reads a draft as the care line in the browser does, by the same guide and in the same context. Nothing of it is kept. */
export async function readByGuide(
  db: Db,
  by: Actor,
  { inboxId, draft, ...context }: Draft,
): Promise<Omit<DraftReading, 'labels'> & { heard: Heard[] }> {
  const guide = inboxId ? await guideInForce(db, by, inboxId) : await guideOfTheHouse(db)
  if (context.tz) demandTimeZone(context.tz, '/tz')
  const [{ timeZone, office, recentReplies, teammates }, frameworks] = await Promise.all([
    contextFor(db, by),
    listFrameworks(db, by),
  ])
  const tz = context.tz ?? timeZone
  const ref = context.ref ?? wallClock(await clockNow(db), tz)
  const { asks, marks, promises, observations } = readDraft(draft, {
    ...context,
    ref,
    tz,
    office,
    frameworks,
    recentReplies,
    teammates,
    checksOff: guide.checksOff,
    voice: guide.words,
  })
  return { asks, marks, promises, observations, heard: heardIn(await loadHeads(), draft) }
}

const weights = new URL('../../care-language/weights/heads.bin', import.meta.url)
let loading: Promise<Heads> | null = null
/** The learnt weights, read when somebody first asks. */
const loadHeads = (): Promise<Heads> => (loading ??= readFile(weights).then(readHeads))

const wallClock = (at: Date, timeZone: string): string =>
  written('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at).replace(' ', 'T')
