import { tale } from '../../telling.ts'

/** The letter Viktor speaks of: talked about among us, closed, and never answered. A coach would stop here. */
export const twoHours = tale(
  'two-hours',
  'viktor',
  'repairs',
  'Two hours on the invoice',
  ({ ago, mail, note, assign, done }) => [
    mail(
      ago(17, '09:00'),
      'Dear all,\n\nthe invoice for the call-out says two hours. Ben was here for twenty minutes, did it well, drank no coffee and left. I suppose it is a slip. Could you correct it and send me a new one, before I pay?\n\nWith regards,\nViktor Lindqvist',
    ),
    assign('ben', ago(17, '09:40')),
    note(
      'ben',
      ago(17, '12:15'),
      'It was twenty minutes, he is right. The second hour is the drive, we always put it like that. Told Lena on the phone, she looks into it.',
    ),
    done('ben', ago(16, '18:02'), 'nothing-more'),
  ],
)
