export type Who = 'writer' | 'firm' | `colleague:${string}`
export type SubjectKind =
  | 'writer'
  | 'firm'
  | 'you'
  | 'person'
  | 'thing'
  | 'third'
  | 'system'
  | 'place'
  | 'generic'
  | 'family'
  | 'nobody'
  /** None stands there: a chat form, or a verb that shares the subject before it. */
  | 'none'

export interface Subject {
  kind: SubjectKind
  who: Who
  /** Index of its first token. */
  from: number
  /** Its last noun, lower case. */
  head: string
  plural: boolean
}

export const subject = (
  kind: SubjectKind,
  from: number,
  head: string,
  who: Who = 'firm',
  plural = false,
): Subject => ({ kind, who, from, head, plural })
