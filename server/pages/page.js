// Looks for news twice a minute while somebody looks at the page. Without it the page is the same, only still.
const main = document.querySelector('main')
let tag = main.dataset.tag

async function look() {
  if (document.hidden) return
  const answer = await fetch(location.pathname + location.search, { headers: { 'if-none-match': tag } })
  if (answer.status !== 200) return
  tag = answer.headers.get('etag')
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  // Never the form: somebody may be writing.
  for (const id of ['who', 'doing', 'hear', 'conversation'])
    document.getElementById(id).replaceWith(fresh.getElementById(id))
  const news = document.getElementById('news')
  news.textContent = news.dataset.news
}

setInterval(() => look().catch(() => {}), 30_000)
