import { useId } from 'react'

/** Which of my inboxes; nothing to choose where there is one. */
export function InboxField({
  inboxes,
  label,
  value,
  bare = false,
  onChange,
}: {
  inboxes: readonly { id: string; name: string }[]
  label: string
  value: string
  /** In a row of fields whose names are only heard. */
  bare?: boolean
  onChange: (id: string) => void
}) {
  const id = useId()
  if (inboxes.length < 2) return null
  const select = (
    <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
      {inboxes.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  )
  const name = (
    <label htmlFor={id} className={bare ? 'hide' : ''}>
      {label}
    </label>
  )
  if (bare)
    return (
      <>
        {name}
        {select}
      </>
    )
  return (
    <div className="field">
      {name}
      {select}
    </div>
  )
}
