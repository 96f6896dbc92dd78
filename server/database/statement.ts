import type { CompiledQuery, RawBuilder } from 'kysely'
import type { Db, Trx } from './database.ts'

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
