import { describe, expect, it } from 'vitest'
import { customers } from '#cast/people.ts'
import { decode } from './decode.ts'

const { maria } = customers
const lines = (...all: string[]) => Buffer.from(all.join('\r\n'), 'latin1')
const files = (raw: Buffer) =>
  decode(raw).enclosed.map(({ filename, type, content, shown }) => ({
    filename,
    type,
    size: content.length,
    shown,
  }))

describe('who wrote', () => {
  const from = (value: string) => decode(lines(`From: ${value}`, '', 'x')).from
  it.each([
    ['a plain address', maria.email, { name: null, email: maria.email }],
    [
      'a quoted name with a comma',
      `"Lopes, Maria" <${maria.email}>`,
      { name: 'Lopes, Maria', email: maria.email },
    ],
    [
      'a name with a comma and no quotes',
      `Lopes, Maria <${maria.email}>`,
      { name: 'Lopes, Maria', email: maria.email },
    ],
    ['a comment as the name', `${maria.email} (Maria Lopes)`, { name: 'Maria Lopes', email: maria.email }],
    [
      'an address without its bracket',
      `Maria Lopes ${maria.email}`,
      { name: 'Maria Lopes', email: maria.email },
    ],
    [
      'an encoded name',
      `=?utf-8?Q?Maria_do_Po=C3=A7o?= <${maria.email}>`,
      { name: 'Maria do Poço', email: maria.email },
    ],
    [
      'a name in two encoded words that split a letter',
      `=?utf-8?B?UG/D?= =?utf-8?B?p28=?= <${maria.email}>`,
      { name: 'Poço', email: maria.email },
    ],
    [
      'a raw byte inside an encoded word',
      `=?iso-8859-1?Q?Po\u00e7o?= <${maria.email}>`,
      { name: 'Poço', email: maria.email },
    ],
    ['a raw byte and no encoding', `Po\u00e7o <${maria.email}>`, { name: 'Poço', email: maria.email }],
    ['a group with one member', `Lopes: Maria <${maria.email}>;`, { name: 'Maria', email: maria.email }],
    ['a group without members', 'Nobody in particular:;', { name: 'Nobody in particular', email: '' }],
    ['capitals', `Maria <MARIA.LOPES@Mail.Example>`, { name: 'Maria', email: maria.email }],
    [
      'an encoded address that would smuggle another in',
      `=?utf-8?Q?ana=40casa-amaral=2Eexample=3E?= <${maria.email}>`,
      { name: 'ana@casa-amaral.example>', email: maria.email },
    ],
  ])('is read from %s', (_what, value, expected) => {
    expect(from(value)).toEqual(expected)
  })

  it('is the one of the last addressable From, and nobody when there is none', () => {
    expect(from('')).toBeNull()
  })
})

