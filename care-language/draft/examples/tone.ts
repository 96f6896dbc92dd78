import type { Situation } from './situation.ts'

/** How it sounds. */
export const toneExamples: Record<string, Situation> = {
  'tone.blame': {
    to: 'Chloé Bernard',
    message: 'The bread was hard on the second day. How do I keep it soft? Chloé',
    writer: 'Tomás Vale',
    bad: 'Dear Chloé,\n\nYou should have read the card in the bag: bread does not belong in the fridge. Keep it in the cloth on the table, and it stays soft until Friday.\n\nTomás',
    good: 'Dear Chloé,\n\nI should have told you: it does not belong in the fridge. Keep it in the cloth on the table, and it stays soft until Friday. Come by for a fresh one on me.\n\nTomás',
  },
  'tone.curt': {
    to: 'George Papadakis',
    message:
      'My wife is in a wheelchair and the ramp to your shop is under the new chairs since last week. We stood outside in the rain and nobody saw us. How do we get in? George Papadakis',
    writer: 'Tomás Vale',
    bad: 'Use the back door.\n\nTomás',
    good: 'Dear George,\n\nYour wife sat in the rain before the shop because we put chairs on her ramp: I am ashamed of that, and sorry. The chairs are gone since this morning, and they do not come back.\n\nThe coffee is on me when you come,\nTomás',
  },
  'tone.jargon': {
    to: 'Bruno Teixeira',
    message: 'The pump I bought from you leaks at the side. How do I send it back? Bruno',
    bad: 'Dear Bruno,\n\nPlease put the RMA on the box and give it to the carrier. The SKU is on the bill. We credit you on Friday.\n\nAna Costa',
    good: 'Dear Bruno,\n\nPut the label I send you today on the box and give it to the post office in your street. The money for the pump is back with you on Friday.\n\nAna Costa',
  },
  'voice.passive': {
    to: 'Martin Healey',
    message: 'When do I get the new filter? Martin Healey',
    bad: 'Dear Martin,\n\nYour filter will be shipped on Thursday.\n\nUntil then,\nAna Costa',
    good: 'Dear Martin,\n\nI ship your filter on Thursday, and you have it on Friday.\n\nUntil then,\nAna Costa',
  },
  'voice.we_not_i': {
    to: 'Yara Monteiro',
    message: 'Could you look at the noise in the boiler of our guest house? Yara',
    bad: 'Dear Yara,\n\nWe have put the boiler of your guest house into our plan, and we look at it on Thursday at nine. Our visit takes an hour. We tell you then where the noise comes from and what it costs.\n\nUntil Thursday,\nAna Costa',
    good: 'Dear Yara,\n\nI have put the boiler of your guest house into our plan, and Ben looks at it on Thursday at nine. His visit takes an hour. I tell you then where the noise comes from and what it costs.\n\nUntil Thursday,\nAna Costa',
  },
  'voice.opener': {
    to: 'James O’Rourke',
    message: 'Do you repair old gas ovens too? James O’Rourke',
    voice: { openers: ['Regarding your', 'With reference to'] },
    bad: 'Dear James,\n\nRegarding your oven: yes, we repair old ones too, and I can come on Monday at nine.\n\nAna Costa',
    good: 'Dear James,\n\nYes, we repair old gas ovens too, and I can come on Monday at nine.\n\nAna Costa',
  },
  'voice.word': {
    to: 'Adaeze Okoro',
    message: 'When will the bread for the fair be here? Adaeze',
    writer: 'Inês Duarte',
    voice: { preferred: [{ not: 'consignment', say: 'bread' }] },
    bad: 'Dear Adaeze,\n\nThe consignment for the fair is at your stand on Saturday at six.\n\nInês',
    good: 'Dear Adaeze,\n\nThe bread for the fair is at your stand on Saturday at six.\n\nInês',
  },
  'read.hard': {
    to: 'André Silva',
    message: 'How do I drain the system before we leave for the winter? André',
    writer: 'Ben Okafor',
    bad: 'Hi André,\n\nTo drain it you turn off the boiler and wait until it is cold and then open the valve at the lowest radiator with a bucket under it and after that the ones above it one after the other until no more water comes out of any of them.\n\nBen',
    good: 'Hi André,\n\nTurn off the boiler and wait until it is cold. Open the valve at the lowest radiator, with a bucket under it. Then open the ones above, one after the other, until no more water comes.\n\nBen',
  },
}
