import type { Case } from './case.ts'
import { marks } from './marks.ts'

export const meadows: Case[] = [
  {
    to: 'Ingrid Solheim',
    fault: 'ours',
    writer: 'Tomasz',
    message:
      'Hello, the washing machine you repaired on Monday has flooded the bathroom on Wednesday. The neighbour below has now a brown stain on his ceiling and looks at me in the stairs like I am a criminal. I have put towels but the machine still drips. Can you come before the weekend, and who speaks with the neighbour?',
    drafts: [
      {
        draft:
          'Dear Ingrid,\n\nA wet bathroom is bad enough; a neighbour who stares at you in the stairs is worse. I am sorry. I tightened the hose on Monday and did not run a second cycle to see whether it held.\n\nI come tomorrow at 7.30, before my first tour, and bring a new hose. Our insurer, Ms Kolbe, rings your neighbour today after 4 so that you do not have to; she only needs his flat number.\n\nUntil then, please close the blue tap behind the machine.\nThank you for being so calm about it,\nTomasz',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'come before the weekend': true, 'who speaks with the neighbour': true },
        sends: true,
      },
      {
        draft:
          'Dear Ingrid,\n\nI come tomorrow at 7.30 with a new hose. Please turn off the tap until then.\n\nI am sorry that you had water in the bathroom and trouble with the man downstairs. I should have run a second cycle.\n\nTomasz',
        is: marks('ok echo empathy=specific apology=real order=fix-first remedy when close=plain'),
        asks: { 'come before the weekend': true, 'who speaks with the neighbour': false },
        says: ['questions.unanswered', 'empathy.late'],
      },
      {
        draft:
          'Dear Ingrid,\n\nThe stain, the looks in the stairs, the towels: what a week. It would seem that a hose was not fastened properly during the visit.\n\nYou will have a technician with you on Friday between 8 and 9. For the ceiling, Ms Kolbe of our insurance calls your neighbour this afternoon.\n\nI hope the stairs get friendlier soon,\nTomasz',
        is: marks('ok echo empathy=specific apology=passive order=empathy-first remedy when close=warm'),
        asks: { 'come before the weekend': true, 'who speaks with the neighbour': true },
        says: ['apology.passive'],
      },
    ],
  },
  {
    to: 'Kofi Mensah',
    channel: 'chat',
    fault: 'nobody',
    writer: 'Lea',
    message: 'hi is the climbing hall open on boxing day and can my 5 year old come along',
    drafts: [
      {
        draft:
          'Hi Kofi! We are, 10 to 18. From 4 years on with an adult at the rope, so yes, and shoes in size 28 are free to borrow. See you two on the wall!',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'is the climbing hall open on boxing day': true, 'can my 5 year old come along': true },
        sends: true,
      },
      {
        draft: 'see website',
        is: marks('missing empathy=none apology=none order=n/a when curt close=none'),
        asks: { 'is the climbing hall open on boxing day': false, 'can my 5 year old come along': false },
        says: ['questions.unanswered', 'tone.curt'],
      },
      {
        draft: 'Hi Kofi, Boxing Day yes, from ten till six.',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=none'),
        asks: { 'is the climbing hall open on boxing day': true, 'can my 5 year old come along': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Mrs Hannelore Weiss',
    called: 'Mrs Weiss',
    channel: 'letter',
    fault: 'ours',
    writer: 'Peter Lang',
    message:
      'Dear Sirs, since my husband is gone I have asked four times that the bills come on my name. Again one came for him, this time with "final reminder". Each envelope is a stab. I beg you to stop it.\nHannelore Weiss',
    drafts: [
      {
        draft:
          'Dear Mrs Weiss,\n\nFour times you asked, and four times a letter for your husband fell through your door. That it was a reminder makes it worse. I am ashamed of it, and I am sorry for your loss.\n\nThe contract is in your name since 11 this morning; I did it by hand and watched it save. The reminder is cancelled and nothing is owed. I have also stopped one letter that lay ready in the printer.\n\nShould any envelope still come with his name, do not open it; ring me on 0421 330 18 and I will fetch it.\n\nWith my condolences,\nPeter Lang',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'stop it': true },
        sends: true,
      },
      {
        draft:
          'Dear Mr Weiss,\n\nThank you for your letter. We have updated the name on your account today. Sorry for any inconvenience.\n\nKind regards\nPeter Lang',
        is: marks('wrong echo empathy=formula apology=conditional order=fix-first remedy when close=plain'),
        asks: { 'stop it': true },
        says: ['name.wrong', 'empathy.missing', 'apology.conditional'],
      },
      {
        draft:
          'Dear Mrs Weiss,\n\nmy sincere condolences. How hard it must be to lose somebody after a long life together, and to find his name in the letterbox again and again. I can only imagine what every envelope does to you. I am truly sorry for our carelessness. My thoughts are with you in this difficult time.\n\nWith deep sympathy,\nPeter Lang',
        is: marks('ok echo empathy=specific apology=real order=n/a close=warm'),
        asks: { 'stop it': false },
        says: ['empathy.only'],
      },
    ],
  },
  {
    to: 'Deniz Aydın',
    fault: 'theirs',
    writer: 'Clara',
    message:
      'Hi Clara, stupid me. I ordered the curtains 240 long and measured wrong, needed is 260. They are already cut I guess? Is there anything to do, maybe a border under or so? Deniz',
    drafts: [
      {
        draft:
          'Hi Deniz,\n\nMeasuring tapes have a mean streak; last year I cut my own blinds a hand too short. They are cut, yes, but not sewn. A linen border of 20 cm underneath costs 34 and looks as if it was meant that way; here is a photo of one we did in May.\n\nSay yes by Thursday and they still leave us on Friday.\n\nThe tape will behave next time,\nClara',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: { 'They are already cut': true, 'Is there anything to do': true },
        sends: true,
      },
      {
        draft:
          'Dear Deniz,\n\nas stated in the order form, customers are responsible for correct measurements. Custom goods cannot be returned.\n\nClara',
        is: marks('ok echo empathy=none apology=none order=n/a blame curt close=plain'),
        asks: { 'They are already cut': false, 'Is there anything to do': false },
        says: ['questions.unanswered', 'tone.blame'],
        annoys: ['apology.missing'],
      },
      {
        draft:
          'Hi Deniz,\n\nHappens to the best. Yes, the saw was faster than your mail. A border of linen in the same shade would make up the 20 cm, 34 in all, and our seamstress likes doing them.\n\nShall I go ahead?\nClara',
        is: marks('ok echo empathy=formula apology=none order=n/a remedy close=plain'),
        asks: { 'They are already cut': true, 'Is there anything to do': true },
        sends: true,
      },
    ],
  },
  {
    to: 'Rachel Oyelaran',
    fault: 'ours',
    writer: 'Guest Relations',
    message:
      'We stayed in room 212 for our anniversary. The radiator knocked all night, the reception said somebody comes and nobody came. We checked out at 5 in the morning because we could as well be driving. I would like the night back please. And frankly somebody should tell the night porter that a shrug is not an answer.',
    drafts: [
      {
        draft:
          'Dear Guest,\n\nThank you for your valuable feedback. We strive for excellence in everything we do and take all comments seriously. Your feedback has been shared with the relevant team. We hope to welcome you again soon.\n\nGuest Relations',
        is: marks('missing empathy=none apology=none order=n/a canned close=plain'),
        asks: { 'the night back': false, 'somebody should tell the night porter': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing', 'canned.phrase'],
      },
      {
        draft:
          'Dear Rachel,\n\nAn anniversary that ends on the motorway at five, because of our radiator and our shrug: I am sorry. I read the night log; your call was written down and then left.\n\nThe 189 went back to your card this morning. I spoke with the porter at the end of his shift and he has asked me to say that he is sorry too. The valve in 212 is replaced on Monday, and the room stays shut until then.\n\nI hope the road at least was empty,\nEva Brandl',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'the night back': true, 'somebody should tell the night porter': true },
        sends: true,
      },
      {
        draft:
          'Dear Rachel,\n\nIf our radiator disturbed your sleep, we regret that. As a gesture of goodwill and without any admission of liability we credit 189 to your card today. The night porter has been spoken to.\n\nSincerely,\nEva Brandl, Guest Relations',
        is: marks('ok echo empathy=none apology=legal order=empathy-first remedy when close=plain'),
        asks: { 'the night back': true, 'somebody should tell the night porter': true },
        says: ['apology.legal', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Bao Tran',
    fault: 'unclear',
    writer: 'Mick',
    message:
      'my order 3 lamps, in box only 2 and styrofoam broken like somebody opened. I need the third for opening of my restaurant saturday. where is it',
    drafts: [
      {
        draft:
          'Hi Bao,\n\nA restaurant with one dark table on opening night will not do. I do not know yet whether the box was opened on the road or packed short here; I look at the packing film this afternoon.\n\nWhatever it shows, a third lamp leaves by courier at 3 today and is with you tomorrow before noon. Could you take one photo of the torn side of the box before you throw it away?\n\nA full house on Saturday!\nMick',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'where is it': true },
        sends: true,
      },
      {
        draft:
          'Hi Bao,\n\nPlease open a claim with the carrier. They need the POD and the BOL number. We only ship FCA so the risk passed at our dock.\n\nMick',
        is: marks('ok empathy=none apology=none order=n/a jargon close=plain'),
        asks: { 'where is it': false },
        says: ['questions.unanswered', 'next.missing', 'empathy.missing', 'tone.jargon'],
        annoys: ['apology.missing'],
      },
      {
        draft:
          'Hi Bao,\n\nI understand how stressful this must be with your opening on Saturday. We are looking into what happened to the third lamp.\n\nMick',
        is: marks('ok echo empathy=specific apology=none order=n/a close=plain'),
        asks: { 'where is it': false },
        says: ['questions.unanswered', 'empathy.only', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Marguerite Delacroix',
    fault: 'nobody',
    writer: 'Owen',
    message:
      'Good morning Owen, the bees you sold us have made 11 kilos! My daughter now sells it at school with her own label. I just wanted you to know. Marguerite',
    drafts: [
      {
        draft:
          'Good morning Marguerite,\n\nEleven kilos in the first summer, and already a business: your bees and your daughter work harder than I do. Thank you for telling me; I read it to my father, who raised that queen.\n\nSave one jar for me, I pay the school price,\nOwen',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        sends: true,
      },
      {
        draft: 'Thanks for your feedback. Please leave us a review on Google.\n\nOwen',
        is: marks('missing empathy=none apology=none order=n/a remedy when canned close=plain'),
        says: ['canned.phrase', 'name.missing', 'issue.not_named'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Stefan Petrescu',
    fault: 'ours',
    writer: 'Helena',
    message:
      'Hello, in my payslip of October are missing the hours of the two night shifts (18 and 19). It’s 214 euro. My rent is on the 1st. In September it was also wrong. Please tell me when it comes and why it is always me. Stefan',
    drafts: [
      {
        draft:
          'Hello Stefan,\n\nTwo nights worked and not paid, with the rent at the door, and the second month running: I am sorry. I typed October from a list on which your nights were still marked as "swap". The same list was wrong in September.\n\nThe 214 is in your account tomorrow by express transfer. From November I take the hours from the gate clock and not from that list, for everybody, and on the 25th I send you the figures before they go out so you can check them.\n\nThank you for not giving up on us,\nHelena',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'tell me when it comes': true, 'why it is always me': true },
        sends: true,
      },
      {
        draft: 'Hello Stefan,\n\nsorry about that. The 214 will be paid with the November salary.\n\nHelena',
        is: marks('ok echo empathy=none apology=real order=empathy-first remedy when close=plain'),
        asks: { 'tell me when it comes': true, 'why it is always me': false },
        says: ['questions.unanswered', 'empathy.missing'],
      },
      {
        draft:
          'Hello Stefan,\n\nTwo nights missing, and the first coming closer: that is not fair on you, and I am sorry. It was my typing, both times, from a list nobody had brought up to date.\n\nThe 214 will come as soon as possible.\n\nThank you for the exact dates,\nHelena',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy close=warm'),
        asks: { 'tell me when it comes': false, 'why it is always me': true },
        says: ['next.no_time', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Yuki Tanabe',
    channel: 'chat',
    fault: 'nobody',
    writer: 'Ben',
    message: 'how long is delivery to osaka? and do you pack it without plastic?',
    drafts: [
      {
        draft:
          'Hello Yuki, nine to twelve days by air. We wrap in straw paper, no plastic at all. I can add a card if it is a gift.',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=none'),
        asks: { 'how long is delivery to osaka': true, 'do you pack it without plastic': true },
        sends: true,
      },
      {
        draft:
          'Hello Yuko! Nine to twelve days by air, and there is not a scrap of plastic in it, only straw paper. Enjoy it!',
        is: marks('wrong echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'how long is delivery to osaka': true, 'do you pack it without plastic': true },
        says: ['name.wrong'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Olena Hrytsenko',
    fault: 'ours',
    writer: 'Patient Office',
    message:
      'Dear hospital, my mother (78) sat 6 hours in the corridor on a hard chair with broken wrist. Nobody gave water. At the end a nurse said "you are lucky we take you". We are refugees, we say always thank you. But this was not good. Olena Hrytsenko',
    drafts: [
      {
        draft:
          'Dear Olena,\n\nNo one who is brought to us is "lucky" to be treated, and a woman of 78 with a broken wrist should never have had to wait six hours on a hard chair, without water. I am sorry, to you and to her. It was our job to look after her and we did not.\n\nI spoke with the ward sister this morning. From tonight somebody goes along the corridor every hour with water and blankets and asks about pain. The nurse and I talk on Thursday, and I will write to you on Friday what came of it.\n\nYou never have to say thank you here first.\nDr Miriam Asante, Patient Office',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Olena,\n\nWe regret that your mother’s experience fell short of expectations. Waiting times are subject to triage category (ESI 4) and staffing levels. Should you wish to pursue a complaint, form PC-7 can be obtained at the desk.\n\nPatient Office',
        is: marks('ok echo empathy=none apology=legal order=empathy-first jargon close=plain'),
        says: ['empathy.missing', 'tone.jargon', 'next.missing'],
      },
    ],
  },
  {
    to: 'Callum Reid',
    fault: 'ours',
    writer: 'Aisha',
    message:
      'Aisha, the engraving on the watch reads "To Dad, 70 years yong". YONG. the party is sunday. what now??',
    drafts: [
      {
        draft:
          'Callum,\n\nOh no. "Yong", on a watch, for his seventieth: I would have shouted too. That is my hand and my eye, and I am sorry.\n\nDrop it in today before six or I send a rider at seven, whichever is easier. I polish the back tonight, engrave it again tomorrow with your text read aloud twice, and it is in your hand on Saturday at ten. No charge, and the first engraving is refunded.\n\nHe’ll be young on Sunday, promised,\nAisha',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'what now': true },
        sends: true,
      },
      {
        draft:
          'Hi Callum,\n\nDid you check the proof we sent on the 3rd? You approved it without corrections. You should have read it carefully. Re-engraving is 45.\n\nAisha',
        is: marks('ok echo empathy=none apology=none order=n/a remedy blame close=plain'),
        asks: { 'what now': true },
        says: ['tone.blame', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Anneli Korhonen',
    fault: 'nobody',
    writer: 'Jussi',
    message:
      'Hello! We are two families (9 people) and look for a cabin with sauna for the week of 12 July. One of us cannot do stairs. Do you have something and what would it cost? Is a dog okay?',
    drafts: [
      {
        draft:
          'Hello Anneli,\n\nNine, a sauna and no stairs: that is Rantala, right on the lake, with two bedrooms on the ground and a ramp that my uncle built for his own knees. The week from the 12th costs 1,480. Dogs sleep for free if they do not eat the rowing boat.\n\nI keep it for you until Sunday evening; a short yes is enough.\n\nThe water is 19 degrees in July, bring courage,\nJussi',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'look for a cabin with sauna': true, 'what would it cost': true, 'Is a dog okay': true },
        sends: true,
      },
      {
        draft:
          'Hello Anneli,\n\nRantala fits you nine, no steps anywhere, sauna at the shore. It is free in your week and I would keep it for you until Sunday evening.\n\nThe dog is welcome, too.\n\nWarm greetings from the lake,\nJussi',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'look for a cabin with sauna': true, 'what would it cost': false, 'Is a dog okay': true },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
      {
        draft:
          'Good day,\n\nplease use the search on our homepage. All cabins are listed there with prices.\n\nJussi',
        is: marks('missing empathy=none apology=none order=n/a close=plain curt'),
        asks: { 'look for a cabin with sauna': false, 'what would it cost': false, 'Is a dog okay': false },
        says: ['questions.unanswered', 'name.missing', 'tone.curt'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Fergus O’Dowd',
    fault: 'ours',
    writer: 'Nadine',
    message:
      'I cancelled in March. In writing. I have the mail. You took 29.90 in April, in May and now in June. I rang twice, each time "it is noted". I want all three back and I want it in writing that it is over.',
    drafts: [
      {
        draft:
          'Fergus,\n\nYou did cancel in March; your mail of the 9th lies open in front of me. We took money for three months that was not ours, and we told you twice that it was noted when it was not. I am sorry.\n\n89.70 is on its way to your account since this morning and lands on Thursday. The letter that ends the contract as of 31 March is attached, signed by me.\n\nYou should not have had to ring once,\nNadine',
        is: marks('ok echo empathy=none apology=real order=empathy-first remedy when close=warm'),
        asks: { 'I want all three back': true, 'in writing that it is over': true },
        sends: true,
      },
      {
        draft:
          'Dear Fergus,\n\nthank you for contacting us. We apologise if there was a misunderstanding about your cancellation. The refund will be processed shortly.\n\nBest regards,\nNadine',
        is: marks('ok echo empathy=none apology=conditional order=empathy-first remedy close=plain'),
        asks: { 'I want all three back': true, 'in writing that it is over': false },
        says: ['questions.unanswered', 'apology.conditional', 'next.no_time', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Ximena Rojas',
    fault: 'nobody',
    writer: 'Arthur',
    message:
      'Dear Arthur, I am pregnant in week 20 and I would like to know if I still can do the Tuesday yoga, and until when. Also can I freeze my card after? Thank you, Ximena',
    drafts: [
      {
        draft:
          'Dear Ximena,\n\nHow lovely, congratulations. Tuesday is fine until about week 28 if your midwife agrees; tell Sonja at the door and she shows you what to leave out. After that there is the Thursday group for round bellies.\n\nAnd of course: the card sleeps as long as you like, up to a year. Write me the date when you want to stop and it stands still from that day.\n\nHappy halfway,\nArthur',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: {
          'if I still can do the Tuesday yoga': true,
          'until when': true,
          'can I freeze my card after': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Ximena,\n\nHow lovely, congratulations. Tuesday is fine until about week 28 if your midwife agrees; tell Sonja at the door and she shows you what to leave out.\n\nHappy halfway,\nArthur',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: {
          'if I still can do the Tuesday yoga': true,
          'until when': true,
          'can I freeze my card after': false,
        },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Gunnar Eliasson',
    fault: 'ours',
    writer: 'Support',
    message:
      'Hi. Update 4.2 has deleted my saved routes. All. It was eight years of walking with my dog, she died in spring. I don’t need a refund. Are they gone?',
    drafts: [
      {
        draft:
          'Hi Gunnar,\n\nThey are not gone. Eight years of walks with her are in last night’s copy, all 1,312 of them, and I have put them back one by one in the order you walked them. Open the app twice and they appear.\n\nOur update threw away every route older than 2020 because I wrote the wrong sign in one line. I am sorry; I would have been sick with fright.\n\nIf a single one is missing, write to me and I search until it is there.\nMartina, support',
        is: marks('ok echo empathy=specific apology=real order=fix-first remedy when close=warm'),
        asks: { 'Are they gone': true },
        sends: true,
      },
      {
        draft:
          'Hi Gunnar,\n\nPlease reinstall the app and clear the cache. If the problem persists, send us your UUID and the logcat output.\n\nSupport',
        is: marks('ok empathy=none apology=none order=n/a remedy jargon close=plain'),
        asks: { 'Are they gone': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing', 'tone.jargon'],
      },
      {
        draft:
          'Hi Gunnar,\n\nI’m so sorry about your dog, and that it was our update that took the routes you walked with her. I have asked our developers about the copies from before 4.2.\n\nMartina',
        is: marks('ok echo empathy=specific apology=real order=n/a close=plain'),
        asks: { 'Are they gone': false },
        says: ['questions.unanswered', 'next.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Priya Raman',
    fault: 'nobody',
    writer: 'Kurt',
    message:
      'Hello, what is the difference between the 1.2 and the 1.6 cable, and which one do I need for 40 meters to the garden house? I have an oven there (2 kW).',
    drafts: [
      {
        draft:
          'Hello Priya,\n\nThe number is the thickness. Over 40 metres with a 2 kW oven the thin one gets warm and your oven slow, so take the 1.6; it is 12 more and good for the next thirty years. It goes 60 cm deep, with sand under and a red tape on top.\n\nIf you send me a sketch, I cut it to length and put the ends on.\nGood baking out there,\nKurt',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: {
          'what is the difference between the 1.2 and the 1.6 cable': true,
          'which one do I need for 40 meters': true,
        },
        sends: true,
      },
      {
        draft: 'Hello Priya,\n\nthe 1.6, definitely.\n\nKurt',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when curt close=plain'),
        asks: {
          'what is the difference between the 1.2 and the 1.6 cable': false,
          'which one do I need for 40 meters': true,
        },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Zainab Bello',
    fault: 'ours',
    writer: 'Frederik',
    message:
      'Dear Frederik, for the third time the cleaner did not come and again I found out when I stood in the dirty office at 8 with clients behind me. You promised me a text message in such case. There was none. I am tired. Tell me honestly if I should look for another firm.',
    drafts: [
      {
        draft:
          'Dear Zainab,\n\nHonestly: not yet, and if it happens once more, yes, and I will help you find one. Standing there at 8 with clients behind you, after I promised you a message, was my failure. I am sorry. The text was meant to go out by itself and I never tested that it did.\n\nFrom Monday, Rosa and Ilir share your office, so one can be ill. And I ring you at 7 each morning this month, no machine in between.\n\nToday’s and the other two mornings are not billed.\nFrederik',
        is: marks('ok echo empathy=specific apology=real order=fix-first remedy when close=plain'),
        asks: { 'Tell me honestly if I should look for another firm': true },
        sends: true,
      },
      {
        draft:
          'Dear Zainab,\n\nWe are very sorry for the inconvenience. We value your business and we hope you will stay with us. Our team is working hard to improve.\n\nFrederik',
        is: marks('ok empathy=formula apology=real order=n/a canned close=plain'),
        asks: { 'Tell me honestly if I should look for another firm': false },
        says: ['questions.unanswered', 'empathy.missing', 'next.missing', 'canned.phrase'],
      },
    ],
  },
  {
    to: 'Lars Mikkelsen',
    fault: 'ours',
    writer: 'Joanna',
    message:
      'Hi Joanna, you sent the contract to my ex wife’s address. She called me laughing about my salary. I asked in April that you delete this address. Please delete it now, and tell me what else she got.',
    drafts: [
      {
        draft:
          'Hi Lars,\n\nThat she read it, and laughed: I am sorry. You asked us in April and I changed the invoice address only, not the one for contracts.\n\nHer address is out of all our files as of ten minutes ago. I have gone through every letter since April: there were two, the contract and the bonus note of 2 May. Copies of both are attached so you know what she saw. On Tuesday our data officer rings you about what we must report.\n\nJoanna',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=plain'),
        asks: { 'delete it now': true, 'tell me what else she got': true },
        sends: true,
      },
      {
        draft: 'Hi Lars,\n\nWe’re sorry for the trouble caused. The address has been removed.\n\nJoanna',
        is: marks('ok echo empathy=formula apology=real order=empathy-first remedy when close=plain'),
        asks: { 'delete it now': true, 'tell me what else she got': false },
        says: ['questions.unanswered', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Teresa Quintana',
    channel: 'chat',
    fault: 'ours',
    writer: 'Sam',
    message:
      'im at the airport counter and the car you confirmed is not here they say no booking. 2 kids crying. conf number RT-5519',
    drafts: [
      {
        draft:
          'Teresa, I have RT-5519 here: we sent it to the wrong desk, sorry. Walk to the yellow desk next to the exit, ask for Milo, he has an Octavia with two child seats for you and the key in his hand. 3 minutes. I stay on until you drive.',
        is: marks('ok echo empathy=none apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft: 'Hello, can you please provide your confirmation number and full name?',
        is: marks('missing empathy=none apology=none order=n/a close=none'),
        says: ['apology.missing', 'empathy.missing', 'next.missing'],
      },
      {
        draft:
          'I’m really sorry about this Teresa, stuck at the counter with two crying kids must be awful. I will check with the station and get back to you.',
        is: marks('ok echo empathy=specific apology=real order=n/a close=none'),
        says: ['next.no_time'],
      },
    ],
  },
  {
    to: 'Pavel Dvořák',
    fault: 'nobody',
    writer: 'Rita',
    message:
      'Dear library, I return from Prague only at 20th but the book of fishes is due at 16th. May I prolong? I have prolonged two times already. P. Dvořák',
    drafts: [
      {
        draft:
          'Dear Pavel,\n\nThe fishes are in no hurry and nobody is waiting for them. Your book is now due on the 27th, so you have a week to unpack.\n\nSafe journey from Prague,\nRita',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'May I prolong': true },
        sends: true,
      },
      {
        draft: 'Dear Pavel,\n\na third extension is not possible under our rules.\n\nRita',
        is: marks('ok echo empathy=none apology=none order=n/a curt close=plain'),
        asks: { 'May I prolong': true },
        says: ['tone.curt'],
        annoys: ['empathy.missing', 'apology.missing', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Amina Diallo',
    fault: 'ours',
    writer: 'Jean',
    message:
      'Hello, I baked with your flour for the school fest, 60 muffins, and there were little beetles in the bag. I noticed when the muffins were in the oven already. Threw all away, the kids got nothing from me. I attach pictures. I would like to have the flour money back but more I’d like to know how this is possible.',
    drafts: [
      {
        draft:
          'Hello Amina,\n\nSixty muffins in the bin and empty hands at the school fest. I’m sorry; nobody should find beetles in anything from our mill. They got in at our store in July when a door did not close, and I sent your bag out from that row without looking at each.\n\nThe 4.80 and another 40 for eggs, butter and the afternoon are on your account tomorrow. We have pulled back the whole row, and the door has a new spring.\n\nIf the school has another fest, I’d be glad to bake the sixty myself,\nJean Carpentier',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'the flour money back': true, 'know how this is possible': true },
        sends: true,
      },
      {
        draft:
          'Hello Amina,\n\nthank you for the photos. Flour is a natural product and should be stored dry and cool and used quickly after opening. Have you stored it correctly? We can send you a voucher for 5.\n\nJean',
        is: marks('ok echo empathy=none apology=none order=n/a remedy blame close=plain'),
        asks: { 'the flour money back': false, 'know how this is possible': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing', 'tone.blame'],
      },
      {
        draft:
          'Hello Amina,\n\nSixty muffins thrown away and the children waiting: I feel that with you. I am sorry that you found beetles in our flour. The 4.80 is back on your card since this morning.\n\nKind regards,\nJean',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=plain'),
        asks: { 'the flour money back': true, 'know how this is possible': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Liam Gallacher',
    fault: 'nobody',
    writer: 'Petra',
    message: 'Hi, I lost my ticket for the ferry on the 4th (the paper one). Do I have to buy a new one?',
    drafts: [
      {
        draft:
          'Hi Liam,\n\nNo, keep your money. Your name and the 4th are enough: give them at the window with any card that has your face on it and they print it again for nothing.\n\nA calm sea to you,\nPetra',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'Do I have to buy a new one': true },
        sends: true,
      },
      {
        draft:
          'Hi [First name],\n\nNo, keep your money. Your name and the 4th are enough: give them at the window with any card that has your face on it and they print it again for nothing.\n\nA calm sea to you,\nPetra',
        is: marks('placeholder echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'Do I have to buy a new one': true },
        says: ['name.wrong'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
      {
        draft:
          'Hi Liam,\n\nyou failed to keep the ticket safe, which is your responsibility under clause 9. A replacement may be requested.\n\nPetra',
        is: marks('ok echo empathy=none apology=none order=n/a blame close=plain'),
        asks: { 'Do I have to buy a new one': false },
        says: ['questions.unanswered', 'tone.blame'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Noor van Dijk',
    fault: 'ours',
    writer: 'Bram',
    message:
      'Dear Bram, the wall you painted in the nursery was finished Thursday and on Saturday it comes off in pieces, like skin. The baby comes in three weeks. We chose you because you are not the cheapest. Noor',
    drafts: [
      {
        draft:
          'Dear Noor,\n\nPaint that falls off the nursery wall three weeks before the baby: I’m sorry. I painted over a damp patch because I wanted to be done on Thursday, and I knew better.\n\nI come on Monday at 8 with a dryer, scrape the wall on Wednesday and paint it on Friday with the baby-safe one. By Saturday you can hang the pictures. It costs you nothing, and half of the first bill is coming back as well.\n\nThank you for not calling somebody else,\nBram',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Noor,\n\nPaint that falls off the nursery wall three weeks before the baby: I’m sorry. I painted over a damp patch because I wanted to be done on Thursday, and I knew better.\n\nI’ll come and scrape it, dry it and paint it anew, at no cost.\n\nThank you for not calling somebody else,\nBram',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy close=warm'),
        says: ['next.no_time'],
      },
      {
        draft:
          'Dear Noor,\n\nPaint that falls off the nursery wall three weeks before the baby: that is a hard thing to look at every morning. Errors were made in the preparation of the substrate.\n\nI come on Monday at 8, and on Friday evening it is done. Half of the bill comes back to you by then.\n\nAll good wishes to the three of you,\nBram',
        is: marks('ok echo empathy=specific apology=passive order=empathy-first remedy when close=warm'),
        says: ['apology.passive'],
      },
    ],
  },
  {
    to: 'Haruto Sato',
    fault: 'theirs',
    writer: 'Elin',
    message:
      'Sorry to disturb. I paid the invoice 77812 two times because my finger was nervous. Can I get one back? Also my name on it is Sato Haruto, family name should be Sato, you wrote Mr Haruto.',
    drafts: [
      {
        draft:
          'Dear Mr Sato,\n\nNervous fingers are allowed here. One of the two 64.00 payments goes back to your card today; your bank usually shows it within three days.\n\nYour name was the wrong way round in our list since the first order, and that one is on me: sorry. It is right from now on.\n\nKind wishes to Sapporo,\nElin',
        is: marks('ok echo empathy=specific apology=real order=n/a remedy when close=warm'),
        asks: { 'Can I get one back': true },
        sends: true,
      },
      {
        draft:
          'Dear Mr Haruto,\n\nOne of the two payments goes back to your card today. Your bank shows it within three days.\n\nKind wishes,\nElin',
        is: marks('wrong echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'Can I get one back': true },
        says: ['name.wrong'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Beatriz Fonseca',
    called: 'Bia',
    fault: 'ours',
    writer: 'Leo',
    message:
      'oi Leo, the guitar came with the neck broken. I gave first concert in 3 years on friday and I cried in the kitchen. can you send another till friday? or lend? Bia',
    drafts: [
      {
        draft:
          'Oi Bia,\n\nA broken neck, and the first concert after three years: I’d have cried as well. I am sorry, I packed it without the block under the head.\n\nAnother one, the same cedar, left here at noon with a man who drives it to you himself: tomorrow between 6 and 8 in the evening. I played it for an hour before it went into the case.\n\nKeep the broken one; we fetch it after Friday.\nBreak a leg and no necks,\nLeo',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'can you send another till friday': true, 'or lend': true },
        sends: true,
      },
      {
        draft:
          'Dear Beatriz,\n\nPlease fill in the damage form and return the instrument in its original packaging. Once we have received and inspected it, a replacement can be sent.\n\nLeo',
        is: marks('ok echo empathy=none apology=none order=n/a remedy close=plain'),
        asks: { 'can you send another till friday': false, 'or lend': false },
        says: ['questions.unanswered', 'empathy.missing', 'apology.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Tuva Berge',
    fault: 'unclear',
    writer: 'Anton',
    message:
      'Hello, my parcel should be here on Tuesday, now is Friday. The tracking says since Wednesday "in sorting". It’s a birthday dress. The birthday is tomorrow. I am quite worried.',
    drafts: [
      {
        draft:
          'Hello Tuva,\n\nA birthday tomorrow and a dress that sits in a sorting hall: no wonder you are worried. I rang the hall in Alnabru just now. It lies there, the label is torn, and they can put it on the van that leaves at 17.30. I will hear by 18.00 whether it is on and text you at once; if it is not, our shop in Storgata has the same dress in your size and I hold it under your name until ten tomorrow.\n\nI want that birthday to have its dress,\nAnton',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Hello Tuva,\n\nWe apologise for the delay. Unfortunately parcels can sometimes take a bit longer. Please be patient.\n\nAnton',
        is: marks('ok echo empathy=none apology=real order=n/a close=plain'),
        says: ['next.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Dr. Salma Haddad',
    called: 'Dr Haddad',
    fault: 'nobody',
    writer: 'Kristin',
    message:
      'Good afternoon, for the conference I need a room on the 3rd floor or lower (I don’t take lifts), a kettle and an iron. Is breakfast possible at 6? Dr. S. Haddad',
    drafts: [
      {
        draft:
          'Good afternoon Dr Haddad,\n\nYou have room 105, eleven steps and no lift, with a kettle and an iron waiting. The kitchen opens for you at 5.50.\n\nWith good wishes for your talk,\nKristin',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { 'I need a room on the 3rd floor or lower': true, 'Is breakfast possible at 6': true },
        sends: true,
      },
      {
        draft: 'Good afternoon Salma,\n\nNoted, room 105 with kettle and iron.\n\nKristin',
        is: marks('wrong echo empathy=none apology=none order=n/a remedy when close=plain'),
        asks: { 'I need a room on the 3rd floor or lower': true, 'Is breakfast possible at 6': false },
        says: ['questions.unanswered', 'name.wrong'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Marek Zielinski',
    fault: 'ours',
    writer: 'Complaints',
    message:
      'My daughter’s bike was stolen from YOUR locked cellar, the door was open again, I wrote about this door in May and in August. She goes to school by foot now, 50 minutes, in the dark. What are you going to do? Will you pay the bike?',
    drafts: [
      {
        draft:
          'Dear tenant,\n\nPlease contact your household insurance. The landlord assumes no liability for items stored in common areas (see house rules §4).\n\nComplaints',
        is: marks('missing empathy=none apology=none order=n/a close=plain'),
        asks: { 'What are you going to do': false, 'Will you pay the bike': true },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
      {
        draft:
          'Dear Marek,\n\nFifty minutes on foot in the dark, because of a door you warned us about in May and again in August. We left it, and I am sorry.\n\nThe locksmith is here today at 2 and the door shuts by itself from this evening. We pay for the bike: send me the bill or tell me the make, and the money is with you three days later. Till she has a new one, a bus card for November is in the post.\n\nPlease greet your daughter from me,\nSusanne Reiter',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'What are you going to do': true, 'Will you pay the bike': true },
        sends: true,
      },
      {
        draft:
          'Dear Marek,\n\nI am sorry that the door was left open and that your daughter walks in the dark now. Your letters of May and August were not passed on to the caretaker by me; that is my fault.\n\nThe lock will be repaired. As for the bike, yes, we pay it.\n\nSusanne Reiter',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy close=plain'),
        asks: { 'What are you going to do': true, 'Will you pay the bike': true },
        says: ['next.no_time'],
      },
    ],
  },
  {
    to: 'Elodie Martin',
    fault: 'nobody',
    writer: 'Hamish',
    message:
      'Dear Hamish, my father will be 80 and was once in your distillery as a young sailor. Could you write him a card? His name is Luc and he likes jokes. I would of course buy a bottle.',
    drafts: [
      {
        draft:
          'Dear Elodie,\n\nA sailor named Luc who was here before I was born: of course. I wrote the card last night at the old still he must have seen, and there is a joke about a Frenchman and a barrel in it which my mother would not allow. It goes off on Monday with the bottle, if you tell me where to.\n\nSlàinte to him,\nHamish',
        is: marks('ok echo empathy=specific apology=none order=n/a remedy when close=warm'),
        asks: { 'Could you write him a card': true },
        sends: true,
      },
      {
        draft:
          'Hi Elodie, thank you for reaching out. Unfortunately we don’t offer this service. Have a great day!\n\nHamish',
        is: marks('ok empathy=none apology=none order=n/a canned close=plain'),
        asks: { 'Could you write him a card': true },
        says: ['canned.phrase'],
        annoys: ['apology.missing', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Viktor Lindgren',
    channel: 'chat',
    fault: 'nobody',
    writer: 'Maja',
    later: true,
    message: 'and does it work with android 9',
    drafts: [
      {
        draft: 'Yes, from 8 up.',
        is: marks('missing echo empathy=none apology=none order=n/a remedy when close=none'),
        asks: { 'does it work with android 9': true },
        sends: true,
      },
      {
        draft: 'That depends on the SoC and the HAL, check the SKU.',
        is: marks('missing empathy=none apology=none order=n/a jargon close=none'),
        asks: { 'does it work with android 9': false },
        says: ['questions.unanswered', 'tone.jargon'],
        annoys: ['name.missing', 'close.warm', 'empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Constance Boateng',
    fault: 'ours',
    writer: 'Derek',
    message:
      'Dear Mr Derek, the coffin was carried in with the wrong way round, feet first to altar, and the name on the flowers said "Constant". It is my mother. I could not say something at the church. Please explain me.',
    drafts: [
      {
        draft:
          'Dear Constance,\n\nYour mother was carried the wrong way to the altar, and her name stood wrong on the flowers, on the one day that cannot be had again. I am ashamed and I am sorry. I gave the four men no plan that morning, and it was I who wrote the ribbon from a telephone call without spelling it back.\n\nI do not ask you to settle anything. The fee for the bearers and the flowers is back in your account tomorrow. If you allow it, a new ribbon with her right name lies on the grave on Sunday before Mass; I bring it alone.\n\nI am at home all evening should you wish to speak,\nDerek Amponsah',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'explain me': true },
        sends: true,
      },
      {
        draft:
          'Dear Constance,\n\nOur sincere condolences. We are sorry if the ceremony was not to your full satisfaction. Mistakes can happen in such a busy season. We have given feedback to the team.\n\nDerek',
        is: marks('ok empathy=formula apology=conditional order=n/a close=plain'),
        asks: { 'explain me': false },
        says: ['questions.unanswered', 'empathy.missing', 'apology.conditional', 'empathy.only'],
      },
    ],
  },
  {
    to: 'Jonas Beck',
    fault: 'ours',
    writer: 'IT Desk',
    message:
      'since the migration on Monday I can’t open the shared calendar, error 0x80040, three of my people missed the supplier call because of it. When is it fixed please',
    drafts: [
      {
        draft:
          'Hi Jonas,\n\nThree people missing a supplier call because of our move on Monday: sorry, that one is ours. Your group was left out of the new list. I added it at 10.20; sign out and in once and the calendar opens. I tried it with your deputy’s account and it does.\n\nIf the supplier needs a word from us, I am glad to write it.\nKatka, IT desk',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'When is it fixed': true },
        sends: true,
      },
      {
        draft: 'Ticket INC0041 has been assigned to L2. SLA P3. You will be notified.\n\nIT Desk',
        is: marks('missing empathy=none apology=none order=n/a jargon curt close=plain'),
        asks: { 'When is it fixed': false },
        says: ['questions.unanswered', 'apology.missing', 'tone.jargon', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Sofia Lindqvist',
    fault: 'nobody',
    writer: 'Magnus',
    message:
      'Hej Magnus! Our choir (24 persons) wants to come for dinner after the concert on the 13th, about 21:30. Three eat no meat and one has coeliac disease, for real. Possible? And have you a piano? ;)',
    drafts: [
      {
        draft:
          'Hej Sofia,\n\nTwenty-four singers at half past nine: the long table is yours, and the kitchen stays open until eleven on the 13th. Three without meat is easy. For your coeliac friend Irma cooks in her own pan at her own stove, she has a son who has it. And there’s a piano; the low A sticks, so sing high.\n\nWe look forward to the noise,\nMagnus',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { Possible: true, 'have you a piano': true },
        sends: true,
      },
      {
        draft:
          'Hej Sofia,\n\nThe long table is yours on the 13th and the kitchen waits. Three without meat, one gluten-free in a separate pan, all noted.\n\nWe look forward to hearing you,\nMagnus',
        is: marks('ok echo empathy=none apology=none order=n/a remedy when close=warm'),
        asks: { Possible: true, 'have you a piano': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
]
