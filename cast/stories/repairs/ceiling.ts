import { tale } from '../../telling.ts'

/** Something severe, politely understated: water through a ceiling and a light that "has gone off by itself". */
export const ceiling = tale(
  'ceiling',
  'edith',
  'repairs',
  'A small matter with the ceiling',
  ({ lately, mail, assign }) => [
    mail(
      lately(130),
      'Dear Sirs,\n\nI do not wish to make a fuss, and I expect you have people in greater need. There is a little water coming through the kitchen ceiling since the day before yesterday. I have put the preserving pan under it, which I empty every hour, also during the night. The lamp above the table has gone off by itself and makes a ticking sound.\n\nI have not been up to see the young man above, as the stairs are rather a business for me. Perhaps somebody might look at it when it suits you?\n\nYours faithfully,\nEdith Lowry (Mrs)',
    ),
    assign('ana', lately(96), 'rosa'),
  ],
)
