import { tale } from '../../telling.ts'

/** The boiler fails for the first time: quick, warm, and with the cause left unasked. */
export const boilerFirst = tale(
  'boiler-first',
  'maria',
  'repairs',
  'No hot water since last night',
  ({ ago, mail, reply, note, kept, done }) => [
    mail(
      ago(62, '08:12'),
      'Good morning,\n\nthe boiler you put in two years ago went out last night and will not start. The display shows F28, I pressed reset four times like the booklet says. We have a baby of four months and a girl of five, and I heated bath water in the pasta pot.\n\nCould somebody come today? I can be home whenever you say.\n\nMaria Lopes, Rua do Poço 14',
    ),
    reply(
      'ana',
      ago(62, '08:31'),
      (pen) =>
        `Dear Maria,\n\nBath water from the pasta pot with a four-month-old waiting for it: that cannot go on until tomorrow. You need not press reset again, F28 means it does not see its flame.\n\n${pen.promise('first-visit', 'Ben comes with the ignition part', ago(62, '14:00'), `Ben will be with you ${pen.by(ago(62, '14:00'))}`)}, with the ignition part in the van. Rosa is already on her way with our electric kettle, the big one, so that the pasta pot can go back to its work.\n\nAna Costa, your person for repairs`,
    ),
    kept('first-visit', 'ben', ago(62, '13:40')),
    note(
      'ben',
      ago(62, '13:46'),
      'Electrode changed, runs. The old one did not look that bad to be honest. Gas pressure not measured, gauge was in the other van.',
    ),
    mail(
      ago(62, '15:05'),
      'It is warm again, and the little one is clean. Ben was wonderful, he let my daughter look at the flame through the little window and she has told everybody since that there is a blue cat in our boiler.\n\nThank you both. Rosa can have her kettle back whenever she likes.\nMaria',
    ),
    reply(
      'ana',
      ago(62, '15:20'),
      'Dear Maria,\n\nPlease give the blue cat my regards. Ben has read your letter and pretends to be busy. The kettle can wait until one of you passes the shop; the invoice goes by post, there is nothing more to do from your side.\n\nThank you for telling us it stayed warm.\n\nAna',
    ),
    done('ana', ago(62, '15:21'), 'thanks'),
  ],
)
