import type { InboxName } from './company.ts'

/** How Casa Amaral writes, as Rosa and Ana put it on a page; the bakery adds a line of its own. */
export const voices: {
  inbox: InboxName | null
  voice: Record<'address' | 'tone' | 'signOff' | 'notes', string> & Record<'dos' | 'donts', string[]>
}[] = [
  {
    inbox: null,
    voice: {
      tone: 'As across the counter: the bad part first, then the hour, then something that only this person could get.',
      address:
        'First names from the second letter on, unless they sign with Mr, Mrs or Dr. With those who still ask for Grandfather: the full name, always.',
      signOff: 'Warm regards from the yard',
      dos: [
        'Say who comes, and at what hour.',
        'Name the thing: the blue boiler in the cellar, not the unit.',
        'When it was us, say so in the first line.',
        'Give them one way to reach you today.',
      ],
      donts: [
        'No “unfortunately”. Say what is, and what you do about it.',
        'No part numbers, unless they gave one.',
        'No promise for Saturday without asking Ben.',
      ],
      notes:
        'Grandfather answered every letter by hand and never used the word “case”. Read yours aloud once; if you would not say it in the bakery, do not send it.',
    },
  },
  {
    inbox: 'bakery',
    voice: {
      tone: 'Cheerful before nine, careful with allergies at any hour.',
      address: '',
      signOff: 'See you at the counter',
      dos: ['Say the pick-up hour and the shelf.'],
      donts: ['No “should be fine” about nuts. Ask Inês.'],
      notes: '',
    },
  },
]

export const words: {
  inbox: InboxName | null
  kind: 'inside' | 'opener' | 'known'
  words: { word: string; plain?: string }[]
}[] = [
  {
    inbox: null,
    kind: 'inside',
    words: [
      { word: 'combi unit', plain: 'boiler' },
      { word: 'work order', plain: 'visit' },
      { word: 'callout', plain: 'visit' },
      { word: 'commissioning', plain: 'first firing' },
      { word: 'first fix' },
    ],
  },
  { inbox: 'bakery', kind: 'inside', words: [{ word: 'retarder', plain: 'cold shelf' }] },
  {
    inbox: null,
    kind: 'opener',
    words: [{ word: 'I hope this finds you well' }, { word: 'Thank you for reaching out' }],
  },
  { inbox: 'repairs', kind: 'known', words: [{ word: 'TRV' }] },
]
