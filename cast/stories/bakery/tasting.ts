import { tale } from '../../telling.ts'

/** Amara's next weddings: a tasting promised for later this week or early next. */
export const tasting = tale(
  'tasting',
  'amara',
  'bakery',
  'Tasting for three couples',
  ({ ago, ahead, mail, reply }) => {
    const table = ahead(4, '16:00')
    return [
      mail(
        ago(2, '15:00'),
        'Inês,\n\nthree new couples, one of them vegan and ashamed of it. Could we taste lemon, almond and the olive oil one, all on the same afternoon? And is there something without eggs that does not taste of principles?\n\nWe would be six with me. After four is best, they all pretend to be at work.\n\nAmara',
      ),
      reply(
        'ines',
        ago(2, '15:40'),
        (pen) =>
          `Amara,\n\nTell the ashamed one that the carrot cake has no egg in it and has fooled my own mother. Lemon, almond, olive oil and that one: ${pen.promise('tasting', 'tasting of four cakes for six', table, `I will have all four on the table ${pen.on(table)}`)}, for six people who are at work.\n\nThen we sit down with your calendar and I read the three dates back to you, aloud, as agreed.\n\nInês`,
      ),
    ]
  },
)
