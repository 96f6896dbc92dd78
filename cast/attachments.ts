import { boilerDisplay, shopFront, wetLeaves } from './pictures.ts'

export interface Attachment {
  filename: string
  contentType: string
  content: Uint8Array
}

const photo = (filename: string, draw: () => Uint8Array) => {
  let drawn: Uint8Array | undefined
  return (): Attachment => {
    drawn ??= draw()
    return { filename, contentType: 'image/png', content: drawn }
  }
}

/** Maria's telephone before her boiler. */
export const photoOfBoiler = photo('boiler display.png', boilerDisplay)
/** The grate in Chen Wei's yard, after rain. */
export const photoOfGrate = photo('院子 grate.png', wetLeaves)
/** Ruth's scan of an old print. */
export const photoOfShop = photo('the shop, 1961.png', shopFront)

/**
 * One page of PDF with plain lines on it, enough for an invoice.
 * @param lines Latin-1 text, one line each; brackets and backslashes are escaped.
 */
export function onePage(filename: string, lines: string[]): Attachment {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) '`).join('\n')
  const drawing = `BT /F1 12 Tf 16 TL 72 780 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let page = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = page.length
    page += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = page.length
  page += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  page += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return { filename, contentType: 'application/pdf', content: Buffer.from(page, 'latin1') }
}
