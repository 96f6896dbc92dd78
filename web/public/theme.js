// Before the first paint, so that nobody is dazzled by the wrong theme.
try {
  const p = JSON.parse(localStorage.getItem('tend.preferences') || '{}')
  const root = document.documentElement
  if (p.theme) root.dataset.theme = p.theme
  if (p.contrast) root.dataset.contrast = p.contrast
  if (p.density) root.dataset.density = p.density
  if (p.easierLetters) root.dataset.letters = 'easier'
  const color = JSON.parse(localStorage.getItem('tend.companyColor') || 'null')
  if (color) {
    root.style.setProperty('--company-on-light', color.light)
    root.style.setProperty('--company-on-dark', color.dark)
    root.dataset.companyColor = ''
  }
} catch {}
