import { tale } from '../../telling.ts'

/** The visit that failed because nobody waited for the lamp; the reason it stands on Sam's card. */
export const flashingBell = tale(
  'flashing-bell',
  'samuel',
  'repairs',
  'Nobody came (somebody came)',
  ({ ago, mail, reply, note, kept, done }) => {
    const visit = ago(66, '10:00')
    return [
      mail(
        ago(67, '11:40'),
        'I took the morning off for the heating service, nine to eleven. Nobody came. Now I find a card under the door that you rang and I was not in. I was in. The bell flashes a lamp in my kitchen and by the time I am at the door your man is gone. It is the second time. Please write, I am deaf.\n\nSamuel Adeyemi',
      ),
      reply(
        'ben',
        ago(67, '12:25'),
        (pen) =>
          `Dear Samuel,\n\nThat was me. I rang, counted to twenty and left a card that said you were not in, and you stood behind the door with a morning off work. I am sorry. I knew nothing of the lamp, but I could have waited, or slid a note under the door and stayed.\n\n${pen.promise('second-try', 'service the heating, ring and wait', visit, `I will ring ${pen.on(visit)} and wait for you`)}. If that hour costs you work again, name any other, evening too. The service is on us.\n\nBen Okafor`,
      ),
      note(
        'ana',
        ago(67, '12:40'),
        'Put on his card: ring and wait, the lamp is in the kitchen. Ben, thank you for writing “that was me”.',
      ),
      kept('second-try', 'ben', ago(66, '10:04')),
      mail(ago(66, '12:10'), 'He rang and waited. He even waved at the lamp. All good now, and call me Sam.'),
      done('ben', ago(66, '12:30'), 'thanks'),
    ]
  },
)
