import { expect, it } from 'vitest'
import { decode } from '../decode.ts'
import { visibleReply } from './visible.ts'

// How mail programs of 2024 to 2026 put a quoted letter below the words, each in a language it comes in. All letters are ours.

const A = 'hello@brightpipe.example'
interface Letter {
  program: string
  own: string
  tail: string
}
const q = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
const earlier =
  'Good morning Maria,\n\nwe can come on Thursday between nine and eleven.\nWould that suit you?\n\nKind regards\nInes'
const letters: Letter[] = []
/** What a program puts below the writer's words: its own line, an attribution, the quoted letter. */
function below(program: string, own: string, attribution: string, marked = true, line = ''): void {
  letters.push({ program, own, tail: `${line}${attribution}\n${marked ? q(earlier) : `\n${earlier}`}` })
}
below(
  'gmail pt-BR',
  'Quinta está ótimo.\nPodem vir às dez?',
  `Em qua., 25 de nov. de 2026 às 09:12, Brightpipe <${A}> escreveu:\n`,
)
below(
  'gmail ja',
  '木曜日で大丈夫です。\nよろしくお願いします。',
  `2026年11月25日(水) 9:12 Brightpipe <${A}>:\n`,
)
below(
  'gmail ko',
  '목요일 좋습니다.\n오전 열 시에 와 주세요.',
  `2026년 11월 25일 (수) 오전 9:12, Brightpipe <${A}>님이 작성:\n`,
)
below('gmail zh-CN', '星期四可以。\n请十点来。', `Brightpipe <${A}> 于2026年11月25日周三 09:12写道：\n`)
below('gmail zh-TW', '星期四可以。', `Brightpipe <${A}> 於 2026年11月25日 週三 上午9:12寫道：\n`)
below(
  'gmail pl',
  'Czwartek pasuje.\nProszę o dziesiątej.',
  `śr., 25 lis 2026 o 09:12 Brightpipe <${A}> napisał(a):\n`,
)
below('gmail tr', 'Perşembe uygun.', `Brightpipe <${A}>, 25 Kas 2026 Çar, 09:12 tarihinde şunu yazdı:\n`)
below(
  'gmail ru',
  'Четверг подходит.\nПриходите к десяти.',
  `ср, 25 нояб. 2026 г. в 09:12, Brightpipe <${A}>:\n`,
)
below(
  'gmail hu, broken at its month',
  'Jó lesz.\nKérem, csengessen kétszer.',
  `Brightpipe Ügyfélszolgálat <${A}> ezt írta (időpont: 2026. dec.\n2., Sze, 14:20):\n`,
)
below(
  'gmail ca, broken at its month',
  'Perfecte, dijous.',
  `Missatge de Brightpipe Lisboa <${A}> del dia dc., 25 de nov.\n2026 a les 9:12:\n`,
)
below(
  'apple pl',
  'Czwartek pasuje.',
  `Wiadomość napisana przez Brightpipe Serwis <${A}> w dniu 25 lis 2026, o godz. 09:12:\n`,
)
for (const [program, line] of [
  ['outlook mobile fr', 'Obtenir Outlook pour iOS'],
  ['outlook mobile nl', 'Outlook voor Android downloaden'],
  ['outlook mobile de', 'Outlook für iOS herunterladen'],
  ['outlook mobile pt', 'Obter o Outlook para Android'],
  ['windows mail fr', 'Provenance : Courrier pour Windows'],
  [
    'an app whose link has a line of its own',
    'Gesendet mit der GMX Mail App\n<https://mail.example/app?from=footer>',
  ],
] as const)
  below(
    program,
    'Donnerstag passt.\nBitte zweimal klingeln.',
    `On 25 Nov 2026, at 09:12, Brightpipe <${A}> wrote:\n`,
    true,
    `${line}\n\n`,
  )
