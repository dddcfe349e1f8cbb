import { Link } from '@tanstack/react-router'
import {
  polesOf,
  type TensionPair,
  type TensionRoom,
  tensionPairs,
  tensionRooms,
  wordsToWeigh,
} from '@weerklank/core/team/tension'
import type { Tension, TensionRegister } from '@weerklank/core/team/tension.contract'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useAddTension, useChangeTension } from './tension.queries.ts'
import { tensionText } from './tension.text.ts'

type Props = {
  relation: string
  register: TensionRegister
  /** The one that is changed; left out for a new one. */
  tension?: Tension
}

type Draft = {
  pair: TensionPair | null
  left: string
  right: string
  leftGood: string
  rightGood: string
  situation: string
  asks: string
  room: TensionRoom | null
  meeting: string | null
  lookOn: string
}

const empty: Draft = {
  ...{ pair: null, left: '', right: '', leftGood: '', rightGood: '', situation: '', asks: '' },
  ...{ room: null, meeting: null, lookOn: '' },
}

const draftOf = (tension: Tension): Draft => ({
  ...tension,
  ...{ meeting: tension.meeting?.id ?? null, lookOn: tension.lookOn ?? '' },
})

/** Writes down a tension: both poles with what is good about them, where it shows, and room for it. */
export function TensionForm({ relation, register, tension }: Props) {
  const text = useText(tensionText)
  const form = useTensionForm({ relation, ...(tension && { tension }) })
  const { draft, change, id, wrong, weighed, handleSubmit, save } = form
  const poles = draft.pair === null || draft.pair === 'own' ? null : polesOf(draft.pair)
  const language = useLanguage()
  const field = (
    name: 'left' | 'right' | 'leftGood' | 'rightGood' | 'situation' | 'asks',
    label: string,
  ) => ({
    ...{ id: id(name), label, value: draft[name], error: wrong(name) },
    onChange: (value: string) => change({ [name]: value }),
  })
  const example = (at: 0 | 1) => (poles === null ? undefined : text.goodHint(poles[at].good[language]))
  return (
    <form className="wk-stack wk-tension-form" noValidate onSubmit={handleSubmit}>
      {tension === undefined && (
        <Pairs draft={draft} error={wrong('pair')} id={id('pair')} onChange={change} />
      )}
      {draft.pair !== null && (
        <>
          <TextField {...field('left', text.left)} maxLength={60} />
          <TextArea {...field('leftGood', text.good(draft.left || text.left))} hint={example(0)} />
          <TextField {...field('right', text.right)} maxLength={60} />
          <TextArea {...field('rightGood', text.good(draft.right || text.right))} hint={example(1)} />
          <TextArea {...field('situation', text.situation)} hint={text.situationHint} optional />
          <TextArea {...field('asks', text.asks)} optional />
          <Room draft={draft} register={register} relation={relation} id={id} onChange={change} />
          <p role="status" className="wk-tension-form__weigh">
            {weighed.length > 0 && text.weigh(weighed.join(', '))}
          </p>
          <FormEnd error={wrong('') ?? undefined} busy={save.isPending} variant="outline">
            {weighed.length > 0 ? text.keepAsIs : text.keep}
          </FormEnd>
        </>
      )}
    </form>
  )
}

function Pairs(of: {
  draft: Draft
  id: string
  error: string | undefined
  onChange: (change: Partial<Draft>) => void
}) {
  const text = useText(tensionText)
  const language = useLanguage()
  const options = tensionPairs.map((value) => {
    if (value === 'own') return { value, label: text.own }
    const [left, right] = polesOf(value)
    return { value, label: `${left.name[language]} ↔ ${right.name[language]}` }
  })
  function handleChange(pair: TensionPair) {
    if (pair === 'own') return of.onChange({ pair, left: '', right: '' })
    const [left, right] = polesOf(pair)
    of.onChange({ pair, left: left.name[language], right: right.name[language] })
  }
  return (
    <RadioGroup
      {...{ id: of.id, label: text.pair, value: of.draft.pair, error: of.error, options }}
      onChange={handleChange}
    />
  )
}

type RoomProps = {
  draft: Draft
  register: TensionRegister
  relation: string
  id: (field: string) => string
  onChange: (change: Partial<Draft>) => void
}

/** Where people talk about it, and when they look again. */
function Room({ draft, register, relation, id, onChange }: RoomProps) {
  const text = useText(tensionText)
  return (
    <>
      <SelectField
        {...{ id: id('room'), label: text.room, optional: true, value: draft.room }}
        options={tensionRooms.map((value) => ({ value, label: text.rooms[value] }))}
        onChange={(room) => onChange({ room })}
      />
      {register.meetings.length > 0 && (
        <SelectField
          {...{ id: id('meeting'), label: text.meeting, optional: true, value: draft.meeting }}
          options={register.meetings.map(({ id: value, title: label }) => ({
            value: value as string,
            label,
          }))}
          onChange={(meeting) => onChange({ meeting })}
        />
      )}
      <p>
        <Link to="/gesprekken/nieuw" search={{ samenwerking: relation }}>
          {text.planOne}
        </Link>
      </p>
      <TextField
        {...{ id: id('lookOn'), label: text.lookOn, optional: true, type: 'date', value: draft.lookOn }}
        onChange={(lookOn) => onChange({ lookOn })}
      />
    </>
  )
}

const required = ['left', 'right', 'leftGood', 'rightGood'] as const

function useTensionForm({ relation, tension }: { relation: string; tension?: Tension }) {
  const text = useText(tensionText)
  const [newTension, setNewTension] = useState(newId)
  const add = useAddTension(relation)
  const edit = useChangeTension({ relation, tension: tension?.id ?? '' })
  const save = tension === undefined ? add : edit
  const [draft, setDraft] = useState<Draft>(tension === undefined ? empty : draftOf(tension))
  const [tried, setTried] = useState(false)
  const [weighed, setWeighed] = useState<readonly string[]>([])
  const change = (more: Partial<Draft>) => setDraft({ ...draft, ...more })
  const isMissing = (name: string) =>
    tried && required.some((one) => one === name) && draft[name as (typeof required)[number]].trim() === ''
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const { pair, lookOn, ...words } = draft
    if (pair === null || required.some((name) => draft[name].trim() === '') || save.isPending) return
    const { left, right, leftGood, rightGood, situation, asks, room, meeting } = words
    const weighing = wordsToWeigh({ left, right, leftGood, rightGood, situation, asks })
    if (weighing.some((word) => !weighed.includes(word))) return setWeighed(weighing)
    const body = { left, right, leftGood, rightGood, situation, asks, room, meeting, lookOn: lookOn || null }
    if (tension !== undefined) return edit.mutate({ version: tension.version, ...body })
    add.mutate(
      { id: newTension, pair, ...body },
      {
        onSuccess: () => {
          setDraft(empty)
          setWeighed([])
          setTried(false)
          setNewTension(newId())
        },
      },
    )
  }
  const refused = save.error instanceof ApiError ? save.error.fields : {}
  const wrong = (name: string): string | undefined => {
    if (name === '') return Object.keys(refused).length > 0 ? undefined : save.error?.message
    if (refused[name] === 'name') return text.named
    return isMissing(name) || (name === 'pair' && tried && draft.pair === null) ? text.missing : undefined
  }
  return {
    draft,
    change,
    wrong,
    weighed,
    handleSubmit,
    save,
    id: (field: string) => `${field}-${tension?.id ?? 'new'}`,
  }
}
