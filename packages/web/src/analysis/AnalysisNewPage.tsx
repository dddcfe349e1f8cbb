import './analysis-list.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { AnalysisFields } from './AnalysisFields.tsx'
import { codebooksQuery, useStartAnalysis } from './analysis.queries.ts'
import { analysisFields, emptyAnalysis, sourcesOf, ticked } from './analysis-draft.ts'
import { analysisFormText } from './analysis-form.text.ts'
import { TickList } from './TickList.tsx'

/** Begins an analysis; then opens it. */
export function AnalysisNewPage() {
  const text = useText(analysisFormText)
  const language = useLanguage()
  const navigate = useNavigate()
  const me = useMe().member.id
  const [id] = useState(newId)
  const [draft, setDraft] = useState(emptyAnalysis)
  const [attempt, setAttempt] = useState(0)
  const start = useStartAnalysis()
  const problem = attempt > 0 && draft.title.trim() === '' ? text.titleMissing : undefined

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (draft.title.trim() === '' || start.isPending) return
    const { title, question, codebooks, members } = draft
    const body = { id, title, question, sources: sourcesOf(draft), codebooks: [...codebooks], language }
    try {
      await start.mutateAsync({ body, members: members.length === 0 ? [] : [me, ...members] })
      await navigate({ to: '/duiden/$analysis', params: { analysis: id } })
    } catch {
      // Said at the end of the form.
    }
  }

  return (
    <>
      <PageHeader title={text.newTitle} intro={text.newIntro} back={<Link to="/duiden">{text.back}</Link>} />
      <form noValidate className="wk-stack wk-stack--wide wk-analysis-form" onSubmit={handleSubmit}>
        <ErrorSummary
          errors={problem === undefined ? [] : [{ field: analysisFields.title, message: problem }]}
          attempt={attempt}
        />
        <AnalysisFields
          draft={draft}
          titleError={problem}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <Codebooks
          chosen={draft.codebooks}
          onTick={(key, on) => setDraft({ ...draft, codebooks: ticked(draft.codebooks, key, on) })}
        />
        <FormEnd busy={start.isPending} error={problem === undefined ? start.error?.message : undefined}>
          {text.start}
        </FormEnd>
      </form>
    </>
  )
}

type CodebooksProps = { chosen: readonly string[]; onTick: (key: string, on: boolean) => void }

function Codebooks({ chosen, onTick }: CodebooksProps) {
  const text = useText(analysisFormText)
  const language = useLanguage()
  const { data } = useQuery(codebooksQuery)
  if (data === undefined || data.codebooks.length === 0) return null
  return (
    <TickList
      label={text.codebooks}
      hint={text.codebooksHint}
      options={data.codebooks.map(({ key, name, codes }) => ({
        value: key,
        label: name[language],
        aside: text.codes(codes),
      }))}
      chosen={chosen}
      onTick={onTick}
    />
  )
}
