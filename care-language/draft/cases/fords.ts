import type { Case } from './case.ts'
import { marks } from './marks.ts'

export const fords: Case[] = [
  {
    to: 'Nora Whitfield',
    called: 'Nora',
    fault: 'ours',
    writer: 'Piers',
    message:
      "The kennel gave my dog someone else's heart tablets for four days. He is wobbly and won't eat. What did he get, how much of it, and who talks to my vet?",
    drafts: [
      {
        draft:
          "Dear Nora,\n\nFour days of another dog's pills, and you find out from a wobble. I picked the wrong bag off the shelf and nobody checked after me. I'm ashamed of it, and sorry.\n\nIt was 5 mg of atenolol each morning, last on Sunday. I've just spoken with your vet, Dr Lund; she expects you at two and we pay for all of it. My mobile is 0770 14 20, at night as well.\n\nI'd like to come by on Thursday and say sorry to him too,\nPiers",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'What did he get': true, 'how much of it': true, 'who talks to my vet': true },
        sends: true,
      },
      {
        draft:
          "Dear Nora,\n\nWe're sorry if there was any confusion with the tablets. Please have the dog checked by a vet. We take the wellbeing of all our guests very seriously.\n\nKind regards,\nKennel Team",
        is: marks('ok echo empathy=none apology=conditional order=empathy-first remedy close=plain'),
        asks: { 'What did he get': false, 'how much of it': false },
        says: ['questions.unanswered', 'apology.conditional', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Ebo Mensah',
    called: 'Ebo',
    fault: 'nobody',
    writer: 'Lucy',
    message:
      "Do you rent out wellies in kids' sizes, and is the cave ok for a four year old who hates the dark?",
    drafts: [
      {
        draft:
          'Hi Ebo,\n\nFrom size 23 up, 3 each. As for the dark: he gets a lamp of his own, and the first hall is lit. If he has enough after ten minutes, somebody walks him out and you see the rest.\n\nHope he likes the bats,\nLucy',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'Do you rent out wellies': true, 'is the cave ok for a four year old': true },
        annoys: ['apology.missing'],
        sends: true,
      },
      {
        draft: 'Hi Ebo,\n\nFrom size 23 up, 3 each.\n\nLucy',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'Do you rent out wellies': true, 'is the cave ok for a four year old': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Catherine Roy',
    called: 'Catherine',
    fault: 'ours',
    writer: 'Web Team',
    message:
      'Your site shows my home address on the public map since last night. I left a violent man. Take it down now and tell me who has seen it.',
    drafts: [
      {
        draft:
          'Dear Catherine,\n\nIt is down, since 9.14. I know what that address means for you, and that a night of it cannot be undone. We switched the map on for every member without asking; that was our decision and it was wrong. I am so sorry.\n\nBetween 22.10 and 9.14 eleven people opened your page. The list goes to you, and with your yes to the police, within the hour. Officer Blake at 0131 55 12 knows your name and is waiting for your call.\n\nI stay at my desk until you say that you are safe,\nIrene',
        is: marks('ok echo empathy=specific apology=real order=fix-first remedy when close=warm'),
        asks: { 'Take it down now': true, 'tell me who has seen it': true },
        sends: true,
      },
      {
        draft:
          'Dear Catherine,\n\nThank you for reaching out. The map is a new feature which users can switch off under Settings > Privacy. We hope you enjoy it!\n\nWeb Team',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'tell me who has seen it': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Mateusz Krol',
    called: 'Mateusz',
    fault: 'ours',
    writer: 'Jo',
    message:
      "2nd winter and my boots from you open at the sole again. Walked home in slush, 5 km. Repaired or new, I don't care, but quick please, I have only this pair",
    drafts: [
      {
        draft:
          "Hi Mateusz,\n\nFive kilometres of slush in an open boot, and the second winter of it. That glue isn't good enough and we knew it, so this one is on us. Sorry.\n\nNew ones with a stitched sole leave today and are with you on Friday. Until then there's a loan pair in your size at our shop in Mill Lane, just say your name.\n\nDry feet,\nJo",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Repaired or new': true },
        sends: true,
      },
      {
        draft:
          'Hi Mateusz,\n\nNo problem! Send the boots to our workshop, we will have a look and get back to you.\n\nJo',
        is: marks('ok echo empathy=none apology=none order=n/a remedy close=plain'),
        says: ['apology.missing', 'empathy.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Anneke Visser',
    called: 'Anneke',
    fault: 'nobody',
    writer: 'Bram',
    message:
      'My father (92) would like to see the old steam mill once more, he worked there as a boy. Are there many stairs? Is there anybody who could show him around',
    drafts: [
      {
        draft:
          "Dear Anneke,\n\nHe would be the first visitor who can tell us how the boiler sounded. There are nineteen stairs, but the lift for the sacks carries people too, and on Wednesdays old Mr Dekker is here, who started in '58.\n\nCome any Wednesday after two. We put a chair by the boiler,\nBram",
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: { 'Are there many stairs': true, 'who could show him around': true },
        annoys: ['apology.missing'],
        sends: true,
      },
      {
        draft: 'Dear Anneke,\n\nThere are nineteen stairs. Groups can book a guide for 60.\n\nBram',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'Are there many stairs': true, 'who could show him around': true },
        says: ['empathy.missing'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Sibel Kaya',
    called: 'Sibel',
    fault: 'unclear',
    writer: 'Tim',
    channel: 'chat',
    message:
      'my card was declined 3x at your till and everyone looked at me, but my bank says nothing arrived at their side',
    drafts: [
      {
        draft:
          "Hi Sibel, three times with a queue behind you, I'd have wanted the floor to open. If the bank saw nothing it points at our till. I check its log now and write you in 20 minutes what it says.",
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=none'),
        annoys: ['apology.missing', 'close.warm'],
        sends: true,
      },
      {
        draft: 'Please contact your bank.',
        is: marks('missing empathy=none apology=none order=n/a curt close=none'),
        says: ['empathy.missing', 'tone.curt'],
      },
    ],
  },
  {
    to: 'Patrick Dunne',
    called: 'Pat',
    fault: 'theirs',
    writer: 'Orla',
    message:
      "I booked the cottage for the wrong Easter. Next year's. We are eight people standing in your yard with a trailer. Is there anything at all??",
    drafts: [
      {
        draft:
          "Hi Pat,\n\nEight people and a trailer in the rain, so first: stay, the kettle is on in the barn. The big house is free until Tuesday; Sean brings you the key in ten minutes. It's 40 more a night, and next year's money comes off it.\n\nHappy early Easter,\nOrla",
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'Is there anything at all': true },
        annoys: ['apology.missing', 'tone.blame'],
        sends: true,
      },
      {
        draft:
          'Hi Pat,\n\nUnfortunately the booking was made for next year, as your confirmation clearly states. We are fully booked.\n\nOrla',
        is: marks('ok echo empathy=none apology=none order=n/a blame close=plain'),
        asks: { 'Is there anything at all': true },
        says: ['empathy.missing', 'tone.blame'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Winston Grant',
    called: 'Mr Grant',
    fault: 'ours',
    writer: 'Claims',
    message:
      'Dear Sirs, you have paid my claim to a Mr Grant in Hull. I am Mr Grant in Hove. The roofer waits for his money since October and has started to take interest. Kindly pay me and the interest. W. Grant',
    drafts: [
      {
        draft:
          "Dear Mr Grant,\n\nA roofer with a bill in his hand since October, and our cheque in another man's pocket. The wrong Grant was my doing. I apologise to you, and I have written the same to your roofer.\n\nThe 4,210 reached your account at noon today by fast payment. As for the interest, send me his note and it is paid the same day.\n\nI remain at your service on 01273 40 11,\nEdith Moss",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'pay me and the interest': true },
        sends: true,
      },
      {
        draft:
          'Dear Mr Grant,\n\nYour claim has been reopened and allocated to a handler. Our current turnaround is 15 working days.\n\nClaims',
        is: marks('ok echo empathy=none apology=none order=n/a close=plain'),
        asks: { 'pay me and the interest': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Lidia Morar',
    called: 'Lidia',
    fault: 'nobody',
    writer: 'Cem',
    message:
      "Can the cake be made without eggs? My son's class has two kids with allergies. And by what day must I order",
    drafts: [
      {
        draft:
          "Hi Lidia,\n\nIt can, we use apple instead, and no one has noticed yet. Order by Wednesday for a Friday. Shall I write the names of the two on a flag, so they know it's safe for them?\n\nCem",
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'Can the cake be made without eggs': true, 'by what day must I order': true },
        annoys: ['empathy.missing', 'apology.missing'],
        sends: true,
      },
      {
        draft: 'Hello,\n\nAll allergens are listed on our website.\n\nCem',
        is: marks('missing echo empathy=none apology=none order=n/a close=plain'),
        asks: { 'Can the cake be made without eggs': false, 'by what day must I order': false },
        says: ['questions.unanswered', 'name.missing'],
      },
    ],
  },
  {
    to: 'Johan Berg',
    called: 'Johan',
    fault: 'ours',
    writer: 'Mette',
    message:
      'Hi Mette. The alarm went off 4 times last night, police came twice, neighbours hate us. Your technician "updated" it yesterday. Can you switch it off from where you are?',
    drafts: [
      {
        draft:
          "Hi Johan,\n\nOff since 7.58, from here. You'll sleep tonight. Four alarms and two patrol cars because of our update; I'd not want to meet your neighbours either. I'm sorry, I released it too early.\n\nPer comes at three to put the old version back, it takes him half an hour. If the police send a bill, it's ours.\n\nGive the neighbours this bottle from me, Per brings it,\nMette",
        is: marks('ok echo empathy=specific apology=real order=fix-first remedy when close=warm'),
        asks: { 'Can you switch it off': true },
        annoys: ['empathy.late'],
        sends: true,
      },
      {
        draft: "Hi Johan,\n\nWe'll pass this on to the technician.\n\nMette",
        is: marks('ok empathy=none apology=none order=n/a close=plain'),
        asks: { 'Can you switch it off': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
]
