import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { notYet } from './notYet.ts'

const server = createServer(notYet)
let url: string
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

it('shows whoever opens a page a sentence in their language, and comes again by itself', async () => {
  const opened = await fetch(`${url}/today`, {
    headers: { accept: 'text/html,*/*;q=0.8', 'accept-language': 'de-AT,en' },
  })
  expect(opened.status).toBe(503)
  expect(opened.headers.get('cache-control')).toBe('no-store')
  const page = await opened.text()
  expect(page).toContain('<html lang="de">')
  expect(page).toContain('Einen Moment')
  expect(page).toContain('http-equiv="refresh"')
})

it('tells a program to come again', async () => {
  const asked = await fetch(`${url}/healthz`)
  expect([asked.status, asked.headers.get('retry-after'), await asked.json()]).toEqual([
    503,
    '1',
    { ok: false },
  ])
})
