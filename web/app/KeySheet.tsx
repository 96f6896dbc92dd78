import { useState } from 'react'
import { t } from '#web/text/t.ts'
import { Dialog } from '#web/ui/parts.tsx'
import { allKeys } from './keys.ts'

/** `?`: every key of this screen. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const [keys] = useState(allKeys)
  return (
    <Dialog title={t('keys.sheet')} onClose={onClose}>
      <h1>{t('keys.sheet')}</h1>
      <div className="key-grid">
        {keys.map((key) => (
          <div key={key.keys}>
            <span>{t(key.label)}</span>
            <kbd>{key.keys.replace('$mod+', '⌘ ')}</kbd>
          </div>
        ))}
      </div>
      <p className="meta" style={{ marginTop: 16 }}>
        {t('keys.sheetNote')}
      </p>
    </Dialog>
  )
}
