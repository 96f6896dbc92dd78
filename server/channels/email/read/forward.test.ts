import { describe, expect, it } from 'vitest'
import { customers } from '#cast/people.ts'
import { decode } from './decode.ts'
import { readForward } from './forward.ts'

const { paul } = customers
const words = 'The radiator in the hall is cold since Sunday.\n\nPaul'
const letter = (subject: string, text: string, more: string[] = []) => {
  const mail = decode(
    Buffer.from(
      [
        `From: Ben Okafor <ben@casa-amaral.example>`,
        'To: repairs@casa-amaral.example',
        `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
        'Content-Type: text/plain; charset=utf-8',
        ...more,
        '',
        text,
      ].join('\r\n'),
    ),
  )
  return readForward(mail, mail.text)
}
const who = `${paul.name} <${paul.email}>`
const theirs = { from: { name: paul.name, email: paul.email }, text: words }

const programs: [program: string, subject: string, text: string][] = [
  [
    'Gmail',
    'Fwd: Cold radiator',
    `---------- Forwarded message ---------\nFrom: ${who}\nDate: Mon, Nov 23, 2026 at 10:04 AM\nSubject: Cold radiator\nTo: <ben@casa-amaral.example>\n\n\n${words}`,
  ],
  [
    'Gmail in German',
    'Fwd: Cold radiator',
    `---------- Weitergeleitete Nachricht ---------\nVon: ${who}\nDatum: Mo., 23. Nov. 2026 um 10:04 Uhr\nBetreff: Cold radiator\nAn: <ben@casa-amaral.example>\n\n\n${words}`,
  ],
  [
    'Outlook',
    'FW: Cold radiator',
    `From: ${who}\nSent: Monday, November 23, 2026 10:04 AM\nTo: Ben Okafor\nSubject: Cold radiator\n\n${words}`,
  ],
  [
    'Outlook in French',
    'TR : Cold radiator',
    `De : ${who}\nEnvoyé : lundi 23 novembre 2026 10:04\nÀ : Ben Okafor\nObjet : Cold radiator\n\n${words}`,
  ],
  [
    'Outlook whose subject lost its "FW:"',
    'Cold radiator',
    `From: ${who}\nSent: Monday, November 23, 2026 10:04 AM\nTo: Ben Okafor\nSubject: Cold radiator\n\n${words}`,
  ],
  [
    'Outlook on the web',
    'Fw: Cold radiator',
    `________________________________\nFrom: ${who}\nSent: Monday, November 23, 2026 10:04 AM\nTo: Ben Okafor <ben@casa-amaral.example>\nSubject: Cold radiator\n\n${words}`,
  ],
  [
    'Apple Mail',
    'Fwd: Cold radiator',
    `> Begin forwarded message:\n>\n> From: ${who}\n> Subject: Cold radiator\n> Date: 23 November 2026 at 10:04:00 GMT\n> To: ben@casa-amaral.example\n>\n${words.replace(/^/gm, '> ')}`,
  ],
  [
    'Thunderbird in Portuguese',
    'Fwd: Cold radiator',
    `-------- Mensagem reencaminhada --------\nAssunto: Cold radiator\nData: Mon, 23 Nov 2026 10:04:00 +0000\nDe: ${who}\nPara: ben@casa-amaral.example\n\n\n\n${words}`,
  ],
  [
    'Yahoo',
    'Fw: Cold radiator',
    `----- Forwarded Message -----\nFrom: ${who}\nTo: Ben Okafor <ben@casa-amaral.example>\nSent: Monday, November 23, 2026 at 10:04:00 AM GMT\nSubject: Cold radiator\n\n${words}`,
  ],
  [
    'a program in Polish',
    'PD: Cold radiator',
    `-------- Wiadomość przekazana --------\nTemat: Cold radiator\nData: 23 listopada 2026 10:04\nOd: ${who}\nDo: ben@casa-amaral.example\n\n${words}`,
  ],
]

describe('a forwarded letter', () => {
  it.each(programs)('by %s tells whose it is, what about, and its words', (_program, subject, text) => {
    expect(letter(subject, text)).toMatchObject({ ...theirs, subject: 'Cold radiator' })
  })

  it.each(programs)('by %s also below a few words to a colleague', (_program, subject, text) => {
    expect(letter(subject, `Can you look at this one?\n\n${text}`)).toMatchObject(theirs)
  })

  it('that is enclosed as a file tells the same', () => {
    const mail = decode(
      Buffer.from(
        `From: Ben Okafor <ben@casa-amaral.example>\r\nTo: repairs@casa-amaral.example\r\nSubject: Fwd: Cold radiator\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee enclosed.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: ${who}\r\nSubject: Cold radiator\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words.replaceAll('\n', '\r\n')}\r\n--b--\r\n`,
      ),
    )
    expect(readForward(mail, mail.text)).toEqual({ ...theirs, subject: 'Cold radiator' })
  })
})

describe('no forward', () => {
  const answered = ['In-Reply-To: <1@casa-amaral.example>']
  it.each([
    [
      'an answer from Outlook',
      'RE: Cold radiator',
      `Thank you!\n\nFrom: Casa Amaral <repairs@casa-amaral.example>\nSent: Monday, November 23, 2026 10:04 AM\nTo: Paul\nSubject: Cold radiator\n\nWe come on Thursday.`,
      answered,
    ],
    [
      'an answer to a forward',
      'Re: Fwd: Cold radiator',
      `Done.\n\n---------- Forwarded message ---------\nFrom: ${who}\nSubject: Cold radiator\n\n${words}`,
      answered,
    ],
    [
      'an answer from Outlook without any header of answering',
      'Cold radiator',
      `Thank you!\n\nFrom: Casa Amaral <repairs@casa-amaral.example>\nSent: Monday, November 23, 2026 10:04 AM\nTo: Paul\nSubject: Cold radiator\n\nWe come on Thursday.`,
      [],
    ],
    ['a letter of one’s own', 'Cold radiator', words, []],
    [
      'a wish to have something forwarded',
      'Please forward this',
      'Could you forward my letter to Ben? From: me. To: him.',
      [],
    ],
  ])('is %s', (_what, subject, text, headers) => {
    expect(letter(subject, text, headers)).toBeNull()
  })
})
