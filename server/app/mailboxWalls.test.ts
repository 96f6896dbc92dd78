import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeMailbox, connectMailbox } from '#server/channels/email/connect.ts'
import { unseal } from '#server/channels/email/secrets.ts'
import { openStage, type Stage } from '#server/conversations/testing.ts'
import { mailboxLines } from './health.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const admin = () => ({ ...stage.ana, role: 'admin' as const })
const server = (host: string, port: number) => ({ host, port, security: 'tls' as const, user: 'care' })

it('tells a lead of the mailboxes whose inboxes they may see, and of no other', async () => {
  const given = { imap: { ...server('imap.mail.example', 993), password: 'bread and butter' } }
  await connectMailbox(stage.house, admin(), {
    inboxId: stage.repairs,
    address: 'repairs@post.example',
    ...given,
  })
  await connectMailbox(stage.house, admin(), {
    inboxId: stage.bakery,
    address: 'bakery@post.example',
    ...given,
  })
  const seenBy = async (by: Parameters<typeof mailboxLines>[1]) =>
    (await mailboxLines(stage.house, by)).flatMap(({ id }) =>
      id.startsWith('mailbox-') ? [id.slice(8)] : [],
    )
  const lead = (inboxIds: string[]) => ({ ...stage.ben, role: 'lead' as const, inboxIds })
  expect(await seenBy(lead([stage.bakery]))).toEqual(['bakery@post.example'])
  expect(await seenBy(lead([]))).toEqual([])
  expect((await seenBy(admin())).sort()).toEqual(['bakery@post.example', 'repairs@post.example'])
})

it('hands a kept password to no other server, and by no weaker way, without being told it again', async () => {
  const { house, db } = stage
  const kept = { imap: server('imap.mail.example', 993), smtp: server('smtp.mail.example', 465) }
  const { id } = await connectMailbox(house, admin(), {
    inboxId: stage.repairs,
    address: 'second@post.example',
    imap: { ...kept.imap, password: 'bread and butter' },
    smtp: kept.smtp,
  })
  const change = (more: Parameters<typeof changeMailbox>[3]) => changeMailbox(house, admin(), id, more)
  for (const elsewhere of [
    { imap: { ...kept.imap, host: 'imap.elsewhere.example' } },
    { smtp: { ...kept.smtp, host: 'smtp.elsewhere.example' } },
    { smtp: { ...kept.smtp, port: 2525 } },
    { imap: { ...kept.imap, security: 'none' as const } },
    { imap: { ...kept.imap, user: 'somebody' } },
  ])
    await expect(change(elsewhere)).rejects.toMatchObject({ status: 422 })
  await change({ imap: null })
  await expect(change({ imap: { ...kept.imap, host: 'imap.elsewhere.example' } })).rejects.toMatchObject({
    status: 422,
  })
  expect(
    await change({ imap: { ...kept.imap, password: 'jam' }, smtp: kept.smtp, paused: true }),
  ).toMatchObject(kept)
  const row = await db.selectFrom('mailboxes').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(unseal(house, row.secrets)).toEqual({ imap: 'jam', smtp: 'bread and butter' })
})
