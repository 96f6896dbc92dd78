import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { expect, test } from 'vitest'
import { customers } from '#cast/people.ts'
import { assemble } from './assemble.ts'

const { maria, paul } = customers

const words = [
  '',
  'Your kettle leaves today.',
  'Your kettle leaves today.\n\nKind regards\nEmil\n',
  `${'A line that goes on and on, past where mail may end one. '.repeat(8)}\n\nAnd another.   `,
  'Grüße aus Köln – „die Kanne“ ist da.\r\nBis morgen\r\n',
  'Olá Conceição,\n\na chaleira está a caminho.\n\n-- \nEmil',
  '湯沸かし器は本日発送されます。ご不便をおかけして申し訳ございません。'.repeat(9),
  'Γειά σου Μαρία, ο βραστήρας φεύγει σήμερα. '.repeat(12),
  'The end is a tab\t',
  'From the shop\n.\n..\n=20 = \r alone',
  '🫖'.repeat(60),
  'x'.repeat(2000),
]

// The library's own writing is the measure: nothing of it may differ, for whoever reads the letter, or looks whether it is the same.
test.each(words.flatMap((text, n) => [true, false].map((rich) => [n, rich, text] as const)))(
  'words %i, rich: %s, are the very bytes the library writes',
  async (_, rich, text) => {
    const compiled = () =>
      new MailComposer({
        from: { name: 'Emil · Größe', address: paul.email },
        to: [{ name: maria.name, address: maria.email }],
        subject: 'Re: Ihre Kanne – „sie ist da“, und noch ein Wort über das Öffnen der Klappe, das lang ist',
        messageId: '<one@brightwater.example>',
        references: Array.from({ length: 9 }, (_, n) => `<letter-${n}@mail.example>`),
        date: new Date('2026-03-04T10:00:00Z'),
        text,
        ...(rich && {
          html: `<p>${text.replaceAll('\n', '<br>\n')}</p>\n<p><a href="https://tend.example/p/1">Status</a></p>`,
        }),
        baseBoundary: 'always-the-same',
        newline: 'windows',
      } as ConstructorParameters<typeof MailComposer>[0]).compile()
    expect((await assemble(compiled())).toString('latin1')).toBe(
      ((await compiled().build()) as Buffer).toString('latin1'),
    )
  },
)

test('what holds a file goes the way of the library, whole', async () => {
  const photo = Buffer.from([0xff, 0xd8, 0, 1, 2])
  const bytes = await assemble(
    new MailComposer({
      from: paul.email,
      to: maria.email,
      text: 'The photo.',
      attachments: [{ filename: 'kettle.jpg', content: photo }],
    }).compile(),
  )
  expect(bytes.toString()).toContain(photo.toString('base64'))
})
