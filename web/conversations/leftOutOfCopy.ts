import type { Conversation } from '#contract/conversations.ts'

/** As many as an answer goes to by itself; whoever stood in copy beyond them has no part in the conversation. */
const most = 50

/** How many stood in copy of their last letter and would not get the answer, since there were more than anybody answers by hand. */
export function leftOutOfCopy(
  { messages, participants }: Pick<Conversation, 'messages' | 'participants'>,
  ours: readonly string[],
): number {
  const letter = messages.findLast((one) => one.direction === 'in' && !one.held)
  if (!letter || letter.to.length + letter.cc.length <= most) return 0
  const known = new Set([...participants.map((one) => one.email), ...ours, letter.from?.email ?? ''])
  const copied = [...letter.to, ...letter.cc].map((one) => one.email.toLowerCase())
  return new Set(copied.filter((email) => !known.has(email))).size
}
