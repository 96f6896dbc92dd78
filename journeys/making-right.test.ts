import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customers, inboxes, stories, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import type { Step } from '#cast/story.ts'
import { visit } from '#web/app/visiting.testing.ts'
import { t } from '#web/text/t.ts'
import { launchBrowser } from './browser.ts'
import { type Client, clientOf } from './client.ts'
import { leaveNothing, type RunningTend, startTend } from './house.ts'
import { openPostOffice, type PostOffice, sendBySmtp } from './post.ts'
import { until } from './until.ts'

// Two stories of the cast, over HTTP and mail: a failure that is made right to the end, and one that happens again.
const patient = 600_000
const day = 86_400_000
/**
 * The clock only goes forward, and what the cast tells began eighty working days before this. A Wednesday afternoon: by night nobody is
 * told anything by mail.
 */
const now = new Date(Date.now() + 130 * day)
now.setUTCDate(now.getUTCDate() + ((3 - now.getUTCDay() + 7) % 7))
now.setUTCHours(15, 0, 0, 0)
const told = stories(now)

let tend: RunningTend
let office: PostOffice
let browser: Browser
let admin: Client
const ids: Record<string, string> = {}
const clients: Record<string, Client> = {}

beforeAll(async () => {
  office = await openPostOffice()
  const env = { TEND_TEST_CLOCK: '1', TEND_OUTBOUND_SMTP: office.url }
  ;[tend, browser] = await Promise.all([startTend({ env }), launchBrowser()])
  admin = await tend.admin()
  for (const name of ['extras', 'authority', 'secondChance'] as const)
    await admin.call('PUT /practices/{name}', { params: { name }, body: { on: true } })
  // Between the two failures of the boiler lie almost three months.
  await admin.call('PATCH /recovery-rules', { body: { secondChanceDays: 120 } })
  for (const inbox of ['repairs', 'bakery'] as const)
    ids[inbox] = (await admin.call('POST /inboxes', { body: inboxes[inbox] })).id
  for (const who of ['ana', 'ben', 'ines'] as const) {
    const { name, email, role } = teammates[who]
    const made = await admin.call('POST /teammates', {
      body: { name, email, role, inboxes: [ids[who === 'ines' ? 'bakery' : 'repairs']!] },
    })
    ids[who] = made.id
    if (who === 'ana') await joins(made.inviteUrl)
    const { key } = await admin.call('POST /teammates/{id}/keys', { params: { id: made.id }, body: {} })
    clients[who] = clientOf(tend.url, key)
  }
}, patient)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
  await office?.close()
}, patient)

