import { tale } from '../../telling.ts'

/** In French, because Odette reads the answer herself. */
export const windowTable = tale(
  'window-table',
  'chloe',
  'bakery',
  'Une table à la fenêtre',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(25, '09:00'),
      'Bonjour,\n\nma grand-mère Odette aura 91 ans dimanche et voudrait prendre son café chez vous, à la petite table ronde près de la fenêtre, parce que de là on voit l’église et les gens qui arrivent en retard. Est-ce que vous gardez des tables ? Nous serions deux, vers dix heures.\n\nChloé Bernard',
    ),
    reply(
      'ines',
      ago(25, '09:20'),
      'Bonjour Chloé,\n\nLa table ronde est à votre grand-mère dimanche à dix heures, et personne n’y posera même un parapluie. La chaise est un peu dure : j’y mets un coussin. Dites-lui que le plus en retard de tous, d’habitude, c’est le curé.\n\nÀ dimanche,\nInês',
    ),
    mail(
      ago(22, '12:00'),
      'Elle a parlé du coussin toute la semaine, plus que du gâteau. Et c’était bien le curé. Merci Inês, vous avez fait de ses 91 ans une très bonne blague.\n\nChloé',
    ),
    done('ines', ago(22, '12:30'), 'thanks'),
  ],
)
