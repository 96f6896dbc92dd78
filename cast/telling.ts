import type { Attachment } from './attachments.ts'
import type { InboxName, TeammateName } from './company.ts'
import type { CustomerName } from './people.ts'
import type {
  Assign,
  Done,
  Handover,
  Later,
  MailIn,
  Note,
  PromiseKept,
  Renegotiated,
  Reply,
  Step,
  StoryPromise,
} from './steps.ts'
import { type Instant, type When, type Words, wordsAt } from './when.ts'

/** One matter of one person, told in order from any "now". */
export interface Tale {
  id: string
  who: CustomerName
  inbox: InboxName
  subject: string
  tell(hand: Hand): Step[]
}

/** Declares a story; `id` is its lasting name in tests and in Message-IDs. */
export const tale = (
  id: string,
  who: CustomerName,
  inbox: InboxName,
  subject: string,
  tell: (hand: Hand) => Step[],
): Tale => ({ id, who, inbox, subject, tell })

/** Writes a reply; what it promises is quoted from the very sentence, so words and due cannot part. */
export interface Pen extends Words {
  /** Puts `sentence` on the page and keeps it as a promise, known to later steps as `key`. */
  promise(key: string, what: string, due: Instant, sentence: string): string
}

type Text = string | ((words: Words) => string)
type Penned = string | ((pen: Pen) => string)

/** What a story is written with: its moments, and one verb per kind of step. */
export interface Hand extends When {
  mail(at: Instant, text: Text, more?: Partial<Omit<MailIn, 'kind' | 'at' | 'text' | 'id'>>): MailIn
  reply(by: TeammateName, at: Instant, text: Penned, attachments?: Attachment[]): Reply
  note(by: TeammateName, at: Instant, text: Text): Note
  kept(promise: string, by: TeammateName, at: Instant, told?: boolean): PromiseKept
  /** A new time, told before the old one came: `text` is the letter that says so. */
  renegotiated(promise: string, by: TeammateName, at: Instant, due: Instant, text: Penned): Renegotiated
  handover(by: TeammateName, to: TeammateName, at: Instant, brief: string, promise?: string): Handover
  later(by: TeammateName, at: Instant, until: Instant, reason: string): Later
  done(by: TeammateName, at: Instant, goodbye: Done['goodbye']): Done
  assign(to: TeammateName, at: Instant, by?: TeammateName): Assign
}

/** The hand that writes one story. `person` and `address` are who writes in, and to where, unless a mail says otherwise. */
export function handFor(
  when: When,
  story: Pick<Tale, 'id' | 'subject'>,
  person: { name: string; email: string },
  address: string,
): Hand {
  let letters = 0
  const write = (at: Instant, text: Penned): { text: string; promises: StoryPromise[] } => {
    if (typeof text === 'string') return { text, promises: [] }
    const promises: StoryPromise[] = []
    const pen: Pen = {
      ...wordsAt(at, when.timeZone),
      promise: (key, what, due, quote) => {
        promises.push({ key, what, due, quote })
        return quote
      },
    }
    return { text: text(pen), promises }
  }
  return {
    ...when,
    mail: (at, text, more) => ({
      kind: 'mailIn',
      at,
      id: `${story.id}.${++letters}@${(more?.from?.email ?? person.email).split('@')[1]}`,
      from: person,
      to: address,
      subject: letters === 1 ? story.subject : `Re: ${story.subject}`,
      text: write(at, text).text,
      ...more,
    }),
    reply: (by, at, text, attachments) => ({
      kind: 'reply',
      at,
      by,
      ...write(at, text),
      ...(attachments && { attachments }),
    }),
    note: (by, at, text) => ({ kind: 'note', at, by, text: write(at, text).text }),
    kept: (promise, by, at, told = true) => ({ kind: 'promiseKept', at, by, promise, told }),
    renegotiated: (promise, by, at, due, text) => {
      const written = write(at, text)
      const quote = written.promises[0]?.quote ?? ''
      return { kind: 'renegotiated', at, by, promise, due, text: written.text, quote }
    },
    handover: (by, to, at, brief, promise) => ({
      kind: 'handover',
      at,
      by,
      to,
      brief,
      ...(promise && { promise }),
    }),
    later: (by, at, until, reason) => ({ kind: 'later', at, by, until, reason }),
    done: (by, at, goodbye) => ({ kind: 'done', at, by, goodbye }),
    assign: (to, at, by = to) => ({ kind: 'assign', at, by, to }),
  }
}
