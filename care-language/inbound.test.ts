import { expect, test } from 'vitest'
import { readInbound } from './inbound.ts'

const asksOf = (text: string) => readInbound(text).asks.map((ask) => ask.text)

test.each<[string, number, string[]]>([
  [
    'Hello, when does Ben come, and do I have to be at home? The gate is open.',
    2,
    ['when does Ben come', 'be at home'],
  ],
  ['I was wondering whether you also repair old ovens.', 1, ['wondering whether']],
  ['It would be great if somebody could look at the pump before Sunday.', 1, ['look at the pump']],
  ['Please send me the invoice and tell me who signed it.', 2, ['send me the invoice', 'who signed it']],
  ['can u come earlier and how much is it', 2, ['come earlier', 'how much']],
  [
    'I ask you to return the money and to write to my landlord.',
    2,
    ['return the money', 'write to my landlord'],
  ],
  [
    'My questions:\n- Is the bread vegan?\n- Does it keep?\n- The price for forty',
    3,
    ['vegan', 'keep', 'price'],
  ],
  [
    'I request: a new visit, the price of the old one, and an explanation.',
    3,
    ['new visit', 'price', 'explanation'],
  ],
  ['Where is my oven!! I took a day off.', 1, ['Where is my oven']],
  ['I want to know who decided it and what you will change.', 2, ['who decided', 'what you will change']],
  ['Is there a ramp? And a place for the dog?', 2, ['ramp', 'dog']],
  ['Could you move the date and let us pay at the end?', 2, ['move the date', 'pay at the end']],
  ['Hello, I was after the height of the oak bench.', 1, ['height of the oak bench']],
  ['Just so you know: the bell works again.', 0, []],
  ['How are you? The weather here is fine.', 0, []],
  ['Thank you for everything! I would love to give you a jar of our honey.', 0, []],
  ['What kind of company is this? Who runs this place?', 0, []],
  ['If you need a photo, let me know if you need more.', 0, []],
])('%s → %i', (text, count, pieces) => {
  const asks = asksOf(text)
  expect(asks).toHaveLength(count)
  for (const [at, piece] of pieces.entries()) expect(asks[at]).toContain(piece)
})

test('asks stand where they say', () => {
  const text =
    'Good morning,\n\nthe heating is cold. Could you send Ben?\n\n> On Monday you wrote: Shall we come?\n\nGrace'
  const { asks } = readInbound(text)
  expect(asks).toHaveLength(1)
  for (const ask of asks) expect(text.slice(ask.start, ask.end)).toBe(ask.text)
})

