import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Client, Refused } from '#journeys/client.ts'
import { leaveNothing, startTend } from '#journeys/house.ts'
import { type Delivered, openPostOffice } from '#journeys/post.ts'
import { until } from '#journeys/until.ts'
import { judge } from './thread/judge.ts'
import { rawDsn, rawLetter } from './thread/letters.ts'
import type { Done, Script, Step } from './thread/script.ts'

/**
 * Plays the scripts of threading, spoofing and loops (MAIL.md §7) against a running Tend, through the intake and the API
 * alone, and prints which expectations hold.
 *
 *   node bench/mail/thread.ts /path/to/data/mail [--only id]
 */
const folder = resolve(process.argv[2] ?? '../shared/data/mail')
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined
const scripts = (await readFile(join(folder, 'thread.jsonl'), 'utf8'))
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Script)
  .filter((script) => !only || script.id === only)

const office = await openPostOffice()
const tend = await startTend({ env: { TEND_OUTBOUND_SMTP: office.url, TEND_LOG: 'warn' } })
try {
  const client = await tend.admin()
  const inboxes = new Map<string, string>()
  for (const name of ['support', 'billing']) {
    const { id } = await client.call('POST /inboxes', { body: { name, address: `${name}@desk.example` } })
    inboxes.set(`${name}@desk.example`, id)
  }
  await client.call('POST /teammates', {
    body: {
      name: 'Agent',
      email: 'agent@desk.example',
      role: 'teammate',
      inboxes: [inboxes.get('support@desk.example')!],
    },
  })
  const passed = new Map<string, [number, number]>()
  for (const script of scripts) {
    const failures = await play(script, client, inboxes)
    const [good, all] = passed.get(script.class) ?? [0, 0]
    passed.set(script.class, [good + (failures.length ? 0 : 1), all + 1])
    process.stdout.write(`${failures.length ? 'FAIL' : 'ok  '} ${script.class.padEnd(6)} ${script.id}\n`)
    for (const failure of failures) process.stdout.write(`       ${failure}\n`)
  }
  process.stdout.write('\n| class | passed | of |\n|---|---|---|\n')
  for (const [name, [good, all]] of passed) process.stdout.write(`| ${name} | ${good} | ${all} |\n`)
} finally {
  await tend.stop()
  await office.close()
  await leaveNothing()
}

async function play(script: Script, client: Client, inboxes: Map<string, string>): Promise<string[]> {
  const done = new Map<string, Done>()
  const before = office.letters.length
  for (const step of script.steps) {
    const as = step.as ?? 'close'
    try {
      done.set(as, await take(step, done, client, inboxes))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return [`${as}: ${error.message}`]
    }
  }
  await settled(client)
  return judge(script, done, { client, inboxes, letters: office.letters.slice(before) })
}

/** Fills `{{R1.messageId}}` and its like from what happened before. */
function fill<T>(value: T, done: Map<string, Done>): T {
  return JSON.parse(
    JSON.stringify(value).replace(/\{\{(\w+)\.(\w+)\}\}/g, (_, as: string, field: string) => {
      const found = done.get(as)!
      const plain = found[field.replace('Mutated', '') as 'messageId' | 'subject' | 'replyTo']!
      return JSON.stringify(field.endsWith('Mutated') ? mutated(plain) : plain).slice(1, -1)
    }),
  )
}

/** The last character of what stands before the @ becomes another. */
function mutated(text: string): string {
  return text.replace(/.(?=@)/, (last) => (last === 'a' ? 'b' : 'a'))
}

async function take(
  step: Step,
  done: Map<string, Done>,
  client: Client,
  inboxes: Map<string, string>,
): Promise<Done> {
  if (step.in) {
    const { raw, messageId } = rawLetter(fill(step.in, done))
    return { ...(await handedIn(client, raw)), messageId, raw, subject: step.in.subject }
  }
  if (step.resend) {
    const first = done.get(step.resend)!
    return { ...first, ...(await handedIn(client, first.raw!)) }
  }
  if (step.dsnFor) {
    const { raw, messageId } = rawDsn(done.get(step.dsnFor)!)
    return { ...(await handedIn(client, raw)), messageId, raw }
  }
  if (step.agentReply) {
    const { conv, text } = step.agentReply
    const id = done.get(conv)!.conversationId!
    const sent = await client.call('POST /conversations/{id}/replies', {
      params: { id },
      body: { text } as never,
    })
    return outgoing(sent as { messageId: string; conversationId: string })
  }
  if (step.agentNew) {
    const { to, subject, text } = step.agentNew
    const inboxId = inboxes.get('support@desk.example')!
    const sent = await client.call('POST /conversations', {
      body: { inboxId, to: [to], subject, text } as never,
    })
    return outgoing(sent as { messageId: string; conversationId: string })
  }
  const id = done.get(step.close!)!.conversationId!
  await client.call('POST /conversations/{id}/closing', { params: { id }, body: {} as never })
  return {}
}

async function handedIn(client: Client, raw: Buffer): Promise<Done> {
  const { messageId, conversationId, outcome } = await client.handIn(raw)
  return { api: messageId ?? undefined, conversationId, outcome }
}

async function outgoing(sent: { messageId: string; conversationId: string }): Promise<Done> {
  const letter: Delivered = await until('the answer has left', async () =>
    office.letters.find((one) => one.headers['message-id']?.includes(sent.messageId)),
  )
  const { headers } = letter
  return {
    ...sent,
    api: sent.messageId,
    messageId: headers['message-id']!.replace(/[<>]/g, ''),
    subject: headers.subject,
    replyTo: /<(.+)>/.exec(headers['reply-to'] ?? '')?.[1] ?? headers['reply-to'],
    sentTo: letter.to,
  }
}

/** Until nothing is left to do: no job waits or runs, no letter waits to leave. */
function settled(client: Client) {
  return until('nothing is left to do', async () => {
    const { lines } = (await client.call('GET /health')) as {
      lines: { id: string; figures: Record<string, number> }[]
    }
    const of = (id: string) => lines.find((line) => line.id === id)?.figures
    return of('work')?.waiting === 0 && of('work')?.active === 0 && of('mail-out')?.waiting === 0
  })
}
