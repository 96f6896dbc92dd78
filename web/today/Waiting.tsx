import { Link } from 'wouter'
import type { Answer } from '#web/api/client.ts'
import { t } from '#web/text/t.ts'
import { Disc } from '#web/ui/parts.tsx'
import { since } from '#web/ui/time.ts'
import { SeeAll } from './SeeAll.tsx'

/** At most seven people, the most pressing first; the rest are in the inbox. */
export function Waiting({
  rows,
  counts,
  start,
}: {
  rows: Answer<'GET /today'>['waiting']
  counts: Answer<'GET /today'>['counts']
  start: () => void
}) {
  const mine = rows.filter((row) => row.mine).length
  // Theirs who wait for me first; whoever is nobody's has a list of their own.
  const more =
    counts.waiting > mine
      ? { n: counts.waiting, shown: mine, href: '/inbox/for-me' }
      : { n: counts.fresh, shown: rows.length - mine, href: '/inbox/new' }
  return (
    <section aria-labelledby="waiting">
      <div className="row head">
        <h2 id="waiting" className="grow">
          {t('today.waiting')}
        </h2>
        {rows.length > 0 && (
          <button type="button" className="button primary" onClick={start}>
            {t('today.start')} <kbd>s</kbd>
          </button>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="serif">{t('today.nobody')}</p>
      ) : (
        <ul className="people">
          {rows.map((row) => (
            <li key={row.conversationId}>
              <Link href={`/conversations/${row.conversationId}`} className="person-row" title={row.because}>
                <Disc name={row.customerName} />
                <span className="grow">
                  <span className="row">
                    <b>{row.preferredName ?? row.customerName}</b>
                    {row.waitingSince && <span className="meta">{since(row.waitingSince)}</span>}
                    {!row.mine && <span className="chip">{t('today.new')}</span>}
                  </span>
                  <span dir="auto" className="gist">
                    {row.gist || row.subject}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <SeeAll {...more} />
    </section>
  )
}
