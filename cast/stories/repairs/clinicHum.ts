import { tale } from '../../telling.ts'

/** Dr Ashworth's other open matter, which she did not want to mix with the first. */
export const clinicHum = tale(
  'clinic-hum',
  'helen',
  'repairs',
  'A hum above treatment room 2',
  ({ lately, ago, mail, assign, note }) => [
    mail(
      ago(1, '14:40'),
      'Dear Ms Costa,\n\nI keep this apart from the inspection, so that neither is forgotten. Since the beginning of the week there is a low hum above treatment room 2. It begins a few minutes after nine and stops towards noon. I take blood pressure there, and frightened people hear it before I do.\n\nIs it the pump, and may we use the room in the meantime?\n\nH. Ashworth',
    ),
    assign('ana', ago(1, '15:05')),
    note(
      'ben',
      lately(90),
      'Nine to noon is the dishwasher of the bakery school next door, they share the riser. Bet: a loose clamp. Harmless. Can take it along with the inspection but she should hear it before that.',
    ),
  ],
)
