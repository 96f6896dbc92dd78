import type { Case } from './case.ts'

export const harbours: Case[] = [
  {
    to: 'Harriet Boland',
    fault: 'ours',
    writer: 'Owen',
    message:
      'Hello, the wardrobe came on Friday but the bag with the screws is not in the box. My clothes lie on the floor of the living room since then and my mother in law arrives on Wednesday. Can you send the screws before that? Harriet',
    drafts: [
      {
        draft:
          'Dear Harriet,\n\nA floor full of clothes and a mother-in-law on the way: I am sorry. We closed the box without checking the bag.\n\nThe screws left our warehouse at 11 this morning by courier and are with you tomorrow before noon. If you would rather have somebody put it together, I can send Luca on Tuesday evening, at no cost.\n\nI hope Wednesday is a good one,\nOwen',
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
          'send the screws': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Customer,\n\nThank you for contacting us. We apologise for any inconvenience this may have caused. Your request has been forwarded to the parts department and will be processed as soon as possible.\n\nKind regards,\nCustomer Care',
        is: {
          name: 'missing',
          echo: false,
          empathy: 'formula',
          apology: 'conditional',
          order: 'n/a',
          remedy: false,
          when: false,
          canned: true,
          close: 'plain',
        },
        asks: {
          'send the screws': false,
        },
        says: ['questions.unanswered', 'empathy.missing', 'apology.conditional'],
      },
      {
        draft:
          'Dear Harriet,\n\nA floor full of clothes and a mother-in-law on the way: I am sorry. We closed the box without checking the bag.\n\nI am sending you the screws by courier. If you would rather have somebody put it together, I can ask Luca to come by.\n\nI hope Wednesday is a good one,\nOwen',
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
        asks: {
          'send the screws': true,
        },
        says: ['next.no_time'],
      },
    ],
  },
  {
    to: 'Dr Tobias Renner',
    called: 'Dr Renner',
    fault: 'nobody',
    writer: 'Celia',
    message:
      'Good morning, do you rent out the small hall on weekday evenings, and is there a piano in it? We are a choir of 14. T. Renner',
    drafts: [
      {
        draft:
          'Dear Dr Renner,\n\nYes, Monday to Thursday from six to ten, 45 an evening. The piano is an old upright, tuned in September.\n\nCome and try it whenever you pass, the door is open until five.\n\nCelia Marsh',
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
          'do you rent out the small hall on weekday evenings': true,
          'is there a piano in it': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Mr Renner,\n\nYes, Monday to Thursday from six to ten, 45 an evening.\n\nBest regards,\nCelia Marsh',
        is: {
          name: 'wrong',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'plain',
        },
        asks: {
          'do you rent out the small hall on weekday evenings': true,
          'is there a piano in it': false,
        },
        says: ['name.wrong', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Kofi Mensah',
    fault: 'ours',
    writer: 'Danielle',
    message:
      'I was charged twice for the March membership, 39.90 on the 2nd and again on the 4th. This is the second month in a row. Please refund it and tell me why this keeps happening. Kofi',
    drafts: [
      {
        draft:
          'Hi Kofi,\n\nTwo months running you have had to check your own bank statement because of us. That is our mistake, and I am sorry.\n\nI refunded the 39.90 just now; your bank shows it by Thursday. It kept happening because your old contract was never closed when you moved to the new one, so both were collecting. I closed the old one today.\n\nThank you for writing it out so clearly with both dates.\nDanielle',
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
          'refund it': true,
          'tell me why this keeps happening': true,
        },
        sends: true,
      },
      {
        draft:
          'Hi Kofi,\n\nI refunded the 39.90 just now; your bank shows it by Thursday.\n\nIt is our mistake and I am sorry that you have to check your statement because of us two months running.\n\nDanielle',
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
          'refund it': true,
          'tell me why this keeps happening': false,
        },
        says: ['questions.unanswered', 'empathy.late'],
      },
      {
        draft:
          'Dear Kofi,\n\nAs stated in our terms, billing questions must be sent through the portal. You failed to cancel the previous contract. Please raise a ticket with Tier 2.\n\nBilling',
        is: {
          name: 'ok',
          echo: false,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          blame: true,
          jargon: true,
          close: 'plain',
        },
        asks: {
          'refund it': false,
          'tell me why this keeps happening': false,
        },
        says: ['questions.unanswered', 'tone.blame'],
      },
    ],
  },
  {
    to: 'Marguerite Dufour',
    called: 'Mme Dufour',
    channel: 'letter',
    fault: 'ours',
    writer: 'Aline',
    message:
      'Dear Sirs, for three weeks the lift in our house stands still. I live on the fifth floor and I am 84. The shopping I carry in four trips. When will it work again? Marguerite Dufour',
    drafts: [
      {
        draft:
          'Dear Mme Dufour,\n\nFive floors, four trips, three weeks: nobody should live like that at 84, and it is our fault that you do. We ordered the wrong motor in September and let a week pass before we noticed. I am sorry.\n\nThe right one is fitted this Thursday, and the lift carries you again from four in the afternoon. Until then Karim, our caretaker, brings up your shopping every morning at ten; he will ring your bell tomorrow to ask what you need.\n\nWith my respect, and my own number: 01 44 55 66 77,\nAline Roche',
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
          'When will it work again?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Mme Dufour,\n\nFive floors, four trips, three weeks: nobody should live like that at 84. An incorrect motor was ordered and the delay was not communicated.\n\nThe right one is fitted this Thursday, and the lift carries you again from four in the afternoon. Until then Karim, our caretaker, brings up your shopping every morning at ten.\n\nI wish you a quiet week,\nAline Roche',
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
          'When will it work again?': true,
        },
        says: ['apology.passive'],
      },
    ],
  },
  {
    to: 'Jin Park',
    channel: 'chat',
    fault: 'nobody',
    writer: 'Sam',
    message: 'hi is the vegan ramen also gluten free',
    drafts: [
      {
        draft:
          'Hi Jin, the broth is, the noodles are not. Ask for rice noodles and the whole bowl is gluten free, same price.',
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
          'is the vegan ramen also gluten free': true,
        },
        sends: true,
      },
      {
        draft: 'See menu.',
        is: {
          name: 'missing',
          echo: false,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          curt: true,
          close: 'none',
        },
        asks: {
          'is the vegan ramen also gluten free': false,
        },
      },
    ],
  },
  {
    to: 'Patricia Holt',
    called: 'Trish',
    fault: 'ours',
    writer: 'Graham',
    message:
      "You cut down the wrong tree. I asked for the dead ash by the gate and your men took my husband's pear tree that he planted the year we married. He died in spring. I don't know what you can do, but I want somebody to come and look me in the eye. Trish Holt",
    drafts: [
      {
        draft:
          'Dear Trish,\n\nHe planted that pear tree the year you married, and we felled it the year he died. I have no words that are big enough. I gave the crew a sketch without names on it, and that is how they stood before the wrong tree. I am sorry.\n\nI will stand at your gate tomorrow at nine, alone, and listen for as long as you want. If you allow it, I would like to take cuttings from the branches that are still in our yard; a grower near Ludlow says they root until the end of the month.\n\nGraham Pike, 07700 900 112',
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
        sends: true,
      },
      {
        draft:
          'Dear Trish,\n\nI was so sorry to read about your husband and the pear tree. What a painful thing to lose, and how much love must have been in it. All of us here are thinking of you.\n\nWith all our warmth,\nGraham Pike',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          close: 'warm',
        },
        says: ['empathy.only', 'apology.missing'],
      },
      {
        draft:
          'Dear Mrs Holt,\n\nWithout admission of liability, and as a gesture of goodwill only, we are prepared to offer 150 GBP towards a replacement tree. The payment will be made within 14 days.\n\nYours sincerely,\nGraham Pike, Managing Director',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'legal',
          remedy: true,
          when: true,
          close: 'plain',
        },
        says: ['apology.legal', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Samir Aziz',
    fault: 'theirs',
    writer: 'Becky',
    message:
      'I typed the wrong postcode for the delivery, the flowers are going to my ex now instead of my mum. Is there any way to stop it?? her birthday is today',
    drafts: [
      {
        draft:
          'Hi Samir,\n\nCaught in time: the driver was two streets away, and I rang him. The flowers are turned round and reach your mum between two and four this afternoon. Your ex knows nothing.\n\nWish her a happy birthday from us,\nBecky',
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
          'any way to stop it': true,
        },
        sends: true,
      },
      {
        draft:
          'Hi Samir,\n\nUnfortunately you entered the wrong postcode. Next time please check your order before you submit it.\n\nBecky',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          blame: true,
          close: 'plain',
        },
        asks: {
          'any way to stop it': false,
        },
        says: ['questions.unanswered', 'tone.blame'],
      },
    ],
  },
  {
    to: 'Ines Carvalho',
    fault: 'nobody',
    writer: 'Rui',
    message:
      'Hello! We come with two bikes on the 14 June ferry at 8. Do we need to book the bikes, what do they cost and how early must we be there? Thanks Ines',
    drafts: [
      {
        draft:
          'Hello Ines,\n\nNo booking for the bikes, you simply roll them on at the back. They cost 5 each, paid on board. Be at pier 2 by half past seven; bikes board first.\n\nBoa viagem, and take a jacket, it blows in the middle of the river,\nRui',
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
          'need to book the bikes': true,
          'what do they cost': true,
          'how early must we be there': true,
        },
        sends: true,
      },
      {
        draft: 'Hello Ines,\n\nBikes cost 5 each, paid on board.\n\nHave a nice day,\nRui',
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
          'need to book the bikes': false,
          'what do they cost': true,
          'how early must we be there': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Leonard Weiss',
    fault: 'ours',
    later: true,
    writer: 'Maya',
    message:
      "This is my fourth email. The hearing aid you repaired whistles worse than before and my granddaughter's recital is on Saturday. Each time I get a different person who asks me to describe it again. Leonard Weiss",
    drafts: [
      {
        draft:
          'Dear Leonard,\n\nFour emails, four strangers, and still a whistle: I would be out of patience too. I have read all four, so you need not describe anything again.\n\nIt was me who sent it back without testing it in a noisy room; I am sorry. A courier collects it today after three, I repair it myself tonight, and it is back with you on Friday by noon. Until then you have a loan pair in the same box.\n\nI want you to hear every note on Saturday,\nMaya',
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
          'Dear Leonard,\n\nI am sorry to hear that. Could you please describe the problem in more detail and tell us the model number?\n\nBest,\nMaya',
        is: {
          name: 'ok',
          empathy: 'formula',
          apology: 'none',
          order: 'empathy-first',
          remedy: false,
          when: false,
          close: 'plain',
        },
        says: ['next.missing', 'apology.missing', 'empathy.missing'],
      },
      {
        draft:
          'Dear Leonard,\n\nFour emails, four strangers, and still a whistle: I would be out of patience too. If our repair did not meet your expectations, we apologise.\n\nA courier collects it today after three, I repair it myself tonight, and it is back with you on Friday by noon.\n\nI want you to hear every note on Saturday,\nMaya',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'conditional',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        says: ['apology.conditional'],
      },
    ],
  },
  {
    to: 'Olga Marinescu',
    fault: 'nobody',
    writer: 'Pete',
    message:
      'Hi, could you tell me if the tent fits two adults and a big dog, and can the floor be taken out? Regards Olga',
    drafts: [
      {
        draft:
          'Hi Olga,\n\nTwo adults and a big dog fit if the dog sleeps at your feet; with his basket I would take the three-person one. The floor zips out on both.\n\nSend us a picture of the dog in it,\nPete',
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
          'fits two adults and a big dog': true,
          'can the floor be taken out': true,
        },
        sends: true,
      },
      {
        draft:
          'Hi {{first_name}},\n\nTwo adults and a big dog fit if the dog sleeps at your feet; with his basket I would take the three-person one. The floor zips out on both.\n\nSend us a picture of the dog in it,\nPete',
        is: {
          name: 'placeholder',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'fits two adults and a big dog': true,
          'can the floor be taken out': true,
        },
        says: ['name.wrong'],
      },
    ],
  },
  {
    to: 'Gareth Llewellyn',
    fault: 'unclear',
    writer: 'Nina',
    message:
      "My pension statement says 212 a month, last year it was 268. I worked 31 years at the quarry. Has somebody made a mistake or is it me? I can't sleep for it. G. Llewellyn",
    drafts: [
      {
        draft:
          'Dear Gareth,\n\nFifty-six pounds less after 31 years at the quarry, and no line that says why: I understand that you lie awake. It is not you. I have your file open and see that the tax code changed in April; whether that is right I do not know yet.\n\nI ask the tax office this morning and ring you tomorrow at ten with what they say, also if they have not answered.\n\nUntil then, please sleep: nothing is lost, whatever it turns out to be can be put back.\nNina Baptiste',
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
          'Has somebody made a mistake or is it me?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Mr Llewellyn,\n\nYour statement has been calculated in accordance with the applicable regulations. Please refer to the guidance on our website.\n\nPensions Administration',
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
          'Has somebody made a mistake or is it me?': false,
        },
        says: ['questions.unanswered', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Abena Owusu',
    fault: 'ours',
    writer: 'Theo',
    message:
      'The photos from our wedding: you promised them in six weeks, it is now eleven. My grandmother in Kumasi is very ill and I want her to see them. When do I get them? Abena',
    drafts: [
      {
        draft:
          'Dear Abena,\n\nYour grandmother should see you in that dress, and because of me she has waited five weeks too long. I took on two weddings more than I can edit. I am sorry.\n\nTonight by ten you get the forty I would choose, so that somebody can show them to her tomorrow. The rest follows on Sunday at noon, and I print the one with her sister and send it to Kumasi on my account.\n\nPlease tell her that she has the best seat in row one,\nTheo',
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
          'When do I get them?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Abena,\n\nThank you for your patience. We are working on your photos and will get back to you soon.\n\nBest wishes,\nTheo',
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
          'When do I get them?': false,
        },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Bogdan Ilic',
    channel: 'chat',
    fault: 'ours',
    writer: 'Ella',
    message: 'app logged me out in the middle of my exam!!! 40 min of answers gone. what now',
    drafts: [
      {
        draft:
          'Bogdan, forty minutes of answers, and our server threw you out: I am so sorry. They are not gone, we save every ten seconds: I put you back in at question 23 with 50 minutes on the clock, as of now. I stay in this chat until you hand in.',
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
        draft: 'Please clear your cache and try again.',
        is: {
          name: 'missing',
          echo: false,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          curt: true,
          close: 'none',
        },
        says: ['apology.missing', 'empathy.missing', 'tone.curt'],
      },
    ],
  },
  {
    to: 'Frances Okonjo',
    fault: 'nobody',
    writer: 'Will',
    message:
      'Dear team, I just wanted to say that Dora at the front desk stayed an hour after her shift to help me find my ring in the sand filter. I have it on as I write. Please tell her. Frances Okonjo',
    drafts: [
      {
        draft:
          'Dear Frances,\n\nI read your letter to Dora at the desk this morning, and she went as red as her jacket. She says the ring was in the last bucket, and that you sang when it turned up.\n\nYour next swim is on us, with Dora at the till.\n\nEnjoy having it back,\nWill Tanner',
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
          'Please tell her': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Frances,\n\nThank you for your feedback, which is important to us. We have forwarded it to the relevant department.\n\nKind regards,\nGuest Relations',
        is: {
          name: 'ok',
          echo: false,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          canned: true,
          close: 'plain',
        },
        asks: {
          'Please tell her': false,
        },
        says: ['issue.not_named'],
      },
    ],
  },
  {
    to: 'Sunita Rao',
    fault: 'ours',
    writer: 'Marcus',
    message:
      "The cleaner you sent on Tuesday threw away my daughter's school project, a model of the Globe theatre, it stood on the table not in the bin! She worked two weeks on it and it is due on Monday. I'd like to know how you want to make this good. Sunita Rao",
    drafts: [
      {
        draft:
          "Dear Sunita,\n\nTwo weeks of your daughter's work, gone in a bin bag because our cleaner did not ask: I am sorry, and please tell her so from me.\n\nHere is what I can do. I have written to her teacher today, with your permission still open, to explain that it was us. And on Saturday my brother, who builds stage sets, has his workshop free for her from ten, with wood, glue and as much help as she wants. We pay for everything.\n\nI ring you tonight at seven to hear what she says,\nMarcus",
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
          'how you want to make this good': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Sunita,\n\nI regret that the item was discarded. Our cleaners are instructed to remove anything that looks like waste. You should have put it away before the visit.\n\nRegards,\nMarcus',
        is: {
          name: 'ok',
          echo: true,
          order: 'n/a',
          remedy: false,
          when: false,
          blame: true,
          close: 'plain',
        },
        asks: {
          'how you want to make this good': false,
        },
        says: ['questions.unanswered', 'tone.blame'],
      },
    ],
  },
  {
    to: 'Ingeborg Falk',
    fault: 'ours',
    writer: 'Stellan',
    message:
      "I ordered a size 41 and received 39. This is for my sister's funeral on Thursday and I have no other black shoes. Please send the right ones at once, and where do I send these? I. Falk",
    drafts: [
      {
        draft:
          'Dear Ingeborg,\n\nMy condolences on your sister. And that you now have to think about shoes, because we packed the wrong pair, makes me ashamed.\n\nA pair in 41 left at nine with a driver and is at your door today before six. Keep the 39s or give them away; nothing comes back to us.\n\nI am thinking of you on Thursday,\nStellan',
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
          'send the right ones': true,
          'where do I send these?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Ingeborg,\n\nThe correct size will be shipped. Please return the incorrect item with the RMA form.\n\nSincerely,\nReturns Team',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: false,
          jargon: true,
          close: 'plain',
        },
        asks: {
          'send the right ones': true,
          'where do I send these?': false,
        },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Milan Horvat',
    fault: 'nobody',
    writer: 'Anke',
    message:
      'How do I change the language of the washing machine to Croatian? And is the short programme enough for a duvet?',
    drafts: [
      {
        draft:
          'Hello Milan,\n\nHold the third and fourth button together for five seconds until the display blinks, then turn the wheel to HR. For a duvet take the long programme: the short one does not rinse it through.\n\nSo it dries well, put two tennis balls in the drum.\n\nAnke',
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
          'change the language': true,
          'is the short programme enough for a duvet': true,
        },
        sends: true,
      },
      {
        draft:
          'Hello,\n\nHold the third and fourth button together for five seconds until the display blinks, then turn the wheel to HR.\n\nAnke',
        is: {
          name: 'missing',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'plain',
        },
        asks: {
          'change the language': true,
          'is the short programme enough for a duvet': false,
        },
        says: ['questions.unanswered', 'name.missing'],
      },
    ],
  },
  {
    to: 'Rosalind Peters',
    fault: 'ours',
    writer: 'Joel',
    message:
      "We waited at table 12 for fifty minutes, then the waiter said the kitchen had closed. It was our 40th anniversary. We went home and ate toast. I don't want a voucher. Rosalind Peters",
    drafts: [
      {
        draft:
          'Dear Rosalind,\n\nForty years, and we sent you home to toast. I was in the kitchen that night and closed it without looking at the board; there is no excuse for that, and I am sorry.\n\nNo voucher, then. If you would let me, I would cook for the two of you at your own table, on an evening you choose, and wash up. Bring out the good plates.\n\nYou reach me at 555 0143 any day after two,\nJoel',
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
          'Dear Rosalind,\n\nThank you for your feedback. We are sorry if you felt that the service was slow. We take all complaints very seriously. Please accept the attached 20 EUR voucher.\n\nKind regards,\nThe Management',
        is: {
          name: 'ok',
          apology: 'conditional',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'plain',
        },
        says: ['apology.conditional', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Wei Zhang',
    fault: 'ours',
    writer: 'Kim',
    message:
      'The English course started on Monday but my access only opens on Friday. I missed two lessons. Will they be repeated, or do I get the recordings? Wei',
    drafts: [
      {
        draft:
          'Hi Wei,\n\nTwo lessons missed before you even began, and you had paid on time: that was our slip, I forgot to release your account. Sorry.\n\nYour access is open now, and both recordings are on your start page. Ms Duval also has twenty minutes for you on Thursday at five, in case something is unclear.\n\nHave fun tonight in lesson three,\nKim',
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
        draft: 'Hi Wei,\n\nYour access is open now.\n\nKim',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          curt: true,
          close: 'plain',
        },
        says: ['questions.unanswered', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Carlo Esposito',
    fault: 'nobody',
    writer: 'Hanna',
    message:
      "Is it true that you close the branch in Via Roma? I have a safe there with my mother's jewels. Where does it go and do I have to be there? Carlo Esposito",
    drafts: [
      {
        draft:
          "Dear Carlo,\n\nYes, Via Roma closes on 30 June. I understand that you ask at once, with your mother's jewels in there.\n\nThe safes move to Piazza Dante on 15 June, in an armoured van with two of us and a notary. You may be there and carry the key in your hand, but you need not be.\n\nIf you would like to see the new room first, I show it to you any morning this week,\nHanna Bruni",
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
          'Is it true that you close the branch': true,
          'Where does it go': true,
          'do I have to be there': true,
        },
        sends: true,
      },
      {
        draft: 'Dear Carlo,\n\nThe safes move to Piazza Dante on 15 June.\n\nBest,\nHanna Bruni',
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
          'Where does it go': true,
          'do I have to be there': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Annika Strand',
    fault: 'nobody',
    writer: 'Jo',
    message:
      'Good day, I have a voucher from 2022. Is it still valid? And could I use it for the gift shop as well? Annika',
    drafts: [
      {
        draft:
          'Good day Annika,\n\nYour voucher is good for another year; ours live for five. And yes, in the gift shop too, though not for books.\n\nThe new blue bowls came yesterday, in case you want to be first.\n\nJo',
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
          'Is it still valid?': true,
          'use it for the gift shop': true,
        },
        sends: true,
      },
    ],
  },
  {
    to: 'Desmond Clarke',
    fault: 'ours',
    writer: 'Priya',
    message:
      'You have my name as Desmond Clark on the ticket. My passport says Clarke. I fly on Friday at 6. I rang twice and was cut off twice. Please fix. D Clarke',
    drafts: [
      {
        draft:
          'Dear Desmond,\n\nTwice on the phone, twice cut off, and Friday coming closer: I am sorry. We left out the e.\n\nIt is done: your ticket says Clarke, the new one is attached, and nothing else has changed. I have also told the airline myself, so the desk will not ask.\n\nSafe flight on Friday,\nPriya',
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
          'Please fix': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Desmond,\n\nI have passed this on to our ticketing team. They will contact you in due course.\n\nPriya',
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
          'Please fix': false,
        },
        says: ['questions.unanswered', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Thandiwe Nkosi',
    called: 'Thandi',
    fault: 'nobody',
    writer: 'Lars',
    message:
      "Hi, my visa appointment is on the 9th and I've just broken my leg. Can somebody come to me, or can it be moved, and do I lose the fee? Thandi Nkosi",
    drafts: [
      {
        draft:
          'Dear Thandi,\n\nA broken leg days before the appointment, you poor thing. We cannot come to you, the fingerprint machine is too big, but it can be moved: I have put you on the 23rd at 11, ground floor, no stairs. The fee stays good.\n\nIf the 23rd is too early for the leg, write to me and I move it once more.\n\nGet well,\nLars Holm',
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
          'Can somebody come to me': true,
          'can it be moved': true,
          'do I lose the fee': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Thandi,\n\nAppointments cannot be moved less than ten days before. Please book a new one on the website.\n\nVisa Centre',
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
          'can it be moved': true,
          'do I lose the fee': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Eilidh MacRae',
    fault: 'ours',
    writer: 'Fergus',
    message:
      'The oil came on Monday, but the driver filled 300 litres less than on the note and when I asked he laughed. I heat with this until April and I am on my own. Please check the meter and send me the missing oil. Eilidh MacRae',
    drafts: [
      {
        draft:
          'Dear Eilidh,\n\nBeing laughed at on your own doorstep, with a cold winter ahead and 300 litres short: I am ashamed that it was one of ours. I have spoken to the driver, and his meter had been wrong since October and he knew.\n\nI am bringing you the 300 litres and another 100 for the trouble tomorrow at nine, with a sealed meter, and you read it with me.\n\nYou have a right to be angry, and a kettle if you have one,\nFergus',
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
          'check the meter': true,
          'send me the missing oil': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Eilidh,\n\nWe understand your frustration. Our records show that 1,500 litres were delivered. Please note that the meter is calibrated.\n\nRegards, Fergus',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'formula',
          apology: 'none',
          remedy: false,
          when: false,
          blame: true,
          close: 'plain',
        },
        asks: {
          'check the meter': false,
          'send me the missing oil': false,
        },
        says: ['questions.unanswered', 'empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Pablo Reyes',
    fault: 'nobody',
    writer: 'Tess',
    message: 'hey do you have the yellow ones in kids size 30 and if not when do they come? p',
    drafts: [
      {
        draft:
          'Hey Pablo,\n\nNot today, they went in three days. The next yellow ones in 30 come on the 12th; I put a pair aside with your name, no need to pay first.\n\nTess',
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
          'do you have the yellow ones in kids size 30': true,
          'when do they come': true,
        },
        sends: true,
      },
    ],
  },
  {
    to: 'Hyacinth Brown',
    fault: 'ours',
    writer: 'Leo',
    message:
      'My son is in the hospital bed since Sunday and nobody from your team has told me when the operation is. Three doctors, three answers. Can someone just tell me the day? Hyacinth Brown',
    drafts: [
      {
        draft:
          'Dear Hyacinth,\n\nFour days beside his bed with three different answers is unbearable, and it was our duty to give you one. I am sorry.\n\nThe operation is on Friday at 7:30, and Dr Lund does it. She comes to you this afternoon at four and stays until you have asked everything. From now on I am the one person you ask, day or night: extension 4410.\n\nLeo Carter, ward manager',
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
          'tell me the day': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Hyacinth,\n\nI can only imagine what these days beside his bed are like. You are being so strong for him, and every one of us on the ward sees it.\n\nWe are with you,\nLeo Carter',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          close: 'warm',
        },
        asks: {
          'tell me the day': false,
        },
        says: ['questions.unanswered', 'empathy.only', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Nora Lindgren',
    fault: 'ours',
    writer: 'Felix',
    message:
      'The paint you mixed (Ocean 7) dried green instead of blue, two walls are done. I have guests on Saturday. What shall I do with the green walls? Nora',
    drafts: [
      {
        draft:
          'Dear Nora,\n\nTwo walls, a whole day of work, and green: I am sorry, I mixed it with the wrong base.\n\nLeave the brush in the corner. Our painter Jonas comes on Thursday at eight with the right blue and does both walls; they are dry on Friday evening. It costs you nothing.\n\nEnjoy your guests,\nFelix',
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
          'What shall I do with the green walls?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Nora,\n\nColours can differ depending on the surface and the light. You should have tested it on a small area first, as explained on the tin.\n\nFelix',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          blame: true,
          close: 'plain',
        },
        asks: {
          'What shall I do with the green walls?': false,
        },
        says: ['questions.unanswered', 'tone.blame', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Ahmed Sultan',
    fault: 'unclear',
    writer: 'Vicky',
    message:
      'My suitcase did not arrive in Oslo, flight DY1303. My insulin is in it. Where is it and how do I get the insulin tonight? Ahmed Sultan',
    drafts: [
      {
        draft:
          "Dear Ahmed,\n\nInsulin first. The pharmacy at the central station is open until midnight and expects you: I have spoken to Dr Moe there, he gives you a three-day supply on our account, you only need your passport.\n\nYour suitcase was left in Gatwick and is on tonight's flight; a driver brings it to your hotel tomorrow before eight.\n\nI am on 555 0188 all night,\nVicky",
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
          'Where is it': true,
          'how do I get the insulin tonight': true,
        },
      },
    ],
  },
  {
    to: 'Beryl Watkins',
    called: 'Mrs Watkins',
    fault: 'ours',
    writer: 'Simon',
    message:
      'Your letter says my gas will be cut off on 3 December for not paying. I have always paid by standing order. I am quite frightened. Would you please look at this? Beryl Watkins (Mrs)',
    drafts: [
      {
        draft:
          "Dear Mrs Watkins,\n\nNobody cuts off your gas. You have paid every month, and we put your October payment on a neighbour's account; that was our mistake, and I am very sorry that our letter frightened you.\n\nI corrected it this morning. Your account stands at nil, and a letter that says so in black and white is in today's post.\n\nPlease sleep well tonight,\nSimon Fry",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'look at this': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Mrs Watkins,\n\nIt appears a payment was misallocated. The matter is being reviewed and you will be informed of the outcome.\n\nYours sincerely,\nCredit Control',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'passive',
          order: 'n/a',
          when: false,
          close: 'plain',
        },
        asks: {
          'look at this': false,
        },
        says: ['questions.unanswered', 'empathy.missing', 'apology.passive'],
      },
    ],
  },
  {
    to: 'Tyrone Banks',
    fault: 'ours',
    writer: 'Steph',
    message:
      'ok so the laptop I got from you as NEW has someone elses photos on it. a family, on a beach. this is so wrong. i want a new one and i want to know that those people get told. tyrone',
    drafts: [
      {
        draft:
          "Hi Tyrone,\n\nOpening your new laptop and finding a stranger's family in it is creepy, and you are right to think of them too. It was a returned one that I put back on the shelf without looking inside. I am sorry.\n\nA sealed one is on its way and reaches you tomorrow by one; hand the old one to the driver. I phoned the family an hour ago and told them myself.\n\nThanks for caring about them,\nSteph",
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
          'i want a new one': true,
          'i want to know that those people get told': true,
        },
        sends: true,
      },
    ],
  },
  {
    to: 'Yannis Petrou',
    fault: 'nobody',
    later: true,
    writer: 'Mia',
    message: 'Perfect, thank you! One more thing: can I pay the rest by card on the day? Yannis',
    drafts: [
      {
        draft: 'Of course, card or cash, whichever is in your pocket. See you on Saturday!\n\nMia',
        is: {
          name: 'missing',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'can I pay the rest by card on the day?': true,
        },
        sends: true,
      },
    ],
  },
  {
    to: 'Louisa Grant',
    fault: 'ours',
    writer: 'Ron',
    message:
      'Our dog came back from your kennel with fleas and two kilos lighter. He hides under the sofa. What did you do with him?? And I want my 180 back. Louisa',
    drafts: [
      {
        draft:
          'Dear Louisa,\n\nA dog who hides under his own sofa has been unhappy, and we did not notice for six days. I am sorry, and I am angry with myself.\n\nHere is what I found: he was in the outer run beside two big males and did not dare to eat. That was written in the book on day two and I did not read it.\n\nYour 180 went back to your card this morning. Dr Sayer sees him today at five, at our cost, for the fleas and the weight. The outer run is closed.\n\nPlease scratch him behind the ear from me, if he lets you,\nRon',
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
          'What did you do with him??': true,
          'I want my 180 back': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Louisa,\n\nI refunded the 180 this morning. Dr Sayer sees him today at five, at our cost.\n\nA dog who hides under his own sofa has been unhappy, and we did not notice for six days. I am sorry.\n\nRon',
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
          'What did you do with him??': false,
          'I want my 180 back': true,
        },
        says: ['questions.unanswered', 'empathy.late'],
      },
    ],
  },
]
