import { tale } from '../../telling.ts'

/** Waiting for Rosa: a good idea from a customer, not yet answered. */
export const readingCorner = tale(
  'reading-corner',
  'ingrid',
  'hello',
  'An idea about the two front tables',
  ({ ago, mail, assign, note }) => [
    mail(
      ago(1, '10:20'),
      'Dear Rosa,\n\ntwo of my people from the shelter have found rooms, and they miss having somewhere to sit in the morning where nobody asks what they want. They would buy a coffee. They would not dare to make it last.\n\nYou are quiet between nine and eleven. Might the two front tables be tables at which a coffee may last, for anybody, without a sign that says for whom? I would pay the first month from our box.\n\nIngrid Solberg',
    ),
    assign('rosa', ago(1, '10:55')),
    note('ines', ago(1, '11:10'), 'Yes from me. And not from their box.'),
  ],
)
