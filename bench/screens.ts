import type pg from 'pg'
import { practiceNames } from '#contract/practices.ts'
import { at } from './load.ts'

/** What a team looks at besides the letters: each a name and what is asked of the API for the nth time. */
type Screen = [name: string, path: (n: number) => string]

/** Customers and conversations of every age, so that what is old is asked for as often as what is new. */
async function subjectsOf(pool: pg.Pool, inboxes: readonly string[], teammates: readonly string[]) {
  const spread = async (table: string) =>
    (
      await pool.query<{ id: string }>(
        `select id from (select id, row_number() over (order by id) as n, count(*) over () as of from ${table}) x
         where n % greatest(1, of / 100) = 0`,
      )
    ).rows.map(({ id }) => id)
  return {
    conversations: await spread('conversations'),
    customers: await spread('customers'),
    inboxes,
    teammates,
  }
}

function screensOf(of: Awaited<ReturnType<typeof subjectsOf>>): Screen[] {
  const nth = (all: readonly string[], n: number) => all[n % all.length]!
  const list = (query: string) => `/conversations?limit=50&${query}`
  const filtered = (filter: unknown) => list(`filter=${encodeURIComponent(JSON.stringify(filter))}`)
  const views = 'for-me new waiting-for-us waiting-for-them promised later looked-after'.split(' ')
  return [
    ['Today', () => '/today'],
    ['counts', () => '/conversations/counts'],
    ...views.map((view): Screen => [`view ${view}`, () => list(`view=${view}`)]),
    ['all that is done', () => list('status=closed')],
    ['all, newest first', () => list('sort=newest')],
    ['of a teammate', (n) => list(`assignee=${nth(of.teammates, n)}`)],
    ['of an inbox, done', (n) => list(`inbox=${nth(of.inboxes, n)}&status=closed`)],
    ['of a customer', (n) => list(`customer=${nth(of.customers, n)}`)],
    [
      'filter: a teammate’s, done',
      (n) =>
        filtered({
          match: 'all',
          of: [
            { on: 'assignee', is: [nth(of.teammates, n)] },
            { on: 'status', is: ['closed'] },
          ],
        }),
    ],
    ['filter: waiting for two days', () => filtered({ match: 'all', of: [{ on: 'waiting', hours: 48 }] })],
    [
      'filter: upset or a late promise',
      () =>
        filtered({
          match: 'any',
          of: [
            { on: 'mood', is: ['upset'] },
            { on: 'promise', is: ['late'] },
          ],
        }),
    ],
    ['filter: with a file', () => filtered({ match: 'all', of: [{ on: 'file' }] })],
    ['filter: a company', () => filtered({ match: 'all', of: [{ on: 'company', is: ['Brightwater'] }] })],
    ['a conversation', (n) => `/conversations/${nth(of.conversations, n)}`],
    ['their side', (n) => `/conversations/${nth(of.conversations, n)}/their-side`],
    ['beside it', (n) => `/conversations/${nth(of.conversations, n)}/recoveries`],
    ['a person', (n) => `/customers/${nth(of.customers, n)}`],
    ['their timeline', (n) => `/customers/${nth(of.customers, n)}/timeline`],
    ['around them', (n) => `/customers/${nth(of.customers, n)}/around`],
    ['perhaps the same', (n) => `/same-people?customer=${nth(of.customers, n)}`],
    ['people', () => '/customers'],
    ['promises', () => '/promises?unsettled=true'],
    ['how we keep our word', () => '/promises/figures'],
    ['quiet', () => '/quiet'],
    ['figures of persons', () => '/persons/figures'],
    ['recoveries', () => '/recoveries'],
    ['how failures end', () => '/recovery-rate'],
    ['matters', () => '/matters'],
    ['people to tell', () => '/people-to-tell'],
    ['incidents', () => '/incidents'],
    ['expected wait', (n) => `/inboxes/${nth(of.inboxes, n)}/expected-wait`],
  ]
}

/**
 * Milliseconds of each screen, asked for by one person alone, most time first. Twenty times each and by turns, and something is written before
 * each, so that no answer is that of a moment ago (docs/decisions/0021). Every way of working is on meanwhile.
 */
export async function screensAlone(
  pool: pg.Pool,
  made: { inboxes: readonly string[]; teammates: readonly string[] },
  port: number,
  cookie: string,
): Promise<{ name: string; p50: number; worst: number }[]> {
  const ask = async (path: string, body?: unknown) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method: body ? 'PUT' : 'GET',
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    })
    const said = await answer.text()
    // A list may be refused for taking too long; that is its time then, and said.
    if (answer.status === 422 && said.includes('"too-wide"')) return null
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${said}`)
    return said
  }
  const before = (JSON.parse((await ask('/practices'))!) as { on: string[] }).on
  const turn = async (on: boolean) => {
    for (const name of practiceNames) if (!before.includes(name)) await ask(`/practices/${name}`, { on })
  }
  const screens = screensOf(await subjectsOf(pool, made.inboxes, made.teammates))
  const times = new Map<string, number[]>(screens.map(([name]) => [name, []]))
  const refused = new Set<string>()
  await turn(true)
  for (let n = 0; n < 21; n++)
    for (const [name, path] of screens) {
      await pool.query('select pg_current_xact_id()')
      const began = performance.now()
      if ((await ask(path(n))) === null) refused.add(name)
      // The first time plans are made.
      if (n > 0) times.get(name)!.push(performance.now() - began)
    }
  await turn(false)
  return [...times]
    .map(([name, all]) => {
      const sorted = all.sort((a, b) => a - b)
      return {
        name: refused.has(name) ? `${name} (refused as too wide)` : name,
        p50: at(sorted, 0.5),
        worst: sorted.at(-1)!,
      }
    })
    .sort((a, b) => b.p50 - a.p50)
}
