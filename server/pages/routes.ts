import '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '#server/base/context.ts'
import { hasText } from '#server/base/text.ts'
import { readPageLink } from '#server/conversations/links.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { serveAsk } from './askRoutes.ts'
import { serveAssets } from './assets.ts'
import { FormProblem, readFields, readForm } from './form.ts'
import { sentencePage } from './frame.ts'
import { headers, html, isTooOften, refusesCrowd, strangersPage } from './http.ts'
import { serveMine } from './mineRoutes.ts'
import { readRequestPage } from './page.ts'
import { press } from './press.ts'
import { requestPage, type Saying, visitorOf } from './request.ts'
import type { Visitor } from './section.ts'
import { sectionNamed } from './sections.ts'
import { type Voice, voiceFor } from './voice.ts'
import { actorOf, type PageLink, writeFromPage } from './writing.ts'

interface Page {
  Params: { token: string; section: string }
  Querystring: { sent?: string; all?: string }
}

/** The customer's own page: a signed link, no account, no JavaScript needed. */
export async function servePages(app: FastifyInstance, house: House): Promise<void> {
  await serveAssets(app)
  serveMine(app, house)
  serveAsk(app, house)

  /** Whose page it is, read and ready; null where it was answered already. */
  const enter = async (request: FastifyRequest<Page>, reply: FastifyReply) => {
    if (await refusesCrowd(house, request, reply)) return null
    const link = await readPageLink(house, request.params.token)
    if (!link) {
      html(reply, 404, sentencePage(await strangersPage(house, request), 'pages.gone'))
      return null
    }
    return { link, ...(await readVisit(house, link, request)) }
  }

  app.get<Page>('/p/:token', async (request, reply) => {
    const visit = await enter(request, reply)
    if (!visit) return reply
    const { visitor, conversation } = visit
    const said = saying(visitor.voice, request.query.sent)
    const { html: body, tag } = await requestPage(conversation, visitor, { ...(said && { said }) })
    reply.header('etag', tag)
    if (request.headers['if-none-match'] === tag) return reply.status(304).headers(headers).send()
    return html(reply, 200, body)
  })

  app.post<Page>('/p/:token', async (request, reply) => {
    const visit = await enter(request, reply)
    if (!visit) return reply
    const { visitor, conversation, link } = visit
    const { voice, action } = visitor
    try {
      const form = await readForm(request, voice)
      const often = { limit: 20, seconds: 600 }
      if (await isTooOften(house, `page-write:${link.conversationId}`, often))
        throw new FormProblem(429, voice.say('pages.often'), form)
      await writeFromPage(house, visitor.by, link, voice, form)
      // A reload does not send again.
      return reply.redirect(`${action}?sent=${form.what}#write`, 303)
    } catch (error) {
      if (!(error instanceof FormProblem)) throw error
      const { once, text } = error.form
      const said = { at: 'write', kind: 'bad' as const, text: error.message }
      const page = await requestPage(conversation, visitor, { once, draft: text.slice(0, 20_000), said })
      return html(reply, error.status, page.html)
    }
  })

  app.post<Page>('/p/:token/:section', async (request, reply) => {
    const visit = await enter(request, reply)
    if (!visit) return reply
    const { visitor, conversation, link } = visit
    const section = sectionNamed(request.params.section)
    if (!section?.press) return html(reply, 404, sentencePage(visitorFrame(visitor), 'pages.gone'))
    const fields = await readFields(request)
    const refuse = async (status: number, key: string) => {
      const said: Saying = { at: section.name, kind: 'bad', text: visitor.voice.say(key) }
      return html(
        reply,
        status,
        (await requestPage(conversation, { ...visitor, given: fields.words }, { said })).html,
      )
    }
    const often = { limit: 30, seconds: 600 }
    if (await isTooOften(house, `page-press:${link.conversationId}`, often))
      return refuse(429, 'pages.oftenPressed')
    const pressed = await press(
      house.db,
      { ...section, press: section.press },
      visitor,
      link.conversationId,
      fields,
    )
    if ('wrong' in pressed) return refuse(422, pressed.wrong)
    if ('go' in pressed) return reply.redirect(pressed.go, 303)
    return reply.redirect(`${visitor.action}?sent=${section.name}~${pressed.said}#${section.name}`, 303)
  })
}

const visitorFrame = ({ page, voice }: Visitor) => ({ company: page.company, voice })

async function readVisit(house: House, link: PageLink, request: FastifyRequest<Page>) {
  const page = await readRequestPage(house, link.conversationId)
  if (request.query.all === '1') page.showAll = true
  const voice = voiceFor(page.language, page.timeZone, page.formality)
  const by = await actorOf(house.db, link, voice)
  const conversation = await conversationById(house.db, by, link.conversationId)
  const action = `/p/${request.params.token}`
  return { conversation, visitor: visitorOf(house, by, conversation, page, voice, action) }
}

/** What the address says was done, in our words: anybody can write an address. */
function saying(voice: Voice, sent: string | undefined): Saying | null {
  if (typeof sent !== 'string') return null
  if (['reply', 'solved', 'unhappy'].includes(sent))
    return { at: 'write', kind: 'good', text: voice.say(`pages.sent.${sent}`) }
  const [at, key] = sent.split('~')
  if (!at || !key || !sectionNamed(at)?.press || !key.includes('.said.') || !hasText(key)) return null
  return { at, kind: 'good', text: voice.say(key) }
}
