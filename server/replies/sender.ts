import { text as say } from '#server/base/text.ts'

/** Who a letter is from: a person and their company; for a key of the installation the inbox. */
export const sender = (
  author: { name: string } | null | undefined,
  company: string,
  inbox: { name: string },
): string =>
  author ? say('replies.from', { name: author.name, company: company || inbox.name }) : inbox.name
