import pg from 'pg'
import utils from 'pg/lib/utils.js'

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
  #unreadable: unknown = null
  #parsing: Ask[] = []
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
    connection.stream.cork()
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
      connection.describe({ type: 'P', name: '' })
      connection.execute({})
    }
    connection.sync()
    connection.stream.uncork()
    return null
  }

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    this.#current.addFields(fields)
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
    this.#current.addCommandComplete(message)
    this.#results.push(this.#current)
    this.#current = newResult(this.#client)
  }

  handleEmptyQuery(): void {
    this.#results.push(this.#current)
    this.#current = newResult(this.#client)
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

type Result = pg.QueryResult & {
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
  stream: { cork(): void; uncork(): void }
  on(event: 'parseComplete', heard: () => void): void
  removeListener(event: 'parseComplete', heard: () => void): void
  parse(message: { text: string; name: string; types: undefined }): void
  bind(message: { statement: string; values: unknown[] }): void
  describe(message: { type: 'P'; name: string }): void
  execute(message: object): void
  sync(): void
}
