import './ui/tokens.css'
import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ProofGate } from './access/ProofGate.tsx'
import { queryClient, router } from './app/router.ts'
import { currentLanguage } from './language/language-choice.ts'

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no #app')
document.documentElement.lang = currentLanguage()

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <ProofGate />
    </QueryClientProvider>
  </StrictMode>,
)
