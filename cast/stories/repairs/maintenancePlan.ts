import { tale } from '../../telling.ts'

/** An out-of-office that answers us, and must not wake anybody. */
export const maintenancePlan = tale(
  'maintenance-plan',
  'henry',
  'repairs',
  'Maintenance plan, Rua Nova',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(10, '10:00'),
      'Dear Ms Costa,\n\nMight I trouble you for the maintenance plan for the three flats in Rua Nova? My accountant has taken against the word “as needed”.\n\nYours sincerely,\nHenry Blackwood',
    ),
    reply(
      'ana',
      ago(10, '11:00'),
      'Dear Mr Blackwood,\n\nFor your accountant, then, without the word. All three flats: the boilers once a year, in March; the radiators every second September; the tank on the roof each May, before the summer guests. Eleven hours in a usual year, always by Ben, who has the keys.\n\nNothing more is needed from you.\n\nYours sincerely,\nAna Costa',
    ),
    mail(
      ago(10, '11:01'),
      'I am away from my desk and read my letters on Fridays. In urgent matters concerning Rua Nova please write to Ms Costa at Casa Amaral, who knows more about it than I do.\n\nHenry Blackwood',
      { autoReply: true, subject: 'Automatic reply: Maintenance plan, Rua Nova' },
    ),
    done('ana', ago(9, '09:00'), 'nothing-more'),
  ],
)
