import { tale } from '../../telling.ts'

/** A moved date, a promise renegotiated in time, and now a new worry: waiting for Inês. */
export const namingDay = tale(
  'naming-day',
  'zeynep',
  'bakery',
  'The naming day is a day later',
  ({ ago, ahead, lately, mail, reply, renegotiated }) => {
    const first = ago(2, '17:00')
    const second = ahead(2, '17:00')
    return [
      mail(
        ago(14, '12:10'),
        'Dear Inês,\n\nour daughter gets her name and my sister comes from İzmir, so it must be a cake that survives being carried up to the fortress, by men. For 35 people. Could you draw something? My mother-in-law has ideas as well, I would like yours to arrive first.\n\nZeynep Aydın',
      ),
      reply(
        'ines',
        ago(14, '14:30'),
        (pen) =>
          `Dear Zeynep,\n\nUp to the fortress, by men: then no tiers, no cream, and handles. I have an idea with three flat cakes in wooden trays that become one on the wall. ${pen.promise('drawing', 'drawing of the naming-day cake', first, `I will send you a drawing ${pen.by(first)}`)}, before any mother-in-law. What is her name going to be, or is that a secret until the day?\n\nInês`,
      ),
      mail(
        ago(13, '09:00'),
        'Handles! It is a secret, but it has four letters, so leave room for four.\nZeynep',
      ),
      renegotiated(
        'drawing',
        'ines',
        ago(3, '16:00'),
        second,
        (pen) =>
          `Dear Zeynep,\n\nI promised you the drawing ${pen.day(first)} and it is not good enough yet: the trays open the wrong way and the men would be carrying icing on their shirts. I would rather show you the right one late than the wrong one in time. ${pen.promise('drawing-moved', 'drawing of the naming-day cake', second, `You will have it ${pen.by(second)}`)}; the cake itself is not in danger.\n\nInês`,
      ),
      mail(
        lately(75),
        'Dear Inês,\n\nthe drawing can wait, thank you for saying it. But my sister’s flight was moved and the naming is one day later now. Is that still possible with your oven? And her boy does not eat egg, I had forgotten, I am so sorry. Does that change the cake?\n\nZeynep',
      ),
    ]
  },
)
