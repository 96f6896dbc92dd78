import type { Case } from './case.ts'

export const gardens: Case[] = [
  {
    to: 'Caroline Webb',
    fault: 'ours',
    writer: 'Dominic',
    message:
      "Hi, I returned a coat on Oct 3 (tracking says you received it on Oct 6) and I still haven't seen the $148 on my card. It's been seven weeks. When will I get my money back? Caroline",
    drafts: [
      {
        draft:
          "Hi Caroline,\n\nSeven weeks is far too long to be without $148, and I'm sorry we made you chase it. Your coat did reach us on Oct 6; it was scanned into the wrong bin, and I should have a process that catches that. I don't, yet.\n\nI issued the refund myself ten minutes ago. You'll see it on your card by Friday, and I've added $20 for the wait.\n\nIf Friday comes and it isn't there, call me directly at 555-0172.\n\nDominic",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'When will I get my money back?': true,
        },
        sends: true,
      },
      {
        draft:
          "Hello,\n\nThank you for reaching out. Refunds typically take 5-10 business days to process once the item is received. If you have any further questions, please don't hesitate to contact us.\n\nBest,\nThe Support Team",
        is: {
          name: 'missing',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          close: 'plain',
        },
        asks: {
          'When will I get my money back?': false,
        },
        says: ['questions.unanswered', 'apology.missing'],
      },
      {
        draft:
          "Hi Caroline,\n\nSeven weeks is far too long to be without $148, and I'm sorry we made you chase it.\n\nI've asked our finance team to issue the refund. You'll see it on your card as soon as possible.\n\nIf anything looks odd, call me directly at 555-0172.\n\nDominic",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: false,
          close: 'warm',
        },
        says: ['next.no_time'],
      },
    ],
  },
  {
    to: 'Ravi Menon',
    channel: 'chat',
    fault: 'nobody',
    writer: 'Lou',
    message:
      "Hey, does the Pro plan include the API, and can I switch back to Basic later if I don't need it?",
    drafts: [
      {
        draft:
          "Hi Ravi! Yes, Pro comes with the full API, 10,000 calls a month. And you can go back to Basic whenever you like; the change takes effect at the end of the month you've paid for.",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'none',
        },
        asks: {
          'does the Pro plan include the API': true,
          'can I switch back to Basic later': true,
        },
        sends: true,
      },
      {
        draft: 'Hi Ravi! Yes, Pro comes with the full API, 10,000 calls a month.',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'none',
        },
        asks: {
          'does the Pro plan include the API': true,
          'can I switch back to Basic later': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: "Brigid O'Shea",
    fault: 'ours',
    writer: 'Declan',
    message:
      "I asked for the quiet side of the house because my husband has migraines, you confirmed it in writing, and we got the room over the bar. He lay in a dark bathroom for two nights. I would like an explanation and half of what we paid. Brigid O'Shea",
    drafts: [
      {
        draft:
          "Dear Brigid,\n\nTwo nights on a bathroom floor, in a room we promised would be quiet. That is not a holiday for either of you, and I'm truly sorry.\n\nI gave your room to a group that stayed on, and I hoped you wouldn't mind. I should have rung you, or moved them.\n\nYou have all of it back, not half: 412 was returned to your card this morning. If you ever trust us again, room 9 at the garden end has your name on it.\n\nPlease tell your husband I hope he is sleeping in the dark by choice now,\nDeclan",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'I would like an explanation': true,
          'half of what we paid': true,
        },
        sends: true,
      },
      {
        draft:
          "Dear Mrs O'Shea,\n\nWe are sorry you feel your stay was not satisfactory. Room requests are noted but cannot be guaranteed, as per our booking conditions. As a gesture of goodwill we would like to offer you 10% off your next stay.\n\nKind regards,\nFront Office Manager",
        is: {
          name: 'ok',
          empathy: 'formula',
          apology: 'legal',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'plain',
        },
        asks: {
          'half of what we paid': false,
        },
        says: ['questions.unanswered', 'apology.legal', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Marcel Tremblay',
    fault: 'nobody',
    writer: 'Sophie',
    message:
      'Bonjour, I would like to know if the kayak course is suitable for somebody who cannot swim well, and what I should bring. Marcel',
    drafts: [
      {
        draft:
          'Bonjour Marcel,\n\nIt is. Everybody wears a vest and the first hour stays where you can stand; if you can float on your back for a minute, you will be fine. Bring a towel, shoes that may get wet and something warm for after.\n\nThe herons nest in May, so look up now and then.\n\nÀ bientôt,\nSophie',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'if the kayak course is suitable': true,
          'what I should bring': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Mr Marcel,\n\nParticipants must be able to swim 50 m. Equipment list: see attachment.\n\nKayak School',
        is: {
          name: 'wrong',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'plain',
        },
        asks: {
          'if the kayak course is suitable': true,
        },
        says: ['name.wrong'],
      },
    ],
  },
  {
    to: 'Denise Fowler',
    fault: 'ours',
    writer: 'Kwame',
    message:
      "Your driver left my mother's oxygen bottles at the neighbour's who is away until Sunday. She has one left, it lasts until tomorrow noon. I have called the hotline three times. Please do something!!! Denise Fowler",
    drafts: [
      {
        draft:
          "Dear Denise,\n\nOne bottle left and three calls that led nowhere: you must be frightened, and you have every right to be. We should never have put oxygen down at a closed door. I'm sorry.\n\nTwo full bottles left our depot with Kwesi at 9:20; he is with your mother before eleven and connects them for her. I stay on the line with him.\n\nMy mobile is 07700 900 404. Ring it at any hour,\nKwame",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'Please do something': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Denise,\n\nI completely understand how worrying this must be for you and your mother. Please rest assured that your case has the highest priority. We are doing everything we can.\n\nWarm regards,\nKwame',
        is: {
          name: 'ok',
          empathy: 'formula',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          close: 'plain',
        },
        asks: {
          'Please do something': false,
        },
        says: ['questions.unanswered', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Stefan Novák',
    fault: 'theirs',
    writer: 'Lena',
    message:
      'Good evening, I deleted the whole project by accident, three months of drawings. Is it possible to get it back or is all lost? I am sweating. Stefan',
    drafts: [
      {
        draft:
          "Good evening Stefan,\n\nStop sweating: it's all there. Deleted projects sleep in our archive for thirty days. I've put yours back as of 18:42 tonight, every layer included; reload the page and you'll see it.\n\nThree months of drawings would make anyone sweat. I once deleted my own thesis.\n\nSleep well,\nLena",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'none',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'Is it possible to get it back': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Stefan,\n\nYou must have clicked "delete forever" and confirmed twice. We are not responsible for data deleted by users. Please read the backup section in our help centre.\n\nSupport',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          blame: true,
          close: 'plain',
        },
        asks: {
          'Is it possible to get it back': false,
        },
        says: ['tone.blame'],
      },
    ],
  },
  {
    to: 'Ayşe Demir',
    fault: 'ours',
    writer: 'Holger',
    message:
      'Hello, on Tuesday I asked you two things: does the insurance pay for the hotel when the train is cancelled, and until when must I send the receipts? You answered only that you received my message. Ayşe Demir',
    drafts: [
      {
        draft:
          "Hello Ayşe,\n\nTwo clear questions on Tuesday, and all you got was a receipt for your message. I'm sorry, that was me in a hurry.\n\nYes, we pay the hotel, up to 120 a night and for two nights. Send the receipts until 15 January; photos are enough.\n\nI hope the next train runs,\nHolger",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'does the insurance pay for the hotel when the train is cancelled': true,
          'until when must I send the receipts?': true,
        },
        sends: true,
      },
      {
        draft:
          "Hello Ayşe,\n\nTwo clear questions on Tuesday, and all you got was a receipt for your message. I'm sorry, that was me in a hurry.\n\nYes, we pay the hotel, up to 120 a night and for two nights.\n\nI hope the next train runs,\nHolger",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'does the insurance pay for the hotel when the train is cancelled': true,
          'until when must I send the receipts?': false,
        },
      },
    ],
  },
  {
    to: 'Mabel Jenkins',
    channel: 'letter',
    fault: 'nobody',
    writer: 'Iris',
    message:
      "Dear library, I am 91 and my eyes are poor now. Do you have books with large letters, and could someone bring them, as I can't manage the bus any more? Yours, Mabel Jenkins",
    drafts: [
      {
        draft:
          'Dear Mabel,\n\nWe have a whole wall of large print, over four hundred, and I would love to choose with you. Our book bus comes through your street every second Thursday; from the 3rd of December Tom carries three books to your door and takes the old ones back. It costs nothing.\n\nTell me on the phone what you loved reading at forty: 01632 960 118. I am there until five.\n\nIris Holloway',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'Do you have books with large letters': true,
          'could someone bring them': true,
        },
        sends: true,
      },
      {
        draft: 'Dear Ms Jenkins,\n\nYes, we have a large-print section.\n\nYours sincerely,\nThe Library',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'plain',
        },
        asks: {
          'Do you have books with large letters': true,
          'could someone bring them': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Trevor Nash',
    fault: 'ours',
    writer: 'Anita',
    message:
      "You've sent the bailiffs to the wrong Nash. My neighbours watched. I owe nobody a penny. I want it in writing that it was your error, and I want to know how you got my address. T Nash",
    drafts: [
      {
        draft:
          'Dear Trevor,\n\nA man who owes nobody a penny had bailiffs on his doorstep, with the street looking on. That was humiliating, and it was our error: I matched the name and not the date of birth. I apologise.\n\nAttached is a letter that says so, signed by me; show it to anyone you like. Your address came from the electoral roll, and I have deleted it from our files today.\n\nIf it helps, I will come and say it to your neighbours myself,\nAnita Bose',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'I want it in writing that it was your error': true,
          'I want to know how you got my address': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Mr Nash,\n\nA man who owes nobody a penny had bailiffs on his doorstep. If this caused you any embarrassment, we apologise.\n\nAttached is a letter confirming that the matter is closed. Your address came from the electoral roll, and I have deleted it from our files today.\n\nAnita Bose',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'conditional',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'plain',
        },
        asks: {
          'I want to know how you got my address': true,
        },
        says: ['apology.conditional'],
      },
    ],
  },
  {
    to: 'Lerato Dube',
    fault: 'nobody',
    writer: 'Finn',
    message:
      "Hi there! We loved the tour on Saturday, especially the bit with the bats. My son now wants to be a bat. Could you tell me what the guide's recorder is called, for his birthday? Lerato",
    drafts: [
      {
        draft:
          "Hi Lerato,\n\nA boy who wants to be a bat: you made our whole week. It's called a heterodyne detector, and the small yellow kit version costs about 40; Maja says he can solder it with you in an afternoon.\n\nHappy birthday to him from the guides, and from the bats,\nFinn",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          "what the guide's recorder is called": true,
        },
        sends: true,
      },
      {
        draft:
          'Hello Lerato,\n\nWe appreciate your feedback. Your satisfaction is important to us.\n\nBest regards,\nTours Team',
        is: {
          name: 'ok',
          echo: false,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          canned: true,
          close: 'plain',
        },
        asks: {
          "what the guide's recorder is called": false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Gordon Blythe',
    called: 'Mr Blythe',
    fault: 'ours',
    later: true,
    writer: 'Shirin',
    message:
      'Third time I write. The hedge contractor drove over my lawn and the ruts are as deep as my boot. You said somebody would come last Monday. Nobody came. When are they coming? G. Blythe',
    drafts: [
      {
        draft:
          "Dear Mr Blythe,\n\nI said Monday and nobody came, and this is the third time you have had to write about the same ruts. I'm sorry; I never passed the date on to the crew.\n\nThey come on Friday at eight with soil and turf, and I come with them. You will hear from me on Thursday evening either way.\n\nThank you for writing a third time instead of giving up on us,\nShirin Daei",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'When are they coming?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Mr Blythe,\n\nAs I already explained, the contractor is responsible for the damage. The request was escalated and is being reviewed.\n\nShirin Daei',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          blame: true,
          close: 'plain',
        },
        asks: {
          'When are they coming?': false,
        },
        says: ['questions.unanswered', 'tone.blame', 'apology.missing'],
      },
      {
        draft:
          "Dear Mr Blythe,\n\nThe crew comes on Friday at eight with soil and turf. Please leave the gate open.\n\nI'm sorry that nobody came on Monday and that you had to write a third time about the ruts in your lawn.\n\nShirin Daei",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'fix-first',
          remedy: true,
          when: true,
          close: 'plain',
        },
        asks: {
          'When are they coming?': true,
        },
        says: ['empathy.late'],
      },
    ],
  },
  {
    to: 'Zuzana Kralova',
    fault: 'nobody',
    writer: 'Ben',
    message:
      'hello, our flat is on 4th floor without lift. do your men carry the piano up, and what does it cost extra? also my cat is scared of people, how long will it take',
    drafts: [
      {
        draft:
          'Hello Zuzana,\n\nThey do, with a stair climber and four pairs of arms: 30 extra per floor, so 120. Allow two hours.\n\nAbout the cat: give her the bathroom with a blanket, and we hang a note on the door so that nobody opens it.\n\nBen',
        is: {
          name: 'ok',
          echo: true,
          apology: 'none',
          remedy: true,
          when: true,
        },
        asks: {
          'do your men carry the piano up': true,
          'how long will it take': true,
        },
      },
      {
        draft:
          'Hello Zuzana,\n\nPiano transport is possible. Please fill in the form on our website for a quote.\n\nBen',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          when: true,
          close: 'plain',
        },
        asks: {
          'do your men carry the piano up': true,
          'how long will it take': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Monique Adams',
    fault: 'ours',
    writer: 'Erik',
    message:
      'I paid for express and my passport photos arrived after my appointment. I lost the slot, the next one is in February. What are you going to do about it? Monique Adams',
    drafts: [
      {
        draft:
          'Dear Monique,\n\nYou paid extra so that exactly this would not happen, and now February is your next chance. I am sorry. The parcel lay on my own desk over the weekend.\n\nI have spoken to the passport office: Mrs Ferreira keeps a chair for you this Thursday at 8:15, no new booking needed. The express fee and the photos are refunded as of today, and a taxi to the office is on me.\n\nErik Lund, 555 0110 until seven',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
        },
        asks: {
          'What are you going to do about it?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Monique,\n\nYou paid extra so that exactly this would not happen, and now February is your next chance. Delays were experienced over the weekend and the parcel was not processed in time.\n\nI have spoken to the passport office: Mrs Ferreira keeps a chair for you this Thursday at 8:15, no new booking needed. The express fee is refunded as of today.\n\nGood luck on Thursday,\nErik Lund',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'passive',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'What are you going to do about it?': true,
        },
        says: ['apology.passive'],
      },
    ],
  },
  {
    to: 'Hassan Rahimi',
    fault: 'unclear',
    writer: 'Ulla',
    message:
      "The heating app shows 31 degrees in my daughter's room, but when I go in it is cold. She is 3 weeks old. Is the sensor broken or does it really heat too much at night? Hassan",
    drafts: [
      {
        draft:
          'Dear Hassan,\n\nThree weeks old and a number on the screen that can\'t be right: of course you go in and feel with your hand. Trust the hand. The sensor reads 31 because it sits above the warm pipe; your heating itself ran at 19 all night, I can see the log.\n\nOur fitter Jonas moves it to the inner wall today between two and three. Until then set the room to "manual 20" with the wheel.\n\nI\'ll ring you tonight at eight to hear how it is,\nUlla',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'none',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        sends: true,
      },
      {
        draft:
          'Dear Hassan,\n\nPlease perform a factory reset of the gateway and re-pair the TRV via the OEM interface. If the issue persists, contact us again.\n\nTechnical Support',
        is: {
          name: 'ok',
          echo: false,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          when: true,
          jargon: true,
          close: 'plain',
        },
        says: ['questions.unanswered', 'tone.jargon', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Chidi Okafor',
    channel: 'chat',
    fault: 'nobody',
    later: true,
    writer: 'Rae',
    message: 'great thanks! and do I need to print the ticket',
    drafts: [
      {
        draft: 'No need, the code on your phone is enough. Have a good show!',
        is: {
          name: 'missing',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
        },
        asks: {
          'do I need to print the ticket': true,
        },
        sends: true,
      },
    ],
  },
  {
    to: 'Elspeth Munro',
    fault: 'ours',
    writer: 'Hamish',
    message:
      'The kitchen you fitted: the drawers open against each other and the worktop has a gap I can put my finger in. Your fitter said "that\'s how it is". I have waited 8 months for this kitchen. I want it done properly. Elspeth Munro',
    drafts: [
      {
        draft:
          'Dear Elspeth,\n\nEight months of waiting and then a shrug: no. "That\'s how it is" is not how it is, and I\'m sorry one of ours said it.\n\nI come on Monday at nine with our best joiner, Isla, and we measure every drawer with you watching. What is wrong is made new, at our cost, by 11 December; I put that in writing today. The last instalment stays with you until you say it is good.\n\nPut the kettle on the good side of the gap,\nHamish',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'I want it done properly': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Elspeth,\n\nThanks for getting in touch. Could you send us some photos of the drawers and the worktop? Once we have received these we will be able to advise further.\n\nKind regards,\nAfter Sales',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          close: 'plain',
        },
        asks: {
          'I want it done properly': false,
        },
        says: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Joaquin Torres',
    fault: 'ours',
    writer: 'Meg',
    message:
      'Hi, I booked the airport pickup for 5:10 am. Nobody came. I drove myself, paid 70 for parking and nearly missed my flight to my own job interview. Refund? Joaquin',
    drafts: [
      {
        draft:
          'Hi Joaquin,\n\nStanding on the kerb at 5:10 with an interview ahead of you and no taxi in sight. I can picture it and I hate that it was ours. The booking never left my screen. Sorry.\n\nThe fare went back to you at 8 this morning, and the 70 for parking follows today: just send me the receipt whenever you find it, no rush.\n\nI hope they gave you the job,\nMeg',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        sends: true,
      },
      {
        draft: 'Hi Joaquin,\n\nA refund has been initiated.\n\nMeg',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          curt: true,
          close: 'plain',
        },
        says: ['apology.missing', 'empathy.missing', 'tone.curt'],
      },
    ],
  },
  {
    to: 'Vera Sokolova',
    fault: 'nobody',
    writer: 'Tim',
    message:
      'Dear Sir or Madam, I lost my mother in September. Her phone contract is still running, 24 a month. How can I end it? I do not have her password. Vera Sokolova',
    drafts: [
      {
        draft:
          "Dear Vera,\n\nI am sorry for your loss. You need no password and no form.\n\nI have ended your mother's contract as of 14 September, and the two months paid since then, 48, go back to her account this week. If her number has a voice message you would like to keep, tell me before the 30th and I save it for you.\n\nWith warm thoughts,\nTim Reed",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'none',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'How can I end it?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Vera,\n\nTo cancel, log in to the account and choose Cancel contract. The notice period is 3 months.\n\nBest regards,\nCustomer Service',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'plain',
        },
        asks: {
          'How can I end it?': true,
        },
        says: ['empathy.missing'],
      },
    ],
  },
  {
    to: 'Philip Osei',
    called: 'Phil',
    fault: 'ours',
    writer: 'Jan',
    message:
      'You promised the brochure files for the trade fair by Monday. It is Wednesday and the printer closes at six today. Where are they?? Phil',
    drafts: [
      {
        draft:
          "Hi Phil,\n\nMonday was our word, it's Wednesday, and your printer closes at six. That's on me: I let another job jump the queue. Sorry.\n\nThe files are in your folder as of 10:15, checked by two people, and I rang Dieter at the printer's; he starts at eleven and you have them for the fair.\n\nI'm at my desk until he has the proofs,\nJan",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'Where are they': true,
        },
        sends: true,
      },
      {
        draft:
          'Hi Philip,\n\nWe are currently experiencing a high workload. The files are nearly done and will be sent over shortly. Thank you for your understanding.\n\nJan',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: false,
          close: 'plain',
        },
        says: ['apology.missing', 'next.no_time', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Naledi Khumalo',
    fault: 'ours',
    writer: 'Rob',
    message:
      "The ring came back from resizing and the little sapphire is missing. It was my grandmother's. I'm not even angry, I just feel sick. Do you have it? Naledi",
    drafts: [
      {
        draft:
          "Dear Naledi,\n\nYour grandmother's sapphire, and it was in our hands when it went. I felt sick too when I read your mail.\n\nWe have it. It was in the tray of the ultrasonic bath; I should have looked there before I packed the ring, and I am sorry. I am setting it back this afternoon with new claws and I bring it to you myself tomorrow at six.\n\nRob Tully",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'plain',
        },
        asks: {
          'Do you have it?': true,
        },
        sends: true,
      },
      {
        draft: 'Dear {name},\n\nWe are looking into it and will be in touch.\n\nRob Tully',
        is: {
          name: 'placeholder',
          echo: false,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          close: 'plain',
        },
        asks: {
          'Do you have it?': false,
        },
        says: ['name.wrong', 'questions.unanswered', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Ewa Lis',
    fault: 'nobody',
    writer: 'Pia',
    message:
      'Hi, is the pool warm enough for a baby, and do you have high chairs and a microwave in the flat? Ewa',
    drafts: [
      {
        draft:
          "Hi Ewa,\n\n32 degrees, and 34 on Wednesdays: the babies own the pool that morning. There is a high chair in the flat. No microwave, I'm afraid, but a bottle warmer, and Rosa in the kitchen warms up anything at any hour.\n\nBring the swim nappies, we supply the ducks,\nPia",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'is the pool warm enough for a baby': true,
          'do you have high chairs and a microwave': true,
        },
        sends: true,
      },
      {
        draft: 'Hi Ewa,\n\nThe pool is heated. The flat is fully equipped.\n\nEnjoy your stay,\nPia',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
        },
        asks: {
          'do you have high chairs and a microwave': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Florian Huber',
    fault: 'ours',
    writer: 'Nick',
    message:
      "Since the update on Sunday your till prints every receipt twice and the drawer does not open. I have a queue to the door. It's Christmas market time!! Florian",
    drafts: [
      {
        draft:
          "Hi Florian,\n\nA queue to the door and a drawer that won't open, in the best week of your year. I'm sorry: our Sunday update broke the printer link on the older tills.\n\nDo this first: press Menu, then 7, then Print once. The drawer opens again. I'm rolling your till back myself at 13:00, it takes two minutes, and I stay on the phone while it does.\n\nGood sales today,\nNick, 0664 555 01 20",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        sends: true,
      },
      {
        draft:
          'Hi Florian,\n\nThis is a known issue with v4.2 on legacy POS hardware. Dev is working on a hotfix. ETA TBD.\n\nNick',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          jargon: true,
          close: 'plain',
        },
        says: ['next.missing', 'apology.missing', 'tone.jargon', 'empathy.missing'],
      },
    ],
  },
]
