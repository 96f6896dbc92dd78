/** Letters made to hurt their reader: MAIL.md §6 and S19. Built by the tests; nothing here is mail that anybody received. */

const head = (subject: string, more = '') =>
  `From: Mallory <mallory@elsewhere.example>\r\nTo: hello@casa-amaral.example\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n${more}`
const plain = (subject: string, text: string) => `${head(subject)}\r\n${text}`
const html = (subject: string, body: string) =>
  `${head(subject, 'Content-Type: text/html; charset=utf-8\r\n')}\r\n${body}`

function nestedMultiparts(depth: number): string {
  const open = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
  )
  const close = Array.from({ length: depth }, (_, at) => `--b${depth - 1 - at}--\r\n`)
  return `${head('nested')}${open.join('')}Content-Type: text/plain\r\n\r\nHello\r\n${close.join('')}`
}

export const hostileLetters: Record<string, () => string> = {
  '2,000 nested multiparts': () => nestedMultiparts(2000),
  '10,000 nested multiparts': () => nestedMultiparts(10_000),
  '200,000 empty parts': () =>
    `${head('parts', 'Content-Type: multipart/mixed; boundary=b\r\n')}\r\n${'--b\r\n\r\n'.repeat(200_000)}--b--\r\n`,
  '2 MB of References': () =>
    `${head('references')}References: ${'<a@b.example>\r\n '.repeat(135_000)}\r\n\r\nHello`,
  '50,000 recipients': () =>
    `${head('many')}Cc: ${Array.from({ length: 50_000 }, (_, at) => `P${at} <p${at}@mail.example>`).join(',\r\n ')}\r\n\r\nHello`,
  '100,000 addresses in nested groups and comments': () =>
    `${head('groups')}Cc: ${'a:(b(c"'.repeat(50_000)}${'x@y.example,'.repeat(50_000)}\r\n\r\nHello`,
  '200,000 nested div': () => html('div', `${'<div>'.repeat(200_000)}Hello${'</div>'.repeat(200_000)}`),
  '5 MB of nested tables': () => html('tables', '<table><tr><td>'.repeat(330_000)),
  '100,000 nested blockquotes': () => html('quotes', '<blockquote type=cite>x'.repeat(100_000)),
  '200,000 nested lists': () => html('lists', '<ul><li>x'.repeat(200_000)),
  'a 20 MB attachment': () =>
    `${head('file', 'Content-Type: multipart/mixed; boundary=b\r\n')}\r\n--b\r\n\r\nHello\r\n--b\r\nContent-Type: application/octet-stream; name=big.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(270_000)}--b--\r\n`,
  'message/rfc822 500 deep': () =>
    `${head('letters')}${'Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\n'.repeat(500)}\r\nHello`,
  '1 MB of "On … wrote"': () => plain('wrote', 'On Monday, Ann wrote\r\n'.repeat(48_000)),
  '1 MB of attributions': () =>
    plain(
      'attributions',
      'On Mon, Nov 23, 2026 at 10:04 AM, Ann <ann@mail.example> wrote:\r\n'.repeat(15_000),
    ),
  '1 MB of header blocks': () =>
    plain('blocks', 'From: Ann <ann@mail.example>\r\nSent: Monday\r\n\r\n'.repeat(21_000)),
  '1 MB of quoted and own lines in turn': () => plain('turns', '> a\r\nb\r\n'.repeat(130_000)),
  'a line of 50 MB': () => plain('long', 'x'.repeat(50_000_000)),
  'a line of 5 MB of brackets': () => plain('brackets', '<a@'.repeat(1_600_000)),
  'a million headers': () => `${head('headers')}${'X-A: b\r\n'.repeat(1_000_000)}\r\nHello`,
  'a million encoded words': () =>
    `${head('words')}X-Words: ${'=?utf-8?q?a?= '.repeat(300_000)}\r\n\r\nHello`,
  'a megabyte of parameters': () =>
    `${head('parameters', `Content-Type: text/plain; ${"name*0*=utf-8''a%20; ".repeat(50_000)}\r\n`)}\r\nHello`,
  '1 MB of signatures': () => plain('signatures', '-- \r\nMallory\r\n'.repeat(70_000)),
  '1 MB of addresses in a bounce': () =>
    `Return-Path: <>\r\n${head('Undelivered Mail Returned to Sender').replace('mallory@', 'mailer-daemon@')}\r\nCould not be delivered to:\r\n${Array.from({ length: 40_000 }, (_, at) => `<p${at}@mail.example>: user unknown`).join('\r\n')}`,
  'a delivery report of 100,000 recipients': () =>
    `Return-Path: <>\r\n${head('Report', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n')}\r\n--b\r\n\r\nFailed\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${'Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\n\r\n'.repeat(100_000)}--b--\r\n`,
  '1 MB of styles': () => html('styles', `<p style="${'color:red;'.repeat(100_000)}">Hello</p>`),
  '50,000 remote images': () =>
    html(
      'images',
      '<img src="https://track.elsewhere.example/a.gif" srcset="https://track.elsewhere.example/b.gif 2x">'.repeat(
        30_000,
      ),
    ),
}
