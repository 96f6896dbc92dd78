import { describe, expect, test } from 'vitest'
import { nameServer, type Zone } from '../testing/dns.ts'
import { findSettings } from './find.ts'
import { readAutoconfig } from './xml.ts'

const nothing = async () => {
  throw new Error('no page')
}
const find = async (address: string, zone: Zone, fetch: (url: string) => Promise<string> = nothing) =>
  findSettings(address, { dns: (await nameServer(zone)).dns, fetch })

const page = `<?xml version="1.0"?>
<clientConfig version="1.1"><emailProvider id="brightpipe.example">
  <displayName>Brightpipe Mail</displayName>
  <incomingServer type="pop3"><hostname>pop.host.example</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
  <incomingServer type="imap"><hostname>plain.host.example</hostname><port>143</port><socketType>plain</socketType><username>%EMAILADDRESS%</username></incomingServer>
  <incomingServer type="imap"><hostname>imap.host.example</hostname><port>993</port><socketType>SSL</socketType><username>%EMAILLOCALPART%</username></incomingServer>
  <outgoingServer type="smtp"><hostname>smtp.%EMAILDOMAIN%</hostname><port>587</port><socketType>STARTTLS</socketType><username>%EMAILADDRESS%</username></outgoingServer>
</emailProvider></clientConfig>`

describe('the settings of an address', () => {
  test('of a well-known provider, by its domain, with what it asks for', async () => {
    const { provider, imap, smtp, advice } = await find('anybody@gmail.com', {})
    expect(provider).toBe('Google')
    expect(imap).toEqual({ host: 'imap.gmail.com', port: 993, security: 'tls', user: 'anybody@gmail.com' })
    expect(smtp!.host).toBe('smtp.gmail.com')
    expect(advice).toContain('app password')
  })

  test.each([
    ['10 aspmx.l.google.com', 'Google', 'imap.gmail.com'],
    ['0 brightpipe-example.mail.protection.outlook.com', 'Microsoft', 'outlook.office365.com'],
    ['10 in1-smtp.messagingengine.com', 'Fastmail', 'imap.fastmail.com'],
  ])('of whoever takes the domain’s mail: %s', async (mx, provider, host) => {
    const found = await find('hello@brightpipe.example', { 'brightpipe.example MX': [mx] })
    expect(found).toMatchObject({ provider, imap: { host, user: 'hello@brightpipe.example' } })
  })

  test('not of one whose name only ends alike', async () => {
    const found = await find('hello@brightpipe.example', { 'brightpipe.example MX': ['10 mx.notgoogle.com'] })
    expect(found).toMatchObject({ provider: null, imap: { host: 'imap.brightpipe.example' } })
  })

  test('as the domain’s records name them, the encrypted ones first', async () => {
    const found = await find('hello@brightpipe.example', {
      '_imaps._tcp.brightpipe.example SRV': ['20 1 993 second.host.example', '10 1 994 first.host.example'],
      '_imap._tcp.brightpipe.example SRV': ['0 1 143 plain.host.example'],
      '_submission._tcp.brightpipe.example SRV': ['0 1 587 out.host.example'],
      '_submissions._tcp.brightpipe.example SRV': ['0 0 0 .'],
    })
    expect(found.imap).toMatchObject({ host: 'first.host.example', port: 994, security: 'tls' })
    expect(found.smtp).toMatchObject({ host: 'out.host.example', port: 587, security: 'starttls' })
  })

  test('as the domain’s own page says, by HTTPS only', async () => {
    const asked: string[] = []
    const found = await find('hello@brightpipe.example', {}, async (url) => {
      asked.push(url)
      if (url.includes('.well-known')) return page
      throw new Error('nobody there')
    })
    expect(found).toMatchObject({
      provider: 'Brightpipe Mail',
      imap: { host: 'imap.host.example', port: 993, security: 'tls', user: 'hello' },
      smtp: {
        host: 'smtp.brightpipe.example',
        port: 587,
        security: 'starttls',
        user: 'hello@brightpipe.example',
      },
    })
    expect(asked.every((url) => url.startsWith('https://'))).toBe(true)
  })

  test('as most hosts have them, where nobody says anything', async () => {
    const { imap, smtp, provider } = await find('hello@brightpipe.example', {})
    expect(provider).toBeNull()
    expect(imap).toMatchObject({ host: 'imap.brightpipe.example', port: 993 })
    expect(smtp).toMatchObject({ host: 'smtp.brightpipe.example', port: 465 })
  })
})

test('a page of ill will is read as words and no more', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(100)}"><!ENTITY c "&a;&a;&a;">]>`
  const odd = `${bomb}<clientConfig><incomingServer type="imap"><hostname>&c;.example</hostname><port>993</port></incomingServer>
    <incomingServer type="imap"><hostname>a b"><script></hostname><port>99999</port></incomingServer></clientConfig>`
  expect(readAutoconfig(odd, 'a@b.example')).toBeNull()
  expect(readAutoconfig('<'.repeat(1_000_000), 'a@b.example')).toBeNull()
  expect(readAutoconfig('not xml at all', 'a@b.example')).toBeNull()
})
