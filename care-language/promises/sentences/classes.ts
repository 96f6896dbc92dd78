/**
 * One sentence of our own for each class that letters written before looking showed to be missed. Rows and reference as in
 * `said.ts`; a row with its text alone promises nothing.
 */
export const classes: readonly (readonly [string, ...string[]])[] = [
  [
    'Tech will be at your place Friday btwn 8 and 12.',
    'Tech will be at your place Friday; firm; ~2026-11-27T12:00',
  ],
  [
    'I undertake to send the deed by Thursday and to arrange for a copy to be kept here.',
    'I undertake to send the deed by Thursday; writer; 2026-11-26',
    'to arrange for a copy; writer; none',
  ],
  ['thats fine ill swap it for you if you bring it in', 'ill swap it for you; writer; event; if'],
  ["As soon as I hear anything I'll drop you a line.", "I'll drop you a line; writer; event"],
  [
    "We'll write to you here every 30 minutes.",
    "We'll write to you here every 30 minutes; firm; 2026-11-23T10:30",
  ],
  [
    "I'll ring the lab again at nine tomorrow and will write to you before ten.",
    "I'll ring the lab again at nine tomorrow; writer; 2026-11-24T09:00",
    'will write to you before ten; writer; 2026-11-24T10:00',
  ],
  ["Yours will go on this Friday's boat.", "Yours will go on this Friday's boat; firm; 2026-11-27"],
  ["We'll be out first thing Wednesday morning instead.", "We'll be out first thing; firm; 2026-11-25T12:00"],
  [
    'The plan: I submit it today, they take a look Wednesday, and by Thursday you hear from me with an answer.',
    'I submit it today; writer; 2026-11-23',
    'they take a look Wednesday; firm; 2026-11-25',
    'by Thursday you hear from me with an answer; writer; 2026-11-26',
  ],
  [
    "I'll bring the bike round Monday week as agreed, say 8.15.",
    "I'll bring the bike round Monday week as agreed, say 8.15; writer; 2026-12-07T08:15",
  ],
  ["A new one's being sent out today.", "A new one's being sent out today; firm; 2026-11-23"],
  [
    "I'll have the quote over to you by tea time and if you agree by Friday we'll start.",
    "I'll have the quote over to you by tea time; writer; 2026-11-23T17:00",
    "we'll start; firm; event; if",
  ],
  ["Ben'll come and introduce himself when you arrive on Friday.", "Ben'll come; colleague:Ben; 2026-11-27"],
  [
    'il bring the blue one and il fit it myself',
    'il bring the blue one; writer; none',
    'il fit it myself; writer; none',
  ],
  [
    'Send a picture and once it is checked we refund it: we will refund the difference.',
    'we will refund the difference; firm; event; if',
  ],
  [
    'Replacement blade ships Wednesday. Tracking to follow.',
    'Replacement blade ships Wednesday; firm; 2026-11-25',
    'Tracking to follow; firm; none',
  ],
  [
    'On Monday 7th I will sit down with your file and have an answer to you by the Wednesday.',
    'I will sit down with your file; writer; 2026-12-07',
    'have an answer to you by the Wednesday; writer; 2026-12-09',
  ],
  [
    'He makes it up next week and Ben will fit it the week after.',
    'He makes it up next week; firm; ~2026-12-04',
    'Ben will fit it the week after; colleague:Ben; ~2026-12-11',
  ],
  [
    "I'll ask the lab whether they'd mend it and come back to you on Friday.",
    "I'll ask the lab; writer; none",
    'come back to you on Friday; writer; 2026-11-27',
  ],
  [
    "If you can get us the photos by noon we'll make Friday's run.",
    "we'll make Friday's run; firm; 2026-11-27; if",
  ],
  [
    'We must answer within a month and will do so by 20 December at the latest.',
    'will do so by 20 December at the latest; firm; 2026-12-20',
  ],
  [
    'Your visit will take place on Thursday at 10.',
    'Your visit will take place on Thursday at 10; firm; 2026-11-26T10:00',
  ],
  [
    'Our tiler Rosa will see you on Friday.',
    'Our tiler Rosa will see you on Friday; colleague:Rosa; 2026-11-27',
  ],
  ['Drawings to you by the 27th.', 'Drawings to you by the 27th; firm; 2026-11-27'],
  ["You'll get two emails.", "You'll get two emails; firm; none"],
  [
    "We'll have it boxed and our team, Ana and Ben, will meet you at eleven.",
    "We'll have it boxed; firm; none",
    'our team, Ana and Ben, will meet you at eleven; colleague:Ana and Ben; 2026-11-23T11:00',
  ],
  ['Leaves at 4.', 'Leaves at 4; firm; 2026-11-23T16:00'],
  ['If it leaks next year give us a shout and we will look again.', 'we will look again; firm; event; if'],
  ['Any time after that is yours: we dont charge and we wont ask again.'],
  ['The surveyor will take about two hours.'],
  ["You'll get the number from FedEx directly."],
  ['The lift in block C will be out of service on Monday between 9 and 1.'],
  ['Decisions will be sent to all authors by 15 January.'],
  ["We'll only write to you about your order."],
  ["We don't have a tech free until next Thursday."],
  ['The piano will be tuned before every concert.'],
  ["We're raising prices on August 1."],
  ['Existing customers, including you, will keep the old price.'],
  ["I'm emailing them again right now."],
  ['I am writing to confirm that we met on Thursday.'],
  ['Water will be shut off on Tuesday from 9 to noon.'],
  ['Interviews will be held in the week of 14 December.'],
  ['Bottled water will be delivered to customers this afternoon.'],
  ['The ferry company has confirmed that sailings will resume tomorrow.'],
  ['Unless payment is received within 7 days we will instruct our solicitors.'],
  ['I told our chef, who I know will be thrilled.'],
  ['I ring them daily at nine.'],
  ['Nothing with her name will come to this address again.'],
  ['Every member will get a new card in January.'],
  // Letters to many announce; only an "I" in them promises.
  ['Dear parents,\n\nThe coach will leave at 8.45 and a letter with the details will be sent home.'],
  [
    'Dear residents,\n\nThe lift will be replaced in March. I will ring those without a phone on Friday.',
    'I will ring those without a phone on Friday; writer; 2026-11-27',
  ],
  ['We will be resurfacing the pavement in your road from Wednesday.'],
  ['Because of a fault trains between Porto and Braga will be cancelled.'],
  ['A fee of 20 euros will be added.'],
  ['Our client has told us that he is unhappy. He will start proceedings in the new year.'],
  ['The lamp arrives tomorrow between 7 and 9, the maker says so.'],
  [
    'The stone has been cut and goes to the polisher tomorrow.',
    'goes to the polisher tomorrow; firm; 2026-11-24',
  ],
  [
    'What I will do is send this to Rosa today and ask her to look.',
    'send this to Rosa today; writer; 2026-11-23',
    'ask her to look; writer; none',
  ],
  [
    'Whatever she says, you will hear it from me tomorrow.',
    'you will hear it from me tomorrow; writer; 2026-11-24',
  ],
  [
    'Fitting will take place on Thursday 3 December.',
    'Fitting will take place on Thursday 3 December; firm; 2026-12-03',
  ],
  [
    'Until then our porters will carry your shopping up.',
    'our porters will carry your shopping up; firm; event',
  ],
  ["I'll pop one behind the till for you.", "I'll pop one behind the till for you; writer; none"],
  ['Check-in starts at 3 and the desk will have your keys.', 'the desk will have your keys; firm; none'],
  [
    'Gonna get a new one sent to you, should be there by Friday.',
    'Gonna get a new one sent to you; writer; none',
  ],
  ['A leaflet explaining the changes will be sent with your next bill.'],
  ['New menu coming in January.'],
  ['Sorry, wrong file. Correct one coming in a sec.', 'Correct one coming in a sec; firm; none'],
  ['Our warehouse is moving this weekend.'],
  ['Claims will be settled less the excess of 250 euros.'],
  ['The school board will vote on it on the 21st.'],
  ['The sale is nearly here, it starts on the 2nd.'],
  ["She'll go easy on you on Friday."],
  [
    "The plumber is running late. He says he'll be with you about half five.",
    "he'll be with you about half five; firm; 2026-11-23T17:30",
  ],
  [
    'A reviewer will be assigned to your plan and will contact you about it.',
    'A reviewer will be assigned to your plan; firm; none',
    'will contact you about it; firm; none',
  ],
  [
    "Ben has your file and he'll send you the draft tomorrow.",
    "he'll send you the draft tomorrow; colleague:Ben; 2026-11-24",
  ],
  [
    "Your new card goes out in tomorrow's post.",
    "Your new card goes out in tomorrow's post; firm; 2026-11-24",
  ],
  // The day stands in the sentence before.
  [
    "The van is booked in for Friday. We'll collect it at 8 and it'll be back with you by four.",
    "We'll collect it at 8; firm; 2026-11-27T08:00",
    "it'll be back with you by four; firm; 2026-11-27T16:00",
  ],
  ["Your fitting is on Friday. I'll ring you at three.", "I'll ring you at three; writer; 2026-11-23T15:00"],
  ["I'm out your way on Thursday so I'll reconnect it then.", "I'll reconnect it then; writer; 2026-11-26"],
  [
    'Our driver will bring it tonight, no later than midnight.',
    'Our driver will bring it tonight, no later than midnight; firm; ~2026-11-24T00:00',
  ],
  ["I will ring you, every Friday, until it's settled.", 'I will ring you, every Friday; writer; 2026-11-27'],
  [
    'It is before the Trustees, who will consider it at their meeting of 8 December.',
    'who will consider it at their meeting of 8 December; firm; 2026-12-08',
  ],
  ["I'll cancel the Tuesday visit.", "I'll cancel the Tuesday visit; writer; none"],
  ['If we cannot take payment your service will be suspended.'],
  [
    "We'll decide at five and text everyone who's booked.",
    "We'll decide at five; firm; 2026-11-23T17:00",
    "text everyone who's booked; firm; none",
  ],
  [
    "I'll ring the town hall in the morning and see what they say.",
    "I'll ring the town hall in the morning; writer; 2026-11-24T12:00",
    'see what they say; writer; none',
  ],
  [
    'Dear Miss Vale, our archivist has looked. She will copy it for you by hand.',
    'She will copy it for you by hand; firm; none',
  ],
  [
    'The keys will be with the porter from noon on Friday.',
    'The keys will be with the porter from noon on Friday; firm; 2026-11-27T12:00',
  ],
  ['It ships on Thurs. Dec. 3.', 'It ships on Thurs. Dec. 3; firm; 2026-12-03'],
]
