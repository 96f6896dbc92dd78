import { expect, test } from 'vitest'
import { readInbound } from '../inbound.ts'
import { asksIn } from './asks.ts'
import { germanLetters, letters } from './letters.ts'

// Each message with its asks: a piece of each, in order.
const messages: [string, ...string[]][] = [
  [
    'Good day, my oven makes a noise like a mouse. What can it be and is it dangerous? Greetings, Omar',
    'What can it be',
    'is it dangerous',
  ],
  [
    'Hello, I have lost my key. Can I get another one until Friday, how much is it and must I bring a paper?',
    'get another one',
    'how much',
    'bring a paper',
  ],
  ['hi is the shop open on sunday', 'open on sunday'],
  ['The bell you hung for my aunt, who is 91, has been quiet for a week.'],
  ['A voucher is no use to me. I want another bell.', 'I want another bell'],
  ['The bell is here. And by what day must I pay', 'by what day must I pay'],
  ['Which oil for the hinge, and how often?', 'Which oil for the hinge', 'how often'],
  ['The old bell is bent. Could do with another bell.', 'another bell'],
  ["The bill came on Tuesday. What I don't see is how the total is made.", 'how the total is made'],
  ['Hoping you could help with the gate.', 'help with the gate'],
  ['We are keen to know if the hall has a ramp.', 'if the hall has a ramp'],
  ['Has it left', 'Has it left'],
  ['Has it the good brakes'],
  ['Dear Ines, I need to know if the cake has nuts because of my son.', 'if the cake has nuts'],
  [
    'Please change my address to Rua Nova 4. And please stop the newsletter.',
    'change my address',
    'stop the newsletter',
  ],
  ['The wheel is bent. I want a new one or my money back.', 'a new one'],
  ['Could somebody explain me the bill? I do not understand the second line.', 'explain me the bill'],
  ['We would like to book the long table for twelve on Saturday at eight.', 'book the long table'],
  ['I would be grateful for a copy of the contract.', 'copy of the contract'],
  ['Is it possible to come earlier? My mother is alone.', 'come earlier'],
  ['Why was I charged for the visit, I thought it is under guarantee', 'Why was I charged'],
  ['do you repair bikes from other shops too', 'repair bikes'],
  ['any chance you have the blue one in 38?', 'blue one in 38'],
  ['Let me know when you can come.', 'when you can come'],
  ['I was hoping you could look at the tap once more.', 'look at the tap'],
  ['My mother asks if you still make the almond one.', 'still make the almond'],
  ['Would you mind sending it to the office instead?', 'sending it to the office'],
  ['Refund me please.', 'Refund me'],
  ['Cancel my appointment on the 4th.', 'Cancel my appointment'],
  ['I expect a call from your manager today.', 'call from your manager'],
  [
    'Two things: when is the plumber coming, and who pays for the ceiling?',
    'when is the plumber',
    'who pays',
  ],
  ['I do not know how to close the valve, can you tell me?', 'can you tell me'],
  ['Thanks for the quick help yesterday. It works.'],
  ['I only wanted to say that Ben was great.'],
  ['The delivery came at nine. I was at work, as I told you.'],
  ['We are very happy with the floor.'],
  ['You know what? I have had enough.'],
  ['My son is seven and loves trains.'],
  ['When I came home the door was open and the cat was gone.'],
  ['I can send you a photo if that helps.'],
  ['If the part is not there by Friday I will buy it elsewhere.'],
  ['What a day! First the bus, then the rain.'],
  ['Is this a joke? I paid for two.'],
  ['My daughter asks where the cat has gone, so I told her it is with you.'],
  ['Is anybody reading this?'],
  ["It leans on the wall, but I thought you'd want to know."],
  ['I told you that I still have the old box.'],
  ['Quick one - does the guarantee cover the belt', 'does the guarantee cover'],
  ['whats your price and who pays the postage', 'whats your price', 'who pays the postage'],
  ['Wondering if you deliver to Faro and roughly what it would cost.', 'Wondering if', 'roughly what'],
  ['Could you say why the bill is higher, and whether it stays so?', 'why the bill', 'whether it stays'],
  ['A small discount would be nice.', 'small discount'],
  ['would be good to have the price before anybody comes', 'have the price'],
  ['Tell me, is the blue one waterproof', 'is the blue one'],
  ['does it come with a plug or do i buy one', 'does it come', 'do i buy one'],
  ['How do you want the second one back?', 'How do you want'],
  ['What I need is a letter for the school.', 'What I need is'],
  ['I lost my job and need to pause the payments.', 'need to pause'],
  ['Who is the cheque for, and by when?', 'Who is the cheque for', 'by when'],
  ['The oven smokes. Refund?', 'Refund?'],
  ['I need that in writing.', 'in writing'],
  ['I want somebody to come before the weekend.', 'somebody to come'],
  ['I still wait for my money and would like to have it this week.', 'would like to have it'],
  ['Kindly check the bill and revert.', 'check the bill', 'revert'],
  ['The name on the card is wrong. Needs changing.', 'Needs changing'],
  ['Somebody has to call me today.', 'has to call me'],
  ['This must be put right before Monday.', 'must be put right'],
  ['I have to insist on my money back.', 'insist on my money back'],
  ['I do not understand why the price went up.', 'why the price went up'],
  ['No idea how to open the lid.', 'how to open the lid'],
  ['I need help with the timer.', 'need help'],
  ['Looking to move our table from seven to eight.', 'to move our table'],
  ['Just checking you have my new address.', 'you have my new address'],
  ['It would help to know which day.', 'to know which day'],
  ['Offer for a new counter please', 'a new counter please'],
  ['yo is the class still on n do i bring a mat', 'is the class still on', 'do i bring a mat'],
  [
    'Can you tell me if it comes in long, or whether it can be altered?',
    'if it comes in long',
    'whether it can',
  ],
  ['I must be reimbursed, I need to be refunded for the taxi.', 'need to be refunded'],
  ['My question is easy. Am I covered or not?', 'Am I covered'],
  ['Do you even look at what you pack?'],
  ["We're a party of nine, two of us vegan."],
  ['Your fitter came at nine and did a grand job.'],
]

test.each(messages)('%s', (text, ...pieces) => {
  const found = asksIn(text).map((ask) => ask.text)
  expect(found).toHaveLength(pieces.length)
  for (const [at, piece] of pieces.entries()) expect(found[at]).toContain(piece)
})

test.each([
  ['English', letters],
  ['German', germanLetters],
] as const)('whole messages in %s: each ask is found where it stands, and none is made up', (_, messages) => {
  for (const [text, ...pieces] of messages) {
    const left = readInbound(text).asks.filter(({ start, end }) => {
      const at = pieces.findIndex((piece) => {
        const from = text.indexOf(piece)
        return start < from + piece.length && from < end
      })
      if (at >= 0) pieces.splice(at, 1)
      return at < 0
    })
    expect(pieces, text).toEqual([])
    expect(left, text).toEqual([])
  }
})
