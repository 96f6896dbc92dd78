import { tale } from '../../telling.ts'

/** A time we could not keep, said before it came. */
export const chimney = tale(
  'chimney',
  'george',
  'repairs',
  'The chimney, and my white sofa',
  ({ ago, mail, reply, renegotiated, kept, done }) => {
    const first = ago(26, '09:00')
    const second = ago(24, '09:00')
    return [
      mail(
        ago(30, '10:00'),
        'Good morning,\n\nthe chimney smokes into the room when the wind is from the sea. Could you sweep it? I ask with some fear, because the last people swept it onto my sofa, which is white. Was white.\n\nGeorge Papadakis',
      ),
      reply(
        'ben',
        ago(30, '10:40'),
        (pen) =>
          `Hi George,\n\nI have heard of that sofa. We sweep from the roof down into a closed bag, and I bring two sheets of my own. ${pen.promise('sweep', 'sweep the chimney without the sofa noticing', first, `I will be at your door ${pen.on(first)}`)}. It takes an hour and a half, smoke and sea wind included.\n\nBen`,
      ),
      renegotiated(
        'sweep',
        'ben',
        ago(27, '11:15'),
        second,
        (pen) =>
          `Hi George,\n\nI said ${pen.on(first)} and I cannot keep it: the ladder for your roof is at the workshop with a cracked rung, and I will not go up on it. ${pen.promise('sweep-moved', 'sweep the chimney', second, `I will come ${pen.on(second)} instead`)}, the new rung is promised to me for the evening before. If that day is bad for you, tell me and you choose.\n\nSorry for turning your morning over.\n\nBen`,
      ),
      mail(
        ago(27, '11:30'),
        'Better a late sweep than a flat one. That day is good. Thank you for telling me in time and not at the door.\nGeorge',
      ),
      kept('sweep', 'ben', ago(24, '10:35')),
      mail(
        ago(24, '13:00'),
        'Draws like a pipe organ. The sofa and I have inspected each other and found nothing. I have given your number to my brother, who owns no sofa but four chimneys.\nGeorge',
      ),
      reply(
        'ben',
        ago(24, '17:30'),
        'Four chimneys and no sofa is my favourite kind of brother. Thank you, George, also for taking the change so kindly. The next sweep is due in a year; I will not wait for the smoke.\n\nBen',
      ),
      done('ben', ago(24, '17:31'), 'next-step'),
    ]
  },
)
