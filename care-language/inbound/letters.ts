/**
 * Messages with each of their asks, written and labelled before the reader saw them (bench/care/promises.md tells what it found
 * then); mended by class since.
 */
export const letters: readonly (readonly [string, ...string[]])[] = [
  [
    "Hello, I hired the blue canal boat for next weekend. I'm not sure whether bedding is included. Also it would be great to know where we can park. Thanks, Mira",
    "I'm not sure whether bedding is included",
    'it would be great to know where we can park',
  ],
  ['My inhaler was not in the bag. I need it by tonight.', 'I need it by tonight'],
  [
    'The bin was missed again on Tuesday, third time this month. When will somebody come, and is there a number I can ring when it happens?',
    'When will somebody come',
    'is there a number I can ring when it happens',
  ],
  [
    "I was charged twice for the March invoice. I'd appreciate it if you could refund one of them.",
    "I'd appreciate it if you could refund one of them",
  ],
  [
    'Do you do gluten free? And what time do you shut on Sundays',
    'Do you do gluten free',
    'what time do you shut on Sundays',
  ],
  ['Just to say thank you to Ben, who carried the pram up all the stairs. Lovely man.'],
  ["I can't log in any more since the update. The reset mail never comes. Any ideas?", 'Any ideas?'],
  [
    'I would be grateful for a copy of my 2024 statement and an explanation of the fee on page 2.',
    'I would be grateful for a copy of my 2024 statement and an explanation of the fee on page 2',
  ],
  [
    "The tooth still hurts a lot and I'm flying on Friday. Is there any chance of an earlier appointment?",
    'Is there any chance of an earlier appointment?',
  ],
  [
    "We still haven't heard anything about the deposit. It's been six weeks. I expect to have the money in my account by Friday.",
    'I expect to have the money in my account by Friday',
  ],
  [
    'hi can u tell me if my parcel is coming today i have to go out at 2',
    'can u tell me if my parcel is coming today',
  ],
  [
    'I wonder if you might have the same coat in a 42, and how long it would take to get here.',
    'I wonder if you might have the same coat in a 42',
    'how long it would take to get here',
  ],
  [
    'My daughter is starting in reception in January. We have no idea what she should bring on the first day.',
    'We have no idea what she should bring on the first day',
  ],
  [
    'Please find attached my lease. The landlord says the damp is our fault, which it is not. What are our rights here?',
    'What are our rights here?',
  ],
  [
    'You could at least tell me what happened to my order.',
    'You could at least tell me what happened to my order',
  ],
  [
    'Would it be possible to move our table to 8? There will be five of us now instead of four.',
    'Would it be possible to move our table to 8?',
  ],
  [
    'The train was 54 minutes late. How do I claim, and do I need the paper ticket?',
    'How do I claim',
    'do I need the paper ticket',
  ],
  [
    "I'd like my account closed and all my data deleted. Confirm when done.",
    "I'd like my account closed and all my data deleted",
    'Confirm when done',
  ],
  ["Looking forward to Saturday! PS: one of us is vegetarian, hope that's ok."],
  [
    "Hi, could somebody please get back to me about the quote? I've asked twice. I also want to know if the price includes VAT.",
    'could somebody please get back to me about the quote',
    'I also want to know if the price includes VAT',
  ],
  [
    'The zip broke the second time I wore it. I want a refund, not a voucher.',
    'I want a refund, not a voucher',
  ],
  ['Your driver left the fridge in the rain. Who is going to pay for this?', 'Who is going to pay for this?'],
  [
    'If you could send the invoice to accounts@ instead of to me, that would be very helpful.',
    'If you could send the invoice to accounts@ instead of to me',
  ],
  ["Not sure what to do now: the form asks for a tax number I don't have.", 'Not sure what to do now'],
  [
    'I need to know whether the flat is still available. If it is, when can I see it?',
    'I need to know whether the flat is still available',
    'when can I see it',
  ],
  [
    'Good morning. Kindly let us have your best price for 200 units, and delivery time to Oslo.',
    'Kindly let us have your best price for 200 units, and delivery time to Oslo',
  ],
  ["We'd prefer a morning visit. Someone over 18 will be home until 1.", "We'd prefer a morning visit"],
  ["I was told on the phone I'd get a call back. Nobody called."],
  [
    'Can the piano be moved without taking the legs off, or does that need to be booked separately?',
    'Can the piano be moved without taking the legs off',
    'does that need to be booked separately',
  ],
  [
    'The doctor wants the results before Monday. Is it too late to ask for them by email?',
    'Is it too late to ask for them by email?',
  ],
  [
    "I don't understand this bill. Why is there a standing charge for a flat I left in May?",
    'Why is there a standing charge for a flat I left in May?',
  ],
  [
    'Could I have the recipe for that soup?! My kids finished it, which never happens.',
    'Could I have the recipe for that soup',
  ],
  [
    "Our booking reference is 88 213. We'd love a room facing the sea if there is one.",
    "We'd love a room facing the sea if there is one",
  ],
  ["What's the latest with my claim", "What's the latest with my claim"],
  [
    "I have to say I'm disappointed. You promised the sofa for the 10th and here we are on the 23rd. I want a firm date or my money back.",
    'I want a firm date or my money back',
  ],
  [
    "Please could you also remove my late husband's name from the letters. It upsets me every time.",
    "Please could you also remove my late husband's name from the letters",
  ],
  [
    "Is it ok to bring the dog? She's small. And do we pay now or when we get there?",
    'Is it ok to bring the dog?',
    'do we pay now or when we get there?',
  ],
  [
    'I am writing to request a reasonable adjustment for the exam on the 4th: extra time and a separate room.',
    'I am writing to request a reasonable adjustment for the exam on the 4th',
  ],
  [
    "The webhook has been failing since 09:40 UTC with a 502. We'd need a root cause for our own customers.",
    "We'd need a root cause for our own customers",
  ],
  [
    'Someone needs to come and look at this boiler today, my mother is 91.',
    'Someone needs to come and look at this boiler today',
  ],
  ['Let me know what you need from me.', 'Let me know what you need from me'],
  [
    'Hallo, I still miss the parcel number 3 of 3. It would be very kind to check where it is.',
    'It would be very kind to check where it is',
  ],
  ['I was hoping to swap my seat for one on the aisle.', 'I was hoping to swap my seat for one on the aisle'],
  [
    'Has anyone had a chance to look at my ticket from last week?',
    'Has anyone had a chance to look at my ticket from last week?',
  ],
  [
    "Hi there, I left a red scarf in room 12 on Sunday. If you find it, could you hang on to it? I'm back on the 4th.",
    'could you hang on to it?',
  ],
  [
    "The invoice is made out to the wrong company. It should say Okafor Ltd. We can't pay it until that's changed.",
    'It should say Okafor Ltd',
  ],
  [
    "When's the next delivery slot for SE15? I'd take anything before noon.",
    "When's the next delivery slot for SE15?",
  ],
  [
    'Hello. Nobody told me the surgery moved. Do I need to register again, and will my prescriptions go to the new place automatically?',
    'Do I need to register again',
    'will my prescriptions go to the new place automatically?',
  ],
  [
    "I'd be grateful if someone could explain the difference between the two quotes.",
    "I'd be grateful if someone could explain the difference between the two quotes",
  ],
  ['Great service as always. See you next week.'],
  ['my card got eaten by your machine at the station. what now', 'what now'],
  [
    'We have been without hot water for four days. I want this fixed today and I want to know who is responsible.',
    'I want this fixed today',
    'I want to know who is responsible',
  ],
  ['Are the scones vegan? My sister reckons they are.', 'Are the scones vegan?'],
  [
    'Would you mind moving the appointment to the afternoon? My son has an exam in the morning.',
    'Would you mind moving the appointment to the afternoon?',
  ],
  [
    "I've read the FAQ but it doesn't say whether the deposit is refundable.",
    "it doesn't say whether the deposit is refundable",
  ],
  ['Just checking you got my form. I sent it on the 12th.', 'Just checking you got my form'],
  [
    'My father passed away last month. What do you need from me to close his account? There is no hurry.',
    'What do you need from me to close his account?',
  ],
  [
    "You've sent me to the wrong department twice. Put me through to someone who can decide.",
    'Put me through to someone who can decide',
  ],
  ['Any news on the roof?', 'Any news on the roof?'],
  ['The new timetable says 7:52 but the app says 7:49. Which one is right?', 'Which one is right?'],
  [
    'I was wondering about the size of the garden shed in the picture, and if it comes with a floor.',
    'I was wondering about the size of the garden shed in the picture',
    'if it comes with a floor',
  ],
  [
    'It would help if the engineer could ring before he sets off.',
    'It would help if the engineer could ring before he sets off',
  ],
  ['Thanks for the quick reply! That answers everything.'],
  ['I can come on Tuesday or Wednesday, whichever suits. Do let me know.', 'Do let me know'],
  [
    "Our group has two wheelchair users. We need to know if there's step-free access from the car park and whether the toilets are on the same floor.",
    "We need to know if there's step-free access from the car park",
    'whether the toilets are on the same floor',
  ],
  [
    'Why on earth does it take three weeks to post a form?!',
    'Why on earth does it take three weeks to post a form?',
  ],
  [
    'I never agreed to the extra insurance. Take it off and pay me back the £36.',
    'Take it off',
    'pay me back the £36',
  ],
  [
    'Could you let me have the dates for half term? Also who do I speak to about the bus pass?',
    'Could you let me have the dates for half term?',
    'who do I speak to about the bus pass?',
  ],
  [
    "The lamp hums. Is that normal? If not, I'd like to send it back.",
    'Is that normal?',
    "I'd like to send it back",
  ],
  ["Please don't call me at work. Text is fine.", "Please don't call me at work"],
  [
    "I'm trying to work out if the family ticket covers grandparents.",
    "I'm trying to work out if the family ticket covers grandparents",
  ],
  [
    "Somebody from your team said I'd get a voucher, but I haven't seen it. Can that be looked into?",
    'Can that be looked into?',
  ],
  [
    "The kids loved the show. Do you know when you're on again in Leeds?",
    "Do you know when you're on again in Leeds?",
  ],
  [
    'Two things. First, the heating in flat 3 is stuck on. Second, can we have bikes in the hallway?',
    'can we have bikes in the hallway?',
  ],
  [
    'I would like to complain about the way my daughter was spoken to on Friday.',
    'I would like to complain about the way my daughter was spoken to on Friday',
  ],
  ['Refund please. Order 8812.', 'Refund please'],
  [
    'Is there somewhere nearby where we could leave our suitcases until six?',
    'Is there somewhere nearby where we could leave our suitcases until six?',
  ],
  [
    'We moved out on the 30th. The deposit should come to this account: 12-34-56.',
    'The deposit should come to this account: 12-34-56',
  ],
  [
    "Not happy with the haircut. Can someone else fix it, and I don't expect to pay again.",
    'Can someone else fix it',
  ],
  ['The instructions are in Polish only. I need them in English.', 'I need them in English'],
  ['May I suggest a bench by the stop? My knees would thank you.', 'May I suggest a bench by the stop?'],
  ["If it's not too much trouble, I'd love the recipe.", "I'd love the recipe"],
  ["I don't see the credit on this month's statement. Has it been applied?", 'Has it been applied?'],
  [
    "What's your policy on late check-out, and what would it cost for a family of four?",
    "What's your policy on late check-out",
    'what would it cost for a family of four?',
  ],
  ["Can't find where to change my email address.", "Can't find where to change my email address"],
  ['Do I tip the driver or is that included?', 'Do I tip the driver or is that included?'],
  [
    'Morning, the wrong blinds came, these are 120 and we measured 140. Please arrange collection and send the right ones before the weekend.',
    'Please arrange collection',
    'send the right ones before the weekend',
  ],
  [
    'Hi, could you tell me what the dress code is for the gala? And is there a cloakroom.',
    'could you tell me what the dress code is for the gala?',
    'is there a cloakroom',
  ],
  [
    "It's my third email. Either fix the boiler or let me out of the contract.",
    'Either fix the boiler or let me out of the contract',
  ],
  ['Just a note to say the crown fits beautifully. No pain at all.'],
  [
    "Our flight was diverted and we spent the night on the floor. How do we go about claiming for the hotel we'd already paid?",
    "How do we go about claiming for the hotel we'd already paid?",
  ],
  ['I understand you offer a student rate. What proof do you need?', 'What proof do you need?'],
  [
    "Sorry to be a pain but I still don't have the login. Could somebody resend it to this address instead?",
    'Could somebody resend it to this address instead?',
  ],
  [
    "Hello, I believe I'm owed £18 from the cancelled class. I'd rather have it as credit.",
    "I'd rather have it as credit",
  ],
  [
    'The council tax letter says band D, every house here is C. I want it looked at again.',
    'I want it looked at again',
  ],
  ['is the pool open on bank holiday monday', 'is the pool open on bank holiday monday'],
  ["If I order today, will it be here by Thursday? It's for a christening.", 'will it be here by Thursday?'],
  [
    'Dear Sirs, we hereby request an extension of the deadline to 15 January.',
    'we hereby request an extension of the deadline to 15 January',
  ],
  ["You've been very kind. One last thing: where do I leave the keys?", 'where do I leave the keys?'],
  [
    "The night porter wouldn't let us in until 2. I'd like somebody to explain why.",
    "I'd like somebody to explain why",
  ],
  ["I have no idea who signed for it. It certainly wasn't me."],
  [
    "My mum isn't online. Is there a paper form, and could it be posted to her?",
    'Is there a paper form',
    'could it be posted to her?',
  ],
  ['Tell Marco his lasagne was the best thing that happened to us this week.'],
  ['Need a plumber asap, water everywhere', 'Need a plumber asap'],
  [
    'What are my chances of getting a table for two tonight?',
    'What are my chances of getting a table for two tonight?',
  ],
  ["I can't get the tent back into its bag. Is there a trick to it?", 'Is there a trick to it?'],
  ['Regarding ticket 5512: this is still open. Please update.', 'Please update'],
  ['Happy to pay the difference if you have the larger one in stock. Do you?', 'Do you?'],
  [
    'Would be good to have a ballpark figure before Friday.',
    'Would be good to have a ballpark figure before Friday',
  ],
  [
    "My daughter's swimming lesson clashes with brownies now. Are there any spaces on Wednesdays?",
    'Are there any spaces on Wednesdays?',
  ],
  [
    "I gather there's been a power cut. Roughly how long before it's back on?",
    "Roughly how long before it's back on?",
  ],
  ['Stop sending me texts. I unsubscribed in June.', 'Stop sending me texts'],
  ["The quote doesn't mention VAT. I assume it's included?", "I assume it's included?"],
  [
    'I would really appreciate a call from a human being.',
    'I would really appreciate a call from a human being',
  ],
  [
    'Both wheels are buckled and I need to get to work tomorrow. What can you do for me?',
    'What can you do for me?',
  ],
  [
    "We'd like to book the hall for 12 March, 2 till 6, around 40 people. What's the damage?",
    "We'd like to book the hall for 12 March, 2 till 6, around 40 people",
    "What's the damage?",
  ],
  [
    'Whoever is dealing with this should give me a ring after five.',
    'Whoever is dealing with this should give me a ring after five',
  ],
  ["The photo shows oak but what came is pine. I'm sending it back."],
]

