// Looks for news while somebody looks at the page. Without it the page is the same, only still.
const main = document.querySelector('main')
let tag = main.dataset.tag

async function look() {
  if (document.hidden) return
  const answer = await fetch(location.pathname + location.search, { headers: { 'if-none-match': tag } })
  // The link has run out or was revoked: nothing of it stays on the screen.
  if (answer.status === 404) return location.reload()
  if (answer.status !== 200) return
  tag = answer.headers.get('etag')
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  let news = false
  // Never the letter-box, and no form in which somebody has begun.
  for (const old of document.querySelectorAll('[data-live]')) {
    const now = fresh.getElementById(old.id)
    if (!now || now.innerHTML === old.innerHTML || inUse(old)) continue
    old.replaceWith(now)
    news ||= now.dataset.quiet === undefined
  }
  const line = document.getElementById('news')
  if (news) line.textContent = line.dataset.news
}

const inUse = (part) =>
  part.querySelector('form') &&
  (part.contains(document.activeElement) ||
    [...part.querySelectorAll('input, textarea, select')].some((one) =>
      one.type === 'checkbox' || one.type === 'radio'
        ? one.checked !== one.defaultChecked
        : one.options
          ? [...one.options].some((option) => option.selected !== option.defaultSelected)
          : 'defaultValue' in one && one.type !== 'hidden' && one.value !== one.defaultValue,
    ))

setInterval(() => look().catch(() => {}), 20_000)
addEventListener('visibilitychange', () => look().catch(() => {}))
