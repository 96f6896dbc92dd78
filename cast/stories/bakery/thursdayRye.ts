import { tale } from '../../telling.ts'

/** A regular, when all was well. */
export const thursdayRye = tale(
  'thursday-rye',
  'jo',
  'bakery',
  'Thursday rye',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(104, '07:40'),
      'Good morning Tomás,\n\ntwo rye as always please, and one of the seeded. I shall be late, the choir sings until six and then they talk. Could the blue bag wait until half past?\n\nSee you in the evening,\nJo',
    ),
    reply(
      'tomas',
      ago(104, '07:55'),
      'Morning Jo,\n\nTwo rye and a seeded, in the blue bag, on the hook behind the till where the talkers cannot get at it. I am here until seven anyway, cleaning. Sing well.\n\nTomás',
    ),
    mail(
      ago(103, '20:10'),
      'The alto next to me would like to know where I buy my bread. I have not decided yet whether to tell her. Thank you for waiting!\nJo',
    ),
    done('tomas', ago(102, '06:10'), 'nothing-more'),
  ],
)
