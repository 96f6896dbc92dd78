/** Two messages for each check that reads what a customer wrote. */
export const inboundExamples: Readonly<
  Record<string, { silent: string; fires: string; teammates?: readonly string[] }>
> = {
  'in.requests': {
    silent: 'Just so you know: the key is under the blue pot.',
    fires: 'Where is the parcel, and could you send me an invoice?',
  },
  'in.failure': {
    silent: 'How do I change the bulb in the oven?',
    fires: 'The oven you delivered on Monday does not work, and I was charged twice.',
  },
  'in.repeat': {
    silent: 'The lamp in the hall went dark this morning.',
    fires: 'The lamp in the hall went dark again, the third time this week.',
  },
  'in.upset': {
    silent: 'How do I change the bulb in the oven?',
    fires: 'I am tired and angry. Nobody listens, and this is a disgrace.',
  },
  'in.urgent': {
    silent: 'No hurry, any day is fine.',
    fires: 'Our flight is tomorrow and the ticket shows the wrong name.',
  },
  'in.churn': {
    silent: 'Please send me the second order as well.',
    fires: 'This was the last time. Close my account, I go to somebody else.',
  },
  'in.vulnerable': {
    silent: 'My phone died, so I write from my wife’s.',
    fires: 'My husband died in May and I do not know how to close his account.',
  },
  'in.praise': {
    silent: 'Thanks in advance, and best regards to the house.',
    fires: 'Ben stayed until the water was warm at ten at night. He is wonderful, please thank him.',
    teammates: ['Ben Okafor', 'Ana Costa'],
  },
}
