import { tale } from '../../telling.ts'

/** Someone asks what we have written down about her, and gets all of it. */
export const whatYouKnow = tale(
  'what-you-know',
  'lucy',
  'hello',
  'What do you know about me?',
  ({ ago, mail, reply, kept, done }) => {
    const all = ago(70, '17:00')
    return [
      mail(
        ago(73, '21:05'),
        'Hello,\n\nthis may be a strange one. Your colleague on the phone knew that I have a cat and that the key sticks, and I did not remember telling anyone. It was helpful, but I lay awake a bit. Could you tell me what you have written down about me? And can the part about me living alone go, if it is there?\n\nLucy Hargreaves',
      ),
      reply(
        'rosa',
        ago(72, '08:40'),
        (pen) =>
          `Dear Lucy,\n\nNot strange at all. Nobody should lie awake over what a plumber knows. “Lives alone” was there, from a visit two years ago, and I have deleted it before answering you; nobody here needs it.\n\n${pen.promise('print', 'send Lucy everything we have about her', all, `You will have a print of everything else ${pen.by(all)}`)}: each line with the day and who wrote it. Cross out what you do not want us to remember, and it is gone, without a reason.\n\nRosa Amaral`,
      ),
      kept('print', 'rosa', ago(71, '10:15')),
      mail(
        ago(71, '13:30'),
        'That was fast, and shorter than I had feared. The cat may stay, she is called Biscuit. The sticking key may stay too, until it is oiled. Thank you for deleting first and answering then.\n\nLucy',
      ),
      done('rosa', ago(71, '14:00'), 'thanks'),
    ]
  },
)
