import type { Case } from './case.ts'

export const moore: Case[] = [
  {
    to: 'Ingrid Falk',
    called: 'Frau Falk',
    fault: 'ours',
    writer: 'Nils Becker',
    message:
      'Sehr geehrte Damen und Herren, Ihr Bagger hat gestern unsere Telefonleitung durchtrennt. Meine Mutter hat einen Hausnotruf, der jetzt tot ist. Wann ist die Leitung wieder da, und wie erreicht sie bis dahin Hilfe?',
    drafts: [
      {
        draft:
          'Sehr geehrte Frau Falk,\n\nein toter Notruf, weil ich den Plan der Leitungen nicht angesehen habe: Ich bitte Sie und Ihre Mutter um Entschuldigung.\n\nEin Funkgerät für den Notruf bringt Ihnen mein Kollege in einer Stunde und schließt es an. Die Leitung wird heute Abend bis 20 Uhr geflickt; ich stehe daneben, bis es wieder tutet.\n\nNils Becker, 0170 555 0142',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Wann ist die Leitung wieder da': true, 'wie erreicht sie bis dahin Hilfe?': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrte Frau Falk,\n\nwir bedauern eventuelle Einschränkungen. Die Reparatur wird schnellstmöglich erledigt.\n\nMit freundlichen Grüßen\nBauleitung',
        is: { name: 'ok', when: false },
        asks: { 'Wann ist die Leitung wieder da': false, 'wie erreicht sie bis dahin Hilfe?': false },
        says: ['next.no_time', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Pia Sandner',
    fault: 'nobody',
    writer: 'Henk',
    message: 'Hallo Henk, passt die Küchenbank durch eine Tür von 78 cm? Und nehmt ihr die alte mit?',
    drafts: [
      {
        draft:
          'Hallo Pia,\n\nsie ist 74 tief, also ja, hochkant und mit zwei Leuten. Die alte laden wir gleich ein, das ist im Preis drin.\n\nHenk',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'passt die Küchenbank durch eine Tür von 78 cm?': true, 'nehmt ihr die alte mit?': true },
        sends: true,
      },
      {
        draft: 'Hallo Pia,\n\ndie alte Bank nehmen wir mit.\n\nHenk',
        is: { name: 'ok', apology: 'none' },
        asks: { 'passt die Küchenbank durch eine Tür von 78 cm?': false, 'nehmt ihr die alte mit?': true },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Georg Tischler',
    called: 'Herr Tischler',
    fault: 'ours',
    writer: 'Elke Sturm',
    message:
      'Ich habe Ihnen dreimal geschrieben, dass mein Name mit sch geschrieben wird. Auf dem Ausweis steht wieder Tichler. So komme ich nicht über die Grenze. Was nun?',
    drafts: [
      {
        draft:
          'Sehr geehrter Herr Tischler,\n\ndreimal haben Sie es geschrieben, und ich habe dreimal das alte Formular genommen. Das tut mir leid.\n\nDer neue Ausweis ist heute Morgen gedruckt worden, ich habe jeden Buchstaben mit Ihrem Brief verglichen. Ein Bote bringt ihn Ihnen bis 15 Uhr.\n\nGute Reise\nElke Sturm',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Was nun?': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrter Herr Tichler,\n\nbei der Ausstellung wurde Ihr Name versehentlich falsch übernommen. Bitte stellen Sie einen neuen Antrag.\n\nElke Sturm',
        is: { name: 'wrong', apology: 'passive' },
        says: ['name.wrong', 'apology.passive'],
      },
    ],
  },
  {
    to: 'Samuel Koch',
    fault: 'nobody',
    writer: 'Tine',
    channel: 'chat',
    message: 'wie lange ist der kiosk heute offen?',
    drafts: [
      {
        draft: 'Hallo Samuel, bis neun, bei dem Wetter vielleicht auch länger. Tine',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'wie lange ist der kiosk heute offen?': true },
        sends: true,
      },
      {
        draft: 'Hallo Samuel, danke für deine Nachricht! Wir melden uns schnellstmöglich bei dir.',
        is: { name: 'ok', apology: 'none', when: false },
        asks: { 'wie lange ist der kiosk heute offen?': false },
        says: ['questions.unanswered', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Elif Kaya',
    fault: 'ours',
    writer: 'Lorenz',
    message:
      'Mein Sohn wurde gestern im Hort nicht abgeholt gemeldet, obwohl ich um vier da war und ihr ihn schon mit einer anderen Mutter mitgeschickt hattet. Ich bin vor Angst fast gestorben. Wie kann so etwas passieren?',
    drafts: [
      {
        draft:
          'Liebe Elif,\n\ndu standst um vier da, und dein Sohn war fort: Schlimmer geht es nicht. Es tut mir leid. Ich habe die Liste vom Dienstag genommen, auf der ihr mit Familie Roth getauscht hattet.\n\nAb heute geht kein Kind mehr, ohne dass wir die Eltern anrufen, auch wenn es auf der Liste steht. Ich möchte dir das morgen beim Bringen selbst sagen, und deinem Sohn auch.\n\nLorenz',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Wie kann so etwas passieren?': true },
        sends: true,
      },
      {
        draft:
          'Liebe Eltern,\n\nsollte es zu Missverständnissen gekommen sein, bitten wir um Entschuldigung.\n\nDie Hortleitung',
        is: { apology: 'conditional' },
        asks: { 'Wie kann so etwas passieren?': false },
        says: ['apology.conditional', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Rainer Busch',
    called: 'Herr Busch',
    fault: 'theirs',
    writer: 'Maren Dietz',
    message:
      'Ich habe die Frist für den Zählerstand verpasst, ich war im Krankenhaus. Kann ich ihn noch melden? Er ist 23.418.',
    drafts: [
      {
        draft:
          'Lieber Herr Busch,\n\nich hoffe, Sie sind wieder auf den Beinen. Ja, das geht: 23.418 ist eingetragen, die geschätzte Rechnung ist weg, und die richtige kommt am Montag.\n\nMaren Dietz',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'Kann ich ihn noch melden?': true },
        sends: true,
      },
      {
        draft: 'Sehr geehrter Herr Busch,\n\ndie Frist ist abgelaufen.\n\nMaren Dietz',
        is: { name: 'ok', apology: 'none' },
        annoys: ['next.no_time'],
      },
    ],
  },
  {
    to: 'Valentina Russo',
    fault: 'ours',
    writer: 'Jost',
    message:
      'Die Torte war für 12 Uhr bestellt und kam um drei, da waren die Kinder schon weg. Ich möchte den Preis zurück und wissen, warum niemand angerufen hat.',
    drafts: [
      {
        draft:
          'Liebe Valentina,\n\neine Torte ohne Kinder, das ist traurig, und es lag an mir. Ich bitte um Entschuldigung. Der Ofen fiel um zehn aus, und vor lauter Teig habe ich das Telefon vergessen.\n\nDie 68 Euro sind heute zurücküberwiesen. Wenn die Kinder noch einmal kommen, backe ich für sie, was sie sich wünschen.\n\nJost',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Ich möchte den Preis zurück': true },
        sends: true,
      },
      {
        draft: 'Liebe Valentina,\n\ndie 68 Euro werden erstattet.\n\nJost',
        is: { name: 'ok', apology: 'none', when: false },
        says: ['next.no_time'],
      },
    ],
  },
  {
    to: 'Kerstin Wolter',
    fault: 'nobody',
    writer: 'Ada',
    message:
      'Wir kommen am Samstag mit acht Personen. Habt ihr einen Hochstuhl, und können wir die Torte bei euch kühl stellen?',
    drafts: [
      {
        draft:
          'Liebe Kerstin,\n\nder Hochstuhl steht am Fenstertisch bereit. Für die Torte räume ich das oberste Fach leer, kommt einfach durch die Hintertür.\n\nWir freuen uns auf euch acht\nAda',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'Habt ihr einen Hochstuhl': true, 'können wir die Torte bei euch kühl stellen?': true },
        sends: true,
      },
      {
        draft: 'Liebe Kerstin,\n\nein Hochstuhl ist da.\n\nAda',
        is: { name: 'ok', apology: 'none' },
        asks: { 'Habt ihr einen Hochstuhl': true, 'können wir die Torte bei euch kühl stellen?': false },
        says: ['questions.unanswered'],
      },
    ],
  },
]
