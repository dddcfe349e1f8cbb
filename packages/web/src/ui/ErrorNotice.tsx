import './page-state.css'
import { Link } from '@tanstack/react-router'
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
      <div className="wk-actions">
        {'code' in error && error.code === 'not-allowed' ? (
          // Again would be refused again.
          <Link to="/">{text.home}</Link>
        ) : (
          onRetry && (
            <Button busy={busy} onClick={onRetry}>
              {text.retry}
            </Button>
          )
        )}
      </div>
    </div>
  )
}
