import { stepsIn } from '#care/recovery.ts'
import type { RecoveryStep } from '#contract/recoveries.ts'
import type { MessageRow } from '#server/conversations/conversation.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'

export interface ReadStep {
  step: RecoveryStep
  words: string
  place: number
}

/** Wall clock of the house, as care language reads times. */
const wallClock = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(at)
    .replace(' ', 'T')

/** What a letter of ours does of making right, by the very reader that sits beside the composer. */
export async function readOurLetter(
  db: Db | Trx,
  message: Pick<MessageRow, 'text' | 'at' | 'fromName'>,
  theirs: { name: string; preferredName: string | null; words: string },
): Promise<ReadStep[]> {
  const { timeZone } = await readCompany(db)
  const found = stepsIn(message.text, {
    channel: 'email',
    customer: { name: theirs.name, preferredName: theirs.preferredName, message: theirs.words },
    ours: { writer: message.fromName ?? '', firstReply: false, fault: 'ours' },
    ref: wallClock(message.at, timeZone),
    tz: timeZone,
  })
  return found.map(({ step, text, start }) => ({ step, words: text.trim().slice(0, 400), place: start }))
}
