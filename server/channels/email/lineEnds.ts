import { Transform } from 'node:stream'

const CR = 0x0d
const LF = 0x0a

/** Bare CR and bare LF become CRLF: a letter has one kind of line end, so nobody behind us reads another letter out of it (VU#302671). */
export function crlf(): Transform {
  let openCr = false
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const out: Buffer[] = []
      let from = 0
      for (let at = 0; at < chunk.length; at++) {
        const byte = chunk[at]!
        if (openCr && byte !== LF) {
          out.push(chunk.subarray(from, at), Buffer.from([LF]))
          from = at
        } else if (byte === LF && !openCr) {
          out.push(chunk.subarray(from, at), Buffer.from([CR]))
          from = at
        }
        openCr = byte === CR
      }
      out.push(chunk.subarray(from))
      done(null, Buffer.concat(out))
    },
    flush(done) {
      done(null, openCr ? Buffer.from([LF]) : undefined)
    },
  })
}
