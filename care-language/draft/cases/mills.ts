import type { Case } from './case.ts'
import { marks } from './marks.ts'

export const mills: Case[] = [
  {
    to: 'Noor Haddad',
    called: 'Noor',
    fault: 'ours',
    writer: 'Iris',
    message:
      'Hi, the glasses I picked up on Monday give me headaches by noon. I teach and cannot read the register. My old ones never did this. What can be done?',
    drafts: [
      {
        draft:
          "Dear Noor,\n\nHeadaches by noon in front of a class: no wonder you ask. I opened your file and saw that I had the left lens ground to last year's prescription. My mistake, and I am sorry.\n\nThe right lens is here on Friday at 10. Putting it in takes five minutes, and I keep the shop open until seven for you.\n\nI hope the register is a pleasure again next week,\nIris",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'What can be done': true },
        sends: true,
      },
      {
        draft:
          'Dear Noor,\n\nPlease bring the glasses back with the receipt. Once we have had a look at the lenses we will let you know.\n\nSorry for any inconvenience.\n\nKind regards,\nOptics Team',
        is: marks('ok echo empathy=formula apology=conditional order=fix-first remedy close=plain'),
        asks: { 'What can be done': true },
        says: ['empathy.missing', 'apology.conditional', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Tomasz Zielinski',
    called: 'Tomasz',
    fault: 'nobody',
    writer: 'Paula',
    message:
      'hello, can I bring my own cake to the restaurant for my fathers 70th on saturday? we are 9. do you take money for it?',
    drafts: [
      {
        draft:
          'Hi Tomasz,\n\nBring it, with pleasure. No charge for the first ten people, so none for you. Give it to whoever opens the door and it goes straight in the cold room; say when you want the candles lit.\n\nSeventy, what a day. See you on Saturday,\nPaula',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: { 'can I bring my own cake': true, 'do you take money for it': true },
        sends: true,
      },
      {
        draft:
          'Hi Tomasz,\n\nBring it, with pleasure. We have a cold room where it can wait for the candles.\n\nPaula',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'can I bring my own cake': true, 'do you take money for it': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Grace Mbeki',
    called: 'Grace',
    fault: 'ours',
    writer: 'Owen',
    message:
      "The removal men scratched my mother's piano along the whole lid. She left it to me in June. They told me it was there before, it was NOT, I have photographs. I expect you to have it restored properly.",
    drafts: [
      {
        draft:
          "Dear Grace,\n\nYour mother's piano, not half a year after she left it to you, and then being told that you had imagined it. I looked at your photographs and at ours from the loading: the lid was whole when it went on the van. My men did this and then denied it, and I am ashamed of both.\n\nMr Kessler, who restores for the conservatoire, comes to look at it on Thursday at 2. We pay his bill, whatever it is. I have taken the crew off the road until they have apologised to you.\n\nThank you for the photographs, they settled it,\nOwen",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'have it restored properly': true },
        sends: true,
      },
      {
        draft:
          'Dear Grace,\n\nI can imagine how much this piano means to you, six months after losing your mother, and how it felt to hear the men say it had always been so. No one should be called a liar in her own hall. We are truly sorry.\n\nAll the best to you and the piano,\nOwen',
        is: marks('ok echo empathy=specific apology=real order=n/a close=warm'),
        asks: { 'have it restored properly': false },
        says: ['questions.unanswered', 'empathy.only'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Luca Moretti',
    called: 'Luca',
    fault: 'theirs',
    writer: 'Nina',
    message:
      'I typed my own email wrong when I ordered (gmial). So no ticket came, the concert is tomorrow. Can you send it again to luca.moretti@gmail?',
    drafts: [
      {
        draft:
          'Hi Luca,\n\nDone, the ticket went to the right gmail at 9.02. If it hides, look under promotions.\n\nGmial catches somebody every week. Have a loud night tomorrow!\nNina',
        is: marks('ok echo empathy=specific apology=none order=fix-first remedy when close=warm'),
        asks: { 'Can you send it again': true },
        annoys: ['empathy.late', 'apology.missing'],
        sends: true,
      },
      {
        draft:
          'Hi Luca,\n\nNext time please check your email address before you order, the form asks you twice for that reason. We have sent it again.\n\nNina',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when blame close=plain'),
        asks: { 'Can you send it again': true },
        says: ['tone.blame'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Beatriz Nunes',
    called: 'Beatriz',
    fault: 'ours',
    writer: 'Customer Relations',
    message:
      "Good afternoon. Your driver closed the doors on my son's school bag and drove off with it hanging outside. He is eight and ran after the bus. I want to know the name of the driver and what will happen.",
    drafts: [
      {
        draft: 'Dear Beatriz,\n\nWe have spoken to the driver. The matter is closed.\n\nCustomer Relations',
        is: marks('ok empathy=none apology=none order=n/a remedy when curt close=plain'),
        asks: { 'the name of the driver': false, 'what will happen': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
      {
        draft:
          'Dear Beatriz,\n\nAn eight-year-old running after a bus with his bag in its doors. I watched the camera twice and my stomach turned both times. He could have fallen under it, and it was our driver who did not look. I am sorry.\n\nI may not give you his name, the law protects that of any employee, but I can tell you what happens: he does not drive this week, he repeats the door training on Monday, and on Tuesday I decide with his supervisor whether he goes back on a school line. I write to you on Tuesday evening.\n\nPlease tell your son that the next bus waits,\nCarla Reis',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'the name of the driver': true, 'what will happen': true },
        sends: true,
      },
    ],
  },
  {
    to: 'Henrik Madsen',
    called: 'Henrik',
    fault: 'nobody',
    writer: 'Support',
    message:
      'Is the app going to work on my old tablet (Android 8)? And if not can I get my years subscription back',
    drafts: [
      {
        draft:
          'Hi Henrik,\n\nAndroid 8 is fine until March, then you need at least 10. Should you want to stop, just say so before then and you get the unused months back.\n\nBest,\nSupport',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'Is the app going to work': true, 'can I get my years subscription back': true },
        sends: true,
      },
      {
        draft:
          'Hi Henrik,\n\nThe app supports devices with API level 26 and a Vulkan-capable GPU; anything under will get a 403 on the CDN.\n\nBest,\nSupport',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when jargon close=plain'),
        asks: { 'can I get my years subscription back': false },
        says: ['questions.unanswered', 'tone.jargon'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Mrs Agnes Doyle',
    called: 'Mrs Doyle',
    fault: 'ours',
    writer: 'Fergus',
    message:
      "Dear Fergus, the hearing aid you repaired whistles worse than before and I had to leave my granddaughter's recital because people turned round. I am not one to complain. Agnes Doyle",
    drafts: [
      {
        draft:
          "Dear Mrs Doyle,\n\nYou left your granddaughter's recital because of a thing I had on my bench. That I would undo if I could. I put the mould back with a hairline gap, I am nearly sure of it, and I am very sorry.\n\nDon't travel with it: I come to you tomorrow between 10 and 11 with a new mould, and a loan pair in case the fit needs another day.\n\nIf there was a recording of the recital, I should love to hear that you heard it,\nFergus",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Mrs Doyle,\n\nWhistling usually comes from a loose fit. Please ring the practice to make an appointment.\n\nI was sorry to read that you had to leave the recital early.\n\nKind regards,\nFergus',
        is: marks('ok echo empathy=specific apology=none order=fix-first remedy close=plain'),
        says: ['apology.missing', 'empathy.late', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Ravi Pillai',
    called: 'Ravi',
    fault: 'unclear',
    writer: 'Jess',
    channel: 'chat',
    message: 'my order says refunded but bank shows nothing, its 12 days now. need it for rent',
    drafts: [
      {
        draft:
          "Hi Ravi, twelve days with the rent waiting is far too long. I see the refund left us on the 13th with bank reference 88120. Give that number to your bank and they can find it in a minute. If they can't, I pay it out again by hand today, I'm here till 6.",
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        annoys: ['apology.missing', 'close.warm'],
        sends: true,
      },
      {
        draft: 'Refunds take up to 14 days. Please wait.',
        is: marks('missing echo empathy=none apology=none order=n/a when curt close=none'),
        says: ['empathy.missing', 'tone.curt', 'name.missing'],
      },
    ],
  },
  {
    to: 'Yuki Tanaka',
    called: 'Yuki',
    fault: 'ours',
    writer: 'Ben',
    message:
      "The kimono you dry cleaned came back with the sleeve lining shrunk. It is my grandmother's, I wear it only for the new year. Could a specialist repair it before then, and who pays?",
    drafts: [
      {
        draft:
          "Dear Yuki,\n\nYour grandmother's kimono, worn one day in the year, and we put it through steam. That was us not reading the label. I'm sorry, and I know that no voucher touches it.\n\nMrs Arai in Leeds repairs silk linings and has said yes: she needs eight days, I drive it to her tomorrow and bring it to your door by 12 December. We pay her and the cleaning is free, of course.\n\nMay it see many more new years,\nBen",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Could a specialist repair it before then': true, 'who pays': true },
        sends: true,
      },
      {
        draft:
          'Dear Yuki,\n\nWe regret that the garment was affected during processing. In accordance with clause 9 of our terms our liability is limited to five times the cleaning price. Without prejudice, we can offer you a payment of 60.\n\nKind regards,\nBen',
        is: marks('ok empathy=none apology=legal order=empathy-first remedy jargon close=plain'),
        asks: { 'Could a specialist repair it before then': false },
        says: ['apology.legal', 'questions.unanswered', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Samuel Okafor',
    called: 'Sam',
    fault: 'nobody',
    writer: 'Lena',
    message:
      'just wanted to say the swing set survived the storm, and the kids slept in the treehouse! you build things properly. Sam',
    drafts: [
      {
        draft:
          "Hi Sam,\n\nSlept in it! That is the best inspection it will ever get. I've read your mail to the workshop and old Piet pretended to have something in his eye.\n\nMany more nights up there,\nLena",
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        annoys: ['empathy.missing', 'next.missing', 'next.no_time', 'apology.missing'],
        sends: true,
      },
      {
        draft:
          'Dear Valued Customer,\n\nThank you for your feedback. Your opinion is important to us. Please rate us on our website.\n\nYour Service Team',
        is: marks('missing empathy=none apology=none order=n/a remedy when canned close=plain'),
        says: ['name.missing', 'canned.phrase', 'issue.not_named'],
      },
    ],
  },
  {
    to: 'Olena Kravets',
    called: 'Olena',
    fault: 'ours',
    writer: 'Mark',
    message:
      'I paid for express and the parcel arrived one day after the birthday. My daughter was asking the whole day where is her present. Please give me back the express money.',
    drafts: [
      {
        draft:
          "Hi Olena,\n\nA whole birthday of asking where the present is, that's a day you can't post again. The parcel lay in our depot from Monday because I printed the label without the express mark. I'm sorry.\n\nThe 14.90 for express is on its way back and reaches you by Friday; I added the postage too.\n\nI hope she likes what was in it,\nMark",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Please give me back the express money': true },
        sends: true,
      },
      {
        draft: 'Hi Olena,\n\nWe have refunded the express fee this morning.\n\nMark',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'Please give me back the express money': true },
        says: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Dr Elsa Brunner',
    called: 'Dr Brunner',
    fault: 'nobody',
    writer: 'Accounts',
    message:
      "Please change the billing address for the practice to Seestrasse 4 and send October's invoice again. Do I also have to tell your colleagues in the lab?",
    drafts: [
      {
        draft:
          "Dear Dr Brunner,\n\nBoth done: the practice now stands at Seestrasse 4, and October's invoice is attached. The lab reads the same record, so there is no one else to tell.\n\nKind regards,\nIvo Keller",
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: {
          'Please change the billing address': true,
          "send October's invoice again": true,
          'Do I also have to tell your colleagues': true,
        },
        sends: true,
      },
      {
        draft: 'Dear Ms Brunner,\n\nWe have taken note of the new address.\n\nKind regards,\nIvo Keller',
        is: marks('wrong echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: {
          'Please change the billing address': true,
          "send October's invoice again": false,
          'Do I also have to tell your colleagues': false,
        },
        says: ['questions.unanswered', 'name.wrong'],
      },
    ],
  },
  {
    to: 'Kofi Boateng',
    called: 'Kofi',
    fault: 'ours',
    writer: 'Dispatch',
    message:
      '3rd time your driver left the parcel with the neighbour I am not speaking to. I wrote it in the notes. Are the notes for decoration??',
    drafts: [
      {
        draft:
          'Hi Kofi,\n\nThree times, with a note that says exactly the opposite, and each time you had to ring at that door. No, they are not decoration: our scanner hides everything after the first line, which I found out from you. Sorry.\n\nFrom tomorrow your parcels go to the locker at the petrol station, and I have written "NEVER next door" as line one. Text me if it happens a fourth time and I fetch it myself.\n\nThanks for telling me instead of leaving us,\nRosa',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft: 'Hi Kofi,\n\nYour comments have been passed on to the delivery partner.\n\nDispatch',
        is: marks('ok empathy=none apology=none order=n/a close=plain'),
        says: ['next.missing', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Mireille Fabre',
    called: 'Mireille',
    fault: 'nobody',
    writer: 'Jonas',
    message:
      'Bonjour, my ferry booking is for Tuesday but the weather forecast says storm. Do you cancel? When will I know? I would travel with my horse.',
    drafts: [
      {
        draft:
          'Bonjour Mireille,\n\nWith a horse on board I would ask the same. We decide at 6 on Monday evening and you get a text the same minute. If we stay in port, you choose between Wednesday at 8 and your money.\n\nUntil then nothing to do for you, except to keep the horse in good humour.\n\nJonas',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'Do you cancel': true, 'When will I know': true },
        sends: true,
      },
      {
        draft:
          'Bonjour Mireille,\n\nWe are monitoring the weather closely and will inform all passengers in due course.\n\nJonas',
        is: marks('ok echo empathy=none apology=none order=n/a close=plain'),
        asks: { 'Do you cancel': false, 'When will I know': false },
        says: ['questions.unanswered', 'next.no_time'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Peter Lindgren',
    called: 'Peter',
    fault: 'ours',
    writer: 'Anneke',
    message:
      'You billed me for the night of the 4th, I left on the 3rd. Attached the bill. Correct it please and send me the corrected one, my company needs it by the end of the month.',
    drafts: [
      {
        draft:
          'Dear Peter,\n\nYou are right, you handed in the key on the 3rd at 9; I left the room open in the system. Sorry about that.\n\nThe corrected bill is attached, 118 less. The money is back on the card by Monday.\n\nSafe travels until the next time,\nAnneke',
        is: marks('ok echo empathy=none apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Correct it please': true, 'send me the corrected one': true },
        sends: true,
      },
      {
        draft:
          'Dear Peter,\n\nThanks for letting us know. Please forward this to billing@ and they will pick it up.\n\nAnneke',
        is: marks('ok empathy=none apology=none order=n/a close=plain'),
        asks: { 'Correct it please': false, 'send me the corrected one': false },
        says: ['questions.unanswered', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Zainab Yusuf',
    called: 'Zainab',
    fault: 'nobody',
    writer: 'Colm',
    message: "how long do the seedlings keep if I can't plant before sunday",
    drafts: [
      {
        draft:
          'Till Sunday easily, Zainab, and a week after that if they stand cool and get a glass of water a day.',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=none'),
        asks: { 'how long do the seedlings keep': true },
        annoys: ['close.warm', 'tone.curt', 'empathy.missing'],
        sends: true,
      },
      {
        draft: 'Depends.',
        is: marks('missing empathy=none apology=none order=n/a curt close=none'),
        asks: { 'how long do the seedlings keep': false },
        says: ['questions.unanswered', 'tone.curt'],
      },
    ],
  },
  {
    to: 'Martin Vesely',
    called: 'Martin',
    fault: 'ours',
    writer: 'Tereza',
    message:
      'Since the update my cash register prints two receipts for each sale. It is Advent market, people laugh at me and I waste paper. When do you fix it and can I go back to the old version tonight?',
    drafts: [
      {
        draft:
          "Hi Martin,\n\nTwo receipts a customer in the middle of Advent, with a queue watching: I'd be red in the face too. We set a test switch and forgot it, my fault.\n\nTonight: hold the power key, choose Earlier version, wait three minutes. The mended version comes on Friday before you open. If the going back sticks, ring me until ten, 0420 77 12.\n\nGood sales,\nTereza",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'When do you fix it': true, 'can I go back to the old version': true },
        sends: true,
      },
      {
        draft:
          'Hi Martin,\n\nUnfortunately there is a known problem with the print queue. Our developers are working on it and hope to have it solved soon.\n\nThank you for your patience,\nTereza',
        is: marks('ok echo empathy=none apology=none order=n/a close=plain'),
        asks: { 'When do you fix it': false, 'can I go back to the old version': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Isla Fraser',
    called: 'Isla',
    fault: 'theirs',
    writer: 'Hamish',
    message:
      "I put diesel in your petrol hire car. I feel so stupid. I'm at the services on the A9 with two dogs. What do I do??",
    drafts: [
      {
        draft:
          "Hi Isla,\n\nIt happens to one hirer a month and once it happened to me, so no stupid. Don't turn the key. The recovery man is with you in 40 minutes; he takes you and both dogs to Perth, where a clean car waits.\n\nIt costs 180 because your cover leaves wrong fuel out, I'd rather you know it now. Get the dogs a walk,\nHamish",
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'What do I do': true },
        annoys: ['apology.missing', 'tone.blame'],
        sends: true,
      },
      {
        draft:
          'Hi Isla,\n\nAs stated in the contract you are responsible for using the right fuel. Please call roadside assistance at your own cost.\n\nHamish',
        is: marks('ok echo empathy=none apology=none order=n/a remedy blame close=plain'),
        asks: { 'What do I do': true },
        says: ['tone.blame', 'empathy.missing'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Chidi Eze',
    called: 'Chidi',
    fault: 'ours',
    writer: 'Lab Services',
    message:
      'My blood test result was sent to my employer. My EMPLOYER. Now they know about the diagnosis before I told my wife. What are you going to do about it? I want it in writing.',
    drafts: [
      {
        draft:
          'Dear Chidi,\n\nI apologise that this has upset you. We take data protection very seriously. Your complaint has been logged under DPO-2291 and will be investigated.\n\nLab Services',
        is: marks('ok empathy=formula apology=conditional order=n/a jargon close=plain'),
        asks: { 'What are you going to do about it': false, 'I want it in writing': false },
        says: ['questions.unanswered', 'apology.conditional', 'empathy.missing'],
      },
      {
        draft:
          "Dear Chidi,\n\nYour employer read it before your wife heard it from you. That cannot be taken back, and we did it: I sent the batch to the payer's address instead of yours. I am deeply sorry.\n\nI called your personnel office at 8.15, the mail is deleted and they have confirmed it to me in writing; the copy is attached. The report to the authority goes out today. Tomorrow at noon you have my signed account of what happened and of what changes, by courier.\n\nMy own number is 0221 55 10. Ring at any hour,\nRuth Adler",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'What are you going to do about it': true, 'I want it in writing': true },
        sends: true,
      },
    ],
  },
  {
    to: 'Anneliese Koch',
    called: 'Anneliese',
    fault: 'nobody',
    writer: 'Rob',
    message:
      'Hello Rob, we want to cancel our weekly box from January, we move to Portugal. How do we do this, and what happens with the deposit for the crates?',
    drafts: [
      {
        draft:
          "Hi Anneliese,\n\nPortugal! Then no wonder. I've stopped your box from 1 January, you don't have to do anything. Put the two crates out with the last one on 29 December and the 20 deposit goes back to your account the same day.\n\nSix years of carrots; I'll miss your notes in the empty crate. Boa sorte,\nRob",
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: { 'How do we do this': true, 'what happens with the deposit': true },
        sends: true,
      },
      {
        draft: 'Hi Anneliese,\n\nSorry to see you go! Would 20 % off change your mind?\n\nRob',
        is: marks('ok echo empathy=formula apology=none order=n/a close=plain'),
        asks: { 'How do we do this': false, 'what happens with the deposit': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Jonas Weber',
    called: 'Jonas',
    fault: 'ours',
    writer: 'Front Desk',
    message:
      "I booked a quiet room, got the one over the kitchen. At 5 the bins. I have an exam today and slept three hours. I don't want breakfast for free, I want another room tonight.",
    drafts: [
      {
        draft:
          "Good morning Jonas,\n\nThree hours before an exam. I put you over the kitchen because it was the last free key, without telling you; that was wrong of me and I'm sorry.\n\nRoom 31 at the garden is yours from noon, your bag is carried up while you're out. I've set the bins for 9.\n\nMay your head be clearer than our night,\nMila",
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'I want another room tonight': true },
        sends: true,
      },
      {
        draft: 'Dear Jonas,\n\nBreakfast is on the house this morning. Enjoy your stay!\n\nFront Desk',
        is: marks('ok echo empathy=none apology=none order=n/a close=plain'),
        asks: { 'I want another room tonight': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Fatoumata Diallo',
    called: 'Fatou',
    fault: 'ours',
    writer: 'Simon',
    channel: 'chat',
    later: true,
    message: 'and the second box? you said both come today',
    drafts: [
      {
        draft:
          "It's on the van as stop 14, Fatou. Somewhere between 4 and 5. I was wrong to say morning, sorry.",
        is: marks('ok echo empathy=none apology=real order=fix-first remedy when close=none'),
        asks: { 'and the second box': true },
        sends: true,
      },
      {
        draft: 'let me check',
        is: marks('missing empathy=none apology=none order=n/a close=none'),
        asks: { 'and the second box': false },
        says: ['questions.unanswered', 'next.no_time'],
        annoys: ['name.missing', 'close.warm'],
      },
    ],
  },
  {
    to: 'Graham Tully',
    called: 'Mr Tully',
    fault: 'nobody',
    writer: 'Council Tax',
    message:
      'I am told I may get a reduction because my wife now lives in the care home. Is that so, which form is it, and from what date would it count? G. Tully',
    drafts: [
      {
        draft:
          'Dear Mr Tully,\n\nYes: with your wife in the care home you live alone for this tax, and that is a quarter less. The form is CT4, attached, two pages. It counts from the day she moved, even if that was months ago.\n\nIt cannot be easy to fill in a paper like this one. If you like, I do it with you on the telephone, I am on 0113 40 22 until Friday.\n\nYours sincerely,\nDenise Ward',
        is: marks('ok echo empathy=specific apology=none order=fix-first remedy when close=warm'),
        asks: { 'Is that so': true, 'which form is it': true, 'from what date would it count': true },
        sends: true,
      },
      {
        draft:
          'Dear Mr Tully,\n\nYou can find all information about discounts and exemptions on our website.\n\nYours sincerely,\nCouncil Tax',
        is: marks('ok echo empathy=none apology=none order=n/a close=plain'),
        asks: { 'Is that so': false, 'which form is it': false, 'from what date would it count': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Sofia Lindqvist',
    called: 'Sofia',
    fault: 'unclear',
    writer: 'Arne',
    message:
      'The bike I rented stopped in the forest, motor dead, and I pushed it 11 km with my daughter on the seat. It said full battery in the morning! I would like the day back.',
    drafts: [
      {
        draft:
          "Hi Sofia,\n\nEleven kilometres of pushing with a child on the seat, on the day you wanted to be out with her. You get the whole day back, 64, it's on your card tonight.\n\nI take the bike apart this afternoon and write to you tomorrow what it was. If it's the charger, it was us.\n\nHot chocolate is on me when you bring the helmets,\nArne",
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'I would like the day back': true },
        annoys: ['apology.missing'],
        sends: true,
      },
      {
        draft:
          "Hi Sofia,\n\nBatteries lose power faster in the cold, as you can read in our guide. We can't give money back for a used day.\n\nArne",
        is: marks('ok echo empathy=none apology=none order=n/a blame close=plain'),
        asks: { 'I would like the day back': true },
        says: ['empathy.missing'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Wei Chen',
    called: 'Wei',
    fault: 'nobody',
    writer: 'Tilda',
    message:
      'Hi! Which soil for a lemon tree, and when do I bring it in from the balcony? It has three lemons!!',
    drafts: [
      {
        draft:
          'Hi Wei,\n\nThree! In the first year most have none. Take citrus soil, or ordinary with a third of sand. Bring it in when nights go under 4 degrees, so this week, and put it at the coolest window.\n\nTell me how they taste,\nTilda',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: { 'Which soil for a lemon tree': true, 'when do I bring it in': true },
        sends: true,
      },
      {
        draft: 'Hi Wei,\n\nCitrus soil. Water little.\n\nTilda',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'Which soil for a lemon tree': true, 'when do I bring it in': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
]
