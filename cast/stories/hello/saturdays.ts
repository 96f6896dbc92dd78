import { tale } from '../../telling.ts'

/** Somebody young asks for work, and is not sent to a form. */
export const saturdays = tale(
  'saturdays',
  'fatima',
  'hello',
  'Do you need somebody on Saturdays',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(13, '16:00'),
      'Good afternoon,\n\ndo you need somebody on Saturdays? I am 17, I have no experience and I do not know what one writes in a letter like this. I like people and I can add in my head. My grandmother says your coffee is the only honest one in the town.\n\nFátima Rocha',
    ),
    reply(
      'rosa',
      ago(12, '09:00'),
      'Dear Fátima,\n\nOne writes exactly that. Liking people is most of the work, and the till adds.\n\nCome this Saturday at eight and ask for Inês. Bring flat shoes and nothing else. You work until noon beside her, you are paid for it, and then you both tell me how it was. If it is not for you, you have had an honest coffee.\n\nRosa Amaral',
    ),
    mail(
      ago(9, '18:00'),
      'Dear Mrs Amaral,\n\nI loved it. I dropped a tray and Inês only said “now you belong to the house”. May I come again? My grandmother wants to know if there is a discount for grandmothers.\n\nFátima',
    ),
    reply(
      'rosa',
      ago(8, '08:30'),
      'Dear Fátima,\n\nEvery Saturday, then. Inês asked for you before you asked for her. For grandmothers there has always been one; it is not on the sign, she only has to say whose she is.\n\nRosa',
    ),
    done('rosa', ago(8, '08:31'), 'next-step'),
  ],
)
