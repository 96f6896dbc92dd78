import type { Case } from './case.ts'
import { marks } from './marks.ts'

export const ferries: Case[] = [
  {
    to: 'Wanda Kowalczyk',
    fault: 'ours',
    writer: 'Ilse Brandt',
    message:
      'Our dog Pirat was to be clipped on Saturday at ten. We drove forty minutes and the salon was locked, nobody picked up the phone. He has matted fur behind the ears that hurts him. When is the next time you are really there?',
    drafts: [
      {
        draft:
          'Dear Wanda,\n\nForty minutes on the road with a sore Pirat, and then a locked door: I am sorry. I fell ill on Friday night and forgot that you were not in the phone list I called through.\n\nI am here tomorrow from eight, and the first hour is kept for Pirat. The ears come before everything else, with the soft comb, and you pay nothing this time.\n\nUntil tomorrow, and a scratch for him under the chin,\nIlse',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'When is the next time you are really there?': true },
        sends: true,
      },
      {
        draft:
          'Dear customer,\n\nSaturday was cancelled due to illness. Please book a new appointment online. Matted fur should be brushed daily by the owner.\n\nSalon team',
        is: marks('missing echo empathy=none apology=passive remedy when blame close=plain'),
        asks: { 'When is the next time you are really there?': false },
        says: ['apology.passive', 'empathy.missing', 'tone.blame', 'name.missing'],
      },
    ],
  },
  {
    to: 'Frank Oduya',
    fault: 'nobody',
    writer: 'Lise',
    channel: 'chat',
    message: 'hi, does the 14.20 ferry take bikes with a trailer?',
    drafts: [
      {
        draft:
          'Hi Frank! Yes, it does. Roll on with the cars at gate 2; the trailer rides free. Have a good crossing, Lise',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: { 'does the 14.20 ferry take bikes with a trailer?': true },
        sends: true,
      },
      {
        draft:
          'Hello! Please find all information on transport of vehicles in our terms of carriage, section 7.',
        is: marks('missing empathy=none apology=none when close=none'),
        asks: { 'does the 14.20 ferry take bikes with a trailer?': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing', 'empathy.only'],
      },
    ],
  },
  {
    to: 'Mrs Adelaide Finch',
    called: 'Mrs Finch',
    fault: 'ours',
    writer: 'Rowan Hale',
    message:
      'The trousers of my late husband’s suit came back two inches too short. My grandson wanted to wear it at his graduation this Friday. I do not suppose cloth can be put back. What do you propose? A. Finch',
    drafts: [
      {
        draft:
          'Dear Mrs Finch,\n\nYou lent us the suit your grandson meant to wear on Friday in his grandfather’s place, and we cut it too short. I measured it myself and read 28 where you wrote 30. I am so sorry.\n\nThe cloth that was turned in is still there, all but a quarter of an inch, and our oldest tailor lets it down tonight and presses out the old crease. I bring it to you on Wednesday at noon, so that he can try it on with a day in hand. If it shows, I tell you so at the door, and we pay for a pair made from the same mill’s cloth.\n\nPlease wish him luck from all of us,\nRowan Hale',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'What do you propose?': true },
        sends: true,
      },
      {
        draft:
          'Dear Mrs Finch,\n\nWe are sorry if the result did not meet your expectations. The trousers were shortened as per the ticket. We can offer 20 % off your next order as a goodwill gesture only.\n\nKind regards\nRowan Hale',
        is: marks('ok echo empathy=none apology=legal order=empathy-first remedy when close=plain'),
        asks: { 'What do you propose?': true },
        says: ['apology.legal', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Teo Marchetti',
    fault: 'theirs',
    writer: 'Gwen',
    message:
      'I deleted the wrong folder this morning, three months of site photos for a client. Is there any way back? I feel sick. Teo',
    drafts: [
      {
        draft:
          'Hi Teo,\n\nBreathe out: they are still there. Whatever is deleted stays in the bin for thirty days. Open Files, choose Bin on the left, tick the folder and press Restore; it goes back to where it was, with its dates.\n\nI have put a lock on your bin for the night, so nothing in it can be emptied by mistake. Write to me when the photos are back, I would like to hear it.\n\nGwen',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'Is there any way back?': true },
        sends: true,
      },
      {
        draft:
          'Hi Teo,\n\nyou should have made a backup before deleting. We will look into whether something can be done and get back to you as soon as possible.\n\nGwen',
        is: marks('ok empathy=none apology=none blame close=plain'),
        asks: { 'Is there any way back?': false },
        says: ['tone.blame', 'empathy.missing', 'next.no_time'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Sofia Lindqvist',
    fault: 'nobody',
    writer: 'Peter',
    message:
      'Just wanted to say that the tuner you sent, Mr Abara, was a joy. He explained to our girl why a piano sighs, and she has practised every day since.',
    drafts: [
      {
        draft:
          'Dear Sofia,\n\nI read your letter out at breakfast, and Mr Abara went quite red. That a girl practises every day because somebody told her why a piano sighs is the best thing we heard this month.\n\nTell her he hopes for a little concert in spring,\nPeter',
        is: marks('ok echo empathy=specific apology=none remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear valued customer,\n\nThank you for your feedback. Your satisfaction is our top priority. We look forward to serving you again.\n\nBest regards\nCustomer Service',
        is: marks('missing empathy=none apology=none remedy when canned close=plain'),
        says: ['canned.phrase', 'name.missing'],
        annoys: ['apology.missing', 'next.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Bilal Rahman',
    fault: 'ours',
    writer: 'Nora Quist',
    message:
      'My meter was read as 48,112 but it says 41,812, the photo is attached. So the bill of 940 is wrong and the direct debit is on Thursday. Please correct it before the money is taken, I have rent on Friday. And who pays the fee if it bounces?',
    drafts: [
      {
        draft:
          'Hello Bilal,\n\nTwo figures changed places, and a rent in danger because of it: I am sorry, that was typed wrongly here. Your photo shows it beyond doubt.\n\nThe 940 is cancelled and Thursday’s debit is stopped; nothing leaves your account this week. The right bill, about 218, is with you tomorrow, and you choose the day it is paid. No fee can arise now. Should your bank take one all the same, send me the line and it is back within the hour.\n\nI am at my desk until six on Thursday, in case you want to hear it once more,\nNora Quist',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: {
          'Please correct it before the money is taken': true,
          'who pays the fee if it bounces?': true,
        },
        sends: true,
      },
      {
        draft:
          'Hello Bilal,\n\nThank you for your patience. The bill has been corrected. Apologies for the inconvenience.\n\nNora Quist',
        is: marks('ok empathy=formula apology=real order=fix-first remedy when close=plain'),
        asks: {
          'Please correct it before the money is taken': true,
          'who pays the fee if it bounces?': false,
        },
        says: ['questions.unanswered', 'empathy.missing', 'empathy.late'],
      },
    ],
  },
  {
    to: 'Grete Olsen',
    fault: 'nobody',
    writer: 'Jonas',
    message:
      'I am planning a trip with 24 pupils to your observatory in March. Do you have an evening with a guide, what does it cost for a class, and is there somewhere to eat our sandwiches when it rains?',
    drafts: [
      {
        draft:
          'Dear Grete,\n\nTuesdays and Wednesdays in March are dark enough by seven, and a guide comes with each of them; she lets every child look through the large telescope once. A class pays 60 in all. When it rains you eat in the map room, which is warm and has tables for thirty.\n\nWhich of the two days suits your class? I keep both open for you until Friday.\n\nJonas',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: {
          'Do you have an evening with a guide': true,
          'what does it cost for a class': true,
          'is there somewhere to eat our sandwiches when it rains?': true,
        },
        sends: true,
      },
      {
        draft:
          'Dear Grete,\n\nYes, we offer guided evenings on Tuesdays and Wednesdays in March. A class pays 60.\n\nBest wishes\nJonas',
        is: marks('ok echo empathy=none apology=none remedy when close=plain'),
        asks: {
          'Do you have an evening with a guide': true,
          'what does it cost for a class': true,
          'is there somewhere to eat our sandwiches when it rains?': false,
        },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Rui Carvalho',
    fault: 'ours',
    writer: 'Amy Stone',
    later: true,
    message:
      'Third mail now. The left hearing aid still whistles after the “repair” and I missed half of my daughter’s wedding speech. I will go to somebody else if this is not fixed this week.',
    drafts: [
      {
        draft:
          'Dear Rui,\n\nHalf of your daughter’s speech, drowned by a whistle we had told you was gone: I am sorry, and ashamed that it took three mails. We changed the receiver and never tried the mould in your ear.\n\nI come to you on Thursday at 9 with a new mould and a second pair to wear meanwhile, and I stay until you have sat through a loud half hour without a sound from it. If you would rather have the money, it is back the same day.\n\nMy own number is 555 0148, for anything before Thursday,\nAmy Stone',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Rui,\n\nWe apologise for any inconvenience this may have caused. Your case was escalated to L2 and a technician will be in touch shortly.\n\nAmy Stone',
        is: {
          name: 'ok',
          empathy: 'formula',
          apology: 'conditional',
          jargon: true,
          canned: true,
          close: 'plain',
        },
        says: ['empathy.missing', 'apology.conditional', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Helen Park',
    fault: 'nobody',
    writer: 'Dario',
    message:
      'My mother died on Sunday. She had an order for a blue scarf with you which I would like to cancel, and please do not send her letters any more. Helen Park',
    drafts: [
      {
        draft:
          'Dear Helen,\n\nI am very sorry that your mother has died. Thank you for writing to us in such a week.\n\nThe scarf is cancelled, and the 38 go back today to the card she paid with. Her address is out of our lists as of this morning; one catalogue was printed before and may still arrive, for which I apologise now.\n\nNothing else is needed from you.\n\nWith kind thoughts\nDario',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'would like to cancel': true, 'please do not send her letters any more': true },
        sends: true,
      },
      {
        draft:
          'Hi Helen!\n\nNo problem, the order is cancelled. To unsubscribe, the account holder must click the link at the bottom of our newsletter.\n\nHave a great day!\nDario',
        is: marks('ok echo empathy=none apology=none remedy when close=plain'),
        asks: { 'would like to cancel': true, 'please do not send her letters any more': false },
        says: ['empathy.missing', 'questions.unanswered'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Oskar Nyman',
    fault: 'theirs',
    writer: 'Pia',
    message:
      'Your trainers are useless, soles came off after four weeks!! I want my money back. (ok I did put them in the washing machine at 60 once)',
    drafts: [
      {
        draft:
          'Hi Oskar,\n\nFour weeks is short, and it hurts to see soles go. Sixty degrees melts the glue that holds them, so I can’t take them as a fault of the shoe. What I can do: our cobbler glues them again for 12, and they are back with you in three days; or you take a new pair for half the price until Sunday.\n\nWhich one shall it be? And for the next ones: a bucket of warm water and a brush, they love that.\n\nPia',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'I want my money back': true },
        sends: true,
      },
      {
        draft:
          'Hi Oskar,\n\nAs clearly stated in the care instructions, shoes must not be machine washed. You failed to follow them, therefore a refund is not possible.\n\nPia',
        is: marks('ok echo empathy=none apology=none when blame close=plain'),
        asks: { 'I want my money back': true },
        says: ['tone.blame'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Dr Miriam Katz',
    called: 'Dr Katz',
    fault: 'ours',
    writer: 'Leo Brandt',
    message:
      'The freezer we rent from you for vaccines alarmed twice last night and your emergency line rang out. I had to carry 300 doses to a colleague at two in the morning. I need a replacement unit today and a written account of why nobody answered. Dr M. Katz',
    drafts: [
      {
        draft:
          'Dear Dr Katz,\n\nThree hundred doses in your own hands at two in the morning, because nobody lifted our phone: I am sorry. The night line had been put through to a mobile whose battery was flat, and nobody looked.\n\nA new freezer leaves the yard at ten, and my colleague Ulla stays until it has held four degrees for an hour; you can bring the doses back this evening. The written account, with what we change so that the line cannot ring out again, is with you by Friday noon, signed by me.\n\nYour colleague deserves our thanks too; may I send a line?\n\nLeo Brandt',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'I need a replacement unit today': true, 'a written account of why nobody answered': true },
        sends: true,
      },
      {
        draft:
          'Dear Miriam,\n\na replacement unit will be delivered today. It was found that calls were not forwarded. We are sorry for the inconvenience.\n\nLeo Brandt',
        is: {
          echo: true,
          empathy: 'formula',
          apology: 'passive',
          order: 'fix-first',
          remedy: true,
          when: true,
          close: 'plain',
        },
        asks: { 'I need a replacement unit today': true },
        says: ['empathy.missing', 'questions.unanswered', 'empathy.late'],
      },
    ],
  },
  {
    to: 'Kofi Mensah',
    fault: 'nobody',
    writer: 'Edda',
    message:
      'How do I change the grinder from espresso to filter? The booklet only has pictures and I don’t get them.',
    drafts: [
      {
        draft:
          'Hi Kofi,\n\nTurn the bean hopper to the left until it clicks; the ring under it now moves. For filter, set the arrow on 24 (espresso sits on 6), then turn the hopper back. Let it run empty for three seconds first, or old espresso dust ends in your cup.\n\nIf the first pot tastes thin, go down to 22. Enjoy the filter!\nEdda',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: { 'How do I change the grinder from espresso to filter?': true },
        sends: true,
      },
      {
        draft:
          'Dear Customer,\n\nPlease be advised that your query has been received. Kindly consult the user manual or visit our FAQ. Should you require further assistance, do not hesitate to contact us.\n\nBest regards',
        is: marks('missing empathy=none apology=none canned close=plain'),
        asks: { 'How do I change the grinder from espresso to filter?': false },
        says: ['questions.unanswered', 'name.missing'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Anneke de Wit',
    fault: 'ours',
    writer: 'Sam',
    channel: 'chat',
    later: true,
    message: 'still no code for the gym door. standing outside, its raining',
    drafts: [
      {
        draft:
          'Out in the rain because of us, sorry Anneke! Your code is 4471#, it works now. Inside on the left there is a towel for you.',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft: 'We are looking into it.',
        is: marks('missing empathy=none apology=none curt close=none'),
        says: ['next.missing', 'apology.missing'],
        annoys: ['name.missing'],
      },
    ],
  },
  {
    to: 'Charles Whitcombe',
    fault: 'unclear',
    writer: 'Inés Vidal',
    message:
      'We came home from the hotel without my wife’s pearl earrings. She is certain that they lay on the marble beside the basin in 212. They were her grandmother’s. Would you kindly have someone search, and tell us either way? C. Whitcombe',
    drafts: [
      {
        draft:
          'Dear Charles,\n\nA grandmother’s pearls are not replaced by anything a shop sells, so I went up to 212 myself. They are not by the basin, nor in the trap under it, which our plumber opened while I watched.\n\nThe linen of that day comes back from the laundry tomorrow at four, and I shake out every towel. I ring you before six, found or not. May I ask whether they hang on hooks or clips? Then the laundry knows what to look for.\n\nPlease tell your wife that I keep looking,\nInés Vidal',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'have someone search': true, 'tell us either way': true },
        sends: true,
      },
      {
        draft:
          'Dear Charles,\n\nWe are sorry to hear that. Unfortunately the hotel accepts no liability for valuables which were left in rooms. Housekeeping did not hand in anything.\n\nKind regards\nInés Vidal',
        is: marks('ok empathy=formula apology=none order=empathy-first when close=plain'),
        asks: { 'have someone search': false, 'tell us either way': true },
        says: ['empathy.missing', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Yuki Tanaka',
    fault: 'nobody',
    writer: 'Colm',
    message:
      'Hello, I am new in this country and I do not understand my phone bill. Why is there 14 euro for “roaming”? I was only at home. Is somebody who can explain in simple words?',
    drafts: [
      {
        draft:
          'Hello Yuki,\n\nWelcome. Here it is in simple words. “Roaming” means that your phone used a network in another country. You live close to the border, and on 3 and 9 May your phone took the mast on the other side of the river, without telling you.\n\nI have taken the 14 euro off your bill; you pay 22 on 1 June. And I have switched roaming off on your line, so it does not come again. Going abroad one day? Write to me and I switch it on.\n\nAll the best in your new home,\nColm',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: {
          'Why is there 14 euro for “roaming”?': true,
          'Is somebody who can explain in simple words?': true,
        },
        sends: true,
      },
      {
        draft:
          'Hello Yuki,\n\nthe charge results from usage events on a visited PLMN outside your home zone as per tariff sheet TS-4. It is valid and payable.\n\nColm',
        is: marks('ok empathy=none apology=none remedy when jargon close=plain'),
        asks: { 'Why is there 14 euro for “roaming”?': true },
        says: ['tone.jargon'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Lorna McKay',
    fault: 'ours',
    writer: 'Ewan',
    message:
      'You delivered the wedding cake to the wrong hall. We found it in time, but my sister cried for an hour in her dress. I am not after money. I would like to understand how this can happen.',
    drafts: [
      {
        draft:
          'Dear Lorna,\n\nYour sister in tears in her dress, on that morning of all mornings: I am sorry, and I ask you to tell her so from me. There are two Victoria Halls in our book, and I tapped the upper one without reading the street. Our driver asked; I said it was right.\n\nFrom today the driver rings the family from the door before a cake leaves the van. And when they are back from their journey, a small one waits here for the two of them, if she can bear to see another cake of ours.\n\nThank you for asking how, and not only how much,\nEwan',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'would like to understand how this can happen': true },
        sends: true,
      },
      {
        draft:
          'Dear Lorna,\n\nI feel truly terrible reading your story, what a nightmare for your poor sister on her wedding day! My heart goes out to all of you. Weddings are so emotional.\n\nWarmest hugs\nEwan',
        is: marks('ok echo empathy=specific apology=none close=warm'),
        asks: { 'would like to understand how this can happen': false },
        says: ['empathy.only', 'apology.missing', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Pavel Dvořák',
    fault: 'nobody',
    writer: 'Mette',
    message:
      'Could you move my Monday physio to any afternoon later that week, and is the hall on the ground floor? I am on crutches.',
    drafts: [
      {
        draft:
          'Dear Pavel,\n\nWednesday at 15:30 or Thursday at 16:00 are free; I hold both until tomorrow noon. The hall is on the ground floor, with no step from the street, and there is a chair by the door for the crutches’ owner.\n\nMette',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: { 'Could you move my Monday physio': true, 'is the hall on the ground floor?': true },
        sends: true,
      },
      {
        draft:
          'Dear Paul,\n\nyour appointment was moved to Wednesday 15:30. The hall is on the ground floor.\n\nMette',
        is: marks('wrong echo empathy=none apology=none remedy when close=plain'),
        asks: { 'Could you move my Monday physio': true, 'is the hall on the ground floor?': true },
        says: ['name.wrong'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Samira El Idrissi',
    called: 'Samira',
    fault: 'ours',
    writer: 'Hugo',
    message:
      'I ordered the gluten free box because my son is coeliac and there was normal pasta in it. He ate it before I read the label and has been ill for two days. This is dangerous. I want to know what you do about it.',
    drafts: [
      {
        draft:
          'Dear Samira,\n\nYour son has been ill for two days from something we put into a box that said it was safe. I am deeply sorry. The shelf for the gluten free boxes had been filled from the wrong pallet on Monday, and nobody read the packets again.\n\nI have stopped that line; every box of Monday has been called back this morning, by telephone, not by mail. From now on a second person reads each packet, and the two shelves stand in two rooms. You have your money back today, and I pay the doctor.\n\nHow is he now? I call you at five, unless you would rather be left in peace.\n\nHugo',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'want to know what you do about it': true },
        sends: true,
      },
      {
        draft:
          'Dear Samira,\n\nmistakes were made in the packing area. Your refund of 31.90 has been issued and your feedback was passed on to the relevant team.\n\nBest\nHugo',
        is: marks('ok echo empathy=none apology=passive remedy when close=plain'),
        asks: { 'want to know what you do about it': false },
        says: ['empathy.missing', 'apology.passive', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Gareth Pugh',
    fault: 'nobody',
    writer: 'Tilda',
    message:
      'thanks for the quick help with the printer yesterday, works like a charm. one more: where do I order the ink?',
    drafts: [
      {
        draft:
          'Good to hear that it prints, Gareth!\n\nInk: open your account, press the drop beside the printer’s name, and it shows the two that fit. Before noon ordered, there tomorrow.\n\nHappy printing\nTilda',
        is: marks('ok echo empathy=specific apology=none remedy when close=warm'),
        asks: { 'where do I order the ink?': true },
        sends: true,
      },
      {
        draft: 'Hi Gareth,\n\nglad that the printer works. Have a nice day!\n\nTilda',
        is: marks('ok echo empathy=specific apology=none when close=plain'),
        asks: { 'where do I order the ink?': false },
        says: ['questions.unanswered'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Ottilie Graf',
    fault: 'ours',
    writer: 'Ben Aldous',
    message:
      'The moving men never came. I sat on my boxes from seven till noon, then my landlord threw the keys at me because the new tenants were waiting. Do you still come today, and who pays the storage?',
    drafts: [
      {
        draft:
          'Dear Ottilie,\n\nFive hours on your boxes, and then keys thrown at you for something that was our doing: I am sorry. Your move stood in our book for next Tuesday, because I wrote it on the wrong page.\n\nA van with three men is on its way and with you at half past two. The storage is ours to pay, tonight’s hotel too if the new flat is not ready by evening. I have spoken to your landlord and told him whose fault it was.\n\nYou reach me on 555 0199 until the last box is up,\nBen Aldous',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Do you still come today': true, 'who pays the storage?': true },
        sends: true,
      },
      {
        draft:
          'Dear Ottilie,\n\nplease send us your order number and the address so that we can check. Sorry about the mix-up.\n\nBen Aldous',
        is: marks('ok empathy=none apology=real order=fix-first close=plain'),
        asks: { 'Do you still come today': false, 'who pays the storage?': false },
        says: ['questions.unanswered', 'empathy.missing', 'empathy.late'],
      },
    ],
  },
]
