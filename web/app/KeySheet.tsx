import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { guideFor } from '#web/help/where.ts'
import { t } from '#web/text/t.ts'
import { Dialog } from '#web/ui/parts.tsx'
import { allKeys, keyWords } from './keys.ts'

/** `?`: every key of this screen. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const [keys] = useState(() => byMeaning(allKeys()))
  const [path] = useLocation()
  const guide = guideFor(path)
  return (
    <Dialog title={t('keys.sheet')} onClose={onClose} className="sheet">
      <div className="row">
        <h1 className="grow">{t('keys.sheet')}</h1>
        {guide && (
          <Link href={`/help/${guide}`} className="button quiet" onClick={onClose}>
            {t('help.here')}
          </Link>
        )}
        <button type="button" className="button bare" data-first onClick={onClose}>
          {t('app.close')}
        </button>
      </div>
      <div className="key-grid">
        {keys.map(([label, names]) => (
          <div key={label}>
            <span>{label}</span>
            <span>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </span>
          </div>
        ))}
      </div>
      <p className="meta key-note">{t('keys.sheetNote')}</p>
    </Dialog>
  )
}

/** Keys that do the same stand together: "Open  o ↵". */
function byMeaning(keys: ReturnType<typeof allKeys>): [string, string[]][] {
  const found = new Map<string, string[]>()
  for (const key of keys) {
    const label = key.name ?? t(key.label)
    found.set(label, [...(found.get(label) ?? []), keyWords(key.keys)])
  }
  return [...found]
}
