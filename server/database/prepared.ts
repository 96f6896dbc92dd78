import type pg from 'pg'
import { askInOneGo, failedAsk } from './inOneGo.ts'

/** Asked so often, a statement is worth a name: PostgreSQL then reads and plans it once for a connection, not every time. */
const often = 3
/** Named and counted at most; lists of values of many lengths make many texts, of which each is rare. Plans cost memory in every connection. */
const most = { named: 150, counted: 2000 }
/**
 * What finds words is planned for its words: a plan for any word would walk through a million letters for a rare one. Where a
 * statement is made so that there is one way only, it says so (`onePlan` in statement.ts).
 */
const byItsValues = (text: string): boolean =>
  /@@| ilike | like |set_config/i.test(text) && !text.includes('/* one plan */')

const names = new Map<string, string>()
const counts = new Map<string, number>()
const nameless = new Set<string>()
let given = 0

function nameOf(text: string): string | undefined {
  const name = names.get(text)
  if (name || nameless.has(text) || names.size >= most.named) return name
  const count = (counts.get(text) ?? 0) + 1
  if (counts.size >= most.counted) counts.clear()
  counts.set(text, count)
  if (count < often || byItsValues(text)) return undefined
  counts.delete(text)
  names.set(text, `t${++given}`)
  return names.get(text)
}

/** Begins anew: a process that has served many databases, such as a run of tests, may have given all its names. */
export function forgetNames(): void {
  names.clear()
  counts.clear()
  nameless.clear()
}

/** Asks some in one message, each with a name where it comes often. */
export async function askPrepared(
  client: pg.PoolClient,
  asks: readonly { text: string; values: readonly unknown[] }[],
): Promise<pg.QueryResult[]> {
  try {
    return await askInOneGo(
      client,
      asks.map(({ text, values }) => ({
        text,
        values,
        name: /^\s*(?:\/\*.*?\*\/\s*)?(select|with|insert|update|delete)\b/i.test(text)
          ? nameOf(text)
          : undefined,
      })),
    )
  } catch (error) {
    // Another node has changed the schema under a plan of before: from now on it is planned each time.
    if (isOldPlan(error)) {
      const { text } = failedAsk.get(error as object)!
      names.delete(text)
      nameless.add(text)
    }
    throw error
  }
}

/** "Cached plan must not change result type": nothing was done, and the same without a name succeeds. */
export const isOldPlan = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === '0A000' &&
  /cached plan/i.test(String((error as Error).message))
