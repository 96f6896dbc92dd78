import { tale } from '../../telling.ts'

/** Advice: the right cake for a mixed table. */
export const glutenFree = tale(
  'gluten-free',
  'beatriz',
  'bakery',
  'Two without gluten, eight with opinions',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(40, '10:00'),
      'Good morning,\n\nwe are ten at the table, two of them coeliac, and the other eight make a face at anything “without”. I do not want two cakes, the two always end up with the small sad one. What could you bake that everybody eats? And is it really safe, or only nearly?\n\nBea',
    ),
    reply(
      'ines',
      ago(40, '10:40'),
      'Dear Bea,\n\nThe almond and orange cake: there has never been flour in it, it is my grandmother’s, so nothing is “without”. I would not tell the eight. Twelve pieces, 28 euros.\n\nReally safe, not nearly: I bake it on Mondays when the big oven is cold and no flour is in the air, and freeze it for you the same hour. For coeliac friends do not buy our other almond things; those are only nearly.\n\nInês',
    ),
    mail(
      ago(36, '20:00'),
      'They asked for the recipe. All ten of them. The coeliac two had seconds and nobody noticed that this was the point. Thank you for saying which ones are only nearly, nobody ever says that.\n\nBea',
    ),
    done('ines', ago(35, '09:00'), 'thanks'),
  ],
)
