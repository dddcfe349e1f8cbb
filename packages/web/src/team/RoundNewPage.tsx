import './team.css'
import { Link } from '@tanstack/react-router'
import { useReducer, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextField } from '../ui/TextField.tsx'
import { RoundChoices } from './RoundChoices.tsx'
import { RoundGroups } from './RoundGroups.tsx'
import { RoundTickets } from './RoundTickets.tsx'
import { roundFormText } from './round-form.text.ts'
import {
  emptyRound,
  type RoundProblem,
  roundBody,
  roundFields,
  roundProblems,
  roundReducer,
} from './round-form.ts'
import { useMakeRound } from './team.queries.ts'

/** Makes a round; then shows its tickets, which are here only now. */
export function RoundNewPage() {
  const text = useText(roundFormText)
  const language = useLanguage()
  const [draft, dispatch] = useReducer(roundReducer, null, () => emptyRound(newId(), newId()))
  const [tried, setTried] = useState<{ attempt: number; problems: readonly RoundProblem[] }>({
    attempt: 0,
    problems: [],
  })
  const make = useMakeRound()
  if (make.data !== undefined) return <RoundTickets made={make.data} />
  const { problems } = tried
  const errorAt = (field: string) => problems.find((problem) => problem.field === field)?.message

  function handleSubmit() {
    const found = roundProblems(draft, text, language)
    setTried({ attempt: tried.attempt + 1, problems: found })
    if (found.length > 0 || make.isPending) return
    make.mutate(roundBody(draft), {
      onError: (error) => {
        const message = error instanceof ApiError ? error.fields.groups : undefined
        if (message !== undefined) {
          setTried({ attempt: tried.attempt + 2, problems: [{ field: roundFields.groups, message }] })
        }
      },
    })
  }

  return (
    <>
      <PageHeader title={text.title} intro={text.intro} back={<Link to="/peilingen">{text.back}</Link>} />
      <form
        noValidate
        className="wk-stack wk-stack--wide wk-round-form"
        onSubmit={(event) => {
          event.preventDefault()
          handleSubmit()
        }}
      >
        <ErrorSummary errors={problems} attempt={tried.attempt} />
        <TextField
          id={roundFields.title}
          label={text.name}
          hint={text.nameHint}
          maxLength={120}
          value={draft.title}
          error={errorAt(roundFields.title)}
          onChange={(title) => dispatch({ type: 'changed', change: { title } })}
        />
        <RoundGroups draft={draft} dispatch={dispatch} errorAt={errorAt} />
        <RoundChoices draft={draft} dispatch={dispatch} />
        <FormEnd busy={make.isPending} error={problems.length > 0 ? undefined : make.error?.message}>
          {text.make}
        </FormEnd>
      </form>
    </>
  )
}
