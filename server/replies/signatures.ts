import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Signature, signedAs } from '#contract/signatures.ts'
import { type Actor, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { forbidden, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { findTeammate, inboxById } from '#server/team/queries.ts'
import { endingOf } from './ending.ts'
import { bodyOf } from './letter.ts'
import { type Ending, withoutDashes, wrongSlot } from './signature.ts'
import type { SignaturesTable } from './tables.ts'
import { cleaned } from './write.ts'
import './tables.ts'

type Row = Selectable<SignaturesTable>

const shape = (row: Row): Signature => ({
  id: row.id,
  teammateId: row.teammateId,
  inboxId: row.inboxId,
  text: row.text,
  html: row.html,
  changedAt: row.changedAt.toISOString(),
})

/** Mine, and those of the inboxes I see. */
export async function listSignatures(db: Db, by: Actor): Promise<{ items: Signature[] }> {
  const rows = await db.selectFrom('signatures').selectAll().orderBy('id').execute()
  const me = teammateId(by)
  return {
    items: rows
      .filter((row) => row.teammateId === null || row.teammateId === me)
      .filter((row) => row.inboxId === null || sees(by, row.inboxId))
      .map(shape),
  }
}

export interface NewSignature {
  whose: 'mine' | 'inbox'
  inboxId: string | null
  text?: string
  html?: string
  demo?: boolean
}

/** Sets one; the one that stood in its place goes. */
export async function setSignature(db: Db | Trx, by: Actor, given: NewSignature): Promise<Signature> {
  requireRole(by, 'teammate')
  const { whose, inboxId } = given
  if (whose === 'inbox') requireRole(by, 'lead')
  if (whose === 'inbox' && !inboxId) throw invalid('/inboxId', say('replies.signatures.which'))
  if (inboxId && !sees(by, inboxId)) throw notFound(say('replies.signatures.inbox'))
  const ending = read(given, whose)
  const owner = whose === 'mine' ? teammateId(by) : null
  if (whose === 'mine' && !owner) throw forbidden(say('replies.signatures.aPerson'))
  return transaction(db, async (trx) => {
    if (inboxId) await inboxById(trx, inboxId)
    await trx
      .deleteFrom('signatures')
      .where('teammateId', owner ? '=' : 'is', owner)
      .where('inboxId', inboxId ? '=' : 'is', inboxId)
      .execute()
    const row = await trx
      .insertInto('signatures')
      .values({
        id: newId('signature'),
        teammateId: owner,
        inboxId,
        ...ending,
        byId: teammateId(by),
        changedAt: await clockNow(trx),
        ...(given.demo && { demo: true }),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await tell(trx, by, 'signature.set', row)
    return shape(row)
  })
}

export async function removeSignature(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await trx
      .selectFrom('signatures')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    const isMine = row !== undefined && row.teammateId === teammateId(by)
    const isSeen = row?.inboxId != null && row.teammateId === null && sees(by, row.inboxId)
    if (!row || (!isMine && !isSeen)) throw notFound(say('replies.signatures.this'))
    if (!isMine) requireRole(by, 'lead')
    await trx.deleteFrom('signatures').where('id', '=', id).execute()
    await tell(trx, by, 'signature.removed', row)
  })
}

/** A change of a colleague's own is nobody's business; everybody who answers in an inbox hears that its own changed. */
async function tell(trx: Trx, by: Actor, action: string, row: Row): Promise<void> {
  const { id, inboxId, teammateId: whose } = row
  await recordEvent(
    trx,
    by,
    'signature.changed',
    { ...(inboxId && { inboxId }), ...(whose && { teammateId: whose }) },
    {},
  )
  await audit(
    trx,
    by,
    action,
    { kind: 'signature', id, ...(inboxId && { inboxId }) },
    { own: whose !== null },
  )
}

function read({ text, html }: NewSignature, whose: 'mine' | 'inbox'): Ending {
  const rich = html && (cleaned(html)?.replace(/<img[^>]*>/gi, '') ?? null)
  const words = withoutDashes(rich ? bodyOf({ html: rich }).text : (text ?? ''))
  const pointer = html ? '/html' : '/text'
  if (!words) throw invalid(pointer, say('replies.signatures.empty'))
  if (words.length > 2000) throw invalid(pointer, say('replies.signatures.tooLong'))
  const wrong = wrongSlot(words)
  if (wrong) throw invalid(pointer, say('replies.signatures.slot', { slot: wrong }))
  if (whose === 'mine' && words.includes('{{')) throw invalid(pointer, say('replies.signatures.noSlots'))
  return { text: words, html: rich && /<(?!\/?(p|br)\b)[a-z]/i.test(rich) ? rich : null }
}

/** How mine end. */
export async function signedAsIn(db: Db, by: Actor, inboxId: string): Promise<z.infer<typeof signedAs>> {
  if (!sees(by, inboxId)) throw notFound(say('replies.signatures.inbox'))
  const me = teammateId(by)
  const [inbox, company, author] = [
    await inboxById(db, inboxId),
    await readCompany(db),
    me ? await findTeammate(db, me) : null,
  ]
  return endingOf(db, author, inbox, company.name)
}
