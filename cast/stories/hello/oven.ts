import { tale } from '../../telling.ts'

/** A child writes: new, unassigned, and as much a customer as anybody. */
export const oven = tale('oven', 'clara', 'hello', 'how does the oven know', ({ lately, mail }) => [
  mail(
    lately(230),
    'hello i am clara i am 9. i have a question for the baker. how does the oven know when the bread is done?? my mum says it does not know but the bread is never burnt. only one time but that was the day with the fire alarm in the school. can i see it one day when it is working. i would not touch anything\n\nfrom clara\n\nP.S. do you have to get up at 3 also in the holidays',
  ),
])
