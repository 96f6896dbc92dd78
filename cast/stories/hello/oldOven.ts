import { tale } from '../../telling.ts'

/** A no, with another way in it. */
export const oldOven = tale(
  'old-oven',
  'marco',
  'hello',
  'Your old deck oven',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(47, '14:00'),
      'Ciao,\n\nI hear that you get a new deck oven and the old one goes. I would buy it for the café, I can pay 900 and come with four cousins. Is it true, and when?\n\nMarco Bianchi',
    ),
    reply(
      'rosa',
      ago(47, '16:20'),
      'Dear Marco,\n\nIt is true that a new one comes, and I cannot sell you the old one: its thermostat failed twice this year, and I would be handing you the day on which it fails a third time, with your cousins underneath.\n\nWhat I can do: the maker takes it back against a used one that they have overhauled, with two years of guarantee, for 1,300. I have asked them to hold it for you until the end of next week, in your name, without obligation. Ben would fit it. Would that help you?\n\nRosa',
    ),
    mail(
      ago(46, '09:15'),
      'That is more honest than my cousins. I take the overhauled one, I have called them already, they were expecting me. The cousins are disappointed, they had bought straps.\n\nMarco',
    ),
    done('rosa', ago(46, '10:00'), 'next-step'),
  ],
)
