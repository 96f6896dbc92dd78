import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'

/**
 * What is answered before the house is open. A program hears that it is to come again; whoever has opened a page sees a sentence, a
 * customer as well as a teammate, and the page they wanted as soon as there is one. Nothing but files is read: all else is still being read.
 */
export const notYet: RequestListener = (request, response) => {
  const isPage = /\btext\/html\b/.test(request.headers.accept ?? '')
  response.writeHead(503, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    'retry-after': '1',
    'cache-control': 'no-store',
  })
  response.end(isPage ? page(request.headers['accept-language']) : '{"ok":false}')
}

function page(asked = ''): string {
  const language = /^\s*de\b/i.test(asked) ? 'de' : 'en'
  const texts = JSON.parse(
    readFileSync(new URL(`./text.${language}.json`, import.meta.url), 'utf8'),
  ) as Record<string, string>
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="2">
<title>${texts['app.notYet']}</title>
<style>body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;font:1.125rem/1.6 Georgia,serif;text-align:center;background:light-dark(#fbf8f3,#1b1917);color:light-dark(#2b2622,#efe9e1)}h1{font-size:1.75rem;font-weight:550;margin:0 0 8px}p{margin:0}</style>
<main><h1>${texts['app.notYet']}</h1><p>${texts['app.notYet.how']}</p></main>
</html>
`
}
