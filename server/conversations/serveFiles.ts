import type { FastifyInstance } from 'fastify'
import type { House } from '#server/base/context.ts'
import { notFound } from '#server/base/errors.ts'
import { fetchOutside } from '#server/base/fetchOutside.ts'
import { openAttachment } from './attachments.ts'
import { isSignedImage } from './showLetter.ts'

const raster = /^image\/(png|jpeg|gif|webp|avif|bmp|tiff)$/
const inert = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/** Files by signed, expiring addresses. Only re-encoded raster images, audio and plain text are shown; everything else is handed over as a file. */
export function serveFiles(app: FastifyInstance, house: House): void {
  app.get<{ Params: { id: string }; Querystring: { until?: string; k?: string; download?: string } }>(
    '/files/:id/:name',
    async (request, reply) => {
      const file = await openAttachment(house, request.params.id, request.query.until, request.query.k)
      reply.headers({ ...inert, 'cache-control': 'private, max-age=21600' })
      const download = request.query.download === '1'
      if (!download && raster.test(file.contentType) && file.size < 30 * 2 ** 20) {
        const image = await reencode(await house.files.read(file.file))
        if (image) return reply.type('image/webp').header('content-disposition', 'inline').send(image)
      }
      const shown = !download && (/^audio\//.test(file.contentType) || file.contentType === 'text/plain')
      return reply
        .type(
          shown
            ? file.contentType === 'text/plain'
              ? 'text/plain; charset=utf-8'
              : file.contentType
            : 'application/octet-stream',
        )
        .header(
          'content-disposition',
          `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
        )
        .send(await house.files.stream(file.file))
    },
  )

  app.get<{ Querystring: { url?: string; k?: string } }>('/remote-image', async (request, reply) => {
    const { url = '', k = '' } = request.query
    if (!isSignedImage(house, url, k)) throw notFound('This picture')
    const fetched = await fetchOutside(url, { maxBytes: 5 * 2 ** 20, ms: 5000 }).catch(() => null)
    const image = fetched && !/svg/i.test(fetched.type) ? await reencode(fetched.bytes) : null
    if (!image) throw notFound('This picture')
    return reply
      .headers({ ...inert, 'cache-control': 'private, max-age=86400' })
      .type('image/webp')
      .send(image)
  })
}

/** A picture drawn anew is only a picture. Null for what is none. */
async function reencode(bytes: Buffer): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(bytes, { limitInputPixels: 80_000_000, animated: true })
      .rotate()
      .resize({ width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer()
  } catch {
    return null
  }
}
