import { expect, it } from 'vitest'
import { decode } from '../decode.ts'
import { visibleReply } from './visible.ts'

// How people close their letters, and what only looks like it. All letters are ours.

const signed: [name: string, from: string, own: string, signature: string][] = [
  [
    'de card',
    'Clara Stein <clara.stein@fernhill.example>',
    'Donnerstag passt gut.',
    'Mit freundlichen Grüßen\n\nClara Stein\nHausverwaltung Fernhill GmbH\nLindenweg 4 · 10115 Berlin\nTel. +49 30 555 010 20\nwww.fernhill.example',
  ],
  [
    'de legal',
    'Clara Stein <clara.stein@fernhill.example>',
    'Bitte um Rückruf.',
    'Viele Grüße\nClara Stein\n\nFernhill GmbH, Sitz Berlin, HRB 12345, Geschäftsführerin: Clara Stein',
  ],
  [
    'fr',
    'Jean Moreau <j.moreau@fernhill.example>',
    'Jeudi me convient.',
    'Bien cordialement,\n\nJean Moreau\nGérant\n06 55 50 10 20',
  ],
  [
    'de for somebody',
    'Clara Stein <clara.stein@fernhill.example>',
    'Der Hahn tropft wieder.',
    'Mit herzlichem Gruß\ni. V. Clara Stein\n\nFernhill GmbH\nTel. 030 555 010 20',
  ],
  ['de short', 'Clara Stein <clara.stein@fernhill.example>', 'Der Hahn tropft.', 'Schönen Gruß\nClara Stein'],
  [
    'fr to you',
    'Jean Moreau <j.moreau@fernhill.example>',
    'Jeudi me convient.',
    'Bien à toi,\nJean Moreau\n06 55 50 10 20',
  ],
  [
    'fr formal',
    'Jean Moreau <j.moreau@fernhill.example>',
    'Jeudi me convient.',
    'Salutations distinguées\nJean Moreau',
  ],
  ['fr short', 'Jean Moreau <j.moreau@fernhill.example>', 'Jeudi me convient.', 'Cdlt\nJean'],
  [
    'nl with an address',
    'Pieter Bos <pieter@mail.example>',
    'Donderdag is goed.',
    'Met hartelijke groet,\n\nPieter Bos\nDorpsstraat 8\n3511 XK Utrecht',
  ],
  ['da many', 'Mads Holm <mads@mail.example>', 'Torsdag er fint.', 'Mange hilsner\nMads Holm'],
  ['no short', 'Kari Dahl <kari@mail.example>', 'Torsdag passer.', 'Mvh\nKari'],
  ['pl respect', 'Jan Kowalski <jan@mail.example>', 'Czwartek pasuje.', 'Z szacunkiem\nJan Kowalski'],
  [
    'es formal',
    'Lucía Pérez <lucia@mail.example>',
    'El jueves va bien.',
    'Reciba un cordial saludo,\nLucía Pérez',
  ],
  [
    'ja stars',
    '鈴木 一郎 <suzuki@mail.example>',
    '木曜日で大丈夫です。',
    '☆★☆★☆★☆★☆\n鈴木一郎\nsuzuki@mail.example\n☆★☆★☆★☆★☆',
  ],
  [
    'links spelt out',
    'Nora Blum <nora@mail.example>',
    'It drips again.',
    'Best,\nNora\n\n[image: Fernhill]\nNora Blum\nFacilities, Fernhill\nSite <https://fernhill.example/a/very/long/path> | Talk to me <https://fernhill.example/calendar/nora>',
  ],
  [
    'print',
    'Nora Blum <nora@mail.example>',
    'It drips again.',
    'Nora\n\nPlease think about the environment before you print this message.',
  ],
  [
    'checked',
    'Nora Blum <nora@mail.example>',
    'It drips again.',
    '<https://shield.example/sig> Virus-free.www.shield.example\n<https://shield.example/sig>',
  ],
  ['es', 'Lucía Pérez <lucia@mail.example>', 'El jueves va bien.', 'Un saludo,\nLucía'],
  ['it', 'Anna Rossi <anna@mail.example>', 'Giovedì va bene.', 'Cordiali saluti\nAnna Rossi'],
  ['pl', 'Jan Kowalski <jan@mail.example>', 'Czwartek pasuje.', 'Pozdrawiam serdecznie\nJan Kowalski'],
  ['pt', 'Rui Alves <rui@mail.example>', 'Quinta está bem.', 'Com os melhores cumprimentos,\nRui Alves'],
  [
    'nl',
    'Pieter Bos <pieter@mail.example>',
    'Donderdag is goed.',
    'Met vriendelijke groet,\n\nPieter Bos\n06-55501020',
  ],
  ['sv', 'Eva Lind <eva@mail.example>', 'Torsdag går bra.', 'Med vänliga hälsningar\nEva Lind'],
  ['da', 'Mads Holm <mads@mail.example>', 'Torsdag er fint.', 'Venlig hilsen\nMads Holm'],
  ['no', 'Kari Dahl <kari@mail.example>', 'Torsdag passer.', 'Vennlig hilsen\nKari'],
  ['fi', 'Aino Laine <aino@mail.example>', 'Torstai sopii.', 'Ystävällisin terveisin\nAino Laine'],
  ['ru', 'Иван Петров <ivan@mail.example>', 'Четверг подходит.', 'С уважением,\nИван Петров'],
  ['uk', 'Олена Коваль <olena@mail.example>', 'Четвер підходить.', 'З повагою,\nОлена Коваль'],
  ['cs', 'Petr Novák <petr@mail.example>', 'Čtvrtek se hodí.', 'S pozdravem\nPetr Novák'],
  ['hu', 'Nagy Anna <anna@mail.example>', 'A csütörtök jó.', 'Üdvözlettel:\nNagy Anna'],
  ['tr', 'Ayşe Kaya <ayse@mail.example>', 'Perşembe uygun.', 'Saygılarımla,\nAyşe Kaya'],
  ['el', 'Νίκος Παπάς <nikos@mail.example>', 'Η Πέμπτη είναι καλή.', 'Με εκτίμηση,\nΝίκος Παπάς'],
  ['ro', 'Ion Pop <ion@mail.example>', 'Joi e bine.', 'Cu stimă,\nIon Pop'],
  [
    'ja',
    '田中 太郎 <tanaka@mail.example>',
    '木曜日で大丈夫です。',
    '--\n田中 太郎\n株式会社フェーン\nTEL 03-5550-1020',
  ],
  [
    'ja rule',
    '田中 太郎 <tanaka@mail.example>',
    '木曜日で大丈夫です。',
    '━━━━━━━━━━━━━━━\n田中 太郎\n株式会社フェーン\nTEL: 03-5550-1020\n━━━━━━━━━━━━━━━',
  ],
  ['ko', '김민수 <minsu@mail.example>', '목요일 좋습니다.', '감사합니다.\n김민수 드림'],
  ['zh', '王伟 <wang@mail.example>', '星期四可以。', '此致\n敬礼\n王伟'],
  [
    'en dash',
    'Helen Marsh <helen@mail.example>',
    'Thursday is fine.',
    '-- \nHelen Marsh\nHead of Facilities | Fernhill Ltd\nM: +44 7700 900123',
  ],
  [
    'en disclaimer',
    'Helen Marsh <helen@mail.example>',
    'Thursday is fine.',
    'Kind regards,\nHelen Marsh\n\nThis e-mail and any attachments are confidential and intended solely for the addressee. If you have received it in error, please delete it and notify the sender.',
  ],
  [
    'de disclaimer',
    'Clara Stein <clara@mail.example>',
    'Donnerstag passt.',
    'Freundliche Grüsse\nClara Stein\n\nDiese Nachricht ist vertraulich und nur für den Empfänger bestimmt. Sollten Sie nicht der Empfänger sein, löschen Sie sie bitte.',
  ],
  ['name only', 'Helen Marsh <helen@mail.example>', 'Thursday is fine, come at ten.', 'Helen'],
  ['initial', 'Helen Marsh <helen@mail.example>', 'Thursday is fine, come at ten.', 'H.'],
  ['thx', 'Helen Marsh <helen@mail.example>', 'Thursday is fine.', 'Thanks,\nHelen'],
  ['best', 'Helen Marsh <helen@mail.example>', 'Thursday is fine.', 'Best,\nHelen'],
  ['all best', 'Helen Marsh <helen@mail.example>', 'Thursday is fine.', 'All the best\nHelen Marsh'],
  ['warmly', 'Helen Marsh <helen@mail.example>', 'Thursday is fine.', 'Warmly,\nHelen Marsh'],
  [
    'html-like bars',
    'Helen Marsh <helen@mail.example>',
    'Thursday is fine.',
    'Helen Marsh\nOperations | Fernhill\nhelen@mail.example | +44 7700 900123',
  ],
  [
    'star',
    'Helen Marsh <helen@mail.example>',
    'Thursday is fine.',
    '*Helen Marsh*\n*Fernhill Ltd*\n12 High Street, Fernhill',
  ],
  ['ar', 'أحمد علي <ahmad@mail.example>', 'الخميس مناسب.', 'مع خالص التحية،\nأحمد علي'],
  ['he', 'דנה לוי <dana@mail.example>', 'יום חמישי מתאים.', 'בברכה,\nדנה לוי'],
  ['sent from name', 'Helen Marsh <helen@mail.example>', 'Thursday is fine.', 'Helen\n\nSent from my iPhone'],
  [
    'typos',
    'Helen Marsh <helen@mail.example>',
    'Thursday is fine.',
    'Sent from my mobile, please excuse typos.',
  ],
  [
    'pls consider',
    'Helen Marsh <helen@mail.example>',
    'Thursday is fine.',
    'Kind regards\nHelen\n\nPlease consider the environment before printing this email.',
  ],
]
/** The last: words that stay. */
const unsigned: [name: string, from: string, text: string, words: string][] = [
  ['list', 'Helen Marsh <helen@mail.example>', 'Please bring:\n- a tap\n- two seals', 'tap|seals'],
  [
    'thanks mid',
    'Helen Marsh <helen@mail.example>',
    'Thanks\nfor coming on Thursday.\nThe boiler works.',
    'for coming|boiler works',
  ],
  ['phone asked', 'Helen Marsh <helen@mail.example>', 'My new number is\n+44 7700 900123', '900123'],
  [
    'address asked',
    'Helen Marsh <helen@mail.example>',
    'We moved. The new address is:\n12 High Street\nFernhill',
    'High Street',
  ],
  [
    'names',
    'Helen Marsh <helen@mail.example>',
    'The keys are with:\n\nPaul Whitcombe\nClara Stein',
    'Whitcombe|Clara',
  ],
  [
    'ps',
    'Helen Marsh <helen@mail.example>',
    'Thursday is fine.\n\nHelen\n\nPS: the dog is friendly but loud, please ring twice.',
    'dog is friendly',
  ],
  ['one word', 'Helen Marsh <helen@mail.example>', 'Thanks', 'Thanks'],
  ['only sig', 'Helen Marsh <helen@mail.example>', 'Kind regards\nHelen Marsh', 'Helen'],
  [
    'account no',
    'Helen Marsh <helen@mail.example>',
    'Our data:\n\nIBAN GB33 BUKB 2020 1555 5555 55\nFernhill Ltd',
    'IBAN',
  ],
  [
    'question after name',
    'Helen Marsh <helen@mail.example>',
    'Hello\n\nHelen from number 12 here.\nWhen do you come?',
    'Helen from|When do',
  ],
]

function read(from: string, text: string): string {
  const mail = decode(
    Buffer.from(
      `From: ${from}\r\nTo: hello@brightpipe.example\r\nSubject: The tap\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text.replaceAll('\n', '\r\n')}`,
    ),
  )
  return visibleReply(mail, mail.text.trim()).trim()
}

it.each(signed)('without what closes it: %s', (_, from, own, signature) => {
  expect(read(from, `${own}\n\n${signature}\n`)).toBe(own)
})

it.each(unsigned)('whole: %s', (_, from, text, words) => {
  for (const one of words.split('|')) expect(read(from, text)).toContain(one)
})
