/*
 * Whose window this is. A browser has one cookie for all its windows, so that somebody else may sign in while this one is open; what
 * is asked for here says in whose name it is meant, and the server refuses it in another's.
 */
let whose: string | null = null
export const whoseWindow = (): string | null => whose

/** Called while the screen is made, before anything below it can ask. Null: nobody's, as at the door. */
export function sitDown(who: string | null): void {
  whose = who
}

const said = 'tend.somebodyElse'
/** The window becomes theirs who is signed in now. Words that were begun stay with whoever began them. */
export function giveWay(): void {
  try {
    sessionStorage.setItem(said, '1')
  } catch {
    // Then it is not said.
  }
  location.reload()
}
/** Whether the window has just changed hands; asked once. */
export function hasGivenWay(): boolean {
  const was = sessionStorage.getItem(said) !== null
  sessionStorage.removeItem(said)
  return was
}
