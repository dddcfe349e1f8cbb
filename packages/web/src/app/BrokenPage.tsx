import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { appText } from './app.text.ts'
import { PlainFrame } from './PlainFrame.tsx'

/** When a page cannot be shown at all: the server was not there at the start, a new version came, or a bug. */
export function BrokenPage({ error }: { error: unknown }) {
  const text = useText(appText)
  return (
    <PlainFrame>
      <PageHeader
        title={text.brokenTitle}
        intro={error instanceof ApiError ? error.message : text.brokenText}
      />
      <Button variant="primary" onClick={() => window.location.reload()}>
        {text.reload}
      </Button>
    </PlainFrame>
  )
}
