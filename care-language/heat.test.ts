import { describe, expect, it } from 'vitest'
import { cast } from '#cast/cast.ts'
import { heatIn } from './heat.ts'

const kindOf = (text: string) => heatIn(text)?.kind ?? null

describe('hard words', () => {
  it.each([
    'You lying thieves, where is my money?',
    'You are nothing but a bunch of crooks.',
    'Third week without hot water. Idiots!',
    'Just fuck off and give me my refund.',
    'If it is not here by six I will come round and smash your windows.',
    'I know where you live.',
    'Ihr seid doch alle Betrüger.',
    'Drei Wochen warte ich. Abzocker!',
    'Halt die Fresse und zahl mir mein Geld zurück.',
    'Ich weiß, wo Sie wohnen.',
    'Ich schlage Ihnen die Scheiben ein.',
  ])('hears what is said to whoever reads it: %s', (text) => {
    expect(kindOf(text)).toBe('abuse')
  })

  it.each([
    'I am absolutely furious about how this was handled.',
    'How dare you leave us in the cold?',
    'This is an absolute disgrace.',
    'Ich bin stinksauer.',
    'Was fällt Ihnen eigentlich ein?',
  ])('hears anger that somebody says of themselves: %s', (text) => {
    expect(kindOf(text)).toBe('hard')
  })

  // A complaint about a thing, a word somebody else said, and what is taken back are none.
  it.each([
    'The boiler is rubbish and this is the third time. I am very disappointed.',
    'My neighbour called me an idiot for buying from you, but I like your bread.',
    'I am not saying you are liars, but the date was wrong.',
    'I felt like a complete idiot in front of 140 guests.',
    'He shouted “you idiots” at the driver, I only stood there.',
    'Are you idiot proof, he asked about the thermostat.',
    'We are not furious, only tired.',
    'The thieves took the parcel from the door; the police has it now.',
    'Please shut up the shop early on Friday, we have the street party.',
    'My husband was furious when the van left.',
    'I would be furious if it happened again.',
    'I will come round and pick it up. I know where you are.',
    'Die Diebe haben das Paket mitgenommen.',
    'Ich bin nicht sauer, nur müde.',
    'Wir hauen euch eine Empfehlung raus, danke!',
    'Unser Sohn sagt immer „ihr Trottel“ zu den Hühnern.',
    '> You are all idiots.\nThis I did not write, he did.',
    '',
  ])('keeps quiet where it is none: %s', (text) => {
    expect(kindOf(text)).toBeNull()
  })

  it('shows the words as they stand, and finds none in a town that writes letters', () => {
    const text = 'It is cold.\n\nYou  lying   thieves, all of you'
    const found = heatIn(text)!
    expect(text.slice(found.start, found.end)).toBe(found.words)
    const letters = cast(new Date('2027-03-02T10:00Z')).conversations.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.kind === 'mailIn' ? [step.text] : [])),
    )
    expect(letters.length).toBeGreaterThan(50)
    expect(letters.filter((letter) => heatIn(letter)?.kind === 'abuse')).toEqual([])
  })

  it('reads bait in no time', () => {
    const bait = [
      `you ${'stupid '.repeat(4000)}`,
      `ihr ${'alle doch '.repeat(3000)}`,
      '"'.repeat(20_000),
      'i will '.repeat(4000),
    ]
    const began = performance.now()
    for (const one of bait) heatIn(one)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
