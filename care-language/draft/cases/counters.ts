import type { Case } from './case.ts'

export const counters: Case[] = [
  {
    to: 'Anna Kowalska',
    fault: 'ours',
    writer: 'Martin',
    message:
      'Good day, I returned the library book in May, I have even the paper. Now you write I must pay 38 euro and my daughter cannot borrow for her exam. Please correct it and tell her school that we are no thieves.\nAnna Kowalska',
    drafts: [
      {
        draft:
          'Dear Anna,\n\nYou brought the book back, you kept the paper, and still your daughter stood at the desk like a thief before her exam. I found the book this morning on our own shelf; I had scanned the wrong one in May. I am sorry.\n\nThe 38 euros are deleted, and her card works from this hour. The letter to the school is in the post today, with my name under it.\n\nI wish her luck for the exam,\nMartin Healey',
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
        asks: { 'correct it': true, 'tell her school': true },
        sends: true,
      },
      {
        draft:
          'Dear Mr Kowalska,\n\nThe fee was removed. Please note that receipts must be kept for twelve months. If there was an error we apologise.\n\nLibrary Services',
        is: { name: 'wrong', apology: 'conditional', empathy: 'none', remedy: true },
        asks: { 'tell her school': false },
        says: ['name.wrong', 'apology.conditional', 'questions.unanswered', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Dr Helen Ashworth',
    called: 'Dr Ashworth',
    fault: 'nobody',
    writer: 'Miriam',
    message:
      'I would like to hire the small hall on the 9th of June from 18h to 22h for about 40 people. Is there a piano, and may we bring our own wine?\nHelen Ashworth',
    drafts: [
      {
        draft:
          'Dear Dr Ashworth,\n\nThe small hall is yours on 9 June from 18h to 22h. There is a piano, tuned in April, and you may bring your wine; glasses for 40 stand in the kitchen.\n\nIt costs 180 for the evening, and I send you the contract today. I look forward to hearing the piano used,\nMiriam Katz',
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
        asks: { 'hire the small hall': true, 'there a piano': true, 'bring our own wine': true },
        sends: true,
      },
      {
        draft:
          'Dear Ms Ashworth,\n\nThe small hall is yours on 9 June from 18h to 22h. There is a piano, and you may bring your wine.\n\nEnjoy the evening,\nMiriam Katz',
        is: { name: 'wrong' },
        says: ['name.wrong'],
      },
      {
        draft: 'Yes. Yes. Invoice follows.\n\nM.',
        is: { name: 'missing', curt: true },
        says: ['tone.curt', 'name.missing'],
      },
    ],
  },
  {
    to: 'Tiago Moura',
    fault: 'ours',
    writer: 'Support Desk',
    message:
      'hello, your app deleted all the runs of my last 3 years after the update. i trained for the marathon with them. i wrote two times already and got only a robot. are they gone or can you bring them back? tiago',
    drafts: [
      {
        draft:
          'Dear user,\n\nThank you for reaching out! We understand your frustration. Have you tried to reinstall the app? Your feedback is important to us.\n\nSupport Desk',
        is: {
          name: 'missing',
          echo: false,
          empathy: 'formula',
          apology: 'none',
          remedy: false,
          canned: true,
          close: 'plain',
        },
        asks: { 'are they gone': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
      {
        draft:
          'Hi Tiago,\n\nThree years of mornings, gone the week you need them, and twice a robot for an answer: I would be furious. They are not gone. Our update hid every run older than a year; I wrote that line, and I am sorry.\n\nYour 611 runs are back on your phone by 18:00 today, I start it now and look myself whether the marathon plan is complete.\n\nRun well on Sunday. Clara',
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
        asks: { 'are they gone': true },
        sends: true,
      },
      {
        draft:
          'Hi Tiago,\n\nThree years of mornings, gone the week you need them, and twice a robot for an answer: I would be furious too. We are looking into it and have passed it on to the developers.\n\nKeep running, and thank you for the exact dates. Clara',
        is: { empathy: 'specific', apology: 'none', remedy: false, when: false, close: 'warm' },
        says: ['questions.unanswered', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Viktor Lindqvist',
    fault: 'nobody',
    channel: 'chat',
    later: true,
    writer: 'Joanna',
    message: 'ok and does the ferry take bikes too?',
    drafts: [
      {
        draft: 'It does, up to twenty, and for free. Roll it on first, the crew ties it down for you.',
        is: {
          name: 'missing',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          curt: false,
          close: 'none',
        },
        asks: { 'ferry take bikes': true },
        sends: true,
      },
    ],
  },
  {
    to: 'Fátima Rocha',
    fault: 'ours',
    writer: 'Paul',
    message:
      'Dear hotel, in the night the fire alarm went three times and nobody came to say what it is. I stood on the street in pyjama with my two girls, it was raining. At breakfast they said: false alarm, sorry. I ask you for an explanation and for the price of this night.\nFátima Rocha',
    drafts: [
      {
        draft:
          'Dear Fátima,\n\nThree alarms, rain, two girls in pyjamas and not one of us to tell you what it was: that is a fright, and “false alarm” at breakfast was no answer. A pan burned in our kitchen each time, because I let the night cook work with the fan off. I am sorry.\n\nThe fan was repaired yesterday and the night porter now goes to every floor. The 140 euros of that night went back to your card this morning.\n\nPlease tell your girls that they were braver than our porter. Paul Whitcombe',
        is: {
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
          echo: true,
        },
        asks: { 'an explanation': true, 'price of this night': true },
        sends: true,
      },
      {
        draft:
          'Dear Guest,\n\nWe regret that you experienced an inconvenience. Safety is our priority and alarms must be followed. As a gesture of goodwill and without admission of liability we can offer 10 % on your next stay.\n\nThe Management',
        is: { name: 'missing', apology: 'legal', empathy: 'formula', close: 'plain' },
        asks: { 'an explanation': false },
        says: ['apology.legal', 'questions.unanswered', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Marco Bianchi',
    fault: 'customer',
    writer: 'Yuki',
    message:
      'Ciao, I typed the wrong mail address when I bought the opera tickets, marco.bianci without h. Now I have no tickets and the opera is tonight at 19.30!! Can you help? Marco',
    drafts: [
      {
        draft:
          'Ciao Marco,\n\nOne small h, and an opera tonight: I would be nervous too. The two tickets are in your right mailbox now, the old link is dead. If they are not there in five minutes, ring me at 555 0110, I am here until the curtain.\n\nEnjoy the second act most of all,\nYuki Mori',
        is: {
          name: 'ok',
          empathy: 'specific',
          apology: 'none',
          remedy: true,
          when: true,
          close: 'warm',
          blame: false,
        },
        asks: { 'Can you help': true },
        sends: true,
      },
      {
        draft:
          'Hello Marco,\n\nThis is due to your own mistake. You failed to check the address before paying. Tickets cannot be sent again.\n\nTicket Office',
        is: { blame: true, remedy: false },
        says: ['tone.blame'],
      },
    ],
  },
  {
    to: '田中 健司',
    called: 'Kenji',
    fault: 'nobody',
    writer: 'Sofia',
    message:
      'Hello Sofia, my watch of my father stops at night. Do you repair so old watches and how long must I wait? It is from 1961. Kenji Tanaka',
    drafts: [
      {
        draft:
          'Dear Kenji,\n\nYes, gladly: 1961 is young for us. If it stops only at night it is probably the oil, which takes four days. Bring it in on Tuesday or Friday after 10, and I open it while you watch.\n\nI am curious to meet your father’s watch,\nSofia Mendes',
        is: {
          name: 'ok',
          echo: true,
          apology: 'none',
          remedy: true,
          when: true,
          close: 'warm',
          order: 'n/a',
        },
        asks: { 'repair so old watches': true, 'how long must I wait': true },
        sends: true,
      },
      {
        draft:
          'Dear Tanaka,\n\nYes, gladly: 1961 is young for us. It takes four days.\n\nI am curious to meet the watch,\nSofia Mendes',
        is: { remedy: true },
      },
    ],
  },
]
