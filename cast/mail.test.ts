import { simpleParser } from 'mailparser'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { photoOfBoiler, photoOfGrate, photoOfShop } from './attachments.ts'
import { cast, kenji, wei } from './cast.ts'
import { rawMail, rawMailIn } from './mail.ts'
import type { MailIn } from './steps.ts'

const told = cast('2026-11-24T10:30:00Z')
const mails = told.steps.flatMap(({ step }) => (step.kind === 'mailIn' ? [step] : []))
const first = (id: string) =>
  told.conversations.find((one) => one.id === id)!.steps.find((step) => step.kind === 'mailIn') as MailIn

test('every mail of the cast survives the wire, in every script', async () => {
  for (const mail of mails) {
    const read = await simpleParser(await rawMailIn(mail))
    expect(read.messageId).toBe(`<${mail.id}>`)
    expect(read.subject).toBe(mail.subject)
    expect(read.from!.value).toEqual([{ name: mail.from.name, address: mail.from.email }])
    expect(read.text!.trim()).toBe(mail.text)
    expect(read.date!.getTime()).toBe(Math.floor(Date.parse(mail.at) / 1000) * 1000)
    expect(read.attachments.map((one) => one.filename)).toEqual(
      (mail.attachments ?? []).map((one) => one.filename),
    )
  }
  expect(new Set(mails.map((mail) => mail.id)).size).toBe(mails.length)
})

test('the bytes are a letter: seven bits, CRLF, the same each time', async () => {
  for (const id of ['no-sugar', 'yard-drain', 'circulation-pump']) {
    const raw = await rawMailIn(first(id))
    expect(raw.every((byte) => byte < 128)).toBe(true)
    expect(raw.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(raw.equals(await rawMailIn(first(id)))).toBe(true)
  }
})

test('a reply threads: brackets are added where they are missing', async () => {
  const raw = await rawMail({
    from: wei,
    to: [kenji.email, 'bakery@casa-amaral.example'],
    subject: 'Re: 院子',
    text: '谢谢!',
    inReplyTo: 'one@casa-amaral.example',
    references: ['<zero@casa-amaral.example>', 'one@casa-amaral.example'],
    headers: { 'X-Test-Case': 'threads' },
    date: new Date('2026-11-24T10:30:00Z'),
  })
  const read = await simpleParser(raw)
  expect(read.inReplyTo).toBe('<one@casa-amaral.example>')
  expect(read.references).toEqual(['<zero@casa-amaral.example>', '<one@casa-amaral.example>'])
  expect(read.headers.get('x-test-case')).toBe('threads')
  expect(read.messageId).toMatch(/^<.+@mail\.example>$/)
})

test('an answering machine says that it is one', async () => {
  const machine = mails.find((mail) => mail.autoReply)!
  const read = await simpleParser(await rawMailIn(machine))
  expect(read.headers.get('auto-submitted')).toBe('auto-replied')
})

describe('attachments', () => {
  test('photographs are pictures', async () => {
    for (const draw of [photoOfBoiler, photoOfGrate, photoOfShop]) {
      const { content } = draw()
      const { format, width, height } = await sharp(content).metadata()
      expect([format, width, height]).toEqual(['png', 480, 360])
      expect(content.length).toBeLessThan(400_000)
    }
  })

  test('the invoice is a PDF whose table points at its objects', () => {
    const reply = told.steps
      .map(({ step }) => step)
      .find((step) => step.kind === 'reply' && step.attachments !== undefined)
    const invoice = reply?.kind === 'reply' ? reply.attachments![0]! : null
    const page = Buffer.from(invoice!.content).toString('latin1')
    const table = Number(/startxref\n(\d+)/.exec(page)![1])
    expect(page.slice(table, table + 4)).toBe('xref')
    const places = [...page.matchAll(/^(\d{10}) 00000 n/gm)].map((match) => Number(match[1]))
    places.forEach((place, index) => {
      expect(page.slice(place, place + 7)).toBe(`${index + 1} 0 obj`)
    })
  })
})
