import { onePage } from '../../attachments.ts'
import { tale } from '../../telling.ts'

/** One touch: the corrected invoice, attached. */
export const schoolFair = tale(
  'school-fair',
  'sofia',
  'bakery',
  'Invoice for the school fair',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(18, '10:00'),
      'Hello Tomás,\n\nthe 200 rolls for the fair were gone by eleven, the children say yours are better than the ones with faces. Could you write the invoice to the parents’ association instead of me? Otherwise my husband thinks I eat 200 rolls. Our number is 501 204 377.\n\nSofia Mendes',
    ),
    reply(
      'tomas',
      ago(18, '10:30'),
      'Hi Sofia,\n\nThe new invoice is attached, to the parents’ association with its number, 64 euros as before. The old one is cancelled, your husband need never know. Tell the children that ours have faces too, they are only shy.\n\nNothing more to do.\n\nTomás',
      [
        onePage('invoice school fair.pdf', [
          'Casa Amaral, bakery',
          '',
          'Invoice to: Associação de Pais, Escola da Rua Larga, 501 204 377',
          '200 rolls at 0.32: 64.00 euros, with tax',
          'Takes the place of the invoice to Sofia Mendes.',
        ]),
      ],
    ),
    done('tomas', ago(18, '10:31'), 'nothing-more'),
  ],
)
