import { tale } from '../../telling.ts'

/** Their turn: one question of ours is open, and nothing else. */
export const meterReading = tale(
  'meter-reading',
  'lucy',
  'repairs',
  'Moving out, who reads the meters?',
  ({ ago, mail, reply }) => [
    mail(
      ago(7, '17:20'),
      'Hi there,\n\nwe move out at the end of the month and the landlord says “the heating people” read the meters, which I think is you?? Do I need to be there, and what happens to what we paid in advance. Sorry for all the questions, first time I move out of anything.\n\nLucy',
    ),
    reply(
      'ben',
      ago(6, '09:00'),
      'Hi Lucy,\n\nYour landlord is half right: we read the heat, he reads the water. You need not be there, the heat meter is in the stairwell. What you paid ahead is set against what you used; if something is left over, it goes back to your account within four weeks of the reading.\n\nOne thing I need from you: the day you hand over the keys, so that I read on that day and not a week of the next people’s heating on your bill.\n\nAnd nobody knows how to move out before they have done it.\n\nBen',
    ),
  ],
)
