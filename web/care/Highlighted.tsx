import type { ReactNode } from 'react'

/** A text with the places that a check means underlined. Places that overlap or lie outside are passed over. */
export function Highlighted({
  text,
  places,
  label,
}: {
  text: string
  places: readonly { start: number; end: number }[]
  /** Said before each place to who does not see the underline. */
  label: string
}) {
  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at || end <= start || end > text.length) continue
    parts.push(text.slice(at, start))
    parts.push(
      <mark key={start}>
        <span className="hide">{label} </span>
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}
