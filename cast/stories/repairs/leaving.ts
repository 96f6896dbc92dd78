import { tale } from '../../telling.ts'

/** Eight years, one unanswered letter, and the wish to leave. */
export const leaving = tale(
  'leaving',
  'viktor',
  'repairs',
  'Cancellation of contract 2018',
  ({ lately, ago, mail }) => [
    mail(
      lately(95),
      (words) =>
        `To whom it may concern,\n\nyour invoice for the call-out charges two hours for a visit of twenty minutes. I was standing next to your man with my watch, because I had a train. I wrote to you about it ${words.day(ago(17, '09:00'))} and received nothing: no answer, no correction, but a reminder.\n\nAfter eight years this was the last time. Please cancel the maintenance contract for house and workshop and confirm the date. I have asked the firm in the next village to take over.\n\nViktor Lindqvist`,
    ),
  ],
)
