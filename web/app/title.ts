import { useEffect } from 'react'
import { afterPaint } from '#web/ui/afterPaint.ts'

let place = ''
const inside: string[] = []
let soon = () => {}
/** The tab may be named a frame later; once, also where one screen leaves as the next comes. */
const say = () => {
  soon()
  soon = afterPaint(() => {
    document.title = [inside.at(-1), place].filter(Boolean).join(' – ') || 'Tend'
  })
}

/** What the frame knows: the screen and the company. */
export function titlePlace(words: string): void {
  place = words
  say()
}

/** A screen that shows one thing names it first, so that tabs can be told apart. */
export function useTitle(words: string | undefined): void {
  useEffect(() => {
    if (!words) return
    inside.push(words)
    say()
    return () => {
      inside.splice(inside.lastIndexOf(words), 1)
      say()
    }
  }, [words])
}
