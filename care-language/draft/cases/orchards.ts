import type { Case } from './case.ts'

export const orchards: Case[] = [
  {
    to: 'Hanne Sørensen',
    fault: 'ours',
    writer: 'Mads',
    message:
      'The bike you serviced yesterday lost its chain on the bridge this morning, in the rain, with my son in the seat. We are both fine but I was shaking. Can you look at it today? Hanne',
    drafts: [
      {
        draft:
          "Dear Hanne,\n\nA chain that comes off on the bridge, in the rain, with your son behind you: I am glad you are both whole, and I am sorry. I did not tighten the rear wheel after the service.\n\nI fetch the bike from your door at two and bring it back before five, with a new chain and every bolt checked by my colleague as well. Yesterday's 65 are back on your card.\n\nA small bell for your son is on the seat,\nMads",
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
          'Can you look at it today?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Hanne,\n\nYou can bring the bike in during our opening hours. Errors can happen.\n\nMads',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          order: 'n/a',
          remedy: true,
          close: 'plain',
        },
        says: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Ismael Ortega',
    fault: 'nobody',
    writer: 'Ruth',
    message:
      'Good morning, does the evening class still have places, and must I already know how to hold a brush? Ismael Ortega',
    drafts: [
      {
        draft:
          'Good morning Ismael,\n\nTwo are left, and one of them is yours if you tell me before Friday. You need to know nothing at all; last term a bus driver came who had never painted, and his pears are in our hallway now.\n\nRuth Adler',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
        },
        asks: {
          'does the evening class still have places': true,
          'must I already know how to hold a brush': true,
        },
        sends: true,
      },
      {
        draft:
          'Good morning Ismael,\n\nTwo are left, and one of them is yours if you tell me before Friday.\n\nRuth Adler',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
        },
        asks: {
          'does the evening class still have places': true,
          'must I already know how to hold a brush': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Temperance Cole',
    called: 'Tempe',
    fault: 'ours',
    writer: 'Vince',
    message:
      "I got a parking fine of 85 in your car park although I had paid with the app (screenshot attached). I'm on a disability pension, 85 is my food for ten days. Please cancel it and confirm in writing. Tempe Cole",
    drafts: [
      {
        draft:
          "Dear Tempe,\n\nTen days of food, for a ticket you had paid: that is a fright nobody should get from us. I'm sorry. Our camera misread one letter of your plate.\n\nThe fine is cancelled as of this minute, and this mail is your written proof; a paper copy is in today's post. I have also put your plate on our free list until the summer.\n\nAll the best, and no more letters from us,\nVince Hall",
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
          'cancel it': true,
          'confirm in writing': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Ms Cole,\n\nYour appeal has been received and will be reviewed within 28 days. Please note that the fine increases to 120 if it is not paid in time.\n\nParking Services',
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
          'cancel it': false,
          'confirm in writing': false,
        },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
      {
        draft:
          "Dear Tempe,\n\nTen days of food, for a ticket you had paid: that is a fright nobody should get from us. We apologise if our camera misread your plate.\n\nThe fine is cancelled as of this minute, and this mail is your written proof; a paper copy is in today's post.\n\nVince Hall",
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
          'cancel it': true,
          'confirm in writing': true,
        },
        says: ['apology.conditional'],
      },
    ],
  },
  {
    to: 'Noah Whitaker',
    channel: 'chat',
    fault: 'nobody',
    writer: 'Jess',
    message: 'do you guys deliver to campus? how late',
    drafts: [
      {
        draft: 'Hey Noah! We do, right to the dorm door, until 1 am (2 on weekends).',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'none',
        },
        asks: {
          'do you guys deliver to campus': true,
        },
        sends: true,
      },
    ],
  },
  {
    to: 'Solveig Aas',
    fault: 'ours',
    writer: 'Einar',
    message:
      "I have asked three times for the minutes of the owners' meeting. Now I hear from a neighbour that you voted to raise the fee by 30 %. I was never told. How was this decided, and where are the minutes? Solveig Aas",
    drafts: [
      {
        draft:
          'Dear Solveig,\n\nYou asked three times and had to hear it over the fence. That is no way to treat an owner, and I am the one who left your letters lying. I am sorry.\n\nThe minutes are attached, all eleven pages. The 30 % were decided on 9 October with 14 votes to 6, for the new roof; your vote was missing because I sent the invitation to your old flat. I have asked the chairman to hold the vote again on 10 December, with you.\n\nIf you want to talk before then, I am at home every evening after six: 22 55 01 19.\n\nEinar Moe',
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
          'How was this decided': true,
          'where are the minutes': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Solveig,\n\nThe minutes are attached, all eleven pages.\n\nI am sorry that you asked three times and had to hear it over the fence.\n\nEinar Moe',
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
          'How was this decided': false,
          'where are the minutes': true,
        },
        says: ['questions.unanswered', 'empathy.late'],
      },
    ],
  },
  {
    to: 'Papa Diallo',
    fault: 'nobody',
    writer: 'Nele',
    message:
      'Hello, I need a translator for Wolof at the hospital on Thursday at 10. Do you have somebody, what is the price for two hours, and can she be a woman? It is for my sister. Papa Diallo',
    drafts: [
      {
        draft:
          'Hello Papa,\n\nWe have: Aminata Ndiaye, who has accompanied many mothers there. Two hours are 90, the way included. She waits for your sister at the main door on Thursday at a quarter to ten.\n\nI wish your sister a good day with the doctors,\nNele',
        is: {
          name: 'ok',
          echo: true,
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'Do you have somebody': true,
          'what is the price for two hours': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Mr Diallo,\n\nYour request has been forwarded to the dispatch team. You will be contacted shortly.\n\nInterpreting Service',
        is: {
          name: 'ok',
          echo: false,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          close: 'plain',
        },
        asks: {
          'Do you have somebody': false,
          'what is the price for two hours': false,
          'can she be a woman': false,
        },
        says: ['questions.unanswered', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Maureen Tully',
    fault: 'ours',
    writer: 'Colm',
    message:
      "My mother's hearing loop in your church has been off since Easter, I told the warden twice. She sits there every Sunday and hears nothing. She won't complain so I do. Could someone please repair it? Maureen",
    drafts: [
      {
        draft:
          'Dear Maureen,\n\nEvery Sunday since Easter in a pew without a word of it: she has been more faithful than we have. The warden did tell me, twice, and I forgot it twice. Forgive me.\n\nThe engineer comes on Friday at three. On Sunday I stand beside her before the service and we try it together.\n\nGive her my arm until then,\nColm Byrne',
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
          'repair it': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Maureen,\n\nThe relevant contractor has been informed and the repair will be carried out in due course. Thank you for your patience.\n\nParish Office',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          when: false,
          close: 'plain',
        },
        says: ['apology.missing', 'empathy.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Andrzej Maj',
    fault: 'theirs',
    writer: 'Sue',
    message:
      'I ordered 100 invitations and only now I saw that I wrote the wrong year, 2025. They are already printed I think. Any chance? Andrzej',
    drafts: [
      {
        draft:
          'Dear Andrzej,\n\nThey were in the drying rack when your mail came. Nobody marries in the past, so I have set the right year and the hundred are being printed again now; you pay only the paper, 18.\n\nThey leave tomorrow as planned. Keep one of the old ones, it will make you laugh in ten years,\nSue',
        is: {
          name: 'ok',
          echo: true,
          apology: 'none',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'Any chance?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Andrzej,\n\nYou approved the proof. As stated in the order confirmation, changes are not possible after approval.\n\nSue',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          blame: true,
          close: 'plain',
        },
        says: ['tone.blame'],
      },
    ],
  },
  {
    to: 'Yewande Alabi',
    fault: 'ours',
    writer: 'Greg',
    message:
      "The nursery called me by my son's old foster mother's name in front of everyone, for the third time. He asked me if I am going away too. Please make sure that it never happens again. Yewande",
    drafts: [
      {
        draft:
          'Dear Yewande,\n\nHe asked you whether you are going away too. I have read that sentence many times today. We did that to him, three times, with a name from an old sheet that I should have taken down. I am sorry.\n\nThe sheet is gone, and this morning I told every one of the team, by name, what happened. From tomorrow your photo hangs at his peg, with "Mama" under it, if you both like that.\n\nI would like to tell him myself that you are staying. May I, tomorrow at pick-up?\n\nGreg Whelan',
        is: {
          name: 'ok',
          echo: true,
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
        },
        asks: {
          'never happens again': true,
        },
      },
    ],
  },
  {
    to: 'Kurt Amsler',
    fault: 'nobody',
    writer: 'Mia',
    message:
      'Which train must I take to be at the glacier before 9, and is the path open for dogs? Greetings Kurt',
    drafts: [
      {
        draft:
          'Hello Kurt,\n\nThe 7:04 from Brig; you are up at 8:31. Dogs may go as far as the hut, on a lead because of the marmots.\n\nPack gloves, the wind bites up there,\nMia',
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
          'Which train must I take': true,
          'is the path open for dogs': true,
        },
        sends: true,
      },
      {
        draft: 'Hello Kurt,\n\nThe 7:04 from Brig; you are up at 8:31.\n\nMia',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          close: 'plain',
        },
        asks: {
          'is the path open for dogs': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Valentina Greco',
    fault: 'ours',
    writer: 'Sam',
    message:
      'You delivered the wheelchair for my father without the left footrest. He cannot use it and sits in bed since Thursday. I phoned, nobody called back. Valentina Greco',
    drafts: [
      {
        draft:
          'Dear Valentina,\n\nSince Thursday in bed beside a chair he cannot use, and nobody who rings back. I am sorry; we packed it without looking, and I lost your note.\n\nThe footrest is with my colleague Nico, who is at your door between four and five today and fits it himself. He will adjust the height for your father as well.\n\nI hope he is in the garden by tomorrow,\nSam',
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
          'Dear Valentina,\n\nSince Thursday in bed beside a chair he cannot use, and nobody who rings back. I am sorry; we packed it without looking, and I lost your note.\n\nI send you the footrest.\n\nI hope he is in the garden soon,\nSam',
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
]
