import type { z } from 'zod'
import type { intakeOutcome } from '#contract/email.ts'
import type { House } from '#server/base/context.ts'
import { recordTogether } from '#server/base/events.ts'
import { gatheredIn } from '#server/base/gathered.ts'
import { atAGlance } from '#server/base/glance.ts'
import { cleanName } from '#server/conversations/attachments.ts'
import { isTransient, type Trx, transaction } from '#server/database/database.ts'
import { type Authentication, authenticate } from './authentication.ts'
import { onlyItsEnvelope, withinBounds } from './bounds.ts'
import { noteOutcomes, settleOld } from './importing/settleOld.ts'
import { type KeptFiles, type Letter, lockLetters } from './letters.ts'
import { beginsNew, openNew } from './newMatters.ts'
import { askForLetter, putAway } from './putAway.ts'
import type { ReadMail } from './read/mail.ts'
import type { Reader } from './read/reader.ts'
import './tables.ts'

export type Outcome = z.infer<typeof intakeOutcome>

export interface TakenIn {
  messageId: string | null
  conversationId: string | null
  outcome: Outcome
}

const underWay = new Map<string, Promise<TakenIn>>()

/**
 * Reads a kept letter and puts it where it belongs, in one transaction. Safe to repeat: the second time it says what the
 * first did, and two at once in this process share one reading.
 */
export function takeIn(house: House, reader: Reader, letterId: string): Promise<TakenIn> {
  const running = underWay.get(letterId)
  if (running) return running
  const taking = readAndPutAway(house, reader, letterId).finally(() => underWay.delete(letterId))
  underWay.set(letterId, taking)
  return taking
}

/** The same for letters that wait together. All are read side by side; one that fails is said at the end, and holds up no other. */
export async function takeInAll(house: House, reader: Reader, letterIds: readonly string[]): Promise<void> {
  const ends = await Promise.allSettled(letterIds.map((id) => takeIn(house, reader, id)))
  const failed = ends.filter((end) => end.status === 'rejected').map((end) => end.reason)
  if (failed.length) throw failed.length === 1 ? failed[0] : new AggregateError(failed)
}

async function readAndPutAway(house: House, reader: Reader, letterId: string): Promise<TakenIn> {
  const letter = await findLetter(house, letterId)
  if (!letter) return { messageId: null, conversationId: null, outcome: 'ignored' }
  if (letter.state !== 'received') return told(letter)
  const raw = await house.files.read(letter.rawFile)
  const reading = await reader.read(raw)
  try {
    const authentication = await authenticate(house, letter, raw, reading.mail)
    const files = await keepAttachments(house, reading.mail)
    const { mail, cut } = withinBounds(reading.mail)
    try {
      return await settle(house, { letterId, mail, authentication, files, cut })
    } catch (error) {
      if (isTransient(error)) throw error
      // Something in it cannot be kept as it was read. The letter is shown as unreadable with its original, never lost.
      house.log.error({ err: error, letterId }, 'a letter could not be put away as it was read')
      return await settle(house, { letterId, mail: onlyItsEnvelope(mail), authentication, files: [], cut })
    }
  } finally {
    await reading.done()
  }
}

const findLetter = gatheredIn<House, string, Letter | undefined>(async (house, ids) => {
  const rows = await house.db
    .selectFrom('letters')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return ids.map((id) => rows.find((row) => row.id === id))
}, 50)

const told = (letter: Letter): TakenIn => ({
  messageId: letter.messageId,
  conversationId: letter.conversationId,
  outcome: letter.outcome as Outcome,
})

interface Found {
  authentication: Authentication
  files: KeptFiles
  cut: boolean
}

/** Locks are held until the last of a lot has its place, and whoever answers in one of their conversations waits so long. */
const atMostTogether = 12

