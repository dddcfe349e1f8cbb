import { useEffect } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { appText } from './app.text.ts'
import { PlainFrame } from './PlainFrame.tsx'

const reload = () => window.location.reload()

/** When a page cannot be shown at all: the server was not there at the start, a new version came, or a bug. */
export function BrokenPage({ error }: { error: unknown }) {
  const text = useText(appText)
  const isOffline = !navigator.onLine
  useEffect(() => {
    if (isOffline) window.addEventListener('online', reload, { once: true })
    return () => window.removeEventListener('online', reload)
  }, [isOffline])
  return (
    <PlainFrame>
      <PageHeader
        title={isOffline ? text.offlineTitle : text.brokenTitle}
        intro={isOffline ? text.offline : error instanceof ApiError ? error.message : text.brokenText}
      />
      <Button variant="primary" onClick={reload}>
        {text.reload}
      </Button>
    </PlainFrame>
  )
}
