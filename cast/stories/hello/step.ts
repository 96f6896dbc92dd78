import { tale } from '../../telling.ts'

/** Eleven centimetres: somebody who could not get in, and wrote instead of leaving it. */
export const step = tale(
  'step',
  'yara',
  'hello',
  'Eleven centimetres',
  ({ ago, mail, reply, note, kept, done }) => {
    const ramp = ago(36, '12:00')
    return [
      mail(
        ago(44, '11:00'),
        'Good morning,\n\nI sat in front of your door on Saturday for a while. I use a wheelchair and there is a step of eleven centimetres, I have become good at measuring. Two people offered to lift me, which was kind, and which I do not like. The smell from inside made it worse.\n\nIs there another way in? And if there is none: would you consider one?\n\nYara Monteiro',
      ),
      note('rosa', ago(44, '11:20'), 'Twenty-six years I walk over that step. Ben, what does a ramp need?'),
      note(
        'ben',
        ago(44, '11:32'),
        'Eleven at 6 % is 1.85 m, fits if the bench moves. One day, oak, and a bell at the right height for the meantime. I do it on Thursday.',
      ),
      reply(
        'rosa',
        ago(44, '12:10'),
        (pen) =>
          `Dear Yara,\n\nYou sat outside in front of a step that I have walked over for twenty-six years without measuring it. I am sorry; it should not have taken you to tell me the number.\n\nThere is another way today: through the yard gate, level, and past the ovens, which is the better way in for the smell. ${pen.promise('ramp', 'build a ramp at the shop door', ramp, `We will have a ramp at the front door ${pen.by(ramp)}`)}, 1.85 m of oak, so nobody lifts anybody. Would you try it before I call it finished? You will see what we do not.\n\nRosa Amaral`,
      ),
      kept('ramp', 'ben', ago(38, '16:30')),
      mail(
        ago(37, '10:45'),
        'I have been up and down it six times and had to stop because of the queue. The slope is right. The bell could be ten centimetres lower, and the edge on the left wants a strip, in the rain. Otherwise I have nothing to complain of, and I had a whole list ready.\n\nYara',
      ),
      reply(
        'ben',
        ago(36, '17:20'),
        'Dear Yara,\n\nThe bell is ten lower, and a strip of brass is on the left edge since an hour ago. Thank you for the six times. If the rain finds something else, write to me.\n\nBen',
      ),
      done('ben', ago(36, '17:21'), 'thanks'),
    ]
  },
)
