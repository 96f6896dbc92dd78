/**
 * Letters of many trades and voices, written and labelled before the reader saw them (bench/care/promises.md tells what it found
 * then); mended by class since. Rows and reference as in `said.ts`; misreadings that are left stay in.
 */
export const trades: readonly (readonly [string, ...string[]])[] = [
  [
    "Hi Joanna,\n\nThanks for letting me know about the leak in number 4. I've been down to have a look at her and it's the stern gland, nothing worse. Our mechanic is repacking it on Wednesday, so the boat will be back in the water by Thursday lunchtime. I've moved your hire to Friday at no charge.\n\nTom, Riverside Boats",
    'Our mechanic is repacking it on Wednesday; firm; 2026-11-25',
    'the boat will be back in the water by Thursday lunchtime; firm; 2026-11-26T13:00',
  ],
  [
    "Dear Mrs Adeyemi,\n\nYour repeat prescription has been approved by the surgery. We're just waiting for one of the three items to come in from the wholesaler. The other two are bagged up and ready, and I'll put the third aside for you the moment it arrives. We'll text you when it's here.\n\nKind regards,\nPriya, Hartwell Pharmacy",
    "I'll put the third aside for you; writer; event",
    "We'll text you when it's here; firm; event",
  ],
  [
    'Dear Mr Blackwood\n\nThank you for reporting the fly-tipping on Canal Street (ref 88213). The council aims to clear reported waste within five working days. An enforcement officer will visit the site this week to look for evidence, and I will write to you again once her report has been completed.\n\nYours sincerely\nD. Patel\nStreet Scene',
    'An enforcement officer will visit the site this week; firm; ~2026-11-27',
    'I will write to you again; writer; event',
  ],
  [
    "Good morning,\nThank you for your email about Leo's reading book. Miss Carter says she has seen him put it in his drawer. She'll go through the drawer with him at break today and pop it in his bag. If it doesn't turn up I will order a new one from the library, you won't be charged.\nJanet (school office)",
    "She'll go through the drawer with him at break today; colleague:Miss Carter; 2026-11-23",
    'pop it in his bag; colleague:Miss Carter; none',
    'I will order a new one from the library; writer; event',
  ],
  [
    "Hello Mr Strand, sorry you were kept waiting on Thursday. Dr Hughes was called to an emergency. She can see you tomorrow at 8.20 or Wednesday at 5. Tell us which you'd like and we'll book you in straight away.",
    "we'll book you in straight away; firm; event; if",
  ],
  [
    "Hey Marcus,\n\nGood catch. The export drops the last column when the header contains a slash. I reproduced it locally and opened a bug (EXP-411). A fix is in review and goes out with Wednesday's release. Until then you can rename the header as a workaround. I'll ping you here as soon as it's live.\n\n– Yuki",
    "goes out with Wednesday's release; firm; 2026-11-25",
    "I'll ping you here as soon as it's live; writer; event",
  ],
  [
    'Dear Ms Leclerc,\n\nI am sorry that the 14:32 was cancelled and that nobody on the platform could tell you why. Under Delay Repay you are entitled to the full fare. I have approved £48.20 and it will reach your account within three working days. Your comments about the station staff have been passed to the area manager, who will be speaking to the team concerned.\n\nYours sincerely,\nMartin Oyelaran',
    'it will reach your account within three working days; firm; 2026-11-26',
    'who will be speaking to the team concerned; firm; none',
  ],
  [
    'hiya! yes we can do the unicorn cake for sat no prob 🎂 its £45 and we need a £10 deposit by wed. ill send you the link to pay in a min x',
    'ill send you the link to pay in a min; writer; none',
  ],
  [
    'Dear Mr Costa,\n\nWe have completed our review of the disputed transaction of £312.00. The merchant has provided proof of delivery, so we are unable to uphold your claim at this stage. If you send us evidence that the goods were returned, we will reopen the case. You have the right to refer your complaint to the Ombudsman within six months of this letter.\n\nCustomer Relations',
    'we will reopen the case; firm; event; if',
  ],
  [
    "Hi Petra, I've spoken to the plumber. He's got you down for tomorrow between 8 and 12. He'll ring when he's about twenty minutes away. If he hasn't got the part on the van he'll be back Thursday to fit it. I'll take the callout fee off next month's rent. Simon",
    "He'll ring when he's about twenty minutes away; firm; event",
    "he'll be back Thursday to fit it; firm; 2026-11-26",
    "I'll take the callout fee off next month's rent; writer; none",
  ],
  [
    "Thanks for flagging this, Dana. I can see the duplicate charge on the 19th. I've reversed it on our side; depending on your bank it may take up to five business days to show. I'm also going to add a month's credit to your workspace for the hassle.",
    "I'm also going to add a month's credit to your workspace; writer; none",
  ],
  [
    "Morning Mr Finch. The kitchen worktops have arrived but one has a chip on the front edge so I've sent it straight back. The mason says two weeks for a new one. Rather than hold you up, the lads will come on the 30th as planned and fit everything else, then return for the last piece. Sorry about this. Gareth",
    'the lads will come on the 30th as planned; firm; 2026-11-30',
    'fit everything else; firm; none',
    'return for the last piece; firm; event',
  ],
  [
    "Hello Ines,\nYour library card has been renewed. The two books you reserved are at Cheltenham Road, where they'll be kept for you until 5 December. Fines on children's books were abolished in April, so nothing is owed.\nBest wishes, Bristol Libraries",
    "they'll be kept for you until 5 December; firm; 2026-12-05",
  ],
  [
    'Dear Parent/Carer,\n\nThe Year 5 trip to the museum will take place on Thursday 3 December. Children will need a packed lunch. Coaches will leave at 8.45 and return by 3.15.\n\nMrs Nolan',
  ],
  [
    "Hi there, I'm afraid the tour on Saturday is fully booked. I've put you both on the waiting list and we'll ring you if anyone drops out. Otherwise there's space on Sunday 29th at 11, just say the word and I'll move you across.",
    "we'll ring you if anyone drops out; firm; event",
    "I'll move you across; writer; event; if",
  ],
  [
    'Dear Mr and Mrs Holm,\n\nFurther to our telephone conversation this morning I confirm that the surveyor, Mr Ahmed Khalil, will attend your property on Friday 27 November at 10 am. His report will be with you no later than 4 December. Should the damp prove to be structural, we shall appoint a specialist contractor at our own expense.\n\nYours faithfully,\nCastle Insurance Services',
    'the surveyor, Mr Ahmed Khalil, will attend your property on Friday 27 November at 10 am; colleague:Mr Ahmed Khalil; 2026-11-27T10:00',
    'His report will be with you no later than 4 December; firm; 2026-12-04',
    'we shall appoint a specialist contractor at our own expense; firm; event',
  ],
  [
    "Hi Ravi – the vet here. Bramble's blood results should be back from the lab on Wednesday. I'll call you as soon as I've read them. Keep her on the soft food until then, and if she's sick again ring us straight away.",
    "I'll call you as soon as I've read them; writer; event",
  ],
  [
    'Thank you for contacting Northern Gas. We have received your meter reading and your next bill will be based on it. You do not need to do anything else.',
  ],
  [
    "Sorry for the slow reply Helen, we've been snowed under with Black Friday. Your jacket left the warehouse on Saturday and the tracking (attached) shows it in Leeds. If it hasn't come by Thursday, message me back here and I'll send a new one out the same day, no quibbles.\nJess",
    "I'll send a new one out the same day; writer; 2026-11-26; if",
  ],
  [
    "Hi Omar, your bike's done apart from the rear mech, which I'm swapping this afternoon. It'll be ready from 4. We shut at half five today. Cost comes to £62 all in.",
    "which I'm swapping this afternoon; writer; 2026-11-23T17:00",
    "It'll be ready from 4; firm; 2026-11-23T16:00",
  ],
  [
    'Dear Ms Novak,\nI write to acknowledge your complaint, received on 20 November. Your complaint has been allocated to Mrs Jean Whitmore, Patient Experience Lead, who will contact you within three working days to agree how you would like it to be handled. A written response is normally provided within 40 working days.\nYours sincerely',
    'who will contact you within three working days; colleague:Mrs Jean Whitmore; 2026-11-26',
  ],
  [
    "Hi Sam\n\nTotally understand. I've cancelled the renewal so you won't be billed in December, and you'll keep access until the 14th. Your data stays exportable for another 90 days after that. If you ever come back, we'll be here.\n\nLeah",
  ],
  [
    "Hello, it's Marek from the garage. So the timing belt kit has come, but it's the wrong one. They're bringing the right one over at 2. I should have her finished by six, and I'll stay on till seven so you can collect after work. I'll text you when I'm torquing the last bolt!",
    "I'll stay on till seven; writer; 2026-11-23T19:00",
    "I'll text you when I'm torquing the last bolt; writer; event",
  ],
  [
    'Dear Chiara,\n\nThank you for your kind words about the concert. I have shared them with the players, who were delighted. I regret that we cannot exchange tickets for another date. We will however be releasing returned tickets for the January series at 10 am on Monday, and you may like to try then.\n\nBox Office',
  ],
  [
    "Hi Neil, just to confirm what we agreed: we'll replace both radiators, you'll choose the colour, and I'm knocking 15% off for the delay. The fitters start Tuesday 8am. Paul will drop the colour chart through your door tonight on his way home.",
    "we'll replace both radiators; firm; none",
    "I'm knocking 15% off for the delay; writer; none",
    'The fitters start Tuesday 8am; firm; 2026-11-24T08:00',
    'Paul will drop the colour chart through your door tonight; colleague:Paul; 2026-11-23T21:00',
  ],
  [
    "Good afternoon Ms Reyes,\n\nThank you for staying with us. I have located your son's blue rabbit in lost property. It is being posted to you today by special delivery, so you should have it tomorrow. Please give him our apologies for the night apart!\n\nWarm regards, Beatriz, Front Desk",
    'It is being posted to you today by special delivery; firm; 2026-11-23',
  ],
  [
    "Hello Mr Byrne. The engineer couldn't get access this morning so the job's been rescheduled for Wednesday, 1 to 6. You'll get a text with a two hour slot the evening before. Any problems, dial 1 at the prompt.",
    "You'll get a text with a two hour slot the evening before; firm; 2026-11-24T21:00",
  ],
  [
    "Hi Anneke, I looked at the logs from Friday night. Requests from your office IP were hitting the new rate limiter. I've raised your limit to 600/min, effective now. Over the next week I'm keeping an eye on it, and I'll follow up on Friday with the numbers.",
    "I'm keeping an eye on it; writer; ~2026-11-30",
    "I'll follow up on Friday with the numbers; writer; 2026-11-27",
  ],
  [
    "Dear Miss Grant\n\nI am sorry for your loss. To close your late father's account we need to see the original death certificate, which you can bring into any branch. It will be copied and handed straight back to you. Once we have it, all standing orders will be stopped and the balance will be paid to the executor. You will not be asked to repeat any of this.\n\nBereavement Team",
    'all standing orders will be stopped; firm; event; if',
    'the balance will be paid to the executor; firm; event; if',
  ],
  [
    "Hey Kofi! So the green one is out of stock till the new year :( I could do you the teal instead? Or I'll refund you right now, up to you",
  ],
  [
    'Dear resident,\n\nWe will be replacing the lifts in Tower B from Monday 7 December. Access will be by the north stairs. We apologise for any inconvenience.\n\nHousing Services',
  ],
  [
    "Hi Mrs Lund, the florist's here. Your mother's flowers were left with the neighbour at 14 because nobody answered. I've just rung her and she'll take them round when your mum's home. As they've been out of water all day, I'm making up a fresh bunch and driving it over myself before five. Really sorry. Orla",
    "I'm making up a fresh bunch; writer; none",
    'driving it over myself before five; writer; 2026-11-23T17:00',
  ],
  [
    'Dear Dr Rahman,\n\nYour manuscript has now been assessed by two reviewers. Their reports are attached. We would be pleased to consider a revised version, to be submitted by 11 January. The editor will aim to reach a decision within a fortnight of resubmission.\n\nEditorial Office',
  ],
  [
    'hi its Lou from the cattery, Tabitha is doing fine, ate all her breakfast. ill send a pic later. the vet is coming in at 3 anyway so ill ask her to check that eye and let you know what she says',
    'ill send a pic later; writer; none',
    'ill ask her to check that eye; writer; none',
    'let you know what she says; writer; none',
  ],
  [
    "Hello Grace, your parcel was returned to us because the label had come off. I have repacked it and it'll go with UPS this evening. I'll send the tracking number across once they've scanned it. Delivery to Ireland usually takes 2-3 days.",
    "it'll go with UPS this evening; firm; 2026-11-23T21:00",
    "I'll send the tracking number across; writer; event",
  ],
  [
    'Dear Mr Petrov,\n\nWe refer to your claim for the damaged suitcase. Please complete the enclosed form and return it with a photograph. Upon receipt we will assess the claim and settle within 21 days.\n\nBaggage Services',
    'we will assess the claim; firm; event; if',
    'settle within 21 days; firm; event; if',
  ],
  [
    "Hi Bea! Quick one – the workshop on the 28th has moved to the big studio (same building, upstairs). Everything else is the same. I'll be at the door from 9.30 to let people in. Can't wait to meet you all!",
  ],
  [
    "Thank you Mr Doyle. I've checked with the kitchen and there are no nuts in the tagine, but they do use them at the next bench. The chef suggests the lamb. I've put a note on your table and the head waiter will run through it with you when you sit down.",
    'the head waiter will run through it with you when you sit down; firm; event',
  ],
  [
    'Hello Tess,\nI have good news: your appeal was successful and the penalty charge has been cancelled. The £35 you paid will be refunded to the original card in 5 to 7 working days. No further action is needed.\nParking Services',
    'The £35 you paid will be refunded to the original card in 5 to 7 working days; firm; ~2026-12-02',
  ],
  [
    "Hi Jonas, I don't know yet why your invoice shows Danish VAT. Our accountant is in on Wednesdays; I'll sit down with her then and send you a corrected one the same afternoon. Please don't pay the old one in the meantime.",
    "I'll sit down with her then; writer; 2026-11-25",
    'send you a corrected one the same afternoon; writer; 2026-11-25T17:00',
  ],
  [
    "Dear Alison,\n\nThanks for coming in yesterday. As discussed, the course starts on 11 January and your place is held without a deposit until 4 December. After that we'd have to offer it to the next person. I've asked Fatima in admissions to email you the reading list; she's usually very quick.\n\nBest, Owen",
  ],
  [
    "OK Mr Zhang I've got the fault logged, ref 55-102. Network team are on it as we speak. Next update from us at 2pm whatever happens.",
    'Next update from us at 2pm whatever happens; firm; 2026-11-23T14:00',
  ],
  [
    "Hi Denise,\n\nThanks for being so patient. I just got off the phone with the lab and they've agreed to rush your crown. Dr. Kim will fit it on December 1st at 9:30. In the meantime, avoid chewing on the left. If the temporary comes loose, call us and we'll squeeze you in the same day.\n\nMegan",
    'Dr. Kim will fit it on December 1st at 9:30; colleague:Dr Kim; 2026-12-01T09:30',
    "we'll squeeze you in the same day; firm; event; if",
  ],
  [
    "G'day Steve, mate sorry about the mix up. Wrong size fittings on the truck. Dazza's swinging past the yard tonight and he'll be at yours by 7 tomorrow morning to sort it. No charge for the extra hour obviously. Cheers, Robbo",
    "he'll be at yours by 7 tomorrow morning; colleague:Dazza; 2026-11-24T07:00",
  ],
  [
    'Dear Professor Lindqvist,\n\nThe room you asked for is free on both dates and I have pencilled you in. Facilities will set up the projector beforehand. Let me have final numbers by 2 December, please, and I shall order the coffee accordingly.\n\nWith best wishes,\nHelena',
    'Facilities will set up the projector beforehand; firm; event',
    'I shall order the coffee accordingly; writer; event; if',
  ],
  [
    "Your broadband will be down for up to two hours tonight while we upgrade the exchange. You won't need to do anything.",
  ],
  [
    "Hello Mrs Grady, thank you for your patience. I have listened to the call recording and you're quite right, you were told the price included assembly. We'll honour that. A two-man team will come on Saturday morning; expect them between nine and eleven. I've asked them to take the packaging away too.",
    "We'll honour that; firm; none",
    'A two-man team will come on Saturday morning; firm; 2026-11-28T12:00',
  ],
  [
    "Hi Raj\nLooked at this with the devs. It's a regression from 4.2. We have a patch, it's being tested right now and we plan to release it tomorrow. I can give you the build tonight if you don't mind installing by hand? Either way I'll update this thread in the morning.\nKlara",
    "I'll update this thread in the morning; writer; 2026-11-24T12:00",
  ],
  [
    'Dear Ms Fitzgerald,\n\nWe are sorry to learn that your bracelet arrived broken. Our goldsmith can repair it invisibly. Simply send it back with the enclosed label; repairs take about ten days and will of course be free. As an apology we are adding a polishing cloth.\n\nMaison Duval',
  ],
  [
    'ok so the gym closed your account by mistake, my bad. ive reopened it and ur next 2 weeks are on us. front desk will have a new fob for u when u come in',
    'front desk will have a new fob for u; firm; event',
  ],
  [
    'Dear Mr Achebe,\n\nWe acknowledge receipt of your appeal dated 15 November. It will be heard by an independent panel on 10 December. You may attend in person or send a representative. The clerk will send you the papers at least five working days before the hearing.\n\nAdmissions and Appeals',
    'It will be heard by an independent panel on 10 December; firm; 2026-12-10',
    'The clerk will send you the papers at least five working days before the hearing; firm; event',
  ],
  [
    "Hi Lotte, I've had a word with the neighbours upstairs about the drumming. They've promised to stop at nine. If it carries on, keep a note of dates and times and send it to me; I'll then write to them formally. I'm also getting a quote for soundproofing, which I'll forward to you.",
    "I'll then write to them formally; writer; event; if",
    "which I'll forward to you; writer; none",
  ],
  [
    "Morning! Just checked and your lenses came in on Friday. The optician's in till 1 today and all day tomorrow – pop in whenever and she'll fit them while you wait.",
    "she'll fit them while you wait; firm; event; if",
  ],
  [
    'Dear Supporter,\n\nThanks to you, 140 families will have a warm home this winter. We will share their stories in our January newsletter.\n\nWith gratitude,\nThe Hearth Trust',
  ],
  [
    "Dear Mr Haddad, I'm replying to your review rather than leaving it to the hotel. What happened at check-in wasn't acceptable. I've spoken to the night manager, who accepts that he should have called you. The deposit was returned this morning. Next time you stay, ask for me and I'll see to it that you get the quiet room. Christine Vogel, General Manager",
    "I'll see to it that you get the quiet room; writer; event; if",
  ],
  [
    'hey Jo, coach here. Practice is moved to pitch 3 bc of the rain. Ill bring the bibs. Can you let the other parents know? Ta',
    'Ill bring the bibs; writer; none',
  ],
  [
    "Hi Miriam. The removal van will be outside at 7.30 on Friday, with three men. They'll start with the piano. I'll be there myself for the first hour. We carry insurance up to £50,000. Balance is due on the day.",
    'The removal van will be outside at 7.30 on Friday; firm; 2026-11-27T07:30',
    "They'll start with the piano; firm; none",
    "I'll be there myself for the first hour; writer; none",
  ],
  [
    "Dear Ms Okonkwo,\n\nI can confirm that your student loan payment has been released by the provider. It normally reaches the university within three days. Registry will then clear the hold on your record, and you'll be able to print your certificate.\n\nStudent Finance",
    'Registry will then clear the hold on your record; firm; event',
  ],
  [
    "Hi Carlos, we've got your deposit, thank you. The suit will be cut this week and ready for a first fitting in about ten days. Antonio will ring you to fix a time. We never rush a jacket, but it will be with you well before the wedding.",
    'The suit will be cut this week; firm; ~2026-11-27',
    'Antonio will ring you; colleague:Antonio; none',
    'it will be with you well before the wedding; firm; event',
  ],
  [
    "Hello,\n\nI understand how worrying a letter like that is. You do not have to pay anything today. I've put your account on hold for 30 days and no one will contact you during that time. One of our specialist advisers, Nadia, is going to call you on Thursday to look at your budget with you; she'll ring from an 0800 number.\n\nTake care,\nAndy",
    'One of our specialist advisers, Nadia, is going to call you on Thursday; colleague:Nadia; 2026-11-26',
  ],
  [
    "Hi Ms. Tran,\n\nYour package was delivered to the wrong unit. I've emailed building management and they're going to walk it over this afternoon. If for any reason you don't have it by tomorrow, reply here and we'll reship at no cost. Also, I've added a $10 credit.\n\nDevon",
    "we'll reship at no cost; firm; event; if",
  ],
  [
    'Dear Allotment holders, the water will be turned off on 1 December for the winter. Hannah will empty the tanks. The AGM will be held on the 12th.',
  ],
  [
    "Mr Lindsay, I tried your mobile twice. The vet would like to keep Rex in overnight. He's comfortable and eating. We'll ring you at eight tomorrow with how he's done, sooner if anything changes. The practice nurse stays with them through the night.",
    "We'll ring you at eight tomorrow; firm; 2026-11-24T08:00",
  ],
  [
    "Hi Wren,\n\nYep that was us. A config push at 13:05 broke SSO for EU tenants; rolled back at 13:22. We'll publish the post-mortem on the status page by Wednesday. On your SLA question: you're owed 10% for the month, and billing will apply it to the next invoice without you having to ask.\n\nCheers, Tobias",
    "We'll publish the post-mortem on the status page by Wednesday; firm; 2026-11-25",
    'billing will apply it to the next invoice; firm; none',
  ],
  [
    'Dear Sir,\nI regret that I must decline your request for a refund of the parking fee. The signs are clear. Should you wish to appeal, the form is on our website.\nP. Denholm',
  ],
  [
    "Hi both, the photos are nearly done! I'm editing the last hundred this week and the gallery will go live on Sunday night. Then you pick your 40 for the album and I'll have it printed in Italy, which takes about three weeks. xx Marnie",
    "I'm editing the last hundred this week; writer; ~2026-11-27",
    'the gallery will go live on Sunday night; firm; 2026-11-29T21:00',
    "I'll have it printed in Italy; writer; event; if",
  ],
  [
    "Hello Stan. I can't promise a date for the kitchen, I'd be guessing. What I can promise is a call every Friday until it's in. The first one's this Friday, before lunch.",
    "What I can promise is a call every Friday until it's in; writer; 2026-11-27T13:00",
  ],
  [
    'Dear Mrs Ferrara,\nThank you for sending back the rental agreement. Keys can be collected from our Bath office from Monday. Our inventory clerk, Rob, will meet you at the flat at noon that day and go round with you. Please allow an hour.\nLettings',
    'Our inventory clerk, Rob, will meet you at the flat at noon that day; colleague:Rob; 2026-11-30T12:00',
    'go round with you; colleague:Rob; none',
  ],
  [
    'Hi Amir – sorry, the 18:10 is now running 40 late because of a tree on the line. A replacement bus will leave from the front of the station at 18:30. Your ticket is valid on it.',
  ],
  [
    "Thanks for the pictures Gail. That's a manufacturing fault, no question. I'm sending you a new pan today, and you don't have to return the old one. It should be with you Wednesday. One thing: could you tell me the number stamped on the base? It helps our quality people.\nSven",
    "I'm sending you a new pan today; writer; 2026-11-23",
  ],
  [
    "Dear Dr Owusu\n\nYour request for a second opinion has been accepted. Mr Bell's secretary will be in touch to offer you a date; clinics are currently booking into February. If your symptoms get worse before then please contact your GP.\n\nOutpatients",
    "Mr Bell's secretary will be in touch to offer you a date; firm; none",
  ],
  [
    "Hi Kay, no worries at all, I've moved your highlights to Saturday at 2. Chloe's still doing them. She'll do a patch test first so come ten minutes early x",
    "She'll do a patch test first; colleague:Chloe; none",
  ],
  [
    'Dear Member,\n\nFrom January our monthly fee will rise to £34. We will write to you again before the change. If you are unhappy you can leave at any time.\n\nThe Club',
  ],
  [
    "Hi Mr Rossi, Elena from the wine shop. The '19 you wanted is gone, I'm sorry, the importer has none left either. I've set aside two bottles of the '20 in your name until Saturday. If you don't fancy it, tell me and I'll put them back on the shelf.",
    "I'll put them back on the shelf; writer; event; if",
  ],
  [
    'Good evening Mrs Sato. I have looked into why the night nurse did not come. The agency had the wrong address. I have corrected it, and from tonight Sister Brennan will check by phone at ten that somebody has arrived. I will look at the log myself each morning this week and let you know on Friday how it has gone.',
    'from tonight Sister Brennan will check by phone at ten that somebody has arrived; colleague:Sister Brennan; 2026-11-23T22:00',
    'I will look at the log myself each morning this week; writer; ~2026-11-27',
    'let you know on Friday how it has gone; writer; 2026-11-27',
  ],
  [
    "Hey Finn, your repair quote: $240 parts, $90 labor. If that works, reply YES and we'll get started tomorrow. Turnaround is usually 3 days.",
    "we'll get started tomorrow; firm; 2026-11-24; if",
  ],
  [
    'Dear Tenant,\n\nAn electrician from Voltec will be carrying out the five-yearly inspection of your flat on 3 December between 9 and 1. He will need access to every room. The power will be off for about 40 minutes. Please let us know if this is not convenient.\n\nBelmont Estates',
    'An electrician from Voltec will be carrying out the five-yearly inspection of your flat on 3 December between 9 and 1; firm; ~2026-12-03T13:00',
  ],
  [
    "Hi Ola, that's my mistake, I read the order as 12 not 21. Nine more croissants are in the oven as I write and Milo will cycle them round to you by eleven. I won't charge for those.\nBéa",
    'Milo will cycle them round to you by eleven; colleague:Milo; 2026-11-23T11:00',
  ],
  [
    'Hello Mr Varga. You asked three things. The warranty covers the motor, not the belt. A belt is 14 euros. And yes, my colleague at the Graz counter can do it while you wait, any weekday.',
  ],
  [
    'Dear Jennifer,\n\nThank you for applying. We shall be interviewing in the week of 7 December and will let you know either way by the 4th.\n\nHR',
    'will let you know either way by the 4th; firm; 2026-12-04',
  ],
  [
    "Hi Pat, quick update on the roof. Scaffold's up. Slates come tomorrow weather permitting. I reckon two days' work, so we'll probably be off your hair by Thursday night. I'll drop the guarantee in when I come for the scaffold.",
    "I'll drop the guarantee in; writer; event",
  ],
  [
    "Dear Mr. and Mrs. Bauer,\n\nOur records show your claim was closed in error. I've reopened it and assigned it to myself. You'll have a decision from me by end of business Wednesday. My direct line is below.\n\nRegards,\nTanya Ellison",
    "You'll have a decision from me by end of business Wednesday; writer; 2026-11-25T17:00",
  ],
  [
    "Hi Bernadette,\n\nThat was our printer's fault and it's being put right. The corrected invitations are drying now and will be couriered to you tonight, so they'll be on your mat before breakfast. I'd still check the spelling of the venue before you post them!\n\nFelix",
    'will be couriered to you tonight; firm; 2026-11-23T21:00',
    "they'll be on your mat before breakfast; firm; 2026-11-24T12:00",
  ],
  [
    'Dear Mr Quigley,\n\nThank you for calling about the smart meter. Our records show that it lost its connection on the 14th. We can reset it remotely, which takes up to 48 hours. If it is still blank on Thursday please ring us and an engineer will be arranged at no cost to you.\n\nRegards\nCustomer Care',
    'an engineer will be arranged at no cost to you; firm; event; if',
  ],
  [
    "Morning Lucy! Your stool samples... sorry, your bar stools, have landed 😂 Danny's on deliveries today so he'll fetch them over between 3 and 4. Is there parking out back?",
    "he'll fetch them over between 3 and 4; colleague:Danny; ~2026-11-23T16:00",
  ],
  [
    'Dear Sir or Madam,\n\nWe note that your direct debit was returned unpaid. We will attempt to collect it again on 1 December. A £12 charge has been applied.\n\nAccounts',
  ],
  [
    "Hi Mehmet, I know you wanted this sorted before the holidays. Here's where we are: legal signed off this morning, finance needs one more day, and then I can countersign. You'll have the contract in your inbox on Wednesday. I'm off from Thursday but Ilse knows everything and will pick up anything that comes back.",
    "You'll have the contract in your inbox on Wednesday; firm; 2026-11-25",
    'will pick up anything that comes back; colleague:Ilse; none',
  ],
  [
    "Hello Mrs Patel, yes the chiropodist does home visits. She's at Fairlawns on Tuesday so I'll get her to call in on you afterwards. Just have a towel ready. The charge is the same.",
    "I'll get her to call in on you afterwards; writer; event",
  ],
  [
    "Dear Tom and Rachel,\n\nWhat a storm that was. Your caravan is fine; the awning isn't. I've tied down what I could and I'll go over it properly with Pete this weekend. He reckons the poles can be straightened. We'll send photographs so that you can show them to your insurer.\n\nKind regards,\nGwen",
    "I'll go over it properly with Pete this weekend; writer; ~2026-11-29",
    "We'll send photographs; firm; none",
  ],
  [
    'Hi, thanks for getting in touch. Unfortunately the size 9 has now sold out online. Our Leeds branch has one pair left which they are holding for you till close of play tomorrow. After that it goes back on sale.',
  ],
  [
    "Ms Abara, I have the autopsy on your laptop. The board is dead. New board £210 fitted, or we recover your files onto a stick for £60 and recycle the rest. Have a think; I'll hang on to it until you decide.",
    "I'll hang on to it; writer; event",
  ],
  [
    'Dear Councillor Webb,\n\nI refer to your enquiry on behalf of Mrs Dunne. The pavement outside number 9 was inspected on Friday and the defect meets our threshold for repair. An order has been raised and the work will be completed within 28 days. I shall let you and Mrs Dunne know when it has been done.\n\nYours sincerely\nHead of Highways',
    'the work will be completed within 28 days; firm; 2026-12-21',
    'I shall let you and Mrs Dunne know when it has been done; writer; event',
  ],
  [
    "Hey Ash, refund's gone through on our end, give it 3-5 days. I'm also gonna flag the seller cos that's the second fake this month. If u see another one from them, hit report and we'll pull it.",
    "I'm also gonna flag the seller; writer; none",
    "we'll pull it; firm; event; if",
  ],
  [
    "Good afternoon Mrs Thorne,\n\nYour mother had a quiet night. The physiotherapist came this morning and walked with her to the window. The doctor does his round at four; I'll ask him about the tablets and phone you before my shift ends at eight. Visiting is until half past seven.\n\nNurse Okello",
    "I'll ask him about the tablets; writer; none",
    'phone you before my shift ends at eight; writer; 2026-11-23T20:00',
  ],
  [
    "Thank you for your order! We'll email you when it ships. Standard delivery is 3 to 5 working days.",
    "We'll email you when it ships; firm; event",
  ],
  [
    "Hi Gregor, it's about the cello. The crack is longer than I thought and goes under the bass bar, so I have to open her up. That means it won't be ready on Friday. You'll have it back by the 11th in time for your concert, and you can borrow my Hungarian till then, no charge.",
    "You'll have it back by the 11th in time for your concert; firm; 2026-12-11",
  ],
  [
    "Dear Ms Lim,\n\nWe are unable to discuss this account with you without your husband's consent. He can give it by phone in two minutes. As soon as that is on file I will be glad to answer your questions.\n\nJoel",
  ],
  [
    "Hiya Dee, so the bouncy castle man can't do Saturday (wedding). I've rung round and Bounce Bros can, same price, and they're nearer to you. I'm dropping their deposit off tonight so it's locked in. They'll be with you 9 to set up x",
    "I'm dropping their deposit off tonight; writer; 2026-11-23T21:00",
  ],
  [
    "Dear Mr Ferreira,\n\nYour application for a resident's permit cannot be processed because the proof of address is older than three months. Please upload a recent one. Your place in the queue is kept, and we'll prioritise your case once the document is in.\n\nPermits",
    "we'll prioritise your case; firm; event; if",
  ],
  [
    "Hello again Yvonne. I promised you an answer by today. I don't have one, and I'm sorry. The underwriter is out until Wednesday. She has your file on top of her pile and you'll hear from me Wednesday evening, good or bad.",
    "you'll hear from me Wednesday evening; writer; 2026-11-25T21:00",
  ],
  [
    "Hi Theo,\nthe API returns 429 because your key is on the free tier. I've bumped you to the trial of Pro until the end of the month. After that it drops back automatically. Docs on limits: see Rate limits.\nMina",
  ],
  [
    'Dear Parents of Class 3B, we will be going swimming every Thursday after Christmas. I will send the consent forms home next week. Mr Abbott',
    'I will send the consent forms home next week; writer; ~2026-12-04',
  ],
  [
    "Hi Susan, sorry I missed your call, I was up a ladder. The leak's from the valley gutter. I'll be back with lead on Thursday, dry day forecast. Meantime I've put a tarp on it and it'll hold. If water gets in before then ring me day or night and I'll come out.",
    "I'll be back with lead on Thursday; writer; 2026-11-26",
    "I'll come out; writer; event; if",
  ],
  [
    'Dear Guest,\n\nThe pool will be closed for cleaning on Wednesday from 7 to 11 am. Towels are available from the spa.\n\nThe Management',
  ],
  [
    'Dear Dr Feld, your complaint about the noise has been upheld. The operator has been served with a notice. If the music continues beyond 11 pm, officers will attend and may seize the equipment. I will keep your case open until 31 January and write to you then.',
    'officers will attend; firm; event',
    'I will keep your case open until 31 January; writer; 2027-01-31',
    'write to you then; writer; 2027-01-31',
  ],
  [
    "Hi Bo, all three of your questions: 1) yes 2) no, it's polyester 3) we ship to Malta every Tuesday, so yours would leave tomorrow if you order today.",
  ],
  [
    "Good news Mr Shah: the surgeon has a cancellation on the 2nd. I've taken it for you. The ward will phone you the evening before to tell you when to come in and when to stop eating. I'll post the leaflet to you as well, first class, today.",
    'The ward will phone you the evening before; firm; 2026-12-01T21:00',
    "I'll post the leaflet to you as well, first class, today; writer; 2026-11-23",
  ],
  [
    "Hello Ingrid, I've had to take the listing down because the photo shows a child. Crop it or send me another and it goes straight back up. No strike on your account.",
    'it goes straight back up; firm; event; if',
  ],
  [
    "Dear Mr Lowe,\n\nFollowing your report of a smell of gas, our engineer attended within the hour and made the supply safe. A new regulator has been ordered. It will be fitted tomorrow by the same engineer, who has asked me to say he'll be there before you leave for work. Until then please use the electric heater he left.\n\nIncident Desk",
    'It will be fitted tomorrow by the same engineer; firm; 2026-11-24',
    "he'll be there before you leave for work; firm; event",
  ],
  [
    "hey team order 7714 – the oat milk was short, 6 not 12. Driver's coming back past you at 2ish with the rest. Credit note to follow.",
    "Driver's coming back past you at 2ish with the rest; firm; 2026-11-23T14:00",
    'Credit note to follow; firm; none',
  ],
  [
    'Dear Miss Adair,\nThe Society has considered your request and agreed to waive the late fee on this occasion. Your membership card will follow under separate cover. We look forward to welcoming you at the January lecture.\nHon. Secretary',
    'Your membership card will follow under separate cover; firm; none',
  ],
  [
    "Hi Paulo, it's a known issue with the October firmware. Engineering expects a fix in the first half of December; I'd rather not promise a day. What I'll do is put your serial number on the list for the beta, and you'll get an email the moment it opens.",
    'put your serial number on the list for the beta; writer; none',
    "you'll get an email the moment it opens; firm; event",
  ],
  [
    'Dear Mrs Whitlock, the vicar has asked me to reply. The bells will be rung half-muffled for your husband on Sunday at ten. He will come and see you this week to talk about the readings. Margaret Poole, Parish Office',
    'The bells will be rung half-muffled for your husband on Sunday at ten; firm; 2026-11-29T10:00',
    'He will come and see you this week; firm; ~2026-11-27',
  ],
  [
    "Hi Zoe! Swapped your class to Thursday 6pm. If Thursday fills up there's always Friday. Let me know by tomorrow whether you're keeping the locker, otherwise I'll release it.",
    "I'll release it; writer; event",
  ],
  [
    "Mr Nakamura, thank you for waiting. The car you booked isn't back from its last hire. I'm upgrading you to the estate at no extra charge; Kofi is bringing it round to the front now. The paperwork's the same.",
  ],
  [
    "Dear Ms Rossi,\n\nThe laboratory has confirmed that the water in your flat is safe. I enclose the report. The plumber will flush the pipes once more on Monday as a precaution, and we will test again in the new year. You don't need to be at home for either.\n\nProperty Team",
    'The plumber will flush the pipes once more on Monday as a precaution; firm; 2026-11-30',
    'we will test again in the new year; firm; none',
  ],
  [
    'Hello Mr Kent, we tried to collect the fridge at 10.15 but nobody was in. The crew will try once more this afternoon on their way back, about four. Failing that, we can rebook for next week.',
    'The crew will try once more this afternoon on their way back, about four; firm; 2026-11-23T16:00',
  ],
  ['Hi Anna, your dress is hemmed and hanging up. I take cards now. Open till 6. – Rosie'],
  [
    'Dear Mr Dunbar\n\nYour pension transfer was received on 18 November. It will be invested on the next dealing day and a contract note will be issued. You have 30 days to change your mind.\n\nPolicy Services',
    'It will be invested on the next dealing day; firm; none',
    'a contract note will be issued; firm; none',
  ],
  [
    "Hey Lou, gutted about the gig too. All tickets get refunded automatically, you don't have to do a thing. Bookings will email everyone with the new date. x",
  ],
  [
    'Hi Frida, thanks for the floor plan. Two of us will come round on Friday to measure up, it takes an hour. From that I draw the kitchen and send you three versions, normally inside a week. No obligation at all.',
    'Two of us will come round on Friday; firm; 2026-11-27',
  ],
  [
    "Dear Mr O'Hara,\nI'm the manager of the branch and I've read your letter twice. You were right to be angry. I'll be speaking to the two people concerned today. You'll get a written apology from each of them, and from me, by the end of the week. I'd also like to ring you, if I may. When is a good time?\nSheila Dunne",
    "I'll be speaking to the two people concerned today; writer; 2026-11-23",
    "You'll get a written apology from each of them, and from me, by the end of the week; firm; ~2026-11-27",
  ],
  [
    "Hi Mrs Osei,\n\nThe mystery of the missing cot is solved: it went to our Bristol store by mistake. They're putting it on tonight's van, so it'll be here in the morning. Would you like to collect it, or shall we deliver? If you tell me by noon I can get it on the afternoon run.\n\nHarriet",
    "it'll be here in the morning; firm; 2026-11-24T12:00",
  ],
  [
    "Dear Mr Lindgren,\n\nI have now received the report from the loss adjuster. We accept liability for the water damage to the hall. A cheque for £1,840 will be sent to you by first class post on Wednesday. The contractor's invoice should be forwarded to us directly and we will settle it.\n\nYours sincerely,\nA. Banerjee",
    'A cheque for £1,840 will be sent to you by first class post on Wednesday; firm; 2026-11-25',
    'we will settle it; firm; event; if',
  ],
  [
    "Hello Nic, thanks for your note about the creaky stage in the village hall. Derek is a retired joiner and has offered to look at it. He's coming on Thursday evening with his toolbox. The committee meets on the 7th and I'll report back after that.",
    "He's coming on Thursday evening with his toolbox; colleague:Derek; 2026-11-26T21:00",
    "I'll report back after that; writer; event",
  ],
  [
    "Hi! Your nails appt is moved to 3.30 as u asked. Mel will do you instead of Tash, she's ace. c u then",
    'Mel will do you instead of Tash; colleague:Mel; none',
  ],
  [
    'Dear Dr Whitfield,\n\nThe journal you requested is held at Leeds. We have placed an inter-library loan and will e-mail you as soon as it reaches us. Loans of this kind usually take a week to ten days. There is no charge to members of the university.',
    'will e-mail you; firm; event',
  ],
  [
    "Good morning Jerome. Just seen the photo. You're right, that isn't our best work. I'm getting the boys back this afternoon to redo the grouting. They'll bring sheets this time. You won't pay a penny more.",
    "I'm getting the boys back this afternoon to redo the grouting; writer; 2026-11-23T17:00",
    "They'll bring sheets this time; firm; none",
  ],
  [
    'Dear customer, due to high demand our response times are longer than usual. We will answer your message within 48 hours. Thank you for your patience.',
  ],
  [
    "Hi Leila, the invoice total is right but I can see why it looked odd: the discount is on page 2. I've attached a clearer version. From next month the discount will be shown on the first page, I've asked accounts to change the template.",
    'From next month the discount will be shown on the first page; firm; ~2026-12-31',
  ],
  [
    "Mr Kowalczyk, it's Nina from the tyre place. We only have three of the Michelins. The fourth is coming from the depot and should be here by two. Soon as it's on the shelf I'll give you a tinkle and you can bring her in.",
    "I'll give you a tinkle; writer; event",
  ],
  [
    'Dear Ms Harlow\n\nWe are writing about your request to prune the oak outside your property. The tree officer visited on 16 November. The tree is protected and healthy, and no work will be carried out. You may ask for a review of this decision within 28 days.\n\nTrees and Woodland Team',
  ],
  [
    "Hi Ade. Bad news about the flight case, good news about the guitar. The case is crushed, the guitar doesn't have a mark on it. Send me a quote for a new case and I'll have it paid within the week. I'm also writing to the ground handlers.",
    "I'll have it paid within the week; writer; event; if",
  ],
  [
    "Hello Rosalind, your cat has been spotted again behind the bins! Mrs Ng from number 6 is putting food out. I go past every evening, so I'll take the carrier with me tonight and try my luck.",
    "I'll take the carrier with me tonight; writer; 2026-11-23T21:00",
  ],
  [
    'Dear Mr Sørensen,\nYour return has been received and inspected. As the tags were removed we are able to offer a credit note rather than a refund. If you accept, reply to this e-mail and the credit note will be issued immediately.\nReturns',
    'the credit note will be issued immediately; firm; event; if',
  ],
  [
    "Hey Priya, so I dug into it: two of the five seats were provisioned under your old domain. I'll move them over tonight after 8 so nobody gets logged out mid-day. Tomorrow morning ask the two of them to sign in again. Shout if anything's weird.",
    "I'll move them over tonight after 8; writer; 2026-11-23",
  ],
  [
    'Dear Miss Bellamy,\n\nThank you for your application for the post of gardener. The closing date is 4 December. Shortlisted candidates will be contacted by the 11th. If you have not heard from us by then you should assume that you have not been successful.\n\nPersonnel',
  ],
  [
    "Hi Kev, Stuart at the boatyard. She's out the water and the prop's off. You've got a bit of electrolysis on the anode, nothing scary. Guessing £150 all in. We'll crack on unless I hear otherwise, and she'll go back in on the Friday tide.",
    "We'll crack on; firm; none",
    "she'll go back in on the Friday tide; firm; 2026-11-27",
  ],
  [
    "Dear Mrs Papadakis,\n\nI was sorry to miss you at the ward round. Your husband's drip comes out today. The dietitian will see him tomorrow about the soft food, and the social worker is arranging a bed for when he is home; she will ring you herself. Please ask any of us, at any time.\n\nStaff Nurse Byrne",
    "Your husband's drip comes out today; firm; 2026-11-23",
    'The dietitian will see him tomorrow about the soft food; firm; 2026-11-24',
    'she will ring you herself; firm; none',
  ],
  [
    "Thanks Otis! Got your docs. Underwriting takes 24-48 hrs. I'll be your point of contact from here on; any change in status I'll text you right away.",
    "I'll text you right away; writer; none",
  ],
  [
    "Hi Jean, sorry about the muddle over the raffle. Your name WAS in the hat. Second prize hadn't been collected and the committee have agreed it's yours. Bob will drop the hamper off on his way to church on Sunday.",
    'Bob will drop the hamper off on his way to church on Sunday; colleague:Bob; 2026-11-29',
  ],
  [
    'Dear Sir, your claim under the guarantee is accepted. The manufacturer will send a replacement motor directly to you. Once it has arrived, our engineer will fit it free of charge; please ring 0330 to arrange a time.',
    'our engineer will fit it free of charge; firm; event',
  ],
  [
    "Hi Tamsin, we've had to swap rooms for Saturday because the heating's gone in the Garden Room. You'll be in the Library instead, it's bigger and has the piano. I'm having the tables laid exactly as on your plan. See you at ten to go through it all.",
    "You'll be in the Library instead; firm; none",
    "I'm having the tables laid exactly as on your plan; writer; none",
  ],
  [
    "Hello. Your bike was stolen from our rack, and our CCTV was off that day, which is on us. We can't replace the bike but we'd like to pay your insurance excess. Let me know how much it is and where to send it, and you'll have it the same day.\nDuty Manager, Eastgate",
    "you'll have it the same day; firm; event; if",
  ],
  [
    "Hi Ursula, third time lucky with the curtains I hope! New drop is 213. They're on the machine now. Gemma hopes to finish them Wednesday, and in any case you'll have them up for the weekend.",
    "you'll have them up for the weekend; firm; ~2026-11-29",
  ],
  [
    'Dear Mr Achterberg,\n\nFollowing a routine check we found that you have been overcharged by £4.10 a month since June. We apologise. The total of £24.60 has been credited to your account and will show on your December statement. A breakdown is enclosed.',
    'will show on your December statement; firm; none',
  ],
  [
    "hi, sure no probs, cancelled. you'll get the deposit back on ur card 3-5 days. x",
    "you'll get the deposit back on ur card 3-5 days; firm; ~2026-11-28",
  ],
  [
    "Dear Ms Cole, the choir would be delighted to sing at your mother's service. Eight of us are free on the 2nd. Our conductor will telephone the vicar about the organ and let you know which hymns he suggests. There is no fee; a donation to the hospice would be kind.",
    'Our conductor will telephone the vicar about the organ; firm; none',
    'let you know which hymns he suggests; firm; none',
  ],
  [
    "Hi Mo – re the noise from the flat above. I've served notice on the agency today. They have 14 days to reply. I've also put you top of the list for 4B, which comes free on the 12th. I'm not supposed to say, but I think you'll get it. – Fran",
  ],
  [
    "Hi Elena, parcel update: customs want a copy of the invoice before they'll let it go. I've sent it to them just now. They're normally quick. I'll check again tomorrow morning and if it's still stuck I'll get our broker to phone them.",
    "I'll check again tomorrow morning; writer; 2026-11-24T12:00",
    "I'll get our broker to phone them; writer; event",
  ],
  [
    'Dear Neighbour, on Saturday 5 December we are holding our winter fair. The street will be closed from 10 to 4. Stalls will be set up from eight. Do come and say hello!',
  ],
  [
    "Hello Mr Ruiz, thank you for holding the line this morning. I've found your booking under Ruis with an s. Everything's in order: two nights, sea view, cot. The cot will be in the room when you arrive and I've asked for the room furthest from the lift. A taxi to meet the 17.05 costs 22 euros; just say if you'd like one and I'll book it.",
    'The cot will be in the room when you arrive; firm; event',
    "I'll book it; writer; event; if",
  ],
]
