import type { Participant } from '@weerklank/core/relation/relation.contract'
import { type SubmitEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { toExportJobs } from './ExportJobs.tsx'
import { useAskReport } from './export-job.queries.ts'
import { exportJobText } from './export-job.text.ts'
import { forFile, ReportFields, type ReportWish } from './ReportFields.tsx'

/** For whom a report is, about what time, and as what. */
export function ReportForm({ relation, people }: { relation: string; people: readonly Participant[] }) {
  const text = useText(exportJobText)
  const clients = people.filter(({ member }) => member === null)
  const [wish, setWish] = useState<ReportWish>({
    whom: clients[0]?.id ?? forFile,
    ...{ from: '', until: '', purpose: 'care', language: useLanguage(), format: 'pdf' },
  })
  const ask = useAskReport(relation)
  const [error, setError] = useState({ form: '', until: '' })

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (ask.isPending) return
    const { whom, from, until, purpose, language, format } = wish
    if (from !== '' && until !== '' && until < from) return setError({ form: '', until: text.beforeFrom })
    setError({ form: '', until: '' })
    const level = whom === forFile ? ('file' as const) : ('client' as const)
    try {
      await ask.mutateAsync({
        ...{ id: newId(), format, language, level, purpose },
        ...{ participant: level === 'file' ? null : whom, from: from || null, until: until || null },
      })
      notify({ text: text.asking })
      toExportJobs()
    } catch (cause) {
      setError({ form: problemOf(cause, text), until: '' })
    }
  }

  return (
    <form className="wk-stack wk-export-form" noValidate onSubmit={handleSubmit}>
      <ReportFields wish={wish} onChange={setWish} clients={clients} untilError={error.until} />
      <FormEnd error={error.form === '' ? undefined : error.form} busy={ask.isPending}>
        {text.makeReport}
      </FormEnd>
    </form>
  )
}

/** Why nothing was asked for, in words; of a purpose that is refused the words of the refusal. */
export function problemOf(cause: unknown, text: (typeof exportJobText)['nl']): string {
  if (!(cause instanceof ApiError)) return text.failed
  return cause.code === 'conflict' ? text.tooMany : cause.message
}
