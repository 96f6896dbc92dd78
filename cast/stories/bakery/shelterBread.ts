import { tale } from '../../telling.ts'

/** What is left in the evening, and where it goes. */
export const shelterBread = tale(
  'shelter-bread',
  'ingrid',
  'bakery',
  'What happens to your bread at seven?',
  ({ ago, mail, reply, note, kept, done }) => {
    const first = ago(57, '19:30')
    return [
      mail(
        ago(60, '15:00'),
        'Good afternoon,\n\nI run the night shelter at the station. About thirty people a night, most of them decent company. I walk past your window at seven and see what is still on the shelves, and I have never dared to ask what happens to it. So now I ask. We could collect it, wash the crates and not be a nuisance.\n\nIngrid Solberg',
      ),
      note('tomas', ago(60, '15:20'), 'Rosa, can I just say yes? It goes to the chickens and they are fat.'),
      note(
        'rosa',
        ago(60, '15:31'),
        'You need not ask me for bread. Say yes, and that my grandfather did it in the war. Nobody collects: you pass the station anyway.',
      ),
      reply(
        'tomas',
        ago(60, '15:40'),
        (pen) =>
          `Dear Ingrid,\n\nIt goes to very fat chickens, and from now on to you. You dared, so you need not wash anything either: I drive past the station on my way home. ${pen.promise('first-crate', 'bring the first crates to the shelter', first, `I will bring the first crates ${pen.by(first)}`)}, at the side door, and then every evening but Sunday.\n\nRosa says her grandfather did the same and that we should not have needed asking.\n\nTomás`,
      ),
      kept('first-crate', 'tomas', ago(57, '19:10')),
      mail(
        ago(56, '10:20'),
        'Rye, rolls, and eleven custard tarts, over which there was almost a parliament. A man who has not spoken since he came said “cinnamon”. I thought you should know what you drove past with.\n\nIngrid',
      ),
      done('tomas', ago(56, '11:00'), 'thanks'),
    ]
  },
)
