import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { moveClock } from '#server/base/clock.ts'
import { siteOf } from './passkeys.ts'
import { openTeam } from './testing.ts'

const url = 'https://care.casa-amaral.example'
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()
const counterBytes = (counter: number) => Buffer.from([0, 0, 0, counter])

/** A small authenticator: one ES256 key, no attestation, as WebAuthn level 2 §6 describes. */
function authenticator({ origin = url, rpID = new URL(url).hostname } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const { x, y } = publicKey.export({ format: 'jwk' })
  const bytes = (head: number[], text: string) =>
    Buffer.concat([Buffer.from(head), Buffer.from(text, 'base64url')])
  // COSE key as CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}
  const cose = Buffer.concat([
    Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1]),
    bytes([0x21, 0x58, 32], x!),
    bytes([0x22, 0x58, 32], y!),
  ])
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
  const card = (response: object) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })
  return {
    make(challenge: string) {
      const data = Buffer.concat([
        sha256(rpID),
        Buffer.from([0x45]),
        counterBytes(0),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        cose,
      ])
      // {fmt: "none", attStmt: {}, authData: bytes}
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        Buffer.from([0x58, data.length]),
        data,
      ])
      return card({
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },
    answer(challenge: string, counter = 1) {
      const client = clientData('webauthn.get', challenge)
      const data = Buffer.concat([sha256(rpID), Buffer.from([0x05]), counterBytes(counter)])
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey)
      return card({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}

const withPasskey = async (phone = authenticator()) => {
  const team = await openTeam(url)
  const rosa = await team.moveIn()
  const options = (await team.ask('POST', '/me/passkeys/options', rosa)).body
  const added = await team.ask('POST', '/me/passkeys', rosa, {
    name: 'Phone',
    response: phone.make(options.challenge),
  })
  const challenge = async () => (await team.ask('POST', '/sessions/passkey/options')).body.challenge as string
  const enter = (response: object) => team.ask('POST', '/sessions/passkey', {}, { response })
  return { ...team, rosa, phone, options, added, challenge, enter }
}

describe('a passkey', () => {
  it('is added to a person and signs them in', async () => {
    const { ask, rosa, phone, options, added, challenge, enter } = await withPasskey()
    expect(options.rp).toMatchObject({ id: 'care.casa-amaral.example' })
    expect(added.status).toBe(201)
    expect((await ask('GET', '/me/passkeys', rosa)).body.items).toMatchObject([
      { name: 'Phone', lastUsedAt: null },
    ])
    const entered = await enter(phone.answer(await challenge()))
    expect(entered).toMatchObject({ status: 201, body: { teammate: { id: rosa.id }, passkeys: 1 } })
    expect((await ask('GET', '/me', { cookie: entered.cookie!.value })).status).toBe(200)
  })

  it('answers each challenge once, in time, and not one made for somebody else', async () => {
    const { db, ask, rosa, phone, challenge, enter } = await withPasskey()
    const first = await challenge()
    expect((await enter(phone.answer(first))).status).toBe(201)
    expect((await enter(phone.answer(first, 2))).status).toBe(401)
    const mine = (await ask('POST', '/me/passkeys/options', rosa)).body.challenge
    expect((await enter(phone.answer(mine, 3))).status).toBe(401)
    expect((await enter(phone.answer(randomBytes(32).toString('base64url'), 4))).status).toBe(401)
    const late = await challenge()
    await moveClock(db, new Date(Date.now() + 6 * 60_000))
    expect((await enter(phone.answer(late, 5))).status).toBe(401)
  })

  it('is refused from another site, with another key, or with a counter that went back', async () => {
    const { phone, challenge, enter } = await withPasskey()
    expect((await enter(phone.answer(await challenge(), 7))).status).toBe(201)
    expect((await enter(phone.answer(await challenge(), 3))).status).toBe(401)
    const stranger = authenticator()
    const swapped = {
      ...stranger.answer(await challenge()),
      id: phone.answer('x').id,
      rawId: phone.answer('x').id,
    }
    expect((await enter(swapped)).status).toBe(401)
    expect((await enter(stranger.answer(await challenge()))).status).toBe(401)
    const phishing = await withPasskey(authenticator({ origin: 'https://care.casa-amara1.example' }))
    expect(phishing.added.status).toBe(401)
  })

  it.each([
    {},
    { response: {} },
    { response: { clientDataJSON: 'bm90IGpzb24' } },
    { response: { clientDataJSON: 7 } },
  ])('answers what cannot be read with a sentence: %j', async (response) => {
    const { ask, enter, rosa } = await withPasskey()
    expect(await enter(response)).toMatchObject({ status: 401, body: { type: 'passkey-refused' } })
    expect((await ask('POST', '/me/passkeys', rosa, { response })).status).toBe(401)
  })

  it('ends when it is removed, or when its person leaves', async () => {
    const { ask, rosa, added, phone, challenge, enter, join } = await withPasskey()
    const ana = await join(rosa, 'ana', { role: 'admin' })
    expect((await ask('DELETE', `/me/passkeys/${added.body.id}`, ana)).status).toBe(404)
    expect((await ask('DELETE', `/me/passkeys/${added.body.id}`, rosa)).status).toBe(204)
    expect((await enter(phone.answer(await challenge()))).status).toBe(401)
  })
})

describe('where a passkey belongs', () => {
  it('is the name of the address; this machine is localhost; other bare numbers have none', () => {
    expect(siteOf(url)).toEqual({ rpID: 'care.casa-amaral.example', origin: url })
    expect(siteOf('http://127.0.0.1:4680')).toEqual({ rpID: 'localhost', origin: 'http://localhost:4680' })
    expect(siteOf('http://[::1]:4680')).toEqual({ rpID: 'localhost', origin: 'http://localhost:4680' })
    expect(siteOf('http://192.168.1.5:4680')).toBeNull()
  })

  it('is said in a sentence where there is no name', async () => {
    const { ask, moveIn } = await openTeam('http://192.168.1.5:4680')
    const rosa = await moveIn()
    expect(await ask('POST', '/me/passkeys/options', rosa)).toMatchObject({
      status: 409,
      body: { type: 'no-passkeys-here' },
    })
  })
})
