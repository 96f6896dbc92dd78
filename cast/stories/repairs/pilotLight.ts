import { tale } from '../../telling.ts'

/** Mrs Lowry's letter of months ago: how she writes when nothing is wrong. */
export const pilotLight = tale(
  'pilot-light',
  'edith',
  'repairs',
  'The pilot light, and a thank-you',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(58, '11:20'),
      'Dear Miss Costa,\n\nMy niece has set up this apparatus so that I may write to you as one does now. The pilot light which your Mr Okafor relit has behaved ever since. He would not take tea because of his boots, so I enclose, in spirit, the tea.\n\nMight I ask at what hour one may telephone without disturbing your luncheon?\n\nYours sincerely,\nEdith Lowry',
    ),
    reply(
      'ana',
      ago(58, '12:02'),
      'Dear Mrs Lowry,\n\nYour first letter by apparatus arrived without a scratch, and I have read the part about the tea to Mr Okafor and his boots.\n\nYou may telephone at any hour from seven in the morning. We eat in turns, so there is no luncheon to disturb. And if writing is easier than the telephone, write: it reaches me just the same.\n\nThank you for your kind words.\n\nYours sincerely,\nAna Costa',
    ),
    done('ana', ago(58, '12:03'), 'thanks'),
  ],
)
