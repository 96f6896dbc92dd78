import '@fastify/multipart'
import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { newSecret } from '#server/base/ids.ts'
import { type Allowance, addressBucket, countTry } from '#server/base/rates.ts'
import { text as say } from '#server/base/text.ts'
import { readPageLink } from '#server/conversations/links.ts'
import { readCompany } from '#server/team/company.ts'
import { accentCss } from './accent.ts'
import { FormProblem, readForm } from './form.ts'
import { sentencePageHtml } from './frame.ts'
import { requestPageHtml } from './html.ts'
import { readRequestPage, tagOf } from './page.ts'
import { writeFromPage } from './writing.ts'

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex',
}
const html = (reply: FastifyReply, status: number, body: string) =>
  reply.status(status).headers(headers).type('text/html; charset=utf-8').send(body)

interface Page {
  Params: { token: string }
  Querystring: { sent?: string; all?: string }
}

/** The customer's own page: a signed link, no account, no JavaScript needed. */
export async function servePages(app: FastifyInstance, house: House): Promise<void> {
  const [css, js] = await Promise.all(
    ['./page.css', './page.js'].map((file) => readFile(new URL(file, import.meta.url), 'utf8')),
  )
  const asset = (reply: FastifyReply, type: string, body: string) =>
    reply.type(type).header('cache-control', 'public, max-age=3600').send(body)
  app.get('/p/page.css', (_request, reply) => asset(reply, 'text/css; charset=utf-8', css!))
  app.get('/p/page.js', (_request, reply) => asset(reply, 'text/javascript; charset=utf-8', js!))
  app.get<{ Querystring: { c?: string } }>('/p/color.css', (request, reply) => {
    const { c } = request.query
    const color = typeof c === 'string' && /^[0-9a-f]{6}$/i.test(c) ? c : '1f6b5e'
    return asset(reply, 'text/css; charset=utf-8', accentCss(color))
  })

  const sentence = async (reply: FastifyReply, status: number, key: string) =>
    html(
      reply,
      status,
      sentencePageHtml((await readCompany(house.db)).name, say(`${key}.title`), say(`${key}.text`)),
    )
  /** A page, not JSON, also for whoever asks too often. */
  const tooOften = async (bucket: string, allowance: Allowance): Promise<boolean> => {
    try {
      await countTry(house.db, bucket, allowance)
      return false
    } catch (error) {
      if (error instanceof Problem && error.status === 429) return true
      throw error
    }
  }
  const knocks = (request: FastifyRequest) =>
    tooOften(`page:${addressBucket(request.ip)}`, { limit: 600, seconds: 60 })

  app.get<Page>('/p/:token', async (request, reply) => {
    if (await knocks(request)) return sentence(reply.header('retry-after', 60), 429, 'pages.crowd')
    const link = await readPageLink(house, request.params.token)
    if (!link) return sentence(reply, 404, 'pages.gone')
    const page = await readRequestPage(house, link.conversationId)
    const tag = tagOf(page)
    reply.header('etag', tag)
    if (request.headers['if-none-match'] === tag) return reply.status(304).headers(headers).send()
    const { sent, all } = request.query
    const said = sent && ['reply', 'solved', 'unhappy'].includes(sent) ? say(`pages.sent.${sent}`) : null
    return html(
      reply,
      200,
      requestPageHtml(
        page,
        {
          action: `/p/${request.params.token}`,
          once: newSecret(),
          ...(said && { said: { kind: 'good' as const, text: said } }),
        },
        all === '1',
      ),
    )
  })

  app.post<Page>('/p/:token', async (request, reply) => {
    if (await knocks(request)) return sentence(reply.header('retry-after', 60), 429, 'pages.crowd')
    const link = await readPageLink(house, request.params.token)
    if (!link) return sentence(reply, 404, 'pages.gone')
    const action = `/p/${request.params.token}`
    const refuse = async (problem: FormProblem) => {
      const page = await readRequestPage(house, link.conversationId)
      const { once, text } = problem.form
      const said = { kind: 'bad' as const, text: problem.message }
      return html(
        reply,
        problem.status,
        requestPageHtml(page, { action, once, draft: text.slice(0, 20_000), said }),
      )
    }
    try {
      const form = await readForm(request)
      const often = { limit: 20, seconds: 600 }
      if (await tooOften(`page-write:${link.conversationId}`, often))
        throw new FormProblem(429, say('pages.often'), form)
      await writeFromPage(house, link, form)
      // A reload does not send again.
      return reply.redirect(`${action}?sent=${form.what}#write`, 303)
    } catch (error) {
      if (error instanceof FormProblem) return refuse(error)
      throw error
    }
  })
}
