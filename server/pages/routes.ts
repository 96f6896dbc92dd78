import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { newSecret } from '#server/base/ids.ts'
import { addressBucket, countTry } from '#server/base/rates.ts'
import { text as say } from '#server/base/text.ts'
import { readPageLink } from '#server/conversations/links.ts'
import { receiveMessage } from '#server/conversations/receive.ts'
import { transaction } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { requestPageHtml, sentencePageHtml } from './html.ts'
import { readRequestPage } from './page.ts'

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex',
}

/** The customer's own page: a signed link, no account, no JavaScript needed. */
export async function servePages(app: FastifyInstance, house: House): Promise<void> {
  const css = await readFile(new URL('./page.css', import.meta.url), 'utf8')
  app.get('/p/page.css', (_request, reply) =>
    reply.type('text/css').header('cache-control', 'public, max-age=3600').send(css),
  )
  app.get<{ Querystring: { c?: string } }>('/p/color.css', (request, reply) => {
    const color = /^[0-9a-f]{6}$/i.test(request.query.c ?? '') ? request.query.c : '1f6b5e'
    return reply.type('text/css').send(`@media(prefers-color-scheme:light){:root{--accent:#${color}}}`)
  })

  const html = (reply: FastifyReply, status: number, body: string) =>
    reply.status(status).headers(headers).type('text/html; charset=utf-8').send(body)
  const gone = async (reply: FastifyReply) =>
    html(
      reply,
      404,
      sentencePageHtml((await readCompany(house.db)).name, say('pages.gone.title'), say('pages.gone.text')),
    )

  app.get<{ Params: { token: string }; Querystring: { sent?: string } }>(
    '/p/:token',
    async (request, reply) => {
      await countTry(house.db, `page:${addressBucket(request.ip)}`, { limit: 300, seconds: 60 })
      const link = await readPageLink(house, request.params.token)
      if (!link) return gone(reply)
      const page = await readRequestPage(house, link.conversationId)
      return html(
        reply,
        200,
        requestPageHtml(page, {
          action: `/p/${request.params.token}`,
          once: newSecret(),
          ...(request.query.sent && { said: { kind: 'good', text: say('pages.sent') } }),
        }),
      )
    },
  )

  app.post<{ Params: { token: string }; Body: { text?: string; once?: string } }>(
    '/p/:token',
    async (request, reply) => {
      const link = await readPageLink(house, request.params.token)
      if (!link) return gone(reply)
      const text = String(request.body?.text ?? '').trim()
      const once = String(request.body?.once ?? '').slice(0, 100) || newSecret()
      const refuse = async (status: number, sentence: string) =>
        html(
          reply,
          status,
          requestPageHtml(await readRequestPage(house, link.conversationId), {
            action: `/p/${request.params.token}`,
            once,
            draft: text.slice(0, 20_000),
            said: { kind: 'bad', text: sentence },
          }),
        )
      if (!text) return refuse(422, say('pages.empty'))
      if (text.length > 20_000) return refuse(422, say('pages.tooLong'))
      try {
        await countTry(house.db, `page-write:${link.conversationId}`, { limit: 20, seconds: 600 })
      } catch (error) {
        if (error instanceof Problem) return refuse(429, say('pages.often'))
        throw error
      }
      await writeFromPage(house, link.conversationId, text, once)
      // A reload does not send again.
      return reply.redirect(`/p/${request.params.token}?sent=1#write`, 303)
    },
  )
}

async function writeFromPage(
  house: House,
  conversationId: string,
  text: string,
  once: string,
): Promise<void> {
  await transaction(house.db, async (trx) => {
    const requester = await trx
      .selectFrom('participants')
      .select(['address', 'name'])
      .where('conversationId', '=', conversationId)
      .where('role', '=', 'requester')
      .executeTakeFirst()
    const conversation = await trx
      .selectFrom('conversations')
      .select('subject')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow()
    await receiveMessage(
      trx,
      { ...tend, name: requester?.name ?? requester?.address ?? tend.name },
      {
        conversationId,
        channel: 'page',
        at: await clockNow(trx),
        from: requester ? { name: requester.name, email: requester.address } : null,
        to: [],
        cc: [],
        subject: conversation.subject,
        text,
        textFull: text,
        html: null,
        hasRemote: false,
        flags: { autoReply: false, bounce: false, suppressAutoReply: false },
        bounce: null,
        forwarded: null,
        warnings: [],
        held: false,
        unreadable: false,
        rawFile: null,
        rawSize: null,
        attachments: [],
        clientKey: `page:${once}`,
      },
    )
  })
}
