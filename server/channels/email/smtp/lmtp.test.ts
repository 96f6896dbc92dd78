import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { customers } from '#cast/people.ts'
import { tend } from '#server/base/actor.ts'
import { addInbox } from '#server/team/actions.ts'
import { listenForMail } from '../smtp.ts'
import { talkTo } from '../testing/talk.ts'
import { testHouse } from '../testing.ts'

const bread = 'bread@brightpipe.example'

/** Two inboxes behind one door; `boiler`, `bread` and `boiler` again are said as recipients. */
async function begin() {
  const house = await testHouse({ lmtpPort: 0 })
  const bakery = await addInbox(house.db, tend, { name: 'Bread', address: bread })
  const { port, close } = await listenForMail(house, { lmtp: true })
  onTestFinished(close)
  const talk = await talkTo(port)
  const deliver = async (recipients: string[], body = 'The boiler is cold again.') => {
    await talk.say(`MAIL FROM:<${customers.maria.email}>\r\n`)
    const answers = []
    for (const one of recipients) answers.push(await talk.say(`RCPT TO:<${one}>\r\n`))
    await talk.say('DATA\r\n')
    const last = await talk.say(`Subject: The boiler\r\n\r\n${body}\r\n.\r\n`)
    const taken = answers.filter((answer) => answer.startsWith('250')).length
    const each = [last]
    while (each.length < taken) each.push(await talk.hear())
    return { answers, each }
  }
  const letters = () => house.db.selectFrom('letters').selectAll().orderBy('id').execute()
  return { house, bakery, talk, deliver, letters }
}

test('speaks LMTP: LHLO, and no HELO', async () => {
  const { talk } = await begin()
  expect(await talk.say('EHLO theirs.example\r\n')).toMatch(/^500/)
  expect(await talk.say('LHLO theirs.example\r\n')).toMatch(/^250/)
})

test('each recipient has its own answer, and each inbox its own copy, once', async () => {
  const { house, bakery, talk, deliver, letters } = await begin()
  await talk.say('LHLO theirs.example\r\n')
  const { answers, each } = await deliver([
    house.address,
    'nobody@brightpipe.example',
    bread,
    'hello+boiler@brightpipe.example',
  ])
  expect(answers.map((answer) => answer.slice(0, 3))).toEqual(['250', '550', '250', '250'])
  expect(each).toEqual(['250 Kept', '250 Kept', '250 Kept'])
  expect(talk.unheard()).toBe('')
  expect((await letters()).map(({ inboxId, envelopeTo }) => ({ inboxId, envelopeTo }))).toEqual([
    { inboxId: house.inboxId, envelopeTo: [house.address, 'hello+boiler@brightpipe.example'] },
    { inboxId: bakery, envelopeTo: [bread] },
  ])
})

test('what fails for one is told for that one alone, after the others are committed; again, it comes', async () => {
  const { house, bakery, talk, deliver, letters } = await begin()
  await sql`create function no_bread() returns trigger language plpgsql as $$
    begin if new.inbox_id = ${sql.lit(bakery)} then raise exception 'no bread'; end if; return new; end $$`.execute(
    house.db,
  )
  await sql`create trigger no_bread before insert on letters for each row execute function no_bread()`.execute(
    house.db,
  )
  await talk.say('LHLO theirs.example\r\n')
  const { each } = await deliver([bread, house.address])
  expect(each.map((answer) => answer.slice(0, 3))).toEqual(['451', '250'])
  expect((await letters()).map((row) => row.inboxId)).toEqual([house.inboxId])
  await sql`drop trigger no_bread on letters`.execute(house.db)
  // Their server tries again for that one.
  expect((await deliver([bread])).each).toEqual(['250 Kept'])
  expect((await letters()).map((row) => row.inboxId)).toEqual([house.inboxId, bakery])
})

test('an inbox that was put away in between is nobody’s', async () => {
  const { house, talk } = await begin()
  await talk.say('LHLO theirs.example\r\n')
  await talk.say(`MAIL FROM:<${customers.maria.email}>\r\n`)
  await talk.say(`RCPT TO:<${house.address}>\r\n`)
  await talk.say(`RCPT TO:<${bread}>\r\n`)
  await house.db.deleteFrom('inboxes').where('address', '=', bread).execute()
  await talk.say('DATA\r\n')
  expect(await talk.say('Subject: Bread\r\n\r\nIs there any?\r\n.\r\n')).toBe('250 Kept')
  expect(await talk.hear()).toMatch(/^550/)
})
