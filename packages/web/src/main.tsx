import './ui/tokens.css'
import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient, router } from './app/router.ts'
import { currentLanguage } from './language/language-choice.ts'

// No page waits for it: a question that comes earlier is asked as soon as it is there.
const ProofGate = lazy(async () => ({ default: (await import('./access/ProofGate.tsx')).ProofGate }))

// When the page has come to rest.
window.addEventListener('load', () =>
  setTimeout(
    () =>
      import('./app/offline.ts').then(
        ({ keepFrame }) => keepFrame(),
        () => undefined,
      ),
    2_000,
  ),
)

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no #app')
document.documentElement.lang = currentLanguage()

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Suspense fallback={null}>
        <ProofGate />
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
)
