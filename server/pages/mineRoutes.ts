import '@fastify/cookie'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CustomerActor } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import type { House } from '#server/base/context.ts'
import { newSecret } from '#server/base/ids.ts'
import { hasText } from '#server/base/text.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { downloadHtml, downloadJson, readEverything } from './download.ts'
import { askToErase, withdrawErasure } from './erasure.ts'
import { readFields } from './form.ts'
import { sentencePage } from './frame.ts'
import { html, isTooOften, refusesCrowd, strangersPage } from './http.ts'
import { readOwnPage, restOfDealings } from './mineData.ts'
import { leaveBrowser, readBrowser, readLink, spendLink } from './mineKeys.ts'
import { enterPage, ownPage } from './minePage.ts'
import { correct, forget } from './own.ts'
import { once } from './press.ts'
import { type Voice, voiceFor } from './voice.ts'
import './tables.ts'

const cookie = 'tend_mine'
const path = '/p/me'

interface Mine {
  Params: { token: string; what: string }
  Querystring: { sent?: string; all?: string }
}

/** What can be pressed on the page of all that is somebody's; each gives the key of what is said then. */
const presses: Readonly<
  Record<
    string,
    (
      trx: Trx,
      by: CustomerActor,
      voice: Voice,
      words: Readonly<Record<string, string>>,
    ) => Promise<{ said: string } | { wrong: string }>
  >
> = {
  card: correct,
  forget,
  async erase(trx, by, voice, { sure }) {
    if (sure !== 'yes') return { wrong: 'pages.me.eraseNotSure' }
    return { said: `pages.me.said.erase-${await askToErase(trx, by, voice)}` }
  },
  keep: async (trx, by) =>
    (await withdrawErasure(trx, by)) ? { said: 'pages.me.said.kept' } : { wrong: 'pages.me.tooLate' },
}

