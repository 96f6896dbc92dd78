import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP's floor for scrypt: 2^17 · 8 · 1 takes 128 MB; 2^15 · 8 · 3 is the same work in 32 MB. */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 }

// Two at a time: a crowd at the door must not take the threads that read and write files from everybody else.
const waiting: (() => void)[] = []
let busy = 0

async function derive(password: string, salt: Buffer): Promise<Buffer> {
  if (busy >= 2) await new Promise<void>((resolve) => waiting.push(resolve))
  else busy++
  try {
    return await new Promise((resolve, reject) =>
      scrypt(password.normalize('NFKC'), salt, 32, cost, (error, key) =>
        error ? reject(error) : resolve(key),
      ),
    )
  } finally {
    const next = waiting.shift()
    if (next) next()
    else busy--
  }
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64')}$${(await derive(password, salt)).toString('base64')}`
}

const nobody = `scrypt$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`

/** Compares in constant time. Without a hash it does the same work and says no, so that unknown accounts take as long. */
export async function passwordFits(password: string, hash: string | null | undefined): Promise<boolean> {
  const [, salt, key] = (hash ?? nobody).split('$')
  const derived = await derive(password, Buffer.from(salt!, 'base64'))
  return timingSafeEqual(derived, Buffer.from(key!, 'base64')) && Boolean(hash)
}

/** Tokens have 192 random bits, so a plain hash of them is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
