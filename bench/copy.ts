import pg from 'pg'

type Value = string | number | boolean | null

const field = (value: Value) =>
  value === null
    ? '\\N'
    : String(value).replace(
        /[\\\n\r\t]/g,
        (c) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c]!,
      )

interface Wire {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  stream: NodeJS.WritableStream & { writableLength: number }
}

/** `COPY … FROM STDIN` by the driver's own hand, so that nothing needs to be installed for it. */
class Copying {
  done: Promise<void>
  private end!: { resolve(): void; reject(error: Error): void }
  private failed: Error | null = null
  private text: string
  private rows: Iterable<Value[]>
  constructor(text: string, rows: Iterable<Value[]>) {
    this.text = text
    this.rows = rows
    this.done = new Promise((resolve, reject) => (this.end = { resolve, reject }))
  }
  submit(wire: Wire) {
    wire.query(this.text)
  }
  handleCopyInResponse(wire: Wire) {
    void this.send(wire)
  }
  private async send(wire: Wire) {
    let chunk = ''
    const flush = async () => {
      wire.sendCopyFromChunk(Buffer.from(chunk))
      chunk = ''
      if (wire.stream.writableLength > 4 << 20)
        await new Promise<void>((resolve) => wire.stream.once('drain', () => resolve()))
    }
    for (const row of this.rows) {
      chunk += `${row.map(field).join('\t')}\n`
      if (chunk.length > 1 << 18) await flush()
    }
    if (chunk) await flush()
    wire.endCopyFrom()
  }
  handleError(error: Error) {
    this.failed = error
  }
  handleReadyForQuery() {
    if (this.failed) this.end.reject(this.failed)
    else this.end.resolve()
  }
  handleRowDescription() {}
  handleDataRow() {}
  handleCommandComplete() {}
  handleEmptyQuery() {}
  handlePortalSuspended() {}
  handleCopyData() {}
}

export async function copy(client: pg.Client, table: string, columns: string[], rows: Iterable<Value[]>) {
  const names = columns.map((one) => pg.escapeIdentifier(one)).join(', ')
  const copying = new Copying(`copy ${table} (${names}) from stdin`, rows)
  client.query(copying as never)
  await copying.done
}