/** My page: reached by a letter, held by this browser for a day. */
export function serveMine(app: FastifyInstance, house: House): void {
  const isSecure = house.url.startsWith('https:')
  const lock = { path, httpOnly: true, sameSite: 'lax', secure: isSecure } as const

  const turnAway = async (request: FastifyRequest, reply: FastifyReply, status: number, key: string) =>
    html(reply, status, sentencePage(await strangersPage(house, request), key))

  app.get<Mine>(`${path}/enter/:token`, async (request, reply) => {
    if (await refusesCrowd(house, request, reply)) return reply
    if (!(await readLink(house, request.params.token)))
      return turnAway(request, reply, 404, 'pages.enter.gone')
    return html(
      reply,
      200,
      enterPage(await strangersPage(house, request), `${path}/enter/${request.params.token}`),
    )
  })

  app.post<Mine>(`${path}/enter/:token`, async (request, reply) => {
    if (await refusesCrowd(house, request, reply)) return reply
    if (isElsewhere(request, house.url)) return turnAway(request, reply, 403, 'pages.elsewhere')
    const opened = await spendLink(house, request.params.token)
    if (!opened) return turnAway(request, reply, 404, 'pages.enter.gone')
    return reply
      .setCookie(cookie, opened.secret, { ...lock, maxAge: opened.seconds })
      .headers({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
      .redirect(path, 303)
  })

  /** Whose browser this is; null where it was answered already. */
  const enter = async (request: FastifyRequest<Mine>, reply: FastifyReply) => {
    if (await refusesCrowd(house, request, reply)) return null
    const secret = request.cookies[cookie]
    const by = await readBrowser(house, secret)
    if (!by || !secret) {
      await turnAway(request, reply, 401, 'pages.me.closed')
      return null
    }
    const page = await readOwnPage(house, by.id, request.query.all === '1')
    return { by, secret, page, voice: voiceFor(page.language, page.timeZone, page.card.formality) }
  }

  app.get<Mine>(path, async (request, reply) => {
    const visit = await enter(request, reply)
    if (!visit) return reply
    const { page, voice, secret } = visit
    const { sent } = request.query
    const key = `pages.me.said.${sent}`
    const said =
      typeof sent === 'string' && hasText(key) ? { kind: 'good' as const, text: voice.say(key) } : null
    return html(
      reply,
      200,
      ownPage(page, voice, { once: newSecret(), key: formKey(house, secret), ...(said && { said }) }),
    )
  })

  app.post<Mine>(`${path}/:what`, async (request, reply) => {
    const visit = await enter(request, reply)
    if (!visit) return reply
    const { by, page, voice, secret } = visit
    const fields = await readFields(request)
    if (isElsewhere(request, house.url) || !fits(fields.words.key, formKey(house, secret)))
      return turnAway(request, reply, 403, 'pages.elsewhere')
    if (request.params.what === 'leave') {
      await leaveBrowser(house.db, secret)
      return html(
        reply.clearCookie(cookie, lock),
        200,
        sentencePage({ company: page.company, voice }, 'pages.me.left'),
      )
    }
    const refuse = (status: number, text: string) =>
      html(
        reply,
        status,
        ownPage(page, voice, {
          once: fields.once,
          key: formKey(house, secret),
          said: { kind: 'bad', text: voice.say(text) },
        }),
      )
    const act = Object.hasOwn(presses, request.params.what) ? presses[request.params.what] : undefined
    if (!act) return turnAway(request, reply, 404, 'pages.me.closed')
    if (await isTooOften(house, `mine-press:${by.id}`, { limit: 60, seconds: 600 }))
      return refuse(429, 'pages.oftenPressed')
    const pressed = await transaction(house.db, async (trx) => {
      // Two presses of one form wait for each other.
      await trx.selectFrom('customers').select('id').where('id', '=', by.id).forUpdate().executeTakeFirst()
      let wrong: string | null = null
      const { said } = await once(trx, `${by.id} ${request.params.what}`, fields.once, async () => {
        const done = await act(trx, by, voice, fields.words)
        if ('wrong' in done) wrong = done.wrong
        return 'wrong' in done ? '' : done.said
      })
      return { wrong, said }
    })
    if (pressed.wrong) return refuse(422, pressed.wrong)
    if (pressed.said === 'pages.me.said.erase-at-once')
      return html(
        reply.clearCookie(cookie, lock),
        200,
        sentencePage({ company: page.company, voice }, 'pages.me.erased'),
      )
    return reply.redirect(`${path}?sent=${pressed.said.split('.').at(-1)}`, 303)
  })

  app.get<Mine>(`${path}/everything.:what`, async (request, reply) => {
    const visit = await enter(request, reply)
    if (!visit) return reply
    const { by, voice, page } = visit
    const isJson = request.params.what === 'json'
    if (!isJson && request.params.what !== 'html') return turnAway(request, reply, 404, 'pages.me.closed')
    if (await isTooOften(house, `mine-take:${by.id}`, { limit: 10, seconds: 3600 }))
      return turnAway(request, reply, 429, 'pages.crowd')
    await audit(
      house.db,
      by,
      'customer.took-own',
      { kind: 'customer', id: by.id },
      { as: request.params.what },
    )
    const everything = {
      requests: readEverything(house, page),
      moreDealings: restOfDealings(house, page),
    }
    const body = isJson ? downloadJson(page, everything) : downloadHtml(page, voice, everything)
    return reply
      .headers({
        'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
        'content-disposition': `attachment; filename="${voice.say('pages.me.fileName')}.${request.params.what}"`,
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .type(isJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8')
      .send(body)
  })
}

/** A form of another site. Our own pages send no referrer, so some browsers name their origin as "null". */
function isElsewhere(request: FastifyRequest, url: string): boolean {
  const { origin, 'sec-fetch-site': fetchSite, host } = request.headers
  if (fetchSite) return fetchSite !== 'same-origin' && fetchSite !== 'none'
  if (!origin || origin === 'null' || origin === url) return false
  return !(URL.canParse(origin) && new URL(origin).host === host)
}

/** What only a page of this browser knows: it proves that the form is ours. */
const formKey = (house: House, secret: string): string =>
  createHmac('sha256', house.key).update(`mine-form|${secret}`).digest().subarray(0, 18).toString('base64url')

function fits(given: string | undefined, expected: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
