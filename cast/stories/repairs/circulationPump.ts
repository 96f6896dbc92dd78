import { tale } from '../../telling.ts'

/** The hotel's second pump: a price promised for today, in HTML with a signature as hotels write. */
export const circulationPump = tale(
  'circulation-pump',
  'omar',
  'repairs',
  'Hot water on the second floor',
  ({ ago, today, mail, reply, note }) => {
    const price = today('18:00')
    return [
      mail(
        ago(3, '09:20'),
        'Good morning,\n\nOn the second floor the hot water arrives only after four minutes. Two guests have mentioned it in their reviews this month, one of them at length. Could you give me a price for a second circulation pump, and tell me for how many hours the water would be off?\n\nO. Haddad\n--\nHotel Haddad, Largo da Estação 2',
        {
          html: '<p>Good morning,</p><p>On the second floor the hot water arrives only after <b>four minutes</b>. Two guests have mentioned it in their reviews this month, one of them at length. Could you give me a price for a second circulation pump, and tell me for how many hours the water would be off?</p><p>O. Haddad</p><p>--<br><b>Hotel Haddad</b>, Largo da Estação 2</p>',
        },
      ),
      reply(
        'ben',
        ago(3, '11:02'),
        (pen) =>
          `Dear Mr Haddad,\n\nFour minutes is a long time to stand in a bathrobe, and longer when one writes reviews. I measured your riser in the linen room when we did the first pump, so I can work it out without another visit and without waking anybody.\n\n${pen.promise('pump-price', 'price and hours without water for a second pump', price, `You will have the price and the hours without water from me ${pen.by(price)}`)}.\n\nBen Okafor, heating and hot water`,
      ),
      note(
        'ben',
        ago(2, '17:40'),
        'Pump itself 214. Waiting for the wholesaler about the check valve, everything else is in the sheet in the van. Two men, four hours, never before 10:30.',
      ),
    ]
  },
)
