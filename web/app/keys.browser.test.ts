import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { launchBrowser } from '#journeys/browser.ts'

/** Binds `Enter`, `e`, `$mod+k` and, to a field that `window.come` brings, `l`, as a screen does; and writes down what ran. */
const screen = `
  import { createElement, useEffect } from 'react'
  import { createRoot } from 'react-dom/client'
  import { listenForKeys, setKeys, useKeys } from '#web/app/keys.ts'
  const ran = (window.ran = [])
  const Screen = () => {
    useKeys(['Enter', 'e', '$mod+k'].map((keys) => ({ keys, label: 'keys.open', run: () => ran.push(keys) })))
    useKeys([{ keys: 'l', label: 'keys.tag', writes: true, run: () => ran.push('l') }])
    useEffect(() => void (window.drawn = true), [])
    return null
  }
  window.setKeys = setKeys
  window.come = () => {
    const field = document.getElementById('late')
    field.hidden = false
    field.addEventListener('keydown', ({ key }) => key === 'Enter' && ran.push('found ' + field.value))
    field.focus()
  }
  listenForKeys()
  createRoot(document.getElementById('screen')).render(createElement(Screen))
`
const html = `
  <div id="screen"></div>
  <div id="list" tabindex="0">A list</div>
  <button id="button" onclick="window.ran.push('pressed')"><b>Done</b></button>
  <a id="link" href="#there" onclick="window.ran.push('followed')">Promises</a>
  <input id="input"><input id="late" hidden><div id="editor" contenteditable="true"></div>
  <div role="menu"><button id="item" role="menuitem">Edit</button></div>
`
let browser: Browser
let page: Page
let code: string

beforeAll(async () => {
  const bundle = (await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('..', import.meta.url)),
    plugins: [
      {
        name: 'screen',
        resolveId: (id) =>
          id === 'screen' ? fileURLToPath(import.meta.url.replace('browser.test', 'screen')) : null,
        load: (id) => (id.endsWith('keys.screen.ts') ? screen : null),
      },
    ],
    build: { write: false, rollupOptions: { input: 'screen', output: { format: 'iife' } } },
  })) as Rolldown.RolldownOutput
  code = bundle.output[0].code
  browser = await launchBrowser()
  page = await browser.newPage()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  await page.setContent(html)
  await page.addScriptTag({ content: code })
  await page.waitForFunction('window.drawn')
})

const ranAfter = async (focus: string | null, ...presses: string[]): Promise<string[]> => {
  if (focus) await page.locator(focus).focus()
  for (const press of presses) await page.keyboard.press(press)
  return page.evaluate(() => (globalThis as unknown as { ran: string[] }).ran)
}

it('runs a screen’s keys while nothing that needs them has the focus', async () => {
  expect(await ranAfter(null, 'e', 'Enter')).toEqual(['e', 'Enter'])
  expect(await ranAfter('#list', 'Enter')).toEqual(['e', 'Enter', 'Enter'])
})

it('leaves Enter to the button or link that has the focus, and takes the letters', async () => {
  expect(await ranAfter('#button', 'Enter', 'e')).toEqual(['pressed', 'e'])
  expect(await ranAfter('#link', 'Enter')).toEqual(['pressed', 'e', 'followed'])
})

it('rests in fields, editors and open menus, but for ⌘ and Ctrl', async () => {
  for (const place of ['#input', '#editor', '#item']) await ranAfter(place, 'e')
  expect(await ranAfter('#input', 'Control+k')).toEqual(['$mod+k'])
})

it('rests when switched off, and follows a moved key', async () => {
  await page.evaluate(() =>
    (globalThis as unknown as { setKeys: (on: boolean, map: object) => void }).setKeys(false, {}),
  )
  expect(await ranAfter(null, 'e', 'Control+k')).toEqual(['$mod+k'])
  await page.evaluate(() =>
    (globalThis as unknown as { setKeys: (on: boolean, map: object) => void }).setKeys(true, { e: 'y' }),
  )
  expect(await ranAfter(null, 'e', 'y')).toEqual(['$mod+k', 'e'])
})

it('keeps what is typed before the field that a key leads to is there, and runs nothing by it', async () => {
  expect(await ranAfter(null, 'l', 'b', 'e', 'n', 'Enter')).toEqual(['l'])
  await page.evaluate('window.come()')
  expect(await page.inputValue('#late')).toBe('ben')
  expect(await ranAfter('#list', 'e')).toEqual(['l', 'found ben', 'e'])
})