describe('what is said', () => {
  it.each([
    ['UTF-8', 'utf-8', Buffer.from('Bom dia, o pão está frio.')],
    ['Latin-1', 'iso-8859-1', Buffer.from('Bom dia, o pão está frio.', 'latin1')],
    ['a name that is not true', 'us-ascii', Buffer.from('Bom dia, o pão está frio.')],
    ['a name nobody knows', 'x-bakery', Buffer.from('Bom dia, o pão está frio.', 'latin1')],
    ['UTF-7', 'utf-7', Buffer.from('Bom dia, o p+AOM-o est+AOE- frio.')],
    ['UTF-16', 'utf-16le', Buffer.from('Bom dia, o pão está frio.', 'utf16le')],
    ['the charset of old Windows', '"Windows-1252"', Buffer.from('Bom dia, o pão está frio.', 'latin1')],
  ])('in %s', (_what, charset, bytes) => {
    const raw = Buffer.concat([lines(`Content-Type: text/plain; charset=${charset}`, '', ''), bytes])
    expect(decode(raw).text).toBe('Bom dia, o pão está frio.')
  })

  it('in Japanese mail of old, by its escapes alone', () => {
    const raw = Buffer.concat([lines('Subject: x', '', ''), Buffer.from('\u001b$B$3$s$K$A$O\u001b(B')])
    expect(decode(raw).text).toBe('こんにちは')
  })

  it('without any header', () => {
    expect(decode(lines('The boiler is cold.', '', 'Maria')).text).toBe(
      'The boiler is cold.\r\n\r\nMaria'.replaceAll('\r', ''),
    )
  })

  it('with carriage returns alone', () => {
    const { subject, text } = decode(
      Buffer.from('Subject: Bread\rFrom: a@b.example\r\rTwo loaves.\rThank you.'),
    )
    expect({ subject, text }).toEqual({ subject: 'Bread', text: 'Two loaves.\nThank you.' })
  })

  it('in the alternative that has words', () => {
    const { text, html } = decode(
      lines(
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        ' ',
        '--b',
        'Content-Type: text/html',
        '',
        '<p>Two <b>loaves</b>.</p>',
        '--b--',
      ),
    )
    expect(text).toBe('Two loaves.')
    expect(html).toContain('<b>loaves</b>')
  })

  it('in paragraphs that were broken for an old screen', () => {
    const { text } = decode(
      lines('Content-Type: text/plain; format=flowed', '', 'The boiler ', 'is cold.', '-- ', 'Maria'),
    )
    expect(text).toBe('The boiler is cold.\n-- \nMaria')
  })
})

describe('what is enclosed', () => {
  const mixed = (...parts: string[][]) =>
    lines(
      'Content-Type: multipart/mixed; boundary="-"',
      '',
      ...parts.flatMap((part) => ['---', ...part]),
      '-----',
      '',
    )

  it('is a text file of its own, byte for byte, and no part of the letter', () => {
    const raw = mixed(
      ['', 'See the list.'],
      ['Content-Type: text/plain; name="list.txt"', 'Content-Disposition: attachment', '', 'flour\r\nsalt'],
    )
    expect(decode(raw).text).toBe('See the list.')
    expect(files(raw)).toEqual([{ filename: 'list.txt', type: 'text/plain', size: 11, shown: false }])
  })

  it('is whole when its boundary is a single dash', () => {
    const raw = mixed(
      ['', 'See the notes.'],
      ['Content-Type: application/octet-stream; name=notes.bin', '', 'a\r\n-\r\n--\r\n----- b -----\r\nc'],
    )
    expect(files(raw)).toMatchObject([{ filename: 'notes.bin', size: 26 }])
  })

  it.each([
    ['in the plain way', 'Content-Disposition: attachment; filename="Fotografia do po\u00e7o.jpg"'],
    [
      'in the way of RFC 2231',
      "Content-Disposition: attachment; filename*=utf-8''Fotografia%20do%20po%C3%A7o.jpg",
    ],
    [
      'in pieces',
      'Content-Disposition: attachment; filename*0*=utf-8\'\'Fotografia%20do; filename*1*=%20po%C3%A7o; filename*2=".jpg"',
    ],
    [
      'in pieces out of order',
      "Content-Disposition: attachment; filename*1*=%20po%C3%A7o.jpg; filename*0*=utf-8''Fotografia%20do",
    ],
    [
      'as an encoded word, against the rules',
      'Content-Disposition: attachment; filename="=?utf-8?Q?Fotografia_do_po=C3=A7o.jpg?="',
    ],
    ['in the type only', 'Content-Type: image/jpeg; name="=?iso-8859-1?Q?Fotografia_do_po=E7o.jpg?="'],
  ])('has its name %s', (_how, header) => {
    expect(files(mixed(['', 'x'], [header, '', 'jpeg']))[0]?.filename).toBe('Fotografia do poço.jpg')
  })

  it('is shown in the letter when its HTML does', () => {
    const raw = lines(
      'Content-Type: multipart/related; boundary=r',
      '',
      '--r',
      'Content-Type: image/png; name=cake.png',
      'Content-ID: <cake@casa>',
      '',
      'png',
      '--r',
      'Content-Type: text/html',
      '',
      '<p>Look: <img src="cid:cake@casa"></p>',
      '--r--',
    )
    expect(decode(raw).text).toBe('Look:')
    expect(files(raw)).toEqual([{ filename: 'cake.png', type: 'image/png', size: 3, shown: true }])
  })

  it('is a letter, with its own files inside it', () => {
    const raw = mixed(
      ['', 'Enclosed.'],
      [
        'Content-Type: message/rfc822',
        '',
        'Subject: Bread',
        'Content-Type: multipart/mixed; boundary=i',
        '',
        '--i',
        '',
        'inner',
        '--i',
        'Content-Type: image/png; name=x.png',
        '',
        'png',
        '--i--',
      ],
    )
    expect(files(raw)).toMatchObject([{ type: 'message/rfc822' }])
  })
})

