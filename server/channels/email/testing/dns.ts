import { createSocket, type RemoteInfo } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { onTestFinished } from 'vitest'

export interface Zone {
  /** `name TYPE` → values: TXT strings, addresses, or `10 host` for MX. */
  [question: string]: string[]
}

const types: Record<number, string> = { 1: 'A', 5: 'CNAME', 15: 'MX', 16: 'TXT', 28: 'AAAA', 33: 'SRV' }

/** A name server on this machine, and a resolver that asks nobody else. `silent`: it hears and never answers. */
export async function nameServer(
  zone: Zone,
  { silent = false } = {},
): Promise<{ dns: Resolver; asked: string[] }> {
  const asked: string[] = []
  const socket = createSocket('udp4')
  socket.on('message', (query: Buffer, from: RemoteInfo) => {
    const { name, end } = nameAt(query, 12)
    const type = types[query.readUInt16BE(end)] ?? '?'
    asked.push(`${name} ${type}`)
    if (silent) return
    const values = zone[`${name.toLowerCase()} ${type}`]
    const exists = Object.keys(zone).some((key) => key.startsWith(`${name.toLowerCase()} `))
    const head = Buffer.from(query.subarray(0, 12))
    head.writeUInt16BE(0x8180 | (values || exists ? 0 : 3), 2)
    head.writeUInt16BE(values?.length ?? 0, 6)
    head.writeUInt32BE(0, 8)
    const records = (values ?? []).map((value) => record(query.readUInt16BE(end), value))
    socket.send(Buffer.concat([head, query.subarray(12, end + 4), ...records]), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const dns = new Resolver({ timeout: 500, tries: silent ? 4 : 2 })
  dns.setServers([`127.0.0.1:${socket.address().port}`])
  onTestFinished(async () => {
    dns.cancel()
    await new Promise<void>((resolve) => socket.close(() => resolve()))
  })
  return { dns, asked }
}

function nameAt(bytes: Buffer, start: number): { name: string; end: number } {
  const labels: string[] = []
  let at = start
  for (let length = bytes[at]!; length > 0; length = bytes[at]!) {
    labels.push(bytes.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.'), end: at + 1 }
}

function record(type: number, value: string): Buffer {
  const data = rdata(types[type]!, value)
  const head = Buffer.alloc(12)
  // The name is the question's, at byte 12.
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(type, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(60, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

function rdata(type: string, value: string): Buffer {
  if (type === 'TXT')
    return Buffer.concat(
      (value.match(/[\s\S]{1,255}/g) ?? ['']).map((piece) =>
        Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece)]),
      ),
    )
  if (type === 'A') return Buffer.from(value.split('.').map(Number))
  const words = value.split(' ')
  const name = encoded(words.at(-1)!)
  const numbers = words.slice(0, -1).map((word) => {
    const two = Buffer.alloc(2)
    two.writeUInt16BE(Number(word))
    return two
  })
  return Buffer.concat([...numbers, name])
}

const encoded = (name: string) =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ])
