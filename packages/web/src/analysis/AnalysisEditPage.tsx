import './analysis-list.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { AnalysisFields } from './AnalysisFields.tsx'
import { analysisQuery, useChangeAnalysis, useRemoveAnalysis } from './analysis.queries.ts'
import { analysisFields, draftOf, sourcesOf } from './analysis-draft.ts'
import { analysisFormText } from './analysis-form.text.ts'

/** Changes what an analysis is called, asks and draws on, and who works on it; or removes it. */
export function AnalysisEditPage() {
  const text = useText(analysisFormText)
  const { analysis } = useParams({ from: '/members/duiden/$analysis/instellen' })
  const query = useQuery(analysisQuery(analysis))
  return (
    <>
      <PageHeader
        title={text.editTitle}
        intro={text.editIntro}
        back={
          <Link to="/duiden/$analysis" params={{ analysis }}>
            {text.backToOne}
          </Link>
        }
      />
      <PageState query={query}>
        {(found) => (
          <div className="wk-stack wk-stack--wide">
            <Form analysis={found} />
            <Remove analysis={found.id} />
          </div>
        )}
      </PageState>
    </>
  )
}

function Form({ analysis }: { analysis: Analysis }) {
  const text = useText(analysisFormText)
  const navigate = useNavigate()
  const me = useMe().member.id
  const [draft, setDraft] = useState(() => draftOf(analysis))
  const [attempt, setAttempt] = useState(0)
  const change = useChangeAnalysis(analysis.id)
  const problem = attempt > 0 && draft.title.trim() === '' ? text.titleMissing : undefined
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (draft.title.trim() === '' || change.isPending) return
    const { title, question, members } = draft
    const own = members.includes(me) ? members : [...members, me]
    const { version } = analysis
    try {
      await change.mutateAsync({ version, title, question, sources: sourcesOf(draft), members: [...own] })
      notify({ text: text.saved })
      await navigate({ to: '/duiden/$analysis', params: { analysis: analysis.id } })
    } catch {
      // Said at the end of the form.
    }
  }
  return (
    <form noValidate className="wk-stack wk-stack--wide wk-analysis-form" onSubmit={handleSubmit}>
      <ErrorSummary
        errors={problem === undefined ? [] : [{ field: analysisFields.title, message: problem }]}
        attempt={attempt}
      />
      <AnalysisFields
        draft={draft}
        titleError={problem}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      <FormEnd busy={change.isPending} error={failure(change.error, text.conflict)}>
        {text.save}
      </FormEnd>
    </form>
  )
}

function failure(error: Error | null, conflict: string): string | undefined {
  if (error === null) return undefined
  return error instanceof ApiError && error.code === 'conflict' ? conflict : error.message
}

function Remove({ analysis }: { analysis: string }) {
  const text = useText(analysisFormText)
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const remove = useRemoveAnalysis(analysis)
  async function handleRemove() {
    try {
      await remove.mutateAsync()
      notify({ text: text.removed })
      await navigate({ to: '/duiden' })
    } catch {
      // Said in the dialog.
    }
  }
  return (
    <div className="wk-actions">
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {text.remove}
      </Button>
      <Dialog
        open={open}
        title={text.removeTitle}
        onClose={() => setOpen(false)}
        actions={
          <Button variant="destructive" busy={remove.isPending} onClick={handleRemove}>
            {text.remove}
          </Button>
        }
      >
        <p>{text.removeText}</p>
        {remove.error !== null && <p role="alert">{remove.error.message}</p>}
      </Dialog>
    </div>
  )
}
