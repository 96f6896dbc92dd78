import { tale } from '../../telling.ts'

/** A simple thing, answered once; her first lines are in Ukrainian. */
export const waterFilter = tale(
  'water-filter',
  'olga',
  'repairs',
  'Фільтр для води / water filter',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(15, '14:00'),
      'Добрий день!\nПишу англійською, вибачте за помилки.\n\nI cook in the parish house for eleven people and the water from the kitchen tap tastes of iron since Monday. On the filter is written K, the number is rubbed away. Is it K4 or K5, and what does it cost?\n\nОльга Петренко (Olha)',
    ),
    reply(
      'ana',
      ago(15, '14:20'),
      'Добрий день, Olha,\n\nThere is nothing to forgive in your English. It is K5: the parish house has the tap with the blue ring, I sold it to Father Miguel myself. It costs 14 euros and lies here at the counter with your name on it.\n\nThe iron comes from the old filter, not from the pipe, so the soup is safe. Let the first two litres run away after changing it.\n\nAna Costa',
    ),
    mail(
      ago(15, '15:00'),
      'Perfect, I come by before I cook. Дякую! My helper said nobody will answer before next week, I will show him your letter.',
    ),
    done('ana', ago(14, '09:00'), 'nothing-more'),
  ],
)
