import { tale } from '../../telling.ts'

/** A first-timer, a faint smell, and a sentence that hopes it is nothing. */
export const gasSmell = tale('gas-smell', 'dev', 'repairs', 'probably nothing', ({ lately, mail }) => [
  mail(
    lately(22),
    'Hi, not sure if you are the right people, we moved in two weeks ago and the neighbour gave me this address. There is a faint smell by the meter in the hall, a bit like onions, mostly in the mornings. Maybe its only the new paint. My wife says I imagine it, the dog wont lie there any more though.\n\nIs that something one should do something about? No rush\n\nDev',
  ),
])
