import { describe, expect, it } from 'vitest'
import { findPromises } from '../../promises.ts'

const found = (text: string) =>
  findPromises(text, { ref: '2026-11-05T09:00', tz: 'Europe/London' }).map(
    ({ quote, due }) => `${quote}; ${due ?? 'none'}`,
  )

describe('a promise that no frame knows', () => {
  it.each([
    // What is there, and when.
    ['Oven cleaned by Friday.', 'Oven cleaned by Friday; 2026-11-06'],
    ['Plaster off on Monday, new boards up Tuesday.', 'new boards up Tuesday; 2026-11-10'],
    ['By Tuesday: the new tins.', 'By Tuesday: the new tins; 2026-11-10'],
    ['New collection day: Monday.', 'New collection day: Monday; 2026-11-09'],
    // Something of theirs comes to a good end.
    ['Your hall gets repainted on Monday.', 'Your hall gets repainted on Monday; 2026-11-09'],
    ['The tin goes in tonight’s post.', 'The tin goes in tonight’s post; 2026-11-05T21:00'],
    ["You're getting a new kettle.", "You're getting a new kettle; none"],
    ['The £12 comes off your next bill.', 'The £12 comes off your next bill; none'],
    ["You'll hear the verdict from me by Friday.", "You'll hear the verdict from me by Friday; 2026-11-06"],
    // Somebody of ours acts.
    ["I'm re-baking it on Saturday.", "I'm re-baking it on Saturday; 2026-11-07"],
    ['Rosa will have the old racks off your hands.', 'Rosa will have the old racks off your hands; none'],
    ["What we'll do instead is bake it again.", 'bake it again; none'],
    ["I'll watch the oven and ring when it is done.", 'ring when it is done; none'],
    ["We'll bring the cake in and clear away the boxes.", 'clear away the boxes; none'],
    ["I'll pick it up and be with you at two.", 'be with you at two; 2026-11-05T14:00'],
    ['Take the blue tin, and the lid’s coming on Monday.', 'the lid’s coming on Monday; 2026-11-09'],
    [
      'Somebody will be with you on Friday, probably Ben.',
      'Somebody will be with you on Friday, probably Ben; 2026-11-06',
    ],
    ["You'll be back on the road by Saturday.", "You'll be back on the road by Saturday; 2026-11-07"],
  ])('%s', (text, promise) => {
    expect(found(text)).toContain(promise)
  })

  it.each([
    'Breakfast is served from 7 on Sundays.',
    'The term begins on 9 November.',
    'Water over the flour at night, and nobody there to help.',
    'The oven runs since this morning.',
    'Winter hours from Monday.',
    'Our prices go up on Monday.',
    'Your lease ends on Friday.',
    'The green one is landing on Thursday.',
    'The man from the council is coming at ten on Monday.',
    'The website will be down on Sunday.',
    'Good luck for Friday, Tomás.',
    'Ben is back on Thursday.',
    'Your mother settled in well last night.',
    'Happy Christmas for the 25th!',
    'Your old cover stays in force until Friday.',
    "I'll keep this short.",
    'Will do!',
    'You cannot say how long they’ll take.',
    'Please bring the tins by Friday.',
    'If the oven cools down on Friday, ring Ben.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('is told once where a verb stands in it', () => {
    expect(found('The painter comes on Monday with two coats.')).toHaveLength(1)
  })
})
