import { createHmac, timingSafeEqual } from 'node:crypto'
import type { House } from '#server/base/context.ts'
import type { Db } from '#server/database/database.ts'
import { attachmentUrl } from './attachments.ts'
import type { MessageRow } from './conversation.ts'

/** The letter for a sandboxed frame: inline images by our own addresses; remote ones, once asked for, through our proxy. */
export async function letterPage(
  house: House,
  db: Db,
  message: MessageRow,
  images: boolean,
): Promise<string> {
  const files = await db
    .selectFrom('attachments')
    .selectAll()
    .where('conversationId', '=', message.conversationId)
    .where('messageId', '=', message.id)
    .execute()
  const body = message.html
    ? resolveImages(house, message.html, files, images)
    : `<pre>${escapeHtml(message.textFull ?? message.text)}</pre>`
  return `<!doctype html><html lang="und"><meta charset="utf-8"><meta name="color-scheme" content="light"><style>body{margin:0;font:16px/1.6 sans-serif;color:#2b2622;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:0 0 0 8px;padding-left:12px;border-left:2px solid #e2d9cc}pre{white-space:pre-wrap}</style><body>${body}</body></html>`
}

/** Puts addresses in for `cid:` and, where allowed, for `data-remote`. The HTML was made inert when the letter was read. */
export function resolveImages(
  house: Pick<House, 'key'>,
  html: string,
  files: readonly { id: string; contentId: string | null; accessKey: string; filename: string }[],
  images: boolean,
): string {
  return html
    .replace(/src="cid:([^"]{1,900})"/gi, (_, contentId: string) => {
      const file = files.find(
        (one) =>
          one.contentId === decodeURIComponent(contentId.replace(/%(?![0-9a-f]{2})/gi, '%25')) ||
          one.contentId === contentId,
      )
      return file ? `src="${attachmentUrl(house, file).replaceAll('&', '&amp;')}"` : 'data-missing=""'
    })
    .replace(/data-remote="([^"]{1,4000})"/gi, (whole, url: string) =>
      images ? `src="${remoteImageUrl(house, unescapeHtml(url)).replaceAll('&', '&amp;')}"` : whole,
    )
}

export const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const unescapeHtml = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const sign = (house: Pick<House, 'key'>, url: string) =>
  createHmac('sha256', house.key).update(`remote|${url}`).digest().subarray(0, 18).toString('base64url')

const remoteImageUrl = (house: Pick<House, 'key'>, url: string): string =>
  `/remote-image?k=${sign(house, url)}&url=${encodeURIComponent(url)}`

/** Only addresses that stood in a letter are fetched. */
export function isSignedImage(house: Pick<House, 'key'>, url: string, key: string): boolean {
  const expected = Buffer.from(sign(house, url))
  const given = Buffer.from(key)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
