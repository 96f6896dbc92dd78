import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { House } from '#server/base/context.ts'
import { notFound } from '#server/base/errors.ts'
import { fetchOutside } from '#server/base/fetchOutside.ts'
import { text as say } from '#server/base/text.ts'
import { openAttachment } from './attachments.ts'
import type { AttachmentRow } from './conversation.ts'
import { redrawn } from './picture.ts'
import { isSignedImage } from './showLetter.ts'

/**
 * Nothing that is served here can run. `cross-origin` lets the letter's sandboxed frame, whose origin is opaque, show its
 * pictures; the address itself is the secret.
 */
const inert = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'cross-origin',
}

interface FileRequest {
  Params: { id: string }
  Querystring: { until?: string; k?: string; download?: string }
}

/** Files by signed, expiring addresses. Only redrawn raster images, audio and plain text are shown; everything else is handed over as a file. */
export function serveFiles(app: FastifyInstance, house: House): void {
  app.get<FileRequest>('/files/:id/:name', async (request, reply) => {
    const { until, k, download } = request.query
    const file = await openAttachment(house, request.params.id, until, k)
    reply.headers({ ...inert, 'cache-control': 'private, max-age=21600' })
    const shown = download === '1' ? null : await inline(house, file)
    if (shown) return reply.type(shown.type).header('content-disposition', 'inline').send(shown.body)
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeName(file.filename)}`)
      .header('content-length', file.size)
      .send(await house.files.stream(file.file))
  })

  app.get<{ Querystring: { url?: string; k?: string } }>('/remote-image', async (request, reply) => {
    const { url, k } = request.query
    if (typeof url !== 'string' || typeof k !== 'string' || !isSignedImage(house, url, k))
      throw notFound(say('conversations.this.picture'))
    const fetched = await fetchOutside(url, { maxBytes: 5 * 2 ** 20, ms: 5000 }).catch(() => null)
    const image = fetched && (await redrawn(fetched.bytes))
    if (!image) throw notFound(say('conversations.this.picture'))
    return reply
      .headers({ ...inert, 'cache-control': 'private, max-age=86400' })
      .type('image/webp')
      .send(image)
  })
}

/** What may be shown in place, by our own look at the bytes, whatever the sender called it. */
async function inline(
  house: House,
  file: AttachmentRow,
): Promise<{ type: string; body: Buffer | Readable } | null> {
  if (/^image\//.test(file.contentType) && file.size < 30 * 2 ** 20) {
    const image = await redrawn(await house.files.read(file.file))
    return image && { type: 'image/webp', body: image }
  }
  if (file.contentType === 'text/plain')
    return { type: 'text/plain; charset=utf-8', body: await house.files.stream(file.file) }
  if (!/^audio\//.test(file.contentType) || file.size > 30 * 2 ** 20) return null
  const { fileTypeFromBuffer } = await import('file-type')
  const body = await house.files.read(file.file)
  const sniffed = await fileTypeFromBuffer(body)
  return sniffed?.mime.startsWith('audio/') ? { type: sniffed.mime, body } : null
}

/** RFC 8187: what `encodeURIComponent` leaves and the header does not allow is escaped too. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
