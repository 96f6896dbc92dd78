import type { Situation } from './situation.ts'

/** Is it able, and does our word hold? */
export const substanceExamples: Record<string, Situation> = {
  'questions.unanswered': {
    to: 'Yuki Mori',
    message: 'Can we sit outside on Sunday, and may I bring my own candles for the cake? Yuki',
    writer: 'Tomás Vale',
    bad: 'Hello Yuki,\n\nYes, the table under the fig tree is yours on Sunday.\n\nUntil then,\nTomás',
    good: 'Hello Yuki,\n\nYes, the table under the fig tree is yours on Sunday. And bring your own candles, gladly.\n\nUntil then,\nTomás',
  },
  'next.missing': {
    to: 'Henry Blackwood',
    message:
      'Water comes through the ceiling of the hall since this morning. Please send somebody. Henry Blackwood',
    bad: 'Dear Henry,\n\nWe are aware of the water in your hall.\n\nAna Costa',
    good: 'Dear Henry,\n\nWater through the ceiling of your own hall is a bad morning. Ben is with you at eleven today. Until then please turn the red tap by the meter to the right.\n\nYou reach me on my own line until six,\nAna Costa',
  },
  'empathy.only': {
    to: 'Joanna Pereira',
    message:
      'You sent the invoice for the boiler twice and the bank has taken both. I cannot pay the rent now. I want the second one back. Joanna',
    fault: 'ours',
    bad: 'Dear Joanna,\n\nI am truly sorry that we took your rent money. That must be a frightening week, and I feel for you.\n\nWarm wishes,\nAna Costa',
    good: 'Dear Joanna,\n\nWe took the money for your rent, and that was our mistake alone: I am sorry. I have sent the second payment back this morning; it is on your account tomorrow.\n\nI will ring you tomorrow at noon to hear that it is there,\nAna Costa',
  },
  'ask.needed': {
    to: 'Marco Bianchi',
    message:
      'The heating bill you sent me is wrong, I have already paid half of it and nobody answers. Marco Bianchi',
    bad: 'Dear Marco,\n\nWe understand that you are unhappy with the bill. Let us know if you have any questions.\n\nAna Costa',
    good: 'Dear Marco,\n\nYou paid half and got the whole bill again, and then no answer from us. Which of the two invoices is it, the one of May or of June? I correct it today.\n\nAna Costa',
  },
  'ask.again': {
    to: 'Leila Karimi',
    message:
      'My order number is 77310. The box came without the two handles I ordered. Could you send them? Leila',
    bad: 'Dear Leila,\n\nI can send you the two handles today. What is your order number?\n\nAna Costa',
    good: 'Dear Leila,\n\nI have your order 77310 open: the two handles leave today and are with you on Friday.\n\nI hope the cupboard looks well with them,\nAna Costa',
  },
  'offer.alternative': {
    to: 'Sofia Mendes',
    message: 'Could you deliver the bread on Sunday morning? We have twenty guests. Sofia',
    writer: 'Inês Duarte',
    bad: 'Dear Sofia,\n\nSorry, we cannot deliver on Sundays.\n\nInês',
    good: 'Dear Sofia,\n\nOn Sundays we cannot deliver, but I can bring the bread on Saturday at six in the evening, wrapped so that it is fresh for your twenty guests.\n\nInês',
  },
  'next.no_time': {
    to: 'Luís Faria',
    message: 'The radiator in my shop window is cold since Monday. When can somebody come? Luís Faria',
    bad: 'Dear Luís,\n\nA cold shop window in November drives people past your door. I will send Ben to look at the radiator as soon as possible.\n\nI hope your shop is warm again before the weekend,\nAna Costa',
    good: 'Dear Luís,\n\nA cold shop window in November drives people past your door. Ben comes tomorrow at eight and looks at the radiator.\n\nI hope your shop is warm again before the weekend,\nAna Costa',
  },
  'promise.extract': {
    to: 'Tiago Moura',
    message: 'Does my mother’s boiler run again? Tiago',
    bad: 'Dear Tiago,\n\nI’ll call you on Friday at three with what Ben has found.\n\nAna Costa',
    good: 'Dear Tiago,\n\nYes, your mother’s boiler runs since this morning, and she made Ben coffee.\n\nAna Costa',
  },
  'promise.past': {
    to: 'Clara Nunes',
    message: 'When do I get the offer for the new boiler? Clara Nunes',
    bad: 'Dear Clara,\n\nI will send you the offer for the boiler by 24 November 2026.\n\nAna Costa',
    good: 'Dear Clara,\n\nI will send you the offer for the boiler by 27 November 2026.\n\nAna Costa',
  },
  'promise.clash': {
    to: 'Dev Patel',
    message: 'Could you call me about the pipe under the bakery floor? Dev',
    bad: 'Dear Dev,\n\nI will call you tomorrow about the pipe. You need not prepare anything.\n\nI will call you on Friday,\nAna Costa',
    good: 'Dear Dev,\n\nI will call you tomorrow about the pipe. You need not prepare anything.\n\nUntil tomorrow,\nAna Costa',
  },
  'promise.broken': {
    to: 'Beatriz Fonseca',
    later: true,
    message: 'Is there anything new about the part for my stove? Beatriz',
    promised: [{ quote: 'I’ll write to you by Tuesday noon', due: '2026-11-24T12:00' }],
    bad: 'Dear Beatriz,\n\nThe part for your stove is here tomorrow, and Ben brings it on Friday at nine.\n\nUntil Friday,\nAna Costa',
    good: 'Dear Beatriz,\n\nI said Tuesday noon and let it pass; you had to ask, and I am sorry. The part for your stove is here tomorrow, and Ben brings it on Friday at nine.\n\nUntil Friday,\nAna Costa',
  },
}
