import { CompiledQuery } from 'kysely'
import type { Trx } from './database.ts'
import { askedAhead } from './patience.ts'

/**
 * What will be asked in this transaction, and depends on nothing that is still to come: it is sent together, with whatever is asked
 * next. Each room gives the very statement it asks itself; one that is never asked, or asked otherwise, only costs its while. Nothing
 * of it may be written in between.
 */
export const askAhead = async (trx: Trx, all: readonly CompiledQuery[]): Promise<void> =>
  void (await trx.executeQuery(CompiledQuery.raw(askedAhead, [...all])))