describe('a winmail.dat of Outlook', () => {
  const attribute = (level: number, id: number, data: Buffer) => {
    const head = Buffer.alloc(9)
    head.writeUInt8(level, 0)
    head.writeUInt32LE(id, 1)
    head.writeUInt32LE(data.length, 5)
    const sum = Buffer.alloc(2)
    sum.writeUInt16LE(data.reduce((all, byte) => (all + byte) & 0xffff, 0))
    return Buffer.concat([head, data, sum])
  }
  const tnef = Buffer.concat([
    Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0x01, 0x00]),
    attribute(1, 0x0002800c, Buffer.from('The plan is enclosed.\0')),
    attribute(2, 0x00069002, Buffer.alloc(14)),
    attribute(2, 0x00018010, Buffer.from('plan.pdf\0')),
    attribute(2, 0x0006800f, Buffer.from('%PDF-1.7')),
  ])
  const raw = Buffer.concat([
    lines(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      '',
      '--b',
      'Content-Type: application/ms-tnef; name=winmail.dat',
      'Content-Transfer-Encoding: base64',
      '',
      tnef.toString('base64'),
      '--b--',
      '',
    ),
  ])

  it('gives the words and the files it holds', () => {
    expect(decode(raw).text).toBe('The plan is enclosed.')
    expect(files(raw)).toMatchObject([{ filename: 'plan.pdf', size: 8 }])
  })

  it('that is damaged stays a file, and what stands before the damage is read', () => {
    const damaged = Buffer.concat([
      lines('Content-Type: application/ms-tnef; name=winmail.dat', '', ''),
      tnef.subarray(0, 60),
    ])
    expect(() => decode(damaged)).not.toThrow()
    expect(decode(damaged).text).toBe('The plan is enclosed.')
  })
})

describe('what thread it belongs to', () => {
  it('is told by ids in brackets, and by one that a client wrote without', () => {
    const mail = decode(
      lines(
        'Message-ID: <1@mail.example>',
        'In-Reply-To: 2@casa-amaral.example',
        'References: <3@casa-amaral.example>',
        ' <2@casa-amaral.example>',
        '',
        'x',
      ),
    )
    expect(mail).toMatchObject({
      messageId: '1@mail.example',
      inReplyTo: ['2@casa-amaral.example'],
      references: ['3@casa-amaral.example', '2@casa-amaral.example'],
    })
  })
})

describe('a letter in HTML that hides itself', () => {
  const text = (html: string) =>
    decode(lines(`From: ${maria.email}`, 'Content-Type: text/html', '', html)).text.trim()
  it('shows what stands in a drawing that is never closed, where nothing else would be', () => {
    expect(text('<body><svg onload=x()><div>The tap drips.</div></body>')).toBe('The tap drips.')
    expect(text('<body><noscript><div>The tap drips.</div></body>')).toBe('The tap drips.')
  })
  it('leaves a drawing out where there are words beside it', () => {
    expect(text('<p>The tap drips.</p><svg><title>A logo</title></svg>')).toBe('The tap drips.')
  })
})
