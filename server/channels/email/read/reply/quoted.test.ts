import { describe, expect, it } from 'vitest'
import { withoutQuote } from './quoted.ts'

const theirs = 'Thursday suits us.\nPlease ring at the side door.'
const ours = '> We come on Thursday at nine, if that suits you.\n>\n> Ana'
const ana = 'Ana Costa <repairs@casa-amaral.example>'

/** How mail programs say "on this day, she wrote", each in its language. */
const attributions: [language: string, line: string][] = [
  ['English', `On Mon, Nov 23, 2026 at 10:04 AM ${ana} wrote:`],
  ['English, older', `On 23/11/26 10:04, Ana Costa wrote:`],
  ['German', `Am Mo., 23. Nov. 2026 um 10:04 Uhr schrieb ${ana}:`],
  ['German, name first', `Ana Costa schrieb am 23.11.2026 10:04:`],
  ['French', `Le lun. 23 nov. 2026 à 10:04, ${ana} a écrit :`],
  ['Spanish', `El lun, 23 nov 2026 a las 10:04, ${ana} escribió:`],
  ['Portuguese', `Em seg., 23 de nov. de 2026 às 10:04, ${ana} escreveu:`],
  ['Italian', `Il giorno lun 23 nov 2026 alle ore 10:04 ${ana} ha scritto:`],
  ['Catalan', `Missatge de ${ana} del dia dl., 23 de nov. 2026 a les 10:04:`],
  ['Dutch', `Op ma 23 nov 2026 om 10:04 schreef ${ana}:`],
  ['Dutch, Apple', `Op 23 nov 2026, om 10:04 heeft ${ana} het volgende geschreven:`],
  ['Swedish', `Den mån 23 nov. 2026 kl 10:04 skrev ${ana}:`],
  ['Danish', `Den man. 23. nov. 2026 kl. 10.04 skrev ${ana}:`],
  ['Norwegian', `man. 23. nov. 2026 kl. 10:04 skrev ${ana}:`],
  ['Finnish', `ma 23. marrask. 2026 klo 10.04 ${ana} kirjoitti:`],
  ['Icelandic', `Þann mán., 23. nóv. 2026 kl. 10:04 skrifaði ${ana}:`],
  ['Polish', `pon., 23 lis 2026 o 10:04 ${ana} napisał(a):`],
  ['Czech', `po 23. 11. 2026 v 10:04 odesílatel ${ana} napsal:`],
  ['Slovak', `po 23. 11. 2026 o 10:04 ${ana} napísal(a):`],
  ['Hungarian', `${ana} ezt írta (időpont: 2026. nov. 23., H, 10:04):`],
  ['Romanian', `În lun., 23 nov. 2026 la 10:04, ${ana} a scris:`],
  ['Slovene', `V V pon., 23. nov. 2026 ob 10:04 je oseba ${ana} napisala:`],
  ['Croatian', `pon, 23. stu 2026. u 10:04 ${ana} napisao je:`],
  ['Russian', `пн, 23 нояб. 2026 г. в 10:04, ${ana}:`],
  ['Ukrainian', `пн, 23 лист. 2026 р. о 10:04 ${ana} пише:`],
  ['Bulgarian', `На пн, 23.11.2026 г. в 10:04 ${ana} написа:`],
  ['Greek', `Στις Δευ 23 Νοε 2026 στις 10:04 π.μ., ο χρήστης ${ana} έγραψε:`],
  ['Turkish', `${ana}, 23 Kas 2026 Pzt, 10:04 tarihinde şunu yazdı:`],
  ['Lithuanian', `2026-11-23, pr, 10:04 ${ana} rašė:`],
  [
    'Latvian',
    `pirmd., 2026. g. 23. nov., plkst. 10:04 — lietotājs Ana Costa (<repairs@casa-amaral.example>) rakstīja:`,
  ],
  [
    'Estonian',
    `Kontakt Ana Costa (<repairs@casa-amaral.example>) kirjutas kuupäeval E, 23. november 2026 kell 10:04:`,
  ],
  ['Japanese', `2026年11月23日(月) 10:04 ${ana}:`],
  ['Chinese', `${ana} 于2026年11月23日周一 10:04写道：`],
  ['Korean', `2026년 11월 23일 (월) 오전 10:04, ${ana}님이 작성:`],
  ['Arabic', `في الاثنين، ٢٣ نوفمبر ٢٠٢٦ في ١٠:٠٤ ص تمت كتابة ما يلي بواسطة ${ana}:`],
  ['Hebrew', `בתאריך יום ב׳, 23 בנוב׳ 2026 ב-10:04 מאת ${ana}:`],
  ['Vietnamese', `Vào Th 2, 23 thg 11, 2026 vào lúc 10:04 ${ana} đã viết:`],
  ['Indonesian', `Pada Sen, 23 Nov 2026 pukul 10.04 ${ana} menulis:`],
  ['Thai', `ในวันที่ จ. 23 พ.ย. 2026 เวลา 10:04 ${ana} เขียนว่า:`],
  ['Swahili, of which we know no word', `Mnamo Jtt, 23 Nov 2026, 10:04 ${ana} aliandika:`],
]

