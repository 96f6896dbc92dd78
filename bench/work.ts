import type pg from 'pg'
import type { Ask, Side } from './load.ts'
import { dice, nameOf, textOf, vocabulary } from './words.ts'

/** What is asked about, read from the database once, so that both sides are asked for the same. */
export interface Subjects {
  inboxes: string[]
  /** Open ones with three messages, to answer. */
  toAnswer: string[]
  /** Ours to open: twenty messages each. */
  long: string[]
  /** Ceiling's own. */
  ceiling: string[]
}
export interface Question {
  kind: 'common' | 'two words' | 'rare' | 'phrase' | 'name' | 'typo'
  q: string
}

export async function subjectsOf(pool: pg.Pool, inboxes: string[]): Promise<Subjects> {
  const ids = async (text: string) => (await pool.query<{ id: string }>(text)).rows.map(({ id }) => id)
  return {
    inboxes,
    toAnswer: await ids(
      // The shortest, so that what an earlier run has answered is answered again last.
      `select id from conversations c where status = 'open'
       order by (select count(*) from messages m where m.conversation_id = c.id), id limit 900`,
    ),
    long: await ids(
      `select conversation_id as id from messages where conversation_id in (select id from conversations order by last_at desc limit 20000)
       group by 1 having count(*) >= 20 limit 300`,
    ),
    ceiling: await ids('select id from ceiling.conversations limit 900'),
  }
}

/** A hundred and forty-four different ones. */
export async function questionsOf(pool: pg.Pool, people: number): Promise<Question[]> {
  const next = dice(11)
  const pick = (from: number, upTo: number) => vocabulary[from + Math.floor(next() * (upTo - from))]!
  const { rows } = await pool.query<{ text: string }>('select text from messages order by id limit 4000')
  const phrase = () => {
    const words = rows[Math.floor(next() * rows.length)]!.text.split(/\s+/)
    const from = Math.floor(next() * (words.length - 4))
    return `"${words
      .slice(from, from + 3)
      .join(' ')
      .replace(/[."]/g, '')}"`
  }
  const swapped = (name: string) => {
    const n = name.indexOf(' ') + 3
    return name.slice(0, n) + name[n + 1] + name[n] + name.slice(n + 2)
  }
  const some = (kind: Question['kind'], n: number, q: () => string): Question[] =>
    Array.from({ length: n }, () => ({ kind, q: q() }))
  const person = () => nameOf(Math.floor(next() * people))
  const all = [
    ...some('common', 24, () => pick(60, 200)),
    ...some('two words', 30, () => `${pick(60, 400)} ${pick(60, 3000)}`),
    ...some('rare', 30, () => pick(6000, 30_000)),
    ...some('phrase', 20, phrase),
    ...some('name', 20, person),
    ...some('typo', 20, () => swapped(person())),
  ]
  // By turns, so that each second asks for some of each.
  return all
    .map((one) => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

const next = dice(3)
/** As long as a letter, each different. */
const letter = () => textOf(next, 150)
const letters = Array.from({ length: 200 }, letter)
const of = <T>(all: readonly T[], n: number): T => all[n % all.length]!

export interface Pair {
  id: string
  name: string
  /** Of the ratio; below it the goal is missed. */
  goal: number
  ceiling: Side
  tend: Side
}

export function pairsOf(
  ports: { ceiling: number; tend: number },
  cookie: string,
  subjects: Subjects,
  questions: readonly Question[],
): Pair[] {
  const headers = { cookie }
  const ceiling = (next: (n: number) => Ask): Side => ({ name: 'ceiling', port: ports.ceiling, next })
  const tend = (next: (n: number) => Ask | Ask[]): Side => ({
    name: 'Tend',
    port: ports.tend,
    next: (n) => {
      const asks = [next(n)].flat().map((one) => ({ ...one, path: `/api/v1${one.path}`, headers }))
      return asks
    },
  })
  return [
    {
      id: 'W1',
      name: 'create a conversation',
      goal: 0.6,
      ceiling: ceiling((n) => ({
        method: 'POST',
        path: '/create',
        body: { customer: `person-${n}@mail.example`, subject: 'About the boiler', text: of(letters, n) },
      })),
      tend: tend((n) => ({
        method: 'POST',
        path: '/conversations',
        body: {
          inboxId: of(subjects.inboxes, n),
          to: [`person-${n}-${Date.now()}@mail.example`],
          subject: 'About the boiler',
          text: of(letters, n),
          undoSeconds: 60,
        },
      })),
    },
    {
      id: 'W2',
      name: 'reply',
      goal: 0.6,
      ceiling: ceiling((n) => ({
        method: 'POST',
        path: '/reply',
        body: { id: of(subjects.ceiling, n), text: of(letters, n) },
      })),
      tend: tend((n) => ({
        method: 'POST',
        path: `/conversations/${of(subjects.toAnswer, n)}/replies`,
        body: { text: of(letters, n), afterwards: 'open', undoSeconds: 60 },
      })),
    },
    {
      id: 'W3',
      name: 'list of 50 with counts',
      goal: 1,
      ceiling: ceiling((n) => ({ path: `/list?inbox=${of(subjects.inboxes, n)}` })),
      tend: tend((n) => [
        { path: `/conversations?view=waiting-for-us&limit=50&inbox=${of(subjects.inboxes, n)}` },
        { path: '/conversations/counts' },
      ]),
    },
    {
      id: 'W4',
      name: 'search over all bodies',
      goal: 5,
      ceiling: ceiling((n) => ({ path: `/search?q=${encodeURIComponent(of(questions, n).q)}` })),
      tend: tend((n) => ({ path: `/search?limit=50&q=${encodeURIComponent(of(questions, n).q)}` })),
    },
    {
      id: 'W5',
      name: 'open 20 messages',
      goal: 0.7,
      ceiling: ceiling((n) => ({ path: `/open?id=${of(subjects.long, n)}` })),
      tend: tend((n) => ({ path: `/conversations/${of(subjects.long, n)}` })),
    },
  ]
}
