import { isDay } from '#server/fields/values.ts'

/** What a person typed, taken apart: operators, phrases, words. */
export interface Query {
  words: string[]
  phrases: string[]
  /** The last word is still being typed. */
  prefix: string | null
  from: string | null
  to: string | null
  inbox: string | null
  /** All of them must be on it. */
  tags: string[]
  /** All of them must be on the person. */
  personTags: string[]
  assigned: string | null
  is: 'open' | 'waiting' | 'snoozed' | 'closed' | 'spam' | 'unread' | null
  hasAttachment: boolean
  hasNote: boolean
  before: Date | null
  after: Date | null
  promise: 'open' | 'late' | 'broken' | 'kept' | 'none' | null
}

const statuses: Record<string, Query['is']> = {
  open: 'open',
  waiting: 'waiting',
  later: 'snoozed',
  snoozed: 'snoozed',
  done: 'closed',
  closed: 'closed',
  'looked-after': 'closed',
  spam: 'spam',
  unread: 'unread',
}

/** Reads a search as typed. What looks like an operator and is none is searched as words. */
export function readQuery(text: string): Query {
  const query: Query = {
    words: [],
    phrases: [],
    prefix: null,
    from: null,
    to: null,
    inbox: null,
    tags: [],
    personTags: [],
    assigned: null,
    is: null,
    hasAttachment: false,
    hasNote: false,
    before: null,
    after: null,
    promise: null,
  }
  for (const match of text.matchAll(/(\w+):"([^"]*)"|"([^"]*)"|(\S+)/g)) {
    const [whole, quotedName, quotedValue, phrase, plain] = match
    if (phrase !== undefined) {
      if (phrase.trim()) query.phrases.push(phrase.trim())
      continue
    }
    const operator = quotedName ? [quotedName, quotedValue!] : /^(\w+):(.+)$/.exec(plain!)?.slice(1)
    if (operator && apply(query, operator[0]!.toLowerCase(), operator[1]!)) continue
    query.words.push(...(plain ?? whole).split(/[^\p{L}\p{N}@._'-]+/u).filter(Boolean))
  }
  if (query.words.length && !/\s$/.test(text) && !text.endsWith('"')) query.prefix = query.words.pop()!
  return query
}

function apply(query: Query, name: string, value: string): boolean {
  const day = () => (isDay(value) ? new Date(value) : null)
  if (name === 'from') query.from = value
  else if (name === 'to') query.to = value
  else if (name === 'tag') query.tags.push(value)
  else if (name === 'persontag') query.personTags.push(value)
  else if (name === 'assigned') query.assigned = value
  else if (name === 'in') query.inbox = value
  else if (name === 'is' && statuses[value.toLowerCase()]) query.is = statuses[value.toLowerCase()]!
  else if (name === 'has' && /^(attachment|file)s?$/i.test(value)) query.hasAttachment = true
  else if (name === 'has' && /^notes?$/i.test(value)) query.hasNote = true
  else if (name === 'before' && day()) query.before = day()
  else if (name === 'after' && day()) query.after = day()
  else if (name === 'promise' && /^(open|late|broken|kept|none)$/i.test(value))
    query.promise = value.toLowerCase() as 'late'
  else return false
  return true
}

/** Whether something was asked for that only a conversation can have. */
export const asksOfConversations = (query: Query): boolean =>
  Boolean(
    query.from ||
      query.to ||
      query.inbox ||
      query.tags.length ||
      query.assigned ||
      query.is ||
      query.hasAttachment ||
      query.hasNote ||
      query.before ||
      query.after ||
      query.promise,
  )