/** Header lines as programs write them above an original. */
const blocks: [language: string, lines: string][] = [
  ['English', `From: ${ana}\nSent: Monday, 23 November 2026 10:04\nTo: Maria Lopes\nSubject: The boiler`],
  ['German', `Von: ${ana}\nGesendet: Montag, 23. November 2026 10:04\nAn: Maria Lopes\nBetreff: The boiler`],
  ['French', `De : ${ana}\nEnvoyé : lundi 23 novembre 2026 10:04\nÀ : Maria Lopes\nObjet : The boiler`],
  [
    'Spanish',
    `De: ${ana}\nEnviado el: lunes, 23 de noviembre de 2026 10:04\nPara: Maria Lopes\nAsunto: The boiler`,
  ],
  [
    'Portuguese',
    `De: ${ana}\nEnviada em: segunda-feira, 23 de novembro de 2026 10:04\nPara: Maria Lopes\nAssunto: The boiler`,
  ],
  ['Italian', `Da: ${ana}\nInviato: lunedì 23 novembre 2026 10:04\nA: Maria Lopes\nOggetto: The boiler`],
  [
    'Dutch',
    `Van: ${ana}\nVerzonden: maandag 23 november 2026 10:04\nAan: Maria Lopes\nOnderwerp: The boiler`,
  ],
  ['Swedish', `Från: ${ana}\nSkickat: den 23 november 2026 10:04\nTill: Maria Lopes\nÄmne: The boiler`],
  ['Norwegian', `Fra: ${ana}\nSendt: mandag 23. november 2026 10:04\nTil: Maria Lopes\nEmne: The boiler`],
  [
    'Finnish',
    `Lähettäjä: ${ana}\nLähetetty: maanantai 23. marraskuuta 2026 10.04\nVastaanottaja: Maria Lopes\nAihe: The boiler`,
  ],
  [
    'Polish',
    `Od: ${ana}\nWysłano: poniedziałek, 23 listopada 2026 10:04\nDo: Maria Lopes\nTemat: The boiler`,
  ],
  ['Czech', `Od: ${ana}\nOdesláno: pondělí 23. listopadu 2026 10:04\nKomu: Maria Lopes\nPředmět: The boiler`],
  [
    'Hungarian',
    `Feladó: ${ana}\nElküldve: 2026. november 23., hétfő 10:04\nCímzett: Maria Lopes\nTárgy: The boiler`,
  ],
  [
    'Romanian',
    `De la: ${ana}\nTrimis: luni, 23 noiembrie 2026 10:04\nCătre: Maria Lopes\nSubiect: The boiler`,
  ],
  ['Russian', `От: ${ana}\nОтправлено: 23 ноября 2026 г. 10:04\nКому: Maria Lopes\nТема: The boiler`],
  ['Ukrainian', `Від: ${ana}\nНадіслано: 23 листопада 2026 р. 10:04\nКому: Maria Lopes\nТема: The boiler`],
  ['Greek', `Από: ${ana}\nΣτάλθηκε: Δευτέρα, 23 Νοεμβρίου 2026 10:04\nΠρος: Maria Lopes\nΘέμα: The boiler`],
  [
    'Turkish',
    `Gönderen: ${ana}\nGönderildi: 23 Kasım 2026 Pazartesi 10:04\nKime: Maria Lopes\nKonu: The boiler`,
  ],
  ['Japanese', `差出人: ${ana}\n送信日時: 2026年11月23日 10:04\n宛先: Maria Lopes\n件名: The boiler`],
  ['Chinese', `发件人: ${ana}\n发送时间: 2026年11月23日 10:04\n收件人: Maria Lopes\n主题: The boiler`],
  [
    'Korean',
    `보낸 사람: ${ana}\n보낸 날짜: 2026년 11월 23일 월요일 오전 10:04\n받는 사람: Maria Lopes\n제목: The boiler`,
  ],
  [
    'English in bold, an address over two lines',
    `*From:* Ana Costa [mailto:\nrepairs@casa-amaral.example]\n*Sent:* Monday, 23 November 2026\n*To:* Maria\n*Subject:* The boiler`,
  ],
]

const separators = [
  '-----Original Message-----',
  '-------- Ursprüngliche Nachricht --------',
  '-------- Message d’origine --------',
  '-----Mensaje original-----',
  '---- Oprindelig meddelelse ----',
  '-------- Alkuperäinen viesti --------',
  '---------- Wiadomość oryginalna ----------',
  '-------- Исходное сообщение --------',
  '------------------ 原始邮件 ------------------',
  '*-------- Original Message --------*',
  '##- Please type your reply above this line -##',
]

