/** Some to press; the last one that is on stays on, for a condition that asks for nothing says nothing. */
export function Pick({
  all,
  on,
  onChange,
}: {
  all: { id: string; name: string }[]
  on: readonly string[]
  onChange: (on: string[]) => void
}) {
  return (
    <span className="row picks">
      {all.map((one) => {
        const isOn = on.includes(one.id)
        return (
          <button
            key={one.id}
            type="button"
            className="chip pick value"
            aria-pressed={isOn}
            onClick={() => {
              const next = isOn ? on.filter((id) => id !== one.id) : [...on, one.id]
              if (next.length) onChange(next)
            }}
          >
            {one.name}
          </button>
        )
      })}
    </span>
  )
}
