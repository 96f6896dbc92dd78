import { connect, type OpenConnection, type Patience } from './connection.ts'
import { keyOfRoad, type Road } from './road.ts'
import type { RecipientAnswer } from './settle.ts'
import { answerOf, deliver, type Parcel } from './transport.ts'

export interface Pool {
  /** Sends one letter by a road; never throws. */
  send(road: Road, parcel: Parcel, beforeDot: () => Promise<boolean>): Promise<RecipientAnswer[]>
  close(): void
}

/** Servers like neither a connection per letter nor one for ever. */
const restFor = 3000
const lettersPerConnection = 50

/** A few connections kept open for the next letter by the same road. */
export function openPool(name: string, patience: Patience): Pool {
  const resting = new Map<string, { connection: OpenConnection; timer: NodeJS.Timeout }[]>()
  let closed = false

  const take = (road: Road): OpenConnection | null => {
    const waiting = resting.get(keyOfRoad(road)) ?? []
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      clearTimeout(next.timer)
      if (!next.connection.smtp.destroyed) return next.connection
    }
    return null
  }
  const rest = (road: Road, connection: OpenConnection) => {
    if (closed || connection.letters >= lettersPerConnection) return connection.smtp.quit()
    const key = keyOfRoad(road)
    const entry = {
      connection,
      timer: setTimeout(() => {
        resting.set(
          key,
          (resting.get(key) ?? []).filter((one) => one !== entry),
        )
        connection.smtp.quit()
      }, restFor),
    }
    resting.set(key, [...(resting.get(key) ?? []), entry])
  }

  return {
    async send(road, parcel, beforeDot) {
      const used = take(road)
      let connection: OpenConnection
      try {
        connection = used ?? (await connect(road, name, patience))
      } catch (error) {
        return parcel.recipients.map((address) => ({ address, ...answerOf(error as Error) }))
      }
      const { answers, usable } = await deliver(connection, parcel, beforeDot)
      if (usable) rest(road, connection)
      else connection.destroy()
      // A resting connection may have been closed by the other side meanwhile; that says nothing about the server.
      if (used && answers.every((answer) => answer.serverAway)) return this.send(road, parcel, beforeDot)
      return answers
    },
    close() {
      closed = true
      for (const waiting of resting.values())
        for (const { connection, timer } of waiting) {
          clearTimeout(timer)
          connection.destroy()
        }
      resting.clear()
    },
  }
}