/** Puts what has been read where it belongs: those that are ready at the same moment in one transaction. */
const settle = gatheredIn<House, { letterId: string; mail: ReadMail } & Found, TakenIn>(
  (house, all) =>
    transaction(
      house.db,
      async (trx) => {
        const letters = await lockLetters(
          trx,
          all.map(({ letterId }) => letterId),
        )
        recordTogether(trx)
        const taken = await takeNew(trx, house, letters, all)
        for (const letter of letters) {
          if (taken.has(letter.id)) continue
          const { mail, ...found } = all.find(({ letterId }) => letterId === letter.id)!
          if (letter.state !== 'received') taken.set(letter.id, told(letter))
          else if (letter.via === 'import')
            for (const [id, one] of await settleOld(trx, house, [{ mail, ...found }])) taken.set(id, one)
          else taken.set(letter.id, await atAGlance(() => place(trx, house, letter, mail, found)))
        }
        return all.map(({ letterId }) => taken.get(letterId)!)
      },
      { hold: true },
    ),
  atMostTogether,
)

/** Those that surely begin something new, each inbox in one go. What is left has its place after them. */
async function takeNew(
  trx: Trx,
  house: House,
  letters: readonly Letter[],
  all: readonly ({ letterId: string; mail: ReadMail } & Found)[],
): Promise<Map<string, TakenIn>> {
  const read = letters
    .map((letter) => ({ letter, ...all.find(({ letterId }) => letterId === letter.id)! }))
    .filter(({ letter, mail }) => letter.state === 'received' && beginsNew(house, letter, mail))
  const taken = new Map<string, TakenIn>()
  for (const some of Map.groupBy(read, ({ letter }) => letter.inboxId).values()) {
    const opened = await atAGlance(() => openNew(trx, some))
    if (opened.size === 0) continue
    await noteOutcomes(
      trx,
      some.filter(({ letter }) => opened.has(letter.id)),
      opened,
    )
    for (const [id, one] of opened) taken.set(id, one)
  }
  return taken
}

async function place(trx: Trx, house: House, letter: Letter, mail: ReadMail, found: Found): Promise<TakenIn> {
  await askForLetter(trx, letter, mail)
  const first = await claimFingerprint(trx, letter, mail.fingerprint)
  const taken: TakenIn = first
    ? { ...first, outcome: 'duplicate' }
    : await putAway(trx, house, letter, mail, found)
  await trx
    .updateTable('letters')
    .set({
      state: taken.outcome === 'ignored' || taken.outcome === 'duplicate' ? 'ignored' : 'taken-in',
      outcome: taken.outcome,
      fingerprint: mail.fingerprint,
      conversationId: taken.conversationId,
      messageId: taken.messageId,
    })
    .where('id', '=', letter.id)
    .execute()
  return taken
}

export async function keepAttachments(house: House, mail: ReadMail): Promise<KeptFiles> {
  const kept: KeptFiles = []
  for (const { path, ...attachment } of mail.attachments)
    kept.push({
      size: attachment.size,
      inline: attachment.inline,
      filename: cleanName(attachment.filename),
      contentType: attachment.contentType.replaceAll('\0', '').slice(0, 200),
      contentId: attachment.contentId?.replaceAll('\0', '').slice(0, 500) ?? null,
      file: (await house.files.keepFile(path)).name,
    })
  return kept
}

/** The same letter to the same inbox by whichever road is one message; the unique key decides, not luck. */
async function claimFingerprint(
  trx: Trx,
  letter: Letter,
  fingerprint: string,
): Promise<{ messageId: string | null; conversationId: string | null } | null> {
  const claimed = await trx
    .insertInto('fingerprints')
    .values({ inboxId: letter.inboxId, fingerprint, letterId: letter.id })
    .onConflict((c) => c.doNothing())
    .returning('letterId')
    .executeTakeFirst()
  if (claimed) return null
  const first = await trx
    .selectFrom('fingerprints')
    .innerJoin('letters', 'letters.id', 'fingerprints.letterId')
    .select(['letters.messageId', 'letters.conversationId'])
    .where('fingerprints.inboxId', '=', letter.inboxId)
    .where('fingerprints.fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return { messageId: first?.messageId ?? null, conversationId: first?.conversationId ?? null }
}
