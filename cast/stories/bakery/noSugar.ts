import { tale } from '../../telling.ts'

/** New, unassigned: an eightieth birthday without sugar. */
export const noSugar = tale(
  'no-sugar',
  'kenji',
  'bakery',
  '父の誕生日 A birthday cake without sugar?',
  ({ lately, ahead, mail }) => [
    mail(
      lately(205),
      (words) =>
        `はじめまして。 Hello,\n\nmy father turns 80 ${words.day(ahead(4, '12:00'))}. He was a confectioner in Kanazawa for forty years, and since the winter before last the doctor allows him no sugar at all. He says he does not mind. He watches other people eat cake the way one watches trains.\n\nIs there a cake he can have, for ten people? He loves chestnuts. He would notice if it was only a kind one.\n\n田中 健司 (Kenji)`,
    ),
  ],
)
