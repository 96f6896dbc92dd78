import { tale } from '../../telling.ts'

/** Put off until the scaffold is down: a man far away who sleeps better knowing it. */
export const scaffold = tale(
  'scaffold',
  'peter',
  'repairs',
  'Stain under the roof tank, Rua do Forno 22',
  ({ ago, ahead, mail, reply, note, later }) => {
    const look = ahead(9, '12:00')
    return [
      mail(
        ago(11, '13:05'),
        'Hello,\n\nour neighbour Dona Alda has written that there is a stain as big as a plate under the roof tank of our house, and that it grows. We are in Utrecht until the summer and I lie awake calculating plates. The roofers still have their scaffold up. Is it something for you or for them, and how bad can it get?\n\nPeter van Dijk',
      ),
      reply(
        'ben',
        ago(10, '16:30'),
        (pen) =>
          `Hello Peter,\n\nYou can stop calculating. I have the key from Dona Alda and was up there today: the float valve of the tank drips, I have closed the tank and the plate will not grow. So it is for us, not for the roofers. Nothing is wet behind the plaster.\n\nTo change the valve I need the corner where their scaffold stands; they take it down next week. ${pen.promise('valve', 'change the float valve of the roof tank', look, `I will fit the new valve ${pen.by(look)}`)} and send you a picture of a dry ceiling.\n\nBen`,
      ),
      note(
        'ben',
        ago(10, '16:45'),
        'Dona Alda has our key now as well. She counts the roofers’ coffee breaks, ask her first if they are late.',
      ),
      later(
        'ben',
        ago(10, '16:50'),
        ahead(6, '08:00'),
        'the roofers’ scaffold stands in front of the tank until then',
      ),
    ]
  },
)
