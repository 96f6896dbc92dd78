import { Link } from 'wouter'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

/** Backup, what comes in and goes out, and the sample team. */
export function Data() {
  const me = useMe()
  const backup = useAction('POST /backups', {
    onDone: (made) => toast({ text: t('data.made', { file: made.file }) }),
  })
  const bring = useAction('POST /demo', { onDone: () => toast({ text: t('demo.came'), lasts: 5000 }) })
  const remove = useAction('DELETE /demo', { onDone: () => toast({ text: t('demo.left'), lasts: 5000 }) })
  return (
    <>
      <div className="card stack">
        <h3>{t('data.backup')}</h3>
        <p>{t('data.backupHelp')}</p>
        <div>
          <button
            type="button"
            className="button quiet"
            disabled={backup.isPending}
            onClick={() => backup.mutate({})}
          >
            {backup.isPending ? t('data.making') : t('data.makeNow')}
          </button>
        </div>
      </div>
      <div className="card stack">
        <h3>{t('data.import')}</h3>
        <p>{t('data.importHelp')}</p>
        <p>
          <code className="mono">npm run -s tend -- mail import ~/old/care.mbox --inbox …</code>
        </p>
        <p>
          <Link href="/help/moving-in">{t('data.importGuide')}</Link>
        </p>
      </div>
      <div className="card stack">
        <h3>{t('data.export')}</h3>
        <p>{t('data.exportHelp')}</p>
        <div>
          <a className="button quiet" href="/api/v1/export">
            {t('data.download')}
          </a>
        </div>
      </div>
      <div className="card stack">
        <h3>{t('data.demo')}</h3>
        <p>{t('data.demoHelp')}</p>
        <div>
          {me.demo ? (
            <button
              type="button"
              className="button quiet"
              disabled={remove.isPending}
              onClick={() => remove.mutate({})}
            >
              {t('demo.remove')}
            </button>
          ) : (
            <button
              type="button"
              className="button quiet"
              disabled={bring.isPending}
              onClick={() => bring.mutate({})}
            >
              {t('demo.bring')}
            </button>
          )}
        </div>
      </div>
    </>
  )
}
