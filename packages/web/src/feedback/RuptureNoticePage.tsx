import './rupture.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { RuptureKind, RuptureMarker } from '@weerklank/core/feedback/rupture'
import { ruptureKinds } from '@weerklank/core/feedback/rupture'
import { ruptureKindWord } from '@weerklank/core/feedback/rupture.words'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { relationQuery } from '../relation/relation.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { RuptureMarkers } from './RuptureMarkers.tsx'
import { useNotice } from './rupture.actions.ts'
import { ruptureText } from './rupture.text.ts'

const from = '/members/samenwerkingen/$relation/schuurt'

/** What one noticed: the beginning of repair. Written by a person, never found by the program. */
export function RuptureNoticePage() {
  const text = useText(ruptureText)
  const { relation } = useParams({ from })
  const query = useQuery(relationQuery(relation))
  return (
    <>
      <PageHeader
        title={text.noticeTitle}
        intro={text.noticeIntro}
        back={
          <Link to="/samenwerkingen/$relation" params={{ relation }}>
            {text.back}
          </Link>
        }
      />
      <PageState query={query}>{(details) => <NoticeForm relation={details} />}</PageState>
    </>
  )
}

type Draft = {
  id: string
  participant: string | null
  kind: RuptureKind | null
  markers: RuptureMarker[]
  salience: string | null
  text: string
  whoSees: 'private' | 'shared'
}

const fields = { who: 'schuurt-wie', kind: 'schuurt-soort', text: 'schuurt-tekst' }

function problemsOf({ participant, kind, markers, text }: Draft): string[] {
  return [
    ...(participant === null ? [fields.who] : []),
    ...(kind === null ? [fields.kind] : []),
    ...(text.trim() === '' && markers.length === 0 ? [fields.text] : []),
  ]
}

function NoticeForm({ relation }: { relation: RelationDetails }) {
  const text = useText(ruptureText)
  const me = useMe().member.id
  const { wie, signalen } = useSearch({ from })
  const navigate = useNavigate()
  const notice = useNotice(relation.id)
  const people = relation.participants.filter(({ active, member }) => active && member !== me)
  const begun = people.find(({ id }) => id === wie) ?? people[0]
  const [attempt, setAttempt] = useState(0)
  const [draft, setDraft] = useState<Draft>(() => ({
    ...{ id: newId(), participant: begun?.id ?? null, kind: null, markers: [], salience: null, text: '' },
    whoSees: 'private',
  }))
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const problems = problemsOf(draft)
  const wrong = (field: string, message: string) =>
    attempt > 0 && problems.includes(field) ? message : undefined

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    const [first] = problems
    const { participant, kind } = draft
    if (first !== undefined) return document.getElementById(first)?.focus()
    if (participant === null || kind === null) return
    const { id, markers, salience, text: body, whoSees } = draft
    const signals = signalen?.split(',').slice(0, 20) ?? []
    const clear = salience === null ? null : Number(salience)
    const noticed = { id, participant, kind, markers, salience: clear, text: body, signals }
    try {
      await notice.mutateAsync({ ...noticed, shared: whoSees === 'shared' })
    } catch {
      // Said in the form, where the draft still stands.
      return
    }
    await navigate({
      to: '/samenwerkingen/$relation/schuurt/$rupture',
      params: { relation: relation.id, rupture: id },
    })
  }

  return (
    <form className="wk-rupture-form" noValidate onSubmit={handleSubmit}>
      <p>{text.notAlways}</p>
      <SelectField
        id={fields.who}
        label={text.who}
        error={wrong(fields.who, text.who)}
        value={draft.participant}
        options={people.map(({ id, name }) => ({ value: id as string, label: name }))}
        onChange={(participant) => change({ participant })}
      />
      <NoticedFields {...{ draft, change, wrong }} />
      <WhoSees value={draft.whoSees} onChange={(whoSees) => change({ whoSees })} />
      {signalen !== undefined && <p className="wk-muted wk-small">{text.closes}</p>}
      <FormEnd error={notice.error?.message} busy={notice.isPending}>
        {text.begin}
      </FormEnd>
    </form>
  )
}

type FieldsProps = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  wrong: (field: string, message: string) => string | undefined
}

function NoticedFields({ draft, change, wrong }: FieldsProps) {
  const text = useText(ruptureText)
  const language = useLanguage()
  const clear = [
    ['1', text.salience1],
    ['3', text.salience3],
    ['5', text.salience5],
  ] as const
  return (
    <>
      <RadioGroup
        id={fields.kind}
        label={text.kind}
        error={wrong(fields.kind, text.kindMissing)}
        value={draft.kind}
        options={ruptureKinds.map((value) => ({ value, label: ruptureKindWord(value, language) }))}
        onChange={(kind) => change({ kind })}
      />
      {draft.kind !== null && (
        <RuptureMarkers
          id="schuurt-merken"
          kind={draft.kind}
          chosen={draft.markers}
          onChange={(markers) => change({ markers })}
        />
      )}
      <TextArea
        id={fields.text}
        label={text.own}
        hint={text.ownHint}
        error={wrong(fields.text, text.ownMissing)}
        rows={5}
        maxLength={2000}
        value={draft.text}
        onChange={(words) => change({ text: words })}
      />
      <RadioGroup
        id="schuurt-duidelijk"
        label={text.salience}
        optional
        value={draft.salience}
        options={clear.map(([value, label]) => ({ value: value as string, label }))}
        onChange={(salience) => change({ salience })}
      />
    </>
  )
}

function WhoSees({
  value,
  onChange,
}: {
  value: Draft['whoSees']
  onChange: (value: Draft['whoSees']) => void
}) {
  const text = useText(ruptureText)
  return (
    <RadioGroup
      id="schuurt-zien"
      label={text.whoSees}
      value={value}
      options={[
        { value: 'private', label: text.private, hint: text.privateHint },
        { value: 'shared', label: text.shared, hint: text.sharedHint },
      ]}
      onChange={onChange}
    />
  )
}
