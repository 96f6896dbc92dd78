import type { Case } from './case.ts'
import { marks } from './marks.ts'

export const wells: Case[] = [
  {
    to: 'Amara Nwankwo',
    called: 'Amara',
    fault: 'ours',
    writer: 'Felix',
    message:
      'Hi Felix, the wedding rings came engraved with 12.9. instead of 9.12. The wedding is on Saturday week. I cried in the shop of my own mother. Can it be changed in time?',
    drafts: [
      {
        draft:
          "Dear Amara,\n\nYes, in time and with five days to spare. You must have opened that box with such joy; that it ended in tears is my doing, I read your date the European way without asking. I'm so sorry.\n\nThe courier is at your mother's shop today at 4. I engrave them tonight and you have them on Friday before noon.\n\nI wish you both a wonderful ninth,\nFelix",
        is: marks('ok echo empathy=specific apology=real order=fix-first remedy when close=warm'),
        asks: { 'Can it be changed in time': true },
        annoys: ['empathy.late'],
        sends: true,
      },
      {
        draft:
          'Dear Amara,\n\nIf the date was misread we apologise. Please return the rings for rework.\n\nFelix',
        is: marks('ok echo empathy=none apology=conditional order=empathy-first remedy close=plain'),
        asks: { 'Can it be changed in time': false },
        says: ['questions.unanswered', 'apology.conditional', 'empathy.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Bill Hargreaves',
    called: 'Bill',
    fault: 'ours',
    writer: 'Suzanne',
    message:
      'Your scaffolding has been on my house five weeks since the roof was finished. My wife can\'t open the kitchen window and the sun doesn\'t come in. Twice I was told "next week". When is it coming down?',
    drafts: [
      {
        draft:
          "Dear Bill,\n\nFive weeks of bars across the kitchen window for a roof that was done in October, and two next weeks that weren't. I gave you the second one myself, without asking the yard. I'm sorry.\n\nIt comes down on Monday. The lorry is at yours at 8 and gone by 11, and I ring you on Friday to say that the crew is booked, so you needn't wonder.\n\nMay the sun be out that day,\nSuzanne",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'When is it coming down': true },
        sends: true,
      },
      {
        draft:
          'Dear Bill,\n\nI completely understand your frustration. The dismantling team has a full diary, but you are on the list and we will come as soon as possible.\n\nBest regards,\nSuzanne',
        is: marks('ok echo empathy=formula apology=none order=empathy-first remedy close=plain'),
        asks: { 'When is it coming down': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Paloma Ruiz',
    called: 'Paloma',
    fault: 'nobody',
    writer: 'Greg',
    message: 'do you also fix zips on leather boots? and is it done while i wait',
    drafts: [
      {
        draft:
          'Hi Paloma, we do, any zip, leather or not. Not while you wait, sorry: in before noon, ready at five. 24 for the pair.',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=none'),
        asks: { 'do you also fix zips': true, 'is it done while i wait': true },
        annoys: ['empathy.missing', 'apology.missing', 'close.warm'],
        sends: true,
      },
      {
        draft: 'Hi Paloma, yes of course! Bring them round any day.',
        is: marks('ok empathy=none apology=none order=n/a remedy when close=none'),
        asks: { 'do you also fix zips': true, 'is it done while i wait': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Edwin Mwangi',
    called: 'Edwin',
    fault: 'ours',
    writer: 'Help Desk',
    message:
      'I have been locked out of my pension account since you changed the log in. 4 calls, 4 times "an email will come". Nothing came. I am retiring in 3 weeks and must choose the option before.',
    drafts: [
      {
        draft:
          'Dear Edwin,\n\nPlease see attached the guide for the new portal. The MFA enrolment must be triggered from the IDP side; ask for a TOTP reset.\n\nHelp Desk',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when jargon close=plain'),
        says: ['apology.missing', 'empathy.missing', 'tone.jargon'],
      },
      {
        draft:
          "Dear Edwin,\n\nFour calls and four mails that never left here, with three weeks to the day you stop work. You did everything right; we typed your address with a letter missing, and nobody looked. I am sorry.\n\nYou can log in now with the code I'm texting you in five minutes. I've also moved your last day for choosing to 31 December, so that nothing hangs on this. I ring tomorrow at 10 to see that it worked.\n\nEnjoy the last three weeks,\nGloria",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
    ],
  },
  {
    to: 'Nils Johansson',
    called: 'Nils',
    fault: 'nobody',
    writer: 'Marta',
    message:
      "Could you hold the red canoe for me over the second weekend in May? We'd be two adults and a dog. What's the deposit",
    drafts: [
      {
        draft:
          "Hej Nils,\n\nThe red one is yours from Friday the 8th to Sunday the 10th. The deposit is 50, on the spot, cash or card. There's a small life vest for the dog if you tell me how heavy he is.\n\nSee you at the water,\nMarta",
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'Could you hold the red canoe': true, "What's the deposit": true },
        annoys: ['empathy.missing'],
        sends: true,
      },
      {
        draft: 'Hej Nils,\n\nOur canoes can be booked on the website from March.\n\nMarta',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'Could you hold the red canoe': true, "What's the deposit": false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Leila Farsi',
    called: 'Leila',
    fault: 'ours',
    writer: 'Branch',
    message:
      "Your colleague at the counter asked me in front of everyone if my English is good enough to sign a contract. I was born in Cardiff. I'm still shaking. I'd like an apology from him and I'd like to know who I speak to about it.",
    drafts: [
      {
        draft:
          "Dear Leila,\n\nNobody has the right to ask you that, in front of a queue or anywhere, and I understand that you still shake. It was said at my counter, so I answer for it: I am sorry.\n\nI spoke to him at lunch. He will write to you himself by Friday; if you would rather not hear from him, tell me and he doesn't. The person for it is me, and above me Jane Prosser at head office, 029 33 10.\n\nYou'll always find me at the first desk,\nHuw",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { "I'd like an apology from him": true, 'who I speak to about it': true },
        sends: true,
      },
      {
        draft:
          'Dear Leila,\n\nWe are sorry that you feel you were treated differently. Our staff are trained to check understanding with every customer. The remark may have been misheard.\n\nBranch Manager',
        is: marks('ok echo empathy=formula apology=conditional order=n/a blame close=plain'),
        asks: { "I'd like an apology from him": false, 'who I speak to about it': false },
        says: ['questions.unanswered', 'apology.conditional', 'empathy.missing', 'tone.blame'],
      },
    ],
  },
  {
    to: 'Dimitra Pappas',
    called: 'Dimitra',
    fault: 'nobody',
    writer: 'Ove',
    message: 'My cat has eaten half a lily leaf 10 minutes ago. Is it dangerous??',
    drafts: [
      {
        draft:
          "Dimitra, yes, it is: bring her in right now, don't wait for signs. We have the drip ready. 12 minutes from you by the ring road; ring the bell at the side.",
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=none'),
        asks: { 'Is it dangerous': true },
        annoys: ['empathy.missing', 'close.warm', 'tone.curt'],
        sends: true,
      },
      {
        draft:
          'Dear Dimitra,\n\nThank you for contacting us. How frightening that must be! Lilies are mentioned in our leaflet on house plants. Our surgery hours are 9 to 5.\n\nWarm regards,\nOve',
        is: marks('ok echo empathy=specific apology=none order=empathy-first close=plain'),
        asks: { 'Is it dangerous': false },
        says: ['questions.unanswered', 'next.missing'],
      },
    ],
  },
  {
    to: 'Colin Ferris',
    called: 'Colin',
    fault: 'ours',
    writer: 'Amy',
    message:
      "You've put the gas meter in my name from the 1st but I only got the keys on the 19th. I'm not paying someone else's heating. Sort it.",
    drafts: [
      {
        draft:
          "Hi Colin,\n\nEighteen days of somebody else's radiators: of course you're not paying that. I took the contract date instead of the key date. Sorry.\n\nI've moved it to the 19th, your first bill is 11.40 instead of 63, and the new one is in your inbox within the hour. Could you send me a photo of the key receipt, just so the last owner can't argue?\n\nWarm evenings in the new place,\nAmy",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Sort it': true },
        sends: true,
      },
      {
        draft:
          'Hi Colin,\n\nPlease provide: tenancy agreement, photo of meter, date of keys. We will then review.\n\nAmy',
        is: marks('ok echo empathy=none apology=none order=n/a remedy close=plain'),
        says: ['apology.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Hyun-woo Park',
    called: 'Hyun-woo',
    fault: 'nobody',
    writer: 'Dale',
    message:
      'Dear Dale, thank you for the quick answer. Then I take the bigger one. One last thing, does the price include the legs?',
    drafts: [
      {
        draft:
          'Hi Hyun-woo,\n\nIt does, all four, and the felt under them. It leaves tomorrow and is with you on Monday.\n\nHave fun putting it together,\nDale',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'does the price include the legs': true },
        annoys: ['empathy.missing', 'name.missing'],
        sends: true,
      },
      {
        draft: 'Hello,\n\nGreat choice! The bigger one will be dispatched soon.\n\nDale',
        is: marks('missing echo empathy=none apology=none order=n/a remedy close=plain'),
        asks: { 'does the price include the legs': false },
        says: ['questions.unanswered', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Theresa Galvin',
    called: 'Theresa',
    fault: 'ours',
    writer: 'Parish Hall',
    message:
      'We arrived for the christening party and the hall was full of a dance class. Forty people stood in the car park with the food. My mother is 88 and sat in the car. How was it possible?',
    drafts: [
      {
        draft:
          "Dear Theresa,\n\nForty people and a christening cake in a car park, and your mother of 88 waiting in the car. You had every right to a room full of flowers instead. It was possible because I keep the bookings in two books, and wrote yours only in one. That ends today, and I'm deeply sorry.\n\nThe 160 and what the food cost you are paid back tomorrow. And the hall is yours for any Sunday in spring, free, if the little one is to have his party after all.\n\nGod bless the child and his great-grandmother,\nFr Dermot",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'How was it possible': true },
        sends: true,
      },
      {
        draft:
          'Dear Theresa,\n\nUnfortunately a double booking occurred and the dance class was already in. The hire fee will be returned.\n\nWe hope the christening was lovely anyway!\nParish Hall',
        is: marks('ok echo empathy=none apology=passive order=n/a remedy close=warm'),
        asks: { 'How was it possible': true },
        says: ['apology.passive', 'empathy.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Viktor Hansen',
    called: 'Viktor',
    fault: 'theirs',
    writer: 'Pia',
    message:
      'sorry to bother again, i lost the spare key you gave me for the garden gate. i searched everything. how much is a new one and do i have to tell the others',
    drafts: [
      {
        draft:
          "Hi Viktor,\n\nNo bother. Keys have legs, I'm convinced of it. A new one is 8, it lies in the blue box by the shed from tonight. And no, you needn't tell anyone, it opens only the gate.\n\nHappy digging,\nPia",
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'how much is a new one': true, 'do i have to tell the others': true },
        annoys: ['apology.missing', 'tone.blame'],
        sends: true,
      },
      {
        draft:
          'Viktor, this is the second one. You need to be more careful with our property. 8 euros.\n\nPia',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when blame close=plain'),
        asks: { 'how much is a new one': true, 'do i have to tell the others': false },
        says: ['tone.blame', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Jasmine Holt',
    called: 'Jas',
    fault: 'ours',
    writer: 'Rick',
    message:
      'broadband gone again. 5th time this month. i work from home & my boss has started making jokes. engineer said "fixed" on tuesday. what now',
    drafts: [
      {
        draft:
          "Hi Jas,\n\nFive times in a month, and a \"fixed\" that lasted two days while your boss counts along. Not good enough, and it's ours: we changed the box in your flat each time, when the fault sits in the street. I'm sorry.\n\nThe street crew digs tomorrow from 8. Until then a data stick with no limit is on its way to you by bike, you have it by 1. I'll write at 5 tomorrow, whether good news or not.\n\nTell your boss the next joke is on us,\nRick",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'what now': true },
        sends: true,
      },
      {
        draft:
          'Hi Jas,\n\nPlease restart the router and check whether the DSL light is steady. If not, get back to us.\n\nRick',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'what now': true },
        says: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Ottilie Braun',
    called: 'Frau Braun',
    fault: 'nobody',
    writer: 'Museum',
    message:
      "Sehr geehrte Damen und Herren, I write in English because my daughter helps me. Is there a seat in every room? I'm 81 and my heart is not so good. And may my daughter come in free to push me?",
    drafts: [
      {
        draft:
          'Dear Frau Braun,\n\nThere is a bench in every room but the coin cabinet, and for that one we lend you a folding stool at the desk. Your daughter comes in free, and the lift by the cloakroom saves you the stairs.\n\nThursdays are quiet. We look forward to seeing you both,\nEva Lang',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'Is there a seat in every room': true, 'may my daughter come in free': true },
        annoys: ['empathy.missing'],
        sends: true,
      },
      {
        draft:
          'Dear Frau Braun,\n\nCarers enter free of charge on showing a card of grade B or above.\n\nKind regards,\nMuseum',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'Is there a seat in every room': false, 'may my daughter come in free': true },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Marcus Bell',
    called: 'Marcus',
    fault: 'ours',
    writer: 'Payroll Support',
    message:
      "The export left out everyone whose name starts with an accent. Six people didn't get paid on Friday, one of them missed her mortgage. Explain please, and tell me it can't happen on the 15th.",
    drafts: [
      {
        draft:
          "Hi Marcus,\n\nSix people without pay over a weekend, and a mortgage missed: I know what calls you had to take this morning. Our sorting dropped every first letter outside A to Z. I wrote that line in the spring, and I am sorry.\n\nIt's mended since 7.40; I ran your file again and all 214 names are in it. Before the 15th I run it by hand and send you the count on the 14th at noon. Send me what the bank charges her and we pay it.\n\nThank you for staying so factual about it,\nDana",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Explain please': true, "tell me it can't happen on the 15th": true },
        sends: true,
      },
      {
        draft:
          "Hi Marcus,\n\nThanks for flagging. We understand how important payroll is. A ticket has been raised with engineering (P2) and we'll keep you posted.\n\nPayroll Support",
        is: marks('ok echo empathy=formula apology=none order=n/a jargon close=plain'),
        asks: { 'Explain please': false, "tell me it can't happen on the 15th": false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Ana Kovac',
    called: 'Ana',
    fault: 'nobody',
    writer: 'Zvonko',
    message: 'can I return the drill if the box is open',
    drafts: [
      {
        draft:
          'You can, Ana, within 30 days and with the receipt. Open box, used once, all fine as long as nothing is missing.',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=none'),
        asks: { 'can I return the drill': true },
        annoys: ['tone.curt', 'close.warm', 'empathy.missing'],
        sends: true,
      },
      {
        draft: 'See T&C section 4.',
        is: marks('missing empathy=none apology=none order=n/a curt close=none'),
        asks: { 'can I return the drill': false },
        says: ['questions.unanswered', 'tone.curt'],
      },
    ],
  },
  {
    to: 'Rupert Nkemelu',
    called: 'Rupert',
    fault: 'ours',
    writer: 'Tailor',
    message:
      "Collected the suit for my brother's funeral. One leg is 4 cm shorter than the other. The funeral is tomorrow at 2. I don't know what to say.",
    drafts: [
      {
        draft:
          "Dear Rupert,\n\nI am sorry about your brother, and sorry that you must think of trousers today. I cut the left leg to another customer's ticket.\n\nPlease don't bring it anywhere: my husband is at your door in an hour, I sew tonight, and he brings it back at 8 tomorrow. Nothing to pay, of course, for any of it.\n\nI'll be thinking of you at 2,\nMagda",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Rupert,\n\nWe offer free alterations within 14 days. Just drop it off during opening hours and it will be ready in 2-3 working days.\n\nWarm regards,\nTailor Team',
        is: marks('ok empathy=none apology=none order=n/a remedy when close=plain'),
        says: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Svetlana Petrova',
    called: 'Svetlana',
    fault: 'unclear',
    writer: 'Ian',
    message:
      'The medicine box you sent was warm, the ice was melted. Is it safe to give my son the insulin or not? He needs it tonight.',
    drafts: [
      {
        draft:
          "Dear Svetlana,\n\nPlease don't use it. Insulin that has been warm may look right and be weak, and with your son I take no chances. The night chemist at Hill Road has two pens under your name, paid by us, from 6 this evening.\n\nI'm finding out where the box stood and write to you tomorrow by noon. I hope he has a quiet night,\nIan",
        is: marks('ok echo empathy=specific apology=none order=fix-first remedy when close=warm'),
        asks: { 'Is it safe to give my son the insulin': true },
        annoys: ['apology.missing'],
        sends: true,
      },
      {
        draft:
          'Dear Svetlana,\n\nOur boxes are validated for 48 hours. Please contact the manufacturer for stability data.\n\nIan',
        is: marks('ok echo empathy=none apology=none order=n/a close=plain'),
        asks: { 'Is it safe to give my son the insulin': false },
        says: ['questions.unanswered', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Emeka Obi',
    called: 'Emeka',
    fault: 'nobody',
    writer: 'Lotte',
    message:
      'Is the ground floor flat still free? I could view on Thursday after 5. I have a guide dog, I say it right away.',
    drafts: [
      {
        draft:
          "Hi Emeka,\n\nStill free, and the dog is welcome, so is the tail. Thursday at 5.30 suits me; the house is the yellow one, four steps up with a rail on the right. I'll stand at the gate.\n\nUntil Thursday,\nLotte",
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'Is the ground floor flat still free': true },
        annoys: ['empathy.missing'],
        sends: true,
      },
      {
        draft:
          'Hi Emeka,\n\nThanks for your interest. We had lots of requests and will get back to you.\n\nLotte',
        is: marks('ok empathy=none apology=none order=n/a canned close=plain'),
        asks: { 'Is the ground floor flat still free': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Joyce Abara',
    called: 'Joyce',
    fault: 'ours',
    writer: 'Nadine',
    message:
      "I asked for no nuts on the order because of my niece. There were almonds in the salad. We saw it in time, thank God. But what if not? I won't order again until I know what you changed.",
    drafts: [
      {
        draft:
          "Dear Joyce,\n\nYou saw it in time, and I keep thinking of the evening in which nobody does. The note was on the slip; our cook read it and used the other bowl. I have no excuse for that, and I'm sorry.\n\nSince this morning nuts stand in a locked cupboard, and an order with an allergy is packed by one person alone who signs the lid. I've taken the 38 off your card.\n\nGive your niece a hug from the kitchen,\nNadine",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'until I know what you changed': true },
        sends: true,
      },
      {
        draft:
          "Dear Joyce,\n\nWe're glad nothing happened! As a gesture, here is 20 % off your next order.\n\nNadine",
        is: marks('ok empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'until I know what you changed': false },
        says: ['questions.unanswered', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Pawel Adamski',
    called: 'Pawel',
    fault: 'nobody',
    writer: 'Erin',
    channel: 'chat',
    later: true,
    message: 'ok it works now, thank you! does it also save alone or must I press something',
    drafts: [
      {
        draft: 'It saves by itself every ten seconds, Pawel, nothing to press. Enjoy!',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'does it also save alone': true },
        annoys: ['tone.curt', 'close.warm', 'empathy.missing'],
        sends: true,
      },
      {
        draft: 'Glad to hear it! Have a nice day',
        is: marks('missing empathy=none apology=none order=n/a close=plain'),
        asks: { 'does it also save alone': false },
        says: ['questions.unanswered'],
        annoys: ['name.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Sunita Rao',
    called: 'Sunita',
    fault: 'ours',
    writer: 'Clinic',
    message:
      "I've been on the waiting list since February and learned today by chance that my referral was never entered. Nine months! The lump has not gone away by waiting. Please, how soon can I be seen?",
    drafts: [
      {
        draft:
          "Dear Sunita,\n\nNine months of waiting with that lump, and in all that time you weren't on any list. I can't imagine the nights. It lay in my tray, I'm the one who should have typed it in, and I am so sorry.\n\nDr Menon sees you tomorrow at 8.20, scan included, and gives you the result herself before you leave. A taxi is at your door at 7.45 if you'd like one; just say yes.\n\nI'll be at the entrance, so you needn't look for anyone,\nJoan",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'how soon can I be seen': true },
        sends: true,
      },
      {
        draft:
          'Dear Sunita,\n\nYour referral has now been entered. You will receive a date by post within 4 weeks. We apologise for the oversight.\n\nClinic Administration',
        is: marks('ok echo empathy=none apology=real order=fix-first remedy when close=plain'),
        asks: { 'how soon can I be seen': true },
        says: ['empathy.missing'],
      },
    ],
  },
  {
    to: 'Ralf Baumann',
    called: 'Ralf',
    fault: 'nobody',
    writer: 'Sue',
    message:
      'Hi Sue. Invoice 2231 says 19% but we are in Switzerland. Can you send one without VAT, and is the 2% for early payment still possible?',
    drafts: [
      {
        draft:
          "Hi Ralf,\n\nHere's 2231 again, net, with the export line your books need. And the 2 % stand if it's in by the 30th.\n\nGreetings to Zug,\nSue",
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'Can you send one without VAT': true, 'is the 2% for early payment still possible': true },
        sends: true,
      },
      {
        draft: 'Hi Ralf,\n\nFinance will come back to you on this.\n\nSue',
        is: marks('ok empathy=none apology=none order=n/a close=plain'),
        asks: { 'Can you send one without VAT': false, 'is the 2% for early payment still possible': false },
        says: ['questions.unanswered', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Cara Doherty',
    called: 'Cara',
    fault: 'ours',
    writer: 'Vince',
    message:
      'the photographer you sent missed the kiss. he was eating. i have 400 pictures of tables. idk what i even want from you',
    drafts: [
      {
        draft:
          "Hi Cara,\n\nFour hundred tables and not one of the second that mattered. There's no second kiss, I know that. He worked for me, so the fault is mine, and I'm so sorry.\n\nHere is what I can do. All of the 1,900 comes back to you tomorrow. I ask your guests for their phones' pictures tonight, with your yes; somebody always has the kiss. And if you two ever want to put the dress on again, I come myself, wherever it is.\n\nYou don't have to know what you want yet,\nVince",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          "Hi Cara,\n\noh no!! that's awful, we're gutted for you. Weddings are such a special day. Sending hugs x\n\nVince",
        is: marks('ok echo empathy=formula apology=none order=n/a close=warm'),
        says: ['empathy.only', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Ingrid Solberg',
    called: 'Ingrid',
    fault: 'nobody',
    writer: 'Bus Lines',
    message: 'Can I take a pram on the 7.15 and does the driver help with the step?',
    drafts: [
      {
        draft:
          "Hello Ingrid,\n\nPrams ride in the middle, two fit. The 7.15 is a low one, so there's no step; on the older buses the driver gets out and lifts, just wave.\n\nKind regards,\nKnut",
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'Can I take a pram': true, 'does the driver help with the step': true },
        sends: true,
      },
      {
        draft: 'Hello Ingrid,\n\nPrams ride in the middle, two fit.\n\nKind regards,\nKnut',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'Can I take a pram': true, 'does the driver help with the step': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Olu Adeyemi',
    called: 'Olu',
    fault: 'ours',
    writer: 'Streaming Help',
    message:
      'You cancelled my account because a payment failed, and with it went 8 years of my running data. The payment failed because YOUR page was down. I want my data back. All of it.',
    drafts: [
      {
        draft:
          "Hi Olu,\n\nEight years of running is not data, it's mornings. Our page was down on the 2nd from six to nine, and the cancelling job ran at seven, so it never was your card. I'm sorry.\n\nNothing is lost: we keep a copy for 90 days and I've started to put it back. It takes until tomorrow at noon, and I count the runs with you then. The next year costs you nothing.\n\nMay the next run be a good one,\nKemi",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'I want my data back': true },
        sends: true,
      },
      {
        draft:
          'Hi Olu,\n\nOur records show that your payment was declined by your bank, not by us. Had you updated your card, the account would not have been closed. You are welcome to subscribe again.\n\nStreaming Help',
        is: marks('ok echo empathy=none apology=none order=n/a blame close=plain'),
        asks: { 'I want my data back': false },
        says: ['tone.blame', 'questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
]
