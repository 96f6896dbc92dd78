import type { Case } from './case.ts'
import { marks } from './marks.ts'

export const brooks: Case[] = [
  {
    to: 'Leandro Alves',
    called: 'Leandro',
    fault: 'ours',
    writer: 'Kirsten',
    message:
      'Good morning, the surfboard I rented lost its fin on the second wave and I swam back 400 metres. Your boy at the hut said it happens. I want the rent back and I want to know if you check the boards at all.',
    drafts: [
      {
        draft:
          'Morning Leandro,\n\nA swim of 400 metres is no holiday, and "it happens" is a poor thing to hear while you drip on our floor. The screw was worn. I hung that board out on Sunday without turning it over, so this is mine, and I\'m sorry.\n\nThe 35 is back on your card since nine. From today each board gets its own card with a date on it; yours says "fin, 25 November".\n\nIf you dare, the blue one is yours tomorrow, nothing to pay,\nKirsten',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'I want the rent back': true, 'if you check the boards': true },
        sends: true,
      },
      {
        draft:
          'Dear Leandro,\n\nAll boards are inspected regularly. Fins are wear parts and not covered. We hope you had a good time anyway.\n\nKirsten',
        is: marks('ok echo empathy=none apology=none order=n/a close=warm'),
        asks: { 'I want the rent back': false, 'if you check the boards': true },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Maeve Corrigan',
    called: 'Maeve',
    fault: 'nobody',
    writer: 'Anton',
    message: "Hi, is the beginners' class full yet? I'm 67 and have never held a brush.",
    drafts: [
      {
        draft:
          "Hi Maeve,\n\nTwo chairs are free, and 67 is about the middle of our table. Thursdays at six, brushes are here, you bring an old shirt. I've pencilled you in until Monday.\n\nLooking forward to your first sky,\nAnton",
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: { "is the beginners' class full yet": true },
        annoys: ['apology.missing'],
        sends: true,
      },
      {
        draft: 'Hello,\n\nPlease register online.\n\nAnton',
        is: marks('missing empathy=none apology=none order=n/a curt close=plain'),
        asks: { "is the beginners' class full yet": false },
        says: ['questions.unanswered', 'tone.curt', 'name.missing'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Goran Babic',
    called: 'Goran',
    fault: 'ours',
    writer: 'Elif',
    message:
      'The oven was to be fitted on Friday before my in-laws came. The fitter rang at five: wrong plug. We ate cold cuts with eleven people. When will it work and who pays the electrician your man told me to call?',
    drafts: [
      {
        draft:
          "Dear Goran,\n\nEleven people, an in-law table and no oven: you must have wished us to the moon. I ordered the plug for the old model, nobody else did. I apologise.\n\nSerkan comes tomorrow at eight with the right one and roasts a chicken in it before he leaves. Send me the electrician's bill; it is paid the day it arrives.\n\nRegards to the in-laws, if they still speak of us,\nElif",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'When will it work': true, 'who pays the electrician': true },
        sends: true,
      },
      {
        draft:
          'Dear Goran,\n\nThank you for your message. We regret that the appointment could not be completed as planned. A new date will be arranged shortly.\n\nBest regards,\nElif',
        is: marks('ok echo empathy=none apology=legal order=empathy-first remedy close=plain'),
        asks: { 'When will it work': false, 'who pays the electrician': false },
        says: ['questions.unanswered', 'next.no_time', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Priscilla Osei',
    called: 'Priscilla',
    fault: 'theirs',
    writer: 'Mo',
    channel: 'chat',
    message:
      'omg i sent the payment to the wrong account, it was my old landlord instead of you. is my order cancelled now??',
    drafts: [
      {
        draft:
          "Hi Priscilla, breathe, it isn't. I've put it on hold till Friday so you have time to get it back from him. Your bank can recall it today if you ring them before 4.",
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=none'),
        asks: { 'is my order cancelled now': true },
        annoys: ['apology.missing', 'close.warm', 'tone.blame'],
        sends: true,
      },
      {
        draft: 'You should have checked the account number. Orders without payment are cancelled after 24h.',
        is: marks('missing echo empathy=none apology=none order=n/a remedy when blame close=none'),
        asks: { 'is my order cancelled now': true },
        says: ['tone.blame'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Hiroshi Endo',
    called: 'Hiroshi',
    fault: 'nobody',
    writer: 'Bea',
    message:
      'Dear Bea, could you tell me whether the night train has showers, and can I take my bonsai (40 cm) as hand luggage?',
    drafts: [
      {
        draft:
          'Dear Hiroshi,\n\nShowers only in the first class, at the end of the car. The bonsai travels free as long as it sits by your feet; ask the steward for a bowl, it gets dry in there.\n\nHave a quiet night, both of you,\nBea',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'whether the night train has showers': true, 'can I take my bonsai': true },
        annoys: ['empathy.missing', 'apology.missing'],
        sends: true,
      },
      {
        draft: 'Dear Hiroshi,\n\nThe bonsai travels free as long as it sits by your feet.\n\nBea',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'whether the night train has showers': false, 'can I take my bonsai': true },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Rosemary Tait',
    called: 'Mrs Tait',
    fault: 'ours',
    writer: 'Gavin',
    message:
      'Dear Sirs, for three weeks your bin men have left our bins in the middle of the lane. My husband is blind and walked into one on Sunday. He has a cut on the forehead. I have written before. R. Tait (Mrs)',
    drafts: [
      {
        draft:
          'Dear Mrs Tait,\n\nYour husband should be able to walk his own lane without reaching for bins. That he was hurt on Sunday, after you had warned us, I find hard to write back to. The letter lay with me for nine days. I am sorry to you both.\n\nFrom tomorrow the crew sets the bins behind your hedge, and the foreman sends me a photograph each Tuesday. I should like to come on Thursday at three, to see his forehead and the lane for myself, if that is not a bother.\n\nYours sincerely,\nGavin Moir',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Mrs Tait,\n\nOperatives have been reminded of the correct placement of receptacles. Mistakes were made in this instance.\n\nYours sincerely,\nGavin Moir',
        is: marks('ok empathy=none apology=passive order=n/a remedy when close=plain'),
        says: ['apology.passive', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Dario Conti',
    called: 'Dario',
    fault: 'unclear',
    writer: 'Yara',
    message:
      'My tickets show up as "already scanned" at the gate, we stand outside with the kids and the match has started!!',
    drafts: [
      {
        draft:
          'Dario, go to gate 9, the one with the yellow flag, and show this message. Nadia knows your names and walks you in. I find out in the meantime who scanned them. Run!',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=none'),
        annoys: ['empathy.missing', 'apology.missing', 'close.warm', 'tone.curt'],
        sends: true,
      },
      {
        draft:
          'Hello Dario,\n\nI completely understand how frustrating this is! Please send us your order number, a screenshot and a copy of your ID to tickets@, and a colleague will get back to you within two working days.\n\nYara',
        is: marks('ok echo empathy=formula apology=none order=empathy-first remedy when close=plain'),
        says: ['empathy.missing'],
      },
    ],
  },
  {
    to: 'Ulla Brandt',
    called: 'Ulla',
    fault: 'nobody',
    writer: 'Finn',
    message:
      "I'd like to give my nephew a flying lesson for his exam. Does the voucher run out, and what if it storms on the day?",
    drafts: [
      {
        draft:
          'Hi Ulla,\n\nA lovely way to say well done. It never runs out. When it storms, we ring by seven in the morning and he picks another day, as often as it takes.\n\nGreetings to the nephew,\nFinn',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: { 'Does the voucher run out': true, 'what if it storms on the day': true },
        annoys: ['apology.missing'],
        sends: true,
      },
      {
        draft: 'Hi Ulla,\n\nThe voucher costs 189 and can be bought in our shop. It never runs out.\n\nFinn',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'Does the voucher run out': true, 'what if it storms on the day': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Abel Getachew',
    called: 'Abel',
    fault: 'ours',
    writer: 'Customer Desk',
    message:
      'You delivered my wedding suit to Leeds. I live in Leith. The wedding is tomorrow at noon. I have called all day and your music is all I hear.',
    drafts: [
      {
        draft:
          'Dear Abel,\n\nIf there has been a delay we apologise for the inconvenience. Your parcel will be redirected as soon as possible.\n\nCustomer Desk',
        is: marks('ok echo empathy=formula apology=conditional order=empathy-first remedy close=plain'),
        says: ['apology.conditional', 'empathy.missing', 'next.no_time'],
      },
      {
        draft:
          "Dear Abel,\n\nA day of our music, the evening before your wedding. I would have thrown the phone at the wall. We typed Leeds; my own hand, I looked it up.\n\nYour suit left Leeds at 16.10 in the car of my colleague Tom and is at your door by nine tonight. In case the motorway shuts, a tailor in Leith opens for you at eight tomorrow, on us.\n\nI'm sorry, and I'm on 0131 22 40 till it hangs in your wardrobe,\nMoira",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
    ],
  },
  {
    to: 'Kirsi Laine',
    called: 'Kirsi',
    fault: 'nobody',
    writer: 'Pedro',
    message:
      'Thanks for the new saddle, my horse likes it more than me. One thing: how often do I oil the straps?',
    drafts: [
      {
        draft:
          "Hi Kirsi,\n\nThen it fits, horses don't flatter. Twice a year for the straps, a thin coat, and never in the sun.\n\nHappy riding,\nPedro",
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: { 'how often do I oil the straps': true },
        annoys: ['apology.missing', 'empathy.missing'],
        sends: true,
      },
      {
        draft:
          'Dear customer,\n\nWe are pleased that you are satisfied with our product. Care instructions are enclosed with every saddle.\n\nPedro',
        is: marks('missing echo empathy=formula apology=none order=n/a close=plain'),
        asks: { 'how often do I oil the straps': false },
        says: ['questions.unanswered', 'name.missing'],
      },
    ],
  },
  {
    to: 'Desmond Clarke',
    called: 'Des',
    fault: 'ours',
    writer: 'Tess',
    message:
      'Your app told me the chemist was open. I took my wife there with her migraine, forty minutes by bus, and it was shut. Can you please take care that this is corrected.',
    drafts: [
      {
        draft:
          "Hi Des,\n\nEighty minutes of bus with a migraine beside you, for a closed door. I'm sorry: the hours in our app were two years old, and checking them is my job.\n\nI've corrected that branch this morning and gone through the other eleven; two more were wrong. If you let me know the fare, it's with you the same day.\n\nI hope she has a darker, quieter day today,\nTess",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'take care that this is corrected': true },
        sends: true,
      },
      {
        draft: "Hi Des,\n\nThanks for flagging this! We've passed it on to the content team.\n\nTess",
        is: marks('ok empathy=none apology=none order=n/a close=plain'),
        asks: { 'take care that this is corrected': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Ines Duarte',
    called: 'Ines',
    fault: 'nobody',
    writer: 'Ward',
    message:
      'Can I bring my mother a plant to the ward or only cut flowers? And until when may I stay in the evening',
    drafts: [
      {
        draft:
          "Dear Ines,\n\nCut flowers, please: soil isn't allowed because of the weak lungs next door. You can stay until eight, half past on Sundays.\n\nShe has the bed at the window, so tulips would get the sun,\nSister Agnes",
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'Can I bring my mother a plant': true, 'until when may I stay': true },
        annoys: ['apology.missing'],
        sends: true,
      },
      {
        draft: 'Dear Ines,\n\nVisiting hours: see notice board.\n\nWard 4',
        is: marks('ok empathy=none apology=none order=n/a curt close=plain'),
        asks: { 'Can I bring my mother a plant': false, 'until when may I stay': false },
        says: ['questions.unanswered', 'tone.curt'],
      },
    ],
  },
  {
    to: 'Bogdan Ionescu',
    called: 'Bogdan',
    fault: 'ours',
    writer: 'Lars',
    message:
      'I paid 12 months for the language course, after 2 months the teacher left and now there are only videos. This is not what I bought. Give me the rest of the money or a teacher.',
    drafts: [
      {
        draft:
          "Hi Bogdan,\n\nYou bought a person and got a screen; you're right. We knew in September that Mirela would go, and I should have told you then instead of hoping. I'm sorry.\n\nChoose what suits you: Ana, who speaks your Moldovan too, from Monday at six, or the 290 for ten months, on your account the day you say so.\n\nLars",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=plain'),
        asks: { 'Give me the rest of the money or a teacher': true },
        sends: true,
      },
      {
        draft:
          'Hi Bogdan,\n\nAccording to section 8 of the contract the provider may change the form of teaching. A refund is therefore not possible.\n\nLars',
        is: marks('ok echo empathy=none apology=none order=n/a close=plain'),
        asks: { 'Give me the rest of the money or a teacher': true },
        says: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Greta Holm',
    called: 'Greta',
    fault: 'theirs',
    writer: 'Sanne',
    message:
      'I dropped my phone in the lake by your pier, the third board from the end I think. Stupid me. All pictures of my gran are on it. Is there a diver or a net or anything?',
    drafts: [
      {
        draft:
          "Hi Greta,\n\nGran's pictures under three metres of water, I feel for you. Nils dives for our anchors on Thursday morning and has promised to look under the third board first. Don't charge it when you get it, put it in rice.\n\nI'll write the minute he is up, Thursday before noon,\nSanne",
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'Is there a diver or a net': true },
        annoys: ['apology.missing', 'tone.blame'],
        sends: true,
      },
      {
        draft: 'Hi Greta,\n\nUnfortunately we are not liable for items lost on the pier.\n\nSanne',
        is: marks('ok empathy=none apology=none order=n/a close=plain'),
        asks: { 'Is there a diver or a net': false },
        says: ['questions.unanswered', 'empathy.missing'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Tunde Bakare',
    called: 'Tunde',
    fault: 'ours',
    writer: 'Invoices',
    message:
      "The invoice has still the old company name. Third request. Our accountant can't book it and the year closes on Monday.",
    drafts: [
      {
        draft:
          "Dear Tunde,\n\nThree times for one line of text, with your accountant waiting: that's embarrassing and it's ours. The name sat in a second place that I hadn't looked in. Sorry.\n\nThe new invoice is attached, with Bakare Timber on it, and all next ones will carry it. I stay by the phone until Monday's books are closed.\n\nPetra, Invoices",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft: 'Dear Tunde,\n\nThe name has been changed.\n\nInvoices',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        says: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Chloe Martin',
    called: 'Chloe',
    fault: 'nobody',
    writer: 'Ali',
    channel: 'chat',
    later: true,
    message: 'great thanks! last one, do i have to be home when they read the meter?',
    drafts: [
      {
        draft: "No need, it's outside. They come between 9 and 11 and leave a card.",
        is: marks('missing echo empathy=none apology=none order=n/a remedy when close=none'),
        asks: { 'do i have to be home': true },
        annoys: ['name.missing', 'close.warm', 'empathy.missing'],
        sends: true,
      },
      {
        draft: "You're welcome! Anything else?",
        is: marks('missing empathy=none apology=none order=n/a close=plain'),
        asks: { 'do i have to be home': false },
        says: ['questions.unanswered'],
        annoys: ['name.missing', 'empathy.missing'],
      },
    ],
  },
]
