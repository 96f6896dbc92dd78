const most = 500

/**
 * The same reading, made once per text: a keystroke changes one sentence of a draft, the others are known. Memory never
 * changes an answer; it is emptied when it grows.
 */
export function remember<Answer extends NonNullable<unknown> | null>(
  read: (text: string) => Answer,
): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const answer = read(text)
    if (known.size >= most) known.clear()
    if (text.length < 2_000) known.set(text, answer)
    return answer
  }
}
