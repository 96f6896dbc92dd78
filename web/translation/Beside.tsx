import { TranslateIcon } from '@phosphor-icons/react/dist/csr/Translate'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { languageOf } from '#care/language.ts'
import type { Message } from '#contract/conversations.ts'
import type { LetterTranslation, OwnWords, TranslationSetting } from '#contract/translation.ts'
import { queryClient } from '#web/api/cache.ts'
import { type Answer, api } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { spokenLanguage, t } from '#web/text/t.ts'
import { nameOf, reads } from './languages.ts'
import { mayAsk } from './useTranslating.ts'
import './translation.css'

type Kept = Answer<'GET /conversations/{id}/translations'>

/** A letter with what a machine makes of it beside it, when somebody asks; the letter itself stays as it is. */
export default function Beside({
  message,
  setting,
  open,
  setOpen,
  children,
}: {
  message: Message
  setting: TranslationSetting
  /** Null: nobody has said. */
  open: boolean | null
  setOpen: (open: boolean) => void
  /** The letter. */
  children: ReactNode
}) {
  const me = useMe()
  const language = spokenLanguage()
  const params = { id: message.conversationId }
  const { data } = useApi('GET /conversations/{id}/translations', { params, query: { language } })
  const kept = data?.items.find((one) => one.messageId === message.id)
  const own = data?.written.find((one) => one.messageId === message.id)
  const words = message.forwarded && !message.text.trim() ? message.forwarded.text : message.text
  const written = useMemo(() => languageOf(words), [words])
  const isForeign = !reads(me, written)
  const may = mayAsk(setting, message.inboxId)
  const box = useRef<HTMLDivElement>(null)
  const { ask, working, problem } = useAsked(message, language)

  // The team lets letters be translated by themselves: those that somebody has before them, and only theirs.
  const byItself = setting.byItself && may && isForeign && message.direction === 'in' && open === null
  useEffect(() => {
    if (!byItself || !box.current) return
    const watch = new IntersectionObserver(([seen]) => {
      if (seen?.isIntersecting) setOpen(true)
    })
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [byItself, setOpen])
  const wants = open === true && data !== undefined && !kept && !own && may
  useEffect(() => {
    if (wants) void ask()
  }, [wants, ask])

  const offers = own !== undefined || kept !== undefined || (may && isForeign)
  if (!offers && open !== true) return children
  return (
    <div ref={box} className="beside">
      <div className={open ? 'both' : 'one'}>
        <div className="as-written">{children}</div>
        {open && own && <Own own={own} />}
        {open && !own && kept && <Translated kept={kept} />}
        {open && !own && !kept && (
          <div className="translated" role="status">
            {problem ? (
              <p className="problem">
                {problem}{' '}
                <button type="button" className="link" onClick={() => void ask()}>
                  {t('translation.again')}
                </button>
              </p>
            ) : (
              <p className="meta">
                {working === 'long'
                  ? t('translation.takesLong', { name: setting.engine?.name ?? '' })
                  : may
                    ? t('translation.working', { name: setting.engine?.name ?? '' })
                    : t('translation.noEngine')}
              </p>
            )}
          </div>
        )}
      </div>
      <p className="meta translate-line">
        <TranslateIcon size={16} />
        <span>
          {own
            ? t('translation.sentIn', { from: nameOf(own.writtenIn), to: nameOf(own.language) })
            : t('translation.writtenIn', { language: nameIn(kept?.from ?? written) })}
        </span>
        <button
          type="button"
          className="link translate"
          aria-expanded={open === true}
          onClick={() => setOpen(open !== true)}
        >
          {open
            ? t(own ? 'translation.hideOwn' : 'translation.hide')
            : own
              ? t('translation.showOwn')
              : t('translation.show', { language: nameOf(language) })}
        </button>
      </p>
    </div>
  )
}

const nameIn = (language: string | null): string =>
  language === null || language === 'other' ? t('translation.another') : nameOf(language)

/** Asks once, says when it takes long, and keeps what came for everybody who looks at this conversation. */
function useAsked(message: Message, language: string) {
  const [working, setWorking] = useState<'yes' | 'long' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const underWay = useRef(false)
  const { id, conversationId } = message
  const ask = useMemo(
    () => async () => {
      if (underWay.current) return
      underWay.current = true
      setProblem(null)
      setWorking('yes')
      const long = setTimeout(() => setWorking('long'), 8000)
      try {
        const made = await api('POST /messages/{id}/translations', { params: { id }, body: { language } })
        queryClient.setQueryData<Kept>(
          ['GET /conversations/{id}/translations', { id: conversationId }, { language }],
          (before) => ({
            written: before?.written ?? [],
            items: [...(before?.items ?? []).filter((one) => one.messageId !== id), made],
          }),
        )
      } catch (error) {
        setProblem((error as Error).message)
      } finally {
        clearTimeout(long)
        setWorking(null)
        underWay.current = false
      }
    },
    [id, conversationId, language],
  )
  return { ask, working, problem }
}

function Translated({ kept }: { kept: LetterTranslation }) {
  return (
    <section className="translated" aria-label={t('translation.label')}>
      <p className="meta">
        <b>{t('translation.byMachine')}</b> · {kept.engine}
      </p>
      <Words text={kept.text} language={kept.language} />
    </section>
  )
}

function Own({ own }: { own: OwnWords }) {
  return (
    <section className="translated" aria-label={t('translation.ownLabel')}>
      <p className="meta">
        <b>{t('translation.ownLabel')}</b> · {t('translation.wentBy', { name: own.engine })}
      </p>
      <Words text={own.text} language={own.writtenIn} />
      <details>
        <summary>{t('translation.whatItSays')}</summary>
        <Words text={own.back} language={own.writtenIn} />
      </details>
    </section>
  )
}

export function Words({ text, language }: { text: string; language: string }) {
  return (
    <div className="words" lang={language} dir="auto">
      {text.split(/\n{2,}/).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change
        <p key={index} dir="auto">
          {part}
        </p>
      ))}
    </div>
  )
}
