import { useEffect, useState } from 'react'

/** Whether the window is at least so many pixels wide. */
export function useRoom(pixels: number): boolean {
  const [has, setHas] = useState(() => matchMedia(`(min-width: ${pixels}px)`).matches)
  useEffect(() => {
    const room = matchMedia(`(min-width: ${pixels}px)`)
    const follow = () => setHas(room.matches)
    follow()
    room.addEventListener('change', follow)
    return () => room.removeEventListener('change', follow)
  }, [pixels])
  return has
}
