import type { Case } from './case.ts'

export const roads: Case[] = [
  {
    to: 'Ingrid Solberg',
    fault: 'ours',
    writer: 'André',
    message:
      'Hei, the movers left the box with my mother’s porcelain in the old flat, the new people there have thrown it away. 60 years old. I cannot even be angry, only tired. Ingrid',
    drafts: [
      {
        draft:
          'Dear Ingrid,\n\nSixty years of your mother’s table, and we left it standing in an empty room. There is no excuse: I signed the list without counting. I am deeply sorry.\n\nI cannot bring the porcelain back. I drove to the flat and to the recycling yard today; four plates and the sugar bowl were still there, and I bring them to you tomorrow at 18:00. The insurance form is filled in, you only sign it. And if you know the pattern, I will look for the rest until I have it, every Sunday at the flea market.\n\nBe as tired as you are. You need not answer,\nAndré Silva',
        is: {
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
          'Dear Ingrid,\n\nplease fill in the attached claim form within 7 days. Items left behind were not on the inventory. We are sorry for the loss of your porcelain, which must hurt.\n\nKind regards, Claims',
        is: { order: 'fix-first' },
        says: ['empathy.late'],
      },
    ],
  },
  {
    to: 'Adaeze Okoro',
    fault: 'ours',
    writer: 'Esther',
    message:
      'Hi, my luggage did not arrive in Porto yesterday with flight 482. My wedding dress is inside and the wedding is on Saturday. The counter was closed. Where is it and who brings it to me?? Adaeze',
    drafts: [
      {
        draft:
          'Dear Adaeze,\n\nA wedding on Saturday, and your dress somewhere between two airports: I understand that you do not sleep. I have it. It stood in Madrid beside the wrong belt, because we read the tag badly; I am sorry.\n\nIt flies at 11:20 today and our driver Bruno brings it to your hotel before 16:00. I ring you the minute it is in his van.\n\nMay it be the only thing that goes wrong this week,\nEsther Goldman',
        is: {
          empathy: 'specific',
          apology: 'real',
          order: 'empathy-first',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: { 'Where is it': true, 'who brings it': true },
        sends: true,
      },
      {
        draft:
          'Dear Adaeze,\n\nI understand your frustration. Your PIR was raised in WorldTracer under file OPO82. We will contact you as soon as possible.\n\nBaggage Services',
        is: { empathy: 'formula', jargon: true, when: false, apology: 'none' },
        asks: { 'Where is it': false },
        says: ['questions.unanswered', 'apology.missing', 'tone.jargon'],
      },
      {
        draft:
          'Dear Adaeze,\n\nA wedding on Saturday, and your dress somewhere between two airports: I understand that you do not sleep. I have found it in Madrid, beside the wrong belt; that was our mistake and I am sorry.\n\nIt will be sent to Porto and our driver Bruno will bring it to your hotel.\n\nI wish you both a calm week,\nEsther Goldman',
        is: { empathy: 'specific', apology: 'real', remedy: true, when: false, close: 'warm' },
        asks: { 'Where is it': true, 'who brings it': true },
        says: ['next.no_time'],
      },
    ],
  },
  {
    to: 'James O’Rourke',
    fault: 'nobody',
    writer: 'Clara',
    message:
      'Hi, I am blind and travel with my dog Bess. I want to visit the castle on Sunday. Are dogs allowed, is there a tour one can touch things, and where do we get off the bus? James',
    drafts: [
      {
        draft:
          'Hi James,\n\nBess is welcome everywhere but in the falcon yard, where she would have opinions. On Sunday at 11 there is a tour with the hands: armour, a spinning wheel, the old well. I have put you down for it.\n\nGet off at Torre, the fourth stop; Tiago stands there from 10:40 with a bell.\n\nI look forward to meeting you both,\nClara Nunes',
        is: {
          name: 'ok',
          echo: true,
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: { 'dogs allowed': true, 'touch things': true, 'get off the bus': true },
        sends: true,
      },
      {
        draft:
          'Hi James,\n\nBess is welcome everywhere but in the falcon yard, where she would have opinions. On Sunday at 11 there is a tour with the hands: armour, a spinning wheel, the old well. I have put you down for it.\n\nI look forward to meeting you both,\nClara Nunes',
        asks: { 'dogs allowed': true, 'touch things': true, 'get off the bus': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Zeynep Aydın',
    fault: 'unclear',
    writer: 'Henry',
    message:
      'Hello, since Monday the internet goes off every evening at eight. I teach online at this time and my pupils think I am not serious. Two lessons I must give back the money. What is wrong? Zeynep',
    drafts: [
      {
        draft:
          'Dear Zeynep,\n\nTwo lessons paid back, and pupils who think it is you: I see why this cannot wait. At eight your whole street logs in and your line falls back to a weak channel. I have moved you to another one just now; please look tonight at 20:10 whether it holds, and I look from here at the same minute.\n\nIf it drops again, a technician is with you tomorrow at 9.\n\nI keep my fingers crossed for tonight’s lesson,\nHenry Blackwood',
        is: {
          empathy: 'specific',
          remedy: true,
          when: true,
          close: 'warm',
          order: 'empathy-first',
          echo: true,
        },
        asks: { 'What is wrong': true },
        sends: true,
      },
      {
        draft:
          'Dear Zeynep,\n\nWe are aware of an issue in your area and are working on it. Please restart the router. We appreciate your patience.\n\nKind regards\nThe Team',
        is: { empathy: 'none', apology: 'none', close: 'plain' },
        asks: { 'What is wrong': false },
        says: ['questions.unanswered', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Joanna Pereira',
    fault: 'ours',
    writer: 'Dr. Katz',
    message:
      'Dear practice, the blood test of my cat was lost, so she must be pricked again. She is 17 and she trembles already in the box. I am not angry, but I would like to know how this can happen. Joanna Pereira',
    drafts: [
      {
        draft:
          'Dear Joanna,\n\nSeventeen years old, trembling in the box, and now once more because of us. The sample was mislabelled and could not be assigned.\n\nI come to your home tomorrow at 10, so that she stays on her own blanket; it costs nothing. The result is with you the same evening.\n\nPlease give her the sardine before I ring,\nMiriam Katz',
        is: {
          empathy: 'specific',
          apology: 'passive',
          remedy: true,
          when: true,
          close: 'warm',
          order: 'empathy-first',
        },
        says: ['apology.passive'],
      },
      {
        draft:
          'Dear Joanna,\n\nSeventeen years old, trembling in the box, and now once more because of us. I put her sample beside the one of another cat and did not write the name on it at once. I am sorry.\n\nI come to your home tomorrow at 10, so that she stays on her own blanket; it costs nothing. The result is with you the same evening.\n\nPlease give her the sardine before I ring,\nMiriam Katz',
        is: {
          empathy: 'specific',
          apology: 'real',
          remedy: true,
          when: true,
          close: 'warm',
          order: 'empathy-first',
        },
        asks: { 'how this can happen': true },
        sends: true,
      },
    ],
  },
  {
    to: 'Maria Lopes',
    fault: 'nobody',
    writer: 'Bruno',
    message:
      'Hi, can I move my swimming lesson from Tuesday to Thursday and is the water warmer in the small pool? I am always cold haha. Maria',
    drafts: [
      {
        draft:
          'Hi Maria,\n\nDone: from this week you swim on Thursdays at 18:30, lane 2. The small pool is 31 degrees, three more than the big one, and nobody minds if you start in there.\n\nSee you on Thursday,\nBruno Teixeira',
        is: {
          name: 'ok',
          empathy: 'none',
          apology: 'none',
          order: 'n/a',
          remedy: true,
          when: true,
          close: 'warm',
          curt: false,
        },
        asks: { 'move my swimming lesson': true, 'water warmer': true },
        sends: true,
      },
      {
        draft:
          'Hi Maria,\n\nSorry for any inconvenience. Your request will be reviewed and we will get back to you in due course.\n\nBest regards, Reception',
        is: { remedy: false, when: false, apology: 'conditional', close: 'plain' },
        asks: { 'move my swimming lesson': false, 'water warmer': false },
        says: ['questions.unanswered', 'next.missing'],
      },
    ],
  },
  {
    to: 'Clara Nunes',
    fault: 'ours',
    writer: 'Esther Goldman',
    message:
      'Dear firm, my father died in May and you still send letters to him, now even a birthday voucher. My mother opens them. I phoned in June, a man said it is noted. Please stop this. Clara Nunes',
    drafts: [
      {
        draft:
          'Dear Clara,\n\nA birthday voucher for your father, opened by your mother: I am so sorry, for his death and for what we put into her letter box. You told us in June, and I know now that we only wrote it on a note.\n\nI took his name out of every list this morning, myself, and looked at the next mailing: it is not in it. If anything with his name still comes, it left here before today.\n\nPlease give your mother my sincere condolences,\nEsther Goldman',
        is: {
          empathy: 'specific',
          order: 'empathy-first',
          apology: 'real',
          remedy: true,
          when: true,
          close: 'warm',
        },
        asks: { 'stop this': true },
        sends: true,
      },
      {
        draft:
          'Dear Sir/Madam,\n\nWe apologise if you received correspondence in error. Please provide the customer number and a death certificate so that the record can be amended.\n\nData Team',
        is: { name: 'missing', apology: 'conditional', empathy: 'none', close: 'plain' },
        says: ['apology.conditional', 'empathy.missing'],
      },
    ],
  },
]
