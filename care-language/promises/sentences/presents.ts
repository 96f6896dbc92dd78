/**
 * Presents that mean later, things said without a verb, and what only looks like either. Rows and reference as in
 * `said.ts`; a row with its text alone promises nothing.
 */
export const presents: readonly (readonly [string, ...string[]])[] = [
  // I, we and ours, in the present.
  ['I post it today.', 'I post it today; writer; 2026-11-23'],
  ['I answer you in an hour.', 'I answer you in an hour; writer; 2026-11-23T11:00'],
  ['We send it out today.', 'We send it out today; firm; 2026-11-23'],
  ["I'm back on it at three.", "I'm back on it at three; writer; 2026-11-23T15:00"],
  ['Rosa is with you on Wednesday at ten.', 'Rosa is with you; colleague:Rosa; 2026-11-25T10:00'],
  [
    'The baker comes on Tuesday and the fitter follows on Friday.',
    'The baker comes on Tuesday; firm; 2026-11-24',
    'the fitter follows on Friday; firm; 2026-11-27',
  ],
  ['Once the photos are in, Ben takes it from there.', 'Ben takes it from there; colleague:Ben; event; if'],
  ['You land on Saturday. Our guide meets you at the gate.', 'Our guide meets you at the gate; firm; none'],
  [
    'What happens next:\n1. We fetch the oven on Wednesday.\n2. Ben cleans it.\n3. It is back with you by the 4th.',
    'We fetch the oven on Wednesday; firm; 2026-11-25',
    'Ben cleans it; colleague:Ben; none',
    'It is back with you by the 4th; firm; 2026-12-04',
  ],
  [
    'I drive to Porto tomorrow, fetch the tin and bring it round.',
    'I drive to Porto tomorrow; writer; 2026-11-24',
    'fetch the tin; writer; none',
    'bring it round; writer; none',
  ],
  // Things of theirs.
  ['Your deposit is to be paid back by Friday.', 'Your deposit is to be paid back; firm; 2026-11-27'],
  ['The counter gets built before Christmas.', 'The counter gets built; firm; 2026-12-24'],
  ['It gets to you on Thursday before noon.', 'It gets to you; firm; 2026-11-26T12:00'],
  ['By Friday evening it is in your account.', 'it is in your account; firm; 2026-11-27T21:00'],
  ['The tin goes off to the maker this afternoon.', 'The tin goes off; firm; 2026-11-23T17:00'],
  ["A fix goes out with Thursday's release.", 'A fix goes out; firm; 2026-11-26'],
  ['A signed copy follows by post.', 'A signed copy follows by post; firm; none'],
  ['My men lay it Thursday and Friday.', 'My men lay it; firm; ~2026-11-27'],
  // Without a verb.
  ['Full answer tomorrow, promise.', 'Full answer tomorrow; writer; 2026-11-24'],
  ['Done! New link in your inbox in two mins.', 'New link in your inbox; firm; 2026-11-23T10:02'],
  ['Quote by tomorrow lunch.', 'Quote by tomorrow lunch; writer; 2026-11-24T13:00'],
  ['Back to you before noon.', 'Back to you before noon; writer; 2026-11-23T12:00'],
  // None of these is ours to keep.
  ['Your results are back on Thursday.'],
  ['The blue ones are back in on Thursday.'],
  ['The coach leaves the square at 8.15 on the 3rd.'],
  ['Your new tariff starts on 1 December.'],
  ['The lane outside your house will be closed from 7 December.'],
  ['Your email on Friday went astray.'],
  ['Delivery three to five days.'],
  ['They tell me another may go out on Thursday.'],
  ['I have arranged for a new lid to be made and for the fitter to follow.'],
  ["We'll have run out by then."],
  ['Your cup is being made in Leeds and should be with us next week.'],
]
