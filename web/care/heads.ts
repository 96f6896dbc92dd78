import { type Heads, readHeads } from '#care/heads/heads.ts'
import address from '#care/weights/heads.bin?url'

let loading: Promise<Heads> | null = null

/**
 * The learnt weights: a file of its own with its hash in the name, fetched when somebody first needs it and kept by the
 * browser for good. The same bytes as the server reads.
 */
export function loadHeads(): Promise<Heads> {
  loading ??= fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(`The weights did not come: ${answer.status}`)
    return readHeads(new Uint8Array(await answer.arrayBuffer()))
  })
  // A network that was away is asked again the next time.
  loading.catch(() => {
    loading = null
  })
  return loading
}
