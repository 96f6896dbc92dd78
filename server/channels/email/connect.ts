import type { z } from 'zod'
import type { mailbox as mailboxShape } from '#contract/email.ts'
import { type Actor, requireRole, sees } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import type { House } from '#server/base/context.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { transaction } from '#server/database/database.ts'
import { addInbox } from '#server/team/actions.ts'
import { inboxById } from '#server/team/queries.ts'
import { checkReading, checkSending } from './check.ts'
import { type Secrets, seal, unseal } from './secrets.ts'
import type { ServerSettings } from './tables.ts'
import './tables.ts'

type Mailbox = z.input<typeof mailboxShape>
type Given = ServerSettings & { password?: string }
export interface MailboxSettings {
  inboxId?: string
  inboxName?: string
  address: string
  imap?: Given
  smtp?: Given
}

/** Both ways, step by step, without keeping anything. */
export async function tryBothWays(
  settings: MailboxSettings,
): Promise<{ ok: boolean; checks: z.input<typeof import('#contract/email.ts').mailboxCheck>[] }> {
  const [reading, sending] = await Promise.all([
    settings.imap ? checkReading({ ...settings.imap, password: settings.imap.password ?? '' }) : [],
    settings.smtp
      ? checkSending({
          ...settings.smtp,
          password: settings.smtp.password ?? settings.imap?.password ?? '',
        })
      : [],
  ])
  const checks = [...reading, ...sending]
  return { ok: checks.length > 0 && checks.every((check) => check.ok), checks }
}

const bare = ({ password: _, ...server }: Given): ServerSettings => server

export async function connectMailbox(house: House, by: Actor, settings: MailboxSettings): Promise<Mailbox> {
  requireRole(by, 'admin')
  if (!settings.imap && !settings.smtp) throw invalid('/imap', say('email.mailbox.nothing'))
  const secrets: Secrets = {
    imap: settings.imap?.password,
    smtp: settings.smtp?.password ?? settings.imap?.password,
  }
  const id = await transaction(house.db, async (trx) => {
    const inboxId =
      settings.inboxId ??
      (await addInbox(trx, by, {
        name: settings.inboxName ?? settings.address.split('@')[0]!,
        address: settings.address,
      }))
    await inboxById(trx, inboxId)
    const mailboxId = newId('mailbox')
    const added = await trx
      .insertInto('mailboxes')
      .values({
        id: mailboxId,
        inboxId,
        address: settings.address,
        imap: settings.imap ? JSON.stringify(bare(settings.imap)) : null,
        smtp: settings.smtp ? JSON.stringify(bare(settings.smtp)) : null,
        secrets: seal(house, secrets),
        oauth: null,
        says: null,
        lastCheckedAt: null,
        lastLetterAt: null,
        removedAt: null,
      })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) throw conflict('mailbox-known', say('email.mailbox.known', { address: settings.address }))
    await recordEvent(trx, by, 'mailbox.changed', { inboxId }, { state: 'connecting' })
    await audit(trx, by, 'mailbox.connected', { kind: 'mailbox', id: mailboxId, inboxId })
    return mailboxId
  })
  return (await listMailboxes(house, by)).find((mailbox) => mailbox.id === id)!
}

export async function changeMailbox(
  house: House,
  by: Actor,
  id: string,
  change: { imap?: Given | null; smtp?: Given | null; paused?: boolean },
): Promise<Mailbox> {
  requireRole(by, 'admin')
  await transaction(house.db, async (trx) => {
    const row = await trx
      .selectFrom('mailboxes')
      .selectAll()
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw notFound(say('email.this.mailbox'))
    const kept = unseal(house, row.secrets)
    for (const way of ['imap', 'smtp'] as const)
      if (goesElsewhere(row[way], change[way]) && (kept[way] || row.oauth))
        throw invalid(`/${way}/password`, say('email.mailbox.passwordAgain'))
    const secrets = {
      ...kept,
      ...(change.imap?.password && { imap: change.imap.password }),
      ...(change.smtp?.password && { smtp: change.smtp.password }),
    }
    await trx
      .updateTable('mailboxes')
      .set({
        ...(change.imap !== undefined && { imap: change.imap && JSON.stringify(bare(change.imap)) }),
        ...(change.smtp !== undefined && { smtp: change.smtp && JSON.stringify(bare(change.smtp)) }),
        ...(change.paused !== undefined && { paused: change.paused }),
        // A password takes the place of consent.
        ...((change.imap?.password || change.smtp?.password) && { oauth: null }),
        secrets: seal(house, secrets),
        state: 'connecting',
        says: null,
      })
      .where('id', '=', id)
      .execute()
    await recordEvent(trx, by, 'mailbox.changed', { inboxId: row.inboxId }, { state: 'connecting' })
    await audit(trx, by, 'mailbox.changed', { kind: 'mailbox', id, inboxId: row.inboxId })
  })
  return (await listMailboxes(house, by)).find((mailbox) => mailbox.id === id)!
}

/**
 * What is kept for one server is told to no other: whoever may only change a mailbox does not learn its password by naming a server of
 * their own.
 */
const goesElsewhere = (now: ServerSettings | null, then: Given | null | undefined): boolean =>
  Boolean(then?.user) &&
  !then!.password &&
  (['host', 'port', 'security', 'user'] as const).some((one) => now?.[one] !== then![one])

/** Disconnects; what it brought stays. The passwords are wiped. */
export async function removeMailbox(house: House, by: Actor, id: string): Promise<void> {
  requireRole(by, 'admin')
  await transaction(house.db, async (trx) => {
    const row = await trx
      .updateTable('mailboxes')
      .set({ removedAt: new Date(), secrets: null })
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .returning('inboxId')
      .executeTakeFirst()
    if (!row) throw notFound(say('email.this.mailbox'))
    await recordEvent(trx, by, 'mailbox.changed', { inboxId: row.inboxId }, { state: 'removed' })
    await audit(trx, by, 'mailbox.removed', { kind: 'mailbox', id, inboxId: row.inboxId })
  })
}

export async function listMailboxes(house: House, by: Actor): Promise<Mailbox[]> {
  const rows = await house.db
    .selectFrom('mailboxes')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows
    .filter((row) => sees(by, row.inboxId) || (by.kind !== 'customer' && 'role' in by && by.role === 'admin'))
    .map((row) => ({
      id: row.id,
      inboxId: row.inboxId,
      address: row.address,
      imap: row.imap,
      smtp: row.smtp,
      consent: row.oauth,
      state: row.paused ? 'paused' : (row.state as 'connecting'),
      says: row.says,
      lastCheckedAt: row.lastCheckedAt?.toISOString() ?? null,
      lastLetterAt: row.lastLetterAt?.toISOString() ?? null,
    }))
}
