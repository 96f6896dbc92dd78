import { photoOfBoiler } from '../../attachments.ts'
import { tale } from '../../telling.ts'

/** The same boiler, the same F28: a second failure, a promise due today, three questions and one of them old. */
export const boilerAgain = tale(
  'boiler-again',
  'maria',
  'repairs',
  'The boiler again, F28',
  ({ lately, today, mail, reply, note, assign }) => {
    const call = today('17:00')
    return [
      mail(
        lately(300),
        'Dear Ana,\n\nI am sorry to write again. The boiler is out since this night, F28, exactly as the last time, I put a photo. My husband carried water up from the neighbour before work and my daughter asks where the cat has gone.\n\nWhen can somebody come? And is it the same part, or is the boiler itself no good? I also never got the invoice of the first repair, the landlord asks me for it every week. Could you send it to me?\n\nMaria',
        { attachments: [photoOfBoiler()] },
      ),
      assign('ana', lately(285)),
      reply(
        'ana',
        lately(262),
        (pen) =>
          `Dear Maria,\n\nYour husband carrying water up the stairs, for the second time and for the same F28: that should not have happened, and it is ours. I am sorry. We changed a part and did not look for why it had failed.\n\nBen is on the road to you now with a gas valve and, this time, the gauge. He stays until he has found the cause, however long it takes, and you pay nothing for this visit. ${pen.promise('boiler-call', 'call Maria with the cause of F28', call, `I will call you ${pen.by(call)} with what he found`)}, also if it is bad news about the boiler.\n\nAnd tell your daughter that the cat is still in there. It hides when the gas is too weak.\n\nAna`,
      ),
      note(
        'ben',
        lately(120),
        'F28 twice on a two-year-old set is never the electrode. Pressure at the meter is 14, should be 20. So not the boiler at all: the street or their regulator. Have called the gas company from the pavement. Should have measured the first time. My mistake, Maria should hear that from me as well.',
      ),
      mail(
        lately(38),
        'Thank you Ana. Ben is here and lies under the stairs with a torch, my daughter holds the other torch.\n\nThe invoice is still missing, if the landlord has it tomorrow he pays this month, otherwise he says next month. And one thing more: if the gas in the street is too weak, is it dangerous for us to sleep here?\n\nMaria',
      ),
    ]
  },
)
