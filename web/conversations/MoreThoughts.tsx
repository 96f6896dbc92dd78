import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Observation } from '#care/draft.ts'
import { t } from '#web/text/t.ts'

/** What the reader also thought and did not say: folded, and nothing anybody has to do. */
export function MoreThoughts({ observations, text }: { observations: readonly Observation[]; text: string }) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const fold = useRef<HTMLButtonElement>(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc folds what is unfolded, wherever in it the focus is
    <div
      className="thoughts"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
        fold.current?.focus()
      }}
    >
      <button
        ref={fold}
        type="button"
        className="thoughts-fold"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('care.more', { n: observations.length })} <CaretDownIcon size={14} />
      </button>
      {open && (
        <ul id={id}>
          {observations.map((one) => (
            <li key={`${one.id}-${one.start}`}>
              <span className="grow">
                {one.reason}
                {one.end > one.start && <span className="meta"> {cut(text.slice(one.start, one.end))}</span>}
              </span>
              <Link
                className="link"
                href={`/practice/${one.id}`}
                state={{ from: location.pathname }}
                aria-label={t('care.whyOne', { title: one.reason })}
              >
                {t('care.why')}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const cut = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > 90 ? `“${line.slice(0, 88)}…”` : `“${line}”`
}
