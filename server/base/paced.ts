/**
 * Does something at once when it is asked for, and then at most every so many milliseconds: what is asked for meanwhile is done in one
 * go, and nothing asked for is left undone. One at a time. Where `work` says false, there was nothing to do, and what is asked for next
 * need not wait for it.
 */
export function paced(
  ms: number,
  work: () => Promise<unknown>,
): { wake(): void /** Waits for what runs; nothing begins any more. */; stop(): Promise<void> } {
  let isAsked = false
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let lastBegan = Number.NEGATIVE_INFINITY

  const begin = () => {
    timer = undefined
    if (isStopped) return
    isAsked = false
    lastBegan = performance.now()
    running = work()
      .then((done) => {
        if (done === false) lastBegan = Number.NEGATIVE_INFINITY
      })
      .finally(() => {
        running = null
        if (isAsked) soon()
      })
  }
  const soon = () => {
    if (running || timer || isStopped) return
    const rest = lastBegan + ms - performance.now()
    if (rest > 0) timer = setTimeout(begin, rest)
    else begin()
  }
  return {
    wake() {
      isAsked = true
      soon()
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
