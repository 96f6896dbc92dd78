/**
 * One sentence for each class that 125 letters written blind on 26 November showed to be missed or made up, in other words than theirs.
 * Rows and reference as in `said.ts`; a row with its text alone promises nothing.
 */
export const everyday: readonly (readonly [string, ...string[]])[] = [
  // A bare thing in a chat; one that its word in front makes this one.
  [
    'Van will be loaded and ready for 7 tomorrow.',
    'Van will be loaded and ready for 7 tomorrow; firm; 2026-11-24T07:00',
  ],
  ['Lunch will be nice.'],
  ['Corrected label goes out at 4.', 'Corrected label goes out at 4; firm; 2026-11-23T16:00'],
  ['Bus leaves at 4.'],
  ['Vouchers will reach you by noon.', 'Vouchers will reach you by noon; firm; 2026-11-23T12:00'],
  ['Parcels will reach you in two days.'],
  [
    'Your surname comes off the door on Friday.',
    'Your surname comes off the door on Friday; firm; 2026-11-27',
  ],
  ['Your rent goes up on Friday.'],
  // By itself.
  ['Your plan will start again by itself on 1 March.'],
  ['The pump will save you money and will halve the noise.'],
  // What waits for them.
  ['It will wait at the counter until you are back in town.', 'It will wait at the counter; firm; event'],
  // Whom they get; what they may look forward to.
  ['From Thursday you will have Inês.', 'From Thursday you will have Inês; firm; 2026-11-26'],
  [
    'You can expect to hear from me by tomorrow noon.',
    'expect to hear from me by tomorrow noon; writer; 2026-11-24T12:00',
  ],
  ['You can expect to receive the deed on Friday.', 'expect to receive the deed on Friday; firm; 2026-11-27'],
  ['You can expect to wait an hour on Fridays.'],
  [
    'Watch for an email from Ben tomorrow.',
    'Watch for an email from Ben tomorrow; colleague:Ben; 2026-11-24',
  ],
  // Causing somebody to act; noting it for oneself.
  ["I'm having our Porto office ring the mill.", "I'm having our Porto office ring the mill; writer; none"],
  [
    "I've put a reminder in the calendar to ring you on Thursday.",
    'ring you on Thursday; writer; 2026-11-26',
  ],
  ['You may want to set a reminder to renew it in May.'],
  ['Back Thursday to plaster the wall.', 'Back Thursday to plaster the wall; writer; 2026-11-26'],
  ['Back in the office Thursday.'],
  [
    'Our guide will be waiting at the gate from 9.',
    'Our guide will be waiting at the gate from 9; firm; 2026-11-23T21:00',
  ],
  ['Ana will be waiting to hear from you.'],
  // English of somebody who learns it.
  ['The copy will be send to you this week.', 'The copy will be send to you this week; firm; ~2026-11-27'],
  [
    'The first box leave our house on Thursday.',
    'The first box leave our house on Thursday; firm; 2026-11-26',
  ],
  ['We send you the contract by separate post.', 'We send you the contract by separate post; firm; none'],
  ['I inform you that the office is closed on Friday.'],
  // One's own word in the present; a verb done once more.
  ['I refund the £10 as soon as the key is back.', 'I refund the £10; writer; event'],
  ['We refund deposits as soon as the room is checked.'],
  [
    'Tomás relays the last tiles on Thursday.',
    'Tomás relays the last tiles on Thursday; colleague:Tomás; 2026-11-26',
  ],
  // Conditions.
  ['if it still drips text me tomorrow and ill come over', 'ill come over; writer; event; if'],
  ['In the event that it freezes again before Friday, we will send Ben.', 'we will send Ben; firm; event'],
  [
    'Within three days of his visit you will have the report.',
    'Within three days of his visit you will have the report; firm; event',
  ],
  [
    'The bond will be paid back within a week of your moving day.',
    'The bond will be paid back within a week of your moving day; firm; event',
  ],
  // Times.
  [
    "We'll keep the room heated for the rest of the week.",
    "We'll keep the room heated for the rest of the week; firm; ~2026-11-27",
  ],
  [
    'Ana is back on 2 December and I will send it that week.',
    'I will send it that week; writer; ~2026-12-04',
  ],
  [
    "I'll find out who signed. Give me until Thursday noon.",
    "I'll find out who signed; writer; 2026-11-26T12:00",
  ],
  [
    'Ben will come tomorrow, any time after 2 but before 5.',
    'Ben will come tomorrow, any time after 2 but before 5; colleague:Ben; ~2026-11-24T17:00',
  ],
  [
    'You will have your bond back by Friday at the latest, more likely Thursday.',
    'You will have your bond back by Friday at the latest; firm; 2026-11-27',
  ],
  ['You will more likely have it on Friday.'],
  [
    'I will hang it before Friday, by Wednesday at the very latest.',
    'I will hang it before Friday, by Wednesday at the very latest; writer; 2026-11-25',
  ],
  [
    "I'll get it over to you tomorrow, slot is 9 to 11.",
    "I'll get it over to you tomorrow; writer; 2026-11-24",
  ],
  // The second look: 102 more letters.
  [
    'The £30 you overpaid goes back to your card by Friday.',
    'The £30 you overpaid goes back to your card by Friday; firm; 2026-11-27',
  ],
  [
    'Your parcel will be at Larkhill Post Office on Thursday.',
    'Your parcel will be at Larkhill Post Office on Thursday; firm; 2026-11-26',
  ],
  ['The pump will be running before he leaves.', 'The pump will be running; firm; event'],
  [
    'Per your call, I am posting the new key tomorrow.',
    'I am posting the new key tomorrow; writer; 2026-11-24',
  ],
  ['Per the maker, the parts will ship in May.'],
  ['The minute it is dry you get a call.', 'you get a call; firm; event'],
  ['Could you tell me the code? With that I will open the file.', 'I will open the file; writer; event; if'],
  ['If noon is bad say so and I will come later.', 'I will come later; writer; event; if'],
  ["I'd like to look at the roof, listen, and talk. Then I will draw it.", 'I will draw it; writer; event'],
  ['The old website will be switched off on Friday.'],
  [
    'Ana calls you tonight after her class, and on Thursday we bring the beds.',
    'Ana calls you tonight; colleague:Ana; 2026-11-23T21:00',
    'on Thursday we bring the beds; firm; 2026-11-26',
  ],
  [
    'The wrong name on the bench will be ground off.',
    'The wrong name on the bench will be ground off; firm; none',
  ],
  ['Your upload kicks off at 7 tonight.', 'Your upload kicks off at 7 tonight; firm; 2026-11-23T19:00'],
  ['Ben stays on until Thursday.', 'Ben stays on until Thursday; colleague:Ben; 2026-11-26'],
  ['The gravel gets dropped tomorrow.', 'The gravel gets dropped tomorrow; firm; 2026-11-24'],
  ['Still looking. More in an hour.', 'More in an hour; firm; 2026-11-23T11:00'],
  ['A human will take it from there.', 'A human will take it from there; firm; none'],
  // The third look: 50 more letters.
  ["Ring u when it's plastered.", "Ring u when it's plastered; writer; event"],
  ['Text you the address tonight.', 'Text you the address tonight; writer; 2026-11-23T21:00'],
  ['See you Friday.'],
  ["I'll believe it on Friday."],
  ['We are restocking on Wednesday.'],
  ['It will come off your next invoice.', 'It will come off your next invoice; firm; none'],
  [
    'Ana, my manager, read it. She will answer you by Thursday.',
    'She will answer you by Thursday; colleague:Ana; 2026-11-26',
  ],
  [
    'You shall have a plan, drawn by hand, before the week is out.',
    'You shall have a plan; firm; ~2026-11-27',
  ],
  ["Tomorrow: I repair yesterday's gate.", "I repair yesterday's gate; writer; 2026-11-24"],
  [
    'It will leave us on Thursday and reach you on Saturday.',
    'It will leave us on Thursday; firm; 2026-11-26',
    'reach you on Saturday; firm; 2026-11-28',
  ],
  ['Rest of the order to follow on Thursday.', 'Rest of the order to follow on Thursday; firm; 2026-11-26'],
  // The fourth look: 276 letters. What runs by itself, sent or brought.
  ['Your card will be with you by Thursday.', 'Your card will be with you by Thursday; firm; 2026-11-26'],
  ['A new router will be posted to you.', 'A new router will be posted to you; firm; none'],
  [
    'The physical licence will arrive by mail on Friday.',
    'The physical licence will arrive; firm; 2026-11-27',
  ],
  ['The card will be retried on Friday.'],
  ['Your phone is going out tomorrow.', 'Your phone is going out tomorrow; firm; 2026-11-24'],
  // Any verb behind "and", where its object stands behind it.
  [
    "I'll check the file and reinstate the discount tomorrow.",
    "I'll check the file; writer; none",
    'reinstate the discount tomorrow; writer; 2026-11-24',
  ],
  // Terse plans, each its day.
  [
    'So: digger comes Thursday, fence goes up Friday.',
    'digger comes Thursday; firm; 2026-11-26',
    'fence goes up Friday; firm; 2026-11-27',
  ],
  ['Prices go up on Friday.'],
  ['Building starts on 7 December.', 'Building starts on 7 December; firm; 2026-12-07'],
  ['The deposit is transferred on Friday.', 'The deposit is transferred on Friday; firm; 2026-11-27'],
  // What one of ours does on that day besides.
  [
    'We bring the right bed on Friday and the driver takes the wrong one back.',
    'We bring the right bed on Friday; firm; 2026-11-27',
    'the driver takes the wrong one back; firm; none',
  ],
  ['Ana comes back on Friday.'],
  ['The crew only works Monday to Friday.'],
  ['Our fitters are finishing another job today.'],
  ['Be with you at 5.', 'Be with you at 5; writer; 2026-11-23T17:00'],
  ['With you in 20 minutes.', 'With you in 20 minutes; writer; 2026-11-23T10:20'],
  // Whoever it is.
  ['The woman who mends these will ring you.', 'The woman who mends these will ring you; firm; none'],
  ['Whoever is on duty will let you in.', 'Whoever is on duty will let you in; firm; none'],
  ['Half of it will be paid back today.', 'Half of it will be paid back today; firm; 2026-11-23'],
  ['Everything you lent us will be returned.', 'Everything you lent us will be returned; firm; none'],
  ['One of the two is a copy and will fade.'],
  ['Bear with me while I look it up.', 'I look it up; writer; none; hold'],
  ['Allow me to check.', 'Allow me to check; writer; none; hold'],
  ["If I don't hear from them by 4 I'll ring again.", "I'll ring again; writer; event"],
  ["If we don't hear from you we'll close the file."],
  ['It will be left with a neighbour by Evri.'],
  ["Give me a few minutes and I'll find one.", "I'll find one; writer; none"],
  ["There'll be a warm loaf waiting for you.", "There'll be a warm loaf waiting for you; firm; none"],
  ["You'll get an automatic reply."],
  ["You'll get every penny back.", "You'll get every penny back; firm; none"],
  ["I'm leaving the company on Friday."],
  ["I'll have accounts send it today.", "I'll have accounts send it today; writer; 2026-11-23"],
  // What stands between "will" and its verb; each of theirs, but not of all.
  ['We will in any event tell you by Friday.', 'We will in any event tell you by Friday; firm; 2026-11-27'],
  ['I will check every room you booked.', 'I will check every room you booked; writer; none'],
  ['We will email every customer.'],
  ['Her new tutor will ring you.', 'Her new tutor will ring you; firm; none'],
  ['During the visit Marta will show you how.', 'Marta will show you how; colleague:Marta; none'],
  [
    "Here's what I'm going to do: post you a new key tomorrow and ring you on Friday.",
    'post you a new key tomorrow; writer; 2026-11-24',
    'ring you on Friday; writer; 2026-11-27',
  ],
  ["If you don't reply by Friday we'll close your case."],
  ["You'll be back online by six.", "You'll be back online by six; firm; 2026-11-23T18:00"],
  // Presents that mean later.
  ['She is over on Friday with the samples.', 'She is over on Friday; firm; 2026-11-27'],
  ['Ben is back on Thursday to finish the shelf.', 'Ben is back on Thursday; colleague:Ben; 2026-11-26'],
  ['Ben is back on Thursday.'],
  ['I come on Thursday with the key.', 'I come on Thursday; writer; 2026-11-26'],
  ['Mrs Sousa sees you on Friday.', 'Mrs Sousa sees you on Friday; colleague:Mrs Sousa; 2026-11-27'],
  ['Work on your roof starts on Friday.', 'Work on your roof starts on Friday; firm; 2026-11-27'],
  ['Your new key arrives on Friday.', 'Your new key arrives on Friday; firm; 2026-11-27'],
  ['Your guests arrive on Friday.'],
  ['The charge comes off tonight.', 'The charge comes off tonight; firm; 2026-11-23T21:00'],
  ['The charge gets removed today.', 'The charge gets removed today; firm; 2026-11-23'],
  ['You have my answer by noon.', 'You have my answer by noon; writer; 2026-11-23T12:00'],
  ['Van with you by noon.', 'Van with you by noon; firm; 2026-11-23T12:00'],
  ['Back at two with the part.', 'Back at two with the part; writer; 2026-11-23T14:00'],
  // Days counted from the one just named.
  ["You'll get it on the 8th or 9th.", "You'll get it on the 8th or 9th; firm; ~2026-12-09"],
  ["You are in for 3 December. We'll text you on the day.", "We'll text you on the day; firm; 2026-12-03"],
  [
    'We come on Tuesday. Ana will ring you a week later.',
    'We come on Tuesday; firm; 2026-11-24',
    'Ana will ring you a week later; colleague:Ana; 2026-12-01',
  ],
  // What the letter confirms; who "they" are does not matter where they act on what is the customer's.
  [
    'This letter confirms that your locker will be opened on Friday.',
    'your locker will be opened on Friday; firm; 2026-11-27',
  ],
  ['I rang the inn and they will upgrade your room.', 'they will upgrade your room; firm; none'],
  ['These shoes are wide. They will suit the boys.'],
  [
    "By Friday you'll have a plan from me on paper.",
    "By Friday you'll have a plan from me on paper; writer; 2026-11-27",
  ],
  ["I'll be up your way on Saturday.", "I'll be up your way on Saturday; writer; 2026-11-28"],
  ["We'll be done by five.", "We'll be done by five; firm; 2026-11-23T17:00"],
  ['Repairs will start on Friday.', 'Repairs will start on Friday; firm; 2026-11-27'],
  ['I send you a note when it is ready.', 'I send you a note; writer; event'],
  ["I'll be letting you down on Friday."],
  // Names that end as things of many do; what else things do on a day.
  ['Lewis will rake it out on Friday.', 'Lewis will rake it out on Friday; colleague:Lewis; 2026-11-27'],
  ['They will head out on Friday.', 'They will head out on Friday; firm; 2026-11-27'],
  [
    'Your new shifts will take effect on 1 December.',
    'Your new shifts will take effect on 1 December; firm; 2026-12-01',
  ],
  ['The new prices will take effect on 1 December.'],
  ['Another lamp leaves us tomorrow.', 'Another lamp leaves us tomorrow; firm; 2026-11-24'],
  ['Courier to you on Friday.', 'Courier to you on Friday; firm; 2026-11-27'],
  [
    'The trustees will be asked to read your letter again.',
    'The trustees will be asked to read your letter again; firm; none',
  ],
  ['You will be asked to wait.'],
  // Any verb in the present that acts on something of theirs, with its day; not those of mind and having.
  ['Marta designs your card on Friday.', 'Marta designs your card on Friday; colleague:Marta; 2026-11-27'],
  ['Ben repaints the door on Friday.', 'Ben repaints the door on Friday; colleague:Ben; 2026-11-27'],
  ['We combine both on Friday.', 'We combine both on Friday; firm; 2026-11-27'],
  ['We received your form on 30 November.'],
  ['We need the key on Friday.'],
  ['Marta wants it on Friday.'],
  ['Polishing it Friday.', 'Polishing it Friday; writer; 2026-11-27'],
  ['Expecting it Friday.'],
  ['Your GP will be sent our letter.', 'Your GP will be sent our letter; firm; none'],
  ['Your bank will be charged.'],
  [
    'We will see you in clinic before Christmas.',
    'We will see you in clinic before Christmas; firm; 2026-12-24',
  ],
  ['We will see you on Friday.'],
  [
    'It will be at our Faro counter by noon on Friday.',
    'It will be at our Faro counter by noon on Friday; firm; 2026-11-27T12:00',
  ],
  ["Oven's being cleaned on Friday.", "Oven's being cleaned on Friday; firm; 2026-11-27"],
  ['Trains are being replaced on Friday.'],
  [
    'The money will be paid to the estate by Friday.',
    'The money will be paid to the estate; firm; 2026-11-27',
  ],
  ["We'll send it in the coming days.", "We'll send it in the coming days; firm; none"],
  ["We'll send it midweek next week.", "We'll send it midweek next week; firm; ~2026-12-02"],
]
