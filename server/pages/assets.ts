import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { accentCss } from './accent.ts'

/** The style and the script of the customers' pages. */
export async function serveAssets(app: FastifyInstance): Promise<void> {
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
}
