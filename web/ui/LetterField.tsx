/** The words of a letter that stands ready, to be looked at and changed before it goes. */
export function LetterField({
  id,
  label,
  help,
  text,
  onChange,
}: {
  id: string
  label: string
  help: string
  text: string
  onChange: (text: string) => void
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={12}
        data-first
        required
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <small>{help}</small>
    </div>
  )
}
