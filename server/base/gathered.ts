/**
 * Does in one go what is asked for while an earlier lot is being done, at most so many: whoever comes alone waits for nobody. Where a lot
 * fails, each of it is done by itself, so that one bad thing holds up no other; so `work` must leave nothing behind where it fails.
 */
export function gathered<T, R>(
  work: (all: readonly T[]) => Promise<readonly R[]>,
  atMost: number,
): (one: T) => Promise<R> {
  const waiting: { one: T; done(result: R): void; failed(error: unknown): void }[] = []
  let isRunning = false

  const run = async () => {
    isRunning = true
    while (waiting.length) {
      const lot = waiting.splice(0, atMost)
      try {
        const results = await work(lot.map(({ one }) => one))
        for (const [n, { done }] of lot.entries()) done(results[n]!)
      } catch (error) {
        if (lot.length === 1) lot[0]!.failed(error)
        else await Promise.all(lot.map(alone))
      }
    }
    isRunning = false
  }
  const alone = async ({ one, done, failed }: (typeof waiting)[number]) => {
    try {
      done((await work([one]))[0]!)
    } catch (error) {
      failed(error)
    }
  }
  return (one) =>
    new Promise((done, failed) => {
      waiting.push({ one, done, failed })
      if (!isRunning) void run()
    })
}

/** The same for each house by itself: a process of tests has many. */
export function gatheredIn<H extends object, T, R>(
  work: (house: H, all: readonly T[]) => Promise<readonly R[]>,
  atMost: number,
): (house: H, one: T) => Promise<R> {
  const houses = new WeakMap<H, (one: T) => Promise<R>>()
  return (house, one) => {
    const here = houses.get(house) ?? gathered<T, R>((all) => work(house, all), atMost)
    houses.set(house, here)
    return here(one)
  }
}
