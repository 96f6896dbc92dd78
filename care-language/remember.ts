const most = 500

/**
 * The same reading, made once per text: a keystroke changes one sentence of a draft, the others are known. Memory never
 * changes an answer; it is emptied when it grows.
 */
export function remember<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { answer: Answer }>()
  return (text) => {
    const found = known.get(text)
    if (found) return found.answer
    const answer = read(text)
    if (known.size >= most) known.clear()
    if (text.length < 2_000) known.set(text, { answer })
    return answer
  }
}
