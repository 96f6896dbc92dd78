/** Replies of our own, each with the clauses of it that promise: what the weights of a clause are learnt from. */
export const replies: readonly (readonly string[])[] = [
  [
    "Dear Mrs Tolland,\n\nI have spoken to the depot and your sofa was put on the wrong lorry. It goes back on the road tonight and the two lads will bring it up the stairs for you tomorrow between 8 and 10. I'm sorry you took a day off for nothing.\n\nRachel",
    'It goes back on the road tonight',
    'the two lads will bring it up the stairs for you tomorrow between 8 and 10',
  ],
  ['Just pulling up your order now, bear with'],
  [
    "Gotcha. I'm going to refund the second charge and you'll get an email from us confirming it before the end of the day",
    "I'm going to refund the second charge",
    "you'll get an email from us confirming it before the end of the day",
  ],
  [
    "Hi Sanjay,\n\nThe boiler part is a special order, usually about a week, though it's been quicker. Once I've got it in my hand I'll give you a bell and we can fix a time.\n\nPete",
    "I'll give you a bell",
  ],
  [
    'Dear Mr. Lindqvist, thank you for your mail. The wrong cable was our mistake. We send you the right one still today with express, and the wrong one you can keep.\nBest regards, Birgit',
    'We send you the right one still today with express',
  ],
  [
    "Hi Denise,\n\nYour claim was approved this morning. A check for $318.40 will go out in Wednesday's mail. Checks normally take three to five days to arrive.\n\nTina, Claims",
    "A check for $318.40 will go out in Wednesday's mail",
  ],
  [
    'Dear Mr Achterberg,\n\nThank you for your letter of 2 March. The Planning Committee meets on the first Thursday of every month and its papers are published five working days beforehand. Your objection has been placed on the file.\n\nDemocratic Services',
  ],
  [
    "Hiya! Yes we've one left in the petrol blue. I'll pop it behind the counter for you till Thursday, just ask for Cath",
    "I'll pop it behind the counter for you till Thursday",
  ],
  [
    "Hi Aoife,\n\nThanks a million for flagging that. Niall is calling out to you on Wednesday morning with a new router, so you won't need to post anything. He'll have the old one off your hands as well.\n\nGráinne",
    'Niall is calling out to you on Wednesday morning with a new router',
    "He'll have the old one off your hands",
  ],
  [
    "Hi Pam\n\nI've asked accounts to look at it and they're working through the backlog. I would expect you to hear something this week but I can't say more than that.\n\nJon",
  ],
  [
    "ok so two things: 1) your password reset link is on its way 2) I'm escalating the sync bug to engineering and will update this thread by 2pm",
    'will update this thread by 2pm',
  ],
  [
    "Hello Ted,\n\nYour cat's bloods are back and they're fine. Mr Okoro wants a word about the diet so he'll phone you after surgery tomorrow, around half six.\n\nBeth (reception)",
    "he'll phone you after surgery tomorrow, around half six",
  ],
  [
    "Dear Ms Farrow\n\nWe were sorry to read your review. Our usual practice is to replace any cracked pane within the guarantee period, and we'd be glad to do the same here if you'd like to send the receipt.\n\nKind regards",
  ],
  [
    'Hi Olu,\n\nShort version: you were right, the meter was read backwards. A corrected bill is being drawn up and should be with you in a few days. The £84 comes off your next payment.\n\nMarion',
    'The £84 comes off your next payment',
  ],
  [
    "Leave it with me, I'll have a dig around and come back to you before lunch",
    "I'll have a dig around",
    'come back to you before lunch',
  ],
  [
    "Hi Courtney,\n\nI hear you, and I'd be frustrated too. Here is the plan: Marcus from our install team will be at your house Thursday at 8:30 a.m., he'll replace the control board, and he won't leave until the oven holds temperature. There's no charge for any of it.\n\nDeb",
    'Marcus from our install team will be at your house Thursday at 8:30 a.m.',
    "he'll replace the control board",
  ],
  [
    "Dear Dr Pell\n\nThe conference hotel releases its unsold rooms on 1 June and will then decide what rate to offer. We have no influence on that, I'm afraid.\n\nEvents team",
  ],
  [
    "Morning Vic,\n\nParcel's been found, it was in the cage at Swindon. Back out for delivery tomorrow and I've put a note on it for the driver. Let me know if it doesn't show.\n\nLee",
    'Back out for delivery tomorrow',
  ],
  [
    "Hi Bronwyn, no dramas at all. We'll swap the size over for you and chuck a prepaid satchel in the post this arvo so you're not out of pocket.\nCheers, Dazza",
    "We'll swap the size over for you",
    'chuck a prepaid satchel in the post this arvo',
  ],
  [
    'Dear Mrs Iyer,\n\nYour appeal has been received. It will be considered by an officer who was not involved in the original decision, and you will receive a written response from us no later than 9 June.\n\nParking Appeals',
    'It will be considered by an officer who was not involved in the original decision',
    'you will receive a written response from us no later than 9 June',
  ],
  ["We close at 7 so you've got 20 mins! Otherwise we're back at 9 tomorrow x"],
  ['Thanks for confirming. One sec while I check with the pharmacist.', 'I check with the pharmacist'],
  [
    "Hi Dilys\n\nIf the seal still weeps after you've tightened it, drop me a line and I'll send Gareth round with a new one.\n\nHuw",
    "I'll send Gareth round with a new one",
  ],
  [
    'Dear Mr Bains,\n\nI can confirm that the direct debit has been stopped and that no further payments will be taken. The last one left your account on 1 May.\n\nRegards, Collections',
  ],
  [
    "Hi Fran\n\nJust to keep you in the loop: the engineers are on site now and they reckon it'll be a couple of hours. I'll update you at eleven whether or not it's back.\n\nSuki",
    "I'll update you at eleven",
  ],
  [
    "Hi Mélanie,\n\nThanks for the pictures. The finish has clearly bubbled. I've ordered you a new door, which ships from Guelph on the 20th; we'll text you a delivery window the day before.\n\nSincerely, Anand",
    'which ships from Guelph on the 20th',
    "we'll text you a delivery window the day before",
  ],
  [
    'Hello Mr. Brown, sorry for the water in the bathroom. The plumber comes today at 16:00, please leave the key in the reception. Tomorrow morning everything will be dry. Saludos, Pilar',
    'The plumber comes today at 16:00',
  ],
  [
    "Dear Yvette,\n\nWhat a nuisance for you, and during exam week too. I've extended your loan to the end of term so there's nothing to pay. The replacement card will be waiting at the issue desk from noon today.\n\nAlun, Library",
    'The replacement card will be waiting at the issue desk from noon today',
  ],
  [
    "Not a problem. What I'll do is cancel this one, rebook you on the 10:40 and send the new tickets to your phone",
    'cancel this one',
    'rebook you on the 10:40',
    'send the new tickets to your phone',
  ],
  [
    'Hi Gil,\n\nI tried you at both numbers. Would tomorrow at 10 work for a quick call? If not, tell me what does.\n\nSasha',
  ],
  [
    "Hi Norma,\n\nThe upholsterer has given us a finish date of 31 July for the chair, and he's usually a man of his word. After that it's just the van.\n\nColin",
  ],
  [
    "Dear Mr and Mrs Ekstrand,\n\nHousekeeping found the blue rabbit under the cot. He'll be travelling home to you first class tomorrow, with a biscuit for the journey.\n\nWarm wishes, Front Office",
    "He'll be travelling home to you first class tomorrow",
  ],
  [
    "Hi Kwame,\n\nRight, decision made above my head: they'll honour the old price. You'll have a revised quote from me by close of play and the fitting date stays as it is, Monday 27th.\n\nLiz",
    "they'll honour the old price",
    "You'll have a revised quote from me by close of play",
  ],
  [
    'Refund of £23.99 coming your way today Jaz, give your bank 3 to 5 days to show it',
    'Refund of £23.99 coming your way today',
  ],
  [
    'Dear Parents,\n\nAs in previous years the school office will be closed from 24 July and will reopen on 2 September. Uniform can be bought online throughout the holiday.\n\nThe Office',
  ],
  [
    "Hey Luis,\n\nTotally fair question. No, we don't share your data with advertisers and we never will. You can read exactly what we store in Settings > Privacy.\n\nBrook",
  ],
  [
    "Hi Ros,\n\nJust back from your mum's. The stairlift's running but it's noisy and I'm not happy with it. I'm bringing my gaffer on Friday to have a listen. No need for you to be there.\n\nKenny",
    "I'm bringing my gaffer on Friday",
  ],
  [
    'Dear Sir,\nWith reference to your trailing mail, kindly note that we shall do the needful on priority and the revised statement shall be shared with you by EOD tomorrow. Inconvenience caused is regretted.\nRegards, Customer Desk',
    'we shall do the needful on priority',
    'the revised statement shall be shared with you by EOD tomorrow',
  ],
  [
    "hmm that's weird. can you try logging out and back in? if it's still stuck after that i'll reset it from my end",
    "i'll reset it from my end",
  ],
  [
    "Hello Maureen,\n\nThank you for being so patient. The blinds are made and hanging in the workshop. Stuart has you down for Tuesday, 9 o'clock, and he'll ring when he's ten minutes away.\n\nJoy",
    "he'll ring when he's ten minutes away",
  ],
  [
    "Hi Femi\n\nI know Tuesday's call never came; that was down to me. You have my word that one of us will ring before six this evening, even if it's only to say there's no news.\n\nHarriet",
    'one of us will ring before six this evening',
  ],
  [
    'Unfortunately the vendor doesn\'t publish a restock date. You can tap "Notify me" and the app will ping you when it\'s back.',
  ],
  [
    "Dear Ms Quayle,\n\nFurther to our conversation, the arrears have been put on hold for 30 days and you'll not be contacted by collections in that time. Ms Dunne in my team will write to you setting out the options.\n\nYours sincerely, P. Rudge",
    'Ms Dunne in my team will write to you',
  ],
  [
    "Ah no, that's gas, sorry! Sure I'll throw in a second one free gratis with it",
    "I'll throw in a second one free gratis with it",
  ],
  [
    "Hi Carol,\n\nSo: scaffolding up Monday, roof off Tuesday, new felt and battens on by Thursday night. I'll be on site all week if you want to shout up. Kettle optional.\n\nSteve",
    'scaffolding up Monday',
    'roof off Tuesday',
    'new felt and battens on by Thursday night',
  ],
  [
    'Dear Ms. Moreau,\nyour reservation is changed to two nights. We will prepare the baby bed in the room and at arrival my colleague Jonas waits for you at the station at 18:15.\nSincerely, Ute',
    'We will prepare the baby bed in the room',
    'my colleague Jonas waits for you at the station at 18:15',
  ],
  [
    "Hi Gordon,\n\nWhen the survey was booked we told you a surveyor would be in touch within a week. Nobody was, which is why I'm writing. It's Lena Marsh now, and she is going to call you this afternoon to agree a day.\n\nAbi",
    'she is going to call you this afternoon',
  ],
  ["Think it's probably the SIM tbh. Try it in another phone and see what happens?"],
  [
    "Hi Patrice, your new lenses came in scratched so we're re-cutting them. Give us until Monday and they'll be perfect. We'll call when they're on the shelf.\n\nVista Optical",
    "they'll be perfect",
    "We'll call when they're on the shelf",
  ],
  [
    "Dear Leonie,\n\nI've looked into why the parcel was returned. The courier says the buzzer wasn't working. I realise that's no help to you. A second one's been packed this morning and is leaving with a different carrier at 3 pm.\n\nTheo",
    'is leaving with a different carrier at 3 pm',
  ],
  [
    "Hi Bashir,\n\nWe'd love to help but the warranty on the battery ran out in June. What I could do is ask the maker for a goodwill repair, if you're happy for me to send them your details.\n\nCleo",
  ],
  [
    'Dear Mrs Prewett,\n\nThe minister has asked me to thank you for your letter. Your comments will be passed to the officials working on the review, and a fuller answer will follow in the new year.\n\nCorrespondence Unit',
    'Your comments will be passed to the officials working on the review',
    'a fuller answer will follow in the new year',
  ],
  ["Sorted! New code's in your inbox. Old one will stop working at midnight"],
  [
    "Hi Theresa,\n\nWe made the correction to your W-2 and I'm mailing the new copy Monday. If it's not in your mailbox by the 16th, call me directly at the number below and I'll courier one over.\n\nRuth, Payroll",
    "I'm mailing the new copy Monday",
    "I'll courier one over",
  ],
  [
    "Hi Jamila,\n\nThat's the third time and I'm embarrassed. From today your orders go through me personally. The next box will be checked by me before it's sealed and will be with you on Tuesday.\n\nOwen",
    'From today your orders go through me personally',
    "The next box will be checked by me before it's sealed",
    'will be with you on Tuesday',
  ],
  [
    'Dear Mr Haddow\n\nThank you for the deposit. Completion normally takes place four weeks after exchange. Your solicitor will tell you the exact date once the other side has replied.\n\nHomes Team',
  ],
  [
    "Hi Iris\n\nJust a line to say we got the vase, thank you for packing it so carefully. Our restorer starts on it next week and you'll get photos from her as she goes along.\n\nBenedict",
    'Our restorer starts on it next week',
    "you'll get photos from her as she goes along",
  ],
  [
    "no worries at all! i've credited 2 free months and let me see if i can find out who closed the first ticket",
    'let me see if i can find out who closed the first ticket',
  ],
  [
    "Hi Trev, quick one. The tray's off at the powder coaters and due back Wednesday. Soon as it lands we'll bolt it on and you can grab the ute that arvo.\nMacca",
    "we'll bolt it on",
  ],
  [
    'Dear Sinead,\n\nI will not pretend this was handled well. Having reviewed the call I have asked for the charge to be reversed, and that will show on your December statement. I shall also be writing to the branch.\n\nM. Whitcombe',
    'I shall also be writing to the branch',
  ],
  [
    "Yep got it, will get that raised now and chase it again Monday if it's not moved",
    'will get that raised now',
    'chase it again Monday',
  ],
  [
    "Hi Dev,\n\nTo answer your three questions. Yes, it runs on 64-bit. No, the licence isn't tied to one machine. And the manual is being rewritten; the new one will be on the site by the end of the month.\n\nPetra",
    'the new one will be on the site by the end of the month',
  ],
  [
    "Dear Customer,\n\nFrom 1 December our delivery charges will change. Standard delivery will cost £4.50 and orders over £60 will be delivered free. You'll find more on our website.\n\nThe Pantry",
  ],
  [
    'Hi Wilf,\n\nPop in on Monday any time after ten and Jan will fit the strap while you wait. Takes five minutes.\n\nHarold',
    'Jan will fit the strap while you wait',
  ],
  [
    "Hi Bea, you're through to Rory. Let me take a look at that booking for you x",
    'Let me take a look at that booking for you',
  ],
  [
    'Hi Quentin,\n\nYour tree will be delivered Thursday the 10th, sometime between 1 and 5. The crew will set it in the stand for you and haul away the netting. Please clear a path from the door.\n\nEvergreen Lot',
    'Your tree will be delivered Thursday the 10th, sometime between 1 and 5',
    'The crew will set it in the stand for you',
    'haul away the netting',
  ],
  [
    'Dear Rosalind,\n\nA refund of the full amount has today been authorised. Please allow up to ten days for it to reach your account; this depends on your card issuer.\n\nBox Office',
  ],
  [
    "Hi Tariq,\n\nGood to talk. As agreed I'm holding the quote open to the 18th and dropping the call-out fee. Next step is a site visit: Priya will email you two dates on Monday.\n\nJuliet",
    "I'm holding the quote open to the 18th",
    'Priya will email you two dates on Monday',
  ],
  [
    'Dear Mr. Ostrowski:\n\nThis letter confirms that your service will be transferred to 411 Birch Lane on December 14. A technician is scheduled to arrive between 10 a.m. and noon. An adult must be present.\n\nMidland Fiber',
    'your service will be transferred to 411 Birch Lane on December 14',
  ],
  [
    "Hello Mr Ferris,\n\nThe alarm will beep once every minute until the battery is changed. It takes a PP3. If you don't feel safe on the ladder, we're happy to come and do it.\n\nCare Line",
  ],
  [
    "Hi Meg, so sorry, I've only just seen this! Yes to both. I'll print them on the thick card and have them at yours before the party, promise. What time do guests arrive?\n\nTansy",
    "I'll print them on the thick card",
    'have them at yours before the party',
  ],
  [
    'Dear Sir Novak, the invoice with the correct VAT number you become on Monday from our accounting. Please excuse. Mit freundlichen Grüßen, Heike',
    'the invoice with the correct VAT number you become on Monday from our accounting',
  ],
  [
    "Hi Stella,\n\nSunday service! I've restored yesterday's backup, so you can work. Tomorrow first thing our database people will go through the logs and I'll send you what they find by Wednesday lunchtime.\n\nIdris",
    'Tomorrow first thing our database people will go through the logs',
    "I'll send you what they find by Wednesday lunchtime",
  ],
  ["Ooh not sure on that one. The vet's in from 8 tomorrow, she'd be the one to ask"],
  [
    'Dear Phoebe,\n\nHis ashes are here and have been looked after. We can post them by secure courier or you may collect them; whichever is easier on you. There is no hurry at all.\n\nThe team at Willow Vets',
  ],
  [
    "Hi Brandon,\n\nI'll be straight with you: the first fix didn't take. Dev has a second one in testing and we're rolling it out Tuesday night. Expect a note from me Wednesday morning once I've confirmed it's clean on your account.\n\nKel",
    "we're rolling it out Tuesday night",
    'Expect a note from me Wednesday morning',
  ],
  [
    "Hi Nuala\n\nCheers for the meter readings. New bill to follow within 48 hours. You don't have to do anything in the meantime.\n\nBil",
    'New bill to follow within 48 hours',
  ],
  [
    "Dear Mr Trask,\n\nYou ask whether the footpath will be resurfaced. It's on the county's list but no date has been set. We'll let you know as soon as one is.\n\nParish Clerk",
    "We'll let you know as soon as one is",
  ],
  ['Right, done. Anything else I can help with today?'],
  [
    "Hi Lou,\n\nBrakes need doing, sorry. Parts are £62 and I'd do the labour at half price since we missed it last time. Say the word and it'll be ready by 5 tomorrow.\n\nMack",
    "it'll be ready by 5 tomorrow",
  ],
  [
    "Hi Kirra,\n\nYour seats have been moved to row F as requested. I'll have the venue email the updated passes across on Tuesday, and in the meantime the attached letter will get you through the gate.\n\nJude",
    "I'll have the venue email the updated passes across on Tuesday",
  ],
  [
    "Dear Katarzyna,\n\nI've gone back through the notes and I owe you an apology: we had the wrong postcode all along. Your parcel is being re-addressed. Delivery is now fixed for Friday 13th, and I'll be tracking it myself that morning.\n\nSaskia",
    "I'll be tracking it myself that morning",
  ],
  [
    "Hmm ok so I can see it's stuck in customs. They normally clear things in 2-3 days. Nothing I can do to speed it up I'm afraid",
  ],
  [
    "Hi Magnus,\n\nWe're a small team so please forgive the slow reply. Your jumper's on the needles! It'll be blocked on Saturday and posted on Monday, second class signed for.\n\nIsla",
    "It'll be blocked on Saturday",
    'posted on Monday',
  ],
  [
    'Dear Ms. Whitfield,\n\nPlease accept this as our formal response. The late fee of $35 will be waived. A corrected statement will be mailed to the address on file within 10 business days.\n\nCustomer Relations',
    'The late fee of $35 will be waived',
    'A corrected statement will be mailed to the address on file within 10 business days',
  ],
  [
    "Hi Rhodri,\n\nThe lad on the phone shouldn't have said that. We can't promise a Saturday. I'd rather be honest now than let you down later.\n\nElin",
  ],
  ["I'll just grab the spec sheet, two ticks", "I'll just grab the spec sheet"],
  [
    "Dear Mr Vance,\n\nI enclose a stamped envelope for the old card. As soon as it's here we activate the new one, and you get a text to tell you so.\n\nMembership",
    'we activate the new one',
    'you get a text to tell you so',
  ],
  [
    "Hi Ngozi,\n\nTwo updates. One, your deposit's protected, certificate attached. Two, the damp: our contractor wants to see it before quoting so I've arranged for him to visit on Monday 18th at 2. He'll need access to the loft.\n\nTamsin",
  ],
  [
    "Hi Clive,\n\nI was hoping to have the results for you today but the lab's running late. I'll ring them at nine tomorrow and then call you straight after.\n\nNurse Hobbs",
    "I'll ring them at nine tomorrow",
    'call you straight after',
  ],
  [
    "k all set, courier's booked. they'll grab the old unit from your porch tmrw before noon, just leave it boxed",
    "they'll grab the old unit from your porch tmrw before noon",
  ],
  [
    "Dear Hannah\n\nYour story about the wedding made us all go quiet. We're making the cake again, on us, and it will be at the hall by 11 on Saturday. Lorraine is driving it over herself.\n\nWith love, the bakery",
    'it will be at the hall by 11 on Saturday',
    'Lorraine is driving it over herself',
  ],
  [
    "Hi Salim,\n\nIt'd be great to get this closed before the weekend. I can be free any time tomorrow; you choose.\n\nWren",
  ],
  [
    'Dear Mr Ogilvie\n\nThe fault is logged under reference 5512. An engineer will attend within four hours. Should he be unable to restore the lift he will leave details at the concierge desk.\n\nService Control',
    'An engineer will attend within four hours',
    'he will leave details at the concierge desk',
  ],
  [
    "Hi Astrid\n\nGood question. Annual members get 20% off, and it's applied at checkout so you'll see it before you pay. I'm adding you to the members' list this afternoon.\n\nRafe",
    "I'm adding you to the members' list this afternoon",
  ],
  [
    "Hi Naomi,\n\nThanks for hanging in there. Here's where things stand: engineering has reproduced the bug, a patch goes out with Monday's release, and I'll personally verify your dashboard that evening.\n\nTravis",
    "a patch goes out with Monday's release",
    "I'll personally verify your dashboard that evening",
  ],
  [
    'Dear Lady Carrow,\n\nThe portrait has been cleaned and hangs to dry. I would not wish to hurry the varnish. With your permission I shall keep it another fortnight and return it to you myself in the first week of August.\n\nF. Delacourt',
    'I shall keep it another fortnight',
    'return it to you myself in the first week of August',
  ],
  ["Haha yes same here. Ok you're on the list, we open the doors at 7"],
  [
    "Hi Declan,\n\nI've your bike up on the stand there now. Bottom bracket is gone. I'll have a price for you inside the hour and once you've OK'd it we'll have you back on the road Saturday.\n\nFiachra",
    "I'll have a price for you inside the hour",
    "we'll have you back on the road Saturday",
  ],
  [
    "Hi Hugh,\n\nThank you for telling us about the driver. I've taken a statement from him and will speak to the passengers next. You will hear the outcome from me in writing by the 22nd.\n\nOperations Manager",
    'will speak to the passengers next',
    'You will hear the outcome from me in writing by the 22nd',
  ],
  [
    'Hi Corinne,\n\nMy colleague said "we\'ll have it with you in the morning", and I can see why you stayed in. The van had broken down by then. I\'ve refunded the delivery.\n\nAl',
  ],
  [
    "Alright, submitted! Your new badge gets printed overnight so swing by the desk after 8 and we'll hand it to you",
    'Your new badge gets printed overnight',
    "we'll hand it to you",
  ],
  [
    'Dear Mrs Swann,\n\nNo, the surgery does not keep records beyond ten years and I cannot recover them. The hospital may be able to; their records office is open weekdays 9 to 4.\n\nPractice Manager',
  ],
  [
    "Hi Zoe,\n\nOn it. First I'm checking whether the stock figure is right; if it is, yours ships tomorrow; if it isn't, I'll find you one from another branch and let you know which.\n\nMax",
    'yours ships tomorrow',
    "I'll find you one from another branch",
    'let you know which',
  ],
  [
    'Dear Florence\n\nWe have reserved a ground-floor room for your grandmother and the ramp will be in place when you arrive. The kitchen knows about the coeliac menu.\n\nReservations',
    'the ramp will be in place when you arrive',
  ],
  [
    "Hi Andy\n\nApologies for the radio silence. I'd promised you drawings by the end of October and it's now the 10th. They're on my desk tonight, in your inbox tomorrow.\n\nGeorgie",
    'in your inbox tomorrow',
  ],
  [
    "Hi Leila,\n\nYou're right that you were double-billed. $59 is being returned to the card ending 8810. I'm also going to put a note on the account so that it doesn't happen in December.\n\nHal",
    "I'm also going to put a note on the account",
  ],
  ["Hey! Stock update: the green's landing Thurs. Want me to put one by?"],
  [
    'Dear Mr Nakagawa,\n\nThank you for your call. To summarise: we will collect the piano on the 24th, store it free of charge, and redeliver in January on a date to suit you. Mr Lowe remains your contact.\n\nBishop & Sons',
    'we will collect the piano on the 24th',
    'store it free of charge',
    'redeliver in January on a date to suit you',
  ],
  [
    "Hi Vera,\n\nWhoever told you it was discontinued was wrong. There are 40 in the warehouse. One will be on tomorrow's van with your name on it.\n\nDom",
    "One will be on tomorrow's van with your name on it",
  ],
  [
    "Hi Emil\n\nThe app will ask you for your PIN twice; that's normal. After that your old messages will come back by themselves, it can take an hour.\n\nHelp team",
  ],
  [
    "Dear Bridget,\n\nI am so sorry about your dad. You don't have to do any of this now. I'll close the account, write off the last bill and make sure nothing more comes through the letterbox with his name on it.\n\nKaren",
    "I'll close the account",
    'write off the last bill',
    'make sure nothing more comes through the letterbox',
  ],
  [
    "Hi Bob, bad news then good news. Bad: gearbox is scrap. Good: I've a mate breaking the same model. I'm picking it up Saturday, fitting it Sunday, you're driving Monday.\n\nTone",
    "I'm picking it up Saturday",
    'fitting it Sunday',
  ],
  [
    "Hello Agnes,\n\nYes, the carol service is at 6 and parking is free after 5. We'll keep two seats at the front for you and your sister.\n\nVerger",
    "We'll keep two seats at the front for you and your sister",
  ],
  [
    "Quick q - is the delivery address the same as last time? I'll get it booked in once you confirm",
    "I'll get it booked in",
  ],
  [
    "Hi Josephine,\n\nWe don't guarantee Christmas delivery on engraved items and it says so at checkout, but I called the shop and they squeezed you in. It ships Friday by 2-day air. I'll email tracking as soon as I've got it.\n\nCarla",
    'It ships Friday by 2-day air',
    "I'll email tracking as soon as I've got it",
  ],
  [
    'Dear Professor Lund,\n\nYour manuscript is with two reviewers, whose reports are due on 4 January. I will write to you with a decision in the week after that.\n\nThe Editors',
    'I will write to you with a decision in the week after that',
  ],
  [
    "Hi Shona\n\nJust so you know, I'm off from Thursday until the 4th. Callum has your file while I'm away and knows the whole story.\n\nHelen",
  ],
  [
    "Hi Paulo,\n\nI phoned the landlord. He says he'll fix the gate \"when the weather picks up\". I said that wasn't good enough. I'm back on to him tomorrow and you'll get a call from me either way.\n\nNicky",
    "I'm back on to him tomorrow",
    "you'll get a call from me either way",
  ],
  ['Bless you, thank you! Have a lovely Christmas x'],
  [
    'Dear Mr Whitlock,\n\nYour complaint has been upheld. As redress we will pay £150 to your account, and the manager of the branch will be ringing you to apologise in person.\n\nOmbudsman Liaison',
    'we will pay £150 to your account',
    'the manager of the branch will be ringing you to apologise in person',
  ],
  [
    "Hi Effie\n\nTent's dry, poles are straight, and the new groundsheet's going in this week. I'll message you a photo when it's up in the garden.\n\nJock",
    "the new groundsheet's going in this week",
    "I'll message you a photo",
  ],
  [
    "Hi Monique,\n\nI wish I had better news. The airline controls refunds on this fare and has turned it down twice. You're welcome to write to them directly; the address is below.\n\nTravel Desk",
  ],
  [
    "Hi Steph\n\nYep, that was me being daft, I typed 18 not 13. It's changed now. The man from the council's coming at 10 on the 23rd to sign it off and I'll be there with him.\n\nGaz",
    "I'll be there with him",
  ],
  [
    'Dear Mr. Costa,\nthe repair is unfortunately not possible. You receive from us a new device of the same type; it will be sent in calendar week 26.\nYour service team',
    'You receive from us a new device of the same type',
    'it will be sent in calendar week 26',
  ],
  ["Fab. So that's 2 adults 1 child Saturday 1pm, high chair, window if poss. See you then!"],
  [
    "Hi Delroy,\n\nThanks for letting us know about the smell. Don't light it again. We're treating it as urgent and someone will be out to you before ten.\n\nControl Room",
    'someone will be out to you before ten',
  ],
  [
    "Have you got the last four digits on the card please? I'll look it up that way",
    "I'll look it up that way",
  ],
  [
    "Hi Marguerite,\n\nThe mattress you liked is back in stock and I've set one aside under your name. We hold items for 48 hours as a rule.\n\nScott",
  ],
  [
    "Dear Mr Pemberton,\n\nI have today written to the freeholder. I shall let you have a copy of any reply within a day of getting it, and in any event I'll report to you by the end of next week.\n\nC. Stubbs, Solicitor",
    'I shall let you have a copy of any reply within a day of getting it',
    "I'll report to you by the end of next week",
  ],
  [
    "Hi Jess\n\nOh no, poor Biscuit! Yes bring her in, we'll squeeze you in between appointments this morning. Keep her warm on the way.\n\nPaws reception",
    "we'll squeeze you in between appointments this morning",
  ],
  [
    'Dear Councillor\n\nOfficers inspected the drain on 6 January and found no blockage. The road floods because the river is high. It will go down when the river does.\n\nHighways',
  ],
  [
    "Hi Ramona,\n\nGreat news: you've been approved. Your card ships tomorrow and a separate mailer with the PIN follows two days later.\n\nHeartland CU",
    'Your card ships tomorrow',
    'a separate mailer with the PIN follows two days later',
  ],
  [
    "Hi Ollie\n\nWe had the van in your road at ten past eight and nobody came to the door. Rebooked for Friday, same slot, no second charge. If that's no use tell me by tomorrow noon and I'll find another.\n\nMarv",
    "I'll find another",
  ],
  [
    'Bom dia! Sorry for my English. I call the restaurant now and after I write you if have table',
    'I call the restaurant now',
    'after I write you',
  ],
  [
    'Hi Gita\n\nThe short answer is yes. The long answer is that I need to see the wall first. How about I swing by on Saturday?\n\nBarney',
  ],
  [
    "Dear Mrs Lacey,\n\nOur engineer reports that the leak is on your neighbour's side of the stopcock. We are contacting the neighbour ourselves and will keep you informed. You need do nothing.\n\nWater Services",
    'will keep you informed',
  ],
  [
    "Hi Yann,\n\nBoth books are reserved at the counter. The third is reprinting; the publisher says late May. I'll have it set aside for you the day it comes.\n\nFlo",
    "I'll have it set aside for you the day it comes",
  ],
  ["you're all set!! you'll be able to stream on 4 devices starting at midnight. enjoy the show 🎬"],
  [
    "Hi Priti\n\nI've read every message in this thread and no one ever answered the actual question, so here goes. The charge on the 3rd is ours and it's wrong. Accounts have agreed to give it back. You will see £41.20 in your account by Tuesday. I've diarised Wednesday to make sure.\n\nGrant",
    'You will see £41.20 in your account by Tuesday',
  ],
  [
    'Dear Ms Keogh,\n\nThe Council has noted your report of the fallen tree. A crew has been assigned and the tree will be removed within three working days. Thank you for taking the trouble to tell us.\n\nParks',
    'the tree will be removed within three working days',
  ],
  [
    "Hi Cass,\n\nThe lab only runs the machine on Tuesdays. So samples that come in today are tested on the 28th; results come to us the day after, and I'll put yours in the portal the moment they arrive.\n\nDr Amin",
    "I'll put yours in the portal the moment they arrive",
  ],
  [
    "Hi Duane,\n\nI won't waste your time with a script. The unit is faulty, we know it, and you're getting a new one. FedEx will have the label to you by email tonight; print it, box up the old one, and once it's scanned we ship.\n\nAmber",
    "you're getting a new one",
    'we ship',
  ],
  [
    "Let me transfer you to the mortgage team, they'll be able to see your application",
    'Let me transfer you to the mortgage team',
  ],
  [
    "Good morning, the flat will be cleaned on Thursday at ten o'clock and after this you can come in. My husband is there and will give you the keys.\nGreetings, Ilona",
    "the flat will be cleaned on Thursday at ten o'clock",
    'will give you the keys',
  ],
  [
    "Hi Dougie\n\nWould have been with you by now but the M6 is shut. Going to be more like 2. I'll drop your excess charge for the wait.\n\nShaz",
    "I'll drop your excess charge for the wait",
  ],
  [
    "Dear Ms Abara\n\nI understand you've been told three different things about your visa letter. The correct position is this. The letter is signed. It goes to you by secure email at noon, and the paper copy goes in tonight's post.\n\nInternational Office",
    'It goes to you by secure email at noon',
    "the paper copy goes in tonight's post",
  ],
  [
    "Oof sorry, yes that one's our fault. I'm sending you a new code in a sec, old one's dead",
    "I'm sending you a new code in a sec",
  ],
  [
    "Hi Brian\n\nI'd be surprised if it took more than a day. The lads usually turn these round fast and you're near the top of the pile.\n\nRoz",
  ],
  [
    'Dear Mr. Feldman,\n\nWe have reviewed your dispute and found in your favor. Provisional credit becomes permanent on September 1, and we will report the correction to all three bureaus.\n\nDispute Resolution',
    'we will report the correction to all three bureaus',
  ],
  [
    "Hi Lorna,\n\nThe new curtains need another inch. I've sent them back to Meera, who'll re-hem them and have them to me on Tuesday. I'll hang them the same day if you're in.\n\nAnton",
    "who'll re-hem them",
    'have them to me on Tuesday',
    "I'll hang them the same day",
  ],
  [
    'Hi all,\n\nThe system will be down on Sunday from 6 until 8 while we move servers. Nothing you save before then will be affected.\n\nIT',
  ],
  [
    "Hi Rupert\n\nPlease don't worry about the wine on the carpet. These things happen. Our cleaners will see to it this evening while you're at dinner and there'll be no mention of it on the bill.\n\nDuty Manager",
    "Our cleaners will see to it this evening while you're at dinner",
  ],
  [
    "Unfortunately we can't change the name on a nonrefundable ticket. What we'll do instead is cancel without penalty so you can rebook",
    'cancel without penalty',
  ],
  [
    "Hi Hetty\n\nYou'll know by now that the play's off. Everyone who booked online is refunded automatically and doesn't need to do anything. Yours was by cheque, so I'm sending one back to you in tomorrow's post.\n\nBox office Jean",
    "I'm sending one back to you in tomorrow's post",
  ],
  ["Yeah nah they're closed Mondays mate. Best bet is ring em Tuesdy arvo"],
  [
    'Dear Mr Kowal,\n\nThank you for your patience. The board sits on the 29th. Your case is item four. Within five working days of that you will have our decision and the reasons for it.\n\nLicensing',
    'Within five working days of that you will have our decision and the reasons for it',
  ],
  [
    "Hi Imogen,\n\nThat's a brilliant photo, may we use it? On the zip: yes that's covered. Drop it at any of our shops and they'll repair it free.\n\nOutfitters",
    "they'll repair it free",
  ],
  [
    "Hi Morris\n\nI'm going to stop apologising and start fixing. By tonight: your site back up. By Friday: a written account of what broke. By the end of the month: a second server so it can't break the same way.\n\nFay",
    'By tonight: your site back up',
    'By Friday: a written account of what broke',
    'By the end of the month: a second server',
  ],
  ["It's gone through ok this end. Sometimes takes a few mins to show on yours"],
  [
    "Hi Alicia,\n\nFollowing up on your voicemail. The title company wired the funds at noon; your bank will post them by end of day. On our end I'll record the deed tomorrow and mail you the original.\n\nJo, Escrow",
    "I'll record the deed tomorrow",
    'mail you the original',
  ],
  [
    "Hi Nell\n\nNo, you've not missed it! Enrolment's open to the 30th. I'm reserving you a place on the Wednesday group and you'll get the joining pack nearer the time.\n\nAdult Ed",
    "you'll get the joining pack nearer the time",
  ],
  [
    'Dear Sir or Madam,\n\nI act for the landlord. Unless the sum of £640 is paid by 27 October my client will begin proceedings without further notice.\n\nYours faithfully',
  ],
  [
    "Hi Ify,\n\nGot your message about the cot. Wrong bolts, and I can see exactly how it happened. The right ones are in an envelope on my desk and I'm walking it to the post office now. If they're not on your mat on Thursday ring me and I'll drive some over.\n\nBen",
    "I'll drive some over",
  ],
  [
    "on shift till 2 so i'll keep an eye on it and shout if it moves",
    "i'll keep an eye on it",
    'shout if it moves',
  ],
  [
    'Dear guest, the pool will open again in Friday. For the days without pool we discount you 10 euros each day, it will be in the final invoice.\nKind regards, Rocío',
    'we discount you 10 euros each day',
    'it will be in the final invoice',
  ],
  [
    'Dear Mr Szabo,\n\nThere has been a mix-up between your file and another. Both are now being checked line by line by a senior colleague, Frances Ode, who will be contacting you herself next Tuesday with the result.\n\nRegistrar',
    'who will be contacting you herself next Tuesday with the result',
  ],
  [
    "Hi Kit\n\nI had a word with the chef. She's not going to share the recipe (nobody gets it!) but she'll make you a tray of them for your mum's birthday, just say how many.\n\nMaître d'",
    "she'll make you a tray of them for your mum's birthday",
  ],
  [
    "Hey Jordan,\n\nThe discount code expired because the promo ended on Valentine's Day. That said, I get it. I'll honor it if you check out today, just reply here first.\n\nMick",
    "I'll honor it",
  ],
  ["No that's not something I can see from here sorry. Your GP surgery would have it"],
  [
    "Hi Ruby\n\nTypical, the one day I'm off! Dan took your call. He's ordered the hinge, it arrives tomorrow, and he's popping round with it on his way home, so half fiveish.\n\nMo",
    "he's popping round with it on his way home, so half fiveish",
  ],
  [
    'Dear Dr Osei\n\nYour room has been moved to the third floor as you asked. Breakfast is served from 7 to 10.30 and checkout is at noon. We look forward to welcoming you on the 28th.\n\nReservations',
  ],
  [
    "Hi Sven,\n\nI said Monday and I meant it, but the kiln cracked. I'm re-firing over the weekend. New date: Wednesday, and if I miss that it's free.\n\nPotter Jo",
    "I'm re-firing over the weekend",
    'New date: Wednesday',
  ],
  [
    "i hear ya. going to bump this to my supervisor Tonya, she'll reach out within the hour",
    'going to bump this to my supervisor Tonya',
    "she'll reach out within the hour",
  ],
  [
    "Hi Gwyn\n\nHeating engineers recommend a service once a year. It'll run more cheaply and you'll sleep better. Book before March and we take 15% off.\n\nWarm Homes",
  ],
  [
    'Dear Customer, Your request no. 88127 for change of mobile number has been registered and same will be updated in our records within 2 working days. You will get SMS confirmation from our side once done.\nThanks and regards',
    'same will be updated in our records within 2 working days',
    'You will get SMS confirmation from our side once done',
  ],
  [
    "Hi Marek\n\nI'm the one who packed it, so I'm the one who'll put it right. New glasses, double boxed, leave on tonight's van. I'd like to refund the postage as well if that's all right with you.\n\nPoppy",
    "New glasses, double boxed, leave on tonight's van",
  ],
  ["Sorry, misread that! Yes the 14th is fine. You'll find the form on the left of the page"],
  [
    'Dear Mrs Underhill,\n\nYour garden waste bin is going to be emptied on Saturday, as the crew could not get past the parked cars today. Please leave it where it is.\n\nWaste Team',
    'Your garden waste bin is going to be emptied on Saturday',
  ],
  [
    "Hi Lucian,\n\nI'm handing this to Beatriz because she knows the import rules far better than me. She'll pick it up when she's in tomorrow and has your number. I'll stay on copy so nothing gets dropped.\n\nErin",
    "She'll pick it up when she's in tomorrow",
    "I'll stay on copy",
  ],
  [
    "Hi Kaito,\n\nThis one is a known bug and it's fixed in 4.2, which is rolling out gradually. Everyone should have it within a week. There's no way to jump the line, sorry.\n\nSupport",
  ],
  [
    "Hi Beverley\n\nWe've had the plans back. To make sure you're not left waiting on us again we have set Friday as the day for our answer, and you'll have it by 3.\n\nPlanning Desk",
    "you'll have it by 3",
  ],
  [
    "Hi Ade\n\nThe driver waited eleven minutes and then had to go. I've put two credits on your account. They'll stay there until you use them.\n\nCabs",
  ],
  ['Sure thing, one moment while I get that receipt for you', 'I get that receipt for you'],
  [
    "Hi Yusuf,\n\nGot your note. The bay window is the awkward one so Ray wants to template it himself. He's down for Thursday at eleven and the glass follows within the week.\n\nSandra",
    "He's down for Thursday at eleven",
    'the glass follows within the week',
  ],
  ["Right, the courier's just confirmed he has it. You're his third drop so should be before 12"],
  [
    'Hi Kendra,\n\nThank you for flagging the duplicate charge. It drops off by itself in a day or two because it was only an authorization. Nothing was actually taken.\n\nSam',
  ],
  [
    "Dear Mr Lomax,\n\nYour boat is lifted on the 20th whatever the weather. We antifoul on the 21st and she's back in the water for you on the 23rd.\n\nHarbour Yard",
    'Your boat is lifted on the 20th',
    'We antifoul on the 21st',
    "she's back in the water for you on the 23rd",
  ],
  [
    "Hi Trish\n\nI'd love to say tomorrow but I'd be guessing. The painter rings me tonight and I ring you after.\n\nLes",
    'I ring you after',
  ],
  ['You should be good now! Go ahead and refresh and tell me what you see'],
  [
    'Dear Mrs Bellamy,\n\nThe hearing of your appeal takes place on 4 March at 10.30 in Committee Room 2. Papers will reach you a week beforehand and a colleague will meet you at reception.\n\nClerk to the Panel',
    'Papers will reach you a week beforehand',
    'a colleague will meet you at reception',
  ],
  [
    "Hi Noor,\n\nSame again I'm afraid: the pattern is sold out in your size until the spring. You can pre-order and we charge nothing until it ships.\n\nStyle team",
  ],
  [
    "Hi Geoff,\n\nNo, don't touch the trip switch. Electricians to you at two. I've told them about the dog.\n\nMoira",
    'Electricians to you at two',
  ],
  [
    "I totally get it! What works best is if I loop in Devon, he knows these accounts cold. He'll be in your inbox before lunch",
    "He'll be in your inbox before lunch",
  ],
  [
    'Dear Mr Yilmaz,\n\nWe have noted your change of address. Statements are produced on the 25th of each month; your next one goes to Selby Road.\n\nMember Services',
    'your next one goes to Selby Road',
  ],
  [
    "Hi Fi,\n\nThe wedding cars are both yours again. Ignore the cancellation, that was a fat finger. I'm putting it all in a fresh confirmation for you this afternoon, signed by me.\n\nRuss",
    "I'm putting it all in a fresh confirmation for you this afternoon, signed by me",
  ],
  ["They're in a meeting til 3 hun, try then? x"],
  [
    "Hi Ernesto,\n\nYour renewal was set to auto-pay and I've turned that off. The plan will stay active through May 2 and then simply lapse. If you'd like a paper copy of anything, say so and it's in the mail same day.\n\nPaige",
    "it's in the mail same day",
  ],
  [
    "Hi Orla,\n\nSorry about that, the form had a mind of its own. I'll stick you in for the Thursday class and the fee for this month is off the table.\n\nCiara",
    "I'll stick you in for the Thursday class",
  ],
  [
    "Dear Ms Adair\n\nYou asked when the lift will be mended. The part is being flown in and the firm expects to fit it on Friday; I can't promise more than they do.\n\nEstates",
  ],
  [
    'Hi Bettina,\n\nYour sample is on its way to Leeds by bike. Dr Roe looks at these herself, first thing every morning, so yours tomorrow. We phone with results, good or bad, the same day.\n\nThe clinic',
    'We phone with results, good or bad, the same day',
  ],
  [
    'So sorry Mia! New one boxed up and off to you tonight, no need to send the old one back',
    'New one boxed up and off to you tonight',
  ],
  [
    'Hi Rolf,\n\nI rang the plant and they poured your slab this morning. Give it three days. On Friday Big Dave backs the wagon in and by teatime you have a patio.\n\nKath',
    'On Friday Big Dave backs the wagon in',
    'by teatime you have a patio',
  ],
  [
    'Dear Ms. Abernathy,\n\nThe appraisal has been ordered. The appraiser sets his own schedule and will contact you directly. We cannot influence the value.\n\nLoan Operations',
  ],
  [
    "Hi Tomasz\n\nHave a great trip. Your post is safe with us: we hold it till the 14th and the girl brings it up with the milk when you're home.\n\nLodge",
    'we hold it till the 14th',
    "the girl brings it up with the milk when you're home",
  ],
  ["yep that's it. bottom of the page, tick the box, save. it'll ask you to confirm"],
  [
    'Dear Mr Sorley,\n\nFollowing your complaint the invoice is withdrawn. A credit note for the full sum is to be raised by finance and will be in your hands before the month is out.\n\nDirector of Services',
    'A credit note for the full sum is to be raised by finance',
    'will be in your hands before the month is out',
  ],
  [
    "Hey Jacko, the board's dinged worse than you said mate. I can patch it for ninety or you can flog it as is. Your shout.",
  ],
  [
    'Hi Pearl\n\nLove the colour you picked. We mix on Thursdays, so two litres will be sitting under the counter with your name on from Friday.\n\nPaint shop',
    'two litres will be sitting under the counter with your name on from Friday',
  ],
  [
    'Dear Dr Moss,\n\nI am instructed that the vendor will not reduce the price. I shall take your counter-offer to him at our meeting tomorrow and let you know his answer the moment I have it.\n\nJ. Hale',
    'I shall take your counter-offer to him at our meeting tomorrow',
    'let you know his answer the moment I have it',
  ],
  [
    "Hi Tonya,\n\nYes ma'am, we fit those. Bring her in any day this week, no appointment needed, and she'll be done in an hour.\n\nRoy's Tire",
  ],
  [
    'Afraid not, the voucher ran out in July. BUT I can see you tried to use it before then so consider it sorted, tenner back on your card in a sec',
    'tenner back on your card in a sec',
  ],
  [
    "Hi Ewan\n\nI had the ferry people on. They're putting you on the 06:15 instead and they'll meet you at the barrier. From our side: breakfast bags at the desk from 5, taxi at the door at 5.20.\n\nHotel",
    'breakfast bags at the desk from 5',
    'taxi at the door at 5.20',
  ],
  [
    "Hi Beatrice,\n\nI checked with the printer. It's a week's work and he begins when he has your signature on the proof. It's attached.\n\nNat",
  ],
  [
    'Dear Mr. Singh, your bicycle is repaired and waits for you in our shop. The shop is open until 18:30. For the long waiting we give you a new bell as present.\nKind regards, Uwe',
    'we give you a new bell as present',
  ],
  [
    "Hello Mrs Pike\n\nThe council's man told you wrong, bless him. Bulky waste is us. We're round your way Friday; stick it by the gate and it's gone by nine.\n\nRecycling crew",
    "it's gone by nine",
  ],
  [
    'Hi Lena,\n\nThanks for holding while I read all that. Summary: you cancelled in time, we ignored it, we owe you £36. Payment run is Thursday and yours is in it.\n\nBecky',
    'yours is in it',
  ],
  [
    "Mo from dispatch here. Driver's had to turn back, road's flooded. You go to the top of tomorrow's list",
    "You go to the top of tomorrow's list",
  ],
  [
    'Hi Grant,\n\nI understand the outage cost you a day. Credits post automatically for anything over four hours. Yours was eleven, so look for it on the November statement.\n\nNOC',
  ],
  [
    "Dear Miss Fairley\n\nYour reference has been requested from your previous landlord. He has until Friday to respond. I'd expect keys on Monday if he does.\n\nLettings",
  ],
  [
    "Hi Oscar,\n\nIt's the wrong shade and I won't argue about it. The carpet comes up on Monday morning, same fitters, and the right one goes down before they leave. No bill.\n\nGuy",
    'The carpet comes up on Monday morning, same fitters',
    'the right one goes down before they leave',
  ],
  [
    "If it pings again screenshot it for me? I'm on til 10 and I'll jump straight on it",
    "I'll jump straight on it",
  ],
  [
    'Dear Mr and Mrs Okeke,\n\nYour child has been allocated a place at Ashgrove. Term begins on 3 November. The school will write to you separately about uniform.\n\nAdmissions',
  ],
  [
    'Hi Stu\n\nRight you are. Two rolls of the grey on the van tomorrow, one of the blue to come when the mill wakes up.\n\nTrade counter',
    'Two rolls of the grey on the van tomorrow',
  ],
  [
    'Hi Vanessa,\n\nI was on the till that day so I remember. You did pay. Our accountant takes it off the ledger tonight and tomorrow you get a zero statement and my red face in the same envelope.\n\nPaddy',
    'Our accountant takes it off the ledger tonight',
    'tomorrow you get a zero statement',
  ],
  [
    "Good catch. that's a typo on our pricing page and we'll eat the difference. anything else?",
    "we'll eat the difference",
  ],
  [
    'Dear Mr Ashdown,\n\nThe policy pays for a hire car for 14 days while yours is mended. The garage arranges it and the firm will collect it from you at the end.\n\nClaims',
  ],
  [
    "Hi Rina\n\nMaria's on maternity leave so I'm looking after you now. I'm going through her notes this evening, then it's a proper call with you tomorrow, say ten?\n\nClaire",
    "I'm going through her notes this evening",
  ],
  ["The print shop's open, the lounge isn't. Lounge back Thursday"],
  [
    'Hi Bob,\n\nTo recap our call: you keep the desk, we pick up the chair, and $140 comes back to you. Pickup is Friday between 10 and 2, and your refund starts the day we have it.\n\nMeg',
    'we pick up the chair',
    '$140 comes back to you',
    'your refund starts the day we have it',
  ],
  [
    "Hi Zainab\n\nYou can't have been more patient. Final fix is live on Thursday at 6 am and I'm up to watch it go in. You'll wake up to a working login.\n\nTheo",
    'Final fix is live on Thursday at 6 am',
  ],
  [
    'Dear Mrs Quill,\n\nWe are sorry that the hymn was left out. The recording cannot be altered. Many families find that a private service a little later is a comfort, and the chapel can be booked through us.\n\nFuneral care',
  ],
  [
    "Hi Jun,\n\nThe tree you wanted went to a gentleman with a bigger car. There's a better one. It's tagged for you, gets netted tonight, and the lads drop it round on their last run.\n\nFarm shop",
    'gets netted tonight',
    'the lads drop it round on their last run',
  ],
  ["Sorry about the hold music haha. So the slot at 4 is gone, there's 5.15 or tomoz 9am"],
  [
    "Hi Marlene,\n\nWe tested your well on Monday and it's clean. The lab mails the certificate to the county, and we'll send you one for the fridge.\n\nWater Dept",
    "we'll send you one for the fridge",
  ],
  [
    "Hi Artie\n\nIt's a no from the insurers, which is daft. I'm not leaving it there. Appeal in by Friday, copy to you, and I chase them every Monday until they cave.\n\nRuth",
    'Appeal in by Friday',
    'I chase them every Monday',
  ],
  [
    'Dear Ms Pryor\n\nI write further to my letter of 1 December. No decision has been taken and none will be until the new year. You may add to your statement at any time before then.\n\nPanel Secretary',
  ],
  [
    'Hi Kofi,\n\nFor the party: we bring the tables at noon and set up, your lot eat at two, we clear at five. All you need to find is the corkscrew.\n\nCaterers',
    'we bring the tables at noon',
    'set up',
    'we clear at five',
  ],
  [
    "Let me grab someone who speaks Welsh for you, won't be a tick",
    'Let me grab someone who speaks Welsh for you',
  ],
  [
    "Hi Sinéad,\n\nThe crib's here and the wrong legs are gone back. I've the right ones on the bench, and himself is heading your direction Thursday evening so he'll have it up for you in ten minutes.\n\nNoreen",
    "he'll have it up for you in ten minutes",
  ],
  [
    'Dear Mr Dunn,\n\nI have considered your request for a payment holiday. It is granted. Nothing is due until April, and before then one of our advisers will sit down with you to see what is affordable.\n\nArrears Support',
    'one of our advisers will sit down with you',
  ],
  [
    "Hi Gab\n\nWi-Fi code changes every Monday, it's on the fridge. Towels are in the ottoman. If the shower sulks, knock on ours.\n\nHosts",
  ],
  [
    "okay so I'm seeing the cancellation went through on our end but the refund got stuck. unsticking it now and you'll have a confirmation in your email in 5",
    "you'll have a confirmation in your email in 5",
  ],
  [
    "Hi Lorraine\n\nRoom's wrong, I agree, and full price for it is wrong too. Tonight we move you to the corner suite. Tomorrow's breakfast is with the compliments of the house.\n\nFrank, night desk",
    'Tonight we move you to the corner suite',
  ],
  [
    'Dear Ms Obi\n\nYour file passes to Mr Kane from 1 February. He has asked me to say that he intends to review it in full in his first week and to telephone you thereafter.\n\nP. Lund',
    'Your file passes to Mr Kane from 1 February',
  ],
  [
    "It's not you it's us 🙈 the site's down. Devs say an hour. I'll DM you the second it's up",
    "I'll DM you the second it's up",
  ],
  [
    "Hi Hamza,\n\nThe MOT's a fail on two tyres. Budget pair £98 fitted, decent pair £140. She stays on the ramp tonight either way; call me in the morning and she's away by noon.\n\nGarage",
    "she's away by noon",
  ],
  [
    'Dear Parents\n\nThe Year 4 trip leaves at 8.15 on Friday and will be back by 4. Children need a packed lunch. Please be prompt.\n\nMiss Tolley',
  ],
  [
    "Hi Dee\n\nThank you for not shouting, I would have. New plan. Marta packs it today with me standing over her, DHL have it by four, and it's your breakfast table by Saturday.\n\nBrendan",
    'Marta packs it today with me standing over her',
    "it's your breakfast table by Saturday",
  ],
  [
    'Hello Mr. Whitaker,\n\nThe recall covers your serial number. Parts arrive in April and dealers will notify owners by mail. Until then please keep it unplugged.\n\nProduct Safety',
  ],
  ["no prob! we've popped it on hold for you until tomorrow 5pm, after that it goes back on the shelf"],
  [
    "Hi Cecily,\n\nI have your keys in my hand. I'm passing yours at six on the way home so they're through your door by quarter past.\n\nIan",
    "they're through your door by quarter past",
  ],
  [
    "Dear Mr Rao\n\nYour visa application is with the Home Office, and we are unable to say how long they'll take. They will write to you. We will of course help with any further documents they ask for.\n\nImmigration Advice",
    'We will of course help with any further documents they ask for',
  ],
  [
    "Hi Maddie\n\nEggs were 24 short, you're right. Two trays extra on Saturday's drop, and I've had words.\n\nFarm",
    "Two trays extra on Saturday's drop",
  ],
  [
    "Hi Luc,\n\nThe snow has closed the 401 so nothing moves tonight. First truck out has your name on it. I'd look for it around noon tomorrow but will text you if that slips.\n\nDispatch",
    'will text you if that slips',
  ],
  [
    "Hi Una\n\nIt works out at £312 with the discount. That's held for 30 days. I'm about until seven if you want to talk it through.\n\nFergus",
  ],
  [
    "Hi Ines,\n\nBad start, better finish, I hope. Here's the order of things: plumber at 10, tiler after him, me at 4 with a mop. You'll be able to use it tonight.\n\nCol",
    'plumber at 10',
    'tiler after him',
    'me at 4 with a mop',
  ],
  [
    "Hey Raj. Nope no update from them yet. Chasing again at 2 and I'll ping you whatever they say",
    'Chasing again at 2',
    "I'll ping you whatever they say",
  ],
  [
    'Dear Dr Finch,\n\nYour article is scheduled for the September issue. Proofs are normally sent eight weeks ahead. The editor will be on leave until 15 June.\n\nProduction',
  ],
  [
    "Hi Abby,\n\nYour daughter's retainer is ready Monday. Dr. Shah adjusts it while you wait and there's no charge for this one. The next one is on us too if this one doesn't hold.\n\nFront desk",
    "Your daughter's retainer is ready Monday",
  ],
  [
    "Hi Wes\n\nThat is our fault, start to finish. I'm owning it until it's done. Step one, tonight: your old number back. Step two, Monday: Sim by courier. Step three: I work out what we owe you.\n\nAggie",
    'Step one, tonight: your old number back',
    'Step two, Monday: Sim by courier',
    'I work out what we owe you',
  ],
  [
    'Dear Mrs Lal,\n\nThe trustees meet on 9 June, when your application will be before them. You should hear within a week of that.\n\nGrants',
    'your application will be before them',
  ],
  ["I've got you on the cancellations list so if anything pops up for tonight you're first to know x"],
  [
    "Hi Rob,\n\nGate's hung. Paint wants two dry days and the forecast says Tuesday Wednesday. I'm there Tuesday at seven with a brush, done by ten.\n\nCliff",
    "I'm there Tuesday at seven with a brush",
    'done by ten',
  ],
  [
    "Hi Amelia\n\nYour gran's recipe book is safe. The spine needs a week under weights, then I stitch it, then I post it back by hand, as it were: I'm in Bath on the 14th and bringing it to your door.\n\nBinder",
    'then I stitch it',
    'bringing it to your door',
  ],
  [
    "Np! So Karen in billing owns these. She's out today, back tomorrow at 9, and you're the first thing on her desk",
    "you're the first thing on her desk",
  ],
  [
    'Dear Mr Platt\n\nWe write to advise that your direct debit of £52 will be collected on or just after 10 August. Thereafter it will be collected monthly.\n\nAccounts',
  ],
  [
    'Hi Suki,\n\nIn short, yes. In full: deposit back to you on checkout, late fee scrapped, bike shed key on the hook from Saturday.\n\nLettings',
    'deposit back to you on checkout',
    'bike shed key on the hook from Saturday',
  ],
  [
    'Dear Mrs. Hall, the air condition will be repaired today in the afternoon. The man arrives at 17h. In this time you can use our terrace, the drinks we invite you.\nBuen día, Jordi',
    'the air condition will be repaired today in the afternoon',
    'The man arrives at 17h',
    'the drinks we invite you',
  ],
  [
    "Hi Mags\n\nI don't do Sundays, never have, but for your mum's eightieth I'm making an exception. Van's outside yours at eight, marquee's up by nine.\n\nDougal",
    "Van's outside yours at eight",
    "marquee's up by nine",
  ],
  ['Hi! yes delivered 11.42 to your porch, photo in the app. Have another look behind the bin?'],
  [
    "Dear Ms Ng\n\nThank you for the form. It's complete. There is a 28-day statutory period in which others may object; the licence issues automatically after that if nobody has.\n\nLicensing",
  ],
  [
    "Hi Rosalie,\n\nThanks for sending the serial number over. I've matched it to a batch we recalled in the autumn, so you don't need to prove anything. A new motor will be sent to you by courier and should reach you by the weekend. I'll drop you a line once it's on the van.\n\nNeil",
    'A new motor will be sent to you by courier',
    "I'll drop you a line once it's on the van",
  ],
  ["Ok that's all cancelled for you. You'll see it drop off in the app within the hour"],
  [
    "Hi Darnell,\n\nGreat catch on the invoice. We'll issue a corrected one by close of business and void the old one so it doesn't age in your system.\n\nSusan",
    "We'll issue a corrected one by close of business",
    'void the old one',
  ],
  [
    'Dear Mr Eccles,\n\nI refer to your letter regarding the overhanging branches. An officer visited on 28 January and found no danger to the highway. The owner of the land has been informed. The Council has no power to go further.\n\nTree Officer',
  ],
  [
    "Hi Bryony\n\nGood news on the coat. The seamstress is starting on the lining tomorrow and it'll be hanging here for you from Friday lunchtime.\n\nDee",
    'The seamstress is starting on the lining tomorrow',
    "it'll be hanging here for you from Friday lunchtime",
  ],
  ["Hmm, can't see it on the system. What name did you book under?"],
  [
    'Hello Mr. Trujillo,\n\nWe received the signed forms. Your beneficiary change takes effect immediately and a confirmation letter will follow in the mail.\n\nPolicyholder Services',
    'a confirmation letter will follow in the mail',
  ],
  [
    "Dear Mrs Holloway,\n\nI'm so glad the hearing aid is better. We normally see people again at six weeks; the diary for March opens on Monday and Fiona is going to call you then to find a day.\n\nAudiology",
    'Fiona is going to call you then',
  ],
  [
    "Hi Piotr,\n\nI've checked with the warehouse twice. There's no record of a second box. Could you tell me who signed the note?\n\nMel",
  ],
  [
    "Hi Sue,\n\nI'm happy to say the committee agreed to the refund. The treasurer will transfer it to you tonight. Would you mind letting me know when it lands?\n\nClub secretary",
    'The treasurer will transfer it to you tonight',
  ],
  [
    "Thanks for your patience Ali! I'm just going to pop you on hold while I speak to the fraud team",
    "I'm just going to pop you on hold while I speak to the fraud team",
  ],
  [
    "Hi Wendy,\n\nYou're not doing anything wrong. The export button is broken for accounts created last week. A fix is going out later today, and I'll email you as soon as I've seen it work on yours.\n\nRavi",
    'A fix is going out later today',
    "I'll email you as soon as I've seen it work on yours",
  ],
  [
    "Dear Miss Bright\n\nThank you for the photographs. Having looked at them I don't believe the damage was there when the case left our hands, and I'm afraid we can't accept the claim. You may appeal within 28 days.\n\nClaims",
  ],
  [
    "Hi Mustafa,\n\nSorry to have missed you. I've spoken to Glen. He'll come by on Saturday morning with the right hinges and he won't need more than half an hour. There's nothing to pay.\n\nJackie",
    "He'll come by on Saturday morning with the right hinges",
  ],
  [
    "All good Shaz, I'll chuck it in the express bag and it'll be there tomorrow arvo",
    "I'll chuck it in the express bag",
    "it'll be there tomorrow arvo",
  ],
  [
    'Dear Mr Fox,\n\nFurther to your enquiry, planning applications are decided within eight weeks of validation. Yours was validated on 2 April. You can follow it on our website under the reference above.\n\nPlanning',
  ],
  [
    'Dear Mrs. Janssen, we have your message received. The technician comes on Monday at you, he brings the new display. It is not needed that you send the device in.\nGreetings, Torsten',
    'The technician comes on Monday at you',
    'he brings the new display',
  ],
  [
    "Hi Alec,\n\nWe ran your card again and it's been declined for a second time. If you could try another by Friday we'll keep the booking open until then.\n\nBookings",
    "we'll keep the booking open until then",
  ],
  [
    "Hi Nadine,\n\nIt's a bank holiday muddle at our end. Your delivery's been moved to Thursday and I've waived the charge. Ken will be driving, he knows the lane.\n\nSophie",
  ],
  [
    "Hey there! Let me pull that up. Okay so it looks like it was returned to sender. I'll get a new one out to you today and upgrade the shipping",
    'Let me pull that up',
    "I'll get a new one out to you today",
    'upgrade the shipping',
  ],
  [
    'Dear Dr Lindsay,\n\nThank you for agreeing to speak. Your train tickets will be emailed to you this week and a car will collect you from the station at 5.40 on the 12th. The hall seats 200.\n\nFestival office',
    'Your train tickets will be emailed to you this week',
    'a car will collect you from the station at 5.40 on the 12th',
  ],
  [
    "Hi Marlon\n\nIf it's the red light you're worried about, that only means the filter wants rinsing. It'll go off by itself after a wash.\n\nCat",
  ],
  ["Not at all, glad it's sorted. Enjoy the match!"],
  [
    'Dear Mrs Ferrante,\n\nI understand how upsetting this has been. I have asked for the recording of the call and will listen to it myself tomorrow. You will have a full answer from me in writing by Friday 12 June.\n\nHead of Customer Relations',
    'will listen to it myself tomorrow',
    'You will have a full answer from me in writing by Friday 12 June',
  ],
  [
    'Hi Lonnie,\n\nYour crown is back from the lab. Dr. Patel can seat it Wednesday at 8 or Thursday at 3. Which do you want?\n\nFront desk',
  ],
  [
    "Hi Gareth\n\nYes to both. I'll leave a key under the blue pot for your lot, and the skip's coming on Wednesday. Mind the cat.\n\nBev",
    "I'll leave a key under the blue pot for your lot",
    "the skip's coming on Wednesday",
  ],
  [
    "Hi Ciarán,\n\nThat's desperate altogether. I've put in for a new meter and the lads will be out to you this week to fit it, please God. I'll give you a shout the evening before.\n\nBridie",
    'the lads will be out to you this week',
    "I'll give you a shout the evening before",
  ],
  [
    "Hi Carmen,\n\nThe results of your allergy test have come back and Dr Nash would like to see you. I've held Thursday at 9.20 for you but it can be changed.\n\nReception",
  ],
  [
    "No worries. We'll send someone round to read the meter on Thursday, they'll have ID on them",
    "We'll send someone round to read the meter on Thursday",
  ],
  [
    'Dear Mr Bassett\n\nI am writing to let you know that the works to the stairwell will start on Monday 24 August and should take a week. We will put down boards so that you can reach your door at all times.\n\nProperty Manager',
    'the works to the stairwell will start on Monday 24 August',
    'We will put down boards',
  ],
  [
    "Hi Priya,\n\nI can see three open tickets for the same thing, which must be maddening. I'm merging them into this one and I'm your person from here on. I'll have an update for you by noon tomorrow even if it's just \"still digging\".\n\nCole",
    "I'll have an update for you by noon tomorrow",
  ],
  [
    "Hi Des,\n\nThe fish came from the same boat as always. I ate it myself on Friday. I'm sorry yours was off, though, and I'd like to put it right. What would help?\n\nHarbour Fish",
  ],
  [
    'Dear Ms Rowntree,\n\nYour subscription will renew on 1 September at £49 unless you cancel before then. You can do so under Account, Billing.\n\nThe Review',
  ],
  ["it's £15 and I can do it while you wait. pop in whenever"],
  [
    "Hi Eleanor,\n\nThe florist has let us down, and so we've let you down. We're making the bouquet ourselves this afternoon and driving it to you. It'll be with you by six. And we'll refund every penny.\n\nTom and Jo",
    "We're making the bouquet ourselves this afternoon",
    'driving it to you',
    "It'll be with you by six",
    "we'll refund every penny",
  ],
  [
    'Dear Sir, Greetings of the day! We regret the delay in delivery. Your order shall be delivered by tomorrow EOD positively. Kindly bear with us.\nTeam Support',
    'Your order shall be delivered by tomorrow EOD',
  ],
  [
    "Hi Jon,\n\nYour loft hatch is cut and primed. Stan's fitting it on Friday, first job of the day, so he'll be with you about eight.\n\nKaz",
    "Stan's fitting it on Friday, first job of the day",
    "he'll be with you about eight",
  ],
  ["Hi! I'm afraid we don't price match on sale items sorry. Is there anything else?"],
  [
    "Dear Mr Chaudhry,\n\nI have your file in front of me. We agreed in May to freeze the interest and somebody unfroze it in July. I am reversing it today. Going forward no interest will be added, and you'll get a fresh statement showing that by the end of next week.\n\nK. Abbott",
    'I am reversing it today',
    "you'll get a fresh statement showing that by the end of next week",
  ],
  [
    "So sorry about that Chris! I've flagged it to our payments folks & they're going to look into it first thing tomorrow",
    "they're going to look into it first thing tomorrow",
  ],
  [
    "Hi Val\n\nThat noise is the fan. It's meant to run on for fifteen minutes after the oven is turned off.\n\nSupport",
  ],
  [
    "Dear Mrs McAllister,\n\nFollowing the storm our engineers are working through a list of over 900 properties. We expect to reach your street on Thursday but can't be certain. Vulnerable customers are being seen first.\n\nNetwork Control",
  ],
  [
    "Hi Ricardo,\n\nThanks for the call just now. As discussed, I'll move your contract to the smaller unit from 1 November, Lisa will send the new paperwork across, and the difference will be credited to your next invoice.\n\nAndy",
    "I'll move your contract to the smaller unit from 1 November",
    'Lisa will send the new paperwork across',
    'the difference will be credited to your next invoice',
  ],
  [
    "Hi Barb,\n\nI told you I'd have an answer today and I do, it's just not the one I wanted. Corporate said no. I'll keep pushing, and I'll call you next Wednesday either way.\n\nStacey",
    "I'll keep pushing",
    "I'll call you next Wednesday either way",
  ],
  ["Just tried you there, no answer. I'll try again at half 6", "I'll try again at half 6"],
  [
    "Hi Agnieszka,\n\nYour parcel is in Leipzig and has been since Sunday. I've opened a trace, which usually takes two working days. If they can't find it by Monday I'll send you another one without waiting any longer.\n\nKit",
    "I'll send you another one without waiting any longer",
  ],
  [
    'Dear Customer\n\nThank you for contacting Riverside Leisure. This is an automated reply. A member of our team will respond to your email within three working days. If your enquiry is urgent please call us.\n',
  ],
  ["The 9.15 is cancelled but the 9.45's running. I've switched you over, same seats"],
  [
    "Hi Mrs Amari,\n\nThe pearls are restrung and I'm very pleased with them. They'll be in the safe here until you can get in. I'm closing early on Saturday, mind, so come before three.\n\nSilversmith",
    "They'll be in the safe here until you can get in",
  ],
  [
    "Hi Todd,\n\nThat's on us. Somebody keyed the wrong ZIP. We're re-sending the whole order overnight and it'll arrive tomorrow before 10:30 a.m. You can keep or donate the first one if it ever shows up.\n\nMisty",
    "We're re-sending the whole order overnight",
    "it'll arrive tomorrow before 10:30 a.m.",
  ],
  [
    'Dear Mr Pritchard,\n\nWe have completed our investigation into the incident on 14 November. The conductor was at fault. He has been spoken to and we will be arranging further training for him. A cheque for £50 is enclosed.\n\nPassenger Services',
  ],
  [
    "Hi Lu,\n\nYes of course we can do dairy free. I'll let the kitchen know and they'll make up a separate plate for her. See you Sunday!\n\nBea",
    "I'll let the kitchen know",
    "they'll make up a separate plate for her",
  ],
  [
    "Hi Tobias,\n\nThe short answer is that we don't know yet. Police have the CCTV. We shall write to you once they've released it to us.\n\nCar park office",
    "We shall write to you once they've released it to us",
  ],
  ["Np. send us a pic of the label and I'll get the ball rolling", "I'll get the ball rolling"],
  [
    "Dear Rev. Tully,\n\nThe organ tuner can only come on Tuesdays. I've pencilled you in for the 10th and will confirm by the end of this week.\n\nAnne",
    'will confirm by the end of this week',
  ],
  [
    "Hi Simon\n\nWe've had a bit of a nightmare with the ovens but they're back. Your birthday cake is next in. It'll be iced by 3 and I'll bring it over myself on the bike.\n\nMags",
    "It'll be iced by 3",
    "I'll bring it over myself on the bike",
  ],
  [
    "Sorry for the wait. It does look like the promo code should've worked. I've added $10 to your account, and going forward you won't need a code",
  ],
  [
    "Hi Hester,\n\nWe were told the road would reopen on Friday and it didn't, so our lorry is still stuck the wrong side of it. As soon as it's clear yours is the first drop. Sorry to keep saying that.\n\nTransport",
    'yours is the first drop',
  ],
  [
    'Dear Ms Okonkwo\n\nI write to acknowledge your complaint, received on 26 January. It has been passed to Mr Dean, who will investigate and reply to you direct within 20 working days.\n\nComplaints Team',
    'who will investigate',
    'reply to you direct within 20 working days',
  ],
  ["ah the app's being updated tonight so it'll log you out. just log back in tomorrow"],
  [
    "Hi Frieda,\n\nWe don't usually lend the display model but for a nursery I don't mind. Tell me when you're passing and I'll have it boxed up.\n\nHal",
    "I'll have it boxed up",
  ],
  [
    "Hi Deb,\n\nYour rego papers were sent to the old address. New set going out Express Post today, tracking to follow. You'll want to sign page two.\n\nFleet team",
    'New set going out Express Post today',
    'tracking to follow',
  ],
  [
    'Dear Mr Lowry,\n\nAs a gesture of goodwill we would like to offer you a voucher for £30. Please let me know whether you would prefer it by email or post.\n\nGuest Relations',
  ],
  [
    "Hi Chandra,\n\nThe photo on your card isn't you, and I've no idea who he is! A new one's being printed now; it'll be at security under your name when you get in tomorrow.\n\nHR desk",
    "it'll be at security under your name when you get in tomorrow",
  ],
  ["We can't hold stock online I'm afraid but if you ring the Leeds shop they might put one by"],
  [
    "Dear Mr. and Mrs. Park,\n\nThank you for hosting our inspector. His report will be uploaded to your portal by Monday, March 23. Once you've reviewed it, we'll schedule a call to go over next steps.\n\nClient Care",
    'His report will be uploaded to your portal by Monday, March 23',
    "we'll schedule a call",
  ],
  [
    "Hi Bernie,\n\nI've had a look and the vinyl's out of print. I'll keep an eye out at the fairs over Easter and ring if I see one, but don't get your hopes up.\n\nDisc and Needle",
    "I'll keep an eye out at the fairs over Easter",
    'ring if I see one',
  ],
  [
    'Dear Parent\n\nSwimming for Year 5 moves to Thursdays after the holiday. The coach leaves at 1.15. Children should bring a towel and goggles.\n\nMrs Lane',
  ],
  [
    "Hi Nico,\n\nThe guys will be round this afternoon to jack the sofa up and measure it. I've told them the dog bites.\n\nHolly",
    'The guys will be round this afternoon',
  ],
  [
    "sorry about that, cut out! as I was saying I'm going to raise a complaint for you, you'll get a ref number by text in the next 10 mins and the manager's going to ring you back tomorrow",
    "I'm going to raise a complaint for you",
    "you'll get a ref number by text in the next 10 mins",
    "the manager's going to ring you back tomorrow",
  ],
  [
    'Dear Mr Swift,\n\nI note what you say about the noise. The bar holds a licence until 1 am and we have no evidence that it has been breached. If you keep a diary for a fortnight and send it to us, we will look at it again.\n\nEnvironmental Health',
    'we will look at it again',
  ],
  [
    'Hello Ms. Grant! The transfer from the airport is ordered. The driver is waiting you with a sign at the exit at 21:10. He speaks a little English. You pay to him directly.\nPaco',
    'The driver is waiting you with a sign at the exit at 21:10',
  ],
  [
    "Hi Olga\n\nRight, I've rung the mill. They've no more of that dye lot. I can get you the next one down, which is a shade lighter. Shall I send a snippet?\n\nWool shop",
  ],
  [
    'Dear Mr Benn,\n\nWe are pleased to confirm that your claim has been accepted. Payment will be made directly to your bank account within five working days. There is no need to reply to this email.\n\nTravel Claims',
    'Payment will be made directly to your bank account within five working days',
  ],
  [
    "Alrighty, replacement's ordered! Ships tomorrow, and I threw in a case for the trouble",
    'Ships tomorrow',
  ],
  [
    "Hi Kirsty,\n\nNo update yet, sorry. I'm in with the buyers at two and I'll raise it then. You'll hear from me before I go home.\n\nWill",
    "I'll raise it then",
    "You'll hear from me before I go home",
  ],
  [
    "Hi Ang,\n\nAs far as I can tell the letter was a scam. We never ask for a PIN. Delete it, don't click anything, and your money is safe.\n\nFraud desk",
  ],
  [
    'Dear Lady Ashcombe,\n\nYour carriage clock runs to within ten seconds a week now. I propose to bring it down on the 29th when I come for the longcase, and I shall set it going on the mantelpiece myself.\n\nH. Quill, Horologist',
    'I shall set it going on the mantelpiece myself',
  ],
  ["Yes that's right it's 2 for £10. Offer finishes Sunday"],
  [
    "Hi Fergal,\n\nI've now got sign-off. You're having a brand new boiler, not a repair, and it won't cost you anything. The install team will be in touch today to arrange a date.\n\nHomecare",
    'The install team will be in touch today',
  ],
  [
    "Hi Jess,\n\nYour permit's been approved. It will be mailed out Friday, and in the meantime you're free to start. The inspector will drop by unannounced at some stage.\n\nPermits",
    'It will be mailed out Friday',
  ],
  [
    "Hi Sunita,\n\nI'm sorry you were given the wrong tablets. That must not happen. I have started an incident review and Mr Hale, our superintendent, will visit you at home tomorrow at 10 to explain what we've found so far.\n\nPharmacy Manager",
    'Mr Hale, our superintendent, will visit you at home tomorrow at 10',
  ],
  ["You'd be better off with the monthly pass tbh. Saves you about a tenner"],
  [
    'Dear Mr Oyelaran,\n\nYour passport was found in the seat pocket by our cleaners. It is now with security at Terminal 2. They are open all night and will hand it to you on production of your boarding card.\n\nLost Property',
    'will hand it to you on production of your boarding card',
  ],
  [
    "Hi Gloria,\n\nJust circling back. Our buyer wants to make this right, so he's personally picking you out three bottles. They leave the warehouse tomorrow morning. An adult needs to sign.\n\nCellar team",
    'They leave the warehouse tomorrow morning',
  ],
  [
    "Hi Terry\n\nGlad to hear the hip's on the mend. Your allotment's safe, nobody's taking it off you. We'll keep it watered till you're back, Colin and me.\n\nAllotment Society",
    "We'll keep it watered till you're back",
  ],
  [
    'Dear Ms Hart,\n\nYou are correct that clause 4 allows a free change. Our agent was mistaken when he said otherwise, and I will see that he is told. The £60 will go back on your card today.\n\nReservations Manager',
    'I will see that he is told',
    'The £60 will go back on your card today',
  ],
  ["I'll be honest it's not looking good for tonight, the depot's flooded. I'd plan on tomorrow"],
  [
    "Hi Bill,\n\nTwo things. Your old fridge: the lads will take it when they bring the new one. The door swing: yes it can be reversed and they'll do it on the day.\n\nWhite Goods",
    'the lads will take it when they bring the new one',
    "they'll do it on the day",
  ],
  [
    "Hi Morag\n\nThe ferry may well be off tomorrow with this wind. CalMac will text everyone by six. If it is off, your room's still yours for the night, no charge.\n\nGuest house",
    "your room's still yours for the night, no charge",
  ],
  [
    "Hi Alina,\n\nI've been through the bank feed line by line. Two receipts were posted to the wrong client. I'll move them across this morning and re-run your VAT, and you can expect the new return in your portal by two.\n\nFrances",
    "I'll move them across this morning",
    're-run your VAT',
    'you can expect the new return in your portal by two',
  ],
  ["ooh lovely choice. yep 48hr delivery so order by 4 and you'd have it Thursday"],
  [
    'Dear Mr Kemp\n\nYour tenancy ends on 31 October. An inventory clerk will attend on that day at noon to check you out. Your deposit will be returned by the scheme within ten days of our agreeing the deductions.\n\nLettings',
    'An inventory clerk will attend on that day at noon',
  ],
  [
    "Hi Marcus,\n\nWe're running behind on your cabinets. The shop says the boxes will be done this week but the doors are another ten days. I would rather install once, so I'm moving you to the 13th, if that's alright.\n\nCabinet Co.",
  ],
  [
    "Hi Ida,\n\nEverything you asked for is attached, bar the 2019 accounts. Those are in deep storage. I've requested the box and will scan them over once it turns up, Thursday probably.\n\nArchive",
    'will scan them over once it turns up',
  ],
  [
    "Dear Mrs Noble,\n\nI do apologise. We'll have your water back on by teatime. Until then there are bottles at the church hall, and Adrian will carry some up to you if you ring 555 0134.\n\nWater Co.",
    "We'll have your water back on by teatime",
    'Adrian will carry some up to you',
  ],
  ["ok your turn in the queue is 4th. someone'll be with you shortly", "someone'll be with you shortly"],
  [
    "Hi Ben,\n\nThat's really kind, I'll pass it on to the team. Kirsten in particular will be chuffed. Enjoy the new wheels.\n\nRoad Bikes",
    "I'll pass it on to the team",
  ],
  [
    "Hi Zeynep\n\nI spoke to the airline for you. They'll rebook but only if you ask them directly, before 8 tonight. Meanwhile we'll hold your hotel and car at no cost.\n\nTravel Club",
    "we'll hold your hotel and car at no cost",
  ],
  [
    'Hi Duncan,\n\nPutting it in writing as promised. 1. New windows on order. 2. Fitting starts Monday week. 3. We pay for the hotel if it overruns. 4. You have my mobile.\n\nCraig',
    'Fitting starts Monday week',
    'We pay for the hotel if it overruns',
  ],
  ["Aw thanks Steph you've made my day. Will do x"],
  [
    "Hello Ms. Beck,\n\nThe state requires a wet signature, so I'm overnighting the form to you with a return envelope. When we get it back we'll file the same day. Filing generally takes the Secretary of State a week.\n\nFormation team",
    "I'm overnighting the form to you with a return envelope",
    "we'll file the same day",
  ],
  [
    'Dear Mr Dhillon,\n\nYou asked for a copy of all data we hold on you. This will be provided within one calendar month, that is by 12 December, free of charge. We may ask for proof of identity.\n\nData Protection Officer',
    'This will be provided within one calendar month',
  ],
  [
    "Hi Josie\n\nLast thing: swimming's off this week as the boiler has died again. Everyone gets a credit. Yours is on the account already.\n\nPool",
  ],
  [
    "Hi Anton,\n\nOh what a shame. Don't throw it away. Post it to me at the address below, mark it FAO Kim, and I'll re-glaze it and get it back to you in time for Christmas.\n\nKim",
    "I'll re-glaze it",
    'get it back to you in time for Christmas',
  ],
  ["Done. You're all set for tomorrow at 2, Dr Coe, second floor"],
  [
    'Dear Mr. Flood,\n\nYour grant has been sanctioned. The first stage payment issues on the 20th and the balance will be released once our inspector has passed the work.\n\nHousing Grants',
    'The first stage payment issues on the 20th',
    'the balance will be released once our inspector has passed the work',
  ],
  [
    "Hi Lynn,\n\nNo need to apologise, I'd have been livid. Your sister's flowers will be redone and delivered tomorrow by ten with a handwritten note from me. The wrong ones are hers to keep.\n\nPoppy",
    "Your sister's flowers will be redone",
    'delivered tomorrow by ten with a handwritten note from me',
  ],
  [
    "The frame goes to the framer's this afternoon and comes home to you on Monday.",
    "The frame goes to the framer's this afternoon and comes home to you on Monday",
  ],
  ['Both coats go in the same bag tomorrow.', 'Both coats go in the same bag tomorrow'],
  ['It heads out to you first thing.', 'It heads out to you first thing'],
  ['Hers travels separately and leaves us on Thursday.', 'Hers travels separately and leaves us on Thursday'],
  ['The rest follows next week.', 'The rest follows next week'],
  ['A second cheque follows by Friday.', 'A second cheque follows by Friday'],
  [
    'Our van passes your door on Tuesday and drops it in.',
    'Our van passes your door on Tuesday and drops it in',
  ],
  ['The new timetable reaches you on Saturday.', 'The new timetable reaches you on Saturday'],
  ['Your name goes back on the list tonight.', 'Your name goes back on the list tonight'],
  ['The scan happens on Wednesday at 10.', 'The scan happens on Wednesday at 10'],
  [
    'Everything goes back to normal on your account at midnight.',
    'Everything goes back to normal on your account at midnight',
  ],
  ['That comes off your April bill.', 'That comes off your April bill'],
  ['The balance gets refunded on the 4th.', 'The balance gets refunded on the 4th'],
  ['Your permit gets printed tomorrow morning.', 'Your permit gets printed tomorrow morning'],
  ['The hall gets repainted next week, yours first.', 'The hall gets repainted next week, yours first'],
  [
    'Your old tank comes out on Monday and the new one goes in on Tuesday.',
    'Your old tank comes out on Monday and the new one goes in on Tuesday',
  ],
  ['The plasterer starts Monday.', 'The plasterer starts Monday'],
  ['The crew returns on Friday to finish the gutters.', 'The crew returns on Friday to finish the gutters'],
  [
    'My assistant has your tickets and drops them off at six.',
    'My assistant has your tickets and drops them off at six',
  ],
  [
    'Leila takes over from me on Monday and rings you that morning.',
    'Leila takes over from me on Monday and rings you that morning',
  ],
  [
    'The nurse comes to you on Thursday between 2 and 4.',
    'The nurse comes to you on Thursday between 2 and 4',
  ],
  ['We start on your roof on the 6th.', 'We start on your roof on the 6th'],
  ['We ship tonight.', 'We ship tonight'],
  ['We collect on Friday, you do nothing.', 'We collect on Friday, you do nothing'],
  ['I drive down on Thursday with the part.', 'I drive down on Thursday with the part'],
  ['I call you tomorrow at three.', 'I call you tomorrow at three'],
  ['I hand it to the courier at four.', 'I hand it to the courier at four'],
  ['Tomorrow I write you the whole story.', 'Tomorrow I write you the whole story'],
  ['He drops by on Saturday to look at it.', 'He drops by on Saturday to look at it'],
  ["I'm redoing the seam tonight.", "I'm redoing the seam tonight"],
  ["I'm over your way on Friday and dropping it in.", "I'm over your way on Friday and dropping it in"],
  ["We're swapping the pump out on Wednesday.", "We're swapping the pump out on Wednesday"],
  [
    "I'm sitting down with the chef tonight and will have an answer for you tomorrow.",
    "I'm sitting down with the chef tonight and will have an answer for you tomorrow",
  ],
  ["She's meeting the builder at yours on Monday at 8.", "She's meeting the builder at yours on Monday at 8"],
  ['The team are going through your photos tomorrow.', 'The team are going through your photos tomorrow'],
  ["They're rewiring your side on Tuesday morning.", "They're rewiring your side on Tuesday morning"],
  [
    "He's dropping the keys off with you after work, about six.",
    "He's dropping the keys off with you after work, about six",
  ],
  ["We're giving you a new one.", "We're giving you a new one"],
  ["We're knocking £20 off your next box.", "We're knocking £20 off your next box"],
  ["You're getting the full amount back.", "You're getting the full amount back"],
  ["You're getting a call from Dinah at four.", "You're getting a call from Dinah at four"],
  ['You get the corrected letter tomorrow.', 'You get the corrected letter tomorrow'],
  ['You receive the new contract from us by Thursday.', 'You receive the new contract from us by Thursday'],
  ["You'll get a picture from him once it's hung.", "You'll get a picture from him once it's hung"],
  ["You'll get both halves of the payment on the 28th.", "You'll get both halves of the payment on the 28th"],
  ["You'll have a brand new door by Christmas.", "You'll have a brand new door by Christmas"],
  [
    "You'll have our sketches in front of you on Monday.",
    "You'll have our sketches in front of you on Monday",
  ],
  ["You'll see the credit on your account by Friday.", "You'll see the credit on your account by Friday"],
  ["You'll see the money back by Tuesday.", "You'll see the money back by Tuesday"],
  [
    'You will be hearing from Marjorie about the invoice.',
    'You will be hearing from Marjorie about the invoice',
  ],
  ['Expect the plumber at eight.', 'Expect the plumber at eight'],
  ['Expect to hear from us tomorrow.', 'Expect to hear from us tomorrow'],
  ['Expect us on Thursday at 2.', 'Expect us on Thursday at 2'],
  ['Look out for the van on Monday morning.', 'Look out for the van on Monday morning'],
  [
    'Watch your letterbox on Saturday for the replacement.',
    'Watch your letterbox on Saturday for the replacement',
  ],
  ['New boiler in on Thursday.', 'New boiler in on Thursday'],
  ['Skip away Monday, garden tidied by Tuesday.', 'Skip away Monday, garden tidied by Tuesday'],
  ['Old carpet up tomorrow, new one down Friday.', 'Old carpet up tomorrow, new one down Friday'],
  ['Photos with you tonight.', 'Photos with you tonight'],
  ['Keys back through your door by five.', 'Keys back through your door by five'],
  ['Proofs Monday.', 'Proofs Monday'],
  ['Refund on its way this afternoon.', 'Refund on its way this afternoon'],
  ['Next update: 4 pm.', 'Next update: 4 pm'],
  ['New delivery date: Tuesday 12th.', 'New delivery date: Tuesday 12th'],
  ['Revised ETA 3.30.', 'Revised ETA 3.30'],
  ['Callback tomorrow 10am.', 'Callback tomorrow 10am'],
  [
    'On Thursday: the engineer, with the right valve this time.',
    'On Thursday: the engineer, with the right valve this time',
  ],
  [
    'Today: a new password for you. Tomorrow: the missing files.',
    'Today: a new password for you. Tomorrow: the missing files',
  ],
  ['Ready for pickup by 5.', 'Ready for pickup by 5'],
  ['Ready Friday.', 'Ready Friday'],
  ['Back with you by lunch.', 'Back with you by lunch'],
  ['Fixed by tonight, you have my word.', 'Fixed by tonight, you have my word'],
  ['All done by Wednesday.', 'All done by Wednesday'],
  ['In the post to you today.', 'In the post to you today'],
  ['Sending it tonight.', 'Sending it tonight'],
  ['Posting them Monday.', 'Posting them Monday'],
  ['Ringing you at 5.', 'Ringing you at 5'],
  ['Off to the printers tomorrow, home to you Friday.', 'Off to the printers tomorrow, home to you Friday'],
  ['On it, answer by 2.', 'On it, answer by 2'],
  ['Will do, Friday at the latest.', 'Will do, Friday at the latest'],
  ['With you Tuesday, before nine.', 'With you Tuesday, before nine'],
  ["He'll have the scaffold down by the weekend.", "He'll have the scaffold down by the weekend"],
  ["We'll have you up and running by noon.", "We'll have you up and running by noon"],
  ["She'll have a spare waiting for you at the desk.", "She'll have a spare waiting for you at the desk"],
  ["I'll have everything off your lawn by Friday.", "I'll have everything off your lawn by Friday"],
  ["It'll be good as new by Saturday.", "It'll be good as new by Saturday"],
  ["They'll be spotless by the time you're back.", "They'll be spotless by the time you're back"],
  ["You'll be first in line on Monday.", "You'll be first in line on Monday"],
  ['Your dress will hang in the window until you come.', 'Your dress will hang in the window until you come'],
  ['It will be in your hands by Thursday.', 'It will be in your hands by Thursday'],
  ['The heating will be on when you arrive.', 'The heating will be on when you arrive'],
  ['There will be a cot in your room tonight.', 'There will be a cot in your room tonight'],
  ["There'll be a car outside for you at six.", "There'll be a car outside for you at six"],
  ["Someone's coming out to you this afternoon.", "Someone's coming out to you this afternoon"],
  ['A colleague of mine is stopping by at four.', 'A colleague of mine is stopping by at four'],
  [
    'The money is coming out of our pocket and into your account on Monday.',
    'The money is coming out of our pocket and into your account on Monday',
  ],
  [
    'A man from our workshop is bringing it back on Friday.',
    'A man from our workshop is bringing it back on Friday',
  ],
  ["The missing piece is on tomorrow's lorry.", "The missing piece is on tomorrow's lorry"],
  [
    'Your slot is now Tuesday at 9, and Kim will be the one who comes.',
    'Your slot is now Tuesday at 9, and Kim will be the one who comes',
  ],
  ["Your replacement's due out of here tomorrow.", "Your replacement's due out of here tomorrow"],
  ['Dispatch is set for Monday.', 'Dispatch is set for Monday'],
  ["We've got Ravi calling you at noon.", "We've got Ravi calling you at noon"],
  [
    "I've got our best fitter coming to you on Thursday.",
    "I've got our best fitter coming to you on Thursday",
  ],
  ['I have Lou phoning you this afternoon.', 'I have Lou phoning you this afternoon'],
  ['We have a technician coming to you at 10 tomorrow.', 'We have a technician coming to you at 10 tomorrow'],
  ['My next job is to call the depot, and then you.', 'My next job is to call the depot, and then you'],
  [
    'What happens next: I speak to the bank this afternoon and email you tonight.',
    'What happens next: I speak to the bank this afternoon and email you tonight',
  ],
  [
    "The plan is simple: we lift the floor on Monday and you're back in on Wednesday.",
    "The plan is simple: we lift the floor on Monday and you're back in on Wednesday",
  ],
  ["From Monday it's me you deal with.", "From Monday it's me you deal with"],
  ['The museum opens at ten on Sundays.'],
  ['The course starts on 4 May.'],
  ['Our new branch opens on Friday.'],
  ['The ferry leaves at seven.'],
  ['The sale ends on Sunday at midnight.'],
  ['The offer runs until Friday.'],
  ['Your lease ends on 31 March.'],
  ['Your first payment is due on the 1st.'],
  ['Your card expires in June.'],
  ['The bank sends its statements on the 5th.'],
  ['The manufacturer delivers to us on Wednesdays.'],
  ['Our supplier gets more on Tuesday.'],
  ['The stock comes in tomorrow.'],
  ['The plumber came on Tuesday.'],
  ['The committee sits next Thursday.'],
  ['The kitchen closes at nine tonight.'],
  ['We open at eight tomorrow.'],
  ['We close early on Friday.'],
  ['We work Monday to Friday.'],
  ["We're open again on Tuesday."],
  ['I work until six today.'],
  ['I start at nine tomorrow.'],
  ["I'm back on Monday."],
  ["I'm away until Thursday."],
  ["She's off until Monday."],
  ['He comes back on the 4th.'],
  ['He goes on leave tomorrow.'],
  ['You leave at six and arrive at nine.'],
  ['You get two free returns a month.'],
  ['You get the discount at the checkout.'],
  ['You get a reminder a week before.'],
  ["You'll see a green light after a minute."],
  ["You'll get used to the noise by Friday."],
  ["You'll get a message from the app when it's done."],
  ["You'll get an error until you restart it."],
  ["You'll have until Friday to decide."],
  ["You'll have more choice from May."],
  ["You'll have to pay on Monday."],
  ["You'll be able to log in by noon."],
  ["You're leaving on Friday, aren't you?"],
  ["You're sending me the form on Monday."],
  ["You're due a payment on the 3rd."],
  ['You are booked in for Tuesday at 9.'],
  ['Your appointment is on Tuesday at 9.'],
  ['Your table is booked for eight tonight.'],
  ['Your order was sent on Monday.'],
  ['It goes on the 8.15 every day.'],
  ['It takes three days.'],
  ['It usually takes a week.'],
  ['It comes with a two-year guarantee.'],
  ['It rains here until Tuesday.'],
  ["It'll rain on Friday."],
  ["It'll be a long week."],
  ["It'll be dark by five."],
  ["It'll be £40 on Monday."],
  ["They'll be busy until Friday."],
  ["They'll be shut on Monday."],
  ["There'll be a queue on Saturday."],
  ['There will be a charge of £5 from March.'],
  ['There are three places left on Thursday.'],
  ['Prices go up on Monday.'],
  ['The price goes up tomorrow.'],
  ['Rent is due on Friday.'],
  ['Winter hours from Monday.'],
  ['Closed Monday and Tuesday.'],
  ['Open tomorrow from 9.'],
  ['Monday to Friday, 9 to 5.'],
  ['Tomorrow is fine.'],
  ['Tuesday works for me.'],
  ['Friday at 2 it is.'],
  ['Thanks for your call on Tuesday.'],
  ['Good luck on Thursday.'],
  ['See you on Saturday.'],
  ['Happy birthday for Friday.'],
  ['Sorry about Monday.'],
  ['Payment by Friday please.'],
  ['Please reply by Thursday.'],
  ['Photos by tonight, please.'],
  ['Last orders at ten.'],
  ['Delivery in 3 to 5 days.'],
  ['Refunds within 14 days.'],
  ['Free delivery until Sunday.'],
  ['Returned by courier on Monday.'],
  ['Order received Monday, dispatched Tuesday, delivered Thursday.'],
  ['Any time on Friday.'],
  ['Two nights from the 4th.'],
  ['Table for four at eight on Saturday.'],
  ['Your email of 3 March.'],
  ['My note on Tuesday said the same.'],
  ['Our meeting on Thursday.'],
  ['Signed for on Tuesday at 14:02.'],
  ['Delivered this morning at nine.'],
  ['Half of it tomorrow would be fine.'],
  ["I'm working on it this morning."],
  ["I'm waiting for their answer today."],
  ["I'm looking at it now."],
  ["I'm writing about your visit on Tuesday."],
  ["I'm asking because the shop closes at six."],
  ["I'm thinking of Friday."],
  ["We're expecting rain on Monday."],
  ["We're hoping for Thursday."],
  ["We're closing the pool on Monday."],
  ["We're moving to Leeds in May."],
  ["We're raising our prices in May."],
  ['The neighbours are having a party on Friday.'],
  ['The council is digging up the road on Monday.'],
  ['Your landlord is coming on Tuesday.'],
  ['Royal Mail is delivering it tomorrow.'],
  ["Your son is starting on Monday, isn't he?"],
  ['The band is playing until ten tonight.'],
  ['The programme is updating until six.'],
  ['The app updates tonight by itself.'],
  ['The link expires tomorrow.'],
  ['The code works until midnight.'],
  ['The trial ends on Friday.'],
  ['The window closes on Sunday.'],
  ['I get it on Thursdays.'],
  ['I need it by Friday.'],
  ['We need the form by Monday.'],
  ['We ask everyone to pay by the 1st.'],
  ['We had it on Tuesday.'],
  ['We got your letter on Monday.'],
  ['He said Monday.'],
  ['I hear it arrives on Monday.'],
  ['I see you wrote on Tuesday.'],
  ['I know you need it by Friday.'],
  ["I believe it's Tuesday."],
  ['The brochure says three days.'],
  ['The driver says he was there at ten.'],
  ['The warranty covers it until June.'],
  ['Our policy is 30 days.'],
  ['Your train is at 9.'],
  ['Your flight leaves at noon.'],
  ['Your match is on Sunday.'],
  ['Your exam is on Friday.'],
  ["Your baby's due in May, how lovely."],
  ['If you come on Friday, bring the box.'],
  ['When it arrives on Monday, open it at once.'],
  ['What time on Friday?'],
  ['Is Tuesday all right?'],
  ['Could you do Wednesday?'],
  ['Let me know by Monday.'],
  ['Call us before Friday.'],
  ['Bring the key on Tuesday.'],
  ['Keep it in the fridge until Sunday.'],
  ['Take one in the morning and one at night.'],
  ['Log in after 6 pm.'],
  ['Give it an hour.'],
  ['Give it until Monday.'],
]
