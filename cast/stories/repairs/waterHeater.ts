import { tale } from '../../telling.ts'

/** One mail, three questions, one customer ready to buy. */
export const waterHeater = tale(
  'water-heater',
  'nadia',
  'repairs',
  'Three questions before I order',
  ({ lately, mail, assign }) => [
    mail(
      lately(215),
      'Hello,\n\nI decided for the 80 litre water heater we talked about on the telephone, but before I order I have three questions, and I hope they are not stupid ones.\n\nDoes it fit under the sloping ceiling? At the wall it is 140 cm high. Do you take the old one away, it weighs as much as me? And what does it cost with everything, also the new valve, so that I can put the right sum aside?\n\nNadia',
    ),
    assign('ana', lately(150)),
  ],
)
