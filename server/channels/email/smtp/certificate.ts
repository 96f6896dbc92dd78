import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { readFile } from 'node:fs/promises'

export interface Certificate {
  cert: string | Buffer
  key: string | Buffer
}

/**
 * The certificate for STARTTLS: the installation's own (TEND_SMTP_TLS_CERT, TEND_SMTP_TLS_KEY), else one made at start. Mail
 * servers do not check whose it is, and use it to keep letters from whoever listens on the line (RFC 7435).
 */
export async function certificate(hostname: string): Promise<Certificate> {
  const { TEND_SMTP_TLS_CERT: cert, TEND_SMTP_TLS_KEY: key } = process.env
  return cert && key
    ? { cert: await readFile(cert), key: await readFile(key) }
    : selfMade(hostname, new Date())
}

const ecdsaWithSha256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]
const commonName = [0x55, 0x04, 0x03]
const subjectAltName = [0x55, 0x1d, 0x11]
const years = 10

/** A self-signed X.509 certificate (RFC 5280 §4.1) with a fresh P-256 key. */
export function selfMade(hostname: string, now: Date): Certificate {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = sequence(oid(ecdsaWithSha256))
  // A common name holds 64 characters; the name that counts is the alternative one.
  const name = sequence(der(0x31, sequence(oid(commonName), der(0x0c, Buffer.from(hostname.slice(0, 64))))))
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(15)])
  const alternative = sequence(der(0x82, Buffer.from(hostname)))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    name,
    sequence(time(now, -1), time(now, years * 365)),
    name,
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(oid(subjectAltName), der(0x04, alternative)))),
  )
  const signature = sign('sha256', body, privateKey)
  const whole = sequence(body, algorithm, der(0x03, Buffer.from([0]), signature))
  const lines = whole.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  }
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const oid = (bytes: number[]) => der(0x06, Buffer.from(bytes))

/** UTCTime up to 2049, GeneralizedTime afterwards, as RFC 5280 §4.1.2.5 has it. */
function time(now: Date, days: number): Buffer {
  const digits = new Date(now.getTime() + days * 86_400_000).toISOString().replace(/\.\d+|[-:T]/g, '')
  return Number(digits.slice(0, 4)) < 2050
    ? der(0x17, Buffer.from(digits.slice(2)))
    : der(0x18, Buffer.from(digits))
}
