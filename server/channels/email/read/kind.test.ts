import { describe, expect, it } from 'vitest'
import { customers } from '#cast/people.ts'
import { decode } from './decode.ts'
import { kindOf } from './kind.ts'

const { helen } = customers
const flagsOf = (headers: string[], text = 'Good day.', from = `${helen.name} <${helen.email}>`) =>
  kindOf(
    decode(
      Buffer.from([`From: ${from}`, 'To: hello@casa-amaral.example', ...headers, '', text].join('\r\n')),
    ),
  ).flags
const subject = (text: string) => [`Subject: =?utf-8?B?${Buffer.from(text).toString('base64')}?=`]
const person = {
  autoReply: false,
  bounce: false,
  report: false,
  challenge: false,
  list: false,
  suppressAutoReply: false,
}

describe('an automatic answer', () => {
  it.each([
    ['Auto-Submitted: auto-replied'],
    ['Auto-Submitted: auto-generated; owner="x"'],
    ['X-Autoreply: yes'],
    ['X-Autorespond: '],
    ['Precedence: auto_reply'],
    ['Return-Path: <>'],
  ])('says so: %s', (header) => {
    expect(flagsOf([header, 'Subject: Re: Bread'])).toMatchObject({
      autoReply: true,
      suppressAutoReply: true,
    })
  })

  it.each([
    'Automatic reply: Bread',
    'Out of Office: back on Monday',
    'Abwesenheitsnotiz: Bread',
    'Automatische Antwort: Bread',
    'Réponse automatique : Bread',
    'Respuesta automática: Bread',
    'Resposta automática: Bread',
    'Risposta automatica: Bread',
    'Automatisch antwoord: Bread',
    'Autosvar: Bread',
    'Frånvaro: Bread',
    'Automaattinen vastaus: Bread',
    'Odpowiedź automatyczna: Bread',
    'Nieobecność: Bread',
    'Automatická odpověď: Bread',
    'Автоответ: Bread',
    'Otomatik Yanıt: Bread',
    '自動応答: Bread',
    '自动答复: Bread',
    'رد تلقائي: Bread',
  ])('without a header: %s', (line) => {
    expect(flagsOf(subject(line)).autoReply).toBe(true)
  })

  it('is a receipt that the letter was opened', () => {
    expect(
      flagsOf(
        [
          'Subject: Read: Bread',
          'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
        ],
        '--b\r\n\r\nYour message was read.\r\n--b\r\nContent-Type: message/disposition-notification\r\n\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n--b--',
      ).autoReply,
    ).toBe(true)
  })
})

describe('a person', () => {
  it.each([
    [['Auto-Submitted: no']],
    [['Auto-Submitted: auto-forwarded']],
    [['Auto-Submitted: No', 'X-Autoreply: no']],
    [subject('I was out of office, did you come?')],
    [subject('Re: your holiday hours')],
    [subject('Vacation rental: the heating is cold')],
    [subject('Absolutely cold since Sunday')],
    [subject('Ausência de aquecimento')],
    [subject('Urlaub und Heizung')],
  ])('is one with %j', (headers) => {
    expect(flagsOf(headers)).toEqual(person)
  })

  it('who asks not to be answered by machines is still a person', () => {
    expect(flagsOf(['X-Auto-Response-Suppress: OOF, AutoReply'])).toMatchObject({
      autoReply: false,
      suppressAutoReply: true,
    })
  })
})

describe('list mail', () => {
  it.each([
    'List-Id: <bread.lists.example>',
    'Precedence: bulk',
    'Precedence: list',
    'List-Unsubscribe: <mailto:x@lists.example>',
  ])('is nobody’s bounce and no automatic answer, and is not answered: %s', (header) => {
    expect(flagsOf([header])).toEqual({ ...person, list: true, suppressAutoReply: true })
  })
})

it('of a list that speaks of automatic answers is list mail', () => {
  expect(flagsOf(['List-Id: <mail.lists.example>', 'Subject: Automatic reply loops'])).toMatchObject({
    autoReply: false,
    list: true,
  })
})

describe('a report', () => {
  it('by a mailbox provider that our mail was called spam', () => {
    const flags = flagsOf(
      ['Content-Type: multipart/report; report-type=feedback-report; boundary=b'],
      '--b\r\n\r\nThis is an abuse report.\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: hello@casa-amaral.example\r\n\r\nGood day.\r\n--b--',
    )
    expect(flags).toEqual({ ...person, report: true, suppressAutoReply: true })
  })

  it('on our domain', () => {
    expect(
      flagsOf(['Subject: Report Domain: casa-amaral.example Submitter: mail.example Report-ID: 1']),
    ).toMatchObject({ report: true, suppressAutoReply: true })
  })
})

describe('a challenge', () => {
  const challenged = { challenge: true, autoReply: true, bounce: false, suppressAutoReply: true }

  it('is known by its service, and is no bounce', () => {
    const headers = ['Subject: Re: Bread (Action Required)']
    expect(flagsOf(headers, 'Please visit the page.', 'noreply@boxbe.com')).toMatchObject(challenged)
  })

  it('is known by its words', () => {
    const text =
      'Your message is being held because you are not yet on my list of approved senders. Please click the link below to confirm that you are human, and your message will be delivered.\r\n\r\nhttps://gate.example/1'
    expect(flagsOf(['Return-Path: <>', 'Subject: Re: Bread'], text)).toMatchObject(challenged)
  })

  it('is not what a customer writes about one', () => {
    const text =
      'Your page says I should click to confirm that I am human before I can order. Is that needed?'
    expect(flagsOf(['Subject: Your page'], text)).toEqual(person)
  })
})
