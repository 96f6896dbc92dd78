import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'

/** Leads to where something was said or promised: down the page where its conversation is open, else to its screen. */
export function ToMessage({
  conversationId,
  at,
  children,
}: {
  conversationId: string
  /** The message or promise. */
  at: string
  children: ReactNode
}) {
  const [path] = useLocation()
  const screen = `/conversations/${conversationId}`
  // A link of the router would change the address and move nothing.
  return path === screen ? (
    <a href={`#${at}`} className="to-message">
      {children}
    </a>
  ) : (
    <Link href={`${screen}#${at}`} className="to-message">
      {children}
    </Link>
  )
}
