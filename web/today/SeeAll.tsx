import { Link } from 'wouter'
import { t } from '#web/text/t.ts'

/** Today names a few of each; where there are more, this leads to the list that has them all. */
export function SeeAll({ n, shown, href }: { n: number; shown: number; href: string }) {
  if (n <= shown) return null
  return (
    <p className="see-all">
      <Link href={href}>{t('today.all', { n })}</Link>
    </p>
  )
}
