import type { Case } from './case.ts'
import { marks } from './marks.ts'

export const valleys: Case[] = [
  {
    to: 'Matteo Ricci',
    fault: 'ours',
    writer: 'Ana',
    message:
      'Hello, my espresso machine came back from the repair and now it makes steam but no coffee. I have a small bar with six tables. Since Thursday I buy coffee from the competition across the street, in paper cups, and carry it over. They wave. Please do something.\nMatteo',
    drafts: [
      {
        draft:
          'Dear Matteo,\n\nCarrying paper cups across the street while they wave: I wish I had not had to read that, and I am sorry. Our mechanic closed the water valve for the test and did not open it again. It is the brass screw behind the tray; half a turn to the left and you have coffee, I’d bet my own breakfast on it.\n\nIf not, Ivo stands at your counter tomorrow at seven with a machine on loan. The repair of 180 is back on your card today.\n\nWave back for me,\nAna',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'do something': true },
        sends: true,
      },
      {
        draft:
          'Dear Matteo,\n\nThe water valve has to be opened. It is the brass screw behind the tray, half a turn to the left.\n\nWe apologise for the inconvenience.\n\nKind regards,\nAna',
        is: marks('ok echo empathy=formula apology=real order=fix-first remedy when close=plain'),
        asks: { 'do something': true },
        says: ['empathy.missing', 'empathy.late'],
      },
      {
        draft:
          'Dear Matteo,\n\nCarrying paper cups across the street while they wave: I wish I had not had to read that, and I am sorry. Our mechanic closed the water valve for the test and did not open it again.\n\nHe will come by and set it right. The repair of 180 is back on your card today.\n\nWave back for me,\nAna',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy close=warm'),
        asks: { 'do something': true },
        says: ['next.no_time'],
      },
    ],
  },
  {
    to: 'Saskia Vermeer',
    fault: 'nobody',
    writer: 'Idris',
    message:
      'Hi! My sister gets married on a boat and I want to give a speech with the small harp. Does your case float? (serious question). And is it possible to rent one only for a weekend? Love, Saskia',
    drafts: [
      {
        draft:
          'Hi Saskia,\n\nSerious answer: it floats for about four minutes, we threw one into the harbour to know. After that the harp gets wet feet.\n\nA weekend is 25, from Friday noon to Monday ten, and I would put a strap on it so it can be tied to something that floats longer.\n\nMay the sea be flat and the speech short,\nIdris',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'Does your case float': true, 'is it possible to rent one only for a weekend': true },
        sends: true,
      },
      {
        draft:
          'Hi Saskia,\n\nSerious answer: it floats for about four minutes, we threw one into the harbour to know. After that the harp gets wet feet.\n\nMay the sea be flat and the speech short,\nIdris',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'Does your case float': true, 'is it possible to rent one only for a weekend': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
      {
        draft:
          'Hello,\n\nA weekend is 25, from Friday noon to Monday ten. And yes, it floats, for about four minutes; we threw one into the harbour to know.\n\nMay the sea be flat,\nIdris',
        is: marks('missing echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'Does your case float': true, 'is it possible to rent one only for a weekend': true },
        says: ['name.missing'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Ruth Abernathy',
    called: 'Mrs Abernathy',
    channel: 'letter',
    fault: 'ours',
    writer: 'Colin Frame',
    message:
      'Dear Sir, your bus drove past me on Tuesday at the stop in Mill Lane. I had my hand up and my stick. It was raining. The next one was an hour later. I am eighty-one and have taken this bus since it was red. I would like to know if I have become invisible.\nRuth Abernathy',
    drafts: [
      {
        draft:
          'Dear Mrs Abernathy,\n\nYou are not invisible. You stood at Mill Lane with your hand and your stick in the air and our driver looked at his schedule instead of at you. An hour in the rain is what that cost you, and I am sorry and rather ashamed.\n\nHe has driven that stretch with me on Wednesday and stopped at every post. From Monday the buses in Mill Lane slow down whether they see anybody or not. A year’s ticket is in this envelope; it is red.\n\nI should be glad to see you on board,\nColin Frame',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'know if I have become invisible': true },
        sends: true,
      },
      {
        draft:
          'Dear Mrs Abernathy,\n\nIt is regrettable that the service did not stop at Mill Lane on the day in question. Passengers are advised to signal clearly and in good time. Your comments have been passed to the depot.\n\nYours faithfully,\nColin Frame',
        is: marks('ok echo empathy=none apology=none order=n/a blame close=plain'),
        asks: { 'know if I have become invisible': false },
        says: ['questions.unanswered', 'tone.blame', 'apology.missing', 'empathy.missing'],
      },
      {
        draft:
          'Dear Ruth,\n\nYou are not invisible. You stood at Mill Lane with your hand and your stick in the air, in the rain, and the bus was not stopped. An hour is a long time at eighty-one.\n\nFrom Monday the buses in Mill Lane slow down whether anybody is seen or not. A year’s ticket is in this envelope.\n\nI should be glad to see you on board,\nColin Frame',
        is: marks('wrong echo empathy=specific apology=passive order=empathy-first remedy when close=warm'),
        asks: { 'know if I have become invisible': true },
        says: ['name.wrong', 'apology.passive'],
      },
    ],
  },
  {
    to: 'Nikhil Rao',
    channel: 'chat',
    fault: 'nobody',
    writer: 'Zoe',
    message: 'hey is there a student price for the night train to vienna? and do i need to print the ticket',
    drafts: [
      {
        draft:
          'Hey Nikhil, 29 instead of 49 with any student card. The phone is enough, just keep it charged past Linz, they check late.',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=none'),
        asks: { 'is there a student price for the night train': true, 'do i need to print the ticket': true },
        sends: true,
      },
      {
        draft: 'Hi Nikhil, 29 instead of 49.',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=none'),
        asks: {
          'is there a student price for the night train': true,
          'do i need to print the ticket': false,
        },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Agnieszka Mazur',
    fault: 'ours',
    writer: 'Rental Desk',
    message:
      'Hello, I gave the skis back on Sunday at 16.30, your man took them and said fine. Today I get a mail that they are missing, 480 euro. Please check again and don’t take the money. I have a photo of your man with my skis, he is smiling.',
    drafts: [
      {
        draft:
          'Hello Agnieszka,\n\nThat photo would not even be needed: the skis stand in the drying room, where my colleague put them without scanning. I can only guess what 480 looked like on a Monday morning. I am sorry, it was our scanning and not your giving back.\n\nNothing is taken; the mail of this morning is void and a second one says so, sent five minutes ago.\n\nHe is smiling because you had good skis, I think. See you when there is snow,\nMartin, rental desk',
        is: marks('ok echo empathy=specific apology=real order=fix-first remedy when close=warm'),
        asks: { 'check again': true, 'don’t take the money': true },
        sends: true,
      },
      {
        draft:
          'Dear customer,\n\nOur system shows that the items have not been returned. According to the rental conditions, point 7, the replacement value will be charged. Please send proof of return within 3 days.\n\nRental Desk',
        is: marks('missing echo empathy=none apology=none order=n/a blame close=plain'),
        asks: { 'check again': false, 'don’t take the money': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing', 'tone.blame'],
      },
      {
        draft:
          'Hello Agnieszka,\n\nSorry if the automatic mail gave you a fright. Your skis were found in the drying room and the 480 will not be charged.\n\nHave a nice day,\nMartin',
        is: marks('ok echo empathy=specific apology=conditional order=empathy-first remedy when close=plain'),
        asks: { 'check again': true, 'don’t take the money': true },
        says: ['apology.conditional'],
      },
    ],
  },
  {
    to: 'Dimitra Georgiou',
    fault: 'ours',
    writer: 'Hal',
    message:
      'Dear Hal, I asked for a vegan wedding cake and a guest found a hair of gelatine packaging in the kitchen, it was in the cream. I am vegan since 19 years. On the photos I am eating it and smiling. How did this happen and what do I tell my guests? Dimitra',
    drafts: [
      {
        draft:
          'Dear Dimitra,\n\nNineteen years, and then on your own wedding photos, smiling with it in your mouth. I’m so sorry. I ran out of agar on Friday night, took the leaves from the other drawer and told myself nobody would know. You should have known, from me, before.\n\nTell them that the baker lied and not you; I have written it on a card you can send round, attached. All of the 640 is back with you tomorrow. From this week there is no gelatine in my kitchen, in any drawer.\n\nI would understand it if you never ate a cake again. If you do, it will be on me and in front of your eyes.\nHal',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'How did this happen': true, 'what do I tell my guests': true },
        sends: true,
      },
      {
        draft:
          'Dear Dimitra,\n\nI’m so sorry to hear about this. I can imagine how you felt when you saw the photos after nineteen years. That must have been awful on such a special day.\n\nWishing you both all the happiness in the world,\nHal',
        is: marks('ok echo empathy=specific apology=none order=n/a close=warm'),
        asks: { 'How did this happen': false, 'what do I tell my guests': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.only'],
      },
      {
        draft:
          'Dear Dimitra,\n\nNineteen years, and then on your own wedding photos. I’m so sorry. I ran out of agar on Friday night and took the leaves from the other drawer.\n\nAll of the 640 is back with you tomorrow, and from this week there is no gelatine in my kitchen.\n\nHal',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=plain'),
        asks: { 'How did this happen': true, 'what do I tell my guests': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Kwabena Owusu',
    fault: 'theirs',
    writer: 'Lotte',
    message:
      'Hello, I was too late for check-out, overslept, my fault, and the cleaning lady had to wait. Can I pay something for her? And my phone charger is still in the wall, white.',
    drafts: [
      {
        draft:
          'Hello Kwabena,\n\nShe laughed about it; she had a coffee and her feet up for once. If you want to do something, there is a box at reception with her name on, but nobody asks you to.\n\nYour charger lies in an envelope with your address on it and leaves with today’s post.\n\nSleep well wherever you are now,\nLotte',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: { 'Can I pay something for her': true, 'my phone charger is still in the wall': true },
        sends: true,
      },
      {
        draft:
          'Hello Kwabena,\n\nLate check-out is 20 euro according to the house rules. Next time please set an alarm.\n\nLotte',
        is: marks('ok echo empathy=none apology=none order=n/a remedy blame close=plain'),
        asks: { 'Can I pay something for her': false },
        says: ['tone.blame', 'questions.unanswered'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Sinead Byrne',
    called: 'Sinéad',
    fault: 'ours',
    writer: 'Data Team',
    message:
      'Hello, I got a letter for another patient in my envelope. It has her test result. I know her, she lives at my corner and I don’t want to know this. What should I do with it and does somebody have mine?',
    drafts: [
      {
        draft:
          'Dear Sinéad,\n\nNow you have to walk past her with something you never wanted to know. I am sorry; two letters stuck together in our folding machine and I put the pile into the post without counting.\n\nPlease close it and do nothing more: Aoife from our house fetches it from you this evening at seven, and I ring your neighbour myself tomorrow morning. Yours is here, unopened; Aoife brings it along.\n\nThank you for writing and not binning it,\nMaeve Kelly, data team',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'What should I do with it': true, 'does somebody have mine': true },
        sends: true,
      },
      {
        draft:
          'Dear Sinéad,\n\nThank you for your message. Please destroy the letter. An internal DPIA has been initiated under GDPR Art. 33 and the DPO was informed.\n\nData Team',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when jargon close=plain'),
        asks: { 'What should I do with it': true, 'does somebody have mine': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing', 'tone.jargon'],
      },
    ],
  },
  {
    to: 'Tobias Keller',
    fault: 'ours',
    writer: 'Mona',
    message:
      'Hi Mona, the concert was moved from the hall to the church and nobody told us. We stood at the hall with my father in the wheelchair until half past eight. When we found the church it was the last song. He had his good suit on. Tobias',
    drafts: [
      {
        draft:
          'Hi Tobias,\n\nYour father in his good suit in front of a dark hall, and then the last song: I keep seeing it. I am sorry. I wrote the mail about the church to the people who booked online and forgot those who had rung us.\n\nYour money for all three seats is back today. The quartet plays again on the 14th at four, at ground level, and the cellist has asked what your father would like to hear. Would he tell me by Sunday?\n\nI will be at the door myself,\nMona',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Hi Tobias,\n\nYour father in his good suit in front of a dark hall, and then the last song: I keep seeing it. I am sorry. I wrote the mail about the church to the people who booked online and forgot those who had rung us.\n\nI hope he can forgive us one day. Please give him my warmest regards,\nMona',
        is: marks('ok echo empathy=specific apology=real order=n/a close=warm'),
        says: ['empathy.only'],
      },
      {
        draft:
          'Hi Tobias,\n\nthe change of venue was communicated on our website and by e-mail. As stated on the ticket, changes are possible at any time. Refunds are not available after the event.\n\nMona',
        is: marks('ok empathy=none apology=none order=n/a blame close=plain'),
        says: ['apology.missing', 'empathy.missing', 'tone.blame', 'next.missing'],
      },
    ],
  },
  {
    to: 'Giulia Conti',
    fault: 'nobody',
    writer: 'Sven',
    message:
      'Ciao Sven, we are back home and want to say that the cabin was a dream. The kids still talk about the elk. Only question: where did you buy the red cups? Giulia',
    drafts: [
      {
        draft:
          'Ciao Giulia,\n\nThe elk has a name now because of your two: Giuseppe. I’m very happy that you slept well up there.\n\nThe cups are from Ahlberg in Mora, they have a website and a wonderful old lady who packs each one in newspaper.\n\nHugs to the kids from Giuseppe and me,\nSven',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: { 'where did you buy the red cups': true },
        sends: true,
      },
      {
        draft:
          'Ciao Giulia,\n\nThank you for your kind words! We look forward to welcoming you again soon.\n\nSven',
        is: marks('ok empathy=none apology=none order=n/a canned close=plain'),
        asks: { 'where did you buy the red cups': false },
        says: ['questions.unanswered', 'canned.phrase'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Abel Tesfaye',
    fault: 'ours',
    writer: 'Rosalind',
    message:
      'Good morning. I ordered the uniform for my daughter in July. School starts on Monday. Every time I ring, a lady says it is on the way. It’s the third week on the way. She is afraid to be the only one in own clothes. When does it really come?',
    drafts: [
      {
        draft:
          'Good morning Abel,\n\nThree weeks of "on the way", and a girl who is afraid of Monday. It was never on the way; it lay in a wrong rack here, and we told you what the screen said instead of looking. I am sorry.\n\nIt is on my desk now, I have the skirt and both blouses under my hand. Our van brings it tonight between six and eight. Should anything not fit, ring me on 020 555 01 tomorrow and I will swap it the same day.\n\nTell her she will look splendid,\nRosalind',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'When does it really come': true },
        sends: true,
      },
      {
        draft:
          'Good morning Abel,\n\nThree weeks of "on the way", and a girl who is afraid of Monday. It seems that the order was placed in the wrong rack and was overlooked.\n\nOur van brings it tonight between six and eight.\n\nTell her she will look splendid,\nRosalind',
        is: marks('ok echo empathy=specific apology=passive order=empathy-first remedy when close=warm'),
        asks: { 'When does it really come': true },
        says: ['apology.passive'],
      },
      {
        draft:
          'Good morning [Customer Name],\n\nThree weeks of "on the way", and a girl who is afraid of Monday. I am sorry; it lay in a wrong rack here and I did not look.\n\nOur van brings it tonight between six and eight.\n\nTell her she will look splendid,\nRosalind',
        is: marks(
          'placeholder echo empathy=specific apology=real order=empathy-first remedy when close=warm',
        ),
        asks: { 'When does it really come': true },
        says: ['name.wrong'],
      },
    ],
  },
  {
    to: 'Mireille Dubois',
    fault: 'unclear',
    writer: 'Pat',
    message:
      'Bonjour, my electricity bill for the holiday house says 1,900 euro for the winter. We were not there. Nobody was there. Only the mice. Is it possible that the mice cook? Please explain.',
    drafts: [
      {
        draft:
          'Bonjour Mireille,\n\nMice that cook for 1,900 euro, I would like to meet them. I can’t tell yet who it was: your meter shows a steady 2 kW day and night since November, which is typically a heater or a boiler somebody left on, or a neighbour’s cable.\n\nOur fitter Luc can open the meter box on Thursday at ten, free; a neighbour with a key is enough. Until he has looked, you need not pay anything, and I will write you what he found on Thursday evening.\n\nGreetings to the mice,\nPat',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { explain: true },
        sends: true,
      },
      {
        draft:
          'Bonjour Mireille,\n\nThe amount is based on the metered consumption. The invoice is correct and payable by the due date.\n\nPat',
        is: marks('ok empathy=none apology=none order=n/a close=plain'),
        asks: { explain: false },
        says: ['questions.unanswered', 'empathy.missing'],
        annoys: ['apology.missing'],
      },
      {
        draft:
          'Bonjour Mireille,\n\nI understand that such a bill for an empty house is a shock. Our fitter will look at the meter box and we will let you know.\n\nKind regards,\nPat',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy close=plain'),
        asks: { explain: false },
        says: ['next.no_time', 'questions.unanswered'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Oskar Lund',
    channel: 'chat',
    fault: 'ours',
    writer: 'Bea',
    message: 'your app says my parking ran out but i paid till 6, now there is a ticket on the car 60 euros',
    drafts: [
      {
        draft:
          'Oskar, I see your payment till 18:00, the ticket is ours to fix. Sorry, the warden’s phone was offline. It’s cancelled as of now, number 4471; you can throw the paper away. Anything else while I have you?',
        is: marks('ok echo empathy=none apology=real order=n/a remedy when close=plain'),
        sends: true,
      },
      {
        draft: 'Pls contact the city, we are only the app provider.',
        is: marks('missing empathy=none apology=none order=n/a curt close=none'),
        says: ['apology.missing', 'tone.curt', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Hanna Weber',
    fault: 'nobody',
    writer: 'Gil',
    message:
      'Hello Gil, I would like to learn to swim. I am 58 and a bit ashamed. Is there a course only with grown-ups and is the water deep? Do men come too? Hanna',
    drafts: [
      {
        draft:
          'Hello Hanna,\n\nHow good that you wrote. You would not be the oldest, that is Werner, 74, who started in March and now does whole lengths. It is grown-ups only, on Mondays at 8 pm when the big lights are off, and you can stand everywhere: 1.20 at most.\n\nMen come, yes; if you would rather not, on Wednesdays we are women only.\n\nCome and just sit on the edge for the first time, if you like,\nGil',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: {
          'Is there a course only with grown-ups': true,
          'is the water deep': true,
          'Do men come too': true,
        },
        sends: true,
      },
      {
        draft:
          'Hello Hanna,\n\nThe adult course is on Mondays at 8 pm and you can stand everywhere, it is 1.20 at most. There is no need to be ashamed, most start because of a grandchild.\n\nYou are very welcome,\nGil',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: {
          'Is there a course only with grown-ups': true,
          'is the water deep': true,
          'Do men come too': false,
        },
        says: ['questions.unanswered'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Emeka Obi',
    fault: 'ours',
    writer: 'Claims',
    message:
      'Dear claims, the roof came down on my workshop in the storm on the 3rd. You said an expert will come in a week. It’s five weeks. I work under a plastic sheet with an umbrella tied to the lathe. What is happening?\nE. Obi',
    drafts: [
      {
        draft:
          'Dear Emeka,\n\nAn umbrella tied to a lathe, and five weeks where we said one. I am sorry. Your file lay with a colleague who has left, and I did not take over what was on his desk until your mail made me look.\n\nThe expert is Mrs Tan; she is with you on Thursday at 9 and decides on the spot. A first 4,000 for a real roof goes to your account today, before she has seen anything.\n\nMy own number is 0221 778 30, until the last tile is on.\nJan Peters, claims',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'What is happening': true },
        sends: true,
      },
      {
        draft:
          'Dear Mr Obi,\n\nWe apologise for the delay. Due to the storm we have an increased number of claims. Your claim is being processed and you will hear from us in due course.\n\nClaims',
        is: marks('ok echo empathy=none apology=real order=n/a close=plain'),
        asks: { 'What is happening': false },
        says: ['questions.unanswered', 'empathy.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Lucía Serrano',
    fault: 'ours',
    writer: 'Ton',
    message:
      'Hi Ton, the bike you sold me for my son has two left pedals. I noticed it after he fell. He’s ok, a scratched knee, but he does not want to get on it any more. I’d like the right pedal and somebody who tells him that the bike is good.',
    drafts: [
      {
        draft:
          'Hi Lucía,\n\nA scratched knee I can live with; a boy who won’t get on his bike any more, I cannot. I screwed that pedal in myself on a Saturday at closing time. I’m sorry.\n\nCan I come on Wednesday at four? I bring the right pedal and my own scar, on the other knee, and he may screw it in with my big spanner. It costs nothing, and a bell of his choice is on top.\n\nTell him it was Ton and not him,\nTon',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'I’d like the right pedal': true, 'somebody who tells him that the bike is good': true },
        sends: true,
      },
      {
        draft: 'Hi Lucía,\n\nThe pedal is in the mail.\n\nTon',
        is: marks('ok echo empathy=none apology=none order=n/a remedy curt close=plain'),
        asks: { 'I’d like the right pedal': true, 'somebody who tells him that the bike is good': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing', 'tone.curt'],
      },
    ],
  },
  {
    to: 'Ayşe Demir',
    fault: 'nobody',
    writer: 'Karl',
    message: 'Hello, can I bring my own oil for the massage? I react to almond.',
    drafts: [
      {
        draft:
          'Hello Ayşe,\n\nPlease do. I’ve also written "no almond" in big letters on your card, so that nobody reaches for the wrong bottle, and changed the towels of that day.\n\nSee you on Friday,\nKarl',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'can I bring my own oil for the massage': true },
        sends: true,
      },
      {
        draft:
          'Dear Ayse,\n\nThank you for your enquiry. Our products are of the highest quality. Please do not hesitate to contact us for further questions.\n\nKarl',
        is: marks('ok empathy=none apology=none order=n/a canned close=plain'),
        asks: { 'can I bring my own oil for the massage': false },
        says: ['questions.unanswered', 'canned.phrase'],
        annoys: ['empathy.missing', 'apology.missing', 'name.wrong'],
      },
    ],
  },
  {
    to: 'Joao Batista',
    called: 'João',
    fault: 'ours',
    writer: 'Vera',
    message:
      'Vera, the visa photo. The consulate sent me away because the background is grey and not white. I drove 4 hours for this appointment. Next free appointment is in six weeks, my brother is ill in Recife. Can you help?',
    drafts: [
      {
        draft:
          'João,\n\nFour hours there, four back, with your brother ill at the other end: I’m sorry. I left the evening lamp on and it made the wall grey.\n\nI rang the consulate at nine. They take you tomorrow at 11.40 without an appointment, ask for Senhora Prado. New photos, measured twice, lie at our door from six in the morning in an envelope with your name; and I pay the petrol for both trips.\n\nI hope you are in Recife this week,\nVera',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Can you help': true },
        sends: true,
      },
      {
        draft:
          'João,\n\nI am sorry about the photo, I left the evening lamp on. Of course we take new ones free of charge. Come by whenever you like.\n\nVera',
        is: marks('ok echo empathy=none apology=real order=empathy-first remedy when close=plain'),
        asks: { 'Can you help': true },
        says: ['empathy.missing'],
      },
    ],
  },
  {
    to: 'Petra Novotná',
    fault: 'ours',
    writer: 'Milo',
    message:
      'Hello, your delivery man left the freezer in front of the building because "third floor is not in the price". I paid for carrying, it’s on the bill. I stood with my baby on the arm beside a freezer on the pavement until my neighbours helped. Please pay the 45 back and tell him that he should be ashamed.',
    drafts: [
      {
        draft:
          'Hello Petra,\n\nOn the pavement with a baby on your arm and a freezer beside you, although you had paid for the stairs. That was our man and our fault, and I’m sorry.\n\nThe 45 and the 60 for the delivery itself are back with you by Thursday. He has heard from me this morning what it looked like from your side; he did not find an answer, and he asked me for your neighbours’ names because he wants to bring them something.\n\nThank the three of them from me too, please,\nMilo',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'pay the 45 back': true, 'tell him that he should be ashamed': true },
        sends: true,
      },
      {
        draft:
          'Hello Petra,\n\nWe’re sorry to hear that you had a bad experience with our delivery partner. We have forwarded your feedback. The 45 will be refunded.\n\nKind regards\nMilo',
        is: marks('ok echo empathy=formula apology=none order=empathy-first remedy close=plain'),
        asks: { 'pay the 45 back': true, 'tell him that he should be ashamed': true },
        says: ['apology.missing', 'empathy.missing', 'next.no_time'],
      },
    ],
  },
]
