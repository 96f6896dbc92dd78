import { tale } from '../../telling.ts'

/** The council asks for a word, and gets three. */
export const streetWorks = tale(
  'street-works',
  'martin',
  'hello',
  'Street works in front of number 12',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(35, '09:10'),
      'Good morning,\n\nThe pavement in front of number 12 will be taken up from the beginning of next week for four working days, to replace the water main. Deliveries can use the yard gate; pedestrians keep a passage of 1.20 m. Please confirm that you have read this, and tell me if you need the road on any particular morning.\n\nMartin Healey\nTown council, streets',
    ),
    reply(
      'rosa',
      ago(35, '09:45'),
      'Dear Martin,\n\nRead, and passed to both vans and to the oven. One morning matters: on the Wednesday the flour lorry comes at six, and it is 2.55 m wide. If your people could leave the gate free until seven that day, nobody in the street goes without bread.\n\nThank you for telling us a week ahead. The last time we learnt it from the digger.\n\nRosa Amaral',
    ),
    mail(
      ago(35, '11:20'),
      'Wednesday until seven is noted on the plan, and the foreman has asked which loaf you recommend. Thank you for the width.\n\nMartin Healey',
    ),
    done('rosa', ago(35, '11:40'), 'thanks'),
  ],
)
