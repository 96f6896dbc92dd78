import { tale } from '../../telling.ts'

/** A café that would like more, and earlier: waiting for Tomás. */
export const croissants = tale(
  'croissants',
  'marco',
  'bakery',
  'Sixty instead of forty',
  ({ ago, mail, note, assign }) => [
    mail(
      ago(1, '11:30'),
      'Ciao Tomás,\n\nthe language school next to us has opened and at eight they stand in a line to the fountain. Can we have 60 croissants instead of 40, beginning next week? And could the van come at 6:15 and not at 6:45, through the side door? My nephew will be there, he is called Dario and he is not good in the mornings.\n\nGrazie,\nMarco',
    ),
    assign('tomas', ago(1, '12:00'), 'ines'),
    note(
      'ines',
      ago(1, '12:02'),
      'Sixty is fine for the oven. 6:15 means the shelter’s bread goes second: ask Ingrid before you say yes.',
    ),
  ],
)
