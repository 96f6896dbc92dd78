import { Component, type ReactNode } from 'react'
import { t } from '#web/text/t.ts'

/** Something broke while drawing: said in words, with a way on. Drafts are safe: they are kept as they are typed. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <main className="page">
        <h1>{t('app.broken.title')}</h1>
        <p>{t('app.broken.text')}</p>
        <p>
          <button type="button" className="button primary" onClick={() => location.reload()}>
            {t('app.broken.again')}
          </button>
        </p>
      </main>
    )
  }
}
