import { tale } from '../../telling.ts'

/** A small failure, a short answer, and since then silence: why the regular went quiet. */
export const blueBag = tale('blue-bag', 'jo', 'bakery', 'My bag was gone', ({ ago, mail, reply, done }) => [
  mail(
    ago(52, '18:20'),
    'Dear Tomás,\n\nI came at half past five and the blue bag had been sold, the girl at the till said so, she could not know. There was no rye left at all. One of the two is for my neighbour upstairs who does not go out, and I had to ring at her door with crispbread.\n\nIt has never happened in three years, so I thought I would ask: should I order in another way now?\n\nJo',
  ),
  reply(
    'tomas',
    ago(51, '14:45'),
    'Hi, sorry if that was a problem. Bags not collected by five may be sold, it is on the sign. Ordering is the same as before.\n\nT.',
  ),
  done('tomas', ago(51, '14:46'), 'nothing-more'),
])
