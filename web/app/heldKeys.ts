/*
 * Whoever presses `r` or `/` goes on typing at once. Until the place to write in has the focus, what they type is held here, so that
 * none of it is lost, and none of it is taken for a key that does something. A field takes it by itself; an editor asks for it.
 */
let held: string | null = null
let end: ReturnType<typeof setTimeout> | undefined
/** A place that has not come by then does not come; keys must not be swallowed for ever. */
const longest = 8000

export function holdKeys(): void {
  if (held === null) {
    document.addEventListener('keydown', take, true)
    document.addEventListener('focusin', giveToField)
  }
  held ??= ''
  clearTimeout(end)
  end = setTimeout(takeHeld, longest)
}

/** What was typed meanwhile; from here on keys go where the focus is. */
export function takeHeld(): string {
  const words = held ?? ''
  held = null
  clearTimeout(end)
  document.removeEventListener('keydown', take, true)
  document.removeEventListener('focusin', giveToField)
  return words
}

/** A line to write in takes what was typed as if it had been there: Enter and all. */
function giveToField({ target }: FocusEvent): void {
  if (!(target instanceof HTMLInputElement) || !/^(text|search|email)$/.test(target.type)) return
  for (const part of takeHeld().split(/(\n)/)) {
    if (part === '\n')
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    else if (part) document.execCommand('insertText', false, part)
  }
}

function take(event: KeyboardEvent): void {
  const isLetter = event.key.length === 1
  const isCommand = event.metaKey || event.ctrlKey || event.altKey
  if (event.isComposing || (isCommand && !event.getModifierState('AltGraph'))) return
  if (event.key === 'Escape') return void takeHeld()
  if (!isLetter && event.key !== 'Enter' && event.key !== 'Backspace') return
  held = event.key === 'Backspace' ? held!.slice(0, -1) : held + (isLetter ? event.key : '\n')
  event.preventDefault()
  event.stopImmediatePropagation()
}
