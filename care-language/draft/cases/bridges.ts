import type { Case } from './case.ts'
import { marks } from './marks.ts'

export const bridges: Case[] = [
  {
    to: 'Agnes Boateng',
    fault: 'ours',
    writer: 'Raúl',
    message:
      'My order of 40 chairs came with 31. The christening is on Sunday and the guests are coming from Ghana. I have called twice and was put through to a machine. Where are the other nine?',
    drafts: [
      {
        draft:
          'Dear Agnes,\n\nGuests from Ghana, and nine of them would have had to stand, after two calls that ended at a machine. I am sorry. We loaded 31 because the last stack stood behind a door, and nobody counted.\n\nThe nine are on my own van tomorrow at ten. I set them up with you if you like.\n\nA happy Sunday to the little one,\nRaúl',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Where are the other nine?': true },
        sends: true,
      },
      {
        draft:
          'Dear Agnes,\n\nThank you for reaching out. According to our records 40 chairs were delivered. Please provide photographic evidence.\n\nRaúl',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          apology: 'none',
          remedy: false,
          close: 'plain',
          curt: false,
          canned: false,
        },
        asks: { 'Where are the other nine?': false },
        says: ['questions.unanswered', 'apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Mikkel Dahl',
    fault: 'nobody',
    writer: 'Oda',
    message: 'Hey! Can I pay the sauna card in two parts, and does it work in both houses?',
    drafts: [
      {
        draft:
          'Hey Mikkel,\n\ntwo parts are fine, half now and half in March. The card opens both houses, the one by the lake only from eight.\n\nSee you in the steam\nOda',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: { 'Can I pay the sauna card in two parts': true, 'does it work in both houses?': true },
        sends: true,
      },
      {
        draft: 'Hey Mikkel,\n\nyes, you can pay in two parts.\n\nOda',
        is: marks('ok echo empathy=none apology=none remedy when close=plain'),
        asks: { 'Can I pay the sauna card in two parts': true, 'does it work in both houses?': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing', 'tone.curt'],
      },
    ],
  },
  {
    to: 'Theresa Lang',
    fault: 'ours',
    writer: 'Ged',
    message:
      'Your nurse told my father, in front of the whole ward, that he smelled. He was a headmaster for thirty years. He has not spoken since. I don’t want an investigation, I want somebody to come and say sorry to him.',
    drafts: [
      {
        draft:
          'Dear Theresa,\n\nA headmaster of thirty years, told that in front of the ward, and silent since: I am ashamed, and I am sorry. The nurse is on my team, so it was mine to prevent.\n\nShe and I come to your father tomorrow at eleven, without anybody else in the room, and say it to him. If he would rather not see us, we write it to him by hand.\n\nWhat does he like to be asked about? I would like to begin there.\nGed',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'I want somebody to come and say sorry to him': true },
        sends: true,
      },
      {
        draft:
          'Dear Theresa,\n\nI am sorry that you feel your father was treated without respect. Our staff are trained to the highest standards. I will speak to the ward.\n\nGed',
        is: {
          name: 'ok',
          echo: true,
          apology: 'conditional',
          when: false,
          blame: false,
          close: 'plain',
          curt: false,
        },
        asks: { 'I want somebody to come and say sorry to him': false },
        says: ['apology.conditional', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Arturo Silva',
    fault: 'theirs',
    writer: 'Meg',
    message:
      'I set the alarm code and now I can’t remember it. We are locked out of the studio and the band starts at 8. help',
    drafts: [
      {
        draft:
          'Hi Arturo,\n\nYou will be inside before the band is: I have reset it, the code is 2580 for the next hour. Then press the bell sign twice and choose your own.\n\nBreak a leg tonight!\nMeg',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Hi Arturo,\n\nAs already explained at the handover, codes cannot be recovered. You should have written it down. Call-out fee is 90.\n\nMeg',
        is: { name: 'ok', apology: 'none', blame: true, close: 'plain', canned: false },
        says: ['tone.blame'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Beatrix Fry',
    fault: 'ours',
    writer: 'Noah',
    message:
      'You printed my late brother’s name wrong on the memorial leaflet, Allan with one l. I saw it when everyone had it in their hands. I keep thinking about it.',
    drafts: [
      {
        draft:
          'Dear Beatrix,\n\nTo see your brother’s name wrong when everyone is already holding it, on that day: I am so sorry. You wrote Allan with two, I set it with one, and I read the proof alone.\n\nA hundred leaflets with his right name, on the better paper, are with you on Wednesday, so that those who keep one keep the true one. You pay for none of it.\n\nIf you would like a line to go with them, I set it by hand.\nNoah',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Dear Beatrix,\n\nWe can offer a reprint of the leaflets at no charge. They take ten working days. Sorry for the typo.\n\nNoah',
        is: marks('ok echo empathy=none apology=real order=fix-first remedy when close=plain'),
        says: ['empathy.missing', 'empathy.late'],
      },
    ],
  },
  {
    to: 'Dylan Price',
    fault: 'nobody',
    writer: 'Asha',
    channel: 'chat',
    message: 'is the pool heated at weekends',
    drafts: [
      {
        draft:
          'Hi Dylan, it is, 27 degrees Saturday and Sunday from nine to seven. Bring a coin for the locker!',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        sends: true,
      },
      {
        draft: 'Hi Dylan, thank you for contacting us! An agent will be with you shortly.',
        is: { name: 'ok', empathy: 'none', apology: 'none', remedy: false, blame: false, jargon: false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Rosa Delgado',
    fault: 'ours',
    writer: 'Finn',
    message:
      'Three months I have been paying for two lines and I only have one. Nobody told me. I live on a pension of 1,100. I want the 84 back and I want to know that it stops.',
    drafts: [
      {
        draft:
          'Dear Rosa,\n\nThree months of a line you never had, out of a pension of 1,100: I am sorry. We left the old line running when we moved you, and our letter told you the opposite.\n\nThe old line is closed as of this hour, so it has stopped. The 84 are on your account on Thursday, with 10 on top for the trouble.\n\nIf the next bill shows anything but 28, ring me on 555 0155 and I put it right while you wait.\nFinn',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'I want the 84 back': true, 'I want to know that it stops': true },
        sends: true,
      },
      {
        draft:
          'Dear Rosa,\n\nYou will receive a credit of 84 soon. It was an error in the system. Customers are advised to check their bills regularly.\n\nFinn',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'none',
          remedy: true,
          when: false,
          blame: true,
          close: 'plain',
        },
        says: ['tone.blame', 'empathy.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Leon Fischer',
    fault: 'nobody',
    writer: 'Cath',
    message:
      'Loved the course. Would you have the recipe of the lentil soup from Thursday? And when does the bread course start?',
    drafts: [
      {
        draft:
          'Hi Leon,\n\nglad it tasted! The soup is attached, with the trick about the lemon. Bread starts on 4 March at six, and there are three places left.\n\nCome hungry,\nCath',
        is: marks('ok echo empathy=specific apology=none remedy when close=warm'),
        asks: {
          'Would you have the recipe of the lentil soup from Thursday?': true,
          'when does the bread course start?': true,
        },
        sends: true,
      },
      {
        draft: 'Dear customer,\n\nthank you for your kind feedback. We hope to see you again.\n\nThe team',
        is: {
          name: 'missing',
          empathy: 'none',
          apology: 'none',
          remedy: false,
          canned: true,
          close: 'plain',
        },
        asks: {
          'Would you have the recipe of the lentil soup from Thursday?': false,
          'when does the bread course start?': false,
        },
        says: ['questions.unanswered', 'name.missing'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Ngozi Eze',
    fault: 'unclear',
    writer: 'Paul',
    message:
      'The parcel is marked as delivered and signed, but not by me or anybody here. It holds my passport. I fly on Saturday. Please find out who signed.',
    drafts: [
      {
        draft:
          'Dear Ngozi,\n\nA passport in unknown hands and a flight on Saturday: I understand that you cannot sit still. The driver is on his way back to your street now to ask at each door, and the signature reads “Klein, no. 12”.\n\nI call you by four with what he found. In case he finds nothing, I have held a place for you at the passport office tomorrow at 8:30, and we pay the express fee.\n\nMy line is 555 0118 until you have it back,\nPaul',
        is: marks('ok echo empathy=specific apology=none order=empathy-first remedy when close=warm'),
        asks: { 'Please find out who signed': true },
        sends: true,
      },
      {
        draft:
          'Dear Ngozi,\n\nThe tracking shows that the shipment was delivered. We therefore consider the matter closed.\n\nPaul',
        is: { name: 'ok', empathy: 'none', apology: 'none', remedy: false, close: 'plain', canned: false },
        asks: { 'Please find out who signed': false },
        says: ['questions.unanswered', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Ulrika Sand',
    fault: 'ours',
    writer: 'Joe',
    later: true,
    message:
      'Joe, you said you would ring on Monday about the roof. It is Wednesday and it is raining into the children’s room.',
    drafts: [
      {
        draft:
          'Dear Ulrika,\n\nIt rains on your children because I did not ring on Monday. I forgot, there is no better reason, and I am sorry.\n\nTwo men with a sheet are on your roof at two today, so the room stays dry tonight. On Friday at eight we lay the tiles.\n\nI stand in the room with you when the first rain comes.\nJoe',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        sends: true,
      },
      {
        draft:
          'Hi Ulrika,\n\nmonday was hectic, sorry! We will come as soon as the weather allows. Put a bucket under it.\n\nJoe',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'real',
          when: false,
          blame: false,
          close: 'plain',
          canned: false,
        },
        says: ['empathy.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Hye-jin Park',
    fault: 'nobody',
    writer: 'Lotte',
    message:
      'How long do the dried apples keep after opening? And are they washed? I want to give some to my baby.',
    drafts: [
      {
        draft:
          'Dear Hye-jin,\n\nthree weeks in a jar with a lid, longer in the fridge. They are washed twice before they are cut, and nothing is added. For a baby, soak them for an hour so that they are soft.\n\nMay they taste!\nLotte',
        is: marks('ok echo empathy=none apology=none remedy when close=warm'),
        asks: { 'How long do the dried apples keep after opening?': true, 'are they washed?': true },
        sends: true,
      },
      {
        draft:
          'Dear Hye-jin,\n\nour products are of the highest quality. For questions on storage please see the back of the pack.\n\nLotte',
        is: { name: 'ok', empathy: 'none', apology: 'none', remedy: false, close: 'plain' },
        asks: { 'How long do the dried apples keep after opening?': false, 'are they washed?': false },
        says: ['questions.unanswered'],
        annoys: ['empathy.missing', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Sean Gallagher',
    fault: 'ours',
    writer: 'Prue',
    message:
      'You double booked the cottage. We stood there with two kids, a dog and another family’s towels on the line, at nine at night. We slept in the car. Refund please, all of it.',
    drafts: [
      {
        draft:
          'Dear Sean,\n\nTwo kids, a dog and a night in the car, in front of a house you had paid for: I am sorry. I took both bookings by phone and wrote only one into the book.\n\nAll 640 went back to your card ten minutes ago. And should you still want your week: the mill house is empty from today, bigger, with a stream the dog will like, and it costs you nothing. The key is under the blue pot, whether you come or not.\n\nPrue',
        is: marks('ok echo empathy=specific apology=real order=empathy-first remedy when close=warm'),
        asks: { 'Refund please, all of it': true },
        sends: true,
      },
      {
        draft:
          'Dear Sean,\n\nRefund has been initiated and will take 5-10 working days. Apologies for the inconvenience caused.\n\nPrue',
        is: {
          name: 'ok',
          empathy: 'formula',
          apology: 'real',
          order: 'fix-first',
          remedy: true,
          when: true,
          close: 'plain',
        },
        asks: { 'Refund please, all of it': true },
        says: ['empathy.missing', 'empathy.late'],
      },
    ],
  },
]
