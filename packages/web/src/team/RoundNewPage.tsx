import './team.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
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
import { PageState } from '../ui/PageState.tsx'
import { TextField } from '../ui/TextField.tsx'
import { circleListQuery } from './circle.queries.ts'
import { RoundAsks } from './RoundAsks.tsx'
import { RoundChoices } from './RoundChoices.tsx'
import { RoundGroups } from './RoundGroups.tsx'
import { RoundTalk } from './RoundTalk.tsx'
import { RoundTickets } from './RoundTickets.tsx'
import { beganRound, roundAgain } from './round-begin.ts'
import { roundFormText } from './round-form.text.ts'
import {
  fittingInstruments,
  type RoundDraft,
  type RoundProblem,
  roundBody,
  roundFields,
  roundProblems,
  roundReducer,
} from './round-form.ts'
import { roundListQuery, roundQuery, useMakeRound } from './team.queries.ts'
import { useComingMeetings } from './use-coming-meetings.ts'

/** Makes a round, with what the page before knew already: of the chooser, or of the round that this one follows. */
export function RoundNewPage() {
  const began = useSearch({ from: '/members/peilingen/nieuw' })
  const { volgt } = began
  const earlier = useQuery({ ...roundQuery(volgt ?? ''), enabled: volgt !== undefined })
  if (volgt === undefined) return <RoundNew begin={() => beganRound(began, newId)} />
  return (
    <PageState query={earlier}>{(round) => <RoundNew begin={() => roundAgain(round, newId)} />}</PageState>
  )
}

/** The form; then the tickets, which are here only now. */
function RoundNew({ begin }: { begin: () => RoundDraft }) {
  const text = useText(roundFormText)
  const language = useLanguage()
  const [draft, dispatch] = useReducer(roundReducer, null, begin)
  const [tried, setTried] = useState<{ attempt: number; problems: readonly RoundProblem[] }>({
    attempt: 0,
    problems: [],
  })
  const make = useMakeRound()
  const known = useQuery(roundListQuery).data
  const meetings = useComingMeetings()
  const { timeZone } = useMe().workspace
  const lastDay = localDay(addDays(useNow(), draft.days), timeZone)
  const teams = useQuery(circleListQuery).data?.circles ?? []
  if (make.data !== undefined) return <RoundTickets made={make.data} />
  const { problems } = tried
  const errorAt = (field: string) => problems.find((problem) => problem.field === field)?.message

  function handleSubmit() {
    const { talkMeeting, talkOn } = draft
    const meeting = meetings.find(({ id }) => id === talkMeeting)
    const found = roundProblems(draft, text, {
      ...{ language, lastDay },
      talkOn: meeting?.day ?? (talkOn === '' ? null : talkOn),
    })
    setTried({ attempt: tried.attempt + 1, problems: found })
    if (found.length > 0 || make.isPending) return
    const instrument = fittingInstruments(known?.instruments ?? [], draft).chosen?.id ?? draft.instrument
    // A link that was changed by hand names a team that is none of hers.
    const circle = teams.some(({ relation }) => relation === draft.circle) ? draft.circle : null
    make.mutate(roundBody({ ...draft, instrument, circle }), {
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
          {...{ draft, dispatch, meetings, lastDay, rounds: known?.rounds ?? [] }}
          error={errorAt(roundFields.talk)}
        />
        <RoundChoices draft={draft} dispatch={dispatch} />
        <FormEnd busy={make.isPending} error={problems.length > 0 ? undefined : make.error?.message}>
          {text.make}
        </FormEnd>
      </form>
    </>
  )
}
