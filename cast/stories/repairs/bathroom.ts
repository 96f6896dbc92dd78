import { tale } from '../../telling.ts'

/** A father home from hospital: a promise kept early, and what that was worth. */
export const bathroom = tale(
  'bathroom',
  'ricardo',
  'repairs',
  'My father cannot get into the tub',
  ({ ago, mail, reply, note, kept, done }) => {
    const ready = ago(24, '17:00')
    return [
      mail(
        ago(33, '20:15'),
        'Good evening,\n\nmy father comes home from hospital after a stroke. He walks with a frame and the tub is 58 cm high, I measured it. The nurse said a shower without a step, handrails on two sides, and a seat. She said it like one says bread and milk.\n\nI have never ordered anything of this kind. How long does it take, what will it cost about, and what do we do until then? He is a proud man and does not want to be washed by his son.\n\nRicardo Pinto',
      ),
      reply(
        'ana',
        ago(32, '08:20'),
        (pen) =>
          `Dear Ricardo,\n\nA proud man, and 58 centimetres. Then we begin with what helps tomorrow: a bath board that lies across the tub. He sits down outside, swings his legs in, and closes the door behind himself. Ben leaves one with you in the morning, on loan.\n\nThe shower without a step takes two days of work and costs about 2,400 euros with rails and seat; the health service pays back up to half, and I fill in that form with you. ${pen.promise('shower', 'shower without a step, rails, seat', ready, `We will have it finished ${pen.by(ready)}`)}.\n\nYou asked exactly the right things.\n\nAna Costa`,
      ),
      note(
        'ben',
        ago(30, '11:00'),
        'Measured. Corridor wall is plasterboard, needs a plate behind it or the rail comes off with the man. Tiles in stock. If the drain plays along I can be done three days early, say nothing yet.',
      ),
      kept('shower', 'ben', ago(27, '16:20')),
      reply(
        'ana',
        ago(27, '16:40'),
        'Dear Ricardo,\n\nThree days early: the drain was kind and Ben stayed late. The rails hold 150 kilos each, he hung on them himself to be sure. The form for the health service lies on the washing machine; sign at the two crosses and I send it off.\n\nAna',
      ),
      mail(
        ago(25, '09:30'),
        'He showered alone this morning. Eleven minutes, with the door locked, and he was singing, which I have not heard since my mother. I stood in the corridor like a thief.\n\nThank you all. I do not know what else to write.\nRicardo',
      ),
      done('ana', ago(25, '10:00'), 'thanks'),
    ]
  },
)
