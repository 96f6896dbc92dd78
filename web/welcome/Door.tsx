import type { ReactNode } from 'react'
import { useTitle } from '#web/app/title.ts'
import './welcome.css'

/** The page outside the house: one column, the mark, one thing to do. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  useTitle(title)
  return (
    <div className="door">
      <main>
        <img src="/mark.svg" alt="" width="40" height="40" />
        {children}
      </main>
    </div>
  )
}
