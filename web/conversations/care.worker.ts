import { type DraftContext, readDraft } from '#care/draft.ts'
import { type Inbound, readInbound } from '#care/inbound.ts'

// Reads the draft beside the page, so that a keystroke never waits. What they wrote is read once.
let message: string | null = null
let inbound: Inbound | undefined
self.onmessage = ({ data }: MessageEvent<{ id: number; draft: string; context: DraftContext }>) => {
  if (data.context.customer.message !== message) {
    message = data.context.customer.message
    inbound = readInbound(message)
  }
  self.postMessage({ id: data.id, reading: readDraft(data.draft, data.context, inbound) })
}
