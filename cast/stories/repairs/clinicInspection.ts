import { tale } from '../../telling.ts'

/** The clinic's yearly inspection: two promises, this week and next. */
export const clinicInspection = tale(
  'clinic-inspection',
  'helen',
  'repairs',
  'Yearly inspection of the clinic',
  ({ ago, ahead, mail, reply }) => {
    const visit = ahead(3, '08:00')
    const certificate = ahead(7, '17:00')
    return [
      mail(
        ago(5, '12:00'),
        'Dear Ms Costa,\n\nOur yearly inspection is due, and the health authority would like the certificate before the end of the month. As before, mornings before ten would be best, because of the patients. Which day could you offer?\n\nWith kind regards,\nH. Ashworth',
      ),
      reply(
        'ana',
        ago(5, '13:10'),
        (pen) =>
          `Dear Dr Ashworth,\n\nBefore the first patients, then. ${pen.promise('inspection', 'inspect the clinic before the patients come', visit, `Ben will be at the clinic ${pen.on(visit)}`)}, and his tools are back in the van by ten. He needs the key to the cellar and nothing else.\n\n${pen.promise('certificate', 'certificate for the health authority', certificate, `You will have the certificate from me ${pen.by(certificate)}`)}, in the form the authority asked for last year.\n\nAna Costa`,
      ),
    ]
  },
)
