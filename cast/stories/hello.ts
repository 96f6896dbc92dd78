import type { Moments } from '../moments.ts'
import type { Story } from '../story.ts'

/** The front door: a widow and an account, a nine-year-old's question, the council. */
export function hello({ ago, ahead, hoursAgo, say }: Moments): Story[] {
  const transfer = ahead(1, '12:00')
  return [
    {
      who: 'grace',
      inbox: 'hello',
      subject: 'My husband’s account',
      assignee: 'rosa',
      steps: [
        {
          kind: 'mail',
          at: ago(2, '21:40'),
          text: 'My husband Daniel died in September and the maintenance contract was in his name. I do not know how to close it or whether I should. Letters still come for him. I am sorry to bother you with it.\n\nGrace Mbeki',
        },
        {
          kind: 'reply',
          at: ago(1, '09:05'),
          by: 'rosa',
          text: `Dear Grace,\n\nI remember Daniel; he always asked after the dog. I am so sorry.\n\nYou need not decide anything now. The contract rests from today, nothing is charged, and no letter will come in his name again; I took it off the list myself. By ${say(transfer)} I will write to you what it covers and what it costs, on one page, so that you can keep it or let it go when you like.\n\nRosa`,
          promises: [
            {
              what: 'one page on what the contract covers',
              quote: `By ${say(transfer)} I will write to you what it covers and what it costs`,
              due: transfer,
            },
          ],
        },
      ],
    },
    {
      who: 'clara',
      inbox: 'hello',
      subject: 'How does the oven know',
      assignee: null,
      steps: [
        {
          kind: 'mail',
          at: hoursAgo(6),
          text: 'hello i am Clara i am 9. how does the oven know when the bread is done?? my mum says it does not know but the bread is never burnt. can i see it one day',
        },
      ],
    },
    {
      who: 'martin',
      inbox: 'hello',
      subject: 'Street works in front of the shop',
      assignee: 'rosa',
      steps: [
        {
          kind: 'mail',
          at: ago(5, '11:00'),
          text: 'The pavement in front of number 12 will be dug up from Monday for four days. Deliveries can use the yard. Please confirm that you have read this.\n\nMartin Healey',
        },
        {
          kind: 'reply',
          at: ago(5, '11:30'),
          by: 'rosa',
          text: 'Dear Martin,\n\nread, and passed to both vans. Thank you for telling us a week ahead; last time we learnt it from the digger.\n\nRosa',
        },
        { kind: 'done', at: ago(5, '11:31'), by: 'rosa', goodbye: 'thanks' },
      ],
    },
    {
      who: 'fatima',
      inbox: 'hello',
      subject: 'A job on Saturdays?',
      assignee: 'rosa',
      steps: [
        {
          kind: 'mail',
          at: ago(13, '16:00'),
          text: 'Do you need somebody on Saturdays? I am 17 and I like people.\nFátima',
        },
        {
          kind: 'reply',
          at: ago(12, '09:00'),
          by: 'rosa',
          text: 'Dear Fátima,\n\n“I like people” is the whole job. Come by on Saturday at eight, ask for Inês, and bring an apron. We see how it goes, and you are paid from the first hour.\n\nRosa',
        },
        {
          kind: 'mail',
          at: ago(9, '18:00'),
          text: 'I loved it. Thank you for the chance, and Inês is so patient!',
        },
        { kind: 'done', at: ago(9, '18:30'), by: 'rosa', goodbye: 'thanks' },
      ],
    },
    {
      who: 'ruth',
      inbox: 'hello',
      subject: 'Opening hours in the holidays',
      assignee: 'rosa',
      steps: [
        { kind: 'mail', at: ago(16, '12:00'), text: 'Are you open between Christmas and New Year?\nRuth' },
        {
          kind: 'reply',
          at: ago(16, '12:20'),
          by: 'rosa',
          text: 'Dear Ruth,\n\nthe bakery is open on all those mornings but the 25th and the 1st; for the heating somebody answers day and night, as always.\n\nRosa',
        },
        { kind: 'done', at: ago(16, '12:21'), by: 'rosa', goodbye: 'nothing-more' },
      ],
    },
    {
      who: 'anna',
      inbox: 'hello',
      subject: 'Gift card, lost',
      assignee: 'ana',
      steps: [
        {
          kind: 'mail',
          at: ago(11, '10:00'),
          text: 'I lost the gift card of my sister, 50 euros. It had a drawing of a cat on it. Is it gone?\nAnna',
        },
        {
          kind: 'reply',
          at: ago(11, '10:15'),
          by: 'ana',
          text: 'Dear Anna,\n\nnot gone: Tomás remembers the cat. A new card with the same 50 euros lies at the till under your name, and the cat is drawn again.\n\nAna',
        },
        { kind: 'mail', at: ago(10, '17:00'), text: 'Even the cat! You made my day.' },
        { kind: 'done', at: ago(10, '17:05'), by: 'ana', goodbye: 'thanks' },
      ],
    },
  ]
}
