import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from './database.ts'

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

/**
 * A statement that is asked with every request. It is put together like any other, of the rooms' own pieces, but once: walking
 * through its tree and writing its text costs more than many a statement costs the database. `make` is given places instead of
 * values, so it must not look into them; a list of one place stands for a list.
 */
export function statement<V extends object, R>(
  make: (place: <K extends keyof V>(name: K) => V[K]) => RawBuilder<R>,
): (db: Db | Trx, values: V) => Promise<R[]> {
  let made: CompiledQuery<R> | undefined
  return async (db, values) => {
    made ??= make((name) => new Place(name) as never).compile(db)
    const given = (parameter: unknown) => {
      const place = Array.isArray(parameter) && parameter.length === 1 ? parameter[0] : parameter
      return place instanceof Place ? values[place.name as keyof V] : parameter
    }
    const { rows } = await db.executeQuery<R>({ ...made, parameters: made.parameters.map(given) })
    return rows
  }
}
