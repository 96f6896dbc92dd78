import { tale } from '../../telling.ts'

/** A short question, a short and complete answer. */
export const deliveryStreet = tale(
  'delivery-street',
  'leila',
  'bakery',
  'Do you deliver to Rua da Fonte?',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(33, '13:00'),
      'Hello, I have a shop for fabrics in Rua da Fonte and would like small things for the customers on Saturdays, about forty pieces. Do you deliver there, and from what quantity? I found the order form on your page but it asks for a fax number.\n\nLeila Karimi',
    ),
    reply(
      'tomas',
      ago(33, '13:10'),
      'Hello Leila,\n\nYes, every morning but Monday, from thirty pieces of anything, without a charge for the way. The van is in your street at half past seven; if that is too early for the fabrics, the driver can leave a box with the florist, who is up.\n\nThe fax number has been on that form since before I could bake. I took it off just now. To order, answer this letter with what and how many.\n\nTomás',
    ),
    mail(
      ago(33, '15:45'),
      'Then twenty almond and twenty of the small orange ones for this Saturday, please. The florist is a good idea. I am glad about the fax.\n\nLeila',
    ),
    done('tomas', ago(32, '06:20'), 'next-step'),
  ],
)
