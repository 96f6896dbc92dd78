import { ImapFlow } from 'imapflow'
import type { Selectable } from 'kysely'
import { tend } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { recordEvent } from '#server/base/events.ts'
import { transaction } from '#server/database/database.ts'
import { keepLetter } from '../arrival.ts'
import { failure } from '../check.ts'
import { unseal } from '../mailboxes.ts'
import type { MailboxesTable } from '../tables.ts'
import '../tables.ts'

export interface FolderWatch {
  stop(): Promise<void>
}

const folder = 'INBOX'
/** Servers drop an idle connection after half an hour; many routers after five minutes, without a word. */
const renewIdle = 4 * 60_000
const compareEvery = 15 * 60_000
const slowest = 5 * 60_000

/** Reads one mailbox as long as it is connected: new letters by IDLE, the list of UIDs compared every quarter of an hour. Never touches a flag. */
export function watchFolder(house: House, mailbox: Selectable<MailboxesTable>): FolderWatch {
  let stopping = false
  let client: ImapFlow | undefined
  let wakeUp: () => void = () => {}

  const run = async () => {
    for (let attempt = 0; !stopping; attempt++) {
      try {
        client = connectionTo(house, mailbox)
        client.on('exists', () => wakeUp())
        client.on('close', () => wakeUp())
        await client.connect()
        await note(house, mailbox, 'connected', null)
        attempt = 0
        await readOn(client)
      } catch (error) {
        if (!stopping) {
          house.log.warn({ err: error, mailbox: mailbox.address }, 'mailbox')
          await note(house, mailbox, 'failing', failure(error, mailbox.imap!).says).catch(() => {})
        }
      } finally {
        client?.close()
      }
      if (!stopping) await pause(Math.min(1000 * 2 ** attempt, slowest))
    }
  }

  const readOn = async (imap: ImapFlow) => {
    let comparedAt = 0
    while (!stopping && imap.usable) {
      // A fresh lock per round ends IDLE and so proves that the connection lives.
      const lock = await imap.getMailboxLock(folder, { readOnly: true })
      try {
        await fetchNew(house, mailbox, imap)
        if (Date.now() - comparedAt > compareEvery) {
          await compare(house, mailbox, imap)
          comparedAt = Date.now()
        }
      } finally {
        lock.release()
      }
      await pause(renewIdle)
    }
  }

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const running = run()
  return {
    async stop() {
      stopping = true
      wakeUp()
      client?.close()
      await running
    },
  }
}

function connectionTo(house: House, mailbox: Selectable<MailboxesTable>): ImapFlow {
  const { host, port, security, user } = mailbox.imap!
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls' ? true : undefined,
    auth: { user, pass: unseal(house, mailbox.secrets).imap ?? '' },
    logger: false,
    maxIdleTime: renewIdle,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 6 * 60_000,
  })
  client.on('error', () => {})
  return client
}

