import '@fontsource-variable/source-sans-3/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import '@fontsource/ibm-plex-mono/latin-400.css'
import '#web/ui/tokens.css'
import '#web/ui/base.css'
import './app.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '#web/api/cache.ts'
import { listenForInstall } from '#web/offline/install.ts'
import { forgetTheRest } from '#web/offline/shelf.ts'
import { App } from './App.tsx'

listenForInstall()
void forgetTheRest()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