test.each<[string, string]>([
  ['failure', 'The parcel shows as delivered, but nothing is here.'],
  ['failure', 'You charged me twice for the same visit.'],
  ['failure', 'Nobody came on Tuesday and nobody called.'],
  ['failure', 'The new pump does not work.'],
  ['repeat', 'It is the third time this month.'],
  ['repeat', 'The boiler went dark again, I wrote on Monday already.'],
  ['urgent', 'My flight is tomorrow and the ticket shows the wrong name.'],
  ['urgent', 'It smells of gas in the cellar.'],
  ['leaving', 'Please close my account, I go to another bakery.'],
  ['thanks', 'Thank you so much for coming on a Sunday.'],
  ['praise', 'Ana was so patient, she is a treasure.'],
  ['upset', 'I am really disappointed, I took a day off for this.'],
  ['chase', 'Any news about my order? I wrote a week ago.'],
  ['vulnerable', 'My husband died and I do not know how to end his plan.'],
  // Without a loud word: what the thing did, what is not in it, whom it made ill, who did not answer.
  ['failure', 'The cooker hood conked out in the middle of Sunday lunch.'],
  ['failure', 'The varnish on the new shelf has blistered near the radiator, no great drama.'],
  ['failure', "I opened the box twice, the power lead isn't in there."],
  ['failure', 'My son came out in hives from the soap marked unscented.'],
  ['failure', 'The rose I bought from you in May is dead.'],
  ['failure', 'You have spelt my surname wrong on the deeds.'],
  ['failure', 'The order line just rings.'],
  ['failure', "We haven't had so much as an acknowledgement."],
  ['failure', 'I am having no end of trouble with the new tablet, the keyboard keeps jumping.'],
  ['failure', 'The dryer has stopped and there are wet towels for forty guests.'],
  ['failure', 'You were supposed to collect the sofa on Monday.'],
  ['failure', 'The midwife did not visit on Sunday.'],
  ['failure', 'My bill still shows my maiden name.'],
  ['failure', 'One curtain is a different length from the other.'],
  ['failure', 'Inside was a letter addressed to Mrs Kowalski.'],
  ['failure', 'The guard rolled his eyes and walked off.'],
  ['failure', 'Paid on the 2nd. No book. No answer.'],
  ['failure', 'I never authorised this payment.'],
  ['urgent', 'Unless somebody gets here the ice cream is lost.'],
  ['leaving', 'Please stop my bread deliveries from March.'],
  ['leaving', 'I asked for my PAC code on Friday.'],
  ['chase', 'Did anybody ever look into the broken gate?'],
  ['chase', 'We wrote a fortnight ago about the hedge.'],
  ['praise', 'Ben walked my mother home in the rain, I was so touched.'],
  ['upset', 'His tone was condescending.'],
  ['vulnerable', 'We lost our little girl in March.'],
  ['failure', 'We were promised a quiet room and got the one above the bar.'],
  ['failure', 'The milk tastes sour.'],
  ['failure', 'Somebody has logged into my account.'],
  ['failure', 'The jug was in pieces.'],
  ['leaving', 'Consider this our cancellation.'],
  ['praise', 'Best scones we have ever eaten.'],
  ['repeat', 'Me again, about the same drain.'],
  ['repeat', 'The kettle has stopped again, exactly as in May.'],
  ['urgent', 'I cannot open the file and the tender has to be in by noon.'],
  ['leaving', 'We shall not be renewing in June.'],
  ['leaving', 'Kindly accept this as our notice on the storage unit.'],
  ['leaving', 'what do i need to do to close my acccount'],
  ['leaving', 'You got the dose wrong again, so we are moving to Larkhill Pharmacy.'],
  ['praise', 'Ben has the patience of a saint.'],
  ['upset', 'It made me feel like a nuisance at my own bank.'],
  ['chase', 'Any joy with the survey?'],
  ['chase', 'Have you had a moment to look at my drawings?'],
  ['chase', 'My letter of the 4th is still lying somewhere, I think.'],
  ['vulnerable', 'I was made redundant in March and there is nothing left for food.'],
  ['vulnerable', 'She was diagnosed with leukaemia last week.'],
  ['vulnerable', 'My ex turned up at the new flat, please hide my number.'],
])('%s: %s', (signal, text) => {
  const { signals, evidence } = readInbound(text)
  expect(signals[signal as keyof typeof signals]).toBeGreaterThanOrEqual(0.5)
  const shown = evidence.filter((one) => one.signal === signal)
  expect(shown.length).toBeGreaterThan(0)
  for (const one of shown) expect(text.slice(one.start, one.end)).toBe(one.words)
})

test.each<[string, string]>([
  ['urgent', 'No hurry at all, any day is fine.'],
  ['vulnerable', 'My phone died last night.'],
  ['thanks', 'Please send it. Thanks in advance.'],
  ['leaving', 'Please cancel my second order only.'],
  ['failure', 'Do you sell the blue mugs in the window?'],
  ['upset', 'How do I change the bulb?'],
  ['chase', 'I would like to order twenty croissants.'],
  ['failure', 'Is the kettle dead easy to clean?'],
  ['failure', 'Ben went out of his way to find the right screw.'],
  ['failure', 'What happens if the boots do not fit?'],
  ['failure', 'He does not know which size, and she did not say.'],
  ['repeat', 'The same again please, two loaves.'],
  ['failure', 'Would it be a problem to bring a pram?'],
  ['leaving', "We're moving to Porto in May, does the guarantee come along?"],
  ['leaving', 'No thank you, that is all, I am done.'],
  ['praise', "Well, that's just great. The van came without the bread. Brilliant service as always."],
  ['thanks', 'Nobody came. Thanks for nothing.'],
  ['vulnerable', 'I need the boarding pass and my passport will follow.'],
  ['chase', 'How may I reach you for further details?'],
])('not %s: %s', (signal, text) => {
  expect(readInbound(text).signals[signal as keyof ReturnType<typeof readInbound>['signals']]).toBeLessThan(
    0.5,
  )
})