/** The cursor is (folder, UIDVALIDITY, UID). A first look begins behind what is there already. */
async function fetchNew(house: House, mailbox: Selectable<MailboxesTable>, imap: ImapFlow): Promise<void> {
  if (!imap.mailbox) return
  const uidvalidity = Number(imap.mailbox.uidValidity)
  const key = { mailboxId: mailbox.id, folder, uidvalidity }
  const known = await house.db
    .selectFrom('mailboxFolders')
    .selectAll()
    .where('mailboxId', '=', mailbox.id)
    .where('folder', '=', folder)
    .where('uidvalidity', '=', uidvalidity)
    .executeTakeFirst()
  if (!known) {
    // The very first connection starts with what comes from now on; a mailbox that was renumbered is looked through whole, doubles being recognised.
    const before = await house.db
      .selectFrom('mailboxFolders')
      .select('mailboxId')
      .where('mailboxId', '=', mailbox.id)
      .executeTakeFirst()
    await house.db
      .insertInto('mailboxFolders')
      .values({
        ...key,
        lastUid: before ? 0 : Math.max(0, (imap.mailbox.uidNext ?? 1) - 1),
        comparedAt: null,
      })
      .onConflict((c) => c.doNothing())
      .execute()
    if (!before) return
  }
  let last = known?.lastUid ?? 0
  const uids = (await listUids(imap, `${last + 1}:*`)).filter((uid) => uid > last).sort((a, b) => a - b)
  for (const uid of uids) {
    const fetched = await imap.fetchOne(String(uid), { source: true, uid: true }, { uid: true })
    if (fetched && 'source' in fetched && fetched.source)
      await keepLetter(house, {
        raw: fetched.source,
        via: 'imap',
        trusted: true,
        envelopeFrom: null,
        envelopeTo: [],
        peer: null,
        mailbox: { id: mailbox.id, inboxId: mailbox.inboxId, folder, uidvalidity, uid },
      })
    last = uid
    await house.db
      .updateTable('mailboxFolders')
      .set({ lastUid: uid })
      .where('mailboxId', '=', mailbox.id)
      .where('folder', '=', folder)
      .where('uidvalidity', '=', uidvalidity)
      .execute()
  }
  if (uids.length)
    await house.db
      .updateTable('mailboxes')
      .set({ lastLetterAt: new Date() })
      .where('id', '=', mailbox.id)
      .execute()
}

async function listUids(imap: ImapFlow, range: string): Promise<number[]> {
  const found = await imap.search({ uid: range }, { uid: true })
  return found || []
}

/** What lies in the mailbox behind our first look and is not among our rows is fetched after all; what stays missing turns the light. */
async function compare(house: House, mailbox: Selectable<MailboxesTable>, imap: ImapFlow): Promise<void> {
  if (!imap.mailbox) return
  const uidvalidity = Number(imap.mailbox.uidValidity)
  const ours = await house.db
    .selectFrom('letters')
    .select('uid')
    .where('mailboxId', '=', mailbox.id)
    .where('folder', '=', folder)
    .where('uidvalidity', '=', uidvalidity)
    .execute()
  const have = new Set(ours.map((row) => row.uid))
  const lowest = Math.min(...ours.map((row) => row.uid ?? Number.POSITIVE_INFINITY))
  const theirs = Number.isFinite(lowest) ? await listUids(imap, `${lowest}:*`) : []
  let missing = 0
  for (const uid of theirs.filter((one) => !have.has(one))) {
    const fetched = await imap.fetchOne(String(uid), { source: true }, { uid: true })
    if (fetched && 'source' in fetched && fetched.source)
      await keepLetter(house, {
        raw: fetched.source,
        via: 'imap',
        trusted: true,
        envelopeFrom: null,
        envelopeTo: [],
        peer: null,
        mailbox: { id: mailbox.id, inboxId: mailbox.inboxId, folder, uidvalidity, uid },
      })
    else missing++
  }
  await house.db
    .updateTable('mailboxFolders')
    .set({ comparedAt: new Date(), missing })
    .where('mailboxId', '=', mailbox.id)
    .where('folder', '=', folder)
    .where('uidvalidity', '=', uidvalidity)
    .execute()
}

async function note(
  house: House,
  mailbox: Selectable<MailboxesTable>,
  state: string,
  says: string | null,
): Promise<void> {
  await transaction(house.db, async (trx) => {
    const before = await trx
      .selectFrom('mailboxes')
      .select(['state', 'says'])
      .where('id', '=', mailbox.id)
      .executeTakeFirst()
    await trx
      .updateTable('mailboxes')
      .set({ state, says, lastCheckedAt: new Date() })
      .where('id', '=', mailbox.id)
      .execute()
    // Only a change of state wakes others; the watchers themselves look at the settings, not at this.
    if (before?.state !== state)
      await recordEvent(trx, tend, 'mailbox.changed', { inboxId: mailbox.inboxId }, { state })
  })
}
