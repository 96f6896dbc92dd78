import { tale } from '../../telling.ts'

/** Thanks for the wedding cake, from the bride who was told the story by her planner. */
export const brideWrites = tale(
  'bride-writes',
  'adaeze',
  'bakery',
  'We heard about the other cake',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(64, '19:40'),
      'Dear Inês, dear Tomás,\n\nat our first dinner back home Amara told us the whole story: that there was another cake, and that you two stood there all night. Chidi laughed until he cried. I only cried. All I remember of that morning is that the flowers on top were still wet.\n\nA photograph of the three of us (him, me, it) is on its way to you in a frame. Inês, you are a magician. Tomás, please say sorry to your sister from me.\n\nAdaeze Okoro',
    ),
    reply(
      'ines',
      ago(63, '08:10'),
      'Dear Adaeze,\n\nSo you know, and I am glad it was after the dinner and not before the dance. The frame will hang between the flour and the clock, where Tomás looks every morning at three. His sister forgave him for two tiers of the first cake.\n\nThank you for writing to bakers about a thing that went wrong. Hardly anybody does.\n\nInês',
    ),
    done('ines', ago(63, '08:11'), 'thanks'),
  ],
)
