import { useCallback, useEffect, useRef, useState } from 'react'

/** What was begun stays in this browser until it is said or thrown away: nothing that was typed is lost with a tab. */
export function useKept<T extends object>(name: string, begin: T) {
  const key = `tend.status.${name}`
  const [kept, setKept] = useState<T>(() => {
    try {
      return { ...begin, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<T>) }
    } catch {
      return begin
    }
  })
  const [isBegun, setBegun] = useState(() => localStorage.getItem(key) !== null)
  useEffect(() => {
    if (isBegun) localStorage.setItem(key, JSON.stringify(kept))
  }, [key, kept, isBegun])
  const change = useCallback((one: Partial<T>) => {
    setBegun(true)
    setKept((before) => ({ ...before, ...one }))
  }, [])
  const beginning = useRef(begin)
  beginning.current = begin
  const forget = useCallback(() => {
    setBegun(false)
    setKept(beginning.current)
    localStorage.removeItem(key)
  }, [key])
  return { kept, change, forget }
}
