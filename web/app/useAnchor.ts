import { useEffect } from 'react'

const patience = 5000

/** A link to one message leads to that message, also where its screen is drawn later; a ring shows for a moment which it is. */
export function useAnchor(path: string): void {
  const anchor = location.hash.slice(1)
  useEffect(() => {
    if (!/^[a-z]{3}_\w{22}$/.test(anchor) || !path) return
    const show = () => {
      const there = document.getElementById(anchor)
      if (!there) return false
      // After the screen has put itself where it begins.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          there.scrollIntoView({ block: 'center' })
          there.classList.add('meant')
          setTimeout(() => there.classList.remove('meant'), 2500)
        }),
      )
      return true
    }
    if (show()) return
    const watch = new MutationObserver(() => show() && watch.disconnect())
    watch.observe(document.body, { childList: true, subtree: true })
    const end = setTimeout(() => watch.disconnect(), patience)
    return () => {
      clearTimeout(end)
      watch.disconnect()
    }
  }, [path, anchor])
}
