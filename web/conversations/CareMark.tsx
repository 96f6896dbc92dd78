import { useId, useState } from 'react'
import type { MarkName } from '#care/draft.ts'
import { markPictures } from '#web/care/marks.ts'
import { type TextKey, t } from '#web/text/t.ts'

/** A quiet mark, filled or hollow. Hovered or focused it says what fills it and why; pressed, what to do. Esc closes the bubble. */
export function CareMark({
  mark,
  filled,
  asked,
  count,
  onAsk,
}: {
  mark: MarkName
  filled: boolean
  asked: boolean
  count: string
  onAsk: () => void
}) {
  const id = useId()
  const [shows, setShows] = useState(false)
  const Picture = markPictures[mark]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the bubble may be hovered too (WCAG 1.4.13); what it says is the button's description
    <span className="mark-box" onMouseEnter={() => setShows(true)} onMouseLeave={() => setShows(false)}>
      <button
        type="button"
        className={filled ? 'mark filled' : 'mark'}
        aria-expanded={asked}
        aria-describedby={id}
        onClick={() => {
          setShows(false)
          onAsk()
        }}
        onFocus={(event) => setShows(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setShows(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !shows) return
          event.stopPropagation()
          setShows(false)
        }}
      >
        <Picture size={16} weight={filled ? 'fill' : 'regular'} />
        {t(`care.${mark}` as TextKey)}
        {count}
        <span className="hide">: {t(filled ? 'care.there' : 'care.notYet')}</span>
      </button>
      <span id={id} role="tooltip" className="mark-bubble" hidden={!shows}>
        <b>{t(`care.${mark}.why` as TextKey)}</b>
        <span className="meta">{t(`care.${mark}.source` as TextKey)}</span>
      </span>
    </span>
  )
}
