import type { Case } from './case.ts'

export const stations: Case[] = [
  {
    to: 'Winifred Osborne',
    fault: 'ours',
    writer: 'Malcolm',
    message:
      'Hello, my late husband\'s coat is at your cleaners since the 2nd, ticket 881. Each time I come it is "not ready". I want to wear it at the memorial on Sunday. Is it lost? Winifred Osborne',
    drafts: [
      {
        draft:
          'Dear Winifred,\n\nFour walks to our counter and four times "not ready", for the coat you want to have round you on Sunday. I am so sorry.\n\nIt is not lost. It hung under the wrong number, 818, because I swapped two digits. I have pressed it myself this morning and I bring it to you on Friday at five, so that you have it in the house before the weekend.\n\nHe had good taste in coats,\nMalcolm',
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
          'Is it lost?': true,
        },
        sends: true,
      },
      {
        draft: 'Dear Winifred,\n\nYour coat is ready for collection.\n\nRegards,\nCounter Team',
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
        says: ['apology.missing', 'empathy.missing'],
      },
      {
        draft:
          'Dear Winfred,\n\nFour walks to our counter and four times "not ready", for the coat you want to have round you on Sunday. I am so sorry.\n\nIt is not lost. It hung under the wrong number, 818, because I swapped two digits. I bring it to you on Friday at five.\n\nMalcolm',
        is: {
          name: 'wrong',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'plain',
        },
        asks: {
          'Is it lost?': true,
        },
        says: ['name.wrong'],
      },
    ],
  },
  {
    to: 'Pedro Alves',
    fault: 'nobody',
    writer: 'Ilse',
    message:
      'Hi, two questions: can I bring my surfboard on the bus to Sagres, and is there a discount for students? Pedro',
    drafts: [
      {
        draft:
          'Hi Pedro,\n\nBoards up to 2.10 m travel free in the hold; longer ones cost 6. Students pay 20 % less with any card that has a photo.\n\nGood waves,\nIlse',
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
          'can I bring my surfboard on the bus': true,
          'is there a discount for students': true,
        },
        sends: true,
      },
      {
        draft: 'Hi Pedro,\n\nStudents pay 20 % less with any card that has a photo.\n\nGood waves,\nIlse',
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
          'can I bring my surfboard on the bus': false,
          'is there a discount for students': true,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Tamsin Reed',
    fault: 'ours',
    writer: 'Alex',
    message:
      "You cancelled my yoga retreat nine days before. My leave is booked, my flights are not refundable (340). I'd been looking forward to this since my divorce. I want the flights paid and I would like to know why so late. Tamsin",
    drafts: [
      {
        draft:
          'Dear Tamsin,\n\nYou had been holding on to these days since the divorce, and nine days before them I took them away by e-mail. I am sorry, for the cancelling and for the way I did it.\n\nWhy so late: I hoped until the last moment that four more people would book. That was my gamble with your holiday. The 340 for your flights and the whole fee are on their way; you have both on Thursday.\n\nAnd if you still want the sea and a mat: my friend Lucia teaches in Tavira that very week and has kept a room, at my expense.\n\nI owe you a better week,\nAlex',
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
          'I want the flights paid': true,
          'I would like to know why so late': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Tamsin,\n\nWe regret that the retreat had to be cancelled due to insufficient bookings. Please refer to section 7 of our terms: costs of travel are not covered.\n\nKind regards,\nBookings',
        is: {
          name: 'ok',
          echo: true,
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
    to: 'Kwabena Asante',
    channel: 'chat',
    fault: 'ours',
    writer: 'Dee',
    message:
      'my order says delivered but nobody rang and nothing here. its my nieces birthday present party is at 4',
    drafts: [
      {
        draft:
          "Kwabena, a present that's gone missing hours before the party, that's horrible timing and it's on us. I've just reached the driver: he left it at number 7 by mistake and is turning round now, you'll have it by 2. I'm here until it's in your hands.",
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
          'Hello, please allow 24 hours for the parcel to turn up. If it has not arrived by then, contact us again.',
        is: {
          name: 'missing',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
        },
        says: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Helga Brandt',
    fault: 'theirs',
    writer: 'Jonas',
    message:
      'Good day, I have washed the wool blanket at 60 degrees, it is now for a doll. Can it be saved? My own fault I know. Helga',
    drafts: [
      {
        draft:
          'Good day Helga,\n\nThe doll is well dressed now; I have done it with a pullover. Saved, no, but stretched a little: soak it for half an hour in lukewarm water with hair conditioner, pull it gently in both directions and let it dry flat. You win back perhaps a third.\n\nShould you want a new one, I send you the seconds with the crooked seam for half the price, just write me the colour.\n\nJonas',
        is: {
          name: 'ok',
          echo: true,
          apology: 'none',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: {
          'Can it be saved?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Helga,\n\nThe label clearly states 30 degrees. Damage due to improper washing is not covered.\n\nJonas',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          blame: true,
          close: 'plain',
        },
        asks: {
          'Can it be saved?': false,
        },
        says: ['tone.blame'],
      },
    ],
  },
  {
    to: 'Dr Amina Yusuf',
    called: 'Dr Yusuf',
    fault: 'ours',
    writer: 'Pierre',
    message:
      'Your courier left 40 vaccine doses in the sun in front of our closed practice on Saturday. They are ruined, and 40 children have appointments tomorrow. When can you deliver new ones, cooled, and who pays? Dr Amina Yusuf',
    drafts: [
      {
        draft:
          'Dear Dr Yusuf,\n\nForty children with bare arms tomorrow and forty doses ruined in the sun: that must not happen, and it was our driver who did not read the delivery note. I apologise.\n\nForty new doses leave our cold store tonight at ten, with a logger in the box, and Marc hands them to you in person at 6:45, before the first child. We pay for both deliveries. You will have the temperature record with them.\n\nIf anything is not at 5 degrees when he opens the box, ring me: 06 12 34 56 78, also at six in the morning.\n\nPierre Lacroix',
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
          'When can you deliver new ones, cooled': true,
          'who pays?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Dr Yusuf,\n\nForty children with bare arms tomorrow and forty doses ruined in the sun: that must not happen, and it was our driver who did not read the delivery note. I apologise.\n\nForty new doses leave our cold store tonight at ten, with a logger in the box, and Marc hands them to you in person at 6:45, before the first child.\n\nPierre Lacroix',
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
          'When can you deliver new ones, cooled': true,
          'who pays?': false,
        },
      },
    ],
  },
  {
    to: 'Luca Ferri',
    fault: 'nobody',
    writer: 'Gwen',
    message:
      "Hi, I'm choosing between the 4 and the 6 burner stove for a food truck. Which one would you take, and does it run on bottled gas? Luca",
    drafts: [
      {
        draft:
          "Hi Luca,\n\nFor a truck I'd take the four: the six needs a bigger hood and eats your counter. And yes, both run on bottled gas; the nozzles are in the box.\n\nWrite me what you cook and I tell you which rings to pick.\n\nGwen",
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
          'Which one would you take': true,
          'does it run on bottled gas': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Luca,\n\nThank you for your interest in our products. Both models are excellent choices. Please do not hesitate to contact us if you have any further questions.\n\nKind regards,\nSales',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          close: 'plain',
        },
        asks: {
          'Which one would you take': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Rose Mutasa',
    fault: 'ours',
    writer: 'Clive',
    message:
      'My daughter came home from your camp with a broken wrist, and nobody had rung me. She sat with it for a whole night because the leader said "it\'s only a bruise". I want to talk to that leader. Rose Mutasa',
    drafts: [
      {
        draft:
          'Dear Rose,\n\nA child who sits up a whole night with a broken wrist, and a mother who finds out at the bus. You trusted us with her, and we failed both of you. I am sorry.\n\nSteve, the leader, will ring you tonight at seven; he knows what he did and wants to say it to you himself, and I am on the line with him. I should have had a rule that every fall is seen by the nurse. Since this morning there is one.\n\nPlease tell Chipo that her bunk neighbour has painted her a cast with stars,\nClive',
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
          'I want to talk to that leader': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Rose,\n\nA child who sits up a whole night with a broken wrist, and a mother who finds out at the bus: I cannot imagine how that felt for you both. Our hearts are with Chipo, and we hope that she is smiling again.\n\nWith warmest wishes to her,\nClive',
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
          'I want to talk to that leader': false,
        },
        says: ['empathy.only', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Arthur Quill',
    called: 'Mr Quill',
    channel: 'letter',
    fault: 'ours',
    writer: 'Bernadette',
    message:
      "Dear Sir, the crossword in Saturday's paper had the grid of Friday. I am 88 and the crossword is my Saturday. Kindly print the right one. A. Quill",
    drafts: [
      {
        draft:
          "Dear Mr Quill,\n\nA Saturday without its crossword, at 88 and after how many Saturdays? I picked up Friday's grid from my desk and looked at neither. I am sorry.\n\nThe right one is printed this Saturday on page 14, beside the new one, so that you have two. A copy is in this envelope already, in large print.\n\n14 across is rather mean, in my opinion. I should like to hear yours,\nBernadette Shaw",
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
          'print the right one': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Mr Quill,\n\nWe apologise for any confusion. Your comments have been passed to the editor.\n\nReader Services',
        is: {
          name: 'ok',
          echo: false,
          empathy: 'formula',
          apology: 'conditional',
          order: 'n/a',
          remedy: false,
          when: false,
          close: 'plain',
        },
        asks: {
          'print the right one': false,
        },
        says: ['questions.unanswered', 'apology.conditional'],
      },
    ],
  },
  {
    to: 'Sanna Laine',
    fault: 'nobody',
    writer: 'Otto',
    message:
      'Hello! Thank you for the lovely sauna evening, we slept like stones. I think I left a green towel on the bench, can you post it? I pay the postage of course. Sanna',
    drafts: [
      {
        draft:
          'Hello Sanna,\n\nSlept like stones is the best thing a sauna can hear. The green towel is washed and dry, and it went into the post this morning; no postage, it was a pleasure to have you.\n\nCome back when there is ice on the lake,\nOtto',
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
          'can you post it?': true,
        },
        sends: true,
      },
      {
        draft:
          'Hello Sanna,\n\nLost property is kept for 30 days and can be collected at reception between 9 and 17.\n\nOtto',
        is: {
          name: 'ok',
          echo: false,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          close: 'plain',
        },
        asks: {
          'can you post it?': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Ronan Fahy',
    fault: 'ours',
    writer: 'Orla',
    message:
      "The WiFi in the flat has been dead since I moved in 3 weeks ago. I work from home, I've been tethering off my phone and the bill is 95. Two promises from you, no technician. When is this fixed and will you cover the 95? Ronan",
    drafts: [
      {
        draft:
          "Hi Ronan,\n\nThree weeks of working off your phone, 95 on the bill and two promises from us that were worth nothing. I wouldn't believe a third one either. I'm sorry.\n\nSo here it is with a name: Paddy from the cable company is in your flat tomorrow at 8:30, I've met him in the yard and he has the part. The 95 comes off your December rent, and so do the three weeks of internet.\n\nI'll ring you tomorrow at ten. If it isn't running by then, you get the keys to the office upstairs and my desk.\n\nOrla",
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
          'When is this fixed': true,
          'will you cover the 95': true,
        },
        sends: true,
      },
      {
        draft:
          "Hi Ronan,\n\nPaddy from the cable company is in your flat tomorrow at 8:30. The 95 comes off your December rent.\n\nI'm sorry about the three weeks of working off your phone.\n\nOrla",
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
          'When is this fixed': true,
          'will you cover the 95': true,
        },
        says: ['empathy.late'],
      },
      {
        draft:
          "Hi Ronan,\n\nThree weeks of working off your phone, 95 on the bill and two promises from us that were worth nothing. I'm sorry.\n\nA technician will be sent to you. The 95 comes off your December rent.\n\nOrla",
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: false,
          close: 'plain',
        },
        asks: {
          'When is this fixed': false,
          'will you cover the 95': true,
        },
        says: ['next.no_time'],
      },
    ],
  },
  {
    to: 'Mehmet Kaya',
    fault: 'unclear',
    writer: 'Lotte',
    message:
      'The oven I bought smells of burnt plastic each time. Is this dangerous for the kids? We use it since Friday. Mehmet Kaya',
    drafts: [
      {
        draft:
          "Dear Mehmet,\n\nA smell like that with children in the kitchen would worry me too. Please switch it off at the wall and don't use it until I've called.\n\nMost often it's a strip of packing tape at the back of the fan, and then it's harmless; but I don't guess with ovens. Our technician Bram looks at it today between four and six, and I call you at 6:15 to hear what he found.\n\nPizza tonight is on us, just send me the receipt,\nLotte",
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
          'Is this dangerous for the kids?': true,
        },
        sends: true,
      },
      {
        draft: 'Dear Mehmet,\n\nSome odour during the first uses is normal. Ventilate the room.\n\nService',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          close: 'plain',
        },
        says: ['empathy.missing'],
      },
    ],
  },
  {
    to: 'Claudette Roy',
    fault: 'ours',
    writer: 'Ian',
    message:
      'Hello, I was told on the phone that my mother could have the ground floor room and now it is given to someone else. She cannot do stairs. She has packed already. What shall I tell her? Claudette Roy',
    drafts: [
      {
        draft:
          "Dear Claudette,\n\nHer bag is packed and her room is gone: what a phone call to have to make. You were told right and we did wrong; I gave it away without looking at my colleague's note. I am sorry.\n\nPlease tell her that she can come. From Thursday the garden room is hers, on the ground floor and two doors from the dining room; it is bigger, at the price you agreed. I fetch her myself at eleven, if she likes, and carry the bag.\n\nI look forward to meeting her,\nIan",
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
          'What shall I tell her?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Claudette,\n\nHer bag is packed and her room is gone: what a phone call to have to make. Unfortunately the room was reallocated and a communication error occurred.\n\nFrom Thursday the garden room is hers, on the ground floor. I fetch her myself at eleven, if she likes.\n\nI look forward to meeting her,\nIan',
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
        says: ['apology.passive'],
      },
    ],
  },
  {
    to: 'Bilal Aydin',
    channel: 'chat',
    fault: 'nobody',
    later: true,
    writer: 'Cat',
    message: 'ok and which exit from the station',
    drafts: [
      {
        draft: 'Exit B, then left past the fountain. Two minutes.',
        is: {
          name: 'missing',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'none',
        },
        sends: true,
      },
    ],
  },
  {
    to: 'Gloria Estevez',
    fault: 'ours',
    writer: 'Raj',
    message:
      'I asked for the black and white portrait of my dad to be retouched, only the crease. You changed his face. He had that scar from the war. Please give me back the original and undo it. Gloria',
    drafts: [
      {
        draft:
          'Dear Gloria,\n\nThat scar was part of him, and we wiped it away as if it were a crease. I looked at the photo and did not see the man. I am sorry.\n\nThe original is untouched; it goes to you today by registered post and is there on Friday. I have made the print anew this morning: only the crease is gone, the scar is where it belongs. You will find it in the same envelope, and there is nothing to pay.\n\nThank you for telling me where it came from,\nRaj',
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
          'give me back the original': true,
          'undo it': true,
        },
        sends: true,
      },
      {
        draft:
          "Dear Gloria,\n\nWe're sorry to hear you're not happy with the result. Our designers work to a professional standard. We can offer a revision for a fee of 25.\n\nRegards,\nRaj",
        is: {
          name: 'ok',
          empathy: 'formula',
          apology: 'none',
          when: true,
          close: 'plain',
        },
        says: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Jonas Lindqvist',
    fault: 'nobody',
    writer: 'Ana',
    message:
      'Hi, we get married on 12 June and want to arrive by boat at your pier. Is that allowed, how deep is it there, and could someone take the ropes? Jonas',
    drafts: [
      {
        draft:
          "Hi Jonas,\n\nArriving by boat at your own wedding, I like you two already. You may, and you need not ask anyone else; the pier is ours. At its end it is 2.4 m deep at low water. Our gardener Finn is an old sailor and stands ready for your ropes from three o'clock.\n\nSmooth water on the 12th,\nAna",
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
          'Is that allowed': true,
          'how deep is it there': true,
          'could someone take the ropes': true,
        },
        sends: true,
      },
      {
        draft: 'Hi Jonas,\n\nThe pier can be used by guests. Depth: 2.4 m.\n\nAna',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          close: 'plain',
        },
        asks: {
          'could someone take the ropes': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Dagmar Pohl',
    fault: 'ours',
    writer: 'Uwe',
    message:
      "The lawyer's letter you sent to my ex went to my address too, with MY new address visible to him. I moved because of him. I am afraid now. Please do something today. Dagmar Pohl",
    drafts: [
      {
        draft:
          'Dear Dagmar,\n\nYou moved to be safe, and we told him where you live. I understand that you are afraid, and it is our doing; I put the wrong page in the envelope. I am sorry.\n\nWhat I have done in the last hour: the police in your district know and an officer, Ms Krämer, rings you before noon. Tonight you have a room under another name at the Lindenhof, we pay as long as it takes. I have asked the court to block your address.\n\nI have my phone in my hand all day and all night: 0170 555 01 33,\nUwe Brand',
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
          'Please do something today': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Dagmar,\n\nThank you for bringing this to our attention. Data protection is of the highest priority for us. The incident has been reported to our data protection officer, who will be in touch in due course.\n\nUwe Brand',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          close: 'plain',
        },
        asks: {
          'Please do something today': false,
        },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
]
