import type { Case } from './case.ts'

export const tables: Case[] = [
  {
    to: 'Chloé Bernard',
    fault: 'ours',
    writer: 'Inês Duarte',
    message:
      'Bonjour, the cake for my daughter came with the name Emma on it, she is called Emilie. She is six, she looked at it and did not say anything, then she went to her room. The guests were there. It is only so that you know.\nChloé Bernard',
    drafts: [
      {
        draft:
          'Bonjour Chloé,\n\nA little girl who looks at her own cake and goes to her room, with all the guests there. I wrote Emma. I read the order too fast, and I am deeply sorry.\n\nOn Saturday at 15:00 I bring Emilie a cake with her name, and she may watch me write it. The first one is paid back today.\n\nGive her my apology, in words for six.\nInês Duarte',
        is: {
          name: 'ok',
          echo: true,
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        sends: true,
      },
      {
        draft:
          'Bonjour Chloé,\n\nA little girl who looks at her own cake and goes to her room, with all the guests there. I wrote Emma. I read the order too fast, and I am deeply sorry.\n\nI have told the whole team about it and hung your letter over the table where we write.\n\nKiss Emilie from all of us,\nInês Duarte',
        is: { empathy: 'specific', apology: 'real', remedy: false, when: false, close: 'warm' },
        says: ['next.missing'],
      },
      {
        draft:
          'Hi Chloe!\n\nSorry if the name was not quite what you expected 😊 It happens when it is busy. Would you leave us a review?\n\nInês',
        is: { name: 'ok', apology: 'conditional', empathy: 'none', remedy: false, close: 'plain' },
        says: ['apology.conditional', 'empathy.missing', 'next.missing'],
      },
    ],
  },
  {
    to: 'Dev Patel',
    fault: 'nobody',
    writer: 'Tomás',
    channel: 'chat',
    message: 'Is there egg in the olive bread?',
    drafts: [
      {
        draft:
          'No egg, Dev, and no milk either: flour, water, salt, olives, time. It is out of the oven at seven.',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          curt: false,
        },
        asks: { 'egg in the olive bread': true },
        sends: true,
      },
      {
        draft: 'See our website.',
        is: { remedy: false },
        asks: { 'egg in the olive bread': false },
      },
    ],
  },
  {
    to: 'Beatriz Fonseca',
    fault: 'ours',
    writer: 'Inês Duarte',
    message:
      'Dear Inês, we had the table by the window for our 40th wedding day, since March. When we came somebody sat there and we got the one by the toilets. My husband said let it be. But he had ordered the window because he proposed to me there. Beatriz',
    drafts: [
      {
        draft:
          'Dear Beatriz,\n\nForty years, and the window where he asked you: and we put you by the toilets. I am sorry if this spoiled the evening.\n\nThe window is yours on any evening you name, with the menu of that night from us. I keep it free until you tell me.\n\nPlease greet your husband, who is kinder than I would be,\nInês Duarte',
        is: {
          empathy: 'specific',
          apology: 'conditional',
          remedy: true,
          close: 'warm',
          order: 'empathy-first',
        },
        says: ['apology.conditional'],
      },
      {
        draft:
          'Dear Beatriz,\n\nForty years, and the window where he asked you: and we put you by the toilets. I gave your table away because I read the wrong day, and I am sorry.\n\nThe window is yours this Friday at eight, or on any evening you name, with the menu of that night from us.\n\nPlease greet your husband, who is kinder than I would be,\nInês Duarte',
        is: {
          empathy: 'specific',
          apology: 'real',
          remedy: true,
          when: true,
          close: 'warm',
          order: 'empathy-first',
        },
        sends: true,
      },
      {
        draft:
          'Dear Beatrice,\n\nForty years, and the window where he asked you: I gave your table away because I read the wrong day, and I am sorry. The window is yours this Friday at eight.\n\nPlease greet your husband,\nInês Duarte',
        is: { name: 'wrong' },
        says: ['name.wrong'],
      },
    ],
  },
  {
    to: 'Peter van Dijk',
    fault: 'nobody',
    writer: 'Tomás',
    message:
      'Dear baker, I moved away in spring and I dream of your rye. Can you send a loaf to Utrecht, what would it cost, and does it stay fresh? Greetings Peter van Dijk',
    drafts: [
      {
        draft:
          'Dear Peter,\n\nA rye can travel: it is better on the third day anyway. I post one every Tuesday and you have it on Friday; with the parcel it is 19 euros. Tell me if you want it whole or sliced.\n\nEat the first slice with butter only, and think of the street,\nTomás Vale',
        is: {
          name: 'ok',
          echo: true,
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: { 'send a loaf': true, 'would it cost': true, 'stay fresh': true },
        sends: true,
      },
      {
        draft: 'Hello,\n\nWe do not ship abroad.\n\nTomás',
        is: { name: 'missing', remedy: false, curt: true, close: 'plain' },
        says: ['name.missing', 'tone.curt'],
      },
    ],
  },
  {
    to: 'Yara Monteiro',
    fault: 'ours',
    writer: 'Tomás Vale',
    message:
      'Third Saturday without my order in the shelf with the names. I drove 12 km each time. The girl says she knows nothing. I begin to feel stupid. Yara',
    drafts: [
      {
        draft:
          'Dear Yara,\n\nThree Saturdays, 72 kilometres, and an empty shelf with your name on it: you have every reason to feel annoyed, and none to feel stupid. I forgot to put your order into the new book; I am sorry.\n\nThis Saturday your bread is there at 7, and I stand beside it. The three you did not get are on us in April.\n\nSee you on Saturday,\nTomás Vale',
        is: {
          name: 'ok',
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        sends: true,
      },
      {
        draft:
          'Dear Yara,\n\nThree Saturdays, 72 kilometres, and an empty shelf with your name on it: you have every reason to feel annoyed. I forgot to put your order into the new book; I am sorry.\n\nI will put it in and tell the girl. The three you did not get will be on us.\n\nI hope you still like our bread,\nTomás Vale',
        is: { empathy: 'specific', apology: 'real', remedy: true, when: false },
        says: ['next.no_time'],
      },
      {
        draft:
          'Dear {{first_name}},\n\nThree Saturdays and an empty shelf: I am sorry, I forgot your order. It is there this Saturday at 7.\n\nSee you then,\nTomás Vale',
        is: { name: 'placeholder' },
        says: ['name.wrong'],
      },
    ],
  },
  {
    to: 'Luís Faria',
    fault: 'ours',
    later: true,
    writer: 'Inês Duarte',
    message:
      'Thank you Inês, the second cake was wonderful and my mother laughed about the note. All good between us. Luís',
    drafts: [
      {
        draft:
          'Dear Luís,\n\nThat your mother laughed is the best news of my week. Thank you for letting me try again.\n\nUntil her ninetieth,\nInês',
        is: { apology: 'none', remedy: true, when: true, close: 'warm', order: 'n/a' },
        sends: true,
      },
    ],
  },
  {
    to: 'Lucy Hargreaves',
    fault: 'nobody',
    writer: 'Rosa',
    message:
      'Dear Sir or Madam, my son found work as a baker in Lisbon and starts on the 1st. He has no bed yet. Do you know somebody with a room, and could he see your bakery one night? He would be so proud.\nLucy Hargreaves',
    drafts: [
      {
        draft:
          'Good day,\n\nCongratulations to your son, a baker is the best thing one can be at three in the morning. Senhora Lopes above our shop has a room for 320; I have asked her, and she waits for his call at 555 0177. He may come on Thursday night at two, in closed shoes, and Tomás shows him everything.\n\nI wish him warm hands and a good first day,\nRosa Amaral',
        is: {
          name: 'missing',
          empathy: 'specific',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: { 'somebody with a room': true, 'see your bakery': true },
        says: ['name.missing'],
      },
      {
        draft:
          'Dear Lucy,\n\nCongratulations to your son, a baker is the best thing one can be at three in the morning. Senhora Lopes above our shop has a room for 320; I have asked her, and she waits for his call at 555 0177.\n\nI wish him warm hands and a good first day,\nRosa Amaral',
        asks: { 'somebody with a room': true, 'see your bakery': false },
        says: ['questions.unanswered'],
      },
    ],
  },
]