below('gmail uk', 'Четвер підходить.', `ср, 25 лист. 2026 р. о 09:12 Brightpipe <${A}> пише:\n`)
below('gmail cs', 'Čtvrtek se hodí.', `st 25. 11. 2026 v 9:12 odesílatel Brightpipe <${A}> napsal:\n`)
below('gmail hu', 'A csütörtök jó.', `Brightpipe <${A}> ezt írta (időpont: 2026. nov. 25., Sze, 9:12):\n`)
below('gmail fi', 'Torstai sopii.', `ke 25. marrask. 2026 klo 9.12 Brightpipe (${A}) kirjoitti:\n`)
below(
  'gmail el',
  'Η Πέμπτη είναι καλή.',
  `Στις Τετ 25 Νοε 2026 στις 9:12 π.μ., ο/η Brightpipe <${A}> έγραψε:\n`,
)
below(
  'gmail he',
  'יום חמישי מתאים.',
  `\u202bבתאריך יום ד׳, 25 בנוב׳ 2026 ב-9:12 מאת \u202aBrightpipe\u202c\u200f <\u202a${A}\u202c\u200f>:\u202c\n`,
)
below('gmail ar', 'الخميس مناسب.', `في الأربعاء، ٢٥ نوفمبر ٢٠٢٦ ٩:١٢ ص، كتب Brightpipe <${A}>:\n`)
below('gmail fa', 'پنجشنبه خوب است.', `در تاریخ چهارشنبه ۲۵ نوامبر ۲۰۲۶،‏ ۹:۱۲ Brightpipe <${A}> نوشت:\n`)
below('gmail vi', 'Thứ năm được ạ.', `Vào Th 4, 25 thg 11, 2026 vào lúc 09:12 Brightpipe <${A}> đã viết:\n`)
below('gmail th', 'วันพฤหัสได้ค่ะ', `ในวันที่ พ. 25 พ.ย. 2026 เวลา 09:12 Brightpipe <${A}> เขียนว่า:\n`)
below('gmail id', 'Kamis bisa.', `Pada tanggal Rab, 25 Nov 2026 pukul 09.12 Brightpipe <${A}> menulis:\n`)
below('gmail ro', 'Joi este bine.', `În mie., 25 nov. 2026 la 09:12, Brightpipe <${A}> a scris:\n`)
below('gmail bg', 'Четвъртък е добре.', `На ср, 25.11.2026 г. в 9:12 Brightpipe <${A}> написа:\n`)
below('gmail hr', 'Četvrtak odgovara.', `sri, 25. stu 2026. u 9:12 Brightpipe <${A}> napisao je:\n`)
below(
  'gmail sl',
  'Četrtek je v redu.',
  `V V sre., 25. nov. 2026 ob 09:12 je oseba Brightpipe <${A}> napisala:\n`,
)
below('gmail sk', 'Štvrtok vyhovuje.', `st 25. 11. 2026 o 9:12 Brightpipe <${A}> napísal(a):\n`)
below('gmail ca', 'Dijous va bé.', `Missatge de Brightpipe <${A}> del dia dc., 25 de nov. 2026 a les 9:12:\n`)
below('gmail et', 'Neljapäev sobib.', `Kuupäev K, 25. november 2026 kell 09:12 kirjutas Brightpipe <${A}>:\n`)
below('gmail lt', 'Ketvirtadienis tinka.', `2026-11-25, tr, 09:12 Brightpipe <${A}> rašė:\n`)
below(
  'gmail lv',
  'Ceturtdiena der.',
  `trešd., 2026. g. 25. nov., plkst. 09:12 — lietotājs Brightpipe (<${A}>) rakstīja:\n`,
)
below('gmail hi', 'गुरुवार ठीक है।', `बुध, 25 नव॰ 2026 को 9:12 am बजे को Brightpipe <${A}> ने लिखा:\n`)
below('apple fr', 'Jeudi me convient.', `Le 25 nov. 2026 à 09:12, Brightpipe <${A}> a écrit :\n`)
below(
  'apple it',
  'Giovedì va bene.',
  `Il giorno 25 nov 2026, alle ore 09:12, Brightpipe <${A}> ha scritto:\n`,
)
below(
  'apple nl',
  'Donderdag is goed.',
  `Op 25 nov 2026, om 09:12 heeft Brightpipe <${A}> het volgende geschreven:\n`,
)
below(
  'apple iphone nl',
  'Donderdag is goed.',
  `Op 25 nov. 2026 om 09:12 heeft Brightpipe <${A}> het volgende geschreven:\n\n﻿`,
  true,
  'Verstuurd vanaf mijn iPhone\n\n',
)
below('apple sv', 'Torsdag går bra.', `25 nov. 2026 kl. 09:12 skrev Brightpipe <${A}>:\n`)
below('apple da', 'Torsdag er fint.', `Den 25. nov. 2026 kl. 09.12 skrev Brightpipe <${A}>:\n`)
below(
  'apple es',
  'El jueves está bien.',
  `El 25 nov 2026, a las 9:12, Brightpipe <${A}> escribió:\n`,
  true,
  'Enviado desde mi iPhone\n\n',
)
below(
  'apple ja',
  '木曜日で大丈夫です。',
  `2026/11/25 9:12、Brightpipe <${A}>のメール:\n`,
  true,
  'iPhoneから送信\n\n',
)
below(
  'apple zh',
  '星期四可以。',
  `在 2026年11月25日，09:12，Brightpipe <${A}> 写道：\n`,
  true,
  '发自我的iPhone\n\n',
)
const header = (l: string[], rule = true) =>
  `${rule ? '________________________________\n' : ''}${l[0]}: Brightpipe <${A}>\n${l[1]}: ${l[4] ?? '25 November 2026 09:12'}\n${l[2]}: Maria Lopes <maria@mail.example>\n${l[3]}: Re: The tap\n`
