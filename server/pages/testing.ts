import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import Fastify from 'fastify'
import { parseDocument } from 'htmlparser2'
import { sql } from 'kysely'
import { clockNow } from '#server/base/clock.ts'
import { answerProblems } from '#server/base/http/problem.ts'
import { pageUrl } from '#server/conversations/links.ts'
import { openStage } from '#server/conversations/testing.ts'
import { servePages } from './routes.ts'
import { serveTaking } from './taking.ts'

/** Casa Amaral's pages as a customer's browser gets them, without JavaScript. */
export async function openPages() {
  const stage = await openStage()
  const app = Fastify({ routerOptions: { maxParamLength: 400 } })
  answerProblems(app)
  await app.register(cookie)
  await app.register(multipart)
  await app.register(formbody)
  await servePages(app, stage.house)
  serveTaking(app, stage.house)
  await app.ready()
  let knocks = 0
  const from = () => `198.51.100.${knocks++ % 250}`

  /** The path of a conversation's page, as its link says. */
  const pathOf = async (id: string) => {
    const conversation = await stage.db
      .selectFrom('conversations')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return new URL(pageUrl(stage.house, conversation, await clockNow(stage.db))).pathname
  }
  const open = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await app.inject({ url: path, headers, remoteAddress: from() })
    return { ...look(answer.body), status: answer.statusCode, headers: answer.headers, body: answer.body }
  }
  /** What a browser sends when a button of the form is pressed. */
  const press = async (
    path: string,
    fields: Record<string, string>,
    files: { name: string; bytes: Buffer }[] = [],
    remoteAddress = from(),
  ) => {
    const boundary = 'casa-amaral-form'
    const part = (head: string, bytes: Buffer | string) =>
      Buffer.concat([
        Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
        Buffer.from(bytes),
        Buffer.from('\r\n'),
      ])
    const payload = Buffer.concat([
      ...Object.entries(fields).map(([name, value]) =>
        part(`content-disposition: form-data; name="${name}"`, value),
      ),
      ...(files.length ? files : [{ name: '', bytes: Buffer.alloc(0) }]).map((file) =>
        part(
          `content-disposition: form-data; name="files"; filename="${file.name}"\r\ncontent-type: application/octet-stream`,
          file.bytes,
        ),
      ),
      Buffer.from(`--${boundary}--\r\n`),
    ])
    const answer = await app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
      remoteAddress,
    })
    return { ...look(answer.body), status: answer.statusCode, headers: answer.headers, body: answer.body }
  }
  /** The same for the form of a section, which takes no files. */
  const send = async (path: string, fields: Record<string, string>) => {
    const answer = await app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
      remoteAddress: from(),
    })
    return { ...look(answer.body), status: answer.statusCode, headers: answer.headers, body: answer.body }
  }
  /** As if a bucket had been filled, in this window and, should it end meanwhile, in the next. */
  const fill = (bucket: string, seconds: number, hits: number) =>
    sql`insert into rate_limits (bucket, window_start, hits)
      select ${bucket}, to_timestamp(floor(extract(epoch from now()) / ${seconds}::int + n) * ${seconds}::int), ${hits}::int
      from generate_series(0, 1) n
      on conflict (bucket, window_start) do update set hits = excluded.hits`.execute(stage.db)
  /** A browser that holds a cookie, on the page of all that is somebody's. */
  const browser = (cookie: string) => {
    const get = async (path: string) => {
      const answer = await app.inject({ url: path, headers: { cookie }, remoteAddress: from() })
      return { ...look(answer.body), status: answer.statusCode, headers: answer.headers, body: answer.body }
    }
    return {
      open: get,
      /** The word that proves that a form is the page's own. */
      key: async () =>
        (await get('/p/me')).all('input').find((one) => one.attribs.name === 'key')!.attribs.value!,
      press: async (what: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
        const answer = await app.inject({
          method: 'POST',
          url: `/p/me/${what}`,
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
          payload: new URLSearchParams(fields).toString(),
          remoteAddress: from(),
        })
        return { ...look(answer.body), status: answer.statusCode, headers: answer.headers, body: answer.body }
      },
    }
  }
  return {
    ...stage,
    app,
    from,
    browser,
    fill,
    pathOf,
    open,
    press,
    send,
    async close() {
      await app.close()
      await stage.close()
    },
  }
}
export type Pages = Awaited<ReturnType<typeof openPages>>

/** The page as it is read: text by id or element, and what stands in attributes. */
function look(html: string) {
  const document = parseDocument(html)
  const elements: Element[] = []
  const walk = (nodes: readonly ChildNode[]) => {
    for (const node of nodes)
      if (isTag(node)) {
        elements.push(node)
        walk(node.children)
      }
  }
  walk(document.children)
  const textOf = (node: ChildNode): string =>
    isText(node)
      ? node.data
      : isTag(node) && node.name !== 'script' && node.attribs['aria-hidden'] !== 'true'
        ? node.children.map(textOf).join('')
        : ''
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
  return {
    elements,
    text: tidy(elements[0] ? textOf(elements[0]) : ''),
    /** The text of the element with an id, or of all elements with a name. */
    read: (idOrName: string) =>
      tidy(
        elements
          .filter((one) => one.attribs.id === idOrName || one.name === idOrName)
          .map(textOf)
          .join(' '),
      ),
    all: (name: string) => elements.filter((one) => one.name === name),
  }
}
