import { useEffect, useState } from 'react'

/** A value that has stood still for a moment, so that nobody is asked while a date is being typed. */
export function useSettled<T extends string | null>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const wait = setTimeout(() => setSettled(value), 250)
    return () => clearTimeout(wait)
  }, [value])
  return settled
}
