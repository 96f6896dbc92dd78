import { tale } from '../../telling.ts'

/** Clara's first letter, answered as seriously as any. */
export const lostTooth = tale(
  'lost-tooth',
  'clara',
  'hello',
  'my tooth is in your shop',
  ({ ago, mail, reply, note, done }) => [
    mail(
      ago(21, '16:10'),
      'hello. i lost a tooth in your shop today at the table with the short leg. i was eating a roll (it was very good) and then it was gone. i need it because of the money. it is a small one from the top. my mum says it is in my stomach but i dont think so\n\nclara, 9',
    ),
    note(
      'rosa',
      ago(21, '16:25'),
      'Tomás, please look under the table with the short leg before you sweep. I am serious.',
    ),
    reply(
      'rosa',
      ago(21, '17:05'),
      'Dear Clara,\n\nTomás has looked under the table with the short leg, with a torch. He found a button, two sesame seeds and your tooth. It was inside the folded paper that makes the leg longer.\n\nIt is in an envelope with your name on it, behind the till. You can come for it with your mother when you like. Thank you for telling us exactly which table; that is how it was found.\n\nRosa',
    ),
    mail(
      ago(20, '15:30'),
      'i have it!!! and the button was also mine. thank you tomás you are very good at looking\n\nclara',
    ),
    done('rosa', ago(20, '15:50'), 'thanks'),
  ],
)
