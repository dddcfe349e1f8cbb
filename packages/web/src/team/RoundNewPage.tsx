import './team.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { useReducer, useState } from 'react'
import { useMe } from '../access/access.ts'
import { ApiError } from '../api/api-error.ts'
import { newId } from '../api/new-id.ts'
import { useNow } from '../language/use-now.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextField } from '../ui/TextField.tsx'
import { RoundAsks } from './RoundAsks.tsx'
import { RoundChoices } from './RoundChoices.tsx'
import { RoundGroups } from './RoundGroups.tsx'
import { RoundTalk } from './RoundTalk.tsx'
import { RoundTickets } from './RoundTickets.tsx'
import { roundFormText } from './round-form.text.ts'
import {
  emptyRound,
  fittingInstruments,
  type RoundProblem,
  roundBody,
  roundFields,
  roundProblems,
  roundReducer,
} from './round-form.ts'
import { roundListQuery, useMakeRound } from './team.queries.ts'
import { useComingMeetings } from './use-coming-meetings.ts'

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
  const known = useQuery(roundListQuery).data
  const meetings = useComingMeetings()
  const { timeZone } = useMe().workspace
  const now = useNow()
  if (make.data !== undefined) return <RoundTickets made={make.data} />
  const { problems } = tried
  const errorAt = (field: string) => problems.find((problem) => problem.field === field)?.message

  function handleSubmit() {
    const { talkMeeting, talkOn } = draft
    const meeting = meetings.find(({ id }) => id === talkMeeting)
    const found = roundProblems(draft, text, {
      ...{ language, lastDay: localDay(addDays(now, draft.days), timeZone) },
      talkOn: meeting?.day ?? (talkOn === '' ? null : talkOn),
    })
    setTried({ attempt: tried.attempt + 1, problems: found })
    if (found.length > 0 || make.isPending) return
    const instrument = fittingInstruments(known?.instruments ?? [], draft).chosen?.id ?? draft.instrument
    make.mutate(roundBody({ ...draft, instrument }), {
      onError: (error) => {
        const told = error instanceof ApiError ? error.fields : {}
        const problems = (['groups', 'talk'] as const).flatMap((field) => {
          const message = told[field]
          return message === undefined ? [] : [{ field: roundFields[field], message }]
        })
        if (problems.length > 0) setTried({ attempt: tried.attempt + 2, problems })
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
        <RoundAsks draft={draft} dispatch={dispatch} instruments={known?.instruments ?? []} />
        <RoundGroups draft={draft} dispatch={dispatch} errorAt={errorAt} />
        <RoundTalk
          {...{ draft, dispatch, meetings, rounds: known?.rounds ?? [], error: errorAt(roundFields.talk) }}
        />
        <RoundChoices draft={draft} dispatch={dispatch} />
        <FormEnd busy={make.isPending} error={problems.length > 0 ? undefined : make.error?.message}>
          {text.make}
        </FormEnd>
      </form>
    </>
  )
}
