import { readFile } from 'node:fs/promises'
import { type DraftContext, type DraftReading, readDraft } from '#care/draft.ts'
import { type Heads, readHeads } from '#care/heads/heads.ts'
import { type Heard, heardIn } from '#care/heads/heard.ts'
import type { Actor } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { Db } from '#server/database/database.ts'
import { demandTimeZone, readCompany } from '#server/team/company.ts'
import { guideInForce, guideOfTheHouse } from './guide.ts'

export interface Draft {
  inboxId: string | null
  draft: string
  channel: string
  customer: DraftContext['customer']
  ours: DraftContext['ours']
  ref?: string | undefined
  tz?: string | undefined
}

/** Reads a draft as the care line in the browser does, by the same guide. Nothing of it is kept. */
export async function readByGuide(
  db: Db,
  by: Actor,
  { inboxId, draft, ...context }: Draft,
): Promise<Omit<DraftReading, 'labels'> & { heard: Heard[] }> {
  const guide = inboxId ? await guideInForce(db, by, inboxId) : await guideOfTheHouse(db)
  if (context.tz) demandTimeZone(context.tz, '/tz')
  const company = await readCompany(db)
  const tz = context.tz ?? company.timeZone
  const ref = context.ref ?? wallClock(await clockNow(db), tz)
  const { asks, marks, promises, observations } = readDraft(draft, {
    ...context,
    ref,
    tz,
    office: { hours: company.hours },
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
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone })
    .format(at)
    .replace(' ', 'T')