test('what is asked for again and again has not come', () => {
  const failure = (text: string) => readInbound(text).signals.failure
  expect(failure('Fifth message from me: where is my deposit?')).toBeGreaterThanOrEqual(0.5)
  expect(failure('Where is my deposit shown on the bill?')).toBeLessThan(0.5)
})

test('danger weighs, however politely it is put', () => {
  const polite = readInbound(
    'I hate to disturb you on a Sunday. By the oven there is a slight smell of gas, but I may be wrong.',
  ).severity
  const loud = readInbound('THIS IS RIDICULOUS!!! The mug has the wrong blue!').severity
  expect(polite).toBeGreaterThan(loud)
})

test('what is severe says by which words, understated too; what is not says none', () => {
  const worst = (text: string) => readInbound(text).worst
  expect(worst('I hate to disturb you. By the oven there is a slight smell of gas.')).toContain(
    'smell of gas',
  )
  expect(worst('The brakes of the bike did not hold on the hill, but nobody was hurt.')).toContain('brakes')
  expect(worst('Do you open on Sundays?')).toBeNull()
  expect(worst('')).toBeNull()
})

test.each<[string, string[]]>([
  ['Ben stayed until it worked, he is wonderful.', ['Ben Okafor']],
  ['Thank you Ana! The room is warm.', ['Ana Costa']],
  ['The lady on the phone was so kind. It was Inês.', ['Inês Duarte']],
  ['Ben was rude and Ana never called.', []],
  ['Hi Ben, the tap drips. Thanks in advance.', []],
  ['Where is the benefit? The banana bread was excellent.', []],
])('praised: %s', (text, names) => {
  expect(readInbound(text, { teammates: ['Ben Okafor', 'Ana Costa', 'Inês Duarte'] }).praised).toEqual(names)
})

test('a common word shows nothing alone: it is quoted with its clause', () => {
  const words = (text: string) => readInbound(text).evidence.map((one) => one.words)
  expect(words('The lamp is still dark.')).toContainEqual('lamp is still dark')
  expect(words("My bread still hasn't come.")).toContainEqual("still hasn't come")
  for (const one of words('It is Wednesday and one part is missing again.')) expect(one).toMatch(/\s/)
})

test('news with a good end is no hurry, and thanks that only close a letter are no thanks', () => {
  const signals = (text: string) => readInbound(text).signals
  expect(signals('Ben sorted it at the last minute, he is a star, thank you so much!').urgent).toBeLessThan(
    0.5,
  )
  expect(
    signals('Could you send the invoice to the new office in Rua Nova?\nMany thanks, Lena').thanks,
  ).toBeLessThan(0.5)
  expect(signals('I still have the old box, nothing is missing.').failure).toBeLessThan(0.5)
  expect(
    signals('No heating since Sunday. My son is three weeks old, a newborn.').urgent,
  ).toBeGreaterThanOrEqual(0.5)
})

test('a letter of twenty pages is read at its beginning and at its end, and its places are those of the whole', () => {
  const middle = 'The choir sang, and Ida wrote down every verse of it in the old book. '
  const pages = Array.from({ length: 400 }, (_, page) => `${page}: ${middle}`).join('')
  const letter = `The bell you cast is cracked. ${pages}When will somebody come to look at the bell?`
  const { asks, evidence, signals } = readInbound(letter)
  expect(signals.failure).toBeGreaterThanOrEqual(0.5)
  expect(asks.map(({ text }) => text)).toEqual(['When will somebody come to look at the bell?'])
  for (const { text, start, end } of asks) expect(letter.slice(start, end)).toBe(text)
  for (const { words, start, end } of evidence) expect(letter.slice(start, end)).toBe(words)
})

test('a long thread under a short answer is passed over', () => {
  const quoted = Array.from(
    { length: 400 },
    () => '> Your letter of May, and what was said then, line by line.',
  ).join('\n')
  const letter = `${quoted}\n\nCan Ben bring the ladder?`
  expect(readInbound(letter).asks.map(({ text }) => text)).toEqual(['Can Ben bring the ladder?'])
})
