import type { Situation } from './situation.ts'

/** Is this letter for this person? */
export const personExamples: Record<string, Situation> = {
  'name.missing': {
    to: 'Amara Nwosu',
    message: 'Hello, can I pick up the two seeded loaves on Saturday before nine? Amara',
    writer: 'Tomás Vale',
    bad: 'Hello customer,\n\nYes, your two seeded loaves are ready on Saturday from half past seven.\n\nSee you then,\nTomás',
    good: 'Hello Amara,\n\nYes, your two seeded loaves are ready on Saturday from half past seven.\n\nSee you then,\nTomás',
  },
  'name.wrong': {
    to: 'Paul Whitcombe',
    message: 'Is it all right to bleed the radiators myself, or does that need one of you? Paul Whitcombe',
    writer: 'Ben Okafor',
    bad: 'Hi Peter,\n\nYes, you can bleed them yourself: key at the top, a quarter turn, close it when water comes.\n\nTell me if one stays cold,\nBen',
    good: 'Hi Paul,\n\nYes, you can bleed them yourself: key at the top, a quarter turn, close it when water comes.\n\nTell me if one stays cold,\nBen',
  },
  'issue.not_named': {
    to: 'Grace Mbeki',
    message:
      'The thermostat in the hall shows 21 but the bedroom is at 27 all night. Could somebody move the sensor before the weekend? Grace',
    bad: 'Dear Grace,\n\nRegarding case 48213: a colleague comes tomorrow between 8 and 9.\n\nUntil tomorrow,\nAna Costa',
    good: 'Dear Grace,\n\nBen moves the sensor to the bedroom wall tomorrow between 8 and 9, so that your nights are cool before the weekend.\n\nUntil tomorrow,\nAna Costa',
  },
  'concrete.vague': {
    to: 'Ingrid Solberg',
    message: 'Could I borrow the blue cake stand from the window for the party on Sunday?',
    writer: 'Inês Duarte',
    bad: 'Hello Ingrid,\n\nYes, the item is here and you can take it on Saturday.\n\nEnjoy the party,\nInês',
    good: 'Hello Ingrid,\n\nYes, the blue cake stand is here and you can take it on Saturday.\n\nEnjoy the party,\nInês',
  },
  'canned.template': {
    to: 'Samuel Adeyemi',
    message:
      'Could you look at the pump in our cellar? It hums at night and the children wake up. Samuel Adeyemi',
    recentReplies: [
      'Dear Yara,\n\nOur fitter comes to your house on Monday at nine o’clock. The visit takes about an hour and you need not prepare anything. Please make sure that somebody opens the door for him.\n\nUntil then,\nAna Costa',
    ],
    bad: 'Dear Samuel,\n\nOur fitter comes to your house on Thursday at ten o’clock. The visit takes about an hour and you need not prepare anything. Please make sure that somebody opens the door for him.\n\nUntil then,\nAna Costa',
    good: 'Dear Samuel,\n\nBen comes on Thursday at ten and listens to the pump in your cellar. A hum at night is mostly air in the pipe; he lets it out in half an hour, and the children sleep.\n\nUntil Thursday,\nAna Costa',
  },
  'canned.phrase': {
    to: 'Miriam Katz',
    message:
      'There was hazelnut in the cake you told me was free of nuts. Noam is allergic and we sat in the hospital until midnight. How could this happen? Miriam',
    writer: 'Inês Duarte',
    fault: 'ours',
    bad: 'Dear Miriam,\n\nWe apologise for any inconvenience. The baker used the wrong flour on Tuesday, and we have thrown the rest away.\n\nInês Duarte',
    good: 'Dear Miriam,\n\nA night in the hospital with Noam, because I said “free of nuts” and did not check: I am so sorry. Our baker took the hazelnut flour for the almond-free one on Tuesday. I have thrown it out this morning, and from today one tin in the house holds nuts and it is locked.\n\nI am thinking of Noam,\nInês Duarte',
  },
  'close.warm': {
    to: 'Esther Goldman',
    message:
      'Could somebody change the seal of the kitchen tap before Friday? My sister comes then. Esther Goldman',
    bad: 'Dear Esther,\n\nBen comes on Thursday at ten and changes the seal of your kitchen tap. It is done before your sister comes, and takes him twenty minutes.',
    good: 'Dear Esther,\n\nBen comes on Thursday at ten and changes the seal of your kitchen tap. It is done before your sister comes, and takes him twenty minutes.\n\nEnjoy Friday with her,\nAna Costa',
  },
}
