import { tale } from '../../telling.ts'

/** What came after the burst pipe: a paper for the insurer, Ana's second promise for today. */
export const insuranceLetter = tale(
  'insurance-letter',
  'tiago',
  'repairs',
  'A paper for my mother’s insurance',
  ({ ago, today, mail, reply, note }) => {
    const letter = today('16:00')
    return [
      mail(
        ago(2, '12:20'),
        'Dear Ana,\n\nthe insurance of my mother wants a written statement: when the pipe burst, what was damaged, what caused it. They gave her ten days and of course the paper came late. She does not sleep over it, she keeps reading me the last sentence on the telephone.\n\nCould you write something that they understand? And does she have to keep the broken piece of pipe? She has it in the bread box.\n\nTiago',
      ),
      reply(
        'ana',
        ago(2, '14:05'),
        (pen) =>
          `Dear Tiago,\n\nYour mother can stop reading the last sentence: ten days are enough, and the paper is our work. ${pen.promise('statement', 'statement for Dona Emília’s insurer', letter, `I will send you the statement ${pen.by(letter)}`)}, with Ben’s photographs and the cause in two plain lines, so that you only have to forward it.\n\nYes, please, let her keep the piece of pipe until the insurer has answered. The bread box is an excellent place.\n\nAna`,
      ),
      note(
        'ben',
        ago(1, '10:30'),
        'Photos are in the folder, 1 to 6. Cause: copper joint from 1981, worn thin at the bend. Nobody’s fault, least of all hers. Write that she closed the stopcock at once, they like that and it is true.',
      ),
    ]
  },
)
