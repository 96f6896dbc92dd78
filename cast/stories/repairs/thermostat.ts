import { tale } from '../../telling.ts'

/** Deaf, and never asked to phone: solved in two letters. */
export const thermostat = tale(
  'thermostat',
  'samuel',
  'repairs',
  'Thermostat shows nothing',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(4, '18:30'),
      'The thermostat display is empty since the power cut last night. The heating runs all day now, it is 26 degrees in here and the candles on the shelf have started to bow. What do I press? Please write, do not call, I am deaf.\n\nSam',
    ),
    reply(
      'ana',
      ago(3, '08:15'),
      'Hi Sam,\n\nBowing candles are a good thermometer. Take the cover off (pull at the bottom edge, it clicks) and hold the small grey button for five seconds: after a power cut it forgets which room it is in. The display comes back with 21.\n\nIf it stays empty, answer with one word. Ben has a new one in the van and passes your street in the afternoon; he rings and waits for the lamp, and nobody calls.\n\nAna',
    ),
    mail(
      ago(3, '08:31'),
      'Works. 21 degrees, the candles have stopped. You are the first company that remembers I cannot phone, the electricity people asked me for a number to call back. Three times. Thank you Ana.',
    ),
    reply(
      'ana',
      ago(3, '08:40'),
      'Thank you for writing back, Sam. It stands on your card in large letters, so you need never say it again. Nothing more from us, unless the candles move.\n\nAna',
    ),
    done('ana', ago(3, '08:41'), 'nothing-more'),
  ],
)
