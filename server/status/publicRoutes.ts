import '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { email as emailShape } from '#contract/common.ts'
import type { StatusLanguage } from '#contract/status.ts'
import type { House } from '#server/base/context.ts'
import { addressBucket } from '#server/base/rates.ts'
import { textLanguage } from '#server/base/text.ts'
import { readFields } from '#server/pages/form.ts'
import { frame, sentencePage } from '#server/pages/frame.ts'
import { escapeHtml } from '#server/pages/html.ts'
import { html, isTooOften, refusesCrowd } from '#server/pages/http.ts'
import { voiceFor } from '#server/pages/voice.ts'
import { readCompany } from '#server/team/company.ts'
import { isOn } from '#server/team/practices.ts'
import { askToHear, confirmHearing, readToken, stopHearing } from './subscribers.ts'

/** What one place, one address and the whole page may ask for. */
const allowed = {
  place: { limit: 6, seconds: 600 },
  /** Each is a letter, and nobody gets more of those in a day. */
  address: { limit: 3, seconds: 86_400 },
  everybody: { limit: 600, seconds: 3600 },
} as const

interface Asked {
  Params: { token: string }
  Querystring: { lang?: string }
}

/** What changes something or needs the database; the pages themselves are at the door (door.ts). */
export function serveStatusPages(app: FastifyInstance, house: House): void {
  const around = async (request: FastifyRequest, given?: string) => {
    const company = await readCompany(house.db)
    const language = given ?? request.headers['accept-language']
    return { company, voice: voiceFor(language, company.timeZone) }
  }
  /** One sentence, and what leads on from it. */
  const sentence = async (
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    key: string,
    { lang, inner = '' }: { lang?: string | undefined; inner?: string } = {},
  ) => {
    const { company, voice } = await around(request, lang)
    const title = voice.say(`${key}.title`)
    const body = `<p class="company">${escapeHtml(company.name)}</p><h1>${escapeHtml(title)}</h1><p>${voice.told(`${key}.text`)}</p>${inner}<p><a href="/status?lang=${voice.language.slice(0, 2)}">${voice.told('status.toNow')}</a></p>`
    return html(reply, status, frame({ company, voice, title, footer: 'status.footer' }, body))
  }
  /** False where it was answered already. */
  const enter = async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
    if (await refusesCrowd(house, request, reply)) return false
    if (await isOn(house.db, 'statusPage')) return true
    html(reply, 404, sentencePage(await around(request), 'status.off'))
    return false
  }

  // Only reached where the door has no page.
  for (const path of ['/status', '/status/past', '/status/feed.atom', '/status.json'])
    app.get(path, async (request, reply) => {
      if (!(await enter(request, reply))) return reply
      return sentence(request, reply.header('retry-after', 5), 503, 'status.soon')
    })

  app.post<Asked>('/status/subscribe', async (request, reply) => {
    if (!(await enter(request, reply))) return reply
    const { words } = await readFields(request, 300)
    const lang = textLanguage(words.lang) as StatusLanguage
    const say = (status: number, key: string) => sentence(request, reply, status, key, { lang })
    // A field that nobody sees was filled in: a program, which is told what everybody is told.
    const done = () =>
      reply.headers({ 'cache-control': 'no-store' }).redirect(`/status/subscribed?lang=${lang}`, 303)
    if (words.website) return done()
    const address = emailShape.safeParse((words.email ?? '').trim())
    if (!address.success) return say(422, 'status.noAddress')
    if (await isTooOften(house, `status:${addressBucket(request.ip)}`, allowed.place))
      return say(429, 'status.often')
    if (await isTooOften(house, 'status', allowed.everybody)) return say(429, 'status.often')
    // Whether somebody asked for this address before is nobody's to learn: the answer is the same, only no letter leaves.
    if (!(await isTooOften(house, `status-address:${mailboxOf(address.data)}`, allowed.address)))
      await askToHear(house.db, { address: address.data, language: lang })
    return done()
  })
  app.get<Asked>('/status/subscribed', async (request, reply) => {
    if (!(await enter(request, reply))) return reply
    return sentence(request, reply, 200, 'status.asked', { lang: request.query.lang })
  })

  // Opening a link changes nothing: mail scanners open links too.
  app.get<Asked>('/status/confirm/:token', async (request, reply) => {
    if (!(await enter(request, reply))) return reply
    if (!readToken(house, 'confirm', request.params.token))
      return sentence(request, reply, 404, 'status.gone')
    const { voice } = await around(request)
    const inner = `<form method="post" class="bare"><button>${voice.told('status.confirm.button')}</button></form>`
    return sentence(request, reply, 200, 'status.confirm', { inner })
  })
  app.post<Asked>('/status/confirm/:token', async (request, reply) => {
    if (!(await enter(request, reply))) return reply
    const id = readToken(house, 'confirm', request.params.token)
    if (!id || !(await confirmHearing(house.db, id))) return sentence(request, reply, 404, 'status.gone')
    return sentence(request, reply, 200, 'status.confirmed')
  })
  // Leaving works however the page is set: whoever wants no letter gets none.
  app.get<Asked>('/status/leave/:token', async (request, reply) => {
    if (await refusesCrowd(house, request, reply)) return reply
    if (!readToken(house, 'leave', request.params.token)) return sentence(request, reply, 404, 'status.gone')
    const { voice } = await around(request)
    const inner = `<form method="post" class="bare"><button>${voice.told('status.leave.button')}</button></form>`
    return sentence(request, reply, 200, 'status.leave', { inner })
  })
  // The same for the button of a mail program, which posts `List-Unsubscribe=One-Click` (RFC 8058) and reads no page.
  app.post<Asked>('/status/leave/:token', async (request, reply) => {
    if (await refusesCrowd(house, request, reply)) return reply
    const id = readToken(house, 'leave', request.params.token)
    if (!id) return sentence(request, reply, 404, 'status.gone')
    await stopHearing(house.db, id)
    return sentence(request, reply, 200, 'status.left')
  })
}

/** The mailbox behind an address: what stands behind a plus most often leads to the same one. */
const mailboxOf = (email: string): string => email.toLowerCase().replace(/(?<=^[^+@][^@]*?)\+[^@]*(?=@)/, '')
