import { expect, onTestFinished, test } from 'vitest'
import { teammates } from '#cast/company.ts'
import { rawMail } from '#cast/mail.ts'
import { customers } from '#cast/people.ts'
import type { TeammateActor } from '#server/base/actor.ts'
import { startFetching } from '../imap/fetching.ts'
import { usualPace } from '../imap/watch.ts'
import { startSending } from '../outbox/sending.ts'
import { unseal } from '../secrets.ts'
import { openAuthority, openTokenSink } from '../testing/consent.ts'
import { openDoor } from '../testing/door.ts'
import { openImap } from '../testing/imap.ts'
import { answer, standing, testHouse, testReader, until } from '../testing.ts'

const address = 'hello@brightpipe.example'
const admin = (inboxId: string, id = 'tea_0000000000000000000001'): TeammateActor => ({
  kind: 'teammate',
  id,
  name: teammates.rosa.name,
  role: 'admin',
  inboxIds: [inboxId],
  via: 'session',
})

function settings(values: Record<string, string>): void {
  Object.assign(process.env, values)
  onTestFinished(() => {
    for (const name of Object.keys(values)) delete process.env[name]
  })
}

async function begin(provider: 'google' | 'microsoft' = 'google') {
  const authority = await openAuthority(address)
  const house = await testHouse()
  const name = provider.toUpperCase()
  settings({
    [`TEND_${name}_CLIENT_ID`]: 'a-client',
    [`TEND_${name}_CLIENT_SECRET`]: 'a-secret',
    [`TEND_${name}_AUTHORIZE_URL`]: `${authority.url}/authorize`,
    [`TEND_${name}_TOKEN_URL`]: `${authority.url}/token`,
  })
  const door = openDoor(house, testReader(), admin(house.inboxId))
  /** As the browser goes: to the consent page and back. */
  const consent = async (more: object = {}, at = door) => {
    const begun = await door.ask('POST', '/mailboxes/consents', {
      provider,
      address,
      inboxId: house.inboxId,
      ...more,
    })
    expect(begun.status).toBe(201)
    const page = await fetch(begun.body.url, { redirect: 'manual' })
    return landing(at, page.headers.get('location')!)
  }
  return { authority, house, door, consent }
}

async function landing(door: ReturnType<typeof openDoor>, url: string) {
  const { pathname, search } = new URL(url)
  const back = await door.app.inject({ url: pathname + search })
  expect(back.statusCode).toBe(302)
  const to = new URL(back.headers.location as string)
  expect(to.pathname).toBe('/settings/mailboxes')
  return { connected: to.searchParams.get('connected'), problem: to.searchParams.get('problem') }
}

test.each(['google', 'microsoft'] as const)(
  'a mailbox at %s is read and sends by consent, and goes on when tokens change',
  async (provider) => {
    const { authority, house, door, consent } = await begin(provider)
    const imap = await openImap(address)
    const sink = await openTokenSink(authority)
    authority.onToken((token) => imap.takeToken(token))
    const name = provider.toUpperCase()
    settings({
      [`TEND_${name}_IMAP`]: `127.0.0.1:${imap.port}`,
      [`TEND_${name}_SMTP`]: `127.0.0.1:${sink.port}`,
    })

    const { connected, problem } = await consent()
    expect(problem).toBeNull()
    expect(authority.asked).toEqual([{ grant: 'authorization_code', clientSecret: 'a-secret' }])
    const listed = await door.ask('GET', '/mailboxes')
    expect(listed.body.items).toMatchObject([
      { id: connected, address, consent: provider, state: 'connecting' },
    ])
    expect(JSON.stringify(listed.body)).not.toMatch(/refresh|secret/)

    const fetching = await startFetching(house, { ...usualPace, pause: 20, slowest: 200 })
    onTestFinished(() => fetching.stop())
    const sending = await startSending(house)
    onTestFinished(() => sending.stop())
    await until(async () => (await house.db.selectFrom('mailboxFolders').selectAll().execute()).length > 0)
    const put = async (subject: string) =>
      imap.put(
        await rawMail({ from: customers.maria, to: address, subject, text: subject, date: new Date() }),
      )
    const letters = async (n: number) =>
      until(async () => (await house.db.selectFrom('letters').select('id').execute()).length === n, 30_000)
    await put('one')
    await letters(1)
    const { messageId } = await answer(house, { to: [customers.maria.email] })
    await until(async () => (await standing(house, messageId))[0]!.state === 'accepted')
    expect(sink.letters).toHaveLength(1)

    // The refresh token changed with each use, and the new one is kept.
    const row = async () =>
      house.db.selectFrom('mailboxes').selectAll().where('id', '=', connected!).executeTakeFirstOrThrow()
    expect(authority.asked.filter((one) => one.grant === 'refresh_token').length).toBeGreaterThan(0)
    expect(unseal(house, (await row()).secrets).refresh).toBeTruthy()

    // Consent is taken back: said with its remedy, what is to be sent waits, and all goes on when it is given anew.
    await fetching.stop()
    authority.revoke()
    const { forgetToken } = await import('./tokens.ts')
    forgetToken(connected!)
    const again = await startFetching(house, { ...usualPace, pause: 20, slowest: 200 })
    onTestFinished(() => again.stop())
    await until(async () => (await row()).state === 'failing')
    expect((await row()).says).toMatch(/no longer lets Tend into this mailbox.*Connect it again/)
    const waiting = await answer(house, { to: [customers.maria.email] })
    await put('meanwhile')
    expect((await consent({ mailboxId: connected })).connected).toBe(connected)
    await letters(2)
    await until(async () => (await standing(house, waiting.messageId))[0]!.state === 'accepted')
    await until(async () => (await row()).state === 'connected')
  },
  120_000,
)

