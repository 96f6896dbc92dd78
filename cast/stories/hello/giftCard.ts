import { tale } from '../../telling.ts'

/** Believed without proof, and nobody asked for a receipt. */
export const giftCard = tale('gift-card', 'anna', 'hello', 'Lost gift card', ({ ago, mail, reply, done }) => [
  mail(
    ago(11, '10:00'),
    'Dzień dobry,\n\nI write in English because I do not know Portuguese for this. I lost the gift card from my sister, 50 euros. I have no number and no receipt, of course, it was a gift. Only that somebody had drawn a cat on it. I think it is gone? I wanted to ask before I tell her.\n\nAnna Kowalska',
  ),
  reply(
    'ana',
    ago(11, '10:15'),
    'Dzień dobry Anna,\n\nNot gone. Tomás draws those cats and remembers yours, it had a bow tie. A new card over the same 50 euros lies at the till under your name, the old one no longer counts, and there is nothing you have to prove or sign.\n\nYou need not tell your sister anything, except perhaps about the cat: it is drawn again.\n\nAna Costa',
  ),
  mail(
    ago(10, '17:00'),
    'Even the bow tie! I had already written half of a letter to my sister. Dziękuję, and please tell Tomás he has a talent besides bread.',
  ),
  done('ana', ago(10, '17:05'), 'thanks'),
])
