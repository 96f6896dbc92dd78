import { tale } from '../../telling.ts'

/** Twenty messages to a warm bedroom: a repair by letter, cup in hand. */
export const floorHeating = tale(
  'floor-heating',
  'bruno',
  'repairs',
  'Floor heating, the bedroom stays cold',
  ({ ago, mail, reply, done }) => {
    const hears = (at: string, text: string) => mail(ago(20, at), text)
    const says = (at: string, text: string) => reply('ben', ago(20, at), text)
    return [
      hears(
        '09:00',
        'Hello Ben,\n\nthe floor in the bathroom is warm, in the bedroom it is not, since about a week. I am at home with a broken toe and would like to fix it myself if somebody tells me where to begin. I have a screwdriver and time.\n\nBruno',
      ),
      says(
        '09:12',
        'Hi Bruno,\n\nA screwdriver and time is all it needs. Begin at the manifold, the row of small glass tubes behind the white door in the corridor. Each has a little red float in it. Which float does not move?\n\nBen',
      ),
      hears(
        '09:40',
        'Found it, behind the winter coats. Six tubes. Number 3 stands still, the others tremble.',
      ),
      says(
        '09:52',
        'Then number 3 is your bedroom. Above it sits a black cap. Two turns to the left, by hand, and watch the float for five minutes. And sit down for it, with that toe.',
      ),
      hears('10:20', 'Sitting. It trembled for a minute, I got hopeful, then it stopped.'),
      says(
        '10:31',
        'Good, so the valve is not stuck. That is what I was afraid of. There is air in it. Close the other five (black caps to the right until they stop), leave number 3 open, and put your ear to the pipe. What do you hear?',
      ),
      hears(
        '10:58',
        'It gurgles like my uncle after Christmas dinner. My wife has come to look at me lying on the floor among the coats with my ear on a pipe. What now?',
      ),
      says(
        '11:07',
        'Give your wife my regards and ask her for a cup. At the end of the row is a small brass screw. Hold the cup under it and open it a quarter turn. It will spit and hiss. Close it when only water comes. About half a cup.',
      ),
      hears('11:45', 'Half a cup exactly!! How did you know? And it was black, is that bad?'),
      says(
        '11:56',
        'Twenty years of cups. Black is normal, it is old water, not a fault. Wash the cup twice. Now open the other five again, two turns each, and look at number 3.',
      ),
      hears('12:20', 'Number 3 dances. It dances more than the others now, is that all right?'),
      says(
        '12:28',
        'It has some catching up to do. Turn its cap a half turn to the right, so the bathroom does not go cold in exchange. Then lunch. Floors are slow: you will feel nothing before the evening.',
      ),
      hears('13:02', 'Lunch is done. Half turn is done. I touch the floor every ten minutes.'),
      says('13:10', 'I know. Everybody does. Put on socks and read something.'),
      hears(
        '18:40',
        'I have to report that the floor is warm from the wall to the bed. Beyond the bed, not yet. Shall I do something or read on?',
      ),
      says(
        '18:52',
        'Read on. It comes from the wall, so by tomorrow the bed has it too. If the far side is still cold at breakfast, write to me and I come with the pump, at no charge, because then I was wrong.',
      ),
      mail(
        ago(19, '08:30'),
        'Warm feet on both sides of the bed, nine good toes and one bad. You were not wrong. You saved me a visit and yourself the stairs. Thank you, Ben.',
      ),
      reply(
        'ben',
        ago(19, '08:45'),
        'That is the best news before nine. You did all of it, I only typed. I wrote down “number 3, half a cup” on your card for the next one.\n\nBen',
      ),
      mail(
        ago(19, '08:51'),
        'The cup is back in the kitchen. I have not told anybody which one it is.\nBruno',
      ),
      reply(
        'ben',
        ago(19, '09:02'),
        'Thank you for the warning, Bruno. I take mine from the shelf. Nothing more from us; mind that toe.',
      ),
      done('ben', ago(19, '09:03'), 'thanks'),
    ]
  },
)