test('a process whose refresh token died by the use of another takes the new one', async () => {
  const { authority, house, consent } = await begin()
  const { connected } = await consent()
  const stale = await house.db
    .selectFrom('mailboxes')
    .selectAll()
    .where('id', '=', connected!)
    .executeTakeFirstOrThrow()
  const { accessToken, forgetToken } = await import('./tokens.ts')
  const one = await accessToken(house, stale)
  // Each process knows its own tokens only.
  forgetToken(stale.id)
  const other = await accessToken(house, stale)
  expect(other).not.toBe(one)
  expect(authority.tokens).toContain(other)
  forgetToken(stale.id)
  authority.revoke()
  await expect(accessToken(house, stale)).rejects.toThrow(/no longer lets Tend/)
})

test('only the admin who began ends it, once, and only for the address that was meant', async () => {
  const { authority, house, door, consent } = await begin()
  const other = openDoor(house, testReader(), admin(house.inboxId, 'tea_0000000000000000000002'))
  expect((await consent({}, other)).problem).toMatch(/not begun here/)
  authority.account = 'paul@elsewhere.example'
  expect((await consent()).problem).toMatch(
    /signed in as paul@elsewhere.example, but the mailbox to connect is hello@/,
  )
  authority.account = address
  const begun = await door.ask('POST', '/mailboxes/consents', { provider: 'google', address })
  const state = new URL(begun.body.url).searchParams.get('state')
  const path = '/api/v1/mailboxes/consents/return'
  expect((await landing(door, `http://x${path}?state=${state}&error=access_denied`)).problem).toMatch(
    /Google says that consent was not given/,
  )
  expect((await landing(door, `http://x${path}?state=${state}&code=x`)).problem).toMatch(/not begun here/)
  expect((await landing(door, `http://x${path}?state=guessed&code=x`)).problem).toMatch(/not begun here/)
  expect(await house.db.selectFrom('mailboxes').selectAll().execute()).toEqual([])
})

test('a code without the verifier that belongs to it is worth nothing', async () => {
  const { authority, house, door } = await begin()
  const begun = await door.ask('POST', '/mailboxes/consents', { provider: 'google', address })
  const page = await fetch(begun.body.url, { redirect: 'manual' })
  await house.db.updateTable('mailboxConsents').set({ verifier: 'another' }).execute()
  expect((await landing(door, page.headers.get('location')!)).problem).toMatch(/no longer lets Tend/)
  expect(authority.tokens).toEqual([])
})

test('where this installation is not registered, that is said and not offered', async () => {
  const house = await testHouse()
  const door = openDoor(house, testReader(), admin(house.inboxId))
  const refused = await door.ask('POST', '/mailboxes/consents', { provider: 'google', address })
  expect(refused.status).toBe(422)
  expect(refused.body.errors[0].detail).toMatch(/registered with Google/)
  const guess = () => door.ask('POST', '/mailboxes/guess', { address: 'hello@gmail.com' })
  expect((await guess()).body.consent).toBeNull()
  settings({ TEND_GOOGLE_CLIENT_ID: 'a-client' })
  expect((await guess()).body).toMatchObject({ provider: 'Google', consent: 'google' })
})
