import { tale } from '../../telling.ts'

/** An allergic child and the wrong cake: the worst kind of small mistake, answered in the right order. */
export const nuts = tale(
  'nuts',
  'miriam',
  'bakery',
  'Walnuts in Noam’s cake',
  ({ ago, today, mail, reply, note }) => {
    const list = today('19:00')
    return [
      mail(
        ago(1, '09:05'),
        'Good morning,\n\nmy son Noam is seven and allergic to nuts, you know him, he is the one who waves at the oven. I ordered the carrot cake without walnuts and there were walnuts in it. Chopped small, under the icing, where one does not see them. He had the fork in his hand when my sister tasted first.\n\nNothing happened. I am not asking for money. I would like to know how it could happen, and whether I can ever buy a cake from you again.\n\nMiriam Katz',
      ),
      note(
        'tomas',
        ago(1, '09:18'),
        'Two carrot cakes stood on the counter, one with, one without, same box, same ribbon. I packed it. I have not stopped thinking about the fork.',
      ),
      reply(
        'ines',
        ago(1, '09:50'),
        (pen) =>
          `Dear Miriam,\n\nNoam had the fork in his hand. That it ended there is your sister’s doing, not ours, and I am sorry. You told us what a nut does to him, and we handed you one.\n\nTwo carrot cakes stood side by side in the same box with the same ribbon, and the wrong one was given to you. From this morning a cake for an allergy is made first, at the clean table, sealed with red tape, and carries the child’s name. Nobody but me gives it out.\n\n${pen.promise('list', 'list of what is in each cake, and on which table it is made', list, `I will send you a list of what is in each of our cakes ${pen.by(list)}`)}, also of the ones I would not buy for him myself. Then you decide. Noam may wave at the oven either way.\n\nInês`,
      ),
      mail(
        ago(1, '15:10'),
        'Thank you for not telling me that it says “may contain” on the box. I wait for the list. Noam asks whether the red tape comes in blue.\n\nMiriam',
      ),
      reply('ines', ago(1, '15:25'), 'Dear Miriam,\n\nBlue it is. I have just sent Tomás for it.\n\nInês'),
    ]
  },
)
