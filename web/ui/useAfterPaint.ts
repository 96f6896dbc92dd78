import { startTransition, useCallback, useEffect, useState } from 'react'

/** In a window that is not in front no frame comes; then it need not wait for one. */
const longest = 400

/**
 * False while a screen paints what was asked for, true once that stands; what is heavy or rare is made then, in pieces between which
 * keys are heard. The second makes it at once, for whoever asks for it.
 */
export function useAfterPaint(): [boolean, () => void] {
  const [stands, setStands] = useState(false)
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined
    const show = () => startTransition(() => setStands(true))
    // The frame that follows an animation frame is the one with this screen in it.
    const frame = requestAnimationFrame(() => {
      rest = setTimeout(show)
    })
    const anyway = setTimeout(show, longest)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(rest)
      clearTimeout(anyway)
    }
  }, [])
  return [stands, useCallback(() => setStands(true), [])]
}
