import type { Case } from './case.ts'

export const auen: Case[] = [
  {
    to: 'Margarethe Aumüller',
    called: 'Frau Aumüller',
    channel: 'letter',
    fault: 'ours',
    writer: 'Paul Stein',
    message:
      'Sehr geehrter Herr Stein, zum zweiten Mal steht auf meiner Rechnung ein Zimmer, das ich nie bewohnt habe. Ich bitte um eine korrigierte Rechnung. Warum passiert das immer mir?',
    drafts: [
      {
        draft:
          'Sehr geehrte Frau Aumüller,\n\nzweimal für ein fremdes Zimmer zahlen zu sollen, ist ärgerlich, und es ist mein Versehen gewesen: Ich habe Ihren Namen mit dem von Frau Baumüller verwechselt. Verzeihen Sie bitte.\n\nDie neue Rechnung liegt diesem Brief bei. Ihre Kundennummer ist jetzt gesperrt für alles, was nicht auf Ihren Geburtstag lautet.\n\nMit herzlichen Grüßen\nPaul Stein',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'eine korrigierte Rechnung': true, 'Warum passiert das immer mir': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrte Frau Baumüller,\n\nanbei erhalten Sie die korrigierte Rechnung.\n\nMit freundlichen Grüßen\nPaul Stein',
        is: { name: 'wrong', apology: 'none', when: true },
        asks: { 'eine korrigierte Rechnung': true, 'Warum passiert das immer mir': false },
        says: ['name.wrong', 'questions.unanswered', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Ruedi Aeschbacher',
    fault: 'nobody',
    writer: 'Vreni',
    message: 'Hoi Vreni, chani d Schneeschue au über Nacht ha? Was chostet das? Gruss Ruedi',
    drafts: [
      {
        draft:
          'Hoi Ruedi\n\nKlar, über Nacht kosten sie 12 Franken, und wenn du sie bis 9 Uhr zurückbringst, ist der zweite Tag gratis.\n\nViel Spass im Schnee\nVreni',
        is: { name: 'ok', apology: 'none', when: true },
        sends: true,
      },
    ],
  },
  {
    to: 'Leonie Fuchs',
    fault: 'ours',
    writer: 'Support',
    message:
      'Hi, seit eurem Update sind alle meine Playlists weg, auch die von unserer Hochzeit. Bekomme ich die wieder? Wann?',
    drafts: [
      {
        draft:
          'Hi Leonie,\n\neure Hochzeit einfach weg, das ist bitter, und es liegt an uns: Ich habe beim Update ein Häkchen falsch gesetzt. Entschuldige.\n\nJa, alle 14 Listen sind gesichert. Sie stehen heute Abend ab 20 Uhr wieder in deinem Konto, ich schau selbst nach.\n\nTanzt schön weiter\nJule vom Support',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Bekomme ich die wieder': true, Wann: true },
        sends: true,
      },
      {
        draft: 'Hi Leonie,\n\nSorry, falls etwas verloren gegangen ist. Unsere Technik ist dran.\n\nSupport',
        is: { name: 'ok', apology: 'conditional', when: false },
        asks: { 'Bekomme ich die wieder': false, Wann: false },
        says: ['apology.conditional', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Ing. Josef Lechner',
    called: 'Herr Ing. Lechner',
    fault: 'ours',
    writer: 'Barbara Sailer',
    message:
      'Guten Tag, die bestellte Pumpe wurde ins falsche Werk geliefert. Wir stehen seit gestern. Bis wann ist sie in Wels, und wer trägt die Kosten des Stillstands?',
    drafts: [
      {
        draft:
          'Guten Tag Herr Ing. Lechner,\n\nIhr Werk steht, weil wir auf dem Lieferschein Enns statt Wels geschrieben haben. Das hätte uns nicht passieren dürfen, ich bitte um Verzeihung.\n\nDie Pumpe ist heute bis 15 Uhr in Wels, der Fahrer hat Ihre Nummer. Den Stillstand tragen wir; schicken Sie mir die Stunden, und ich buche sie am selben Tag.\n\nFreundliche Grüße\nBarbara Sailer',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Bis wann ist sie in Wels': true, 'wer trägt die Kosten': true },
        sends: true,
      },
      {
        draft: 'Guten Tag Frau Ing. Lechner,\n\ndie Pumpe ist heute bis 15 Uhr in Wels.\n\nBarbara Sailer',
        is: { name: 'wrong', apology: 'none', when: true },
        asks: { 'Bis wann ist sie in Wels': true, 'wer trägt die Kosten': false },
        says: ['name.wrong', 'questions.unanswered', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Özlem Kaya',
    channel: 'chat',
    fault: 'nobody',
    writer: 'Finn',
    message: 'kann ich den gutschein auch online einlösen? und gilt der für versand?',
    drafts: [
      {
        draft: 'Kannst du, Özlem: Code unten im Warenkorb eintippen. Für den Versand gilt er auch.',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'kann ich den gutschein auch online einlösen': true, 'gilt der für versand': true },
        sends: true,
      },
      {
        draft: 'Hi Özlem, ja, online geht das.',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'kann ich den gutschein auch online einlösen': true, 'gilt der für versand': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Gerlinde Thoma',
    called: 'Frau Thoma',
    fault: 'ours',
    writer: 'Stadtwerke',
    message:
      'Guten Tag, seit Freitag ist bei uns der Strom alle paar Stunden weg. Mein Mann hängt an einem Beatmungsgerät. Wann wird das behoben? Gibt es ein Notaggregat?',
    drafts: [
      {
        draft:
          'Guten Tag Frau Thoma,\n\nein Beatmungsgerät und kein verlässlicher Strom: Das darf nicht sein, und ich entschuldige mich bei Ihnen und Ihrem Mann. Wir haben am Freitag ein Kabel beschädigt und die Straße zu spät abgeklappert.\n\nEin Aggregat steht in einer Stunde vor Ihrem Haus, Herr Wirth schließt es an und bleibt. Das Kabel ist bis morgen 14 Uhr getauscht.\n\nMeine Nummer für alles: 0721 555 014\nHeike Lang, Stadtwerke',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Wann wird das behoben': true, 'Gibt es ein Notaggregat': true },
        sends: true,
      },
      {
        draft:
          'Guten Tag Frau Thoma,\n\nes ist leider zu einer Störung gekommen. Die Behebung erfolgt so schnell wie möglich.\n\nStadtwerke',
        is: { name: 'ok', apology: 'passive', when: false },
        asks: { 'Wann wird das behoben': false, 'Gibt es ein Notaggregat': false },
        says: ['questions.unanswered', 'apology.passive', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Florian Gruber',
    fault: 'theirs',
    writer: 'Steffi',
    message:
      'Hallo Steffi, ich Depp hab den Schlüssel vom Schließfach im Zug liegen lassen. Kommt man da noch rein?',
    drafts: [
      {
        draft:
          'Hallo Florian,\n\nkommt man. Ich hab den Zweitschlüssel, sag mir einfach, wann du da bist; bis 21 Uhr sitze ich hier. Der neue Zylinder macht 18 Euro.\n\nUnd Depp bist du keiner\nSteffi',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'Kommt man da noch rein': true },
        sends: true,
      },
    ],
  },
  {
    to: 'Katharina von Bergen',
    fault: 'ours',
    writer: 'Redaktion',
    message:
      'Liebe Redaktion, in meinem Nachruf auf meinen Vater steht das falsche Sterbejahr. Es sind alle Hefte schon verschickt. Was machen Sie jetzt?',
    drafts: [
      {
        draft:
          'Liebe Katharina von Bergen\n\nIhr Vater, und darunter die falsche Zahl, in jedem Heft. Es tut mir unendlich leid. Ich habe die Korrekturfahne mit der alten Datei überschrieben.\n\nAm Montag geht an alle 2400 Abonnenten eine Karte mit dem ganzen Nachruf und dem richtigen Jahr. Den Entwurf sehen Sie morgen früh vor allen anderen.\n\nIn Gedanken bei Ihnen\nMarc Hürlimann',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Was machen Sie jetzt': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrter Kunde,\n\nbeim Satz wurde das Jahr versehentlich vertauscht. Wir bedauern etwaige Unannehmlichkeiten.\n\nRedaktion',
        is: { name: 'missing', apology: 'legal', when: false },
        asks: { 'Was machen Sie jetzt': false },
        says: ['questions.unanswered', 'apology.legal', 'name.missing'],
      },
    ],
  },
  {
    to: 'Timo Brandt',
    fault: 'ours',
    writer: 'Lara',
    message:
      'Hallo Lara, ich hab jetzt dreimal angerufen und immer heißt es, die Kaution sei unterwegs. Wann ist das Geld da? Ehrlich.',
    drafts: [
      {
        draft:
          'Hallo Timo,\n\nehrlich: Es war nie unterwegs. Die Anweisung lag bei mir und ich hab sie nicht abgeschickt, dreimal hat dir deshalb jemand etwas Falsches gesagt. Das tut mir echt leid.\n\nDie 900 Euro sind seit zehn Minuten raus, als Echtzeitüberweisung. Schau kurz nach und schreib mir, wenn sie nicht da sind.\n\nLara',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Wann ist das Geld da': true },
        sends: true,
      },
      {
        draft: 'Hallo Tim,\n\nDie Kaution ist unterwegs.\n\nLara',
        is: { name: 'wrong', apology: 'none', when: false },
        asks: { 'Wann ist das Geld da': false },
        says: ['name.wrong', 'questions.unanswered', 'apology.missing'],
      },
    ],
  },
]
