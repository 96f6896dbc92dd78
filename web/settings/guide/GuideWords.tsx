import type { Guide, WordKind } from '#contract/guide.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { AddWords } from './AddWords.tsx'
import { WordRow } from './WordRow.tsx'

const kinds: readonly WordKind[] = ['inside', 'opener', 'known']

/** The team's own words: inside language and what to say instead, beginnings nobody uses, words their customers know. */
export function GuideWords({
  guide,
  inboxId,
  mayChange,
}: {
  guide: Guide
  inboxId: string | null
  mayChange: boolean
}) {
  return (
    <>
      {kinds.map((kind) => {
        const words = guide.words.filter(
          (one) => one.kind === kind && (one.inboxId === null || one.inboxId === inboxId),
        )
        return (
          <section key={kind} className="card guide-words" aria-labelledby={`words-${kind}`}>
            <h3 id={`words-${kind}`} className="serif">
              {t(`guide.words.${kind}` as TextKey)}
            </h3>
            <p className="meta">{t(`guide.words.${kind}.why` as TextKey)}</p>
            {words.length === 0 ? (
              <p className="guide-none serif">{t(`guide.words.${kind}.none` as TextKey)}</p>
            ) : (
              <ul className={kind === 'inside' ? 'word-table' : 'word-chips'}>
                {words.map((word) => (
                  <WordRow
                    key={word.id}
                    word={word}
                    inherited={word.inboxId !== inboxId}
                    mayChange={mayChange}
                  />
                ))}
              </ul>
            )}
            {mayChange && <AddWords kind={kind} inboxId={inboxId} />}
          </section>
        )
      })}
    </>
  )
}
