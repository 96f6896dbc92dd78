import { tale } from '../../telling.ts'

/** Put off with its reason, in Portuguese, because that is how Luís writes. */
export const gardenTap = tale(
  'garden-tap',
  'luis',
  'repairs',
  'A torneira da horta',
  ({ ago, ahead, mail, reply, later }) => [
    mail(
      ago(8, '16:40'),
      'Boa tarde,\n\na torneira da horta continua a pingar e já pus um balde por baixo, que enche em duas horas. A válvula que o Ben encomendou já chegou? É a única água que lá tenho, e os feijões não esperam.\n\nCumprimentos,\nLuís Faria',
    ),
    reply(
      'ana',
      ago(8, '17:05'),
      'Caro Luís,\n\nUm balde em duas horas é muita água para deitar aos feijões. A válvula ainda não chegou: vem do Porto e o fornecedor só a despacha esta semana. Assim que a tivermos, o Ben monta-a no mesmo dia e não precisa de estar presente, basta deixar o portão no trinco.\n\nEntretanto feche a torneira de segurança junto ao muro durante a noite; assim perde metade.\n\nObrigada por ter insistido.\n\nAna',
    ),
    later('ana', ago(8, '17:06'), ahead(2, '08:00'), 'the valve from Porto is on its way'),
  ],
)
