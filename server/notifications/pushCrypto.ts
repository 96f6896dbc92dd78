import {
  createCipheriv,
  createECDH,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto'

/** The keys of a push service's user: what the browser gave when it subscribed. */
export interface PushKeys {
  p256dh: string
  auth: string
}

/** The server's own pair (RFC 8292), raw and base64url: 65 bytes of point, 32 of scalar. */
export interface ServerKeys {
  publicKey: string
  privateKey: string
}

/** More does not fit into the one record that every push service takes (RFC 8291 §4). */
export const longestPush = 3000

const bytes = (text: string) => Buffer.from(text, 'base64url')
const info = (text: string, ...more: Buffer[]) => Buffer.concat([Buffer.from(`${text}\0`), ...more])
const derive = (key: Buffer, salt: Buffer, label: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, label, length))

/**
 * Encrypts for one browser, so that the push service in between reads nothing: RFC 8291 with the `aes128gcm` coding of
 * RFC 8188, one record. `given` sets what is otherwise random, for the vectors of the RFC alone.
 */
export function encryptPush(
  words: Buffer,
  keys: PushKeys,
  given: { salt?: Buffer; privateKey?: Buffer } = {},
): Buffer {
  const theirs = bytes(keys.p256dh)
  const secret = bytes(keys.auth)
  const salt = given.salt ?? randomBytes(16)
  const pair = createECDH('prime256v1')
  if (given.privateKey) pair.setPrivateKey(given.privateKey)
  else pair.generateKeys()
  const ours = pair.getPublicKey()
  const shared = derive(pair.computeSecret(theirs), secret, info('WebPush: info', theirs, ours), 32)
  const key = derive(shared, salt, info('Content-Encoding: aes128gcm'), 16)
  const nonce = derive(shared, salt, info('Content-Encoding: nonce'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  // The 2 says: this record is the last one.
  const sealed = [
    cipher.update(Buffer.concat([words, Buffer.from([2])])),
    cipher.final(),
    cipher.getAuthTag(),
  ]
  const size = Buffer.alloc(4)
  size.writeUInt32BE(4096)
  return Buffer.concat([salt, size, Buffer.from([ours.length]), ours, ...sealed])
}

/** Throws for keys that no browser makes. */
export function demandPushKeys({ p256dh, auth }: PushKeys): void {
  if (bytes(auth).length !== 16) throw new Error('auth is not 16 bytes')
  const probe = createECDH('prime256v1')
  probe.generateKeys()
  probe.computeSecret(bytes(p256dh))
}

export function newServerKeys(): ServerKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const { x, y, d } = privateKey.export({ format: 'jwk' })
  return {
    publicKey: Buffer.concat([Buffer.from([4]), bytes(x!), bytes(y!)]).toString('base64url'),
    privateKey: d!,
  }
}

/** Says to a push service who sends, for half a day at most (RFC 8292). */
export function vapidHeader(
  endpoint: string,
  contact: string,
  { publicKey, privateKey }: ServerKeys,
  now: Date,
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now.getTime() / 1000) + 12 * 3600,
    sub: contact,
  }
  const head = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
  const point = bytes(publicKey)
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: privateKey,
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  })
  const signature = sign('sha256', Buffer.from(head), { key, dsaEncoding: 'ieee-p1363' })
  return `vapid t=${head}.${signature.toString('base64url')}, k=${publicKey}`
}
