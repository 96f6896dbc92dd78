import { afterAll, beforeAll, expect, it } from 'vitest'
import { readInbound } from '#care/inbound.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { joao, letter, maria, openStage, type Stage } from '#server/conversations/testing.ts'
import { listConversations } from './lists.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** Comes in and is read, as the reaction does it. */
async function comes(subject: string, text: string, minutesAgo: number, from = maria) {
  const { db } = stage
  const at = new Date((await clockNow(db)).getTime() - minutesAgo * 60_000)
  const came = await letter(db, { inboxId: stage.repairs, from, subject, text, at })
  const { signals, evidence, severity, worst } = readInbound(text)
  await recordReading(db, tend, {
    ...came,
    asks: [],
    signals,
    evidence: evidence.map(({ signal, words }) => ({ signal, words })),
    severity: { weight: severity, words: worst },
    praised: [],
  })
  return came
}

const standing = async () =>
  (await listConversations(stage.db, stage.ana, { view: 'new', limit: 50 })).items.map(
    ({ subject, because }) => [subject, because],
  )

it('puts danger that is understated above hurry that is loud, and says by which words', async () => {
  await comes(
    'Opening hours',
    'Hi there, me again with a tiny one!! Could you send me the opening hours ASAP, it is really urgent, I need them by tonight please please!! You are stars, thanks a million.',
    90,
    joao,
  )
  await comes(
    'The oven',
    'I hate to disturb you on a Sunday. By the oven there is a slight smell of gas, but I may well be wrong.',
    5,
  )
  await comes(
    'An account',
    'My husband died in September and I do not know how to close his account. Could you tell me what you need from me?',
    10,
  )
  await comes('A cake', 'Are there nuts in the almond-free cake? My daughter is allergic to them.', 15, joao)
  // Read before severity was kept.
  const old = await letter(stage.db, {
    inboxId: stage.repairs,
    from: joao,
    subject: 'A lamp',
    text: 'The lamp went dark.',
    at: await clockNow(stage.db),
  })
  await recordReading(stage.db, tend, {
    ...old,
    asks: [],
    signals: { failure: 0.9 },
    evidence: [{ signal: 'failure', words: 'went dark' }],
    praised: [],
  })
  const rows = await standing()
  expect(rows[0]).toEqual([
    'The oven',
    expect.stringMatching(/^because it may be serious: “.*smell of gas.*”$/),
  ])
  expect(rows.map(([subject]) => subject)).toEqual([
    'The oven',
    'Opening hours',
    'An account',
    'A lamp',
    'A cake',
  ])
  expect(rows[1]![1]).toMatch(/^because it is urgent: “/)
  expect(rows[2]![1]).toMatch(/^because life is hard for them now: “.*died.*”$/)
  expect(rows[3]![1]).toBe('because something went wrong for them: “went dark”')
})

it('weighs what happens again above what failed once', async () => {
  const before = (await standing()).length
  await comes('The tap', 'The tap drips again. It is the third time this month, as I wrote before.', 1)
  const rows = await standing()
  expect(rows).toHaveLength(before + 1)
  const at = (subject: string) => rows.findIndex(([one]) => one === subject)
  expect(at('The tap')).toBeLessThan(at('A lamp'))
  expect(rows[at('The tap')]![1]).toMatch(/^because it happened again: “/)
})

it('tells who has chosen German in German', async () => {
  await stage.db
    .updateTable('teammates')
    .set({ preferences: JSON.stringify({ language: 'de' }) })
    .where('id', '=', stage.ben.id)
    .execute()
  const [first] = (await listConversations(stage.db, stage.ben, { view: 'new', limit: 1 })).items
  expect(first!.because).toMatch(/^weil es ernst sein kann: „.*smell of gas.*“$/)
  expect((await standing())[0]![1]).toMatch(/^because it may be serious/)
})

it('reads a German letter for what befell them, and says by which words', async () => {
  await comes(
    'Die Torte',
    'Guten Tag, in der Torte waren leider Nüsse. Meine Tochter hat eine Nussallergie, sie war die ganze Nacht im Krankenhaus. Ich wollte es nur sagen.',
    2,
  )
  await comes(
    'Der Hahn',
    'Zum dritten Mal ist Ihr Monteur nicht erschienen. Beim nächsten Mal hören Sie von meinem Anwalt!',
    3,
  )
  await comes('Am Samstag', 'Guten Tag, haben Sie am Samstag auch geöffnet? Es hat keine Eile.', 4)
  const rows = await standing()
  const because = (subject: string) => rows.find(([one]) => one === subject)![1]
  const at = (subject: string) => rows.findIndex(([one]) => one === subject)
  expect(because('Die Torte')).toMatch(/“.*Nussallergie.*”/)
  expect(because('Der Hahn')).toMatch(/^because .*“/)
  expect(at('Die Torte')).toBeLessThan(at('Der Hahn'))
  expect(at('Der Hahn')).toBeLessThan(at('Am Samstag'))
})
