import type { Case } from './case.ts'

export const houses: Case[] = [
  {
    to: 'Grace Mbeki',
    fault: 'ours',
    writer: 'Ana Costa',
    message:
      'Hello, the man came on Monday and fitted the thermostat, since then the bedroom is 28 degrees and we cannot turn it down. My little son does not sleep since four nights. Could you send somebody and do I have to pay for it?\nGrace',
    drafts: [
      {
        draft:
          'Dear Grace,\n\nFour nights without sleep in a bedroom of 28 degrees, and a small boy who pays for it: I am sorry. We set the sensor to the wrong room; that was our mistake.\n\nBen comes to you tomorrow between 8 and 9 and moves it. You pay nothing, and Monday is off your bill too.\n\nI hope tonight is the last warm one,\nAna Costa',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
          blame: false,
          curt: false,
          jargon: false,
          canned: false,
        },
        asks: { 'send somebody': true, 'have to pay': true },
        sends: true,
      },
      {
        draft:
          'Dear Grace,\n\nFour nights without sleep in a bedroom of 28 degrees, and a small boy who pays for it: that is a hard week. It seems that the sensor was assigned to the wrong room during the visit.\n\nBen comes to you tomorrow between 8 and 9 and moves it, at no cost.\n\nI hope tonight is the last warm one,\nAna Costa',
        is: { empathy: 'specific', apology: 'passive', order: 'empathy-first', remedy: true, when: true },
        says: ['apology.passive'],
      },
      {
        draft:
          'Dear customer,\n\nThank you for contacting us. Your message has been forwarded to the technical department and will be processed as soon as possible.\n\nKind regards,\nService Team',
        is: {
          name: 'missing',
          echo: false,
          empathy: 'none',
          apology: 'none',
          remedy: false,
          when: false,
          canned: true,
          close: 'plain',
        },
        asks: { 'send somebody': false, 'have to pay': false },
        says: ['questions.unanswered', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Samuel Adeyemi',
    fault: 'nobody',
    writer: 'Ben',
    channel: 'chat',
    message: 'hi, how often do i need to bleed the radiators? and do i need a special key',
    drafts: [
      {
        draft:
          'Hi Samuel, once a year is enough, best in October before you heat. Yes, a small square key; I leave one in your letter box on Thursday when I am in your street.',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          curt: false,
        },
        asks: { 'how often': true, 'special key': true },
        sends: true,
      },
      {
        draft: 'Hi Samuel, once a year is enough, best in October before you heat.',
        asks: { 'how often': true, 'special key': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Mrs Ruth Abernathy',
    called: 'Mrs Abernathy',
    fault: 'ours',
    writer: 'Rosa Amaral',
    message:
      'Dear Sirs, your plumber promised to come on Wednesday at ten. I sat by the window until four. I am 81 and I had put off the doctor for it. I do not wish to make trouble, but I would like to know when he comes.\nRuth Abernathy',
    drafts: [
      {
        draft:
          'Dear Mrs Abernathy,\n\nYou sat by the window for six hours and gave up your doctor for a man who did not come. I am sorry. I wrote your visit under the wrong week, nobody else did.\n\nBen rings your bell on Friday at ten. I have also asked the surgery, with your leave, whether Monday is free; they are keeping 9.30 for you until noon tomorrow.\n\nMy own number is 555 0142, and I pick up myself.\nRosa Amaral',
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
        asks: { 'know when he comes': true },
        sends: true,
      },
      {
        draft:
          'Dear Ruth,\n\nWe apologise for any inconvenience this may have caused. A new appointment will be arranged shortly.\n\nKind regards\nRosa Amaral',
        is: { name: 'wrong', empathy: 'formula', apology: 'conditional', when: false, close: 'plain' },
        asks: { 'know when he comes': false },
        says: ['name.wrong', 'questions.unanswered', 'apology.conditional'],
      },
      {
        draft:
          'Dear Mrs Abernathy,\n\nBen will come on Friday at ten. Please have the cellar open.\n\nI am sorry that we left you waiting at the window until four, with the doctor put off for us.\n\nWarm greetings to your sister,\nRosa Amaral',
        is: { order: 'fix-first', remedy: true, when: true, apology: 'real' },
        says: ['empathy.late'],
      },
    ],
  },
  {
    to: 'Omar Haddad',
    fault: 'theirs',
    writer: 'Ben',
    message:
      'Hi Ben, stupid me, I turned the wrong tap and now the cellar has 5 cm of water. I know it is my fault. The freezer is on the floor there. What can I do??\nOmar',
    drafts: [
      {
        draft:
          'Hi Omar,\n\nClose the red wheel left of the meter first, then pull the freezer plug with dry hands. I am on my way with the pump and at your door in 20 minutes.\n\nHalf the street has turned that tap, me too in my first year. We save the freezer, don’t worry.\nBen',
        is: { name: 'ok', echo: true, apology: 'none', remedy: true, when: true, blame: false, curt: false },
        asks: { 'What can I do': true },
        sends: true,
      },
      {
        draft:
          'Hello,\n\nas explained during the installation, the tap must not be turned. You should have read the label. We can come next week.\n\nBen',
        is: { name: 'missing', blame: true, apology: 'none' },
        says: ['tone.blame', 'name.missing'],
      },
    ],
  },
  {
    to: 'Nadezhda Ivanova',
    called: 'Nadia',
    fault: 'nobody',
    writer: 'Ana Costa',
    message:
      'Dear Ana, we want to change from gas to a heat pump next year. How much does it cost about, is there money from the state, and can the old radiators stay? Thank you Nadia',
    drafts: [
      {
        draft:
          'Dear Nadia,\n\nFor a house like yours it is between 14,000 and 18,000 euros, with everything. The state pays 35 percent of it; I fill in the form with you. The old radiators can stay if the water may be 50 degrees, and yours may: I looked at the plan.\n\nShall I come by on Thursday at 17:00 with a drawing? I look forward to your kitchen, the one with the blue tiles.\nAna Costa',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
          jargon: false,
        },
        asks: { 'How much': true, 'money from the state': true, 'old radiators stay': true },
        sends: true,
      },
      {
        draft:
          'Dear Nadia,\n\nFor a house like yours it is between 14,000 and 18,000 euros, with everything. The old radiators can stay if the water may be 50 degrees, and yours may: I looked at the plan.\n\nShall I come by on Thursday at 17:00 with a drawing?\nAna Costa',
        asks: { 'How much': true, 'money from the state': false, 'old radiators stay': true },
        says: ['questions.unanswered'],
      },
      {
        draft:
          'Dear Nadia,\n\nThe CAPEX depends on SCOP and the BAFA tranche. An on-site survey by our team is needed for a VDI-4645 heat load. We will get back to you.\n\nCasa Amaral',
        is: { jargon: true, when: false },
        says: ['tone.jargon', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'George Papadakis',
    fault: 'unclear',
    writer: 'Ana',
    message:
      'Good morning, there is a brown stain on the ceiling under the bath you repaired in March. It gets bigger every day and it drips in the night on our bed. My wife is afraid that it comes down. Please look at it quickly.\nG. Papadakis',
    drafts: [
      {
        draft:
          'Dear George,\n\nWater over the bed at night, and a wife who looks up instead of sleeping: nobody rests under that. Ben is with you today at 14:00 and opens the ceiling where it is brown. Whether it is our pipe or another one, he closes it first and we talk about bills after.\n\nPlease turn off the tap behind the bath until he is there.\n\nI wish you both a dry night,\nAna Costa',
        is: {
          empathy: 'specific',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
          echo: true,
        },
        asks: { 'look at it quickly': true },
        sends: true,
      },
      {
        draft:
          'Dear George,\n\nWater over the bed at night, and a wife who looks up instead of sleeping: I can only imagine how that is. The bath, the stain, the drops: I would be afraid too. All of us here feel with you.\n\nWith the warmest wishes to you both,\nAna Costa',
        is: { empathy: 'specific', remedy: false, when: false, close: 'warm' },
        says: ['empathy.only'],
      },
    ],
  },
  {
    to: 'Leila Karimi',
    fault: 'ours',
    writer: 'Lena Hartmann',
    message:
      'Hello, you have taken 240 two times from my account for the same boiler service. Because of this my card was refused in the supermarket with the whole queue behind me. I want the second 240 back. Leila Karimi',
    drafts: [
      {
        draft:
          'Dear Leila,\n\nWe took the 240 twice. I sent the same file to the bank two times, and I am sorry.\n\nThe second 240 went back this morning and is on your account before 16:00 today.\n\nThank you for writing so calmly,\nLena Hartmann',
        is: {
          empathy: 'none',
          apology: 'real',
          remedy: true,
          when: true,
          close: 'warm',
          order: 'empathy-first',
        },
        asks: { 'second 240 back': true },
        says: ['empathy.missing'],
      },
      {
        draft:
          'Dear Leila,\n\nStanding at the till with the whole queue behind you and a card that says no: I would have wanted the floor to open. I sent the same file to the bank two times. That was my mistake and I am sorry.\n\nThe second 240 went back this morning and is on your account before 16:00 today.\n\nThank you for writing so calmly,\nLena Hartmann',
        is: {
          empathy: 'specific',
          apology: 'real',
          remedy: true,
          when: true,
          close: 'warm',
          order: 'empathy-first',
        },
        asks: { 'second 240 back': true },
        sends: true,
      },
      {
        draft:
          'Dear Ms Karimi,\n\nWe regret any inconvenience. In accordance with our terms a double booking does not constitute a liability. The amount of 240 was credited on a goodwill basis.\n\nAccounts Receivable',
        is: { name: 'ok', apology: 'legal', remedy: true },
        says: ['apology.legal', 'empathy.missing'],
      },
    ],
  },
]
