import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { View } from '#contract/conversations.ts'
import type { Db, Tables } from '#server/database/database.ts'
import { countViews, listConversations } from '#server/desk/lists.ts'
import { timelineOf } from '#server/desk/timeline.ts'
import { today } from '#server/desk/today.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows'?: number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}
interface Asked {
  sql: string
  parameters: readonly unknown[]
}

/** The queries behind the lists, each with whether it walks through all conversations or letters, and what it took. */
export async function plansOf(pool: pg.Pool, teammateId: string): Promise<string[]> {
  let asked: Asked[] = []
  const db: Db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ query }) => void asked.push(query),
  })
  const by = actorOf((await findTeammate(db, teammateId))!, 'session')
  const list = (more: object) => () => listConversations(db, by, { limit: 50, ...more })
  const views: View[] = [
    'for-me',
    'new',
    'waiting-for-us',
    'waiting-for-them',
    'promised',
    'later',
    'looked-after',
    'all',
  ]
  const second = async () => {
    const { next } = await listConversations(db, by, { view: 'waiting-for-us', limit: 50 })
    asked = []
    return listConversations(db, by, { view: 'waiting-for-us', limit: 50, after: next! })
  }
  const [mine] = (await listConversations(db, by, { view: 'for-me', limit: 1 })).items
  const { customerId } = mine!
  const lists: [string, () => Promise<unknown>][] = [
    ...views.map((view): [string, () => Promise<unknown>] => [view, list({ view })]),
    ['waiting-for-us, the second page', second],
    ['counts of the views', () => countViews(db, by, undefined)],
    ['one person’s', list({ customer: customerId })],
    ['between us and one person', () => timelineOf(db, by, customerId, { limit: 50 })],
    ['Today', () => today(db, by)],
  ]
  const lines = ['## Plans', '', '| list | queries | longest | walks through all |', '|---|---|---|---|']
  for (const [name, run] of lists) {
    asked = []
    await run()
    const plans = await Promise.all(
      asked.filter(({ sql }) => /^\s*(select|with)/i.test(sql)).map((one) => explain(pool, one)),
    )
    const walks = plans.flatMap((one) => one.walks)
    const longest = Math.max(...plans.map((one) => one.took))
    lines.push(
      `| ${name} | ${plans.length} | ${longest.toFixed(1)} ms | ${[...new Set(walks)].join(', ') || 'none'} |`,
    )
  }
  return lines
}

async function explain(
  pool: pg.Pool,
  { sql, parameters }: Asked,
): Promise<{ walks: string[]; took: number }> {
  const { rows } = await pool.query(`explain (analyze, format json) ${sql}`, [...parameters])
  const { Plan, 'Execution Time': took } = rows[0]['QUERY PLAN'][0] as {
    Plan: Node
    'Execution Time': number
  }
  return { walks: walksOf(Plan), took }
}

/** One that ends at its hundredth row, as a count does, walks through nothing. */
const farEnough = 1000

function walksOf(node: Node): string[] {
  const walked = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)
  const here =
    node['Node Type'] === 'Seq Scan' &&
    walked > farEnough &&
    /^(conversations|messages)$/.test(node['Relation Name'] ?? '')
      ? [node['Relation Name']!]
      : []
  return [...here, ...(node.Plans ?? []).flatMap(walksOf)]
}
