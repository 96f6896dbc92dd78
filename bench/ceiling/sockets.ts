import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

// The floor of live events: open streams and nothing else. `POST /tell?n=50` writes one event to the first n of them, or to all.
const open = new Set<ServerResponse>()
const server = createServer((request, response) => {
  const url = new URL(request.url!, 'http://floor')
  if (url.pathname === '/tell') {
    const n = Number(url.searchParams.get('n')) || open.size
    const line = `event: change\ndata: {"type":"message.received","at":"${url.searchParams.get('mark')}"}\n\n`
    let told = 0
    for (const one of open) if (told++ < n) one.write(line)
    return response.end()
  }
  if (url.pathname === '/memory') return response.end(JSON.stringify(process.memoryUsage()))
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write('event: hello\ndata: {}\n\n')
  open.add(response)
  response.once('close', () => open.delete(response))
})
server.listen(0, '127.0.0.1', 20_000, () =>
  console.log(`ready ${JSON.stringify({ port: (server.address() as AddressInfo).port })}`),
)
