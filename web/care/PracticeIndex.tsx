import { Link } from 'wouter'
import { checks } from '#care/checks.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { markOrder, markPictures } from './marks.ts'

const manners = ['one', 'able', 'feelings', 'yours', 'blocks', 'quiet', 'score'] as const

/** What the reader is, its marks, and its manners. */
export function PracticeIndex() {
  return (
    <>
      <h1>{t('practice.title')}</h1>
      <p className="practice-why serif">{t('practice.lead')}</p>
      <p>
        <Link href={`/practice/${checks[0]!.id}`}>{t('practice.begin')}</Link>
        {' · '}
        <Link href="/settings/care">{t('practice.settings')}</Link>
      </p>
      <h2 id="marks">{t('practice.marks')}</h2>
      <p className="meta">{t('practice.marksWhy')}</p>
      <dl className="practice-marks">
        {markOrder.map((mark) => {
          const Picture = markPictures[mark]
          return (
            <div key={mark}>
              <dt>
                <Picture size={20} weight="fill" />
                {t(`care.${mark}` as TextKey)}
              </dt>
              <dd>{t(`care.${mark}.why` as TextKey)}</dd>
              <dd className="meta">{t(`care.${mark}.source` as TextKey)}</dd>
            </div>
          )
        })}
      </dl>
      <h2>{t('practice.manners')}</h2>
      <ul className="practice-manners">
        {manners.map((one) => (
          <li key={one}>{t(`practice.manner.${one}` as TextKey)}</li>
        ))}
      </ul>
    </>
  )
}
