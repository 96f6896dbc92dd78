import { tale } from '../../telling.ts'

/** A death in the house: nothing to decide now, everything that can rest, rests. */
export const danielsContract = tale(
  'daniels-contract',
  'grace',
  'hello',
  'My husband’s account',
  ({ ago, ahead, mail, reply, note, assign }) => {
    const page = ahead(1, '12:00')
    return [
      mail(
        ago(2, '06:40'),
        'Good morning,\n\nmy husband Daniel died five weeks ago. The maintenance contract was in his name, and there is a letter from you here that begins Dear Daniel. I do not know how one closes such a thing, or whether I should, he did everything with the heating. I do not even know which of the taps is the main one.\n\nI am sorry to bother you with it so early.\n\nGrace Mbeki',
      ),
      assign('rosa', ago(2, '08:05')),
      note(
        'rosa',
        ago(2, '08:10'),
        'I take this one. No template, no survey, nothing automatic to this address. Ben, she does not know the main tap: go by when she says so, and not before.',
      ),
      reply(
        'rosa',
        ago(2, '08:50'),
        (pen) =>
          `Dear Grace,\n\nI knew Daniel for eleven years. He always asked after the dog before he asked after the boiler. I am so sorry, and I am sorry that a letter of ours came to your table with his name on it. I took him off every list myself this morning.\n\nYou need not close anything or decide anything. The contract rests from today, it costs nothing while it rests, and if the heating stops one of us comes as before. ${pen.promise('page', 'one page: what the contract covers and what it costs', page, `I will send you one page ${pen.by(page)}`)} on what it covers, so that you can keep it or let it go, in a month or in a year.\n\nThe main tap is under the stairs, left of the meter, the one with the red string. Daniel tied the string. Ben can show you, at any hour you like.\n\nRosa Amaral`,
      ),
      mail(
        ago(1, '07:15'),
        'Dear Rosa,\n\nI found the red string. I sat there for a while. There is no hurry with the page.\n\nGrace',
      ),
      reply(
        'rosa',
        ago(1, '08:30'),
        'Dear Grace,\n\nThen it comes without hurry, and you need not answer it. The dog is called Faísca, by the way, and she is well.\n\nRosa',
      ),
    ]
  },
)
