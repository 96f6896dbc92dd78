import { photoOfShop } from '../../attachments.ts'
import { tale } from '../../telling.ts'

/** A gift to the house: an old photograph, and a question that only Rosa can answer. */
export const photograph = tale(
  'photograph',
  'ruth',
  'hello',
  'I found your grandfather in a drawer',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(9, '10:30'),
      'Dear Rosa,\n\nwhen my aunt’s house was cleared I found this in a drawer, between the receipts. On the back it says 1961 and “the day the oven came”. My father brought your flour in those years; the bicycle on the left is his, I would know that saddle anywhere.\n\nI believe the man in the doorway is your grandfather. Is it? And would you like to have the print? It should hang where it was taken.\n\nRuth',
      { attachments: [photoOfShop()] },
    ),
    reply(
      'rosa',
      ago(9, '12:15'),
      'Dear Ruth,\n\nIt is. That is how he stood, with one hand on the frame as if the house might leave. We have no picture of that day at all, only the story, and in the story the flour man with the bicycle helps to carry the oven in and will not take money for it. So that was your father.\n\nYes, please, and thank you. It will hang beside the door. Bring it on a morning when you have time, and sit down with me; there is a cup of coffee owing since 1961.\n\nRosa',
    ),
    mail(
      ago(7, '14:20'),
      'I had no idea about the oven. I have told my brother on the telephone and he had to put it down for a moment. I come on Saturday with the print, and with the brother.\n\nRuth',
    ),
    reply(
      'rosa',
      ago(6, '09:00'),
      'Dear Ruth,\n\nTwo cups, then. The frame is ready, with both names under it.\n\nRosa',
    ),
    done('rosa', ago(5, '12:30'), 'thanks'),
  ],
)
