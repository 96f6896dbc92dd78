import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { email as emailShape } from '#contract/common.ts'
import type { House } from '#server/base/context.ts'
import { newSecret } from '#server/base/ids.ts'
import { addressBucket } from '#server/base/rates.ts'
import { readPhone } from '#server/customers/reaching.ts'
import { type AskForm, askedPage, askPage } from './ask.ts'
import { askedPath, askInbox, readAsked, takeAsked } from './asking.ts'
import { readFields } from './form.ts'
import { sentencePage } from './frame.ts'
import { headers, html, isTooOften, refusesCrowd, strangersPage } from './http.ts'
import type { Voice } from './voice.ts'

/** What one place, one address and the whole page may take; more is nobody who needs help. */
const allowed = {
  place: { limit: 6, seconds: 600 },
  /** Each is told by a letter, and nobody gets more of those in a day. */
  address: { limit: 3, seconds: 86_400 },
  everybody: { limit: 600, seconds: 3600 },
  /** Calls at night wake a person. */
  nightPlace: { limit: 2, seconds: 3600 },
  nightEverybody: { limit: 12, seconds: 3600 },
} as const

/** The page for strangers: one field and an address, no account, no JavaScript. */
export function serveAsk(app: FastifyInstance, house: House): void {
  const around = (request: FastifyRequest) => strangersPage(house, request)
  /** The inbox it goes to; null where it was answered already. */
  const enter = async (request: FastifyRequest, reply: FastifyReply) => {
    if (await refusesCrowd(house, request, reply)) return null
    const inbox = await askInbox(house.db)
    if (!inbox) html(reply, 404, sentencePage(await around(request), 'pages.ask.off'))
    return inbox
  }

  app.get('/ask', async (request, reply) => {
    const inbox = await enter(request, reply)
    if (!inbox) return reply
    const form = { once: newSecret(), stamp: stampOf(house) }
    return html(reply, 200, await askPage(house, await around(request), inbox.id, form))
  })

  app.post('/ask', async (request, reply) => {
    const inbox = await enter(request, reply)
    if (!inbox) return reply
    const page = await around(request)
    const { words, once } = await readFields(request, longest)
    const refuse = async (status: number, wrong: string) => {
      const form: AskForm = { once, stamp: stampOf(house), wrong, given: words }
      return html(reply, status, await askPage(house, page, inbox.id, form))
    }
    const read = readAskForm(house, words, page.voice)
    if ('wrong' in read) return refuse(422, read.wrong)
    if (await isTooMuch(house, request, read)) {
      const key = read.cannotWait ? 'pages.ask.oftenAtNight' : 'pages.ask.often'
      return refuse(429, page.voice.say(key, { address: inbox.address }))
    }
    const id = await takeAsked(house, inbox.id, { ...read, once }, page.voice)
    return reply.headers({ 'cache-control': 'no-store' }).redirect(await askedPath(house, id), 303)
  })

  app.get<{ Params: { token: string } }>('/ask/:token', async (request, reply) => {
    if (await refusesCrowd(house, request, reply)) return reply
    const page = await around(request)
    const conversation = await readAsked(house, request.params.token)
    if (!conversation) return html(reply, 404, sentencePage(page, 'pages.ask.gone'))
    const { html: body, tag } = await askedPage(house, page, conversation)
    reply.header('etag', tag)
    if (request.headers['if-none-match'] === tag) return reply.status(304).headers(headers).send()
    return html(reply, 200, body)
  })
}

const longest = 20_000
type Read = Omit<Parameters<typeof takeAsked>[2], 'once'>

/** What they wrote, or what is missing in a sentence. */
function readAskForm(
  house: House,
  words: Readonly<Record<string, string>>,
  { say }: Voice,
): Read | { wrong: string } {
  if (words.website) return { wrong: say('pages.ask.trap') }
  if (!isStampOfToday(house, words.stamp)) return { wrong: say('pages.ask.stale') }
  const text = (words.text ?? '').trim()
  if (!text) return { wrong: say('pages.empty') }
  if (text.length > longest) return { wrong: say('pages.tooLong') }
  const email = emailShape.safeParse((words.email ?? '').trim())
  if (!email.success) return { wrong: say('pages.ask.noAddress') }
  const phone = words.tel?.trim() ? readPhone(words.tel) : null
  if (words.tel?.trim() && !phone) return { wrong: say('callbacks.wrong.phone') }
  const cannotWait = words.wait === 'yes' ? true : words.wait === 'no' ? false : null
  return { text, email: email.data, phone, cannotWait }
}

async function isTooMuch(house: House, request: FastifyRequest, asked: Read): Promise<boolean> {
  const place = addressBucket(request.ip)
  if (await isTooOften(house, `ask:${place}`, allowed.place)) return true
  if (await isTooOften(house, `ask-address:${mailboxOf(asked.email)}`, allowed.address)) return true
  if (await isTooOften(house, 'ask', allowed.everybody)) return true
  if (!asked.cannotWait) return false
  if (await isTooOften(house, `ask-night:${place}`, allowed.nightPlace)) return true
  return isTooOften(house, 'ask-night', allowed.nightEverybody)
}

/** The mailbox behind an address: what stands behind a plus most often leads to the same one. */
const mailboxOf = (email: string): string => email.toLowerCase().replace(/(?<=^[^+@][^@]*?)\+[^@]*(?=@)/, '')

const day = 86_400_000

/** A form is good for a day: programs that only post never had one. */
const stampOf = (house: House, now = Date.now()): string => {
  const at = now.toString(36)
  return `${at}.${signed(house, at)}`
}
const signed = (house: House, at: string): string =>
  createHmac('sha256', house.key).update(`ask-form|${at}`).digest().subarray(0, 12).toString('base64url')

function isStampOfToday(house: House, stamp: string | undefined): boolean {
  const [at, signature] = (stamp ?? '').split('.')
  if (!at || !signature) return false
  const [given, expected] = [Buffer.from(signature), Buffer.from(signed(house, at))]
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false
  const age = Date.now() - Number.parseInt(at, 36)
  return age >= 0 && age < day
}
