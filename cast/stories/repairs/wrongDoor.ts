import { tale } from '../../telling.ts'

/** A first call-out, years ago in feeling: how Jim became Jim. */
export const wrongDoor = tale(
  'wrong-door',
  'james',
  'repairs',
  'Your invoice is to my father',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(88, '12:30'),
      'Hello,\n\nthe invoice for the immersion heater is made out to James O’Rourke senior, who has been dead since 2009 and never had one. I am the junior, and everybody calls me Jim because of exactly this. Can you change it? The tax people have no sense of humour.\n\nJim O’Rourke',
    ),
    reply(
      'ana',
      ago(88, '13:15'),
      'Dear Jim,\n\nYour father has stood in our book since the first boiler in that house, and nobody told the book. I am sorry it wrote to him. The invoice is made out to you now and the new one leaves with today’s post; throw the old one away, it is cancelled here too.\n\nHe stays in the book under his own years, if you do not mind. And you are Jim on every page from now on.\n\nAna Costa',
    ),
    mail(ago(88, '14:02'), 'I do not mind at all. He would have liked to be in a book.\nJim'),
    done('ana', ago(88, '14:20'), 'nothing-more'),
  ],
)
