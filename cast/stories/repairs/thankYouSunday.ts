import { tale } from '../../telling.ts'

/** Praise with a name in it. */
export const thankYouSunday = tale(
  'thank-you-sunday',
  'tiago',
  'repairs',
  'Thank you for my mother’s kitchen',
  ({ ago, mail, reply, assign, done }) => [
    mail(
      ago(4, '09:00'),
      'Good morning,\n\nI only want to say this properly. When the pipe burst my mother was alone with it, I was in Luxembourg with a telephone in my hand and no idea. Ben was there in half an hour. He stopped the water, and then he stayed until the floor was dry, moved the dresser with her wedding china piece by piece, and let her make him soup because she needed to make somebody soup.\n\nHe went far out of his way. Please tell him, and tell whoever pays him.\n\nTiago Moura',
    ),
    assign('ana', ago(4, '09:40')),
    reply(
      'ana',
      ago(4, '10:15'),
      'Dear Tiago,\n\nI have read your letter aloud in the yard, to Ben and to Rosa, who pays him. He said the soup was caldo verde and that he would have stayed for less.\n\nThank you for taking the time from so far away. I hope the china is back on its shelves and your mother sleeps well beside a dry floor.\n\nAna Costa',
    ),
    done('ana', ago(4, '10:16'), 'thanks'),
  ],
)
