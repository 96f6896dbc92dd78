import type { Moments } from '../moments.ts'
import type { Story } from '../story.ts'

/** Heating and plumbing: the boiler that failed twice, the polite flood, the hotel. */
export function repairs({ ago, ahead, hoursAgo, hoursAhead, say, day }: Moments): Story[] {
  const visit = hoursAhead(5)
  const price = hoursAhead(7)
  const valve = ahead(2, '12:00')
  const lateCall = ago(1, '16:00')
  const inspection = ahead(3, '09:30')
  const next = ahead(6, '17:00')
  return [
    {
      who: 'maria',
      inbox: 'repairs',
      subject: 'Boiler out, the first cold night',
      assignee: 'ana',
      steps: [
        {
          kind: 'mail',
          at: ago(48, '08:12'),
          text: 'Good morning, the boiler you put in two years ago went out last night and will not start. The display shows F28. We have a baby of four months, so I hope somebody can come today?\n\nMaria',
        },
        {
          kind: 'reply',
          at: ago(48, '08:40'),
          by: 'ana',
          text: `Dear Maria,\n\nA night without heating with a baby in the house is not something to wait with. Ben comes to you today between one and two, with the ignition part for F28 in the van.\n\nUntil then, the electric heater from our yard is yours; Rosa drops it off within the hour.\n\nAna`,
          promises: [
            {
              what: 'Ben comes with the ignition part',
              quote: 'Ben comes to you today between one and two',
              due: ago(48, '14:00'),
              keptAt: ago(48, '13:40'),
            },
          ],
        },
        {
          kind: 'mail',
          at: ago(48, '15:05'),
          text: 'It is warm again. Ben was wonderful, he even showed my daughter the flame. Thank you both.\nMaria',
        },
        {
          kind: 'reply',
          at: ago(48, '15:20'),
          by: 'ana',
          text: 'Dear Maria,\n\nthen the flame has a friend now. I am glad it is warm; I have told Ben what you wrote. I look in on you next week, only to hear that it stayed that way.\n\nAna',
        },
        { kind: 'done', at: ago(43, '10:00'), by: 'ana', goodbye: 'thanks' },
      ],
    },
    {
      who: 'maria',
      inbox: 'repairs',
      subject: 'The boiler again',
      assignee: 'ana',
      steps: [
        {
          kind: 'mail',
          at: ago(1, '07:51'),
          text: 'Dear Ana, I am sorry to write again. The boiler went out on Tuesday night, F28 once more, exactly as in the summer. We slept all four in one room. When can somebody come? And is it the same part, or is the boiler itself no good? I also never got the invoice of the first repair, could you send it for the landlord?\n\nMaria',
        },
        {
          kind: 'reply',
          at: ago(1, '08:30'),
          by: 'ana',
          text: `Dear Maria,\n\nfour in one room in November, and for the second time with the same F28: that should not have happened, and it is ours. We changed the part and did not look for why it failed.\n\nBen is with you ${say(visit)} with a new gas valve, and he stays until he has found the cause. I will call you when he is done.\n\nAna`,
          promises: [
            { what: 'call Maria when Ben is done', quote: 'I will call you when he is done', due: visit },
          ],
        },
        {
          kind: 'note',
          at: ago(1, '08:45'),
          by: 'ben',
          text: 'F28 twice in five months on a two-year-old set is never the electrode. I bet on the valve or the gas pressure in the street. Taking the gauge with me.',
        },
        {
          kind: 'mail',
          at: hoursAgo(2),
          text: 'Thank you, we are at home. The invoice is still missing, the landlord asks for it. And will we have to pay for the second visit?\nMaria',
        },
      ],
    },
    {
      who: 'edith',
      inbox: 'repairs',
      subject: 'A small matter with the ceiling',
      assignee: 'ana',
      steps: [
        {
          kind: 'mail',
          at: hoursAgo(5),
          text: 'Dear Sirs,\n\nI do not wish to make a fuss, and I expect you are busy. There is a little water coming through the kitchen ceiling since yesterday evening. I have put the large pan under it and empty it every hour, also in the night. The light has gone off by itself. Perhaps somebody could look at it when it suits you?\n\nYours faithfully,\nEdith Lowry (Mrs)',
        },
      ],
    },
    {
      who: 'omar',
      inbox: 'repairs',
      subject: 'Hot water on the second floor',
      assignee: 'ben',
      steps: [
        {
          kind: 'mail',
          at: ago(3, '09:20'),
          text: 'Good morning. On the second floor the hot water arrives only after four minutes. Guests complain. Could you give me a price for a second circulation pump, and tell me how long the water would be off?\n\nO. Haddad',
        },
        {
          kind: 'reply',
          at: ago(3, '11:02'),
          by: 'ben',
          text: `Dear Mr Haddad,\n\nfour minutes is long for a guest in the morning. I measured your riser in the spring, so I can price the second pump without another visit. You will have the price and the hours without water from me by ${say(price)}.\n\nBen`,
          promises: [
            {
              what: 'price for a second circulation pump',
              quote: 'You will have the price and the hours without water from me',
              due: price,
            },
          ],
        },
      ],
    },
    {
      who: 'paul',
      inbox: 'repairs',
      subject: 'Radiator in the hall',
      assignee: 'ben',
      steps: [
        {
          kind: 'mail',
          at: ago(6, '10:10'),
          text: 'Hi, the radiator in the hall stays cold at the bottom. Is that something I can fix myself?\nPaul',
        },
        {
          kind: 'reply',
          at: ago(6, '11:30'),
          by: 'ben',
          text: `Hi Paul,\n\ncold at the bottom is sludge, not air, so bleeding it will not help. I will call you by ${say(lateCall)} to find a morning for flushing it; it takes an hour.\n\nBen`,
          promises: [
            {
              what: 'call Paul about a morning for flushing',
              quote: `I will call you by ${say(lateCall)}`,
              due: lateCall,
            },
          ],
        },
        {
          kind: 'mail',
          at: hoursAgo(20),
          text: 'Hello Ben, any news? You wanted to call. I stayed in for it.\nPaul',
        },
        {
          kind: 'mail',
          at: hoursAgo(3),
          text: 'Still nothing. Did you get my mail? If it is too much, tell me and I ask somebody else.\nPaul',
        },
      ],
    },
    {
      who: 'nadia',
      inbox: 'repairs',
      subject: 'Three questions before I order the water heater',
      assignee: 'ana',
      steps: [
        {
          kind: 'mail',
          at: hoursAgo(7),
          text: 'Hello, I would like to order the 80 litre water heater, but I have three questions. Does it fit under a sloping roof, 140 cm high? Do you take the old one away? And what does it cost with everything, also the old valve?\n\nNadia',
        },
      ],
    },
    {
      who: 'samuel',
      inbox: 'repairs',
      subject: 'Thermostat shows nothing',
      assignee: 'ana',
      steps: [
        {
          kind: 'mail',
          at: ago(4, '18:30'),
          text: 'The thermostat display is empty since the power cut. Heating runs all day now, 26 degrees. Please write, do not call, I am deaf.\nSam',
        },
        {
          kind: 'reply',
          at: ago(3, '08:15'),
          by: 'ana',
          text: 'Hi Sam,\n\n26 degrees all night is no way to sleep. Take the cover off (pull at the bottom), and press the small grey button for five seconds; after a power cut it forgets its zone. If it stays empty, answer with one word and Ben brings a new one.\n\nI write, always.\n\nAna',
        },
        {
          kind: 'mail',
          at: ago(3, '08:31'),
          text: 'Works. 21 degrees. You are the first company that remembers I cannot phone. Thank you Ana.',
        },
        { kind: 'done', at: ago(3, '09:00'), by: 'ana', goodbye: 'thanks' },
      ],
    },
    {
      who: 'helen',
      inbox: 'repairs',
      subject: 'Yearly inspection of the clinic',
      assignee: 'ana',
      steps: [
        {
          kind: 'mail',
          at: ago(5, '12:00'),
          text: 'Dear Ms Costa, our yearly inspection is due. Mornings before ten would be best because of the patients. Which day could you offer?\n\nH. Ashworth',
        },
        {
          kind: 'reply',
          at: ago(5, '13:10'),
          by: 'ana',
          text: `Dear Dr Ashworth,\n\nbefore the first patients, then. Ben will be at the clinic on ${say(inspection)} and gone by ten. You will have the certificate by ${say(next)}.\n\nAna Costa`,
          promises: [
            {
              what: 'inspection at the clinic',
              quote: `Ben will be at the clinic on ${say(inspection)}`,
              due: inspection,
            },
            {
              what: 'certificate for the clinic',
              quote: `You will have the certificate by ${say(next)}`,
              due: next,
            },
          ],
        },
      ],
    },
    {
      who: 'luis',
      inbox: 'repairs',
      subject: 'Tap valve on order',
      assignee: 'ben',
      steps: [
        {
          kind: 'mail',
          at: ago(8, '16:40'),
          text: 'Boa tarde, is the valve for the garden tap there already? I do not want it to freeze.\nLuís',
        },
        {
          kind: 'reply',
          at: ago(8, '17:05'),
          by: 'ben',
          text: `Hello Luís,\n\nit comes on the van on ${day(valve)}; I will fit it the same day before noon, well before any frost. You need not be home, the outside cock is enough.\n\nBen`,
          promises: [
            {
              what: 'fit the valve of the garden tap',
              quote: 'I will fit it the same day before noon',
              due: valve,
            },
          ],
        },
        {
          kind: 'later',
          at: ago(8, '17:06'),
          by: 'ben',
          until: ahead(2, '08:00'),
          reason: 'the valve is on its way',
        },
      ],
    },
    {
      who: 'viktor',
      inbox: 'repairs',
      subject: 'Leaving after eight years',
      assignee: null,
      steps: [
        {
          kind: 'mail',
          at: hoursAgo(9),
          text: 'To whom it may concern. The invoice for the call-out in October charges two hours for what was twenty minutes. I wrote about it three weeks ago and got no answer. After eight years this was the last time, please cancel my maintenance contract.\n\nViktor Lindqvist',
        },
      ],
    },
    {
      who: 'dev',
      inbox: 'repairs',
      subject: 'Smell near the meter?',
      assignee: null,
      steps: [
        {
          kind: 'mail',
          at: hoursAgo(1),
          text: 'Hi, there is a faint smell of gas by the meter in the hall, or maybe it is only the paint. It is probably nothing. Should I do something?\nDev',
        },
      ],
    },
    {
      who: 'tiago',
      inbox: 'repairs',
      subject: 'Thank you for Sunday',
      assignee: 'ben',
      steps: [
        {
          kind: 'mail',
          at: ago(2, '09:00'),
          text: 'I only want to say that Ben went out of his way on Sunday. My mother was alone with the burst pipe and he stayed until the floor was dry. He is a treasure.\n\nTiago Moura',
        },
        {
          kind: 'reply',
          at: ago(2, '10:15'),
          by: 'ana',
          text: 'Dear Tiago,\n\nthank you for taking the time. Ben reads your letter at breakfast tomorrow, aloud, whether he wants to or not. I hope your mother’s floor stays dry.\n\nAna',
        },
        { kind: 'done', at: ago(2, '10:16'), by: 'ana', goodbye: 'thanks' },
      ],
    },
    {
      who: 'henry',
      inbox: 'repairs',
      subject: 'Out of the office',
      assignee: 'ana',
      steps: [
        {
          kind: 'mail',
          at: ago(10, '10:00'),
          text: 'Dear Ms Costa, please send me the maintenance plan for the three flats in Rua Nova.\n\nHenry Blackwood',
        },
        {
          kind: 'reply',
          at: ago(10, '11:00'),
          by: 'ana',
          text: 'Dear Mr Blackwood,\n\nhere is the plan for the three flats in Rua Nova: boilers in March, radiators in September, and the roof tank once a year before the summer. Nothing more is needed from you.\n\nAna Costa',
        },
        {
          kind: 'mail',
          at: ago(10, '11:01'),
          text: 'I am away until the end of the month and read my mail now and then.\n\nHenry Blackwood',
          autoReply: true,
        },
        { kind: 'done', at: ago(9, '09:00'), by: 'ana', goodbye: 'nothing-more' },
      ],
    },
    {
      who: 'bruno',
      inbox: 'repairs',
      subject: 'Floor heating, room by room',
      assignee: 'ben',
      steps: [
        {
          kind: 'mail',
          at: ago(20, '09:00'),
          text: 'Hello Ben, the bathroom floor is warm, the bedroom is not. Where do I begin?',
        },
        {
          kind: 'reply',
          at: ago(20, '09:30'),
          by: 'ben',
          text: 'Hi Bruno, begin at the manifold: which of the little glass tubes shows no flow?',
        },
        { kind: 'mail', at: ago(20, '10:02'), text: 'Number 3 stands still. The others turn.' },
        {
          kind: 'reply',
          at: ago(20, '10:15'),
          by: 'ben',
          text: 'Number 3 is the bedroom. Turn its black cap two turns to the left and wait an hour.',
        },
        { kind: 'mail', at: ago(20, '11:40'), text: 'It turned for ten minutes, then stopped.' },
        {
          kind: 'reply',
          at: ago(20, '12:05'),
          by: 'ben',
          text: 'Then there is air in it. Close all the others, open number 3 wholly, and listen: does it gurgle?',
        },
        { kind: 'mail', at: ago(20, '13:10'), text: 'It gurgles like a bath.' },
        {
          kind: 'reply',
          at: ago(20, '13:20'),
          by: 'ben',
          text: 'Good. Hold a cup under the small screw at the end and open it until only water comes. About half a cup.',
        },
        { kind: 'mail', at: ago(20, '14:00'), text: 'Half a cup exactly! How did you know?' },
        {
          kind: 'reply',
          at: ago(20, '14:10'),
          by: 'ben',
          text: 'Twenty years of cups. Open the others again, and tell me tomorrow whether your feet are warm.',
        },
        { kind: 'mail', at: ago(19, '08:30'), text: 'Warm feet. You saved me a visit. Thank you, Ben.' },
        {
          kind: 'reply',
          at: ago(19, '08:45'),
          by: 'ben',
          text: 'And you saved me the stairs. Enjoy the warm floor, Bruno.',
        },
        { kind: 'done', at: ago(19, '08:46'), by: 'ben', goodbye: 'thanks' },
      ],
    },
    {
      who: 'george',
      inbox: 'repairs',
      subject: 'Booking for the chimney',
      assignee: 'ben',
      steps: [
        { kind: 'mail', at: ago(30, '10:00'), text: 'Could you sweep the chimney before Christmas?\nGeorge' },
        {
          kind: 'reply',
          at: ago(30, '10:40'),
          by: 'ben',
          text: 'Hi George,\n\nyes. The week of the tenth is quiet; Tuesday morning is yours. Cover the sofa, the rest is on me.\n\nBen',
        },
        { kind: 'mail', at: ago(30, '11:00'), text: 'Tuesday is good. Sofa will be covered.' },
        { kind: 'done', at: ago(30, '11:05'), by: 'ben', goodbye: 'next-step' },
      ],
    },
    {
      who: 'olga',
      inbox: 'repairs',
      subject: 'Which filter do I need',
      assignee: 'ana',
      steps: [
        {
          kind: 'mail',
          at: ago(15, '14:00'),
          text: 'Good day, which filter do I need for the kitchen tap, type K4 or K5?\nOlha',
        },
        {
          kind: 'reply',
          at: ago(15, '14:20'),
          by: 'ana',
          text: 'Dear Olha,\n\nK5; your tap is the one with the blue ring. We have it here for 14 euros, and Ben passes your street on Thursday if you would like it brought.\n\nAna',
        },
        { kind: 'mail', at: ago(15, '15:00'), text: 'Perfect, I come by on Friday. Thank you!' },
        { kind: 'done', at: ago(14, '09:00'), by: 'ana', goodbye: 'nothing-more' },
      ],
    },
    {
      who: 'wei',
      inbox: 'repairs',
      subject: 'Drain in the yard',
      assignee: 'ana',
      steps: [
        {
          kind: 'mail',
          at: ago(12, '08:00'),
          text: 'The drain in the yard is slow after every rain. Can you look at it?\nWei',
        },
        {
          kind: 'reply',
          at: ago(12, '08:50'),
          by: 'ana',
          text: 'Dear Wei,\n\nleaves, I would guess; they are early this year. Ben had a look from the street this morning and cleared the grate. If it is slow after the next rain, write one word and we come with the camera, at no cost.\n\nAna',
        },
      ],
    },
    {
      who: 'lucy',
      inbox: 'repairs',
      subject: 'Moving out at the end of the month',
      assignee: 'ben',
      steps: [
        {
          kind: 'mail',
          at: ago(7, '17:20'),
          text: 'We move out on the 30th. Who reads the meters, you or the landlord?\nLucy',
        },
        {
          kind: 'reply',
          at: ago(6, '09:00'),
          by: 'ben',
          text: 'Hi Lucy,\n\nthe landlord reads the water, we read the heat. I put your name on my list for the 29th in the afternoon.\n\nBen',
        },
      ],
    },
  ]
}
