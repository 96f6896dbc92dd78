import { startTransition, useCallback, useEffect, useState } from 'react'
import { afterPaint } from './afterPaint.ts'

/**
 * False while a screen paints what was asked for, true once that stands; what is heavy or rare is made then, in pieces between which
 * keys are heard. The second makes it at once, for whoever asks for it.
 */
export function useAfterPaint(): [boolean, () => void] {
  const [stands, setStands] = useState(false)
  useEffect(() => afterPaint(() => startTransition(() => setStands(true))), [])
  return [stands, useCallback(() => setStands(true), [])]
}
