import type { Case } from './case.ts'
import { marks } from './marks.ts'

export const markets: Case[] = [
  {
    to: 'Noor Haddad',
    fault: 'ours',
    writer: 'Frieda',
    message:
      'The glasses you made for my father are for reading, but he needed them for driving. He found out at dusk on the ring road. Thank God nothing happened. I would like new ones, and I want the old prescription checked by someone else.',
    drafts: [
      {
        draft:
          'Dear Noor,\n\nA man at dusk on the ring road who suddenly cannot see: I read your letter twice and went cold. I swapped two lines of the prescription when I ordered the lenses. I am sorry, to him first of all.\n\nThe right lenses are cut this afternoon, and my husband drives them to your father tomorrow at ten. Dr Engel from across the street, who has nothing to do with our shop, checks the prescription before that; I pay her.\n\nPlease ask him to leave the car until then, I gladly fetch him wherever he has to be.\n\nFrieda',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'would like new ones': true, 'I want the old prescription checked by someone else': true },
        sends: true,
      },
      {
        draft:
          'Dear Noor,\n\nwe will replace the lenses free of charge. Please bring the glasses and the receipt to the shop.\n\nKind regards\nFrieda',
        is: marks('ok echo empathy=none apology=none remedy close=plain'),
        asks: { 'would like new ones': true, 'I want the old prescription checked by someone else': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Ivan Petrov',
    fault: 'nobody',
    writer: 'Cleo',
    channel: 'chat',
    message: 'do you have the green jacket in L?',
    drafts: [
      {
        draft:
          'Hi Ivan, two left in L, one in the shop and one in the warehouse. Shall I put the one here aside for you until tonight?',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: { 'do you have the green jacket in L?': true },
        sends: true,
      },
      {
        draft:
          'Hi Ivan, thanks for your message! Our stock changes daily. Feel free to have a look in the shop.',
        is: marks('ok empathy=none apology=none when close=plain'),
        asks: { 'do you have the green jacket in L?': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Margaret O’Dowd',
    fault: 'ours',
    writer: 'Steven Lamb',
    message:
      'I have rung your council line eleven times about the lamp outside my door. I am 81 and I do not go out after four any more because I cannot see the step. Will somebody please mend it? Mrs M. O’Dowd',
    drafts: [
      {
        draft:
          'Dear Mrs O’Dowd,\n\nEleven calls, and you stay indoors from four o’clock because of one lamp: that is not right, and I am sorry. Each call was written down and none was passed to the men with the ladder; that is my office, so it is my fault.\n\nThe crew is at your door on Thursday morning between nine and ten. Until then a lamp on a battery stands by the step; my colleague brings it this afternoon before it gets dark and shows you the switch.\n\nI ring you on Thursday at six, to hear whether you can see the step.\n\nSteven Lamb',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Will somebody please mend it?': true },
        sends: true,
      },
      {
        draft:
          'Dear Margaret,\n\nThank you for contacting the council. Your report has been logged under reference 88-1042 and will be dealt with in due course. Due to a high volume of requests there may be delays.\n\nSteven Lamb',
        is: {
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: false,
          when: false,
          blame: false,
          curt: false,
          close: 'plain',
        },
        asks: { 'Will somebody please mend it?': false },
        says: ['questions.unanswered', 'empathy.missing', 'apology.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Lukas Meier',
    fault: 'theirs',
    writer: 'Anja',
    message:
      'Hi, I typed my e-mail address wrong when I booked the canoe (I wrote gmial). Can you send me the ticket to this address?',
    drafts: [
      {
        draft:
          'Hi Lukas,\n\ndone: the ticket for the canoe is in your inbox now, and your booking has the right address. Saturday looks sunny, bring a hat!\n\nAnja',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: { 'Can you send me the ticket to this address?': true },
        sends: true,
      },
      {
        draft:
          'Hi Lukas,\n\nplease check your data more carefully next time. You need to make a new booking, the old one cannot be changed.\n\nAnja',
        is: marks('ok empathy=none apology=none blame close=plain'),
        asks: { 'Can you send me the ticket to this address?': true },
        says: ['tone.blame'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Esther Wanjiru',
    fault: 'ours',
    writer: 'Mo',
    message:
      'My salary was not paid on the 25th. I called payroll, they said "next run". I have two children and the nursery takes its money tomorrow. What now??',
    drafts: [
      {
        draft:
          'Dear Esther,\n\nTwo children, the nursery tomorrow, and from us the words “next run”. I am sorry; nobody should have said that to you. I left your new account number in the old file, so the money came back to us.\n\nYour whole salary goes out by instant transfer before noon today. I have written to the nursery that any delay is ours, and if they charge you, hand it to me.\n\nMay I ring you at one, to make sure that it is there?\nMo',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'What now??': true },
        sends: true,
      },
      {
        draft:
          'Dear Esther,\n\nunfortunately the payment was rejected due to an incorrect IBAN. It will be included in the next payroll run. We apologise for any inconvenience.\n\nPayroll',
        is: {
          name: 'ok',
          empathy: 'formula',
          apology: 'conditional',
          remedy: true,
          blame: false,
          canned: false,
          close: 'plain',
        },
        says: ['empathy.missing', 'apology.conditional'],
      },
    ],
  },
  {
    to: 'Tomasz Wilk',
    fault: 'nobody',
    writer: 'Kirsten',
    message:
      'Dear Sir or Madam, I am writing to enquire whether your archive holds the passenger lists of the steamer Estonia for 1928, and, if so, whether copies may be ordered and at what charge. Yours faithfully, T. Wilk',
    drafts: [
      {
        draft:
          'Dear Tomasz,\n\nYes, we hold them, all four crossings of 1928, and the clerk’s hand is a pleasure to read. A copy of one page costs 3.50, a whole crossing 40; it takes about a week.\n\nIf you tell me a name, I look through the lists myself before you order, and you pay only for the page it stands on.\n\nKirsten Aalto, reading room',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: {
          'your archive holds the passenger lists': true,
          'whether copies may be ordered': true,
          'at what charge': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Tomasz,\n\nYes, the archive holds the passenger lists of the Estonia for 1928.\n\nYours sincerely\nKirsten Aalto',
        is: marks('ok echo empathy=none apology=none remedy when close=plain'),
        asks: {
          'your archive holds the passenger lists': true,
          'whether copies may be ordered': false,
          'at what charge': false,
        },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Jade Robinson',
    fault: 'ours',
    writer: 'Ollie',
    channel: 'chat',
    message:
      'Seriously?! You cancelled my slot 20 minutes before, I am already on the bus with my tools. I lost a whole morning of pay.',
    drafts: [
      {
        draft:
          'Jade, a morning of pay gone and you on the bus with all your tools, that is on me, I am sorry. I double booked the kiln. Stay on the bus if you can: the small kiln is free from 11, it is yours all day and today costs you nothing. There will be tea.',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft: 'Hi Jade, sorry about that. You can rebook online at any time.',
        is: marks('ok empathy=none apology=real order=empathy-first remedy when close=none'),
        says: ['empathy.missing'],
      },
    ],
  },
  {
    to: 'Pauline Girard',
    fault: 'nobody',
    writer: 'Theo',
    message:
      'Since Monday there is a sweet smell in the cellar near your meter. My husband says I imagine it. I am a bit afraid to switch on the light down there.',
    drafts: [
      {
        draft:
          'Dear Pauline,\n\nPlease leave the light off, open the cellar window from outside if you can, and stay upstairs; to be afraid is right here. Our gas fitter is on the way and rings your bell in twenty minutes. Should the smell come up the stairs before that, go out with your husband and dial 112.\n\nI stay on this line, 555 0112, until he is with you.\nTheo',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Pauline,\n\nodours can have many causes. Please observe it for some days and contact us again if it persists.\n\nTheo',
        is: marks('ok echo empathy=none apology=none close=plain'),
        says: ['next.missing', 'empathy.missing'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Rafael Duarte',
    fault: 'nobody',
    writer: 'Beth',
    message:
      'Is it normal that the sourdough starter smells like nail varnish? I feed it every evening with the flour from your mill.',
    drafts: [
      {
        draft:
          'Hi Rafael,\n\nQuite normal: it is hungry. When all the flour is eaten, the yeast makes that sharp smell. Feed it twice a day for three days, mornings too, and keep it a little cooler. By Sunday it should smell of yoghurt and apples again.\n\nTell me how the first loaf turns out,\nBeth',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: { 'Is it normal that the sourdough starter smells like nail varnish?': true },
        sends: true,
      },
      {
        draft:
          'Hi Rafael,\n\nwe are sorry to hear that you are unhappy with our product. Please send us a photo and your batch number.\n\nBeth',
        is: marks('ok empathy=formula apology=none close=plain'),
        asks: { 'Is it normal that the sourdough starter smells like nail varnish?': false },
        says: ['questions.unanswered'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Birgit Aasen',
    fault: 'ours',
    writer: 'Jens',
    later: true,
    message:
      'Jens, you wrote that the boat would be back in the water on the 3rd. It is the 9th, we are five people on the pier with our bags, and the boat is on its stands without a keel. What do we do with our holiday?',
    drafts: [
      {
        draft:
          'Dear Birgit,\n\nFive of you on the pier with your bags, and I was the one who wrote the 3rd. I knew on the 5th that the keel was late and did not ring you. I am sorry.\n\nTake the Marie, berth 14; she is bigger than yours, the keys hang in my office and she is yours for the two weeks. I fill her tank now and walk you through her at noon. Your keel comes on Friday, and I send you a picture the moment it is on.\n\nThe fridge on board is full, and the first bottle is from me.\nJens',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'What do we do with our holiday?': true },
        sends: true,
      },
      {
        draft:
          'Dear Birgit,\n\nthe keel is delayed by the supplier. I will let you know as soon as I have more information. Thank you for your understanding.\n\nJens',
        is: marks('ok echo empathy=none apology=none close=plain'),
        asks: { 'What do we do with our holiday?': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Chidi Okafor',
    fault: 'nobody',
    writer: 'Rosalind',
    message:
      'We would love to sing in your church hall on the second Sunday of Advent. About 30 voices. Is it free, is it heated, and may we sell cake?',
    drafts: [
      {
        draft:
          'Dear Chidi,\n\nThirty voices, how lovely. The hall is free from two o’clock that Sunday, and I have written your choir in with a pencil. It is heated from noon. Cake is welcome; the stove works, the tap needs a firm hand.\n\nSend me two lines by the 20th and I change the pencil for ink,\nRosalind',
        is: marks('ok echo empathy=specific apology=none remedy when close=warm'),
        asks: { 'Is it free': true, 'is it heated': true, 'may we sell cake?': true },
        sends: true,
      },
      {
        draft:
          'Dear Chidi,\n\nThe hall is free that day. For rental conditions please refer to the attached PDF.\n\nBest regards\nRosalind',
        is: marks('ok echo empathy=none apology=none remedy when close=plain'),
        asks: { 'Is it free': true, 'is it heated': false, 'may we sell cake?': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Dana Kaplan',
    fault: 'ours',
    writer: 'Will',
    message:
      'You sent my test results to my old employer. I never told them that I am ill. Now everybody looks at me. I don’t know what to say.',
    drafts: [
      {
        draft:
          'Dear Dana,\n\nSomething that was yours alone is in other hands, because of us, and now you feel every look. I am deeply sorry. We took the address from a form of 2019 and did not ask you.\n\nI spoke to the head of their office at eight this morning: the letter is in a sealed envelope with him and comes back to us by courier today. Your file carries your own address only. Our data officer has reported it, and you get that report in writing by Friday.\n\nIf it would help you to have somebody tell your colleagues that they must forget what they read, I do that in person, on the day you choose. And my line is 555 0170, also in the evening.\n\nWill',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Dana,\n\nwe regret that an error occurred in the dispatch of your results. Measures have been taken so that this does not happen again. This statement does not constitute an admission of liability.\n\nData protection office',
        is: marks('ok echo empathy=none apology=legal order=empathy-first remedy when close=plain'),
        says: ['apology.legal', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Sven Holm',
    fault: 'theirs',
    writer: 'Aino',
    message:
      'I forgot my rucksack on the 17:40 train to Turku, coach 3, blue with a yellow ribbon. My laptop is in it and my thesis is on it, handed in on Monday. Please help!',
    drafts: [
      {
        draft:
          'Dear Sven,\n\nA thesis due on Monday and the laptop on its way to the coast, that is a bad evening. The conductor has looked: your blue rucksack with the ribbon is in her cabin. She hands it over in Turku at 20:05, and it rides back with the 20:30; you can have it at window 4 here from 22:15 tonight.\n\nBring a card with your name on it. And good luck on Monday!\nAino',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'Please help!': true },
        sends: true,
      },
      {
        draft:
          'Dear Sven,\n\nplease fill in the lost property form on our website. Passengers are responsible for their own luggage.\n\nAino',
        is: marks('ok echo empathy=none apology=none blame close=plain'),
        says: ['tone.blame', 'empathy.missing'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Amelia Thorne',
    fault: 'unclear',
    writer: 'Kit',
    message:
      'The roses arrived brown at the edges, and they were for my wife’s first day home from hospital. I don’t know if it was you or the courier. I am sad more than angry.',
    drafts: [
      {
        draft:
          'Dear Amelia,\n\nHer first day home, and brown edges on the table: I understand that you are sad, and so am I. Whether it was our cold room or the van, I find out; for you it makes no difference.\n\nFresh ones, cut this morning, are at your door between four and five today. I chose the old white kind, they last longest in a warm room.\n\nA good first week at home to both of you,\nKit',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Amelia,\n\nSorry if the flowers did not meet your expectations. Flowers are a natural product. You can claim within 24 hours by photo.\n\nKit',
        is: marks('ok echo empathy=none apology=conditional order=empathy-first remedy when close=plain'),
        says: ['apology.conditional', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Giulia Ferri',
    fault: 'nobody',
    writer: 'Hamish',
    message:
      'I got the job!!! Your interview coaching on Tuesday did it. Could you send me the invoice again, my new boss pays it :)',
    drafts: [
      {
        draft:
          'Giulia!\n\nYou got it, and I danced through the office. The invoice is attached, made out to you; tell me the company’s name and I change it within the hour.\n\nEnjoy the first day, and breathe out before you answer, as on Tuesday.\nHamish',
        is: marks('ok echo empathy=specific apology=none remedy when close=warm'),
        asks: { 'Could you send me the invoice again': true },
        sends: true,
      },
      {
        draft: 'Dear Mr Ferri,\n\nplease find the invoice attached.\n\nKind regards\nHamish',
        is: {
          name: 'wrong',
          empathy: 'none',
          apology: 'none',
          remedy: true,
          when: true,
          close: 'plain',
          blame: false,
        },
        asks: { 'Could you send me the invoice again': true },
        says: ['name.wrong'],
        annoys: ['apology.missing', 'empathy.late'],
      },
    ],
  },
  {
    to: 'Hassan Yildiz',
    fault: 'ours',
    writer: 'Marlene',
    message:
      'Two times I took a day off for your fitter and two times nobody came and nobody called. I clean offices at night and sleep by day, so I stayed awake for nothing. I want a date that is true and the 80 for each day.',
    drafts: [
      {
        draft:
          'Dear Hassan,\n\nYou stayed awake two days after working all night, and we let you sit there. I am sorry. Both visits were in my calendar and I gave the fitter the wrong street.\n\nA true date: Saturday at four, when you are up. Karim comes, he has your street and your number, and he rings when he leaves the yard. The 160 are on your account tomorrow.\n\nIf he is not at the door at ten past four, call me at home: 555 0133.\nMarlene',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'I want a date that is true': true, 'the 80 for each day': true },
        sends: true,
      },
      {
        draft:
          'Dear Hassan,\n\nI am so sorry! That must have been very frustrating for you, staying awake after a night of work. I completely understand your anger and I would feel exactly the same.\n\nMarlene',
        is: marks('ok echo empathy=specific apology=real close=plain'),
        asks: { 'I want a date that is true': false, 'the 80 for each day': false },
        says: ['empathy.only', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Olga Sidorova',
    fault: 'nobody',
    writer: 'Peter',
    message:
      'Please cancel my subscription at the end of the month. I have no time to read anymore since the baby is here. It was a good paper.',
    drafts: [
      {
        draft:
          'Dear Olga,\n\nCongratulations on the little one! Your subscription ends on the 30th; the last paper comes that Saturday and nothing is taken from your account afterwards.\n\nWhen there is time to read again, one line is enough. Until then, sleep whenever the baby does.\nPeter',
        is: marks('ok echo empathy=specific apology=none remedy when close=warm'),
        asks: { 'Please cancel my subscription at the end of the month': true },
        sends: true,
      },
      {
        draft:
          'Dear Olga,\n\nwe are sorry to see you go! Before you leave: did you know that we have a digital offer for 4.99? Click here to keep your benefits.\n\nSubscriber services',
        is: marks('ok empathy=none apology=none when close=plain'),
        asks: { 'Please cancel my subscription at the end of the month': false },
        says: ['questions.unanswered'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'William Achterberg',
    called: 'Bill',
    fault: 'ours',
    writer: 'Suki',
    message:
      'the app shows me my neighbours bookings when i open it. names, times, everything. pretty sure you dont want that. Bill',
    drafts: [
      {
        draft:
          'Hi Bill,\n\nWe certainly don’t, and I thank you for telling us at once. I shipped a change last night that mixed two caches; I took it back at 9:12, and since then nobody sees anything but their own. I am sorry that you met it first.\n\nWe write to the nine people whose bookings you could see, today, and I tell them what was visible and what not. May I mention that it was a neighbour who noticed, without your name?\n\nSuki',
        is: marks('ok echo empathy=none apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Hi Bill,\n\nthanks for reporting. This is a known issue and our devs are on it. Please try to clear your cache.\n\nSuki',
        is: marks('ok empathy=none apology=none close=plain'),
        says: ['apology.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Claire Boucher',
    fault: 'nobody',
    writer: 'Dev',
    later: true,
    message: 'Great, thanks. And one last thing, do I need to bring my own towel?',
    drafts: [
      {
        draft: 'No, a big and a small one lie on your bed, Claire. See you on Friday!\n\nDev',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: { 'do I need to bring my own towel?': true },
        sends: true,
      },
      {
        draft: 'Hello,\n\nplease see your booking confirmation.\n\nDev',
        is: marks('missing empathy=none apology=none curt close=plain'),
        asks: { 'do I need to bring my own towel?': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing', 'name.missing'],
      },
    ],
  },
  {
    to: 'Josefine Berg',
    fault: 'ours',
    writer: 'Arthur',
    message:
      'I am blind and your new website does not work with my reader any more, the button to pay has no name. I had to ask my neighbour to do it and she saw what I earn. The old page worked for years.',
    drafts: [
      {
        draft:
          'Dear Josefine,\n\nYour neighbour has seen what you earn because we left a button without a name. I am ashamed of that, and sorry. I tested the new page with my eyes only.\n\nSince ten this morning the button is called “Pay now”, and the three fields before it have names too. From now on Hanna, who reads as you do, tries each page before it goes out. The old page is open to you as well, at the address you know, until you tell me that the new one is as good.\n\nWould you try it and tell me honestly? I pay your hour, of course, and you reach me on 555 0121.\nArthur',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Josefine,\n\nThank you for your valuable feedback regarding accessibility, which we take very seriously. It has been forwarded to the product team.\n\nArthur',
        is: marks('ok empathy=none apology=none canned close=plain'),
        says: ['next.missing', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
]
