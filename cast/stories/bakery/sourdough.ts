import { tale } from '../../telling.ts'

/** A first-timer put off until the lesson, with something promised before it. */
export const sourdough = tale(
  'sourdough',
  'yuki',
  'bakery',
  'Is the sourdough lesson for people like me',
  ({ ago, ahead, mail, reply, later }) => {
    const feeding = ahead(5, '12:00')
    const lesson = ahead(8, '18:00')
    return [
      mail(
        ago(9, '19:00'),
        'Hi,\n\nI saw the note in your window about a sourdough lesson. Is there still a place, and is it for people who have never baked anything at all? I moved here in the spring, I know nobody, and I once set fire to toast. I would be quiet.\n\nYuki',
      ),
      reply(
        'tomas',
        ago(8, '08:00'),
        (pen) =>
          `Hi Yuki,\n\nThere is a place, and it has your name on it. Never having baked is the best start: nothing to unlearn. You need not be quiet either, the dough does not mind.\n\nThe lesson is ${pen.on(lesson)}, at the long table, seven people. Bring a jar with a lid. ${pen.promise('feeding', 'send Yuki what to feed the starter', feeding, `I will send you what to feed it ${pen.by(feeding)}`)}. No toast is planned.\n\nTomás`,
      ),
      later(
        'tomas',
        ago(8, '08:02'),
        ahead(5, '07:00'),
        'the feeding plan goes out three days before the lesson',
      ),
    ]
  },
)
