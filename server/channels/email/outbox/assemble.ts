import { encode as base64, wrap as wrapBase64 } from 'nodemailer/lib/base64/index.js'
import type MimeNode from 'nodemailer/lib/mime-node/index.js'
import { encode as quoted, wrap as wrapQuoted } from 'nodemailer/lib/qp/index.js'

/** What of a part we use, as the library keeps it. */
interface Part {
  content?: unknown
  childNodes: Part[]
  boundary?: string
  multipart?: string | false
  getTransferEncoding(): string | false
  buildHeaders(): string
}

/** The library takes larger words apart while it encodes them. */
const atMost = 60 * 1024

/**
 * The bytes of a letter of words. The library writes each part through streams of its own, some twenty for a letter, which costs more than
 * all else of it: here the same parts, heads and encodings are put together in one go. What holds files goes its way.
 */
export async function assemble(letter: MimeNode): Promise<Buffer> {
  const root = letter as unknown as Part
  if (!isOfWords(root)) return letter.build() as unknown as Promise<Buffer>
  const whole = written(root)
  const ended = whole.endsWith('\n') ? whole : whole.endsWith('\r') ? `${whole}\n` : `${whole}\r\n`
  return Buffer.from(ended.replace(/(?<!\r)\n/g, '\r\n'))
}

const isOfWords = ({ content, childNodes }: Part): boolean =>
  (!content || (typeof content === 'string' && content.length < atMost / 3)) && childNodes.every(isOfWords)

function written(part: Part): string {
  const encoding = part.getTransferEncoding()
  const head = `${part.buildHeaders()}\r\n\r\n`
  const content = (part.content as string | undefined) ?? ''
  const body =
    encoding === 'quoted-printable'
      ? wrapQuoted(quoted(content))
      : encoding === 'base64'
        ? wrapBase64(base64(content))
        : content
  if (!part.multipart) return head + body
  const parts = part.childNodes.map((child) => `--${part.boundary}\r\n${written(child)}`)
  return `${head}${body}${parts.join('\r\n')}\r\n--${part.boundary}--\r\n`
}