export const germanLetters: readonly (readonly [string, ...string[]])[] = [
  [
    'Guten Tag, ich habe gestern den Kinderwagen abgeholt und ein Rad klemmt. Kann ich damit noch einmal vorbeikommen? Und kostet die Reparatur etwas?',
    'Kann ich damit noch einmal vorbeikommen?',
    'kostet die Reparatur etwas?',
  ],
  [
    'Hallo, mein Paket ist seit einer Woche unterwegs. Bitte sagen Sie mir, wo es steckt.',
    'Bitte sagen Sie mir, wo es steckt',
  ],
  ['Moin, wollte nur Danke sagen, das Essen war super!'],
  [
    'Sehr geehrte Damen und Herren, ich widerspreche der Rechnung vom 3. November und bitte um eine Aufstellung der Kosten.',
    'bitte um eine Aufstellung der Kosten',
  ],
  ['Der Aufzug geht schon wieder nicht. Wann kommt endlich jemand?', 'Wann kommt endlich jemand?'],
  ['Ich weiß nicht, ob mein Antrag angekommen ist.', 'Ich weiß nicht, ob mein Antrag angekommen ist'],
  [
    'Wir hätten gern einen Tisch für sechs am Samstag um acht. Geht das auch draußen?',
    'Wir hätten gern einen Tisch für sechs am Samstag um acht',
    'Geht das auch draußen?',
  ],
  ['Mein Passwort funktioniert nicht. Was muss ich tun?', 'Was muss ich tun?'],
  [
    'Ich brauche die Bescheinigung bis Freitag für das Amt.',
    'Ich brauche die Bescheinigung bis Freitag für das Amt',
  ],
  [
    'hi habt ihr die schuhe auch in 43 und was kostet der versand nach österreich',
    'habt ihr die schuhe auch in 43',
    'was kostet der versand nach österreich',
  ],
  [
    'Könnten Sie mir bitte mitteilen, wie lange die Bearbeitung dauert und an wen ich mich wenden kann?',
    'wie lange die Bearbeitung dauert',
    'an wen ich mich wenden kann',
  ],
  [
    'Ihre Mitarbeiterin Frau Holm war sehr geduldig. Richten Sie ihr bitte einen Gruß aus.',
    'Richten Sie ihr bitte einen Gruß aus',
  ],
  [
    'Ich möchte mein Abo kündigen. Bestätigen Sie mir das schriftlich.',
    'Ich möchte mein Abo kündigen',
    'Bestätigen Sie mir das schriftlich',
  ],
  ['Die Heizung ist kalt, wir haben ein Baby. Es muss heute jemand kommen.', 'Es muss heute jemand kommen'],
  ['Gibt es bei Ihnen auch glutenfreien Kuchen?', 'Gibt es bei Ihnen auch glutenfreien Kuchen?'],
  [
    'Wäre es möglich, den Termin auf Donnerstag zu legen?',
    'Wäre es möglich, den Termin auf Donnerstag zu legen?',
  ],
  [
    'Warum wurde mir zweimal abgebucht? Ich will das Geld zurück.',
    'Warum wurde mir zweimal abgebucht?',
    'Ich will das Geld zurück',
  ],
  [
    'Der Pullover ist zu klein. Ich würde ihn gern umtauschen, wenn das geht.',
    'Ich würde ihn gern umtauschen',
  ],
  [
    'Mich würde interessieren, ob der Hund mit ins Zimmer darf.',
    'Mich würde interessieren, ob der Hund mit ins Zimmer darf',
  ],
  [
    'Bis wann muss ich die Bücher zurückgeben, und kann ich online verlängern?',
    'Bis wann muss ich die Bücher zurückgeben',
    'kann ich online verlängern?',
  ],
  ['Ich verstehe Ihren Bescheid nicht. Wofür sind die 40 Euro?', 'Wofür sind die 40 Euro?'],
  ['Ruf mich bitte heute noch zurück.', 'Ruf mich bitte heute noch zurück'],
  [
    'Ich bin enttäuscht. Ich erwarte eine Erklärung und mein Geld zurück.',
    'Ich erwarte eine Erklärung und mein Geld zurück',
  ],
  [
    'Schicken Sie den Techniker diesmal bitte vor neun, ich muss zur Arbeit.',
    'Schicken Sie den Techniker diesmal bitte vor neun',
  ],
  ['Darf man im Park grillen? Auf dem Schild steht nichts dazu.', 'Darf man im Park grillen?'],
  ['Wir kommen mit zwei Rollstühlen. Ist der Eingang ebenerdig?', 'Ist der Eingang ebenerdig?'],
  ['Falls noch ein Platz frei ist, nehme ich ihn.'],
]
