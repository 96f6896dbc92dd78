import { tale } from '../../telling.ts'

/** A forwarded mail: the question is Jim's sister's, and so is the trouble. */
export const forwardedLetter = tale(
  'forwarded-letter',
  'james',
  'repairs',
  'Fwd: the radiator at mum’s',
  ({ lately, ago, mail }) => [
    mail(
      lately(260),
      (words) =>
        `See below from my sister, she is useless with forms so I said I would pass it on. Can you answer her directly and keep me in copy? She is at work until four.\n\nJim\n\n---------- Forwarded message ---------\nFrom: Siobhan O’Rourke <siobhan.orourke@mail.example>\nDate: ${words.date(ago(1, '20:00'))}\nSubject: the radiator at mum’s\nTo: James O’Rourke <james.orourke@mail.example>\n\nJimmy, the radiator in mum’s bedroom bangs at night like somebody hitting it with a spoon. She has moved to the sofa and her hip is not made for the sofa. Who was that heating firm you like? Can they come in the afternoon, and do they need me there or is mum enough?\n\nSiobhan`,
    ),
  ],
)
