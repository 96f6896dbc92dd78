/**
 * Longer pieces of our own as they are written in mail, chat and phone notes, made after the rules and before looking at
 * what they did: they measure. Rows and reference as in `said.ts`; a row with its text alone promises nothing.
 */
export const letters: readonly (readonly [string, ...string[]])[] = [
  [
    "Morning Lena, quick update from us. The part is on order and should be here Thursday. I'll give you a bell as soon as it lands and we'll get you booked in from there. Ben",
    "I'll give you a bell; writer; event",
    "we'll get you booked in; firm; none",
  ],
  [
    "Hi Tomás,\n\nI've spoken to the warehouse and they've found your tin. It's going out with tonight's courier, so you'll have it tomorrow by 1pm.\n\nAna",
    "It's going out with tonight's courier; firm; 2026-11-23T21:00",
    "you'll have it tomorrow by 1pm; firm; 2026-11-24T13:00",
  ],
  [
    'Called Mrs Vale back, she is fine with blue. Will order it this afternoon and text her once it is in.',
    'Will order it this afternoon; writer; 2026-11-23T17:00',
    'text her; writer; event',
  ],
  [
    "Thanks for getting in touch. We're really sorry about the wait. A member of the team will be in touch within 48 hours.",
    'A member of the team will be in touch within 48 hours; firm; 2026-11-25T10:00',
  ],
  [
    "Hey! So sorry about that. We'll get a new one out to you today, no need to send the old one back.",
    "We'll get a new one out to you today; firm; 2026-11-23",
  ],
  [
    'Dear Mr Okafor,\n\nI write further to your complaint of 16 November. I will investigate the matter and respond to you in full by 7 December. In the meantime your account has been placed on hold.\n\nYours sincerely,\nInês Duarte',
    'I will investigate the matter; writer; none',
    'respond to you in full by 7 December; writer; 2026-12-07',
  ],
  [
    'We have today instructed our bailiffs to stop all action, and a written confirmation of this will be sent to you by first class post tomorrow.',
    'a written confirmation of this will be sent to you by first class post tomorrow; firm; 2026-11-24',
  ],
  [
    "No problem, I've pencilled you in for Wednesday at 10. If anything changes I'll let you know.",
    "I'll let you know; writer; event",
  ],
  [
    "Right, here's the plan: Ben comes to you on Thursday morning, takes the old pump out, and I'll drop the new one off on Friday.",
    'Ben comes to you on Thursday morning; colleague:Ben; 2026-11-26T12:00',
    'takes the old pump out; colleague:Ben; none',
    "I'll drop the new one off on Friday; writer; 2026-11-27",
  ],
  [
    "Yep no worries, leave it with me and I'll have a word with accounts",
    "I'll have a word with accounts; writer; none",
  ],
  [
    'I am out of the office until Thursday with limited access to email. For urgent matters please ring the shop.',
  ],
  [
    "The charge you see is a hold and will drop off your statement by itself in a few days. There's nothing you need to do.",
  ],
  [
    "I'm so sorry, Lena. You should not have had to write twice. I am sending a courier to collect the broken lamp tomorrow between 9 and 11, and the new one will be on your doorstep by Friday evening.",
    'I am sending a courier to collect the broken lamp tomorrow between 9 and 11; writer; ~2026-11-24T11:00',
    'the new one will be on your doorstep by Friday evening; firm; 2026-11-27T21:00',
  ],
  [
    'Once the refund is approved, it will be paid back to the card you used. This normally takes 3 to 5 working days.',
    'it will be paid back to the card you used; firm; event',
  ],
  [
    "I've raised this with our network team. They will run a line test overnight and I will phone you with the results tomorrow before 10am.",
    'They will run a line test overnight; firm; none',
    'I will phone you with the results tomorrow before 10am; writer; 2026-11-24T10:00',
  ],
  [
    "Thanks Jo! I'll get that actioned and drop you a line when it's all done :)",
    "I'll get that actioned; writer; none",
    'drop you a line; writer; event',
  ],
  [
    "If you're still having trouble after the update, let us know and one of our techs will jump on a call with you.",
    'one of our techs will jump on a call with you; firm; event; if',
  ],
  [
    "You'll be pleased to hear the kitchen has found your scarf! We'll keep it behind the bar for you till Sunday.",
    "We'll keep it behind the bar for you till Sunday; firm; 2026-11-29",
  ],
  ["Our refunds policy is simple: bring it back within 30 days and we'll refund you, no questions asked."],
  [
    'Hello Rosa, we regret that your flight is cancelled. You will be rebooked onto the 18:40 tomorrow and we will cover your hotel tonight.',
    'You will be rebooked onto the 18:40 tomorrow; firm; 2026-11-24T18:40',
    'we will cover your hotel tonight; firm; 2026-11-23T21:00',
  ],
  [
    "I'll be totally straight with you, we messed up. I'll have the whole order remade first thing and it'll be with you by midday tomorrow.",
    "I'll have the whole order remade first thing; writer; 2026-11-24T12:00",
    "it'll be with you by midday tomorrow; firm; 2026-11-24T12:00",
  ],
  [
    "Just checked: it's sat in our Porto depot. I'm going to chase them and will update you before I finish at 5.",
    "I'm going to chase them; writer; none",
    'will update you before I finish at 5; writer; 2026-11-23T17:00',
  ],
  [
    'Please note that our offices will be closed from 24 December and all orders placed after 20 December will be processed in the new year.',
  ],
  [
    "Good news: your claim is approved and you'll get £120 back. The payment will reach your bank account by Wednesday.",
    "you'll get £120 back; firm; none",
    'The payment will reach your bank account by Wednesday; firm; 2026-11-25',
  ],
  [
    "I understand from the driver that he tried twice. He'll try again tomorrow between 12 and 2.",
    "He'll try again tomorrow between 12 and 2; firm; ~2026-11-24T14:00",
  ],
  [
    'Let me have a word with the bakers, back in a sec.',
    'Let me have a word with the bakers; writer; none; hold',
  ],
  [
    "Okay, I can see the problem. Give me five minutes and I'll reset it for you.",
    "I'll reset it for you; writer; none",
  ],
  [
    "Would you be able to send over the receipt? As soon as I have it I'll process the exchange.",
    "I'll process the exchange; writer; event; if",
  ],
  [
    "DHL tell me the parcel will be delivered tomorrow. If it is not with you by 6pm, ring me and I'll send a second one the same evening.",
    "I'll send a second one the same evening; writer; 2026-11-24T21:00; if",
  ],
  [
    'We are aware of the fault and our engineers are working on it. We will post an update here at 2pm.',
    'We will post an update here at 2pm; firm; 2026-11-23T14:00',
  ],
  [
    "Oh no! Pop us a DM with your address and we'll get another one in the post to you 💛",
    "we'll get another one in the post to you; firm; event; if",
  ],
  [
    "I can confirm the direct debit is cancelled. No further payments will be taken and you don't need to do anything else.",
  ],
  [
    'hiya, yeah we can do that. il drop it at yours weds eve',
    'il drop it at yours weds eve; writer; 2026-11-25T21:00',
  ],
  [
    'The surveyor is booked for Tuesday. His report will follow within five working days of the visit and I will go through it with you on the phone.',
    'His report will follow within five working days of the visit; firm; event',
    'I will go through it with you on the phone; writer; none',
  ],
  ['We value your custom and we will continue to do everything we can to keep you happy.'],
  [
    "Sorry for the delay in replying, I was on leave. I'll look at this today and come back to you by close.",
    "I'll look at this today; writer; 2026-11-23",
    'come back to you by close; writer; 2026-11-23T17:00',
  ],
  [
    'Your new key fob has been programmed. Ana will hand it to you when you come in on Wednesday.',
    'Ana will hand it to you; colleague:Ana; 2026-11-25; if',
  ],
  ["I wish I could tell you it'll be sorted by Friday, but I honestly don't know."],
  [
    "You said you'd been promised a call. That call never came, and I'm sorry. I will make that call myself, at 3 today.",
    'I will make that call myself, at 3 today; writer; 2026-11-23T15:00',
  ],
  [
    'The engineer will text you half an hour before he arrives.',
    'The engineer will text you half an hour before he arrives; firm; event',
  ],
  [
    "We'll be replacing all the locks in your block in the week beginning 7 December.",
    "We'll be replacing all the locks in your block in the week beginning 7 December; firm; ~2026-12-11",
  ],
  [
    'Tickets will be emailed to you 48 hours before the show.',
    'Tickets will be emailed to you 48 hours before the show; firm; event',
  ],
  [
    "I've escalated this to our second line team, who will contact you directly by tomorrow lunchtime.",
    'who will contact you directly by tomorrow lunchtime; firm; 2026-11-24T13:00',
  ],
  [
    "Thanks for flagging! I'll pass your feedback to the product folks. No promises on when, though.",
    "I'll pass your feedback to the product folks; writer; none",
  ],
  ["It'll take about an hour, and you'll want to move the car first."],
  [
    'Please allow up to 10 working days for the refund to appear. If you have not received it by then, please contact us again and we will look into it.',
    'we will look into it; firm; event; if',
  ],
  [
    "You'll have seen that the price went up in October. That won't change, but I'll take £20 off your next bill.",
    "I'll take £20 off your next bill; writer; none",
  ],
  [
    'Dear Ms Hartmann, we take note of your remarks. Your file will be passed to the competent department, which will contact you in due course.',
    'Your file will be passed to the competent department; firm; none',
    'which will contact you in due course; firm; none',
  ],
  [
    'hi, i look in the store now and tell you in 10 minutes ok?',
    'tell you in 10 minutes; writer; 2026-11-23T10:10',
  ],
  [
    'We would be delighted to welcome you back and will of course honour the old price.',
    'will of course honour the old price; firm; none',
  ],
  [
    "I'd suggest you try the reset first. Should that not work, I'll send an engineer on Wednesday.",
    "I'll send an engineer on Wednesday; writer; 2026-11-25",
  ],
  [
    'We shall be writing to you again by 4 December with the outcome.',
    'We shall be writing to you again by 4 December with the outcome; firm; 2026-12-04',
  ],
  [
    'The blue one is back in on Thursday, so it will ship to you on Friday at the latest.',
    'it will ship to you on Friday at the latest; firm; 2026-11-27',
  ],
  [
    "Absolutely, consider it done. I'm moving you to the front row and the new tickets will land in your inbox within the hour.",
    'the new tickets will land in your inbox within the hour; firm; 2026-11-23T11:00',
  ],
  ["If we don't hear from you within 14 days we will close the case."],
  [
    "Hi Ana here from Casa Amaral, your cake is safe! It'll be ready from 4 tomorrow, I'll be in till 6.",
    "It'll be ready from 4 tomorrow; firm; 2026-11-24T16:00",
  ],
  [
    "I'm afraid that won't be possible before Christmas. What I can do is a smaller one. Tell me if that's of interest and I'll put it in the book.",
    "I'll put it in the book; writer; event; if",
  ],
  [
    'The doctor will call you between 2 and 4 this afternoon with your results.',
    'The doctor will call you between 2 and 4 this afternoon; firm; ~2026-11-23T16:00',
  ],
  [
    "Thank you, got the photos. I'll show them to Ben tonight and one of us will ring you in the morning.",
    "I'll show them to Ben tonight; writer; 2026-11-23T21:00",
    'one of us will ring you in the morning; firm; 2026-11-24T12:00',
  ],
  [
    "You have been charged twice, you're right. The second payment is being reversed and will show on your account within 2 working days.",
    'will show on your account within 2 working days; firm; 2026-11-25',
  ],
  [
    "Our technician couldn't get access on Friday. He'll be back on Tuesday at 8:30 to finish the job.",
    "He'll be back on Tuesday at 8:30 to finish the job; firm; 2026-11-24T08:30",
  ],
  ["Fab, thanks! We'll see you at 7 then. Table's under Costa."],
  [
    'This is an automated message. Your request has been received and will be answered in the order it came in.',
  ],
  [
    'I will of course keep you updated every step of the way.',
    'I will of course keep you updated every step of the way; writer; none',
  ],
  [
    "Not a problem at all. I'll go ahead and close that old account now, and you'll receive an email confirming it within 24 hours.",
    "I'll go ahead and close that old account now; writer; none",
    "you'll receive an email confirming it within 24 hours; firm; 2026-11-24T10:00",
  ],
  ['What will happen next is that our claims handler rings you. You will need your policy number.'],
  [
    'Many apologies. It will not happen again, and I will see to it that the crew is told.',
    'I will see to it that the crew is told; writer; none',
  ],
  [
    'Your boiler is 15 years old. It will need replacing sooner or later, and when it does the new one will cost around 2,000.',
  ],
  [
    "We're swapping your meter on the 8th between 8am and 12. Our engineer will show ID.",
    "We're swapping your meter on the 8th between 8am and 12; firm; ~2026-12-08T12:00",
    'Our engineer will show ID; firm; none',
  ],
  [
    "I'm glad it's sorted! Enjoy the weekend, and we'll see about that discount when you're next in.",
    "we'll see about that discount; firm; event",
  ],
  ["I'm waiting on the insurers and they say they'll decide by Friday. The minute I know, you'll know."],
  [
    "We don't usually do this, but I'll refund the postage as well.",
    "I'll refund the postage as well; writer; none",
  ],
  [
    "Hi Inês, that's strange! Let me dig into this and get back to you by tomorrow EOD.",
    'Let me dig into this; writer; none; hold',
    'get back to you by tomorrow EOD; writer; 2026-11-24T17:00',
  ],
  [
    "The team's aware and they're rolling out a fix. You'll get a notification from us when it's live.",
    "You'll get a notification from us; firm; event",
  ],
  ['Just a heads up: prices will go up on 1 January.'],
  [
    'The library book will be held at the desk for you for seven days.',
    'The library book will be held at the desk for you for seven days; firm; 2026-11-30',
  ],
  [
    'Your son will be assessed by Mrs Duarte on Thursday, and we will meet with you on Monday 30 November at 3.15pm to talk about the results.',
    'Your son will be assessed by Mrs Duarte on Thursday; colleague:Mrs Duarte; 2026-11-26',
    'we will meet with you on Monday 30 November at 3.15pm; firm; 2026-11-30T15:15',
  ],
  [
    "I'd love to say yes. We might be able to squeeze you in on Friday; I'll confirm either way by tomorrow night.",
    "I'll confirm either way by tomorrow night; writer; 2026-11-24T21:00",
  ],
  ['You can expect to hear from our solicitors.'],
  [
    'You can expect a reply from me by noon on Wednesday.',
    'expect a reply from me by noon on Wednesday; writer; 2026-11-25T12:00',
  ],
  ["Ok, done! It can take an hour before it shows. I'd be grateful if you'd check and tell me."],
  [
    "Sure thing, I'll cancel the renewal right now so you won't be billed on the 1st.",
    "I'll cancel the renewal right now; writer; none",
  ],
  [
    "As agreed, we'll knock 10% off and Ben will be round to regrout it on the 2nd.",
    "we'll knock 10% off; firm; none",
    'Ben will be round to regrout it on the 2nd; colleague:Ben; 2026-12-02',
  ],
  ['It says on the form that you will pay the balance on delivery.'],
  ["I've put a note on the file so that whoever you speak to next will know what happened."],
  [
    "Hello, we bring the washing machine between 14 and 16 o'clock on Thursday. The driver calls before.",
    "we bring the washing machine between 14 and 16 o'clock on Thursday; firm; ~2026-11-26T16:00",
  ],
  [
    "Yes! Brown or white is fine, and we'll throw in a loaf for your trouble.",
    "we'll throw in a loaf for your trouble; firm; none",
  ],
  [
    "I really hope we'll be able to make it up to you, and I promise you'll have my full attention until this is sorted.",
    "I promise you'll have my full attention; writer; event",
  ],
  ['We will never ask for your PIN. If someone rings and asks, hang up and call us.'],
  [
    'Noted with thanks. Will action and revert by Wednesday.',
    'Will action; writer; none',
    'revert by Wednesday; writer; 2026-11-25',
  ],
  [
    "I had hoped to write with better news. The mill will not have the rye before the 3rd, so your loaf will be a day late: you'll get it on Friday the 4th.",
    "you'll get it on Friday the 4th; firm; 2026-12-04",
  ],
  [
    "I have asked my colleague Lena Hartmann to take over. She'll introduce herself this afternoon.",
    "She'll introduce herself this afternoon; colleague:Lena Hartmann; 2026-11-23T17:00",
  ],
  [
    "When you restart it, the update will install and the light will turn green. You'll be up and running in five minutes.",
  ],
  ['Your table will be held for 15 minutes after the booked time.'],
  ["Happy to help! I've added the extra night, and the new confirmation is on its way to you."],
  [
    "We'll waive this month's fee, and from January you'll be on the cheaper plan.",
    "We'll waive this month's fee; firm; none",
    "from January you'll be on the cheaper plan; firm; ~2027-01-31",
  ],
  [
    "OK so I've got it down as urgent. Somebody'll be out to you within 4 hours.",
    "Somebody'll be out to you within 4 hours; firm; 2026-11-23T14:00",
  ],
  [
    "To be clear, I'm not going to argue about who said what. I'll credit the 30 euros tonight, and that's that.",
    "I'll credit the 30 euros tonight; writer; 2026-11-23T21:00",
  ],
  ["Pls send ur order no. n we'll check 4 u", "we'll check 4 u; firm; event; if"],
  [
    'Following our call today, I will: \n- send you the new contract by Wednesday\n- arrange for the meter to be read\n- ring you on the 1st',
    'send you the new contract by Wednesday; writer; 2026-11-25',
    'arrange for the meter to be read; writer; none',
    'ring you on the 1st; writer; 2026-12-01',
  ],
  [
    'Next steps from our side:\n1. We will collect the sofa on Monday.\n2. You will receive the refund within 5 working days of that.',
    'We will collect the sofa on Monday; firm; 2026-11-30',
    'You will receive the refund within 5 working days of that; firm; event',
  ],
]
