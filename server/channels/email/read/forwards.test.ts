import { expect, it } from 'vitest'
import { decode } from './decode.ts'
import { readForward } from './forward.ts'

// How mail programs of 2024 to 2026 hand a letter on, in the languages they come in. All letters are ours.

const body = 'Good morning,\n\nthe boiler is cold since Sunday.\n\nViktor'
const V = 'viktor@fernhill.example'
const programs: [program: string, subject: string, text: string][] = [
  [
    'gmail',
    'Fwd: The boiler',
    `---------- Forwarded message ---------\nFrom: Viktor Lind <${V}>\nDate: Wed, Nov 25, 2026 at 9:12 AM\nSubject: The boiler\nTo: <maria@mail.example>\n\n\n${body}`,
  ],
  [
    'gmail de',
    'Fwd: The boiler',
    `---------- Forwarded message ---------\nVon: Viktor Lind <${V}>\nDate: Mi., 25. Nov. 2026 um 09:12 Uhr\nSubject: The boiler\nTo: <maria@mail.example>\n\n\n${body}`,
  ],
  [
    'gmail ja',
    'Fwd: The boiler',
    `---------- Forwarded message ---------\nFrom: Viktor Lind <${V}>\nDate: 2026年11月25日(水) 9:12\nSubject: The boiler\nTo: <maria@mail.example>\n\n\n${body}`,
  ],
  [
    'apple',
    'Fwd: The boiler',
    `Begin forwarded message:\n\nFrom: Viktor Lind <${V}>\nSubject: The boiler\nDate: 25 November 2026 at 09:12:00 GMT\nTo: maria@mail.example\n\n${body}`,
  ],
  [
    'apple de',
    'Fwd: The boiler',
    `Anfang der weitergeleiteten Nachricht:\n\nVon: Viktor Lind <${V}>\nBetreff: The boiler\nDatum: 25. November 2026 um 09:12:00 MEZ\nAn: maria@mail.example\n\n${body}`,
  ],
  [
    'apple iphone fr quoted',
    'Tr : The boiler',
    `Envoyé de mon iPhone\n\nDébut du message transféré :\n\n> De: Viktor Lind <${V}>\n> Date: 25 novembre 2026 à 09:12:00 UTC+1\n> À: maria@mail.example\n> Objet: The boiler\n> \n> ${body.replaceAll('\n', '\n> ')}`,
  ],
  [
    'apple ja',
    'Fwd: The boiler',
    `転送されたメッセージ:\n\n差出人: Viktor Lind <${V}>\n日時: 2026年11月25日 9:12:00 JST\n宛先: maria@mail.example\n件名: The boiler\n\n${body}`,
  ],
  [
    'apple zh',
    'Fwd: The boiler',
    `下面是被转发的邮件：\n\n发件人: Viktor Lind <${V}>\n主题: The boiler\n日期: 2026年11月25日 GMT+8 09:12:00\n收件人: maria@mail.example\n\n${body}`,
  ],
  [
    'apple ru',
    'Fwd: The boiler',
    `Начало переадресованного сообщения:\n\nОт: Viktor Lind <${V}>\nТема: The boiler\nДата: 25 ноября 2026 г. в 09:12:00 GMT+3\nКому: maria@mail.example\n\n${body}`,
  ],
  [
    'outlook mobile',
    'Fw: The boiler',
    `Get Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Viktor Lind <${V}>\nSent: Wednesday, November 25, 2026 9:12:00 AM\nTo: Maria <maria@mail.example>\nSubject: The boiler\n\n${body}`,
  ],
  [
    'outlook de',
    'WG: The boiler',
    `Von: Viktor Lind <${V}> \nGesendet: Mittwoch, 25. November 2026 09:12\nAn: Maria <maria@mail.example>\nBetreff: The boiler\n\n${body}`,
  ],
  [
    'outlook sv',
    'VB: The boiler',
    `Från: Viktor Lind <${V}> \nSkickat: den 25 november 2026 09:12\nTill: Maria <maria@mail.example>\nÄmne: The boiler\n\n${body}`,
  ],
  [
    'outlook ko',
    'FW: The boiler',
    `보낸 사람: Viktor Lind <${V}> \n보낸 날짜: 2026년 11월 25일 수요일 오전 9:12\n받는 사람: Maria <maria@mail.example>\n제목: The boiler\n\n${body}`,
  ],
  [
    'outlook pt',
    'ENC: The boiler',
    `De: Viktor Lind <${V}> \nEnviada em: quarta-feira, 25 de novembro de 2026 09:12\nPara: Maria <maria@mail.example>\nAssunto: The boiler\n\n${body}`,
  ],
  [
    'outlook pl',
    'PD: The boiler',
    `Od: Viktor Lind <${V}> \nWysłano: środa, 25 listopada 2026 09:12\nDo: Maria <maria@mail.example>\nTemat: The boiler\n\n${body}`,
  ],
  [
    'outlook tr',
    'İLT: The boiler',
    `Kimden: Viktor Lind <${V}> \nGönderildi: 25 Kasım 2026 Çarşamba 09:12\nKime: Maria <maria@mail.example>\nKonu: The boiler\n\n${body}`,
  ],
  [
    'outlook he',
    'הועבר: The boiler',
    `מאת: Viktor Lind <${V}> \nנשלח: יום רביעי 25 נובמבר 2026 09:12\nאל: Maria <maria@mail.example>\nנושא: The boiler\n\n${body}`,
  ],
  [
    'thunderbird',
    'Fwd: The boiler',
    `\n\n-------- Forwarded Message --------\nSubject: \tThe boiler\nDate: \tWed, 25 Nov 2026 09:12:00 +0000\nFrom: \tViktor Lind <${V}>\nTo: \tmaria@mail.example\n\n\n\n${body}`,
  ],
  [
    'thunderbird it',
    'Fwd: The boiler',
    `-------- Messaggio Inoltrato --------\nOggetto: \tThe boiler\nData: \tWed, 25 Nov 2026 09:12:00 +0000\nMittente: \tViktor Lind <${V}>\nA: \tmaria@mail.example\n\n${body}`,
  ],
  [
    'thunderbird fr, its subject by another name',
    'Tr: The boiler',
    `-------- Message transféré --------\nSujet : \tThe boiler\nDate : \tWed, 25 Nov 2026 09:12:00 +0100\nDe : \tViktor Lind <${V}>\nPour : \tmaria@mail.example\n\n\n\n${body}`,
  ],
  [
    'thunderbird cs',
    'Fwd: The boiler',
    `-------- Přeposlaná zpráva --------\nPředmět: \tThe boiler\nDatum: \tWed, 25 Nov 2026 09:12:00 +0000\nOd: \tViktor Lind <${V}>\nKomu: \tmaria@mail.example\n\n${body}`,
  ],
  [
    'samsung',
    'Fwd: The boiler',
    `Sent from my Galaxy\n\n\n-------- Original message --------\nFrom: Viktor Lind <${V}> \nDate: 25/11/2026 09:12 (GMT+00:00) \nTo: maria@mail.example \nSubject: The boiler \n\n${body}`,
  ],
  [
    'samsung, run together',
    'Fwd: The boiler',
    `Sendt fra min Galaxy\n-------- Oprindelig meddelelse --------Fra: Viktor Lind <${V}> Dato: 25.11.2026  09.12  (GMT+01:00) Til: Maria <maria@mail.example> Emne: The boiler \n${body}`,
  ],
  [
    'yahoo',
    'Fw: The boiler',
    `   ----- Forwarded Message ----- From: Viktor Lind <${V}>To: "maria@mail.example" <maria@mail.example>Sent: Wednesday, November 25, 2026 at 09:12:00 AM GMTSubject: The boiler\n ${body}`,
  ],
  [
    'yahoo lines',
    'Fw: The boiler',
    `----- Forwarded Message -----\nFrom: Viktor Lind <${V}>\nTo: "maria@mail.example" <maria@mail.example>\nSent: Wednesday, November 25, 2026 at 09:12:00 AM GMT\nSubject: The boiler\n\n${body}`,
  ],
  [
    'proton',
    'Fw: The boiler',
    `Sent with Proton Mail secure email.\n\n------- Forwarded Message -------\nFrom: Viktor Lind <${V}>\nDate: On Wednesday, November 25th, 2026 at 9:12 AM\nSubject: The boiler\nTo: maria@mail.example <maria@mail.example>\n\n> ${body.replaceAll('\n', '\n> ')}`,
  ],
  [
    'zoho',
    'Fwd: The boiler',
    `============ Forwarded message ============\nFrom: Viktor Lind <${V}>\nTo: <maria@mail.example>\nDate: Wed, 25 Nov 2026 09:12:00 +0000\nSubject: The boiler\n============ Forwarded message ============\n\n${body}`,
  ],
  [
    'gmx',
    'Fw: The boiler',
    `Gesendet: Mittwoch, 25. November 2026 um 09:12 Uhr\nVon: "Viktor Lind" <${V}>\nAn: maria@mail.example\nBetreff: The boiler\n\n${body}`,
  ],
  [
    'qq',
    '转发：The boiler',
    `------------------ 原始邮件 ------------------\n发件人: "Viktor Lind" <${V}>;\n发送时间: 2026年11月25日(星期三) 上午9:12\n收件人: "maria"<maria@mail.example>;\n主题: The boiler\n\n${body}`,
  ],
  [
    'naver',
    'FW: The boiler',
    `-----Original Message-----\nFrom: "Viktor Lind"<${V}>\nTo: <maria@mail.example>;\nCc:\nSent: 2026. 11. 25. (수) 09:12 (GMT+09:00)\nSubject: The boiler\n\n${body}`,
  ],
  [
    'roundcube',
    'Fwd: The boiler',
    `-------- Original Message --------\nSubject: The boiler\nDate: 2026-11-25 09:12\nFrom: Viktor Lind <${V}>\nTo: maria@mail.example\n\n${body}`,
  ],
  [
    'spark',
    'Fwd: The boiler',
    `---------- Forwarded message ----------\nFrom: Viktor Lind <${V}>\nDate: 25 Nov 2026 at 9:12 AM +0000\nTo: maria@mail.example\nSubject: The boiler\n\n> ${body.replaceAll('\n', '\n> ')}`,
  ],
  [
    'fastmail',
    'Fwd: The boiler',
    `----- Original message -----\nFrom: Viktor Lind <${V}>\nTo: maria@mail.example\nSubject: The boiler\nDate: Wednesday, November 25, 2026 9:12 AM\n\n${body}`,
  ],
  [
    'mail.ru',
    'Fwd: The boiler',
    `-------- Пересылаемое сообщение --------\nОт: Viktor Lind <${V}>\nКому: maria@mail.example\nДата: Среда, 25 ноября 2026, 9:12 +03:00\nТема: The boiler\n\n${body}`,
  ],
  [
    'yandex',
    'Fwd: The boiler',
    `-------- Пересылаемое сообщение --------\n25.11.2026, 09:12, "Viktor Lind" <${V}>:\n\n${body}`,
  ],
  [
    'tuta',
    'FWD: The boiler',
    `Date: 25 Nov 2026, 09:12\nFrom: ${V}\nTo: maria@mail.example\nSubject: The boiler\n\n\n${body}`,
  ],
  [
    'em client',
    'Fwd: The boiler',
    `------ Forwarded Message ------\nFrom "Viktor Lind" <${V}>\nTo maria@mail.example\nDate 25/11/2026 09:12:00\nSubject The boiler\n\n${body}`,
  ],
  [
    'hey',
    'Fwd: The boiler',
    `Begin forwarded message:\n\nFrom: Viktor Lind <${V}>\nDate: November 25, 2026\nSubject: The boiler\nTo: maria@mail.example\n\n${body}`,
  ],
  [
    'kmail',
    'Fwd: The boiler',
    `----------  Forwarded Message  ----------\n\nSubject: The boiler\nDate: Wednesday, 25 November 2026, 09:12:00 CET\nFrom: Viktor Lind <${V}>\nTo: maria@mail.example\n\n${body}\n-----------------------------------------`,
  ],
  [
    'claws',
    'Fw: The boiler',
    `Begin forwarded message:\n\nDate: Wed, 25 Nov 2026 09:12:00 +0000\nFrom: Viktor Lind <${V}>\nTo: maria@mail.example\nSubject: The boiler\n\n\n${body}`,
  ],
  [
    'lotus',
    'Fw: The boiler',
    `----- Forwarded by Maria Lopes/Lisbon/Casa on 25/11/2026 10:00 -----\n\nFrom:\tViktor Lind <${V}>\nTo:\tmaria@mail.example\nDate:\t25/11/2026 09:12\nSubject:\tThe boiler\n\n\n\n${body}`,
  ],
  [
    'zimbra fr',
    'Fwd: The boiler',
    `----- Mail transféré -----\nDe: "Viktor Lind" <${V}>\nÀ: "maria" <maria@mail.example>\nEnvoyé: Mercredi 25 Novembre 2026 09:12:00\nObjet: The boiler\n\n${body}`,
  ],
]

const lines = (text: string) =>
  text
    .replace(/\n\n+/g, '\n')
    .replace(/\n-{20,}$/, '')
    .trim()

it.each(programs)('%s: sender, subject and words, with and without a comment', (_, subject, text) => {
  for (const comment of ['', 'Could you look at this?\n\n']) {
    const mail = decode(
      Buffer.from(
        `From: Maria Lopes <maria@mail.example>\r\nTo: hello@brightpipe.example\r\nSubject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${(comment + text).replaceAll('\n', '\r\n')}`,
      ),
    )
    const forwarded = readForward(mail, mail.text.trim())
    expect(forwarded).toMatchObject({ from: { email: V }, subject: 'The boiler' })
    expect(lines(forwarded!.text)).toBe(lines(body))
  }
})