/** Whoever has not joined is told nothing by mail. */
async function joins(inviteUrl: string): Promise<void> {
  const joined = await fetch(`${tend.url}/api/v1/invites/${inviteUrl.split('/').at(-1)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password: 'the cat lives under the stairs' }),
  })
  expect(joined.status, await joined.text()).toBe(201)
}

type Mail = Extract<Step, { kind: 'mail' }>
type Reply = Extract<Step, { kind: 'reply' }>
const story = (subject: string) => {
  const { steps, ...about } = told.find((one) => one.subject.startsWith(subject))!
  return {
    ...about,
    mails: steps.filter((one): one is Mail => one.kind === 'mail'),
    replies: steps.filter((one): one is Reply => one.kind === 'reply'),
  }
}
const clock = (at: Date) => admin.call('PUT /clock', { body: { now: at.toISOString() } })

let letters = 0
/** Their letter comes by SMTP at its time; what answers one of ours names it. */
async function arrives(of: { who: keyof typeof customers; inbox: string; subject: string }, mail: Mail) {
  await clock(mail.at)
  const mark = `making-right-${++letters}`
  const from = customers[of.who]
  const to = inboxes[of.inbox as 'repairs'].address
  const ours = office.to(from.email).at(-1)?.headers['message-id']
  const isAnswer = ours !== undefined && office.to(from.email).at(-1)!.subject.includes(of.subject)
  const raw = await rawMail({
    from,
    to,
    subject: isAnswer ? `Re: ${of.subject}` : of.subject,
    text: mail.text,
    date: mail.at,
    headers: { 'X-Test-Case': mark },
    ...(isAnswer && { inReplyTo: ours, references: [ours] }),
  })
  expect(await sendBySmtp(tend.smtpPort, { raw, from: from.email, to })).toMatch(/^250/)
  // A busy machine takes its time; asked for by its own mark, waiting costs it little.
  return until(
    `the letter “${of.subject}” is here`,
    async () => {
      const [found] = (await admin.call('GET /messages', { query: { header: `X-Test-Case:${mark}` } })).items
      return found && { conversationId: found.conversationId, messageId: found.id }
    },
    240,
  )
}

async function answers(by: Client, conversationId: string, reply: Reply, to: string) {
  await clock(reply.at)
  const before = office.to(to).length
  const sent = await by.call('POST /conversations/{id}/replies', {
    params: { id: conversationId },
    body: {
      text: reply.text,
      undoSeconds: 0,
      promises: (reply.promises ?? []).map((one) => ({
        what: one.what,
        quote: one.quote,
        due: one.due.toISOString(),
      })),
    },
  })
  await until('their mail server has it', () => office.to(to).length > before, 240)
  return sent
}

/** What our letters and acts have done, confirmed by one press each. */
async function confirm(by: Client, id: string): Promise<string[]> {
  const { proposals } = await by.call('GET /recoveries/{id}', { params: { id } })
  for (const [, group] of Map.groupBy(proposals, (one) => one.evidence.id))
    await by.call('POST /recoveries/{id}/steps', {
      params: { id },
      body: { steps: group.map((one) => one.step), evidence: group[0]!.evidence },
    })
  return proposals.map((one) => one.step)
}
const stateOf = async (by: Client, id: string) =>
  Object.fromEntries(
    (await by.call('GET /recoveries/{id}', { params: { id } })).steps.map((one) => [one.step, one.state]),
  )

/** What a teammate sees of it at their own screen. */
async function looks(
  who: keyof typeof teammates,
  conversationId: string,
  see: (page: Page) => Promise<void>,
) {
  const page = await visit(tend, browser, who)
  page.setDefaultTimeout(120_000)
  await page.goto(`${tend.url}/conversations/${conversationId}`)
  await see(page)
  await page.context().close()
}

test('the wrong wedding cake is made right, step by step, to her own words', {
  timeout: patient,
}, async () => {
  const cake = story('The Okoro cake is here')
  const [came, stood, isGood] = cake.mails as [Mail, Mail, Mail]
  const [sorry, thanks, asking] = cake.replies as [Reply, Reply, Reply]
  const ines = clients.ines!
  const amara = customers.amara.email
  const call = await ines.call('POST /extras', {
    body: { name: 'A call when it is baked', words: 'I call you when it is out of the oven.' },
  })
  const { conversationId, messageId } = await arrives(cake, came)
  const cost = 'a bride who chose that cake before she chose the hall'
  const { id } = await ines.call('POST /conversations/{id}/recoveries', {
    params: { id: conversationId },
    body: {
      what: 'We brought the cake a day early',
      messageId,
      costs: [{ kind: 'face', words: cost, messageId }],
    },
  })
  const given = await ines.call('POST /conversations/{id}/extras', {
    params: { id: conversationId },
    body: { extraId: call.id },
  })
  expect(given).toMatchObject({ state: 'possible', cost: 0 })

  const sent = await answers(ines, conversationId, sorry, amara)
  expect(
    office
      .to(amara)
      .at(-1)!
      .raw.replace(/=\r?\n/g, ''),
  ).toContain('I read the wrong line')
  expect((await confirm(ines, id)).sort()).toEqual(
    expect.arrayContaining(['acknowledge', 'apologise', 'explain', 'extra', 'fix']),
  )
  // Closing shows what is open: nobody has asked her yet.
  await expect(
    ines.call('POST /recoveries/{id}/closing', { params: { id }, body: { outcome: 'made-right' } }),
  ).rejects.toMatchObject({ status: 409 })
  const planned = await ines.call('PUT /recoveries/{id}/check', {
    params: { id },
    body: { due: asking.at.toISOString(), promised: true },
  })

  // The trail at a glance: five steps are done, to ask again is planned, and what it cost her stands in her words.
  await looks('ines', conversationId, async (page) => {
    const trail = page.getByRole('region', { name: t('recovery.title') })
    await trail.getByText(t('recovery.reached', { n: 5, all: 6 })).waitFor()
    await trail.getByRole('button', { expanded: false }).click()
    await trail.getByText(cost).waitFor()
    const next = trail.locator('[aria-current=step]')
    expect(await next.innerText()).toContain(t('recovery.step.check'))
    expect(await trail.locator('.recovery-step.done').count()).toBe(5)
  })

  await clock(new Date(sorry.promises![0]!.keptAt!))
  await ines.call('POST /given-extras/{id}/delivery', { params: { id: given.id } })
  await ines.call('POST /promises/{id}/keeping', {
    params: { id: sent.promiseIds[0]! },
    body: { told: true },
  })
  expect((await arrives(cake, stood)).conversationId).toBe(conversationId)
  await answers(ines, conversationId, thanks, amara)
  await answers(ines, conversationId, asking, amara)
  // To have asked was our word to her: kept, it is the last step.
  await ines.call('POST /promises/{id}/keeping', {
    params: { id: planned.check!.promiseId! },
    body: { told: true },
  })
  await until('the last step is done', async () => (await stateOf(ines, id)).check === 'done', 240)

  const last = await arrives(cake, isGood)
  const words = 'The call at two was the first time in my life that a baker woke me to say I could sleep'
  await ines.call('PUT /given-extras/{id}/answer', {
    params: { id: given.id },
    body: { words, glad: true, messageId: last.messageId },
  })
  await ines.call('POST /recoveries/{id}/closing', { params: { id }, body: { outcome: 'made-right' } })
  expect(await ines.call('GET /recovery-rate')).toMatchObject({ closed: 1, madeRight: 1, again: 0 })
  const { report } = await ines.call('GET /extras')
  expect(report).toMatchObject({ given: 1, free: 1, freeGlad: 1, spent: [] })
  const { lines } = await ines.call('GET /conversations/{id}', { params: { id: conversationId } })
  expect(lines.map((one) => one.type)).toEqual(
    expect.arrayContaining(['recovery.opened', 'extra.given', 'extra.answered', 'recovery.closed']),
  )
})

test('the boiler that fails twice goes with more care, and who leads hears of it at once', {
  timeout: patient,
}, async () => {
  const [first, again] = [story('No hot water since last night'), story('The boiler again')]
  const { ana, ben } = clients as { ana: Client; ben: Client }
  const maria = customers.maria.email
  const begun = await arrives(first, first.mails[0]!)
  const one = await ana.call('POST /conversations/{id}/recoveries', {
    params: { id: begun.conversationId },
    body: { what: 'The boiler we put in went out', messageId: begun.messageId },
  })
  const word = await answers(ana, begun.conversationId, first.replies[0]!, maria)
  await clock(new Date(first.replies[0]!.promises![0]!.keptAt!))
  await ana.call('POST /promises/{id}/keeping', { params: { id: word.promiseIds[0]! }, body: { told: true } })
  const done = await confirm(ana, one.id)
  expect(done).toContain('acknowledge')
  for (const [step, state] of Object.entries(await stateOf(ana, one.id)))
    if (state === 'open')
      await ana.call('POST /recoveries/{id}/omissions', {
        params: { id: one.id },
        body: { step: step as 'check', because: 'We took it for a part that wears out' },
      })
  await ana.call('POST /recoveries/{id}/closing', { params: { id: one.id }, body: { outcome: 'made-right' } })

  // Two months on: the same boiler, the same F28.
  const { conversationId, messageId } = await arrives(again, again.mails[0]!)
  const care = await until(
    'it goes to a senior, with more care',
    async () => {
      const whole = await ana.call('GET /conversations/{id}', { params: { id: conversationId } })
      return whole.letDownAt && whole.assigneeId ? whole : undefined
    },
    240,
  )
  expect(care.assigneeId).toBe(ids.ana)
  const { id } = await ben.call('POST /conversations/{id}/recoveries', {
    params: { id: conversationId },
    body: { what: 'The same F28: we had not looked for the cause', messageId },
  })
  // That it is hers now was said a moment ago: one word about one conversation in ten minutes.
  await clock(new Date(again.mails[0]!.at.getTime() + 12 * 60_000))
  await until(
    'her mail says it at once',
    () => office.to(teammates.ana.email).some((letter) => /second time/.test(letter.subject + letter.raw)),
    240,
  )
  const today = await ana.call('GET /today')
  expect(today.lead?.secondFailures).toMatchObject([
    { conversationId, first: 'The boiler we put in went out' },
  ])

  await admin.call('PUT /authority', {
    body: {
      role: 'teammate',
      kind: 'call-out',
      unit: 'times',
      perCase: 1,
      perPerson: null,
      perMonth: null,
      noProofUpTo: null,
      inboxId: null,
      because: 'If we come twice for one thing, the second time is ours',
    },
  })
  const free = await ben.call('POST /conversations/{id}/decisions', {
    params: { id: conversationId },
    body: { kind: 'call-out', unit: 'times', amount: 1, because: 'The first time I did not measure' },
  })
  expect(free).toMatchObject({ state: 'decided', sentence: 'The visit costs you nothing.' })
  const reply = again.replies[0]!
  const reading = await ben.call('POST /conversations/{id}/second-readings', {
    params: { id: conversationId },
    body: { readerId: ids.ana!, text: reply.text },
  })
  // Who was asked to read it finds it with the letters, and what we had let her down in with the answer.
  await looks('ana', conversationId, async (page) => {
    const asked = page.getByRole('region', { name: t('chance.toRead', { name: 'Ben' }) })
    await asked.getByText(reply.text.split('\n')[0]!).waitFor()
    await page.getByText('The boiler we put in went out').last().waitFor()
    await asked.getByRole('button', { name: t('chance.isGood') }).click()
    await asked.waitFor({ state: 'detached' })
  })
  const { readings } = await ben.call('GET /conversations/{id}/second-chance', {
    params: { id: conversationId },
  })
  expect(readings.find((found) => found.id === reading.id)).toMatchObject({ good: true })
  await answers(ana, conversationId, reply, maria)
  expect(await confirm(ana, id)).toEqual(expect.arrayContaining(['acknowledge', 'apologise', 'fix']))
  // Somebody has written: nothing of it stands on her Today any more.
  expect((await ana.call('GET /today')).lead?.secondFailures).toEqual([])
})
