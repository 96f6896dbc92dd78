import { type CompiledQuery, type Insertable, NoResultError, type RawBuilder, sql } from 'kysely'
import type { Db, Tables, Trx } from './database.ts'

/** In a statement that looks for words, and yet is best done in one way for whichever words: it is planned once as others are. */
export const onePlan = sql`/* one plan */`

/**
 * A value that PostgreSQL does not look at while planning. Where it does, it expects a plan for any value to be dearer than one for
 * these, and plans anew each time, which takes longer than most searches.
 */
export const unseen = (
  value: unknown,
  type: 'int' | 'text' | 'text[]' | 'timestamptz',
): RawBuilder<unknown> => sql`(select ${value}::${sql.raw(type)})`

/** Stands in a statement for a value that is only known when it is asked. */
class Place {
  readonly name: PropertyKey
  constructor(name: PropertyKey) {
    this.name = name
  }
}

/** What stands for the values of a statement while it is made. */
export interface Places<V> {
  <K extends keyof V>(name: K): V[K]
  /** For TypeScript alone, which finds V by it. */
  readonly of?: V
}
const placed =
  <V>(): Places<V> =>
  (name) =>
    new Place(name) as never

/** The parameters of what was made with places, as they are this time. */
const withValues = <R>(made: CompiledQuery<R>, values: object): CompiledQuery<R> => ({
  ...made,
  parameters: made.parameters.map((parameter) => {
    const place = Array.isArray(parameter) && parameter.length === 1 ? parameter[0] : parameter
    return place instanceof Place ? values[place.name as never] : parameter
  }),
})

/**
 * A statement that is asked with every request. It is put together like any other, of the rooms' own pieces, but once: walking
 * through its tree and writing its text costs more than many a statement costs the database. `make` is given places instead of
 * values, so it must not look into them; a list of one place stands for a list.
 */
export function statement<V extends object, R>(
  make: (place: Places<V>) => RawBuilder<R>,
): (db: Db | Trx, values: V) => Promise<R[]> {
  let made: CompiledQuery<R> | undefined
  return async (db, values) => {
    made ??= make(placed<V>()).compile(db)
    const { rows } = await db.executeQuery<R>(withValues(made, values))
    return rows
  }
}

/** What is asked of a builder. */
export interface Question<R> {
  /** For `askAhead`. */
  compile(): CompiledQuery<R>
  execute(): Promise<R[]>
  executeTakeFirst(): Promise<R | undefined>
  executeTakeFirstOrThrow(): Promise<R>
}

/** The same of what Kysely's builders make, whether it reads or writes; for what is asked with every letter. */
export function question<V extends object, R>(
  make: (db: Db, place: Places<V>) => { compile(): CompiledQuery<R> },
): (db: Db | Trx, values: V) => Question<R> {
  let made: CompiledQuery<R> | undefined
  return (db, values) => {
    made ??= make(db, placed<V>()).compile()
    const asked = withValues(made, values)
    const execute = async () => (await db.executeQuery(asked)).rows
    return {
      compile: () => asked,
      execute,
      executeTakeFirst: async () => (await execute())[0],
      executeTakeFirstOrThrow: async () => {
        const [first] = await execute()
        if (!first) throw new NoResultError(asked.query as never)
        return first
      },
    }
  }
}

type Row<T extends keyof Tables> = Insertable<Tables[T]>
const inserts = new Map<string, CompiledQuery>()
/** More are a batch, and written once. */
const mostAlike = 8

/**
 * Inserts rows that all have the same columns, put together once for each table and columns. `known`: what is there already is left as
 * it is, instead of refused.
 */
export async function insertRows<T extends keyof Tables & string>(
  db: Db | Trx,
  table: T,
  rows: readonly Row<T>[],
  { known = 'refused' }: { known?: 'refused' | 'left' } = {},
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const insert = (values: readonly Row<T>[]) => {
    const into = db.insertInto(table).values(values as never)
    return known === 'left' ? into.onConflict((c) => c.doNothing()) : into
  }
  const columns = Object.keys(first)
  const values = rows.flatMap((row) => columns.map((column) => (row as Record<string, unknown>)[column]))
  if (rows.length > mostAlike || !values.every(isPlain)) return void (await insert(rows).execute())
  const key = `${table} ${known} ${rows.length} ${columns.join()}`
  let made = inserts.get(key)
  if (!made) {
    const places = rows.map((_, n) =>
      Object.fromEntries(columns.map((column, k) => [column, new Place(n * columns.length + k)])),
    )
    made = insert(places as never).compile()
    inserts.set(key, made)
  }
  await db.executeQuery(withValues(made, values))
}

/** No expression of SQL, and not left to the database. */
const isPlain = (value: unknown): boolean =>
  value !== undefined && !(typeof value === 'object' && value !== null && 'toOperationNode' in value)
