import { useState } from 'react'
import { t } from '#web/text/t.ts'
import { Dialog } from '#web/ui/parts.tsx'
import { allKeys, keyWords } from './keys.ts'

/** `?`: every key of this screen. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const [keys] = useState(allKeys)
  return (
    <Dialog title={t('keys.sheet')} onClose={onClose}>
      <div className="row">
        <h1 className="grow">{t('keys.sheet')}</h1>
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.close')}
        </button>
      </div>
      <div className="key-grid">
        {keys.map((key) => (
          <div key={key.keys}>
            <span>{t(key.label)}</span>
            <kbd>{keyWords(key.keys)}</kbd>
          </div>
        ))}
      </div>
      <p className="meta key-note">{t('keys.sheetNote')}</p>
    </Dialog>
  )
}
