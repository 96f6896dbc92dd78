import type { Case } from './case.ts'
import { marks } from './marks.ts'

/** The second half of `islands`. */
export const shores: Case[] = [
  {
    to: 'Amina Diallo',
    fault: 'nobody',
    writer: 'Pieter',
    message:
      'Good morning, two questions before I enrol my mother: how many are in the swimming group, and must she bring a doctor’s note? She is 79 and a little nervous.',
    drafts: [
      {
        draft:
          'Good morning Amina,\n\nThey are six, the oldest is 84 and jumps. A note is not needed; Marit asks everybody about their heart on the first day and stays in the water with them.\n\nIf your mother would like to sit and watch first, Tuesday at ten is a good hour. I hope she enjoys it,\nPieter',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: {
          'how many are in the swimming group': true,
          'must she bring a doctor’s note?': true,
        },
        sends: true,
      },
      {
        draft:
          'Good morning Amina,\n\nYes, your mother needs a doctor’s note, not older than three months.\n\nKind regards,\nPieter',
        is: { name: 'ok', echo: true, apology: 'none', close: 'plain', blame: false },
        asks: {
          'how many are in the swimming group': false,
          'must she bring a doctor’s note?': true,
        },
        says: ['questions.unanswered'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Declan Murphy',
    fault: 'ours',
    writer: 'Yuki',
    message:
      'I was charged twice for the same ferry ticket, 86.40 each time. Refund the second one please. I am on a small pension and this is my week’s shopping.',
    drafts: [
      {
        draft:
          'Dear Declan,\n\nA week’s shopping taken out of your purse by our till: I am sorry, it pressed twice and I did not see it.\n\nThe 86.40 went back at 8:15 this morning and your bank shows it by tomorrow. Should it not be there by noon, call me and I bring it to you in cash: 01 555 0177.\n\nYuki',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Refund the second one please': true },
        sends: true,
      },
      {
        draft:
          'Dear Declan,\n\nRefunds take 5 to 7 working days. Yours has been processed. Sorry for the inconvenience.\n\nYuki',
        is: { name: 'ok', apology: 'real', order: 'fix-first', remedy: true, when: true, blame: false },
        asks: { 'Refund the second one please': true },
        says: ['empathy.late'],
        annoys: ['apology.missing'],
      },
      {
        draft:
          'Hi {{first_name}},\n\nthe second charge of 86.40 was refunded today. I am sorry we took it.\n\nYuki',
        is: { name: 'placeholder', echo: true, apology: 'real', remedy: true, when: true },
        asks: { 'Refund the second one please': true },
        says: ['name.wrong'],
      },
    ],
  },
  {
    to: 'Greta Holm',
    fault: 'ours',
    writer: 'Marius',
    message:
      'Your gardener cut down the apple tree my late father planted. I had put a ribbon round it so that he would leave it. I don’t know what you can even do.',
    drafts: [
      {
        draft:
          'Dear Greta,\n\nYour father’s tree, with your ribbon on it, and we cut it. There is no putting that right, and I am so sorry. I never told the gardener what the ribbon meant.\n\nHere is the little I can do: a nurseryman comes on Thursday at 9 to take cuttings from the branches, which still lie in our yard, wet and wrapped. He says that three in four take. The wood is yours as well, if you would like a bench or a bowl of it.\n\nMay I come with him and tell you this to your face?\nMarius',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Greta,\n\nWe regret any upset this may have caused. Our gardener followed the agreed plan. We can offer a voucher of 50.\n\nRegards,\nMarius',
        is: { name: 'ok', apology: 'legal', close: 'plain', remedy: true },
        says: ['apology.legal', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Oluwaseun Bello',
    called: 'Seun',
    fault: 'unclear',
    writer: 'Katrin',
    message:
      'The tracking says delivered to a neighbour, but which one? I have rung at six doors. It is the part for my mother’s stairlift and she is stuck upstairs.',
    drafts: [
      {
        draft:
          'Hello Seun,\n\nSix doors, with your mother waiting upstairs: let me do the ringing now. I have the driver on the line; it is with Mrs Okafor at number 31, the blue gate, and she is home until two.\n\nIf it is not there, call me straight away on 0161 555 0102 and I send a second part by taxi this afternoon.\n\nI hope your mother is downstairs for tea,\nKatrin',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'which one?': true },
        sends: true,
      },
      {
        draft:
          'Hello Seun,\n\nThank you for contacting us. We have opened an investigation with the carrier. Please allow 10 working days.\n\nKatrin',
        is: { name: 'ok', empathy: 'none', apology: 'none', close: 'plain', blame: false },
        asks: { 'which one?': false },
        says: ['questions.unanswered', 'empathy.missing'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Marguerite Petit',
    called: 'Dr Petit',
    fault: 'nobody',
    writer: 'Owen',
    message:
      'Dear Owen, the room for our choir was lovely and you even found us a second piano stool. Please pass our thanks to the caretaker. Dr M. Petit',
    drafts: [
      {
        draft:
          'Dear Dr Petit,\n\nThe caretaker is Bill, and he has read your note twice, the second time aloud. The stool stays in the corner for you.\n\nThank you for the song at the end; we had the doors open.\nOwen',
        is: marks('ok echo empathy=specific apology=none remedy when close=warm'),
        asks: { 'pass our thanks to the caretaker': true },
        sends: true,
      },
      {
        draft: 'Dear Marguerite Petite,\n\nThank you for your feedback.\n\nOwen',
        is: { name: 'wrong', apology: 'none', close: 'plain', blame: false },
        says: ['name.wrong'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Ivo Marković',
    fault: 'ours',
    writer: 'Sunita',
    message:
      'the heating in room 14 is broken since monday, i asked at the desk on tuesday and on wednesday. my little one has a cough now. can we have another room tonight? and a heater until then',
    drafts: [
      {
        draft:
          'Hello Ivo,\n\nThree nights in the cold, and a cough from it, after you asked twice: I am sorry. The desk wrote it down and nobody on my team read the book.\n\nRoom 22 is warm and yours from 3 pm; we carry the bags. A heater is on its way to you this minute, with tea and honey for the cough.\n\nI look in at five to see whether the little one is warm,\nSunita',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'can we have another room tonight?': true, 'a heater until then': true },
        sends: true,
      },
      {
        draft: 'Hello Ivo,\n\nyou have been moved to room 22.\n\nSunita',
        is: { name: 'ok', empathy: 'none', apology: 'none', close: 'plain', remedy: true },
        asks: { 'can we have another room tonight?': true, 'a heater until then': false },
        says: ['apology.missing', 'empathy.missing', 'questions.unanswered'],
      },
      {
        draft:
          'Hello Ivo,\n\nAnother room is not possible, we are full. You should have called the night porter. I apologise for the cold.\n\nSunita',
        is: { name: 'ok', apology: 'real', order: 'fix-first', blame: true, close: 'plain' },
        asks: { 'can we have another room tonight?': true, 'a heater until then': false },
        says: ['tone.blame', 'questions.unanswered', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Hye-jin Park',
    fault: 'nobody',
    writer: 'Martín',
    channel: 'chat',
    message: 'Do you have the green raincoat in a child’s 8? And how long until it gets to Porto',
    drafts: [
      {
        draft:
          'Hi Hye-jin! Two left in 8, both green. To Porto it takes two days, so Thursday if you order before six. Shall I put one aside?',
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
          'Do you have the green raincoat in a child’s 8?': true,
          'how long until it gets to Porto': true,
        },
        sends: true,
      },
      {
        draft: 'Hi Hye-jin, yes we have it.',
        is: { name: 'ok', apology: 'none', blame: false, close: 'none' },
        asks: {
          'Do you have the green raincoat in a child’s 8?': true,
          'how long until it gets to Porto': false,
        },
        says: ['questions.unanswered'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Jean-Luc Fabre',
    fault: 'ours',
    writer: 'Astrid',
    message:
      'You told me on the phone that the mill was open on Sundays. I drove 140 km with my parents and the gate was shut. They had been looking forward to it since summer.',
    drafts: [
      {
        draft:
          'Dear Jean-Luc,\n\n140 km and a shut gate, with your parents in the back: I am sorry. It was I who took the call, and I read you last year’s hours.\n\nI would like to open the mill for the three of you alone, on any Sunday you choose, wheel turning and coffee on. The petrol for both ways is on us: 60 euro went to you today.\n\nPlease tell your parents it was not their son’s mistake.\nAstrid',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Jean-Luc,\n\nOur opening hours are Tuesday to Saturday, 10 to 5. We hope to welcome you another time.\n\nAstrid',
        is: { name: 'ok', empathy: 'none', apology: 'none', blame: false },
        says: ['apology.missing', 'empathy.missing'],
      },
      {
        draft:
          'Dear Jean-Luc,\n\nThat was my mistake on the phone, and I am sorry about the 140 km. I will make it up to you as soon as possible.\n\nBest,\nAstrid',
        is: { name: 'ok', echo: true, apology: 'real', when: false, close: 'plain', blame: false },
        says: ['next.no_time'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Nadia Ferreira',
    fault: 'theirs',
    writer: 'Hugo',
    message:
      'I forgot to cancel the trial and now 59 has been taken. It is written small, I know. Is there any chance? I am between jobs.',
    drafts: [
      {
        draft:
          'Hello Nadia,\n\nThere is. Between jobs 59 weighs more than the rule does: it goes back to your card today and the trial is ended, nothing more will be taken.\n\nGood luck with the search,\nHugo',
        is: {
          name: 'ok',
          echo: true,
          apology: 'none',
          remedy: true,
          when: true,
          blame: false,
          close: 'warm',
        },
        asks: { 'Is there any chance?': true },
        sends: true,
      },
      {
        draft:
          'Hello Nadia,\n\nThe terms you accepted say that trials renew. You failed to cancel in time, so nothing can be refunded.\n\nRegards,\nHugo',
        is: { name: 'ok', apology: 'none', blame: true, close: 'plain' },
        says: ['tone.blame'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Pavel Novák',
    fault: 'ours',
    writer: 'Imogen',
    message:
      'Where is the corrected certificate? You promised it for last Friday, and the university closes its list tomorrow at noon.',
    drafts: [
      {
        draft:
          'Dear Pavel,\n\nI promised you Friday and let it slip, with the university’s door closing tomorrow. I am sorry.\n\nThe corrected certificate is attached, signed ten minutes ago. I have also sent it to the admissions office and asked them to write to you tonight that they have it. If you hear nothing by eight, ring me at home: 555 0166.\n\nFingers crossed for tomorrow,\nImogen',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Where is the corrected certificate?': true },
        sends: true,
      },
      {
        draft:
          'Dear Pavel,\n\nSorry for the delay! We are working on it and you will have it shortly.\n\nImogen',
        is: { name: 'ok', apology: 'real', when: false, close: 'plain', blame: false },
        asks: { 'Where is the corrected certificate?': false },
        says: ['next.no_time', 'questions.unanswered'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Wambui Njoroge',
    fault: 'nobody',
    writer: 'Erik',
    message:
      'Hi there, my hearing aid whistles since I cut my hair short. I feel silly asking. Is it broken or is it me?',
    drafts: [
      {
        draft:
          'Hi Wambui,\n\nNot silly at all, and neither of you is broken: the hair used to hold the small tube in place. Push it in until it clicks and the whistling stops. If it comes back, a smaller tip helps; I put two in the post for you today, free.\n\nEnjoy the short hair,\nErik',
        is: {
          name: 'ok',
          echo: true,
          apology: 'none',
          remedy: true,
          when: true,
          blame: false,
          close: 'warm',
        },
        asks: { 'Is it broken or is it me?': true },
        sends: true,
      },
      {
        draft: 'Not under warranty. Bring it in.',
        is: { name: 'missing', apology: 'none', curt: true, close: 'none' },
        asks: { 'Is it broken or is it me?': false },
        says: ['questions.unanswered', 'tone.curt'],
        annoys: ['apology.missing'],
      },
    ],
  },
]
