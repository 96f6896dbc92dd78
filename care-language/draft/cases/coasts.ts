import type { Case } from './case.ts'
import { marks } from './marks.ts'

export const coasts: Case[] = [
  {
    to: 'Fatima Zahra',
    fault: 'ours',
    writer: 'Lars',
    message:
      'I booked a wheelchair space on the 14:20 and there was none. I sat in the corridor by the toilet for three hours with people climbing over me. I’d like to know how this could happen.',
    drafts: [
      {
        draft:
          'Dear Fatima,\n\nThree hours in the corridor, with a booking in your hand: that is humiliating and I am sorry. The coach with your space had been taken off that morning; I saw the change at nine and did not ring you.\n\nYour fare came back to you today. From next Monday nobody closes a coach before the people in it have been called, and I am the one who checks.\n\nIf you travel with us again, tell me the train and I will stand on the platform,\nLars',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'know how this could happen': true },
        sends: true,
      },
      {
        draft:
          'Dear Fatima,\n\nWe apologise if your journey did not meet your expectations. A voucher of 20 is attached.\n\nKind regards,\nLars',
        is: { name: 'ok', apology: 'conditional', remedy: true, close: 'plain', blame: false },
        asks: { 'know how this could happen': false },
        says: ['questions.unanswered', 'apology.conditional', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Gareth Howells',
    fault: 'nobody',
    writer: 'Pia',
    message: 'Hi Pia, is the workshop heated? And does the price include the clay?',
    drafts: [
      {
        draft:
          'Hi Gareth,\n\nIt is, by the kiln. Clay and glaze are in the price, only the firing of large pots is extra: 4 euro each.\n\nWear something old,\nPia',
        is: { name: 'ok', echo: true, apology: 'none', remedy: true, when: true, close: 'warm' },
        asks: { 'is the workshop heated?': true, 'does the price include the clay?': true },
        sends: true,
      },
      {
        draft: 'Hi Gareth,\n\nthe workshop starts at 6 pm. Please be on time.\n\nPia',
        is: { name: 'ok', apology: 'none', blame: false },
        asks: { 'is the workshop heated?': false, 'does the price include the clay?': false },
        says: ['questions.unanswered'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Mei Lin',
    fault: 'ours',
    writer: 'Conor',
    message:
      'Your driver left our box of wedding glasses in the rain. They are my grandmother’s and two are broken. Can they be repaired? Who pays for it?',
    drafts: [
      {
        draft:
          'Dear Mei,\n\nYour grandmother’s glasses, in the rain, before your wedding: I am very sorry. My driver rang the wrong bell and did not wait.\n\nThey can: Mr Fenn in Dock Street mends old glass, and he expects me with the two tomorrow at nine. We pay all of it. You have them back by Friday, eight days before the day.\n\nI will carry them myself,\nConor',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Can they be repaired?': true, 'Who pays for it?': true },
        sends: true,
      },
      {
        draft:
          'Dear Mei,\n\nI am so sorry about your grandmother’s glasses! Please submit a new claim with photos through our portal and the claims department will assess it.\n\nConor',
        is: { name: 'ok', echo: true, apology: 'real', remedy: false, when: false, blame: false },
        asks: { 'Can they be repaired?': false, 'Who pays for it?': false },
        says: ['questions.unanswered'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Anders Krogh',
    fault: 'theirs',
    writer: 'Yara',
    message: 'I dropped my key card into the harbour. Sorry! Can I get a new one today? I am outside.',
    drafts: [
      {
        draft:
          'Hi Anders,\n\nYou are the third this month; the harbour must open a lot of doors by now. Come round to the side window, a new card is ready for you in two minutes. No charge.\n\nYara',
        is: { name: 'ok', echo: true, apology: 'none', remedy: true, when: true, blame: false },
        asks: { 'Can I get a new one today?': true },
        sends: true,
      },
      {
        draft:
          'Hi Anders,\n\nWe have told you before that cards must be kept safe. A replacement costs 40.\n\nYara',
        is: { name: 'ok', apology: 'none', blame: true },
        says: ['tone.blame'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Beatriz Rocha',
    fault: 'ours',
    writer: 'Simon',
    message:
      'My mother waited four hours for her ride home from dialysis. She is 81 and was frozen through. Please make sure this never happens again, and tell me what went wrong.',
    drafts: [
      {
        draft:
          'Dear Beatriz,\n\nFour hours in the cold after dialysis, at 81: your mother should have been in her bed by then. I am sorry. Her ride was cancelled by me, because I read the clinic’s list from the day before.\n\nFrom today the clinic rings me when she is ready, and her driver is Joel, every time. He has a blanket and a flask in the car.\n\nPlease tell her that Joel comes on Thursday at two,\nSimon',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'make sure this never happens again': true, 'tell me what went wrong': true },
        sends: true,
      },
      {
        draft:
          'Dear Beatriz,\n\nSorry about the delay. There was a scheduling issue. We will do our best to avoid this in future.\n\nRegards,\nSimon',
        is: { name: 'ok', empathy: 'none', apology: 'real', remedy: false, close: 'plain' },
        says: ['questions.unanswered', 'empathy.missing'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Hiroshi Tanabe',
    called: 'Mr Tanabe',
    fault: 'nobody',
    writer: 'Fiona Blair',
    message:
      'Dear Ms Blair, may I bring my own bow to the course, and is lunch provided? I do not eat pork. H. Tanabe',
    drafts: [
      {
        draft:
          'Dear Mr Tanabe,\n\nYour own bow is very welcome; our armourer checks the string at nine. Lunch is soup and bread from the farm, without pork on both days.\n\nI look forward to seeing the bow,\nFiona Blair',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: { 'may I bring my own bow to the course': true, 'is lunch provided?': true },
        sends: true,
      },
      {
        draft: 'Dear Tanabe,\n\nLunch is provided.\n\nFiona Blair',
        is: { apology: 'none', remedy: true },
        asks: { 'may I bring my own bow to the course': false, 'is lunch provided?': true },
        says: ['questions.unanswered'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Rosalind Pike',
    fault: 'ours',
    writer: 'Tariq',
    channel: 'chat',
    message: 'the app shows someone else’s bookings!! names and phone numbers. are mine visible too?',
    drafts: [
      {
        draft:
          'Hi Rosalind, thank you for telling us at once. They were, for eleven minutes, name and number, to one person; I am sorry, I switched on a faulty update. It is off since 9:52. I ring you within the hour and tell you who saw what.',
        is: { name: 'ok', echo: true, apology: 'real', remedy: true, when: true, blame: false },
        asks: { 'are mine visible too?': true },
        sends: true,
      },
      {
        draft: 'Hi Rosalind, please log out, clear your cache and try again.',
        is: { name: 'ok', empathy: 'none', apology: 'none', blame: false },
        asks: { 'are mine visible too?': false },
        says: ['questions.unanswered', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Oskar Wojcik',
    fault: 'nobody',
    writer: 'Nell',
    message:
      'Thank you for staying late so that I could collect my father’s watch. He wore it on his birthday.',
    drafts: [
      {
        draft:
          'Dear Oskar,\n\nThat it sat on his wrist on his birthday was worth every minute after six. The new strap softens in a week.\n\nMy greetings to your father,\nNell',
        is: { name: 'ok', echo: true, apology: 'none', remedy: true, when: true, close: 'warm' },
        sends: true,
      },
      {
        draft: 'Dear Oscar,\n\nThank you for your feedback. Please rate us online.\n\nNell',
        is: { name: 'wrong', apology: 'none' },
        says: ['name.wrong'],
        annoys: ['apology.missing', 'empathy.missing', 'next.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Isabel Conde',
    fault: 'ours',
    writer: 'Jakob',
    message:
      'You cut off our water this morning although the bill is paid, I have the receipt. I run a hairdresser’s and four ladies have dye in their hair. Turn it back on now!',
    drafts: [
      {
        draft:
          'Dear Isabel,\n\nFour heads full of dye and a dry tap, for a bill you had paid: I am sorry, I mixed up two house numbers.\n\nIt is running again; the valve was opened at 10:06. A van with warm water stands in front of your shop in ten minutes, in case the pressure is slow. Whatever the four ladies pay today, send it to me.\n\nJakob, 555 0187',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          remedy: true,
          when: true,
          blame: false,
        },
        asks: { 'Turn it back on now!': true },
        sends: true,
      },
      {
        draft:
          'Dear Isabel,\n\nThe payment was not allocated in our ERP. Reconnection will be carried out shortly.\n\nJakob',
        is: { name: 'ok', jargon: true, when: false },
        says: ['next.no_time', 'tone.jargon', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Leonie Marsh',
    fault: 'nobody',
    writer: 'Arno',
    message: 'Could you tell me when the red tulips come in, and whether you deliver to Hill Lane?',
    drafts: [
      {
        draft:
          'Dear Leonie,\n\nThe first red ones stand here on 12 March, if the frost lets them. We do, on Saturdays, and Hill Lane is the third stop.\n\nShall I put twenty aside for you?\nArno',
        is: { name: 'ok', echo: true, apology: 'none', remedy: true, when: true, close: 'warm' },
        asks: { 'when the red tulips come in': true, 'whether you deliver to Hill Lane?': true },
        sends: true,
      },
      {
        draft: 'Dear Leonie,\n\nPlease see our website.\n\nArno',
        is: { name: 'ok', apology: 'none', remedy: false },
        asks: { 'when the red tulips come in': false, 'whether you deliver to Hill Lane?': false },
        says: ['questions.unanswered'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
]
