import { useEffect, useState } from 'react'

const roomy = matchMedia('(min-width: 1440px)')
const kept = () => localStorage.getItem('tend.rail')

/** Whether the rail shows icons with small words or whole lines: by the room there is, until somebody chose. */
export function useRail(): { narrow: boolean; toggle: () => void } {
  const [chosen, setChosen] = useState(kept)
  const [wide, setWide] = useState(roomy.matches)
  useEffect(() => {
    const follow = () => setWide(roomy.matches)
    roomy.addEventListener('change', follow)
    return () => roomy.removeEventListener('change', follow)
  }, [])
  const narrow = chosen ? chosen === 'narrow' : !wide
  return {
    narrow,
    toggle: () => {
      const next = narrow ? 'wide' : 'narrow'
      localStorage.setItem('tend.rail', next)
      setChosen(next)
    },
  }
}
