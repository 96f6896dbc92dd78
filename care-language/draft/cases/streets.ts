import type { Case } from './case.ts'

export const streets: Case[] = [
  {
    to: 'Ricardo Pinto',
    fault: 'ours',
    writer: 'Paul',
    message:
      'Good evening, your driver put the washing machine in front of the door and went. I live on the 4th floor and I have only one arm. It stood there in the hall until my neighbour came from work. I paid for delivery into the kitchen. Ricardo Pinto',
    drafts: [
      {
        draft:
          'Dear Ricardo,\n\nYou paid for the kitchen and got the hall, four floors below it, and your neighbour had to do our work after his own. I am ashamed of that, and I am sorry.\n\nThe 60 euros for the delivery are on your account tomorrow. Tonight at 19:00 two of us come, connect the machine and take the old one down; I am one of the two.\n\nThe neighbour likes red wine, I hope?\nPaul Whitcombe',
        is: {
          name: 'ok',
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          echo: true,
          curt: false,
        },
        sends: true,
      },
      {
        draft: 'Dear Ricardo,\n\nThe delivery fee will be refunded. Please rate our service.\n\nPaul',
        is: { empathy: 'none', apology: 'none', remedy: true, when: false, close: 'plain' },
        says: ['apology.missing', 'empathy.missing', 'next.no_time'],
      },
      {
        draft:
          'Dear Ricardo,\n\nYou paid for the kitchen and got the hall, four floors below it, and your neighbour had to do our work after his own. It was overlooked that the order included the carrying.\n\nThe 60 euros for the delivery are on your account tomorrow. Tonight at 19:00 two of us come and connect the machine.\n\nMy greetings to your neighbour,\nPaul Whitcombe',
        is: { empathy: 'specific', apology: 'passive', remedy: true, when: true, close: 'warm' },
        says: ['apology.passive'],
      },
    ],
  },
  {
    to: 'Sofia Mendes',
    fault: 'nobody',
    writer: 'Leila',
    message:
      'Hello, my grandmother turns 100 in June and she sang in your choir in 1948. Do you have a photo from then, and would some of you come and sing for her one song? She is in the home at Rua Nova. Sofia',
    drafts: [
      {
        draft:
          'Dear Sofia,\n\nA hundred years, and once an alto in our second row: yes, with joy. I found her in the photograph of 1948, third from the left, with the big bow; a copy is in the post to you today.\n\nEleven of us come on her day. Tell me the hour and her song, and we practise it from Thursday.\n\nWe look forward to an old colleague,\nLeila Karimi',
        is: {
          name: 'ok',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
          echo: true,
        },
        asks: { 'have a photo': true, 'come and sing': true },
        sends: true,
      },
      {
        draft:
          'Dear Sofia,\n\nA hundred years, and once an alto in our second row! Eleven of us come on her day. Tell me the hour and her song, and we practise it from Thursday.\n\nWe look forward to an old colleague,\nLeila Karimi',
        asks: { 'have a photo': false, 'come and sing': true },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Martin Healey',
    fault: 'theirs',
    writer: 'Tiago',
    message:
      'I forgot to cancel the trial and now 89 is gone for a year. I know the rule. I am between jobs at the moment, it is a lot for me. Is there any way? Martin',
    drafts: [
      {
        draft:
          'Hi Martin,\n\nBetween jobs, 89 is a lot, and the rule was not made for weeks like yours. It is on its way back: you see it on your card by Thursday. The trial stays open until the end of the month, so you can finish what you began.\n\nI wish you a good first day, wherever it is,\nTiago Moura',
        is: { empathy: 'specific', apology: 'none', remedy: true, when: true, close: 'warm', blame: false },
        asks: { 'any way': true },
        sends: true,
      },
      {
        draft:
          'Hello Martin,\n\nUnfortunately refunds are not possible, as clearly stated in our terms.\n\nBest regards\nTiago',
        is: { blame: true, remedy: false, empathy: 'none', close: 'plain' },
        says: ['tone.blame'],
      },
    ],
  },
  {
    to: 'Esther Goldman',
    fault: 'ours',
    writer: 'Dr Haddad',
    channel: 'letter',
    message:
      'Dear Doctor, you gave me an appointment for nine and saw me at twenty to twelve. Nobody said a word. I am a taxi driver, the morning is when I earn. I would like to know how I can avoid this the next time.\nEsther Goldman',
    drafts: [
      {
        draft:
          'Dear Mrs Goldman,\n\nYour morning is your wage, and you gave me two hours and forty minutes of it without a word from us. I took two emergencies between and did not tell my desk to tell you. I am sorry.\n\nThe next time you are the first at 7:45, and it stays so: I have written it on your card. If I am late all the same, we ring you in your taxi half an hour before.\n\nThank you for writing instead of going elsewhere,\nOmar Haddad',
        is: {
          name: 'ok',
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: { 'avoid this': true },
        sends: true,
      },
      {
        draft:
          'Dear Mrs Goldman,\n\nWe apologise for any inconvenience. Waiting times can occur for medical reasons.\n\nThe practice team',
        is: { apology: 'conditional', empathy: 'formula', remedy: false, close: 'plain' },
        asks: { 'avoid this': false },
        says: ['apology.conditional', 'questions.unanswered', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Miriam Katz',
    fault: 'nobody',
    channel: 'chat',
    writer: 'Dev',
    message:
      'hi! which of the two tents is better for 3 weeks norway in september, the blue one or the big one',
    drafts: [
      {
        draft:
          'Hi Miriam, the blue one. September in Norway is wind, and the blue one lies low; the big one is a sail. Take the long pegs with it, 12 euros, you will thank me in Lofoten.',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          curt: false,
          jargon: false,
        },
        asks: { 'which of the two tents': true },
        sends: true,
      },
      {
        draft: 'Both are good.',
        is: { name: 'missing' },
        asks: {},
      },
    ],
  },
  {
    to: 'Henry Blackwood',
    fault: 'unclear',
    writer: 'Clara Nunes',
    message:
      'Hello, 3 letters from my insurance never came, now they cancelled me. They say they sent them. You deliver our street. I am 67 and without insurance since the 1st, I do not dare to drive to my wife in the clinic. What happened with the letters?\nH. Blackwood',
    drafts: [
      {
        draft:
          'Dear Henry,\n\nNot daring to drive to your wife, because three letters are somewhere: that cannot wait for a form. I asked your postman this morning. A new name stands on your box since March and he sent the three back on the 4th, 11th and 19th; here are the dates in writing, so that the insurance must take you back.\n\nI rang them too: Ms Lund expects your call today until 17:00, at 555 0190.\n\nPlease give your wife my best wishes,\nClara Nunes',
        is: {
          name: 'ok',
          empathy: 'specific',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
          echo: true,
        },
        asks: { 'What happened with the letters': true },
        sends: true,
      },
      {
        draft:
          'Dear Henry,\n\nNot daring to drive to your wife, because three letters are somewhere: I understand your worry. We will investigate this with the local depot and get back to you as soon as possible.\n\nI wish your wife a good recovery,\nClara Nunes',
        is: { empathy: 'specific', remedy: false, when: false, close: 'warm' },
        asks: { 'What happened with the letters': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Amara Nwosu',
    fault: 'ours',
    writer: 'Ben Okafor',
    later: true,
    message:
      'Hi Ben, water is hot again, and you even swept the stairs. Thank you! One thing, where did you put the key of the cellar? Amara',
    drafts: [
      {
        draft:
          'Hi Amara,\n\nIn the blue cup on the meter, where your cat cannot reach. I am glad the showers are long again; you waited for it more patiently than I would.\n\nBen',
        is: { name: 'ok', remedy: true, when: true, curt: false },
        asks: { 'where did you put the key': true },
        sends: true,
      },
    ],
  },
  {
    to: 'Anna Kowalska',
    fault: 'ours',
    writer: 'Yuki Mori',
    message:
      'Dear shop, the shoes I ordered for the first communion of my boy came in two different sizes, left 34 and right 36. The communion is on Sunday, he cried and said he goes in his football shoes. What can we do until then? And must I pay the return?',
    drafts: [
      {
        draft:
          'Dear Anna,\n\nA boy in tears over one 34 and one 36, five days before his day: I am so sorry. I packed them myself and looked at the box, not at the shoes.\n\nThe right pair leaves here today by courier and is with you tomorrow before noon. Give the wrong ones to the same man, it costs you nothing.\n\nAnd football shoes would be fine too, tell him that,\nYuki Mori',
        is: { empathy: 'specific', apology: 'real', order: 'empathy-first', remedy: true, when: true },
        asks: { 'What can we do': true, 'must I pay the return': true },
        sends: true,
      },
      {
        draft:
          'Dear Anna,\n\nThe right pair leaves here today by courier and is with you tomorrow before noon. Give the wrong ones to the same man, it costs you nothing.\n\nI am sorry that your boy cried over them. I packed the box without looking.\n\nA happy Sunday to all of you,\nYuki Mori',
        is: {
          order: 'fix-first',
          apology: 'real',
          empathy: 'specific',
          remedy: true,
          when: true,
          close: 'warm',
        },
        says: ['empathy.late'],
      },
      {
        draft:
          'Hi Ana,\n\nA boy in tears over one 34 and one 36: I am so sorry, I packed them myself. The right pair is with you tomorrow before noon, and the return costs you nothing.\n\nA happy Sunday to all of you,\nYuki Mori',
        is: { name: 'wrong' },
        says: ['name.wrong'],
      },
    ],
  },
  {
    to: 'Luís Faria',
    fault: 'nobody',
    writer: 'Registration',
    message:
      'Dear office, my wife died on the 3rd and I must cancel her bus card and her place in the gymnastics group. I do not know what papers you need. Luís Faria',
    drafts: [
      {
        draft:
          'Dear Mr Faria,\n\nI am sorry for your loss. You need no papers: I have ended the bus card and the gymnastics today, and the 31 euros that were left go to your account on Monday. Nothing with her name will come from us any more.\n\nIf a letter from another office troubles you, send it to me and I answer it for you.\nFátima Rocha, direct 555 0155',
        is: {
          name: 'ok',
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
          'Dear Luís,\n\nTo process the termination, submit form K-7, the death certificate (certified copy) and the SEPA mandate.\n\nRegistration',
        is: { empathy: 'none', apology: 'none', close: 'plain' },
        says: ['empathy.missing'],
      },
    ],
  },
]
