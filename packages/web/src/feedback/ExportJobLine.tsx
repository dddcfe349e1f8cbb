import type { ExportJob } from '@weerklank/core/feedback/export-job.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { momentWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { checkExportText } from './check-export.text.ts'
import { isOnItsWay, useCancelExportJob, useFetchExportJob } from './export-job.queries.ts'
import { exportJobText } from './export-job.text.ts'

/** One file on its way or ready, with what can be done about it. */
export function ExportJobLine({ job, seen }: { job: ExportJob; seen: Seen }) {
  const text = useText(exportJobText)
  const formats = { ...useText(checkExportText).formats, ...text.formats }
  const cancel = useCancelExportJob()
  const fetching = useFetchExportJob()
  const [problem, setProblem] = useState('')
  const { state, kind, format, progress } = job
  const name = `${text.kinds[kind]}: ${formats[format]}`
  const about = <span className="wk-sr-only">: {name}</span>
  const handleFetch = () =>
    fetching.mutateAsync(job.id).then(
      (file) => notify({ text: text.kept(file) }),
      (error: unknown) =>
        setProblem(error instanceof ApiError && error.code === 'conflict' ? text.changed : text.failed),
    )
  const handleCancel = () =>
    cancel.mutateAsync(job.id).then(
      () => notify({ text: state === 'ready' ? text.removed : text.stopped }),
      () => setProblem(text.failed),
    )
  return (
    <li>
      <p>
        <strong>{name}</strong>
      </p>
      <p className="wk-muted wk-small" role="status">
        {stateWords({ job, seen, text })}
      </p>
      {isOnItsWay(job) && (
        <progress
          aria-label={text.progress(name)}
          {...(progress.of > 0 && { value: progress.done, max: progress.of })}
        />
      )}
      {problem !== '' && (
        <p className="wk-field__error" role="alert">
          {problem}
        </p>
      )}
      <div className="wk-actions">
        {state === 'ready' && (
          <Button
            variant="primary"
            icon="download"
            busy={fetching.isPending}
            onClick={() => void handleFetch()}
          >
            {text.fetch}
            {about}
          </Button>
        )}
        <Button busy={cancel.isPending} onClick={() => void handleCancel()}>
          {state === 'ready' ? text.remove : text.stop}
          {about}
        </Button>
      </div>
    </li>
  )
}

type Told = { job: ExportJob; seen: Seen; text: (typeof exportJobText)['nl'] }

/** Where it stands: the day until which it is there, or how much is made. */
function stateWords({ job, seen, text }: Told): string {
  const { state, progress, until, askedAt } = job
  const asked = text.asked(momentWords(askedAt, seen))
  if (state === 'ready' && until !== null)
    return `${text.states.ready}. ${text.until7(shortDay(until, seen))}. ${asked}.`
  if (state !== 'making' || progress.of === 0) return `${text.states[state]}. ${asked}.`
  const number = new Intl.NumberFormat(seen.language)
  const far = text.some(number.format(progress.done), number.format(progress.of))
  return `${text.states.making}: ${far}. ${asked}.`
}
