import { tale } from '../../telling.ts'

/** "I dare say it is my own fault": a broken tooth, politely told, and a check promised for next week. */
export const oliveStone = tale(
  'olive-stone',
  'esther',
  'bakery',
  'An olive in the olive bread',
  ({ ago, ahead, mail, reply, note }) => {
    const ask = ahead(6, '11:00')
    return [
      mail(
        ago(3, '08:30'),
        'Dear Madam,\n\nThe olive bread is excellent, and I dare say it is my own fault for eating it with enthusiasm. One of the olives still had its stone. A corner of a front tooth has come away, quite cleanly. I play the oboe, and the dentist believes I may be able to again by the end of the month, so it is not as if I had lost a finger.\n\nI thought you might wish to look at the other loaves.\n\nYours truly,\nEsther Goldman',
      ),
      note(
        'ines',
        ago(3, '08:44'),
        'All olive loaves off the shelf. One more stone found, in the third. New supplier, “pitted”. Back they go. Rosa, this is for the insurance, and I write to her first.',
      ),
      reply(
        'ines',
        ago(3, '09:05'),
        (pen) =>
          `Dear Mrs Goldman,\n\nEnthusiasm is what olive bread is for; the stone is our fault and nobody’s else. You may not be able to play for weeks because of it, and you wrote to protect the other loaves. I am sorry, and I thank you: we took them all off the shelf and found a second stone.\n\nWhat the dentist costs, we pay, whatever it is; please send the bill to me and not to your insurer. If a concert falls into these weeks, tell me what it would have paid. The olives went back this morning, and until I have pitted them myself there is no olive bread.\n\n${pen.promise('tooth', 'ask Mrs Goldman how the tooth is', ask, `I will write to you ${pen.on(ask)}`)} to hear how the tooth is.\n\nInês Duarte`,
      ),
      mail(
        ago(2, '10:10'),
        'Dear Miss Duarte,\n\nThat is handsomely said. There is one concert, in the library, unpaid, with biscuits. I shall turn pages instead. The bill I will send when there is one.\n\nEsther Goldman',
      ),
      reply(
        'ines',
        ago(2, '10:40'),
        'Dear Mrs Goldman,\n\nThen the biscuits at the library are ours, without stones. I keep a seat in the third row for myself.\n\nInês Duarte',
      ),
    ]
  },
)
