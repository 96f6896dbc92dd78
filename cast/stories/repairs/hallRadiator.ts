import { tale } from '../../telling.ts'

/** A call that did not come: the promise late in the team, and a man who has now asked twice. */
export const hallRadiator = tale(
  'hall-radiator',
  'paul',
  'repairs',
  'Radiator in the hall',
  ({ ago, lately, mail, reply }) => {
    const call = ago(1, '12:00')
    return [
      mail(
        ago(6, '10:10'),
        'Hi,\n\nthe radiator in the hall is hot at the top and stone cold at the bottom. I have bled it twice, no air came, only a bit of black water on my socks. Is that somthing I can fix myself or do you need to come?\n\nPaul',
      ),
      reply(
        'ben',
        ago(6, '11:30'),
        (pen) =>
          `Hi Paul,\n\nCold at the bottom and black on the socks is sludge, not air, so you can stop bleeding it; you did nothing wrong. It wants flushing, which takes an hour and my machine.\n\n${pen.promise('flushing-call', 'call Paul to find a morning for flushing', call, `I will call you ${pen.by(call)}`)} so we find a morning that suits you.\n\nBen`,
      ),
      mail(
        ago(1, '15:10'),
        (words) =>
          `Hello Ben,\n\nany news? You wanted to call me ${words.by(call)}, I stayed in for it. Maybe I missed something, my number is the same as always.\n\nPaul`,
      ),
      mail(
        lately(170),
        'Still nothing, and I have carried the phone from room to room again, even to the bins. Did you get my mail? If it is too much at the moment just tell me, then I ask somebody else, no hard feelings. I only do not like sitting by a phone.\n\nPaul',
      ),
    ]
  },
)
