import { tale } from '../../telling.ts'

/** A poor answer and the one that should have been first; kept as it happened. */
export const chargedTwice = tale(
  'charged-twice',
  'andre',
  'repairs',
  'Charged twice for one tap',
  ({ ago, mail, reply, note, assign, kept, done }) => {
    const money = ago(35, '17:00')
    return [
      mail(
        ago(38, '09:15'),
        'Good morning,\n\nyou took the 186 euros for the kitchen tap twice from my account, on the same day. My rent bounced because of it and the bank charged me 12 euros for that. Please send the second payment back and tell me when I will see it.\n\nAndré Silva',
      ),
      reply(
        'ben',
        ago(38, '16:40'),
        'Hello,\n\nas stated on the invoice, payments are collected automatically. A second debit may have been triggered. We apologise for any inconvenience. You should have called us before the debit date.\n\nBen',
      ),
      mail(
        ago(37, '08:05'),
        'How should I call before the debit date about a debit I did not know of? I asked two things. When do I get my money, and what about the 12 euros. My landlord is a patient man but I do not like to be the one he is patient with.\n\nAndré',
      ),
      assign('ana', ago(37, '08:30')),
      note(
        'ana',
        ago(37, '08:34'),
        'Ben, this one comes to me. Nobody acts in your letter, and it tells a man whose rent bounced what he should have done. Let us look at it together at coffee; I have sent worse in my first year.',
      ),
      reply(
        'ana',
        ago(37, '08:50'),
        (pen) =>
          `Dear André,\n\nYour rent bounced because we took 186 euros from you twice, and then our answer told you what you should have done. You did nothing wrong. I am sorry for both: I pressed the collection myself, once from the list and once by hand.\n\nThe 186 euros left here this morning, together with the 12 of your bank. ${pen.promise('money', 'check that the 198 euros have arrived', money, `I will write to you ${pen.by(money)} to hear that both are on your account`)}. If your landlord wants it in writing that the fault was ours, I write to him today.\n\nAna Costa`,
      ),
      note(
        'ben',
        ago(37, '10:10'),
        'Read it. It reads like a machine wrote it, and it was me, between two jobs. I have said sorry to him on the phone.',
      ),
      reply(
        'ana',
        ago(35, '15:20'),
        'Dear André,\n\nI said I would ask: are both sums there, the 186 and the 12? From now on a second collection of the same invoice is refused by the program; Lena changed that yesterday.\n\nAna',
      ),
      kept('money', 'ana', ago(35, '15:20')),
      mail(
        ago(35, '18:45'),
        'Both are there. Ben called too, that was decent of him. My landlord says he has never had a letter from a plumber before and would like to keep it that way. So all is well.\nAndré',
      ),
      done('ana', ago(34, '08:30'), 'thanks'),
    ]
  },
)
