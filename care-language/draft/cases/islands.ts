import type { Case } from './case.ts'
import { marks } from './marks.ts'

export const islands: Case[] = [
  {
    to: 'Ruth Abara',
    fault: 'ours',
    writer: 'Colm',
    message:
      'Hello, the piano was meant to come on Saturday morning. I took the day off my weekend shift for it and nobody came and nobody rang. Is it still coming? And do I have to pay for the second date?',
    drafts: [
      {
        draft:
          'Hello Ruth,\n\nYou gave up a shift and sat waiting for us, and the phone stayed silent. I am sorry; I had written you down for the Saturday after.\n\nThe piano comes this Thursday at 6 pm, after your work. The second trip costs you nothing, and neither does the tuning a week later.\n\nI hope it is worth the wait when you play it,\nColm',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Is it still coming?': true, 'do I have to pay for the second date?': true },
        sends: true,
      },
      {
        draft:
          'Hello Ruth,\n\nthe piano will be delivered on Thursday at 6 pm. Sorry about the mix-up on Saturday.\n\nRegards,\nColm',
        is: marks('ok echo empathy=none apology=real order=fix-first remedy when close=plain'),
        asks: { 'Is it still coming?': true, 'do I have to pay for the second date?': false },
        says: ['questions.unanswered', 'empathy.missing'],
      },
      {
        draft:
          'Dear customer,\n\nWe apologise for any inconvenience this may have caused. Your delivery has been rescheduled and you will be informed of the new date in due course.\n\nKind regards,\nDelivery Team',
        is: {
          name: 'missing',
          apology: 'conditional',
          when: false,
          blame: false,
          close: 'plain',
          curt: false,
        },
        asks: { 'do I have to pay for the second date?': false },
        says: ['questions.unanswered', 'apology.conditional', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Dmitri Volkov',
    fault: 'nobody',
    writer: 'Hanne',
    channel: 'chat',
    message: 'hi, are the kayaks ok for someone with a bad knee? and is there anywhere to leave a bike',
    drafts: [
      {
        draft:
          'Hi Dmitri! The wide ones are: you step in from a bench and sit high, so the knee stays straight. Bikes go in the shed behind the ticket window, there is a lock on the wall. Come before ten and the water is flat.',
        is: { name: 'ok', echo: true, apology: 'none', remedy: true, when: true, blame: false, curt: false },
        asks: {
          'are the kayaks ok for someone with a bad knee?': true,
          'is there anywhere to leave a bike': true,
        },
        sends: true,
      },
      {
        draft: 'Hi Dmitri, all information on our equipment can be found on our website.',
        is: { name: 'ok', apology: 'none', remedy: false, blame: false },
        asks: {
          'are the kayaks ok for someone with a bad knee?': false,
          'is there anywhere to leave a bike': false,
        },
        says: ['questions.unanswered'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Mrs Joan Pettigrew',
    called: 'Mrs Pettigrew',
    channel: 'letter',
    fault: 'ours',
    writer: 'Philip Ashe',
    message:
      'Dear Sirs, You have written to my husband about his pension again. He died in April and I sent you the certificate by registered post in May. Every letter with his name on it upsets me for the rest of the day. Please take him off your list, and tell me whether the widow’s part has been arranged.\nJoan Pettigrew',
    drafts: [
      {
        draft:
          'Dear Mrs Pettigrew,\n\nYou told us in May, and still we sent you a letter with his name on it. It must have been hard to open. I am very sorry, for your loss and for what we did on top of it.\n\nI took your husband’s name off every list this morning and checked each of the four by hand. The widow’s part is arranged: the first payment reaches you on 1 December, with the months since April.\n\nIf anything with his name should still arrive, please ring me on 020 7946 0330, and I will find out where it came from the same day.\n\nWith my sympathy,\nPhilip Ashe',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: {
          'Please take him off your list': true,
          'tell me whether the widow’s part has been arranged': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Mrs Pettigrew,\n\nPlease accept our condolences. Your file was not updated due to an administrative error. The mailing list has now been amended.\n\nYours sincerely,\nPhilip Ashe',
        is: {
          name: 'ok',
          echo: true,
          apology: 'passive',
          order: 'empathy-first',
          blame: false,
          close: 'plain',
        },
        asks: {
          'Please take him off your list': true,
          'tell me whether the widow’s part has been arranged': false,
        },
        says: ['questions.unanswered', 'apology.passive'],
        annoys: ['name.wrong'],
      },
      {
        draft:
          'Dear Mr Pettigrew,\n\nThank you for your letter. I have noted the change and the widow’s part starts on 1 December.\n\nYours sincerely,\nPhilip Ashe',
        is: { name: 'wrong', empathy: 'none', apology: 'none', close: 'plain', blame: false },
        asks: { 'tell me whether the widow’s part has been arranged': true },
        says: ['name.wrong', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Kwabena Osei',
    fault: 'theirs',
    writer: 'Lotte',
    message:
      'I typed the wrong postcode on my order, my fault. Can you still change it? The present is for my niece’s graduation on the 3rd.',
    drafts: [
      {
        draft:
          'Hi Kwabena,\n\nEasily done. I caught the parcel before the van did: it now goes to the right postcode and is there on the 1st, two days before she throws her hat.\n\nCongratulations to your niece!\nLotte',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: { 'Can you still change it?': true },
        sends: true,
      },
      {
        draft:
          'Hi Kwabena,\n\nAs stated on the order page, customers are responsible for their own address. Next time please check before you click. The parcel cannot be changed.\n\nLotte',
        is: { name: 'ok', echo: true, apology: 'none', blame: true, close: 'plain' },
        asks: { 'Can you still change it?': true },
        says: ['tone.blame'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Salma Haddad',
    fault: 'ours',
    writer: 'Jonas',
    message:
      'Third week that the lift is out. I carry my son’s wheelchair down four floors every morning and then I go up again for him. The poster still says “repair today”. When will it run?',
    drafts: [
      {
        draft:
          'Dear Salma,\n\nFour floors, twice, every morning, with a poster that says “today”: I am ashamed of that poster and I am sorry. I ordered the wrong motor in the first week and did not tell anybody.\n\nThe right one is fitted on Wednesday; the lift runs from 4 pm. Until then two of us stand at your door at 7:30 each morning and at 3 in the afternoon, and carry the chair.\n\nPlease tell your son that he gets the first ride.\nJonas, 0171 555 0190',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'When will it run?': true },
        sends: true,
      },
      {
        draft:
          'Dear Salma,\n\nI can only imagine how exhausting this must be for you and your son. Four floors every morning is truly heroic. You are in our thoughts.\n\nWarmly,\nJonas',
        is: { name: 'ok', echo: true, empathy: 'specific', apology: 'none', remedy: false, when: false },
        asks: { 'When will it run?': false },
        says: ['empathy.only', 'questions.unanswered', 'apology.missing'],
      },
      {
        draft:
          'Dear Salma,\n\nThe technician has been informed. The repair will take place as soon as the spare part arrives.\n\nBest regards,\nJonas',
        is: { name: 'ok', echo: true, empathy: 'none', apology: 'none', when: false, close: 'plain' },
        asks: { 'When will it run?': false },
        says: ['apology.missing', 'empathy.missing', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Bengt Lindqvist',
    fault: 'nobody',
    writer: 'Ines',
    message:
      'Hello, I’d like to know if the rye loaf contains milk, and whether you could keep two for me on Friday.',
    drafts: [
      {
        draft:
          'Hello Bengt,\n\nNo milk in the rye, only flour, water, salt and three days of patience. Two are put aside for you on Friday with your name on the bag.\n\nUntil Friday,\nInes',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: { 'if the rye loaf contains milk': true, 'you could keep two for me on Friday': true },
        sends: true,
      },
      {
        draft: 'Hello Bengt,\n\nI will put two aside for you on Friday.\n\nInes',
        is: { name: 'ok', echo: true, apology: 'none', remedy: true, when: true },
        asks: { 'if the rye loaf contains milk': false, 'you could keep two for me on Friday': true },
        says: ['questions.unanswered'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Catarina Nunes',
    fault: 'ours',
    writer: 'Abel',
    message:
      'You closed my account by mistake and my rent bounced. My landlord now wants a deposit. I need a letter from you that says it was the bank, and I want the 35 euro back.',
    drafts: [
      {
        draft:
          'Dear Catarina,\n\nA rent that bounces makes a good tenant look like a bad one, and it was my click that did it. I am sorry.\n\nThe letter to your landlord is attached; it says plainly that the bank made the mistake. The 35 euro went back to you this morning, and your account is open again.\n\nIf your landlord has any doubt, he can ring me: 21 555 0144.\nAbel',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'I need a letter from you': true, 'I want the 35 euro back': true },
        sends: true,
      },
      {
        draft:
          'Dear Catarina,\n\nAs a gesture of goodwill and without admission of liability, we have credited 35 euro to your account.\n\nSincerely,\nAbel',
        is: { name: 'ok', apology: 'legal', close: 'plain', blame: false },
        asks: { 'I need a letter from you': false, 'I want the 35 euro back': true },
        says: ['questions.unanswered', 'apology.legal'],
      },
      {
        draft:
          'Hi Caterina,\n\nso sorry, that was our mistake! The account is open again. We are looking into the rest and will get back to you soon.\n\nAbel',
        is: { name: 'wrong', apology: 'real', when: false, blame: false },
        asks: { 'I need a letter from you': false, 'I want the 35 euro back': false },
        says: ['name.wrong', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Finn Gallagher',
    fault: 'nobody',
    later: true,
    writer: 'Noor',
    channel: 'chat',
    message: 'great, that worked. one last thing, does it also charge through the small port?',
    drafts: [
      {
        draft: 'It does, only slower: three hours instead of one. Enjoy the ride home!',
        is: {
          name: 'missing',
          echo: true,
          apology: 'none',
          remedy: true,
          when: true,
          curt: false,
          close: 'warm',
        },
        asks: { 'does it also charge through the small port?': true },
        sends: true,
      },
      {
        draft: 'Read the manual.',
        is: { name: 'missing', apology: 'none', remedy: false, curt: true, close: 'none' },
        asks: { 'does it also charge through the small port?': false },
        says: ['questions.unanswered', 'tone.curt'],
        annoys: ['name.missing', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Leila Rahimi',
    fault: 'ours',
    writer: 'Sven',
    message:
      'My daughter’s insulin pump order was cancelled without a word. We have supplies for two days. Who cancelled it, and can you get us new ones before Thursday?',
    drafts: [
      {
        draft:
          'Dear Leila,\n\nTwo days of supplies, and you find out by looking: no parent should have to count like that. I am sorry. I cancelled it myself; I took it for a double of last month’s order.\n\nA courier left our store with a month of supplies at 9:40 and is with you before noon today. I stay on the phone with him until you have them: 040 555 0108.\n\nGive your daughter my best,\nSven',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Who cancelled it': true, 'can you get us new ones before Thursday?': true },
        sends: true,
      },
      {
        draft:
          'Dear Leila,\n\nWe are sorry to hear that. Your order was cancelled by the system because of an OMS sync error in the SKU mapping. Please place a new order.\n\nBest regards,\nSven',
        is: { name: 'ok', echo: true, empathy: 'formula', jargon: true, close: 'plain', when: false },
        asks: { 'can you get us new ones before Thursday?': false },
        says: ['questions.unanswered', 'tone.jargon', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Tomasz Kowal',
    fault: 'ours',
    writer: 'Deirdre',
    message:
      'The band stopped at ten although we had booked until midnight. Sixty guests stood around and my wife cried in the kitchen. It was our silver wedding. I would like an explanation.',
    drafts: [
      {
        draft:
          'Dear Tomasz,\n\nA silver wedding that falls silent at ten, and your wife in the kitchen: I am so sorry. I had written 10 instead of 12 on the musicians’ sheet. They asked me twice and I did not look again.\n\nYou get the whole price of the evening back; it left our account today. And if you and your wife would like those two hours, the same band plays them wherever you say, at my cost. Name me any evening.\n\nDeirdre, 087 555 0123',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'I would like an explanation': true },
        sends: true,
      },
      {
        draft:
          'Dear Tomasz,\n\nI will refund you 100 for the two hours today. We are sorry that you were disappointed.\n\nDeirdre',
        is: {
          name: 'ok',
          apology: 'conditional',
          order: 'fix-first',
          remedy: true,
          when: true,
          blame: false,
        },
        asks: { 'I would like an explanation': false },
        says: ['questions.unanswered', 'apology.conditional'],
      },
      {
        draft:
          'Dear Tomasz,\n\nYour feedback is important to us and has been passed on to the relevant team. We value your business and hope to welcome you again soon.\n\nKind regards,\nCustomer Relations',
        is: {
          name: 'ok',
          echo: false,
          empathy: 'none',
          apology: 'none',
          remedy: false,
          when: false,
          canned: true,
          close: 'plain',
        },
        asks: { 'I would like an explanation': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing', 'issue.not_named'],
      },
    ],
  },
]
