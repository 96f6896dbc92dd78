import { tale } from '../../telling.ts'

/** Two of us answer the same mail within four minutes, and say different hours. */
export const hotelKitchen = tale(
  'hotel-kitchen',
  'omar',
  'repairs',
  'Kitchen drain, before the weekend party',
  ({ ago, mail, reply, note, kept, done }) => {
    const visit = ago(27, '11:00')
    return [
      mail(
        ago(28, '14:10'),
        'The drain in the hotel kitchen runs slower every day. At the weekend we have a christening with eighty people and the chef refuses to begin like this. I cannot blame him. Which morning could you come? As you know, nothing before 10:30.\n\nO. Haddad',
      ),
      reply(
        'ben',
        ago(28, '14:31'),
        (pen) =>
          `Dear Mr Haddad,\n\nNo chef should begin like that. I will come with the spiral ${pen.on(ago(27, '08:00'))} and be out of his way before the onions.\n\nBen`,
      ),
      reply(
        'ana',
        ago(28, '14:35'),
        (pen) =>
          `Dear Mr Haddad,\n\nPlease forget Ben’s hour; we wrote at the same moment and he did not see your guests sleeping. ${pen.promise('drain', 'clear the kitchen drain', visit, `Ben will be in your kitchen ${pen.on(visit)}`)}, not before, and the drain is clear when the onions arrive.\n\nAna Costa`,
      ),
      note(
        'ana',
        ago(28, '14:37'),
        'Ben, we crossed. He said 10:30 in his mail and it stands on his card. No harm, but look at the card before you name an hour.',
      ),
      note('ben', ago(28, '15:20'), 'Seen. Was under a sink and answered with my thumb.'),
      kept('drain', 'ben', ago(27, '12:05')),
      mail(
        ago(26, '09:00'),
        'It runs like a river. The chef has asked me to say that Mr Okafor may eat here whenever he likes. As for the two letters: I have a night porter and a day porter, I know how it goes.\n\nO. Haddad',
      ),
      done('ana', ago(26, '09:30'), 'thanks'),
    ]
  },
)
