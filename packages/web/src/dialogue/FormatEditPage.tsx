import './format.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { formatMinutes } from '@weerklank/core/dialogue/format'
import type { FormatDeed } from '@weerklank/core/dialogue/format.change'
import type { ShownFormat } from '@weerklank/core/dialogue/format.contract'
import { formatProblems } from '@weerklank/core/dialogue/format.rules'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { FormatEditFacts } from './FormatEditFacts.tsx'
import { FormatEditHead } from './FormatEditHead.tsx'
import { FormatEditProblems } from './FormatEditProblems.tsx'
import { FormatEditSteps } from './FormatEditSteps.tsx'
import { formatQuery, readFormat, saveFormat, useKeepFormat } from './format.queries.ts'
import { FormatDraft } from './format-draft.ts'
import { formatEditText } from './format-edit.text.ts'
import type { FormatEdit } from './format-edit.ts'

/** Changing a format of the organisation: steps, minutes, roles and words; kept by itself while one works. */
export function FormatEditPage() {
  const { format } = useParams({ from: '/members/gesprekken/vormen/$format/aanpassen' })
  const text = useText(formatEditText)
  const query = useQuery({ ...formatQuery(format), staleTime: Number.POSITIVE_INFINITY })
  const back = (
    <Link to="/gesprekken/vormen/$format" params={{ format }}>
      {text.back}
    </Link>
  )
  const { data } = query
  if (data !== undefined && (!data.mayKeep || data.own === null)) {
    return <PageHeader title={data.format.name.nl} intro={text.readOnly} back={back} />
  }
  return (
    <>
      {data === undefined && <PageHeader title={text.untitled} back={back} />}
      <PageState query={query}>{(first) => <Editor key={format} first={first} />}</PageState>
    </>
  )
}

function Editor({ first }: { first: ShownFormat }) {
  const text = useText(formatEditText)
  const draft = useFormatDraft(first)
  const state = useSyncExternalStore(draft.subscribe, draft.state)
  const [opened, setOpened] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  function handleDeed(deed: FormatDeed, key = ''): boolean {
    const refused = draft.change(deed, key)
    if (refused === null) return true
    setSaid(refused === 'shadow-stays' ? text.shadowStays : text.nowhere)
    return false
  }
  const edit: FormatEdit = { format: state.now, opened, open: setOpened, say: setSaid, do: handleDeed }
  return (
    <>
      <FormatEditHead draft={draft} state={state} say={setSaid} />
      <p className="wk-format-edit__said wk-muted" role="status">
        {said}
      </p>
      <Section title={text.steps} intro={text.total(formatMinutes(state.now))}>
        <FormatEditSteps edit={edit} />
      </Section>
      <FormatEditProblems edit={edit} problems={formatProblems(state.now)} />
      <Section title={text.about}>
        <FormatEditFacts edit={edit} />
      </Section>
    </>
  )
}

/** What is not sent yet when one goes elsewhere in the app is sent then; leaving the app asks first. */
function useFormatDraft(first: ShownFormat): FormatDraft {
  const keep = useKeepFormat()
  // biome-ignore lint/correctness/useExhaustiveDependencies: one draft for as long as one changes it
  const draft = useMemo(() => {
    const id = first.own?.id ?? ''
    return new FormatDraft(first, {
      save: (body) => saveFormat(id, body),
      read: () => readFormat(first.format.key),
    })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only at the end
  useEffect(() => {
    function handleLeave(event: BeforeUnloadEvent) {
      if (draft.state().phase !== 'kept') event.preventDefault()
    }
    window.addEventListener('beforeunload', handleLeave)
    return () => {
      window.removeEventListener('beforeunload', handleLeave)
      void draft.flush().then((kept) => kept !== null && keep(kept))
    }
  }, [draft])
  return draft
}
