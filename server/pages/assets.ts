import { readdir, readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { accentCss } from './accent.ts'

/** The style and the script of the customers' pages. */
export async function serveAssets(app: FastifyInstance): Promise<void> {
  const [css, js] = await Promise.all(
    ['./page.css', './page.js'].map((file) => readFile(new URL(file, import.meta.url), 'utf8')),
  )
  const fonts = await fontFaces()
  const asset = (reply: FastifyReply, type: string, body: string) =>
    reply.type(type).header('cache-control', 'public, max-age=3600').send(body)
  app.get('/p/page.css', (_request, reply) => asset(reply, 'text/css; charset=utf-8', fonts + css!))
  app.get('/p/page.js', (_request, reply) => asset(reply, 'text/javascript; charset=utf-8', js!))
  app.get<{ Querystring: { c?: string } }>('/p/color.css', (request, reply) => {
    const { c } = request.query
    const color = typeof c === 'string' && /^[0-9a-f]{6}$/i.test(c) ? c : '1f6b5e'
    return asset(reply, 'text/css; charset=utf-8', accentCss(color))
  })
}

const faces = [
  ['Source Sans 3', /^source-sans-3-latin-wght-normal-[\w-]+\.woff2$/],
  ['Source Serif 4', /^source-serif-4-latin-wght-normal-[\w-]+\.woff2$/],
] as const

/** The web app's own fonts, where it is built; they come after the words, which wait for nothing. */
export async function fontFaces(): Promise<string> {
  const built = await readdir(new URL('../../web/dist/assets/', import.meta.url)).catch(() => [])
  return faces
    .map(([family, name]) => [family, built.find((file) => name.test(file))] as const)
    .filter(([, file]) => file)
    .map(
      ([family, file]) =>
        `@font-face{font-family:"${family}";font-weight:200 900;font-display:swap;src:url(/assets/${file}) format("woff2");unicode-range:U+0-24F,U+2000-206F,U+20AC}`,
    )
    .join('\n')
}
