import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { expect, onTestFinished, test } from 'vitest'
import { nameServer } from '../testing/dns.ts'
import { answer, openSink, testHouse, until } from '../testing.ts'
import { startSending } from './sending.ts'

test('a letter is signed once, and what the other server gets is what was signed', async () => {
  const sink = await openSink()
  const house = await testHouse({ outboundSmtp: sink.url })
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const file = join(house.config.dataFolder!, 'dkim.pem')
  await writeFile(file, privateKey, { mode: 0o600 })
  const settings = { TEND_DKIM_KEY: file, TEND_DKIM_SELECTOR: 'tend', TEND_DKIM_DOMAIN: 'brightpipe.example' }
  Object.assign(process.env, settings)
  onTestFinished(() => {
    for (const name of Object.keys(settings)) delete process.env[name]
  })
  const sending = await startSending(house)
  onTestFinished(() => sending.stop())
  await answer(house, { to: ['marta@rosewood.example'], text: 'Olá, Marta.\n.\n.. and a line of dots\r\n' })
  await until(async () => sink.letters.length === 1)
  const { dns } = await nameServer({
    'tend._domainkey.brightpipe.example TXT': [`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`],
  })
  const check = async (raw: string) => {
    const { results } = await dkimVerify(Buffer.from(raw), {
      resolver: (name: string, type: string) => dns.resolve(name, type),
    } as never)
    return results.map((one) => one.status?.result)
  }
  expect(await check(sink.letters[0]!.raw)).toEqual(['pass'])
  expect(await check(sink.letters[0]!.raw.replace('Marta', 'Mallory'))).not.toContain('pass')

  // Another domain than the key's is not ours to sign for.
  process.env.TEND_DKIM_DOMAIN = 'elsewhere.example'
  await answer(house, { to: ['marta@rosewood.example'] })
  await until(async () => sink.letters.length === 2)
  expect(sink.letters[1]!.raw).not.toMatch(/^DKIM-Signature:/im)
})
