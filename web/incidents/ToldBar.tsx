const parts = ['told', 'written', 'refused', 'untold'] as const

/** How far the telling has come, as a thin line. The figures stand in words beside it, so it says nothing to readers. */
export function ToldBar({ counts }: { counts: Readonly<Record<(typeof parts)[number], number>> }) {
  const shown = parts.filter((part) => counts[part] > 0)
  if (shown.length === 0) return null
  return (
    <span className="told-bar" aria-hidden="true">
      {shown.map((part) => (
        <span key={part} className={part} style={{ flexGrow: counts[part] }} />
      ))}
    </span>
  )
}
