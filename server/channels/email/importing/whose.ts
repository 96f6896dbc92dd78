import type { Person } from '#contract/common.ts'
import type { Trx } from '#server/database/database.ts'
import { allInboxes, type TeammateRow, teammateByEmail } from '#server/team/queries.ts'
import { asTheCustomersOwn } from '../forwards.ts'
import type { Letter } from '../letters.ts'
import type { ReadMail } from '../read/mail.ts'
import { isFor } from '../token.ts'

/** Who wrote an old letter, and who is on the other side. */
export interface Whose {
  direction: 'in' | 'out'
  /** As it is to be shown: what a teammate forwarded belongs to whom it came from. */
  mail: ReadMail
  /** The other side: the sender of theirs, the recipients of ours. Never empty. */
  others: Person[]
  cc: Person[]
  author: TeammateRow | undefined
}

/** Remembers within a batch what it has asked of the team. */
export async function askWhose(trx: Trx): Promise<(letter: Letter, mail: ReadMail) => Promise<Whose>> {
  const inboxes = (await allInboxes(trx)).map((inbox) => inbox.address)
  const asked = new Map<string, TeammateRow | undefined>()
  const teammate = async (address: string) => {
    if (!asked.has(address)) asked.set(address, await teammateByEmail(trx, address))
    return asked.get(address)
  }
  return async (letter, mail) => {
    const own = [...inboxes, ...(letter.imported?.ours ?? [])]
    const isOwn = (address: string) => own.some((inbox) => isFor(inbox, address))
    const author = mail.from ? await teammate(mail.from.email.toLowerCase()) : undefined
    const toUs = [...mail.to, ...mail.cc].some((person) => isOwn(person.email))
    const byUs = mail.from !== null && (isOwn(mail.from.email) || (author !== undefined && !toUs))
    if (byUs && !mail.flags.bounce) {
      const [first, ...rest] = [...mail.to, ...mail.cc].filter((person) => !isOwn(person.email))
      const others = [first ?? nobody('recipient', letter), ...rest.slice(0, 49)]
      return { direction: 'out', mail, others, cc: others.slice(1), author }
    }
    // Whoever imports vouches for the letters, as whoever hands them in with a key of the installation.
    const theirs =
      author && mail.forwarded ? (await asTheCustomersOwn(trx, mail, { dmarc: 'unknown' }, admin)).mail : mail
    const sender = theirs.from ?? nobody('sender', letter)
    return {
      direction: 'in',
      mail: theirs,
      others: [sender],
      cc: inCopy(theirs, sender, isOwn),
      author: undefined,
    }
  }
}

const admin = { via: 'api', trusted: true, byId: null }

const nobody = (what: 'sender' | 'recipient', letter: Letter): Person => ({
  name: null,
  email: `unknown-${what}@${letter.id.slice(4).toLowerCase()}.invalid`,
})

const inCopy = (mail: ReadMail, sender: Person, isOwn: (address: string) => boolean): Person[] =>
  mail.flags.autoReply || mail.flags.bounce
    ? []
    : [...mail.to, ...mail.cc]
        .filter((person) => person.email.includes('@') && !isOwn(person.email))
        .filter((person) => person.email.toLowerCase() !== sender.email.toLowerCase())
        .slice(0, 50)
