import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { describe, expect, test } from 'vitest'
import { rawMail } from '#cast/mail.ts'
import { customers } from '#cast/people.ts'
import { authenticate, fromOwnServer } from './authentication.ts'
import { nameServer, type Zone } from './testing/dns.ts'
import { answer, handInLetter, testHouse, testReader } from './testing.ts'
import { replyAddress, replyToken } from './token.ts'

const maria = { ...customers.maria, email: 'maria@lopes.example' }
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const zone: Zone = {
  'lopes.example TXT': ['v=spf1 ip4:192.0.2.10 -all'],
  '_dmarc.lopes.example TXT': ['v=DMARC1; p=reject'],
  'key._domainkey.lopes.example TXT': [`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`],
  'elsewhere.example TXT': ['v=spf1 ip4:198.51.100.7 -all'],
}

const letter = (more: Partial<Parameters<typeof rawMail>[0]> = {}) =>
  rawMail({
    from: maria,
    to: 'hello@brightpipe.example',
    subject: 'The boiler',
    text: 'It is cold.',
    date: '2026-11-25T09:00:00Z',
    ...more,
  })

const signed = async (raw: Buffer) => {
  const { signatures } = await dkimSign(raw, {
    signatureData: [{ signingDomain: 'lopes.example', selector: 'key', privateKey }],
  } as never)
  return Buffer.concat([Buffer.from(signatures), raw])
}

type House = Parameters<typeof authenticate>[0]
const house = { config: { authservId: 'mx.brightpipe.example' } } as House
const bySmtp = (more: object = {}) => ({
  via: 'smtp',
  trusted: false,
  envelopeFrom: maria.email,
  peer: '203.0.113.9',
  mailboxId: null,
  ...more,
})

describe('from anybody, by our own look', () => {
  test.each([
    ['its domain’s own server', { peer: '192.0.2.10' }, false, 'pass'],
    ['some other machine', {}, false, 'fail'],
    ['some other machine, signed', {}, true, 'pass'],
    [
      'a machine that another domain allows',
      { peer: '198.51.100.7', envelopeFrom: 'x@elsewhere.example' },
      false,
      'fail',
    ],
    ['a forwarder, signed', { peer: '198.51.100.7', envelopeFrom: 'srs@elsewhere.example' }, true, 'pass'],
    ['its own server, as a bounce', { peer: '192.0.2.10', envelopeFrom: '' }, false, 'fail'],
  ] as const)('%s', async (_name, hand, sign, dmarc) => {
    const { dns } = await nameServer(zone)
    const raw = sign ? await signed(await letter()) : await letter()
    const found = await authenticate(house, bySmtp(hand), raw, { from: maria, headers: [] }, { dns })
    expect(found).toEqual({ dmarc })
  })

  test('a letter changed on the way is not signed any more', async () => {
    const { dns } = await nameServer(zone)
    const raw = Buffer.from((await signed(await letter())).toString().replace('cold', 'warm'))
    expect(await authenticate(house, bySmtp(), raw, { from: maria, headers: [] }, { dns })).toEqual({
      dmarc: 'fail',
    })
  })

  test('a domain that says nothing, and one whose name server does not answer: not known', async () => {
    const { dns, asked } = await nameServer({})
    const raw = await letter()
    expect(await authenticate(house, bySmtp(), raw, { from: maria, headers: [] }, { dns })).toEqual({
      dmarc: 'unknown',
    })
    expect(asked).toContain('_dmarc.lopes.example TXT')
    const silent = await nameServer(zone, { silent: true })
    const begun = performance.now()
    expect(
      await authenticate(
        house,
        bySmtp(),
        raw,
        { from: maria, headers: [] },
        { dns: silent.dns, patience: 700 },
      ),
    ).toEqual({ dmarc: 'unknown' })
    expect(performance.now() - begun).toBeGreaterThan(600)
  })

  test('what the letter says of itself counts for nothing', async () => {
    const { dns } = await nameServer(zone)
    const headers: [string, string][] = [
      ['Authentication-Results', 'mx.brightpipe.example; dmarc=pass header.from=lopes.example'],
    ]
    const found = await authenticate(house, bySmtp(), await letter(), { from: maria, headers }, { dns })
    expect(found).toEqual({ dmarc: 'fail' })
  })
})

