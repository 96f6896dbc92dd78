import { tale } from '../../telling.ts'

/** A promise handed over with its brief when Ana went on leave, and kept by Ben. */
export const keySafe = tale(
  'key-safe',
  'henry',
  'repairs',
  'A key safe for the ground-floor flat',
  ({ ago, mail, reply, handover, kept, done }) => {
    const fitted = ago(44, '12:00')
    return [
      mail(
        ago(50, '15:30'),
        'Dear Ms Costa,\n\nThe new tenants of the ground-floor flat arrive on a late flight, and I should not like them to wake anybody for a key. Could you fit a small safe by the door, of the kind with four wheels, and let me know the number?\n\nYours sincerely,\nHenry Blackwood',
      ),
      reply(
        'ana',
        ago(50, '16:10'),
        (pen) =>
          `Dear Mr Blackwood,\n\nA late flight and a dark stairwell is a poor welcome, so yes. ${pen.promise('safe', 'fit a key safe at Rua Nova', fitted, `We will have the safe on the wall ${pen.by(fitted)}`)}, to the left of the meter, where it stays dry. I choose a number that is nobody’s birthday and telephone it to you; I would rather not write it down.\n\nYours sincerely,\nAna Costa`,
      ),
      handover(
        'ana',
        'ben',
        ago(47, '17:30'),
        'I am away for a week. Mr Blackwood, formal, in Bath, polite and exact. He feels looked after and would like to stay so. Promised: the safe on the wall, left of the meter, and the number by telephone, never in a mail.',
        'safe',
      ),
      reply(
        'ben',
        ago(46, '09:10'),
        'Dear Mr Blackwood,\n\nMs Costa is on leave this week and has given your key safe to me, with the place, the hour and the rule that the number goes by telephone. You need not explain anything again.\n\nBen Okafor, heating and hot water (and doors)',
      ),
      kept('safe', 'ben', ago(44, '10:50')),
      mail(
        ago(43, '10:00'),
        'Dear Mr Okafor,\n\nYour call reached me at breakfast and the tenants reached their beds. I am obliged to both of you, and note that nobody had to be told anything twice.\n\nHenry Blackwood',
      ),
      done('ben', ago(43, '10:20'), 'thanks'),
    ]
  },
)
