import { useState } from 'react'
import { t } from '#web/text/t.ts'

const types = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml']
const heaviest = 24_000

/** A small picture that stands in the page itself, so that it costs nobody a second request. */
export function Logo({ logo, onChange }: { logo: string | null; onChange: (logo: string | null) => void }) {
  const [wrong, setWrong] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    const fits = types.includes(file.type) && file.size <= heaviest
    setWrong(!fits)
    if (fits) onChange(await dataUrl(file))
  }
  return (
    <div className="field">
      <label htmlFor="status-logo">{t('statusPage.logo')}</label>
      {logo && <img src={logo} alt={t('statusPage.logoNow')} className="status-logo" />}
      <div className="row">
        <input
          id="status-logo"
          type="file"
          accept={types.join(',')}
          aria-describedby="status-logo-help"
          onChange={({ target }) => void take(target.files?.[0])}
        />
        {logo && (
          <button type="button" className="button bare" onClick={() => onChange(null)}>
            {t('statusPage.logoNone')}
          </button>
        )}
      </div>
      <small id="status-logo-help" className={wrong ? 'wrong' : undefined}>
        {t('statusPage.logoHelp')}
      </small>
    </div>
  )
}

const dataUrl = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