describe('from a trusted hand', () => {
  const said = (...values: string[]) =>
    fromOwnServer(
      ['mx.brightpipe.example'],
      values.map((value) => ['Authentication-Results', value] as const),
      'lopes.example',
    ).dmarc

  test.each([
    ['pass', ['mx.brightpipe.example; spf=pass; dmarc=pass header.from=lopes.example']],
    ['pass', ['MX.Brightpipe.example 1; dmarc=pass (p=reject dis=none) header.from=lopes.example']],
    ['fail', ['mx.brightpipe.example;\r\n dmarc=fail header.from=lopes.example']],
    ['unknown', ['mx.brightpipe.example; dmarc=none']],
    ['unknown', ['mx.brightpipe.example; dmarc=temperror']],
    ['unknown', []],
    // Of another server, below or above ours.
    ['unknown', ['mx.evil.example; dmarc=pass']],
    ['fail', ['mx.evil.example; dmarc=pass', 'mx.brightpipe.example; dmarc=fail']],
    // The topmost of ours counts, not one that came along.
    ['fail', ['mx.brightpipe.example; dmarc=fail', 'mx.brightpipe.example; dmarc=pass']],
    ['unknown', ['mx.brightpipe.example; spf=none', 'mx.brightpipe.example; dmarc=pass']],
    // Words of the sender in quotes and comments.
    ['fail', ['mx.brightpipe.example; spf=pass reason="x; dmarc=pass"; dmarc=fail']],
    ['unknown', ['mx.brightpipe.example; spf=fail (helo; dmarc=pass (really) ; ) smtp.mailfrom=x']],
    // A pass for somebody else than whom we show.
    ['unknown', ['mx.brightpipe.example; dmarc=pass header.from=elsewhere.example']],
  ])('%s: %o', (dmarc, values) => {
    expect(said(...values)).toBe(dmarc)
  })

  test('without a name of our own server nobody is believed; a Google mailbox brings Google’s', async () => {
    expect(fromOwnServer([], [['Authentication-Results', '; dmarc=pass']], 'lopes.example').dmarc).toBe(
      'unknown',
    )
    const own = await testHouse()
    const mailbox = {
      id: 'mbx_0000000000000000000001',
      inboxId: own.inboxId,
      address: own.address,
      secrets: null,
    }
    const of = async (host: string) => {
      await own.db.deleteFrom('mailboxes').execute()
      await own.db
        .insertInto('mailboxes')
        .values({
          ...mailbox,
          imap: JSON.stringify({ host, port: 993, security: 'tls', user: 'x' }),
          smtp: null,
          says: null,
          lastCheckedAt: null,
          lastLetterAt: null,
          removedAt: null,
        })
        .execute()
      const headers: [string, string][] = [['Authentication-Results', 'mx.google.com; dmarc=fail']]
      const hand = { ...bySmtp(), via: 'imap', trusted: true, mailboxId: mailbox.id }
      return (await authenticate(own, hand, Buffer.from(''), { from: maria, headers })).dmarc
    }
    expect(await of('imap.gmail.com')).toBe('fail')
    expect(await of('imap.elsewhere.example')).toBe('unknown')
  })
})

test('200 forged letters by SMTP, with the right reference or token, show nothing to anybody', async () => {
  const own = await testHouse()
  const reader = testReader()
  const { conversationId } = await answer(own, { to: [maria.email] })
  const token = replyAddress(own.address, replyToken(own.key, conversationId, maria.email))
  const [row] = await own.db.selectFrom('outbox').select('messageIdHeader').execute()
  const from = [customers.paul, customers.tiago, { name: 'Maria', email: 'maria@l0pes.example' }]
  const tries = Array.from({ length: 200 }, (_, n) => ({
    from: from[n % 3]!,
    to: [token, own.address, token.replace(/t-./, 't-z')][(n % 7) % 3]!,
    cc: n % 2 ? ['mallory@evil.example'] : undefined,
    inReplyTo: n % 5 ? row!.messageIdHeader : undefined,
    text: `Forged ${n}`,
    messageId: `${n}@evil.example`,
  }))
  for (const forged of tries)
    await handInLetter(own, reader, await letter(forged), {
      via: 'smtp',
      trusted: false,
      envelopeTo: [forged.to],
      envelopeFrom: forged.from.email,
      peer: '127.0.0.1',
    })
  const shown = await own.db
    .selectFrom('messages')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'in')
    .where('held', '=', false)
    .execute()
  expect(shown).toEqual([])
  const people = await own.db
    .selectFrom('participants')
    .select('address')
    .where('conversationId', '=', conversationId)
    .execute()
  expect(people).toEqual([{ address: maria.email }])
}, 120_000)
