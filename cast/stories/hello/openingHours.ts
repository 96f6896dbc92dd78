import { tale } from '../../telling.ts'

/** The simplest of all: one question, one touch. */
export const openingHours = tale(
  'opening-hours',
  'ruth',
  'hello',
  'Are you open on the bank holiday?',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(46, '12:00'),
      'Hello,\n\nis the bakery open on the bank holiday, and if so from when? My cousins come on the early train and I should like to meet them with something warm. The page says “see notice at the door”, and the door is a long way.\n\nRuth Abernathy',
    ),
    reply(
      'tomas',
      ago(46, '12:20'),
      'Hello Ruth,\n\nOpen from seven until noon, and at seven the rolls are still too hot to hold. The early train is in at 7:25, that leaves you time for a bag. I have put the hours on the page now, so that nobody else has to walk to our door to read them.\n\nTomás',
    ),
    done('tomas', ago(46, '12:21'), 'nothing-more'),
  ],
)
