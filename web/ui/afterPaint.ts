/** In a window that is not in front no frame comes; then it need not wait for one. */
const longest = 400

/** Runs once what is on its way to the screen stands there, so that nobody waits for it. Returns how it is called off. */
export function afterPaint(run: () => void): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined
  const callOff = () => {
    cancelAnimationFrame(frame)
    clearTimeout(rest)
    clearTimeout(anyway)
  }
  const now = () => {
    callOff()
    run()
  }
  // The frame that follows an animation frame is the one with this screen in it.
  const frame = requestAnimationFrame(() => {
    rest = setTimeout(now)
  })
  const anyway = setTimeout(now, longest)
  return callOff
}
