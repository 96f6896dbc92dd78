/**
 * Sentences of our own, written from the conventions before any rule was: what service people promise.
 * Said on Monday 23 November 2026 at 10:00 in London. A row is the text, then each promise as
 * `quote; who; due`, where due is a date, a moment, `~` before the end of a range, `none` or `event`;
 * `if` at the end is conditional, `hold` is a hold phrase.
 */
export const said: readonly (readonly [string, ...string[]])[] = [
  // Will, shall, going to.
  ["Hi Tomás, I'll call you tomorrow.", "I'll call you tomorrow; writer; 2026-11-24"],
  [
    'I will send you a new tin on Thursday. Sorry again!',
    'I will send you a new tin on Thursday; writer; 2026-11-26',
  ],
  [
    'We shall write to you by the end of the week.',
    'We shall write to you by the end of the week; firm; ~2026-11-27',
  ],
  [
    "We're going to swap the boiler valve on Wednesday.",
    "We're going to swap the boiler valve on Wednesday; firm; 2026-11-25",
  ],
  [
    "I'm going to ring the warehouse this afternoon",
    "I'm going to ring the warehouse this afternoon; writer; 2026-11-23T17:00",
  ],
  ['Gonna drop it round at 5, ok?', 'Gonna drop it round at 5; writer; 2026-11-23T17:00'],
  [
    'I’ll have it back on the shelf for you by noon.',
    'I’ll have it back on the shelf for you by noon; writer; 2026-11-23T12:00',
  ],
  ["We'll refund the second charge today.", "We'll refund the second charge today; firm; 2026-11-23"],
  [
    'I will personally look at every loaf before it leaves.',
    'I will personally look at every loaf; writer; event',
  ],
  [
    "We'll also credit your account with 15 euros.",
    "We'll also credit your account with 15 euros; firm; none",
  ],
  [
    "I'll definitely get this sorted for you before Friday.",
    "I'll definitely get this sorted for you before Friday; writer; 2026-11-26",
  ],
  ["I'll make sure the driver rings the bell.", "I'll make sure the driver rings the bell; writer; none"],
  [
    "We'll make sure that it is wrapped twice this time.",
    "We'll make sure that it is wrapped twice this time; firm; none",
  ],
  ["I'll keep you posted.", "I'll keep you posted; writer; none"],
  ["We'll be in touch shortly.", "We'll be in touch shortly; firm; none"],
  [
    "I'll be in touch by Wednesday evening.",
    "I'll be in touch by Wednesday evening; writer; 2026-11-25T21:00",
  ],
  ["We'll look into it.", "We'll look into it; firm; none"],
  ["I'll pass this on to the bakers.", "I'll pass this on to the bakers; writer; none"],
  ["I'll let you know as soon as I hear from the kitchen.", "I'll let you know; writer; event"],
  [
    "I'll be round with the part on Tuesday at 8.",
    "I'll be round with the part on Tuesday at 8; writer; 2026-11-24T08:00",
  ],
  ["We'll be with you at 3.", "We'll be with you at 3; firm; 2026-11-23T15:00"],
  [
    "I'll be calling you on Friday morning.",
    "I'll be calling you on Friday morning; writer; 2026-11-27T12:00",
  ],
  ["We'll be sending the invoice on the 1st.", "We'll be sending the invoice on the 1st; firm; 2026-12-01"],
  [
    "I'll have Ben check the meter on Thursday.",
    "I'll have Ben check the meter on Thursday; writer; 2026-11-26",
  ],
  ["I'll get the workshop to ring you today.", "I'll get the workshop to ring you today; writer; 2026-11-23"],
  [
    "I'll get back to you with a price within two working days.",
    "I'll get back to you with a price within two working days; writer; 2026-11-25",
  ],
  [
    "I'll chase the courier and ring you before 4.",
    "I'll chase the courier; writer; none",
    'ring you before 4; writer; 2026-11-23T16:00',
  ],
  [
    "I'll check with Rosa, find out what happened and come back to you by 2pm.",
    "I'll check with Rosa; writer; none",
    'find out what happened; writer; none',
    'come back to you by 2pm; writer; 2026-11-23T14:00',
  ],
  [
    "I'll go and look in the store room in ten minutes.",
    "I'll go and look in the store room in ten minutes; writer; 2026-11-23T10:10",
  ],
  ["We'll go ahead and cancel the second order.", "We'll go ahead and cancel the second order; firm; none"],
  [
    'I am sorry, Dona Beatriz. I shall bring the cake myself on Saturday.',
    'I shall bring the cake myself on Saturday; writer; 2026-11-28',
  ],
  ['Rest assured we will put this right.', 'we will put this right; firm; none'],
  ["As promised on the phone, I'll post the key today.", "I'll post the key today; writer; 2026-11-23"],
  ["I'm afraid the red ones are gone, so I'll send blue.", "I'll send blue; writer; none"],
  [
    'I can confirm that we will replace the lamp free of charge.',
    'we will replace the lamp free of charge; firm; none',
  ],
  ["It's no trouble at all, and I'll bring a spare.", "I'll bring a spare; writer; none"],
  ["Don't worry — I'll sort it.", "I'll sort it; writer; none"],
  [
    "You needn't do anything; we'll collect the box on Monday.",
    "we'll collect the box on Monday; firm; 2026-11-30",
  ],
  [
    "I'll leave the parcel with your neighbour tomorrow lunchtime.",
    "I'll leave the parcel with your neighbour tomorrow lunchtime; writer; 2026-11-24T13:00",
  ],
  ["We'll hold the table until 7.", "We'll hold the table until 7; firm; 2026-11-23T19:00"],
  [
    'We will waive the delivery charge on this one.',
    'We will waive the delivery charge on this one; firm; none',
  ],
  [
    "Okay so what I'm going to do is escalate this and I'll call you back within the hour.",
    'escalate this; writer; none',
    "I'll call you back within the hour; writer; 2026-11-23T11:00",
  ],
  ['Ill ring you tmrw at 9am', 'Ill ring you tmrw at 9am; writer; 2026-11-24T09:00'],
  ['ill get that changed for u today', 'ill get that changed for u today; writer; 2026-11-23'],
  ['well send it again on monday', 'well send it again on monday; firm; 2026-11-30'],
  ['youll have the refund by friday', 'youll have the refund by friday; firm; 2026-11-27'],
  // Subjectless chat.
  ['Will ring you tomorrow', 'Will ring you tomorrow; writer; 2026-11-24'],
  [
    'Got it. Will check and come back to you by 4',
    'Will check; writer; none',
    'come back to you by 4; writer; 2026-11-23T16:00',
  ],
  ['Calling you at 3', 'Calling you at 3; writer; 2026-11-23T15:00'],
  ['Sending the link over in 5 mins', 'Sending the link over in 5 mins; writer; 2026-11-23T10:05'],
  [
    'Thanks! Dropping it off on my way home tonight',
    'Dropping it off on my way home tonight; writer; 2026-11-23T21:00',
  ],
  ['Ready by Friday lunchtime, 42 euros', 'Ready by Friday lunchtime; firm; 2026-11-27T13:00'],
  ['Sorted by close of play today.', 'Sorted by close of play today; firm; 2026-11-23T17:00'],
  [
    'Shall forward the form first thing tomorrow.',
    'Shall forward the form first thing tomorrow; writer; 2026-11-24T12:00',
  ],
  [
    'Ok so going to send someone round on Wednesday',
    'going to send someone round on Wednesday; writer; 2026-11-25',
  ],
  // Present with future meaning.
  ["We're sending a driver tomorrow.", "We're sending a driver tomorrow; firm; 2026-11-24"],
  ['Your replacement leaves here on Monday.', 'Your replacement leaves here on Monday; firm; 2026-11-30'],
  ['Your bike goes back together on Thursday.', 'Your bike goes back together on Thursday; firm; 2026-11-26'],
  [
    "I'm posting the certificate on Wednesday.",
    "I'm posting the certificate on Wednesday; writer; 2026-11-25",
  ],
  [
    'I am coming by at half past four to look at it.',
    'I am coming by at half past four; writer; 2026-11-23T16:30',
  ],
  ['Tomorrow I bring the new glass.', 'Tomorrow I bring the new glass; writer; 2026-11-24'],
  [
    'My colleague is dropping the keys off this evening.',
    'My colleague is dropping the keys off this evening; firm; 2026-11-23T21:00',
  ],
  ['Ana is picking up the box on Friday.', 'Ana is picking up the box on Friday; colleague:Ana; 2026-11-27'],
  ['Your order ships tomorrow.', 'Your order ships tomorrow; firm; 2026-11-24'],
  [
    'The money is going back to your card today.',
    'The money is going back to your card today; firm; 2026-11-23',
  ],
  ["We're putting a new lock on next Tuesday.", "We're putting a new lock on next Tuesday; firm; 2026-12-01"],
  // Passive and outcome.
  [
    'Your refund will be processed by Thursday.',
    'Your refund will be processed by Thursday; firm; 2026-11-26',
  ],
  ['It will be with you on Tuesday.', 'It will be with you on Tuesday; firm; 2026-11-24'],
  ['Your watch will be ready on Friday.', 'Your watch will be ready on Friday; firm; 2026-11-27'],
  ["Hi Lena, it'll be fixed by tonight.", "it'll be fixed by tonight; firm; 2026-11-23T21:00"],
  [
    'A new bulb will go out in the post this afternoon.',
    'A new bulb will go out in the post this afternoon; firm; 2026-11-23T17:00',
  ],
  [
    'The 30 euros will be back in your account within three to five working days.',
    'The 30 euros will be back in your account within three to five working days; firm; ~2026-11-30',
  ],
  ['Your claim will be reviewed by our team.', 'Your claim will be reviewed by our team; firm; none'],
  [
    'The missing screws will be dispatched today and should reach you soon.',
    'The missing screws will be dispatched today; firm; 2026-11-23',
  ],
  [
    'Your account will be closed on 30 November.',
    'Your account will be closed on 30 November; firm; 2026-11-30',
  ],
  [
    "They'll be delivered between 8 and 10 tomorrow.",
    "They'll be delivered between 8 and 10 tomorrow; firm; ~2026-11-24T10:00",
  ],
  [
    'Your appointment will be moved to the later slot.',
    'Your appointment will be moved to the later slot; firm; none',
  ],
  [
    'Everything will be back to normal by 6pm for you.',
    'Everything will be back to normal by 6pm for you; firm; 2026-11-23T18:00',
  ],
  [
    'Both chairs will leave our workshop next week.',
    'Both chairs will leave our workshop next week; firm; ~2026-12-04',
  ],
  ['Replacement will be shipped tomorrow.', 'Replacement will be shipped tomorrow; firm; 2026-11-24'],
  [
    'The report will be with you by close of business on Friday.',
    'The report will be with you by close of business on Friday; firm; 2026-11-27T17:00',
  ],
  [
    'Your parcel will arrive on Thursday before noon.',
    'Your parcel will arrive on Thursday before noon; firm; 2026-11-26T12:00',
  ],
  ['You will be refunded in full.', 'You will be refunded in full; firm; none'],
  [
    "You'll be contacted by our repair team today.",
    "You'll be contacted by our repair team today; firm; 2026-11-23",
  ],
  ['A credit note will follow next week.', 'A credit note will follow next week; firm; ~2026-12-04'],
  [
    'The extra night is going to be taken off your bill.',
    'The extra night is going to be taken off your bill; firm; none',
  ],
  // You will receive.
  ["You'll hear from me by 5.", "You'll hear from me by 5; writer; 2026-11-23T17:00"],
  [
    'You will receive a new card within ten days.',
    'You will receive a new card within ten days; firm; 2026-12-03',
  ],
  [
    "You'll get a call from Rosa tomorrow morning.",
    "You'll get a call from Rosa tomorrow morning; colleague:Rosa; 2026-11-24T12:00",
  ],
  ["You'll have your money back by the 27th.", "You'll have your money back by the 27th; firm; 2026-11-27"],
  [
    'You will be getting an email from us in the next hour.',
    'You will be getting an email from us in the next hour; firm; 2026-11-23T11:00',
  ],
  [
    "You'll have my answer before the weekend.",
    "You'll have my answer before the weekend; writer; 2026-11-27",
  ],
  [
    'By Monday you will have a full report from us.',
    'By Monday you will have a full report from us; firm; 2026-11-30',
  ],
  ["You're getting a full refund on Friday.", "You're getting a full refund on Friday; firm; 2026-11-27"],
  // Nominal and vows.
  ['Expect a call from me at 3.', 'Expect a call from me at 3; writer; 2026-11-23T15:00'],
  [
    'Please expect an email from our accounts team tomorrow.',
    'expect an email from our accounts team tomorrow; firm; 2026-11-24',
  ],
  [
    'You have my word that it will be there on Saturday.',
    'You have my word that it will be there on Saturday; writer; 2026-11-28',
  ],
  ['I promise to ring you myself tonight.', 'I promise to ring you myself tonight; writer; 2026-11-23T21:00'],
  ['I promise we will put it right.', 'I promise we will put it right; firm; none'],
  [
    'Look out for a text from the driver in the morning.',
    'Look out for a text from the driver in the morning; firm; 2026-11-24T12:00',
  ],
  [
    'We promise to have it back to you by Christmas.',
    'We promise to have it back to you by Christmas; firm; 2026-12-25',
  ],
  [
    'I give you my word that nobody will forget it again and I will ring on Friday to check.',
    'I will ring on Friday; writer; 2026-11-27',
  ],
  // Others who act for us.
  ['Our driver will knock twice.', 'Our driver will knock twice; firm; none'],
  [
    'The engineer will be with you between 1 and 3 on Wednesday.',
    'The engineer will be with you between 1 and 3 on Wednesday; firm; ~2026-11-25T15:00',
  ],
  [
    'Ben from repairs will ring you this afternoon.',
    'Ben from repairs will ring you this afternoon; colleague:Ben; 2026-11-23T17:00',
  ],
  [
    'Dr Hartmann will see you on Monday at 9.30.',
    'Dr Hartmann will see you on Monday at 9.30; colleague:Dr Hartmann; 2026-11-30T09:30',
  ],
  [
    'Someone from our Porto shop will call you back.',
    'Someone from our Porto shop will call you back; firm; none',
  ],
  [
    'I spoke to Ana in the bakery. She will set one aside for you.',
    'She will set one aside for you; colleague:Ana; none',
  ],
  [
    'Our technician has the part. He will fit it tomorrow at 10.',
    'He will fit it tomorrow at 10; firm; 2026-11-24T10:00',
  ],
  [
    'My manager Rosa Amaral will write to you herself by Friday.',
    'My manager Rosa Amaral will write to you herself by Friday; colleague:Rosa Amaral; 2026-11-27',
  ],
  ['One of us will come out on Thursday.', 'One of us will come out on Thursday; firm; 2026-11-26'],
  [
    "I've asked Tomás to look at it and he'll come back to you today.",
    "he'll come back to you today; colleague:Tomás; 2026-11-23",
  ],
  [
    'Finance will release the payment on Wednesday.',
    'Finance will release the payment on Wednesday; firm; 2026-11-25',
  ],
  ['The workshop will test it overnight.', 'The workshop will test it overnight; firm; none'],
  [
    "Inês'll give you a ring before lunch.",
    "Inês'll give you a ring before lunch; colleague:Inês; 2026-11-23T13:00",
  ],
  [
    'Mr Okafor will bring the keys to you on 2 December.',
    'Mr Okafor will bring the keys to you on 2 December; colleague:Mr Okafor; 2026-12-02',
  ],
  ["We'll speak again on Friday at 11.", "We'll speak again on Friday at 11; firm; 2026-11-27T11:00"],
  // Holds with an act.
  ["One moment, I'll check.", "I'll check; writer; none; hold"],
  ['Let me look that up for you.', 'Let me look that up for you; writer; none; hold'],
  ['Let me pull up your booking.', 'Let me pull up your booking; writer; none; hold'],
  ['Sure, let me just ask the kitchen.', 'let me just ask the kitchen; writer; none; hold'],
  [
    "Bear with me, I'll have a look at the order now.",
    "I'll have a look at the order now; writer; none; hold",
  ],
  [
    "Let me check with Ben and I'll come back to you by noon.",
    'Let me check with Ben; writer; none; hold',
    "I'll come back to you by noon; writer; 2026-11-23T12:00",
  ],
  ['lemme see what happened there', 'lemme see what happened there; writer; none; hold'],
  ['Give me a second and I will look at the photos.', 'I will look at the photos; writer; none; hold'],
  // Conditional on the customer's act.
  ["Send me a photo and I'll order the part.", "I'll order the part; writer; event; if"],
  ["DM us your order number and we'll take a look.", "we'll take a look; firm; event; if"],
  ["If you reply with your size, we'll swap it.", "we'll swap it; firm; event; if"],
  ['Once you have signed the form I will release the money.', 'I will release the money; writer; event; if'],
  ['As soon as we receive the lamp, a refund will be issued.', 'a refund will be issued; firm; event; if'],
  ["Bring it in on Saturday and we'll mend it while you wait.", "we'll mend it; firm; 2026-11-28; if"],
  ["Pay by noon and we'll ship today.", "we'll ship today; firm; 2026-11-23; if"],
  ["Reply by 5pm and I'll lock it in.", "I'll lock it in; writer; event; if"],
  [
    "Could you send the serial number? Then I'll order the right one.",
    "I'll order the right one; writer; event; if",
  ],
  [
    'Please confirm your address and we will get it out to you tomorrow.',
    'we will get it out to you tomorrow; firm; 2026-11-24; if',
  ],
  [
    "We'll refund you within 2 days of receiving it back.",
    "We'll refund you within 2 days of receiving it back; firm; event; if",
  ],
  ["Just let me know which colour and I'll put it aside.", "I'll put it aside; writer; event; if"],
  ["I'll book the van when you confirm the day.", "I'll book the van; writer; event; if"],
  [
    "Log in with the new password, then we'll switch the backup on.",
    "we'll switch the backup on; firm; event; if",
  ],
  [
    "If you can let us have the receipt we'll put it through today.",
    "we'll put it through today; firm; 2026-11-23; if",
  ],
  [
    'Pop in on Wednesday and Ana will show you how it works.',
    'Ana will show you how it works; colleague:Ana; 2026-11-25; if',
  ],
  // Waiting on something else.
  ["When the part arrives I'll ring you.", "I'll ring you; writer; event"],
  ["If the parcel hasn't turned up by Friday, we'll send another.", "we'll send another; firm; event"],
  ["Once the oven is mended we'll bake yours first.", "we'll bake yours first; firm; event"],
  ["I'll text you when it's done.", "I'll text you when it's done; writer; event"],
  ["We'll hold it until you are back.", "We'll hold it until you are back; firm; event"],
  ['As soon as the bank releases it we will pass it on to you.', 'we will pass it on to you; firm; event'],
  ['The valve comes on Tuesday. I will then fit it.', 'I will then fit it; writer; event'],
  ["If it happens again I'll come out myself.", "I'll come out myself; writer; event"],
  [
    "After the stocktake we'll ring everyone on the list, you included.",
    "we'll ring everyone on the list, you included; firm; event",
  ],
  ["I'll ring you before I start.", "I'll ring you before I start; writer; event"],
]
