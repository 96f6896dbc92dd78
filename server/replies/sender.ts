import { text as say } from '#server/base/text.ts'

export interface Author {
  name: string
  title: string | null
  signature: string | null
}

/** Who a letter is from, and how it ends: a person and their company; for a key of the installation the company alone. */
export function sender(
  author: Author | null | undefined,
  company: string,
  inbox: { name: string },
): { name: string; signature: string } {
  const house = company || inbox.name
  if (!author) return { name: inbox.name, signature: house }
  const { name, title } = author
  return {
    name: say('replies.from', { name, company: house }),
    signature:
      author.signature?.trim() ||
      (title
        ? say('replies.signatureTitle', { name, title, company: house })
        : say('replies.signature', { name, company: house })),
  }
}
