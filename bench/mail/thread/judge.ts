import type { Client } from '#journeys/client.ts'
import type { Delivered } from '#journeys/post.ts'
import type { Done, Expectation, Script } from './script.ts'

interface World {
  client: Client
  inboxes: Map<string, string>
  /** What left during the script. */
  letters: Delivered[]
}

/** What does not hold, in words; nothing where the script passes. */
export async function judge(script: Script, done: Map<string, Done>, world: World): Promise<string[]> {
  const failures: string[] = []
  for (const [as, expected] of Object.entries(script.expect)) {
    const wrong = (what: string, seen: unknown) =>
      failures.push(`${as}: ${what}, but ${JSON.stringify(seen)}`)
    if (as === 'total') judgeTotal(expected, world, wrong)
    else await judgeStep(as, expected, { script, done, world, wrong })
  }
  return failures
}

type Wrong = (what: string, seen: unknown) => void

function judgeTotal(expected: Expectation, world: World, wrong: Wrong): void {
  for (const [address, most] of Object.entries(expected.maxMailsSentTo ?? {})) {
    const sent = world.letters.filter((letter) => letter.to.includes(address)).length
    if (sent > most) wrong(`at most ${most} letters to ${address}`, sent)
  }
}

async function judgeStep(
  as: string,
  expected: Expectation,
  { script, done, world, wrong }: { script: Script; done: Map<string, Done>; world: World; wrong: Wrong },
): Promise<void> {
  const { client, inboxes } = world
  const step = done.get(as)!
  const earlier = [...done].slice(0, [...done.keys()].indexOf(as)).map(([, one]) => one.conversationId)
  const isNew = !earlier.includes(step.conversationId)
  const message = step.outcome ? await messageOf(client, step) : null

  if (expected.same && step.conversationId !== done.get(expected.same)!.conversationId)
    if (!(expected.orNew && isNew)) wrong(`joins ${expected.same}`, step)
  if (expected.new && !isNew) wrong('opens a new conversation', step.outcome)
  if (expected.newOrQuarantine && !isNew && step.outcome !== 'held') wrong('new or held', step.outcome)
  if (expected.newOrSameInInbox) {
    const inboxId = (await conversationOf(client, step)).inboxId
    if (inboxId !== inboxes.get(expected.newOrSameInInbox)) wrong(`in ${expected.newOrSameInInbox}`, inboxId)
  }
  if (
    expected.notPublicIn &&
    (await publicWords(client, done.get(expected.notPublicIn)!)).includes(bodyOf(script, as))
  )
    wrong(`is not shown in ${expected.notPublicIn}`, 'it is')
  if (expected.ignored && !['duplicate', 'ignored'].includes(step.outcome ?? ''))
    wrong('is ignored', step.outcome)
  if (expected.notLost && !message) wrong('is not lost', step.outcome)
  if (expected.customer) {
    const requester = (await conversationOf(client, step)).participants.find(
      (one) => one.role === 'requester',
    )
    if (requester?.email !== expected.customer) wrong(`belongs to ${expected.customer}`, requester)
  }
  for (const words of expected.bodyIncludes ?? [])
    if (!message?.textFull.includes(words)) wrong(`says ${words}`, message?.textFull)
  for (const flag of ['autoReply', 'bounce'] as const)
    if (expected[flag] !== undefined && (!message || message.flags[flag] !== expected[flag]))
      wrong(`${flag} is ${expected[flag]}`, message?.flags)
  if (expected.stays) {
    const { status } = await conversationOf(client, done.get('A')!)
    if (status !== expected.stays) wrong(`stays ${expected.stays}`, status)
  }
  if (expected.noMailSent) {
    const own = [...done.values()].map((one) => one.sentTo && one.messageId)
    const stray = world.letters.filter(
      (one) => !own.includes(one.headers['message-id']?.replace(/[<>]/g, '')),
    )
    if (stray.length)
      wrong(
        'nothing is sent',
        stray.map((one) => one.headers.subject),
      )
  }
  for (const address of expected.recipientsInclude ?? [])
    if (!step.sentTo?.includes(address)) wrong(`goes to ${address}`, step.sentTo)
  for (const address of expected.recipientsExclude ?? [])
    if (step.sentTo?.includes(address)) wrong(`does not go to ${address}`, step.sentTo)
}

const bodyOf = (script: Script, as: string) => script.steps.find((step) => step.as === as)!.in!.body

const conversationOf = (client: Client, step: Done) =>
  client.call('GET /conversations/{id}', { params: { id: step.conversationId! } as never })

async function messageOf(client: Client, step: Done) {
  if (!step.conversationId) return null
  const { messages } = await conversationOf(client, step)
  return messages.find((one) => one.id === step.api) ?? null
}

/** What the customer sees: their own page. */
async function publicWords(client: Client, step: Done): Promise<string> {
  const { pageUrl } = await conversationOf(client, step)
  const { pathname, search } = new URL(pageUrl)
  return (await fetch(`${client.url}${pathname}${search}`)).text()
}
