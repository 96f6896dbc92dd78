import pg from 'pg'
import utils from 'pg/lib/utils.js'
import { camelName } from './names.ts'

export interface Ask {
  text: string
  values: readonly unknown[]
  /** Under which PostgreSQL keeps its plan for this connection. */
  name?: string | undefined
}

/** Which of some statements failed, beside what PostgreSQL said of it. */
export const failedAsk = new WeakMap<object, Ask>()

/**
 * Asks some statements one after the other in one message, and hears all answers in one: sending and being woken costs more than
 * most statements. Where one fails those behind it are not done, as if it had been waited for, and its error is thrown.
 */
export function askInOneGo(client: pg.PoolClient, asks: readonly Ask[]): Promise<pg.QueryResult[]> {
  return new Promise((resolve, reject) => {
    client.query(new Batch(client, asks, resolve, reject) as unknown as pg.Submittable)
  })
}

/** What pg calls while its connection is ours (its interface for queries of one's own; see pg-cursor). */
class Batch {
  readonly #results: pg.QueryResult[] = []
  #current: Result
  #columns: Columns | null = null
  #unreadable: unknown = null
  #parsing: Ask[] = []
  /** By statement: what its answer looks like, where that is known. */
  readonly #known: (Columns | null)[] = []
  readonly #client: pg.PoolClient
  readonly #asks: readonly Ask[]
  readonly #resolve: (all: pg.QueryResult[]) => void
  readonly #reject: (error: unknown) => void
  /** Asked for by pg; ours tells by itself. */
  readonly callback = () => {}
  readonly #parsed: () => void
  #connection: Connection | null = null

  constructor(
    client: pg.PoolClient,
    asks: readonly Ask[],
    resolve: (all: pg.QueryResult[]) => void,
    reject: (error: unknown) => void,
  ) {
    this.#client = client
    this.#asks = asks
    this.#resolve = resolve
    this.#reject = reject
    this.#current = newResult(this.#client)
    this.#parsed = () => {
      const { name, text } = this.#parsing.shift()!
      if (name) this.#connection!.parsedStatements[name] = text
    }
  }

  /** For whoever looks on. */
  get text(): string {
    return this.#asks.map(({ text }) => text).join('; ')
  }

  submit(connection: Connection): Error | null {
    this.#connection = connection
    let prepared: unknown[][]
    try {
      prepared = this.#asks.map(({ values }) => values.map(utils.prepareValue))
    } catch (error) {
      return error as Error
    }
    connection.on('parseComplete', this.#parsed)
    // Each part would be a write of its own otherwise, some five for each statement.
    const parts: Buffer[] = []
    connection._send = (part) => parts.push(part)
    for (const [n, ask] of this.#asks.entries()) {
      const { text, name } = ask
      const isKnown =
        name &&
        (connection.parsedStatements[name] !== undefined || this.#parsing.some((one) => one.name === name))
      if (!isKnown) {
        connection.parse({ text, name: name ?? '', types: undefined })
        this.#parsing.push(ask)
      }
      connection.bind({ statement: name ?? '', values: prepared[n]! })
      // What a kept statement answers never changes its columns: PostgreSQL refuses it where they would.
      const columns = isKnown ? columnsOf(connection).get(name) : undefined
      this.#known.push(columns ?? null)
      if (!columns) connection.describe({ type: 'P', name: '' })
      connection.execute({})
    }
    connection.sync()
    // Its own again, of the class.
    delete connection._send
    this.#begin()
    if (connection.stream.writable) connection.stream.write(Buffer.concat(parts))
    return null
  }

  /** The answer of the next statement begins. */
  #begin(): void {
    this.#current = newResult(this.#client)
    this.#columns = this.#known[this.#results.length] ?? null
    if (this.#columns) Object.assign(this.#current, this.#columns)
  }

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    for (const field of fields) field.name = camelName(field.name)
    this.#current.addFields(fields)
    const { _parsers, _prebuiltEmptyResultObject } = this.#current
    this.#columns = { fields, _parsers, _prebuiltEmptyResultObject }
  }

  handleDataRow({ fields }: { fields: unknown[] }): void {
    if (this.#unreadable) return
    try {
      this.#current.addRow(this.#current.parseRow(fields))
    } catch (error) {
      this.#unreadable = error
    }
  }

  handleCommandComplete(message: object): void {
    const { name } = this.#asks[this.#results.length]!
    if (name) columnsOf(this.#connection!).set(name, this.#columns ?? none)
    this.#current.addCommandComplete(message)
    this.#results.push(this.#current)
    this.#begin()
  }

  handleEmptyQuery(): void {
    this.#results.push(this.#current)
    this.#begin()
  }

  handleError(error: unknown): void {
    this.#end()
    const failed = this.#asks[this.#results.length]
    if (failed && typeof error === 'object' && error) failedAsk.set(error, failed)
    this.#reject(error)
  }

  handleReadyForQuery(): void {
    this.#end()
    if (this.#unreadable) this.#reject(this.#unreadable)
    else this.#resolve(this.#results)
  }

  #end(): void {
    this.#connection?.removeListener('parseComplete', this.#parsed)
  }
}

/** What an answer looks like, as pg keeps it to read its rows. */
interface Columns {
  fields: pg.FieldDef[]
  _parsers: unknown
  _prebuiltEmptyResultObject: unknown
}
/** Of a statement that answers with no rows. */
const none: Columns = { fields: [], _parsers: [], _prebuiltEmptyResultObject: {} }
const described = new WeakMap<Connection, Map<string, Columns>>()
function columnsOf(connection: Connection): Map<string, Columns> {
  const known = described.get(connection) ?? new Map<string, Columns>()
  if (known.size === 0) described.set(connection, known)
  return known
}

type Result = pg.QueryResult &
  Columns & {
    addFields(fields: pg.FieldDef[]): void
    parseRow(fields: unknown[]): pg.QueryResultRow
    addRow(row: pg.QueryResultRow): void
    addCommandComplete(message: object): void
  }
/** Values are read as the connection reads them. */
const newResult = (client: pg.PoolClient): Result =>
  new (pg.Result as unknown as new (mode: undefined, types: unknown) => Result)(undefined, client)

interface Connection {
  parsedStatements: Record<string, string>
  stream: { writable: boolean; write(bytes: Buffer): void }
  /** How its parts are sent; of its class, where it has none of its own. */
  _send?: (part: Buffer) => void
  on(event: 'parseComplete', heard: () => void): void
  removeListener(event: 'parseComplete', heard: () => void): void
  parse(message: { text: string; name: string; types: undefined }): void
  bind(message: { statement: string; values: unknown[] }): void
  describe(message: { type: 'P'; name: string }): void
  execute(message: object): void
  sync(): void
}
