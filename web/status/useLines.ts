import { useEffect, useState } from 'react'
import type { StatementReading } from '#care/statement.ts'
import { useMe } from '#web/app/session.ts'
import { wallClockIn } from '#web/ui/zone.ts'

/** How a public text reads while it is written: a moment after the last key. The reader is loaded when somebody begins to write. */
export function useLines(text: string, language: 'en' | 'de'): StatementReading | null {
  const zone = useMe().company.timeZone
  const [read, setRead] = useState<StatementReading | null>(null)
  useEffect(() => {
    if (text.trim().length < 12) return setRead(null)
    let gone = false
    const timer = setTimeout(async () => {
      const care = await import('#care/statement.ts').catch(() => null)
      if (!gone && care)
        setRead(care.readStatement(text, { ref: wallClockIn(zone, new Date()), tz: zone, language }))
    }, 350)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [text, zone, language])
  return read
}
