import { Link, useNavigate } from '@tanstack/react-router'
import { formatProblems } from '@weerklank/core/dialogue/format.rules'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { usePublishFormat } from './format.queries.ts'
import type { FormatDraft, FormatDraftState } from './format-draft.ts'
import { formatEditText } from './format-edit.text.ts'
import { focusNext } from './format-edit.ts'

type Props = { draft: FormatDraft; state: FormatDraftState; say: (words: string) => void }

/** Name, undo, how it is kept, and taking it into use. */
export function FormatEditHead({ draft, state, say }: Props) {
  const text = useText(formatEditText)
  const { now, kept, phase } = state
  function handleUndo() {
    draft.undo()
    say(text.undone)
  }
  function handleRedo() {
    draft.redo()
    say(text.redone)
  }
  return (
    <PageHeader
      title={now.name.nl || text.untitled}
      back={
        <Link to="/gesprekken/vormen/$format" params={{ format: now.key }}>
          {text.back}
        </Link>
      }
      actions={<Publish draft={draft} state={state} />}
    >
      {kept.own?.status === 'published' && <p className="wk-muted">{text.published}</p>}
      <div className="wk-actions">
        <Button variant="quiet" icon="return" onClick={handleUndo}>
          {text.undo}
        </Button>
        <Button variant="quiet" onClick={handleRedo}>
          {text.redo}
        </Button>
        <span className="wk-muted wk-small" role="status">
          {text.phase[phase]}
        </span>
        {phase === 'failed' && <TextButton onClick={() => void draft.flush()}>{text.again}</TextButton>}
      </div>
      <div role="alert">
        {state.error !== null && <p className="wk-field__error">{state.error.message}</p>}
        {phase === 'conflict' && (
          <div className="wk-notice">
            <p>{text.conflict}</p>
            <Button onClick={() => void draft.takeTheirs()}>{text.takeTheirs}</Button>
          </div>
        )}
      </div>
    </PageHeader>
  )
}

/** What is left to do first gets the focus. */
function Publish({ draft, state: { now, kept } }: Omit<Props, 'say'>) {
  const text = useText(formatEditText)
  const navigate = useNavigate()
  const publish = usePublishFormat()
  // Words that were published stay as they are: without a change there is nothing to publish.
  if (kept.own?.status !== 'draft' && now === kept.format) return null
  async function handlePublish() {
    if (formatProblems(now).length > 0) return focusNext('vorm-te-doen')
    const own = (await draft.flush())?.own
    if (own === undefined || own === null) return
    publish.mutate(
      { id: own.id, revision: own.revision },
      {
        onSuccess: () => void navigate({ to: '/gesprekken/vormen/$format', params: { format: now.key } }),
      },
    )
  }
  return (
    <div>
      <Button variant="primary" icon="check" busy={publish.isPending} onClick={() => void handlePublish()}>
        {text.publish}
      </Button>
      <div role="alert">
        {publish.error !== null && <p className="wk-field__error">{publish.error.message}</p>}
      </div>
    </div>
  )
}
