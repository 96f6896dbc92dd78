import type { Case } from './case.ts'

export const yards: Case[] = [
  {
    to: 'Bruno Teixeira',
    fault: 'ours',
    writer: 'Miriam',
    message:
      'Hi, i ordered 12 hens, you delivered 12 roosters. my neighbours hate me since 5 in the morning. when do you pick them up? and i want my hens. bruno',
    drafts: [
      {
        draft:
          'Hi Bruno,\n\nTwelve of them at five in the morning: I apologise to you and to the whole street. I loaded the wrong crates, they stand side by side and I did not open them.\n\nI am at your gate tonight at 20:30, when they sleep, with your twelve hens, and take the gentlemen home. You get the feed for a month on top.\n\nSleep well tomorrow,\nMiriam Katz',
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
        asks: { 'pick them up': true, 'my hens': true },
        sends: true,
      },
      {
        draft:
          'Hi Bruno,\n\nA replacement was ordered. Someone will call you regarding collection.\n\nRegards, Orders',
        is: { empathy: 'none', apology: 'none', remedy: true, when: false, close: 'plain' },
        says: ['questions.unanswered', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Yuki Mori',
    fault: 'nobody',
    writer: 'Peter',
    message:
      'Dear museum, I come with 23 children of 8 years on Thursday. Can they draw in the rooms, where can they eat their bread, and what does it cost for the teachers? Yuki Mori',
    drafts: [
      {
        draft:
          'Dear Yuki,\n\nThey may draw everywhere, with pencils; we have 23 boards for the knees. Their bread they eat in the garden or, if it rains, in the old kitchen. Teachers and drivers come in free.\n\nThe elephant is on the second floor. Children always ask, so now you know.\n\nUntil Thursday,\nPeter van Dijk',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
          echo: true,
        },
        asks: { 'draw in the rooms': true, 'eat their bread': true, 'cost for the teachers': true },
        sends: true,
      },
      {
        draft:
          'Dear Yuki,\n\nThey may draw everywhere, with pencils; we have 23 boards for the knees. Teachers and drivers come in free.\n\nUntil Thursday,\nPeter van Dijk',
        asks: { 'draw in the rooms': true, 'eat their bread': false, 'cost for the teachers': true },
        says: ['questions.unanswered'],
      },
      {
        draft: 'Hello,\n\nAll information can be found on our website.\n\nPeter',
        is: { name: 'missing', remedy: false },
        asks: { 'draw in the rooms': false, 'eat their bread': false },
        says: ['questions.unanswered', 'name.missing'],
      },
    ],
  },
  {
    to: 'Ольга Петренко',
    called: 'Olha',
    fault: 'ours',
    writer: 'Sara',
    message:
      'Hello, in your course I paid for level B2 and they put me in A1. I sit with people who learn the alphabet. I have this exam in June for my residence, I cannot lose a month. Olha Petrenko',
    drafts: [
      {
        draft:
          'Dear Olha,\n\nA month of the alphabet, with an exam for your residence in June: no, you cannot lose it, and I am sorry. I read the wrong line in our list.\n\nFrom tomorrow at 18:00 you sit in B2 with Mr Nunes, room 12. He gives you four extra hours on Saturdays, free, for what you missed.\n\nI cross my fingers for June,\nClara Nunes',
        is: {
          name: 'ok',
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
          'Dear Olha,\n\nWe are sorry that you feel you are in the wrong group. The allocation was done on the basis of the placement test. As stated in the confirmation, changes are possible once per semester.\n\nThe Language Centre',
        is: { apology: 'conditional', blame: true, close: 'plain' },
        says: ['apology.conditional', 'empathy.missing', 'tone.blame'],
      },
    ],
  },
  {
    to: 'Paul Whitcombe',
    fault: 'nobody',
    channel: 'chat',
    writer: 'Lucy',
    message: 'my screen is upside down since the cat sat on the keyboard, help',
    drafts: [
      {
        draft:
          'Hi Paul, greetings to the cat. Press Ctrl, Alt and the arrow up at the same time, and the world is the right way again. If not, tell me which laptop it is and I find the other trick.',
        is: { name: 'ok', apology: 'none', remedy: true, when: true, curt: false, jargon: false },
        sends: true,
      },
    ],
  },
  {
    to: 'Henry Blackwood',
    fault: 'nobody',
    writer: 'Joanna Pereira',
    message:
      'Dear Joanna, my wife of 52 years died on Sunday. She had a ticket for the concert on the 14th, beside me. I will come alone. Could somebody perhaps sit there, who cannot pay it? Henry Blackwood',
    drafts: [
      {
        draft:
          'Dear Henry,\n\nFifty-two years, and the seat beside you. I am so sorry that she will not be there.\n\nThere is a young cellist, Yara, who listens from the stairs because she cannot pay. I have asked her, without your name, and she would be honoured to sit there on the 14th. If you would rather have it empty after all, tell me until that evening, and it stays empty.\n\nI will be at the door when you come.\nJoanna Pereira',
        is: {
          name: 'ok',
          empathy: 'specific',
          apology: 'none',
          remedy: true,
          when: true,
          close: 'warm',
          order: 'empathy-first',
        },
        asks: { 'sit there': true },
        sends: true,
      },
      {
        draft:
          'Dear Henry,\n\nThank you for your message. Seat 14B has been released for resale.\n\nBox Office',
        is: { empathy: 'none', apology: 'none', close: 'plain' },
        says: ['empathy.missing'],
      },
    ],
  },
  {
    to: 'Zeynep Aydın',
    fault: 'ours',
    writer: 'Tomás',
    message:
      'Good day, I wanted to pay my rent at your office on the 30th, nobody there although it says open until 18. Now I have a letter with 25 late fee. I took a bus for it, one hour. Please take the fee away. Zeynep Aydın',
    drafts: [
      {
        draft:
          'Dear Zeynep,\n\nThe fee of 25 is gone from your account. An hour on the bus to a locked door is enough of a price, I am sorry; I closed at five that day and hung no note.\n\nIf it is easier, you can pay by phone from now on.\n\nHave a better 30th next month,\nTomás Vale',
        is: { name: 'ok', apology: 'real', order: 'fix-first', remedy: true, empathy: 'specific' },
        asks: { 'take the fee away': true },
        says: ['empathy.late'],
      },
      {
        draft:
          'Dear Zeynep,\n\nAn hour on the bus to a locked door, and then a letter that wants 25 more: that is upside down. The office was closed early and no notice was put up.\n\nThe 25 are off your account since this morning, and the next rent you can pay by phone.\n\nThank you for writing to me first,\nTomás Vale',
        is: {
          apology: 'passive',
          empathy: 'specific',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: { 'take the fee away': true },
        says: ['apology.passive'],
      },
    ],
  },
  {
    to: 'Tiago Moura',
    fault: 'unclear',
    writer: 'Grace',
    message:
      'hi, i sent my guitar with you, insured, it came with a broken neck. it is a 1974, it was my brothers. i have photos from before. what now? tiago',
    drafts: [
      {
        draft:
          'Hi Tiago,\n\nYour brother’s guitar, and the neck is broken: I am sorry, that is not a parcel. Please send me the photos from before and one of the box today; then I open the claim under my name, and you have an answer by Friday noon, whatever the depot says.\n\nDo not glue it. I know a man in Porto who has saved older ones, here is his number: 555 0131.\n\nGrace Mbeki',
        is: { name: 'ok', empathy: 'specific', remedy: true, when: true, order: 'empathy-first' },
        asks: { 'what now': true },
        sends: true,
      },
      {
        draft:
          'Hi Tiago,\n\nour liability is excluded for insufficient packaging. Fill out form CL-9.\n\nClaims Dept',
        is: { empathy: 'none', close: 'plain' },
        says: ['empathy.missing'],
      },
    ],
  },
]