describe('the quoted history goes', () => {
  it.each(attributions)('under an attribution in %s', (_language, line) => {
    expect(withoutQuote(`${theirs}\n\n${line}\n\n${ours}`)).toBe(theirs)
  })

  it.each(attributions)('under one in %s that was wrapped, with no blank line above', (_language, line) => {
    const middle = line.indexOf(' ', Math.floor(line.length / 2))
    const wrapped = `${line.slice(0, middle)}\n${line.slice(middle + 1)}`
    expect(withoutQuote(`${theirs}\n${wrapped}\n${ours}`)).toBe(theirs)
  })

  it.each(attributions)('under one in %s when nothing is marked with ">"', (_language, line) => {
    expect(withoutQuote(`${theirs}\n\n${line}\n\n${ours.replace(/^> ?/gm, '')}`)).toBe(theirs)
  })

  it.each(blocks)('under header lines in %s', (_language, block) => {
    expect(withoutQuote(`${theirs}\n\n${block}\n\nWe come on Thursday at nine.`)).toBe(theirs)
    expect(
      withoutQuote(`${theirs}\n________________________________\n${block}\n\nWe come on Thursday at nine.`),
    ).toBe(theirs)
  })

  it.each(separators)('under %s', (line) => {
    expect(withoutQuote(`${theirs}\n\n${line}\n\nWe come on Thursday at nine.`)).toBe(theirs)
  })

  it('when the attribution shares a line with the last words', () => {
    expect(
      withoutQuote(
        `Thursday, yes. On Mon, Nov 23, 2026 at 10:04 AM, ana@casa-amaral.example wrote:\n${ours}`,
      ),
    ).toBe('Thursday, yes.')
  })

  it('when the closing bracket of an address slipped to the next line', () => {
    expect(
      withoutQuote(
        `${theirs}\n\nOn Mon, Nov 23, 2026 Ana Costa <repairs@casa-amaral.example\n> wrote:\n\n${ours}`,
      ),
    ).toBe(theirs)
  })

  it('with pieces of it that lost their ">"', () => {
    expect(
      withoutQuote(
        `${theirs}\n\n${attributions[0]![1]}\n\n> We come on Thursday at nine with the new pump and the\nold seal in its bag.\n> Ana`,
      ),
    ).toBe(theirs)
  })
})

describe('the words of the customer stay', () => {
  it('below a quote', () => {
    expect(withoutQuote(`${attributions[0]![1]}\n${ours}\n\n${theirs}`)).toBe(theirs)
  })

  it('between quoted lines, with what they answer', () => {
    const text = withoutQuote(
      `Hello Ana,\n\n${attributions[0]![1]}\n> Is the door open?\n\nThe side door.\n\n> And the dog?\n\nAt her mother's.\n\n> Ana`,
    )
    expect(text).toContain('Hello Ana,')
    expect(text).toContain('> Is the door open?\n\nThe side door.')
    expect(text).toContain("> And the dog?\n\nAt her mother's.")
  })

  it('around a quote they made themselves', () => {
    const text = `You wrote to my neighbour:\n\n> nine o'clock\n\nIs it nine for us too?`
    expect(withoutQuote(text)).toBe(text)
  })

  it('above and below our letter', () => {
    expect(
      withoutQuote(`Yes.\n\n${attributions[0]![1]}\n${ours}\n\nOne more thing: the key is with the porter.`),
    ).toBe('Yes.\n\nOne more thing: the key is with the porter.')
  })

  it('when a quote is all there is', () => {
    expect(withoutQuote(ours)).toBe(ours)
    expect(withoutQuote(`${attributions[0]![1]}\n\nThursday suits us.`)).toBe('Thursday suits us.')
  })

  it.each([
    [
      'a sentence about a letter',
      'On Monday 23 November I wrote to ana@casa-amaral.example and this is what I got:\n\nNothing. The house is cold.',
    ],
    [
      'a sentence with a time and a colon',
      'I was home at 15:30 on 23 November 2026, and here is what I found:\n\nWater everywhere.',
    ],
    [
      'a form',
      'Name: Maria Lopes\nE-mail: maria.lopes@mail.example\nPhone: 910 000 101\nDate: 23.11.2026\nMessage: The boiler is cold again.',
    ],
    [
      'a list of dates',
      'I could be here:\n\n2026-11-24 14:30\n25.11.2026, 09:00\nNov 26, 2026 at 10:00\n\nWhat suits you?',
    ],
    ['a journey', 'From: Lisbon\nTo: Porto\nDate: 12 May\n\nCan you fetch the bread on the way?'],
    ['lines between paragraphs', 'First the tap.\n\n----\n\nThen the drain.\n\n====\n\nThat is all.'],
    ['a title between strokes', 'Please fill in.\n\n-------- Your measurements --------\n\n120 by 80'],
    ['arrows', 'Look here:\n>>> www.casa-amaral.example <<<\nIs that your page?'],
    ['someone else’s words', 'My neighbour said:\n\n"They come at nine."\n\nIs that so?'],
  ])('in %s', (_what, text) => {
    expect(withoutQuote(text)).toBe(text)
  })
})
