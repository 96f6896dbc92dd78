import { connect, type Socket } from 'node:net'
import { connect as secure, type TLSSocket } from 'node:tls'
import { onTestFinished } from 'vitest'

export interface Talk {
  /** Writes bytes as they are and waits for one whole answer. */
  say(bytes: string | Buffer): Promise<string>
  /** Waits for one more answer, without saying anything. */
  hear(): Promise<string>
  /** Everything heard and not yet asked for. */
  unheard(): string
  /** From now on by TLS; after the answer to STARTTLS. */
  encrypt(): Promise<{ protocol: string | null; name: string | undefined }>
}

/** Speaks SMTP byte by byte, as no honest mail program would. */
export async function talkTo(port: number): Promise<Talk> {
  let heard = ''
  let wake: () => void = () => {}
  let socket: Socket | TLSSocket = connect(port, '127.0.0.1')
  const listen = () => {
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      wake()
    })
    socket.on('error', () => {})
    socket.on('close', () => wake())
  }
  listen()
  onTestFinished(() => void socket.destroy())
  const hear = async (): Promise<string> => {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(heard)
      if (whole) {
        heard = heard.slice(whole[0].length)
        return whole[0].trimEnd()
      }
      if (socket.destroyed) return heard || 'hung up'
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  await hear()
  return {
    hear,
    unheard: () => heard,
    say(bytes) {
      socket.write(bytes)
      return hear()
    },
    async encrypt() {
      socket.removeAllListeners('data')
      const tls = secure({ socket: socket as Socket, rejectUnauthorized: false })
      await new Promise<void>((resolve, reject) => {
        tls.once('secureConnect', resolve)
        tls.once('error', reject)
      })
      socket = tls
      listen()
      return { protocol: tls.getProtocol(), name: tls.getPeerX509Certificate()?.subjectAltName }
    },
  }
}
