import './page-state.css'
import { useText } from '../language/use-text.ts'
import { Button } from './Button.tsx'
import { uiText } from './ui.text.ts'

type Props = { error: Error; onRetry?: (() => void) | undefined; busy?: boolean }

/** What happened, what was kept, what to do. An ApiError brings words for people; of other errors none are shown. */
export function ErrorNotice({ error, onRetry, busy = false }: Props) {
  const text = useText(uiText)
  return (
    <div className="wk-notice" role="alert">
      <h2>{text.errorHeading}</h2>
      {error.name === 'ApiError' && <p>{error.message}</p>}
      <p className="wk-muted">{text.kept}</p>
      {onRetry !== undefined && (
        <div className="wk-actions">
          <Button busy={busy} onClick={onRetry}>
            {text.retry}
          </Button>
        </div>
      )}
    </div>
  )
}
