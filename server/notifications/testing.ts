import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PushKeys } from './pushCrypto.ts'

/** Reads what was sent to a browser, as the browser does (RFC 8291 §3, RFC 8188 §2). */
export function decryptPush(body: Buffer, privateKey: Buffer, keys: PushKeys): Buffer {
  const salt = body.subarray(0, 16)
  const sender = body.subarray(21, 21 + body[20]!)
  const sealed = body.subarray(21 + body[20]!)
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(privateKey)
  const label = (text: string, ...more: Buffer[]) => Buffer.concat([Buffer.from(`${text}\0`), ...more])
  const derive = (key: Buffer, from: Buffer, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', key, from, info, length))
  const secret = Buffer.from(keys.auth, 'base64url')
  const shared = derive(
    pair.computeSecret(sender),
    secret,
    label('WebPush: info', pair.getPublicKey(), sender),
    32,
  )
  const decipher = createDecipheriv(
    'aes-128-gcm',
    derive(shared, salt, label('Content-Encoding: aes128gcm'), 16),
    derive(shared, salt, label('Content-Encoding: nonce'), 12),
  )
  decipher.setAuthTag(sealed.subarray(-16))
  const record = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  if (record.at(-1) !== 2) throw new Error('is not the last record')
  return record.subarray(0, -1)
}

/** Whether the header is signed by its own key for this service (RFC 8292). */
export function isVapid(header: string, origin: string): boolean {
  const [, token, k] = /^vapid t=([^,]+), k=(.+)$/.exec(header) ?? []
  if (!token || !k) return false
  const [head, claims, signature] = token.split('.')
  const point = Buffer.from(k, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'))
  const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: x!, y: y! } })
  const { aud, exp } = JSON.parse(Buffer.from(claims!, 'base64url').toString())
  const signed = Buffer.from(`${head}.${claims}`)
  return (
    aud === origin &&
    exp * 1000 > Date.now() &&
    verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature!, 'base64url'))
  )
}

/** A browser and its push service in one: takes what comes, checks who sent it, and shows it. */
export async function browser() {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const keys = {
    p256dh: pair.getPublicKey('base64url'),
    auth: randomBytes(16).toString('base64url'),
  }
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what was shown
  const shown: any[] = []
  let status = 201
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const isOurs = isVapid(String(request.headers.authorization), origin)
      if (!isOurs || !request.headers.ttl) return response.writeHead(401).end()
      if (status === 201) {
        const words = decryptPush(Buffer.concat(chunks), pair.getPrivateKey(), keys)
        shown.push({ ...JSON.parse(words.toString('utf8')), topic: request.headers.topic })
      }
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    subscription: { endpoint: `${origin}/push/window`, keys, device: 'Firefox on Linux' },
    shown,
    answer(with_: number) {
      status = with_
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