for (const [language, own, l, advertisement] of [
  [
    'en',
    'Thursday is fine.\nCome at ten.',
    ['From', 'Sent', 'To', 'Subject', 'Wednesday, November 25, 2026 9:12:00 AM'],
    'Get Outlook for iOS<https://aka.ms/o0ukef>',
  ],
  [
    'de',
    'Donnerstag passt.',
    ['Von', 'Gesendet', 'An', 'Betreff', 'Mittwoch, 25. November 2026 09:12:00'],
    'Holen Sie sich Outlook für Android<https://aka.ms/AAb9ysg>',
  ],
  [
    'fr',
    'Jeudi me va.',
    ['De', 'Envoyé', 'À', 'Objet', 'mercredi 25 novembre 2026 09:12'],
    'Télécharger Outlook pour iOS<https://aka.ms/o0ukef>',
  ],
  [
    'es',
    'El jueves va bien.',
    ['De', 'Enviado', 'Para', 'Asunto', 'miércoles, 25 de noviembre de 2026 9:12'],
    'Obtener Outlook para Android<https://aka.ms/AAb9ysg>',
  ],
  [
    'it',
    'Giovedì va bene.',
    ['Da', 'Inviato', 'A', 'Oggetto', 'mercoledì 25 novembre 2026 09:12'],
    'Ottieni Outlook per iOS<https://aka.ms/o0ukef>',
  ],
  [
    'pl',
    'Czwartek pasuje.',
    ['Od', 'Wysłane', 'Do', 'Temat', 'środa, 25 listopada 2026 09:12'],
    'Pobierz aplikację Outlook dla systemu iOS<https://aka.ms/o0ukef>',
  ],
  [
    'nl',
    'Donderdag is goed.',
    ['Van', 'Verzonden', 'Aan', 'Onderwerp', 'woensdag 25 november 2026 09:12'],
    'Outlook voor iOS downloaden<https://aka.ms/o0ukef>',
  ],
  [
    'pt',
    'Quinta está bem.',
    ['De', 'Enviada', 'Para', 'Assunto', 'quarta-feira, 25 de novembro de 2026 09:12'],
    'Obter o Outlook para iOS<https://aka.ms/o0ukef>',
  ],
  [
    'sv',
    'Torsdag går bra.',
    ['Från', 'Skickat', 'Till', 'Ämne', 'den 25 november 2026 09:12'],
    'Skaffa Outlook för iOS<https://aka.ms/o0ukef>',
  ],
  [
    'ja',
    '木曜日で大丈夫です。',
    ['差出人', '送信日時', '宛先', '件名', '2026年11月25日 9:12:00'],
    'Outlook for iOS を入手<https://aka.ms/o0ukef>',
  ],
  [
    'zh',
    '星期四可以。',
    ['发件人', '发送时间', '收件人', '主题', '2026年11月25日 9:12:00'],
    '获取 Outlook for iOS<https://aka.ms/o0ukef>',
  ],
  [
    'ko',
    '목요일 좋습니다.',
    ['보낸 사람', '보낸 날짜', '받는 사람', '제목', '2026년 11월 25일 수요일 오전 9:12:00'],
    'Outlook for iOS 다운로드<https://aka.ms/o0ukef>',
  ],
  [
    'ru',
    'Четверг подходит.',
    ['От', 'Отправлено', 'Кому', 'Тема', '25 ноября 2026 г. 9:12:00'],
    'Получить Outlook для iOS<https://aka.ms/o0ukef>',
  ],
  [
    'tr',
    'Perşembe uygun.',
    ['Gönderen', 'Gönderildi', 'Kime', 'Konu', '25 Kasım 2026 Çarşamba 09:12'],
    "iOS için Outlook'u edinin<https://aka.ms/o0ukef>",
  ],
  [
    'cs',
    'Čtvrtek se hodí.',
    ['Od', 'Odesláno', 'Komu', 'Předmět', 'středa 25. listopadu 2026 9:12'],
    'Získat Outlook pro iOS<https://aka.ms/o0ukef>',
  ],
  [
    'hu',
    'A csütörtök jó.',
    ['Feladó', 'Elküldve', 'Címzett', 'Tárgy', '2026. november 25., szerda 9:12'],
    'Az iOS Outlook beszerzése<https://aka.ms/o0ukef>',
  ],
  [
    'fi',
    'Torstai sopii.',
    ['Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Aihe', 'keskiviikko 25. marraskuuta 2026 9.12'],
    'Hanki Outlook for iOS<https://aka.ms/o0ukef>',
  ],
  [
    'da',
    'Torsdag er fint.',
    ['Fra', 'Sendt', 'Til', 'Emne', '25. november 2026 09:12'],
    'Hent Outlook til iOS<https://aka.ms/o0ukef>',
  ],
  [
    'no',
    'Torsdag passer.',
    ['Fra', 'Sendt', 'Til', 'Emne', 'onsdag 25. november 2026 09:12'],
    'Skaff deg Outlook for iOS<https://aka.ms/o0ukef>',
  ],
  [
    'el',
    'Η Πέμπτη είναι καλή.',
    ['Από', 'Στάλθηκε', 'Προς', 'Θέμα', 'Τετάρτη, 25 Νοεμβρίου 2026 9:12'],
    'Αποκτήστε το Outlook για iOS<https://aka.ms/o0ukef>',
  ],
  [
    'ro',
    'Joi e bine.',
    ['De la', 'Trimis', 'Către', 'Subiect', 'miercuri, 25 noiembrie 2026 09:12'],
    'Obțineți Outlook pentru iOS<https://aka.ms/o0ukef>',
  ],
  [
    'uk',
    'Четвер підходить.',
    ['Від', 'Надіслано', 'Кому', 'Тема', '25 листопада 2026 р. 9:12'],
    'Отримати Outlook для iOS<https://aka.ms/o0ukef>',
  ],
  [
    'he',
    'יום חמישי מתאים.',
    ['מאת', 'נשלח', 'אל', 'נושא', 'יום רביעי 25 נובמבר 2026 9:12'],
    'קבל את Outlook עבור iOS<https://aka.ms/o0ukef>',
  ],
  [
    'ar',
    'الخميس مناسب.',
    ['من', 'تم الإرسال', 'إلى', 'الموضوع', 'الأربعاء 25 نوفمبر 2026 9:12'],
    'الحصول على Outlook لـ iOS<https://aka.ms/o0ukef>',
  ],
] as [string, string, string[], string][]) {
  letters.push({
    program: `outlook mobile ${language}`,
    own,
    tail: `${advertisement}\n${header(l)}\n${earlier}`,
  })
  letters.push({ program: `outlook desktop ${language}`, own, tail: `${header(l, false)}\n${earlier}` })
}
below(
  'samsung en',
  'Thursday is fine.',
  `-------- Original message --------\nFrom: Brightpipe <${A}> \nDate: 25/11/2026  09:12  (GMT+00:00) \nTo: maria@mail.example \nSubject: Re: The tap \n`,
  false,
  'Sent from my Galaxy\n\n\n',
)
below(
  'samsung es',
  'El jueves va bien.',
  `-------- Mensaje original --------\nDe: Brightpipe <${A}> \nFecha: 25/11/26  9:12  (GMT+01:00) \nPara: maria@mail.example \nAsunto: Re: The tap \n`,
  false,
  'Enviado desde mi Galaxy\n\n\n',
)
below(
  'samsung de',
  'Donnerstag passt.',
  `-------- Ursprüngliche Nachricht --------\nVon: Brightpipe <${A}> \nDatum: 25.11.26  09:12  (GMT+01:00) \nAn: maria@mail.example \nBetreff: Re: The tap \n`,
  false,
  'Von meinem Galaxy gesendet\n\n\n',
)
below(
  'samsung pl',
  'Czwartek pasuje.',
  `-------- Oryginalna wiadomość --------\nOd: Brightpipe <${A}> \nData: 25.11.2026  09:12  (GMT+01:00) \nDo: maria@mail.example \nTemat: Re: The tap \n`,
  false,
  'Wysłane z mojego Galaxy\n\n',
)
below(
  'samsung ko',
  '목요일 좋습니다.',
  `-------- 원본 이메일 --------\n발신: Brightpipe <${A}> \n날짜: 26/11/25  오전 9:12  (GMT+09:00) \n받은 사람: maria@mail.example \n제목: Re: The tap \n`,
  false,
  '나의 Galaxy에서 보냄\n\n',
)
below(
  'samsung fr',
  'Jeudi me convient.',
  `-------- Message d'origine --------\nDe : Brightpipe <${A}> \nDate : 25/11/2026 09:12 (GMT+01:00) \nÀ : maria@mail.example \nObjet : Re: The tap \n`,
  false,
  'Envoyé depuis mon appareil Galaxy\n\n',
)
letters.push({
  program: 'yahoo',
  own: 'Thursday is fine.',
  tail: `   On Wednesday, November 25, 2026 at 09:12:00 AM GMT, Brightpipe <${A}> wrote:  \n \n ${earlier.replaceAll('\n', '\n ')}`,
})
letters.push({
  program: 'yahoo de',
  own: 'Donnerstag passt.',
  tail: `    Am Mittwoch, 25. November 2026 um 09:12:00 MEZ hat Brightpipe <${A}> Folgendes geschrieben:  \n \n ${earlier.replaceAll('\n', '\n ')}`,
})
letters.push({
  program: 'yahoo it',
  own: 'Giovedì va bene.',
  tail: `    Il mercoledì 25 novembre 2026 alle ore 09:12:00 CET, Brightpipe <${A}> ha scritto:  \n \n ${earlier.replaceAll('\n', '\n ')}`,
})
letters.push({
  program: 'yahoo pt',
  own: 'Quinta está bem.',
  tail: `    Em quarta-feira, 25 de novembro de 2026 às 09:12:00 BRT, Brightpipe <${A}> escreveu:  \n \n ${earlier.replaceAll('\n', '\n ')}`,
})
below(
  'proton',
  'Thursday is fine.',
  `On Wednesday, November 25th, 2026 at 9:12 AM, Brightpipe <${A}> wrote:\n`,
  true,
  'Sent with [Proton Mail](https://proton.me/mail/home) secure email.\n\n',
)
below(
  'proton ipad',
  'Thursday is fine.',
  `-------- Original Message --------\nOn Wednesday, 11/25/26 at 09:12 Brightpipe <${A}> wrote:\n`,
  true,
  'Sent from Proton Mail for iOS.\n\n',
)
below('zoho', 'Thursday is fine.', `---- On Wed, 25 Nov 2026 09:12:00 +0000 Brightpipe <${A}> wrote ---\n`)
below('zoho new', 'Thursday is fine.', ` ---- On Wed, 25 Nov 2026 14:42:00 +0530  ${A}  wrote ----\n`, false)
below(
  'gmx',
  'Donnerstag passt.',
  `Gesendet: Mittwoch, 25. November 2026 um 09:12 Uhr\nVon: "Brightpipe" <${A}>\nAn: maria@mail.example\nBetreff: Re: The tap\n`,
  false,
)
below(
  'gmx new',
  'Donnerstag passt.',
  `Gesendet: Mittwoch, 25. November 2026 um 09:12\nVon: Brightpipe <${A}>\nAn: "Maria Lopes" <maria@mail.example>\nBetreff: Re: The tap`,
  true,
)
below(
  'webde app',
  'Donnerstag passt.',
  `Am 25.11.26, 09:12 schrieb Brightpipe <${A}>:\n`,
  false,
  '--\nDiese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.\n',
)
below('roundcube de', 'Donnerstag passt.', `Am 25.11.2026 09:12, schrieb Brightpipe:`)
below('roundcube en', 'Thursday is fine.', `On 2026-11-25 09:12, Brightpipe wrote:`)
below('roundcube fr', 'Jeudi me convient.', `Le 2026-11-25 09:12, Brightpipe a écrit :\n`)
below('roundcube cs', 'Čtvrtek se hodí.', `Dne 2026-11-25 09:12, Brightpipe napsal:`)
below('fastmail', 'Thursday is fine.', `On Wed, Nov 25, 2026, at 9:12 AM, Brightpipe wrote:`)
below('spark', 'Thursday is fine.', `On 25 Nov 2026 at 9:12 AM +0100, Brightpipe <${A}>, wrote:`)
below('k9', 'Thursday is fine.', `On 25 November 2026 09:12:00 GMT, Brightpipe <${A}> wrote:`)
letters.push({
  program: 'k9 with foot',
  own: 'Thursday is fine.',
  tail: `On 25 November 2026 09:12:00 GMT, Brightpipe <${A}> wrote:\n${q(earlier)}\n\n-- \nSent from my Android device with K-9 Mail. Please excuse my brevity.`,
})
letters.push({
  program: 'k9 de foot first',
  own: 'Donnerstag passt.',
  tail: `Am 25. November 2026 09:12:00 MEZ schrieb Brightpipe <${A}>:\n${q(earlier)}\n-- \nDiese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.`,
})
below(
  'lotus',
  'Thursday is fine.',
  `From:\t"Brightpipe" <${A}>\nTo:\tmaria@mail.example\nDate:\t25-11-2026 09:12\nSubject:\tRe: The tap\n`,
  false,
)
below(
  'lotus de',
  'Donnerstag passt.',
  `Von:    Brightpipe <${A}>\nAn:     maria@mail.example, \nDatum:  25.11.2026 09:12\nBetreff:        Re: The tap\n`,
  false,
)
below(
  'qq',
  '星期四可以。',
  `------------------ 原始邮件 ------------------\n发件人: "Brightpipe" <${A}>;\n发送时间: 2026年11月25日(星期三) 上午9:12\n收件人: "maria"<maria@mail.example>;\n\n主题: Re: The tap\n`,
  false,
)
below(
  'qq en',
  '星期四可以。',
  `------------------&nbsp;Original&nbsp;------------------\nFrom: &nbsp;"Brightpipe"<${A}>;\nDate: &nbsp;Wed, Nov 25, 2026 09:12 AM\nTo: &nbsp;"maria"<maria@mail.example>;\n\nSubject: &nbsp;Re: The tap\n`,
  false,
)
below(
  'naver',
  '목요일 좋습니다.',
  `-----Original Message-----\nFrom: "Brightpipe"<${A}>\nTo: <maria@mail.example>;\nCc:\nSent: 2026. 11. 25. (수) 09:12 (GMT+09:00)\nSubject: Re: The tap\n`,
  false,
)
below('163', '星期四可以。', `At 2026-11-25 09:12:00, "Brightpipe" <${A}> wrote:`)
below('163 zh', '星期四可以。', `在 2026-11-25 09:12:00，"Brightpipe" <${A}> 写道：\n`, false)
below(
  'foxmail',
  '星期四可以。',
  `maria@mail.example\n \n发件人： Brightpipe\n发送时间： 2026-11-25 09:12\n收件人： maria\n主题： Re: The tap\n`,
  false,
)
below(
  'daum',
  '목요일 좋습니다.',
  `--------- 원본 메일 ---------\n보낸사람 : Brightpipe <${A}>\n받는사람: maria@mail.example\n날짜: 2026년 11월 25일 수요일, 09시 12분 00초 +0900\n제목: Re: The tap\n`,
  false,
)
below('yandex', 'Четверг подходит.', `25.11.2026, 09:12, "Brightpipe" <${A}>:`)
below(
  'yandex b',
  'Четверг подходит.',
  `Кому: maria@mail.example;\nТема: Re: The tap;\n25.11.2026, 09:12, "Brightpipe" <${A}>:`,
  false,
  '----------------\n',
)
letters.push({
  program: 'mail.ru',
  own: 'Четверг подходит.',
  tail: `>Среда, 25 ноября 2026, 9:12 +03:00 от Brightpipe <${A}>:\n>\n${q(earlier)}`,
})
letters.push({
  program: 'libero',
  own: 'Giovedì va bene.',
  tail: `> Il 25/11/2026 09:12 Brightpipe <${A}> ha scritto:\n> \n>  \n${q(earlier)}`,
})
letters.push({
  program: 'ox',
  own: 'Donnerstag passt.',
  tail: `> Brightpipe <${A}> hat am 25.11.2026 09:12 CET geschrieben:\n> \n>  \n${q(earlier)}`,
})
letters.push({
  program: 'orange',
  own: 'Jeudi me convient.',
  tail: `> Message du 25/11/26 09:12\n> De : "Brightpipe" <${A}>\n> A : "maria" <maria@mail.example>\n> Copie à : \n> Objet : Re: The tap\n> \n${q(earlier)}`,
})
below(
  'orange new',
  'Jeudi me convient.',
  `Envoyé: mercredi 25 novembre 2026 09:12\nDe: "Brightpipe" <${A}>\nÀ: maria@mail.example\nObjet: Re: The tap\n`,
  false,
)
below(
  'seznam',
  'Čtvrtek se hodí.',
  `---------- Původní e-mail ----------\nOd: Brightpipe <${A}>\nKomu: maria@mail.example\nDatum: 25. 11. 2026 9:12:00\nPředmět: Re: The tap`,
  true,
)
below('wp', 'Czwartek pasuje.', `Dnia 25 listopada 2026 09:12 Brightpipe <${A}> napisał(a):\n`)
below('onet', 'Czwartek pasuje.', `W dniu 2026-11-25 09:12:00 użytkownik Brightpipe <${A}> napisał:`)
below('evolution', 'Thursday is fine.', `On Wed, 2026-11-25 at 09:12 +0000, Brightpipe wrote:`)
below('mutt', 'Thursday is fine.', `On Wed, Nov 25, 2026 at 09:12:00AM +0000, Brightpipe wrote:`)
below('mutt star', 'Thursday is fine.', `* Brightpipe <${A}> [2026-11-25 09:12]:`)
below('tuta', 'Thursday is fine.', `25 Nov 2026, 09:12 by ${A}:\n`)
below('hey', 'Thursday is fine.', `On November 25, 2026, Brightpipe <${A}> wrote:`)
below(
  'superhuman',
  'Thursday is fine.',
  `On Wed, Nov 25, 2026 at 9:12 AM, Brightpipe < ${A} > wrote:\n`,
  true,
  'Sent via Superhuman ( https://sprh.mn/?vip=maria@mail.example )\n\n',
)
below(
  'em client',
  'Thursday is fine.',
  `------ Original Message ------\nFrom "Brightpipe" <${A}>\nTo maria@mail.example\nDate 25/11/2026 09:12:00\nSubject Re: The tap\n`,
)
below(
  'em client b',
  'Thursday is fine.',
  `------ Original Message ------\nFrom: "Brightpipe" <${A}>\nTo: maria@mail.example\nSent: 25/11/2026 09:12:00\nSubject: Re: The tap\n`,
)
below(
  'win mail',
  'Thursday is fine.',
  `From: Brightpipe\nSent: 25 November 2026 09:12\nTo: maria@mail.example\nSubject: Re: The tap\n`,
  false,
  'Sent from Mail for Windows\n\n',
)
below(
  'win mail de',
  'Donnerstag passt.',
  `Von: Brightpipe\nGesendet: Mittwoch, 25. November 2026 09:12\nAn: maria@mail.example\nBetreff: Re: The tap\n`,
  false,
  'Gesendet von Mail für Windows\n\n',
)
below('mailspring', 'Thursday is fine.', `On Nov 25 2026, at 9:12 am, Brightpipe <${A}> wrote:`)
below(
  'aol',
  'Thursday is fine.',
  `-----Original Message-----\nFrom: Brightpipe <${A}>\nTo: maria@mail.example\nSent: Wed, Nov 25, 2026 9:12 am\nSubject: Re: The tap\n`,
  false,
)
below(
  'aol app',
  'Thursday is fine.',
  `On Wednesday, November 25, 2026, 9:12 AM, Brightpipe <${A}> wrote:\n`,
  false,
  'Sent from the all new AOL app for iOS\n\n',
)
below(
  'bluemail',
  'Thursday is fine.',
  `On 25 Nov 2026, 09:12, at 09:12, Brightpipe <${A}> wrote:`,
  true,
  '\u2063Get BlueMail for Android \u200b\n\n',
)
below('horde', 'Donnerstag passt.', `Zitat von Brightpipe <${A}>:\n`)
below('horde en', 'Thursday is fine.', `Quoting Brightpipe <${A}>:\n`)
below('horde es', 'El jueves va bien.', `Brightpipe <${A}> escribió:\n`)
below(
  'zimbra',
  'Jeudi me convient.',
  `----- Mail original -----\nDe: "Brightpipe" <${A}>\nÀ: "maria" <maria@mail.example>\nEnvoyé: Mercredi 25 Novembre 2026 09:12:00\nObjet: Re: The tap\n`,
  false,
)
below(
  'zimbra de',
  'Donnerstag passt.',
  `Von: "Brightpipe" <${A}>\nAn: "maria" <maria@mail.example>\nGesendet: Mittwoch, 25. November 2026 09:12:00\nBetreff: Re: The tap\n`,
  false,
)
below('claws', 'Thursday is fine.', `On Wed, 25 Nov 2026 09:12:00 +0000\nBrightpipe <${A}> wrote:\n`)
below('kmail', 'Donnerstag passt.', `Am Mittwoch, 25. November 2026, 09:12:00 CET schrieb Brightpipe:`)
below('kmail en', 'Thursday is fine.', `On Wednesday, 25 November 2026 09:12:00 CET Brightpipe wrote:`)
below(
  'squirrel',
  'Thursday is fine.',
  `---------------------------- Original Message ----------------------------\nSubject: Re: The tap\nFrom:    "Brightpipe" <${A}>\nDate:    Wed, November 25, 2026 9:12 am\nTo:      maria@mail.example\n--------------------------------------------------------------------------\n`,
  false,
)
below('thunderbird es', 'El jueves va bien.', `El 25/11/2026 a las 9:12, Brightpipe escribió:`)
below('thunderbird ja', '木曜日で大丈夫です。', `On 2026/11/25 9:12, Brightpipe wrote:`)
below('thunderbird ko', '목요일 좋습니다.', `2026-11-25 오전 9:12에 Brightpipe 이(가) 쓴 글:`)
below('thunderbird eu', 'Osteguna ondo dago.', `2026/11/25 9:12(e)an, Brightpipe igorleak idatzi zuen:`)
below('thunderbird el', 'Η Πέμπτη είναι καλή.', `Στις 25/11/26 09:12, ο/η Brightpipe έγραψε:`)
below('thunderbird hu', 'A csütörtök jó.', `2026. 11. 25. 9:12 keltezéssel, Brightpipe írta:`)
below('thunderbird pt-PT', 'Quinta está bem.', `Às 09:12 de 25/11/2026, Brightpipe escreveu:`)
below('thunderbird zh', '星期四可以。', `在 2026/11/25 9:12, Brightpipe 写道:`)
/** `KEEP a|b`: these words stay; else exactly this is left. */
const elsewhere: [string, string, string][] = [
  [
    'bottom posting',
    `On 25/11/2026 09:12, Brightpipe wrote:\n${q(earlier)}\n\nThursday is fine.\nCome at ten.\n`,
    'Thursday is fine.\nCome at ten.',
  ],
  [
    'bottom posting no blank',
    `Am 25.11.2026 um 09:12 schrieb Brightpipe:\n${q(earlier)}\nDonnerstag passt gut.\n`,
    'Donnerstag passt gut.',
  ],
  [
    'inline',
    `On 25/11/2026 09:12, Brightpipe wrote:\n> we can come on Thursday between nine and eleven.\n\nThat is fine.\n\n> Would that suit you?\n\nYes, at ten please.\n`,
    'KEEP That is fine.|Yes, at ten please.',
  ],
  ['only greeting', `Thanks!\n\nOn 25/11/2026 09:12, Brightpipe wrote:\n${q(earlier)}\n`, 'Thanks!'],
  [
    'ps below quote',
    `Thursday is fine.\n\nOn 25/11/2026 09:12, Brightpipe wrote:\n${q(earlier)}\n\nPS: the bell is broken, please knock.\n`,
    'KEEP Thursday is fine.|PS: the bell is broken',
  ],
  [
    'letter with from-to words',
    `Hello,\n\nFrom: my kitchen\nTo: the yard\nthe pipe is 4 m long.\n\nMaria`,
    'KEEP the pipe is 4 m|To: the yard',
  ],
  [
    'groupwise, unmarked',
    `Torsdag er fint.\n\n>>> Brightpipe <${A}> 25-11-2026 09:12 >>>\n${earlier}\n`,
    'Torsdag er fint.',
  ],
  [
    'samsung, run together',
    `El jueves va bien.\n\n-------- Mensaje original --------De: Brightpipe <${A}> Fecha: 25/11/26  9:12  (GMT+01:00) Para: Maria Lopes <maria@mail.example> Asunto: El grifo \n${earlier}\n`,
    'El jueves va bien.',
  ],
  [
    'the bat',
    `Четверг подходит.\n\nВы писали 24 ноября 2026 г., 18:30:\n\n${q(earlier)}\n`,
    'Четверг подходит.',
  ],
  [
    'three arrows in a menu',
    `Where is it?\n>>> Settings > Water > Boiler >>>\nThere is nothing there.\n`,
    'KEEP nothing there',
  ],
  [
    'a stroke and a sentence',
    `-------- Please read --------Note: the tap in the kitchen drips, the one in the bath does not.\nThank you all.\n`,
    'KEEP tap in the kitchen|Thank you all',
  ],
  [
    'letter about dates',
    `Hello,\n\nOn Monday, 23 November 2026 I called you:\nnobody answered.\nOn Tuesday too.\n`,
    'KEEP On Monday|nobody answered|On Tuesday too',
  ],
  [
    'list with dashes',
    `Please bring:\n\n- a new tap\n- two seals\n- the long key\n\nMany thanks`,
    'KEEP two seals|long key',
  ],
  [
    'numbered',
    `1. The tap drips\n2. The boiler is cold\n\n--\nMaria Lopes\n+351 910 000 101`,
    'KEEP tap drips|boiler is cold',
  ],
  [
    'quoting an error',
    `It says:\n\n> Error 7: no water\n\nand then it stops.\n`,
    'KEEP Error 7|then it stops|It says',
  ],
  [
    'underscores form',
    `Name: Maria Lopes\nPhone: 910 000 101\nMessage: the tap drips\n`,
    'KEEP Message: the tap drips|Name: Maria',
  ],
  [
    'contract between rules',
    `Here is the text:\n_____________________\nThe tenant pays for the tap.\n_____________________\nIs that right?\n`,
    'KEEP tenant pays|Is that right',
  ],
]

function read(text: string): string {
  const mail = decode(
    Buffer.from(
      `From: Maria Lopes <maria@mail.example>\r\nTo: ${A}\r\nSubject: Re: The tap\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text.replaceAll('\n', '\r\n')}`,
    ),
  )
  return visibleReply(mail, mail.text.trim()).trim()
}

it.each(letters)('$program', ({ own, tail }) => {
  expect(read(`${own}\n\n${tail}\n`)).toBe(own)
})

it.each(elsewhere)('%s', (_, text, wanted) => {
  const left = read(text)
  if (!wanted.startsWith('KEEP ')) expect(left).toBe(wanted)
  else for (const words of wanted.slice(5).split('|')) expect(left).toContain(words)
})
