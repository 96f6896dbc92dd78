import { type ReactNode, useState } from 'react'
import { chosenWords } from '#web/goals/chosenWords.ts'

/** Words of theirs, and the letter they stand in; null where they said them aloud. */
export type TheirWords = NonNullable<ReturnType<typeof chosenWords>> | null

/** "+ in their words": what is selected in a letter of theirs is taken along; without a selection they said it aloud. */
export function AddTheirWords({
  label,
  children,
}: {
  label: string
  /** The form, begun with their words. */
  children: (chosen: TheirWords, close: () => void) => ReactNode
}) {
  const [adds, setAdds] = useState<TheirWords | 'aloud'>(null)
  if (adds) return children(adds === 'aloud' ? null : adds, () => setAdds(null))
  return (
    <button
      type="button"
      className="link"
      // The press would take the selection away before it is read.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => setAdds(chosenWords() ?? 'aloud')}
    >
      {label}
    </button>
  )
}
