import type { Case } from './case.ts'

export const rooms: Case[] = [
  {
    to: 'Joanna Pereira',
    fault: 'ours',
    writer: 'Omar',
    message:
      'Hello, my suit came back from the cleaning with a hole in the sleeve. I needed it for the funeral of my uncle yesterday, I went in a borrowed jacket. Your lady said it was there before. It was not. Joanna Pereira',
    drafts: [
      {
        draft:
          'Dear Joanna,\n\nA funeral, and you stood there in a jacket that was not yours, and then we told you it was your hole. I am very sorry. The press did it, I have seen the mark under the lamp.\n\nOur tailor weaves it in by Friday, you will not find the place; if you do, I pay for a new suit. Your 18 euros are back on the card today.\n\nI am sorry for your loss.\nOmar Haddad',
        is: {
          name: 'ok',
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          echo: true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Joanna,\n\nA funeral, and you stood there in a jacket that was not yours: nobody should have to. I apologise if my colleague was short with you.\n\nOur tailor weaves it in by Friday, and your 18 euros are back on the card today.\n\nWith my sympathy to your family,\nOmar Haddad',
        is: {
          empathy: 'specific',
          apology: 'conditional',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        says: ['apology.conditional'],
      },
      {
        draft:
          'Dear Joanna,\n\nUnfortunately, in accordance with our terms, we cannot accept claims after collection. You should have checked the garment at the counter.\n\nKind regards\nOmar',
        is: { blame: true, empathy: 'none', remedy: false, close: 'plain' },
        says: ['tone.blame', 'empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'André Silva',
    fault: 'nobody',
    writer: 'Helen',
    message:
      'Hi, I am looking for a present for my father, he is 80 and reads only about ships. Which book would you take? And do you wrap? It must be here on Saturday.',
    drafts: [
      {
        draft:
          'Hi André,\n\nTake “The Grey Seas”: it smells of rope, and the print is large. I have one left and put your name on it. I wrap it in the blue paper with the anchors, and it goes out on Thursday, so it is with you on Friday.\n\nA happy birthday to the captain,\nHelen Ashworth',
        is: {
          name: 'ok',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
          echo: true,
        },
        asks: { 'Which book': true, 'do you wrap': true },
        sends: true,
      },
      {
        draft:
          'Hi André,\n\nTake “The Grey Seas”: it smells of rope, and the print is large. It goes out soon.\n\nA happy birthday to the captain,\nHelen Ashworth',
        is: { when: false },
        asks: { 'Which book': true, 'do you wrap': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Leila Karimi',
    fault: 'ours',
    writer: 'James',
    message:
      'Good morning, I booked the quiet room and got the one over the bar, music until 3. I had my exam in the morning and I wrote nonsense. I do not want a voucher. You must know what you sold me. Leila Karimi',
    drafts: [
      {
        draft:
          'Dear Leila,\n\nMusic until three under your bed, and an exam at nine: what we sold you was the opposite of quiet. I gave the quiet room to a group that paid more, and I knew it. I am ashamed and I am sorry.\n\nThe whole night is paid back, you see it on your card today. I also wrote to your examiner that the noise was ours; use the letter or burn it.\n\nI hope there is a second date, and that you sleep before it,\nJames O’Rourke',
        is: {
          name: 'ok',
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
          echo: true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Leila,\n\nMusic until three under your bed, and an exam at nine. I cannot imagine how you got through that morning, and I think of you.\n\nAll my best for the result,\nJames O’Rourke',
        is: { empathy: 'specific', apology: 'none', remedy: false, when: false, close: 'warm' },
        says: ['apology.missing', 'empathy.only'],
      },
    ],
  },
  {
    to: 'Viktor Lindqvist',
    fault: 'theirs',
    channel: 'chat',
    writer: 'Ana',
    message:
      'I think I paid the wrong bill, 310 went to you instead of my dentist. can I get it back? rent is on the 1st',
    drafts: [
      {
        draft:
          'Hi Viktor, found it: 310 from yesterday. I send it back now, it is on your account tomorrow, so well before the rent. Say hello to the dentist, he gets his after all.',
        is: { name: 'ok', apology: 'none', remedy: true, when: true, blame: false, curt: false },
        asks: { 'get it back': true },
        sends: true,
      },
      {
        draft: 'You entered the wrong IBAN. Contact your bank.',
        is: { name: 'missing', curt: true },
        says: ['tone.curt'],
      },
    ],
  },
  {
    to: 'Grace Mbeki',
    fault: 'nobody',
    later: true,
    writer: 'Ben',
    message:
      'Perfect, thank you Ben. The bedroom is 19 degrees and the boy sleeps like a stone. You get a cake from me. Grace',
    drafts: [
      {
        draft:
          'Dear Grace,\n\nA boy like a stone is the best report I had this month. I like lemon, since you ask.\n\nWarm greetings to him when he wakes up,\nBen',
        is: { name: 'ok', remedy: true, when: true, close: 'warm', order: 'n/a' },
        sends: true,
      },
    ],
  },
  {
    to: 'Chloé Bernard',
    fault: 'ours',
    writer: 'Customer Care',
    message:
      'Bonjour, you have delivered my wheelchair without the left brake. I live on a hill. I cannot go out since Thursday, my neighbour does the shopping. I telephoned three times and always a new person. When comes the brake? Chloé Bernard',
    drafts: [
      {
        draft:
          'Dear Ms Bernard,\n\nThank you for your patience. Your concern has been escalated to second level support (ticket INC-20331). The part is on backorder with the OEM. You will be contacted in due course.\n\nCustomer Care',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          remedy: false,
          when: false,
          jargon: true,
          close: 'plain',
        },
        asks: { 'When comes the brake': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing', 'tone.jargon'],
      },
      {
        draft:
          'Bonjour Chloé,\n\nA hill, one brake, and five days behind your own door while three of us each began from the start: I am sorry. I packed the chair and did not try it.\n\nI bring the brake myself tomorrow at 11 and fit it. Until then a colleague is with you today at 15:00 with a chair to borrow, so that you can go out this afternoon.\n\nAsk for me from now on, Clara, 555 0166.',
        is: {
          name: 'ok',
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
        },
        asks: { 'When comes the brake': true },
        sends: true,
      },
      {
        draft:
          'Bonjour Chloé,\n\nA hill, one brake, and five days behind your own door while three of us each began from the start: I am sorry. I packed the chair and did not try it.\n\nI will bring the brake and fit it myself.\n\nAsk for me from now on, Clara, 555 0166.',
        is: { empathy: 'specific', apology: 'real', remedy: true, when: false },
        asks: { 'When comes the brake': false },
        says: ['next.no_time'],
      },
    ],
  },
]
