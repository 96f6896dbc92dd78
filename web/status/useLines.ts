import { useEffect, useMemo, useState } from 'react'
import type { StatementReading } from '#care/statement.ts'
import { useMe } from '#web/app/session.ts'
import { useReading } from '#web/care/useReading.ts'
import { wallClockIn } from '#web/ui/zone.ts'

/** How a public text reads, beside the page and only once nobody types: half a sentence is nobody's last word. */
export function useLines(text: string, language: 'en' | 'de'): StatementReading | null {
  const zone = useMe().company.timeZone
  const [still, setStill] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setStill(text), 600)
    return () => clearTimeout(timer)
  }, [text])
  const asked = useMemo(
    () =>
      still.trim().length < 12
        ? null
        : { text: still, when: { ref: wallClockIn(zone, new Date()), tz: zone, language } },
    [still, zone, language],
  )
  return useReading('statement', asked)
}
