import type { Moments } from '../moments.ts'
import type { Story } from '../story.ts'

/** The bakery: the wedding cake on the wrong day, the regular gone quiet, Thursdays. */
export function bakery({ ago, ahead, hoursAgo, hoursAhead, say, day }: Moments): Story[] {
  const tasting = ahead(4, '16:00')
  const list = hoursAhead(4)
  return [
    {
      who: 'amara',
      inbox: 'bakery',
      subject: 'The Okoro wedding cake',
      assignee: 'ines',
      steps: [
        {
          kind: 'mail',
          at: ago(80, '18:12'),
          text: 'Inês, the cake came today. The wedding is tomorrow. It stands in a hall without cooling, three tiers of buttercream, and 140 people are coming to see it. The order says the 14th. What now?\n\nAmara',
        },
        {
          kind: 'reply',
          at: ago(80, '18:20'),
          by: 'ines',
          text: `Amara,\n\nthe order says the 14th and we delivered on the 13th. I read the date wrong, nobody else did. You stand in a hall with a cake that will not last the night, the evening before a wedding you have planned for a year. I am sorry.\n\nTomás and I bake it again tonight. It leaves here at nine tomorrow in the cooled van and I put the flowers on myself, in the hall, before ten. I call you when we leave.\n\nInês`,
          promises: [
            {
              what: 'bake the cake again and bring it before ten',
              quote: 'It leaves here at nine tomorrow in the cooled van',
              due: ago(79, '10:00'),
              keptAt: ago(79, '09:50'),
            },
          ],
        },
        {
          kind: 'mail',
          at: ago(78, '11:00'),
          text: 'It was perfect. The bride never knew. I have worked with bakers for twelve years and none has ever written “I read the date wrong”. We will go on with you.\n\nAmara',
        },
        {
          kind: 'reply',
          at: ago(78, '11:30'),
          by: 'ines',
          text: 'Amara,\n\nthank you for trusting us with the second one. From now on the date of an order is read back to you aloud, by me, the week before. The evening is on us.\n\nInês',
        },
        { kind: 'done', at: ago(78, '11:31'), by: 'ines', goodbye: 'thanks' },
      ],
    },
    {
      who: 'amara',
      inbox: 'bakery',
      subject: 'Tasting for the spring weddings',
      assignee: 'ines',
      steps: [
        {
          kind: 'mail',
          at: ago(2, '15:00'),
          text: 'Three couples for the spring. Could we taste lemon, almond and the olive oil one? And is there something without eggs?\nAmara',
        },
        {
          kind: 'reply',
          at: ago(2, '15:40'),
          by: 'ines',
          text: `Amara,\n\nlemon, almond, olive oil, and a carrot one without eggs that fools everybody: all four are on the table ${say(tasting)}, for six people. I read the dates back to you then.\n\nInês`,
          promises: [
            {
              what: 'tasting of four cakes for six',
              quote: `all four are on the table ${say(tasting)}`,
              due: tasting,
            },
          ],
        },
      ],
    },
    {
      who: 'jo',
      inbox: 'bakery',
      subject: 'Thursday rye',
      assignee: 'tomas',
      steps: [
        {
          kind: 'mail',
          at: ago(95, '07:40'),
          text: 'Good morning Tomás, two rye as always please, and one of the seeded. See you at five!\nJo',
        },
        {
          kind: 'reply',
          at: ago(95, '07:55'),
          by: 'tomas',
          text: 'Morning Jo,\n\ntwo rye and a seeded, in the blue bag by the till from four.\n\nTomás',
        },
        { kind: 'done', at: ago(95, '18:00'), by: 'tomas', goodbye: 'nothing-more' },
      ],
    },
    {
      who: 'kenji',
      inbox: 'bakery',
      subject: 'Birthday cake without sugar?',
      assignee: null,
      steps: [
        {
          kind: 'mail',
          at: hoursAgo(4),
          text: 'Hello, my father turns 80 on Saturday and may not eat sugar. Is there a cake he can have, for ten people? He loves chestnuts.\n\nKenji',
        },
      ],
    },
    {
      who: 'miriam',
      inbox: 'bakery',
      subject: 'Nuts in the carrot cake',
      assignee: 'ines',
      steps: [
        {
          kind: 'mail',
          at: ago(1, '10:00'),
          text: 'My son is allergic to nuts. Yesterday the carrot cake had walnuts on top although I had asked. We noticed in time. Please tell me how that could happen.\n\nMiriam',
        },
        {
          kind: 'note',
          at: ago(1, '10:20'),
          by: 'tomas',
          text: 'Two carrot cakes stood on the counter, one without. I packed the wrong one. I am sick about it.',
        },
        {
          kind: 'reply',
          at: ago(1, '11:00'),
          by: 'ines',
          text: `Dear Miriam,\n\nyou asked for a cake without nuts for a child they can hurt, and you got one with walnuts. That you saw it in time is your doing, not ours. I am sorry.\n\nTwo cakes stood side by side and the wrong one was packed. From today cakes for allergies are boxed and sealed in the back, with the name on them. I will send you the list of what is in each of our cakes by ${say(list)}.\n\nInês`,
          promises: [
            {
              what: 'list of what is in each cake',
              quote: `I will send you the list of what is in each of our cakes by ${say(list)}`,
              due: list,
            },
          ],
        },
      ],
    },
    {
      who: 'marco',
      inbox: 'bakery',
      subject: 'More croissants from Monday',
      assignee: 'tomas',
      steps: [
        {
          kind: 'mail',
          at: hoursAgo(26),
          text: 'Ciao Tomás, can we have 60 instead of 40 croissants from Monday? And could the van come at 6:15 and not at 6:45?\nMarco',
        },
      ],
    },
    {
      who: 'chloe',
      inbox: 'bakery',
      subject: 'A chair by the window',
      assignee: 'ines',
      steps: [
        {
          kind: 'mail',
          at: ago(25, '09:00'),
          text: 'Bonjour, do you keep tables? My grandmother would like to sit at the window on Sunday.\nChloé',
        },
        {
          kind: 'reply',
          at: ago(25, '09:20'),
          by: 'ines',
          text: 'Bonjour Chloé,\n\nthe round one at the window is your grandmother’s on Sunday from ten. I put a cushion on the chair, it is a hard one.\n\nInês',
        },
        { kind: 'mail', at: ago(22, '12:00'), text: 'She talked about the cushion all week. Merci Inês!' },
        { kind: 'done', at: ago(22, '12:30'), by: 'ines', goodbye: 'thanks' },
      ],
    },
    {
      who: 'sofia',
      inbox: 'bakery',
      subject: 'Invoice for the school fair',
      assignee: 'tomas',
      steps: [
        {
          kind: 'mail',
          at: ago(18, '10:00'),
          text: 'Could you write the invoice to the parents’ association, not to me?\nSofia',
        },
        {
          kind: 'reply',
          at: ago(18, '10:30'),
          by: 'tomas',
          text: 'Hi Sofia,\n\ndone, the new invoice is attached, with the association’s name and number. The old one is cancelled; nothing more to do.\n\nTomás',
        },
        { kind: 'done', at: ago(18, '10:31'), by: 'tomas', goodbye: 'nothing-more' },
      ],
    },
    {
      who: 'yuki',
      inbox: 'bakery',
      subject: 'Sourdough lesson',
      assignee: 'tomas',
      steps: [
        {
          kind: 'mail',
          at: ago(9, '19:00'),
          text: 'Is there still a place in the sourdough lesson? I have never baked anything.\nYuki',
        },
        {
          kind: 'reply',
          at: ago(8, '08:00'),
          by: 'tomas',
          text: `Hi Yuki,\n\nthere is, and never having baked is the best start. Bring a jar with a lid. The lesson is on ${day(ahead(7, '18:00'))} evening; I will send you what to feed it a few days before.\n\nTomás`,
        },
      ],
    },
    {
      who: 'leila',
      inbox: 'bakery',
      subject: 'Do you deliver to Rua da Fonte?',
      assignee: 'tomas',
      steps: [
        { kind: 'mail', at: ago(33, '13:00'), text: 'Do you deliver to Rua da Fonte?\nLeila' },
        {
          kind: 'reply',
          at: ago(33, '13:10'),
          by: 'tomas',
          text: 'Hello Leila,\n\nyes, every morning but Monday, from six boxes of anything. The van is in your street at half past seven.\n\nTomás',
        },
        { kind: 'done', at: ago(33, '13:11'), by: 'tomas', goodbye: 'next-step' },
      ],
    },
    {
      who: 'beatriz',
      inbox: 'bakery',
      subject: 'Gluten-free for two',
      assignee: 'ines',
      steps: [
        {
          kind: 'mail',
          at: ago(40, '10:00'),
          text: 'Two guests eat gluten-free. What could you bake that the others like too?\nBea',
        },
        {
          kind: 'reply',
          at: ago(40, '10:40'),
          by: 'ines',
          text: 'Dear Bea,\n\nthe almond and orange cake: no flour at all, and it is the one the others ask for. Twelve pieces, 28 euros, from our separate oven.\n\nInês',
        },
        { kind: 'mail', at: ago(38, '20:00'), text: 'They asked for the recipe. All of them.' },
        { kind: 'done', at: ago(37, '09:00'), by: 'ines', goodbye: 'thanks' },
      ],
    },
  ]
}
