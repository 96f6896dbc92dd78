import type { Case } from './case.ts'
import { marks } from './marks.ts'

export const hills: Case[] = [
  {
    to: 'Halvard Nilsen',
    fault: 'ours',
    writer: 'Greta',
    message:
      'Hi, the boat trailer I hired lost its number plate on the ferry ramp, and the police gave me 90 fine on the other side. Your plate hung on a piece of wire. I’d like the 90 back. Also, is the trailer insured at all?',
    drafts: [
      {
        draft:
          'Hi Halvard,\n\nA wire. I went out and looked, and you are being polite about it. A fine and a talk with the police because I was too lazy to buy two screws: I’m sorry.\n\nThe 90 and the day’s hire are on your card tomorrow morning. The trailer is insured, number and all; the paper is attached in case they ask again. If the case goes further, send me the letter and I answer it that same day.\n\nFair winds,\nGreta',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'I’d like the 90 back': true, 'is the trailer insured': true },
        sends: true,
      },
      {
        draft:
          'Hi Halvard,\n\nUnfortunately the number plate was not secured properly before the handover. We will refund the 90 tomorrow morning.\n\nFair winds,\nGreta',
        is: marks('ok echo empathy=none apology=passive order=n/a remedy when close=warm'),
        asks: { 'I’d like the 90 back': true, 'is the trailer insured': false },
        says: ['questions.unanswered', 'apology.passive', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Wanjiru Kamau',
    fault: 'nobody',
    writer: 'Ellis',
    message:
      'Dear Ellis, my telescope arrived safely, thank you. How do I clean the mirror? And is it bad to leave it in the cold garage over night?',
    drafts: [
      {
        draft:
          'Dear Wanjiru,\n\nThe mirror wants to be left alone: a bulb blower once a month, never a cloth. If it gets really dusty, in a year or two, bring it to me.\n\nA cold garage is the best place for it, it saves you the waiting in the evening. Just put the cap on before you carry it in, or it fogs.\n\nClear skies,\nEllis',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'How do I clean the mirror': true, 'is it bad to leave it in the cold garage': true },
        sends: true,
      },
      {
        draft:
          'Dear Wanjiru,\n\nThe mirror wants to be left alone: a bulb blower once a month, never a cloth.\n\nClear skies,\nEllis',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'How do I clean the mirror': true, 'is it bad to leave it in the cold garage': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Patricia O’Leary',
    called: 'Pat',
    fault: 'ours',
    writer: 'Student Finance',
    message:
      'Hello, I was told in September my grant would come in October. It’s December. I have eaten rice for eleven days and last night I fainted at my job in the bakery. Nobody picks up. When is it paid? Is there any emergency money?\nPat',
    drafts: [
      {
        draft:
          'Hello Pat,\n\nEleven days of rice, and fainting at work among all that bread. I am so sorry. Your form was complete on 4 September; I put it on the wrong pile and it stayed there.\n\nThe whole grant, 1,860, is in your account by tomorrow noon. So that you eat today, go to the desk in Hall B before six and ask for Yusuf: 150 in cash, no form.\n\nPlease see the nurse as well, she has a slot at four if you want it. And ring me, 0115 555 22, if anything is not as I say.\nBridget Moran, Student Finance',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'When is it paid': true, 'Is there any emergency money': true },
        sends: true,
      },
      {
        draft:
          'Hello Patricia,\n\nWe apologise for any inconvenience. Applications are processed in order of receipt. We cannot give individual dates. Please check the portal.\n\nStudent Finance',
        is: marks('ok empathy=formula apology=conditional order=n/a close=plain'),
        asks: { 'When is it paid': false, 'Is there any emergency money': false },
        says: ['questions.unanswered', 'empathy.missing', 'apology.conditional', 'next.missing'],
      },
    ],
  },
  {
    to: 'Rafael Moreira',
    channel: 'chat',
    fault: 'ours',
    writer: 'Kim',
    message: 'the scooter wont lock, it keeps counting minutes, im at 14 euro already',
    drafts: [
      {
        draft:
          'Rafael, stopped it from here just now, you pay 1.80 for the ride. Sorry, that lock has been sticky all day and I should have taken it off the street. Walk away, I’ve got it.',
        is: marks('ok echo empathy=none apology=real order=n/a remedy when close=none'),
        sends: true,
      },
      {
        draft: 'Have you tried restarting the app?',
        is: marks('missing empathy=none apology=none order=n/a curt close=none'),
        says: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Greta Thorsen',
    fault: 'theirs',
    writer: 'Abdul',
    message:
      'Hello, I have washed the wool blanket at 60 and now it is a blanket for a hamster. I know, I know. Do you maybe have the same one again, the grey with the red edge? And is there a trick to make it big again?',
    drafts: [
      {
        draft:
          'Hello Greta,\n\nThe hamster will sleep like a king. No trick I know of brings it back; my wife has two such blankets for the dolls.\n\nOne grey with the red edge is left, 79, and I have put a note with your name on it until Saturday. Cold water and a prayer this time.\n\nWarm greetings,\nAbdul',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: { 'Do you maybe have the same one again': true, 'is there a trick to make it big again': true },
        sends: true,
      },
      {
        draft:
          'Hello Greta,\n\nthe care label clearly says 30 degrees. This is not a warranty case.\n\nAbdul',
        is: marks('ok empathy=none apology=none order=n/a blame close=plain'),
        asks: {
          'Do you maybe have the same one again': false,
          'is there a trick to make it big again': false,
        },
        says: ['questions.unanswered', 'tone.blame'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Mehmet Aksoy',
    fault: 'ours',
    writer: 'Fiona',
    message:
      'Fiona, the translation of my birth certificate says I was born in 1899. The registry laughed and sent me home. The wedding is on the 12th and without the paper there is none. Please correct it and tell me how quick you can.',
    drafts: [
      {
        draft:
          'Mehmet,\n\nOne hundred and twenty-six is a fine age to marry, but not on paper. I am sorry that they laughed at you for my typing; I swapped two digits and did not read it back.\n\nThe right one, stamped, is with the rider now and reaches you by two. I called Mr Lang at the registry; you need not queue again, he takes it at his door until five today.\n\nI’ll be dancing on the 12th, wherever I am,\nFiona',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'correct it': true, 'tell me how quick you can': true },
        sends: true,
      },
      {
        draft:
          'Mehmet,\n\nI am sorry that they laughed at you for my typing; I swapped two digits and did not read it back.\n\nI will send the corrected one as soon as I can.\n\nI’ll be dancing on the 12th, wherever I am,\nFiona',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy close=warm'),
        asks: { 'correct it': true, 'tell me how quick you can': false },
        says: ['next.no_time', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Linnea Holm',
    fault: 'nobody',
    writer: 'Jo',
    message:
      'Hi Jo, we had such a good time at the pottery weekend, even my mother who says clay is dirt. Could you tell me the name of the blue glaze?',
    drafts: [
      {
        draft:
          'Hi Linnea,\n\nTell your mother that her bowl is the roundest of the lot, and that dirt is what I call it too. The blue is "Nordhav 4", with a spoon of ash from our own stove.\n\nYour pieces come out of the kiln on Tuesday; I will send a photo before I pack them.\n\nJo',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=plain'),
        asks: { 'tell me the name of the blue glaze': true },
        sends: true,
      },
      {
        draft:
          'Hi Linea,\n\nThe blue is "Nordhav 4", with a spoon of ash from our own stove. Your pieces come out of the kiln on Tuesday.\n\nGreet your mother from the dirt,\nJo',
        is: marks('wrong echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'tell me the name of the blue glaze': true },
        says: ['name.wrong'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Sunil Perera',
    fault: 'unclear',
    writer: 'Hotel Desk',
    message:
      'Good day, after we left the room my wife misses her gold chain, it was her grandmother’s. She put it in the small dish by the bed. I do not accuse anybody. Would you kindly look, also under the bed and in the laundry?',
    drafts: [
      {
        draft:
          'Good day Sunil,\n\nA grandmother’s chain is not a thing one replaces. I have been on my knees in 308 with a torch this morning, under the bed, behind the dish, in the pipe of the basin: it isn’t there.\n\nThe sheets of that day are at the laundry in Kandy; they go through the drums tonight and ring me by nine. I telephone you right after, whatever they say. Nobody sleeps in 308 until then.\n\nPlease tell your wife that we are looking with her,\nAnoma Silva',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'look, also under the bed and in the laundry': true },
        sends: true,
      },
      {
        draft:
          'Dear Guest,\n\nThe hotel is not responsible for valuables left in the room. A safe is provided for this purpose. Nothing was handed in.\n\nHotel Desk',
        is: marks('missing empathy=none apology=none order=n/a blame close=plain'),
        asks: { 'look, also under the bed and in the laundry': false },
        says: ['questions.unanswered', 'empathy.missing', 'tone.blame'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Bridie Walsh',
    called: 'Mrs Walsh',
    channel: 'letter',
    fault: 'ours',
    writer: 'T. Hargreaves',
    message:
      'Dear Mr Hargreaves, the new doors at the surgery are so heavy I cannot open them with my frame. On Monday I stood outside for quarter of an hour until a young man came. I missed my turn. I don’t like to make a fuss.\nB. Walsh',
    drafts: [
      {
        draft:
          'Dear Mrs Walsh,\n\nIt is no fuss. A quarter of an hour outside our own door, and then your turn gone: I am sorry, I chose those doors and never tried them with a frame.\n\nA bell at your height was put up yesterday and somebody comes out within the minute. The doors get a motor on Thursday. Dr Shah will see you tomorrow at ten, and if you would rather be fetched, my own car is at yours at half past nine.\n\nYours sincerely,\nT. Hargreaves',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Mrs Walsh,\n\nIt is no fuss. A quarter of an hour outside our own door, and then your turn gone: I am sorry, I chose those doors and never tried them with a frame.\n\nThank you for the letter; it hangs above my desk.\n\nYours sincerely,\nT. Hargreaves',
        is: marks('ok echo empathy=specific apology=real order=n/a close=warm'),
        says: ['empathy.only'],
      },
    ],
  },
  {
    to: 'Enzo Marchetti',
    fault: 'ours',
    writer: 'Payroll',
    message:
      'Ciao, my contract says 22 days of holiday, the system gives me 20. I asked in spring, they said "will be looked at". I want to go to my sister in August and miss exactly two days. Can you fix it and confirm August 3 to 21?',
    drafts: [
      {
        draft:
          'Ciao Enzo,\n\nYou have 22; the system has them since this morning, and August 3 to 21 is confirmed and in the plan. In spring your question came to me and I let it lie between two others. Sorry, you should not have had to ask twice.\n\nGreetings to your sister,\nDora, Payroll',
        is: marks('ok echo empathy=none apology=real order=fix-first remedy when close=warm'),
        asks: { 'Can you fix it': true, 'confirm August 3 to 21': true },
        sends: true,
      },
      {
        draft:
          'Ciao Enzo,\n\nPlease submit form HR-12 via the ESS portal, your LM has to approve it first.\n\nPayroll',
        is: marks('ok empathy=none apology=none order=n/a remedy jargon close=plain'),
        asks: { 'Can you fix it': false, 'confirm August 3 to 21': false },
        says: ['questions.unanswered', 'apology.missing', 'tone.jargon'],
      },
    ],
  },
  {
    to: 'Dorota Wilk',
    fault: 'ours',
    writer: 'Ben',
    message:
      'Hello Ben, the puppy you sold us had a heart murmur, the vet found it at the first visit. The children named him already. We don’t give him back. But you must have known?',
    drafts: [
      {
        draft:
          'Hello Dorota,\n\nI knew that your children would love him, and I did not know about his heart; I should have. Our vet listened to the litter in a barn with the radio on, and I let that pass. I am sorry for the day you had at the surgery instead of the one you had planned.\n\nI’d like to pay for the heart scan, Dr Wren has kept Thursday at three for him, and whatever he needs for it in his life. It’s in the letter attached, signed.\n\nWhat did they name him?\nBen',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'you must have known': true },
        sends: true,
      },
      {
        draft:
          'Hello Dorota,\n\nSorry if you feel let down, but no breeder can guarantee the health of an animal. Murmurs often disappear. Good luck with the puppy!\n\nBen',
        is: marks('ok echo empathy=none apology=conditional order=n/a close=warm'),
        asks: { 'you must have known': false },
        says: ['apology.conditional', 'empathy.missing', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Ikram Benali',
    fault: 'nobody',
    writer: 'Théo',
    message:
      'Hello, can I have the wedding hall also on the Friday to decorate, from what time, and what about the piano, may we move it?',
    drafts: [
      {
        draft:
          'Hello Ikram,\n\nFriday from two o’clock the hall is yours, no extra. The piano has wheels and a bad temper; Marcel moves it for you at five if you tell him where.\n\nAll good things for the day,\nThéo',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: {
          'can I have the wedding hall also on the Friday to decorate': true,
          'from what time': true,
          'may we move it': true,
        },
        sends: true,
      },
      {
        draft:
          'Hello Ikram,\n\nFriday is no problem, the hall is yours.\n\nAll good things for the day,\nThéo',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: {
          'can I have the wedding hall also on the Friday to decorate': true,
          'from what time': false,
          'may we move it': false,
        },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
]
