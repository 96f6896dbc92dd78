import { describe, expect, it } from 'vitest'
import { customers } from '#cast/people.ts'
import { isDeviceLine } from './device.ts'
import { withoutSignature } from './signature.ts'

const maria = customers.maria
const words = 'The boiler is cold again.\n\nCould somebody come before Friday?'
const without = (below: string, writer: { name: string | null; email: string } | null = maria) =>
  withoutSignature(`${words}\n\n${below}`, writer)

describe('a signature goes', () => {
  it.each([
    ['under the customary line', '-- \nMaria Lopes\nRua do Poço 14'],
    ['under a line whose blank was lost', '--\nMaria\nRua do Poço 14\nTel. +351 910 000 101'],
    ['by the name alone', 'Maria'],
    ['by the full name, with a card', 'Maria Lopes\nHead of Nothing\n+351 910 000 101\nwww.lopes.example'],
    ['with a closing and the name', 'Thanks in advance,\nMaria'],
    ['with a closing in Portuguese', 'Cumprimentos,\n\nMaria Lopes'],
    ['with a closing in German', 'Mit freundlichen Grüßen\nMaria Lopes\nTel.: 0351 910 000 101'],
    ['with regards, whoever signs', 'Kind regards,\n\nJoana'],
    [
      'under a stroke, with contact lines',
      '________________\nMaria Lopes | Lopes & Filhos\nT +351 910 000 101',
    ],
    ['of a phone', 'Sent from my iPhone'],
    ['of a phone under a name', 'Maria\n\nEnviado do meu iPhone'],
  ])('%s', (_how, below) => {
    expect(without(below)).toBe(words)
  })

  it('by the address, when the name is not told', () => {
    expect(without('Maria', { name: null, email: 'maria.lopes@mail.example' })).toBe(words)
  })
})

describe('words stay', () => {
  it.each([
    ['a thank-you that nobody signs', 'Thank you!'],
    ['a thank-you and what comes with it', 'Thanks,\nTuesday is better for us.'],
    ['a name in a sentence', 'My daughter Maria will open the door.'],
    ['a list', '- the tap in the kitchen\n- the drain in the yard'],
    ['a question after the name', 'Maria\n\nP.S. Is the dog a problem for you?'],
    ['an address to go to', 'The house is:\nRua do Poço 14\n4100 Porto'],
    ['a number to call', 'Please call\n+351 910 000 101\nbefore you come.'],
    ['code', '```\nerror 117\n-- \nrestart\n```'],
    ['a sentence about sending', 'Sent a photograph of the pipe an hour ago.'],
  ])('in %s', (_what, below) => {
    expect(without(below)).toBe(`${words}\n\n${below}`)
  })

  it('when there is nothing but a name', () => {
    expect(withoutSignature('Maria', maria)).toBe('Maria')
    expect(withoutSignature('-- \nMaria', maria)).toBe('-- \nMaria')
  })
})

describe('a line that a phone adds', () => {
  it.each([
    'Outlook für iOS beziehen',
    'Outlook for Android を入手',
    '获取 Outlook for Android',
    '下载适用于 iOS 的 Outlook',
    'iOS용 Outlook 받기',
    'Отправлено со смартфона через приложение Почта',
    'Sent from my iPhone',
    'Sent from my Galaxy S24, please excuse typos.',
    'Sent via the Samsung Galaxy A5, an AT&T 5G smartphone',
    'Get Outlook for Android<https://aka.ms/AAb9ysg>',
    'Von meinem iPhone gesendet',
    'Gesendet mit der GMX Mail App',
    'Envoyé de mon iPhone',
    'Envoyé depuis l’application Yahoo Mail pour Android',
    'Enviado desde mi iPhone',
    'Enviado do meu telemóvel',
    'Inviato da iPhone',
    'Verstuurd vanaf mijn iPad',
    'Skickat från min iPhone',
    'Sendt fra min iPad',
    'Lähetetty iPhonesta',
    'Wysłane z iPhone’a',
    'Odesláno z iPhonu',
    'Отправлено с iPhone',
    'Надіслано з мобільного телефона',
    'iPhoneから送信',
    '从我的 iPhone 发送',
    '나의 iPhone에서 보냄',
    'Sent from Proton Mail for iOS',
    'Sent from Yahoo Mail for iPhone',
  ])('%s', (line) => {
    expect(isDeviceLine(line)).toBe(true)
  })

  it.each([
    'I sent it from my phone yesterday, did you get it?',
    'Outlook for Android has stopped working.',
    'Приложение отправлено на проверку, а ответа нет.',
    '请问如何获取发票？',
    'The parcel was sent with the wrong mail.',
    'My phone is broken.',
    'Please call my mobile.',
    'Mail me when you come.',
  ])('is not: %s', (line) => {
    expect(isDeviceLine(line)).toBe(false)
  })
})
