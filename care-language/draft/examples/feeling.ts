import type { Situation } from './situation.ts'

const cold =
  'Third day without hot water and I wash a baby with a kettle. Ben was to come yesterday and nobody came. When will it be repaired? Maria Lopes'

/** In order and honest: seen before fixed, and a sorry that is ours. */
export const feelingExamples: Record<string, Situation> = {
  'empathy.missing': {
    to: 'Maria Lopes',
    message: cold,
    fault: 'ours',
    bad: 'Dear Maria,\n\nI am sorry that nobody came yesterday. Ben repairs your boiler today at four.\n\nAna Costa',
    good: 'Dear Maria,\n\nThree days of washing a baby with a kettle, and then an evening of waiting for nobody: I am sorry. We left you standing. Ben repairs your boiler today at four.\n\nI will ring you at six to hear that the water is hot,\nAna Costa',
  },
  'empathy.late': {
    to: 'Maria Lopes',
    message: cold,
    fault: 'ours',
    bad: 'Dear Maria,\n\nPlease send me a photo of the display. Ben repairs your boiler today at four. I am sorry that you washed a baby with a kettle for three days and waited for us in vain.\n\nI will ring you at six to hear that the water is hot,\nAna Costa',
    good: 'Dear Maria,\n\nI am sorry that you washed a baby with a kettle for three days and waited for us in vain. Ben repairs your boiler today at four. Could you send me a photo of the display before then?\n\nI will ring you at six to hear that the water is hot,\nAna Costa',
  },
  'warmth.middle': {
    to: 'Maria Lopes',
    message: cold,
    fault: 'ours',
    bad: 'Dear Maria,\n\nThree days of washing a baby with a kettle: I am sorry, we left you without hot water. Ben comes today at four with the part. It must have been awful to wash your baby with a kettle for three days. You pay nothing for this visit. I can imagine how tired you are after three days without hot water. He stays until the boiler runs. It is not fair that you waited for nobody with a baby.\n\nAna Costa',
    good: 'Dear Maria,\n\nThree days of washing a baby with a kettle: I am sorry, we left you without hot water. Ben comes today at four with the part. You pay nothing for this visit. He stays until the boiler runs.\n\nI hope tonight’s bath is a warm one,\nAna Costa',
  },
  'apology.missing': {
    to: 'Omar Haddad',
    message:
      'The sixty rolls for our hotel did not come this morning and our guests had toast. What happened? Omar Haddad',
    writer: 'Tomás Vale',
    fault: 'ours',
    bad: 'Dear Omar,\n\nSixty guests with toast is a bad start to your day. The order stood in the book for Thursday. Today’s sixty rolls are free, and tomorrow they are at your door at six.\n\nTomás',
    good: 'Dear Omar,\n\nSixty guests with toast is a bad start to your day, and it was my mistake: I wrote the order down for Thursday. I am sorry. Today’s sixty rolls are free, and tomorrow they are at your door at six.\n\nTomás',
  },
  'apology.conditional': {
    to: 'Ruth Abernathy',
    message:
      'You came on Monday, not on Tuesday as agreed, and I was at my husband’s grave. Please tell me beforehand. Ruth',
    fault: 'ours',
    bad: 'Dear Ruth,\n\nI am sorry if the change of day was a problem for you. We come on Thursday at ten, and I ring you the evening before.\n\nAna Costa',
    good: 'Dear Ruth,\n\nI am sorry that we stood at your door on Monday while you were at your husband’s grave. I wrote the wrong day into our book. We come on Thursday at ten, and I ring you the evening before.\n\nAna Costa',
  },
  'apology.passive': {
    to: 'Viktor Lindqvist',
    message:
      'The fitter rang at number 12 for an hour while I waited at number 21. I took half a day off for this. Viktor',
    fault: 'ours',
    bad: 'Dear Viktor,\n\nYou waited half a day at home while we rang at another door. A wrong address was entered. Ben comes to number 21 tomorrow at eight, before you leave for work.\n\nAna Costa',
    good: 'Dear Viktor,\n\nYou waited half a day at home while we rang at another door: I am sorry. I entered the wrong address. Ben comes to number 21 tomorrow at eight, before you leave for work.\n\nAna Costa',
  },
  'apology.legal': {
    to: 'Nadezhda Ivanova',
    message:
      'Because you came two days late I sat in the cold with a fever. Is there no other way to treat people? Nadezhda',
    fault: 'ours',
    bad: 'Dear Nadezhda,\n\nWe regret any inconvenience caused. As a goodwill gesture and without admission of liability we take 20 EUR off the bill today.\n\nAna Costa',
    good: 'Dear Nadezhda,\n\nYou sat in the cold for two days with a fever because we came late. I am sorry. I have taken the visit off your bill today, and Ben looks in tomorrow at nine to see that the heating holds.\n\nGet well soon,\nAna Costa',
  },
  'apology.but': {
    to: 'Fátima Rocha',
    message:
      'The christening cake said Ana and not Anna. Everybody saw it. Can you at least repaint the plaque? Fátima Rocha',
    writer: 'Inês Duarte',
    fault: 'ours',
    bad: 'Dear Fátima,\n\nI am sorry that the cake carried the wrong name in front of everybody, but Saturday was very busy. I repaint the plaque today.\n\nInês Duarte',
    good: 'Dear Fátima,\n\nI am sorry that the cake carried the wrong name in front of everybody. I did not read your note to the end. I repaint the plaque today.\n\nInês Duarte',
  },
  'apology.no_repair': {
    to: 'Zeynep Aydın',
    message: 'The order of Friday came without the three baguettes that I had paid for. Zeynep',
    writer: 'Tomás Vale',
    fault: 'ours',
    bad: 'Dear Zeynep,\n\nI am sorry about the baguettes, that was our mistake.\n\nTomás',
    good: 'Dear Zeynep,\n\nYou paid for three baguettes and got none: I am sorry, that was my mistake. I have paid the money back today, and three are waiting for you on Friday.\n\nTomás',
  },
}
