import { useQuery } from '@tanstack/react-query'
import { meetingRoleWords } from '@weerklank/core/dialogue/format.words'
import { type Voice, voices } from '@weerklank/core/relation/relation'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { relationQuery } from '../relation/relation.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { formatQuery } from './format.queries.ts'
import { type FieldsProps, useProblem } from './MeetingFields.tsx'
import { ParentsOf } from './MeetingParents.tsx'
import { colleaguesQuery } from './meeting.queries.ts'
import { asksBirthday, isChildHere, nextRole, rolesOf, type SeatDraft } from './meeting-draft.ts'
import { meetingPlanText } from './meeting-plan.text.ts'

const noAccount = voices.filter((voice) => voice !== 'professional' && voice !== 'colleague')

/** Who sits at the table, each with a role and a voice: oneself, colleagues, people of the collaboration, and others. */
export function PeopleFields(props: FieldsProps) {
  const { draft, onChange } = props
  const text = useText(meetingPlanText)
  const roles =
    useQuery({ ...formatQuery(draft.format), enabled: draft.format !== '' }).data?.format.roles ?? []
  const isOwn = draft.relation === null
  function add(seat: Omit<SeatDraft, 'id' | 'role' | 'bornOn' | 'parents'>) {
    const role = nextRole(roles, draft.seats, { voice: seat.voice, isColleague: seat.member !== null })
    onChange({ seats: [...draft.seats, { id: newId(), role, bornOn: '', parents: [], ...seat }] })
  }
  return (
    <>
      <p className="wk-muted">{text.peopleHint}</p>
      {isOwn && <p className="wk-notice">{text.minors}</p>}
      <ol className="wk-meeting-seats">
        {draft.seats.map((seat, index) => (
          <li key={seat.id}>
            <Seat {...props} seat={seat} at={index + 1} roles={rolesOf(roles)} />
          </li>
        ))}
      </ol>
      <div className="wk-actions">
        <Button
          icon="plus"
          onClick={() => add({ name: '', voice: 'client', member: null, participant: null })}
        >
          {text.addPerson}
        </Button>
        <Participants draft={draft} onAdd={add} />
        <Everybody draft={draft} onChange={onChange} roles={roles} />
      </div>
      <Colleagues draft={draft} onAdd={add} />
    </>
  )
}

type Roles = Parameters<typeof nextRole>[0]

type Adding = {
  draft: FieldsProps['draft']
  onAdd: (seat: Omit<SeatDraft, 'id' | 'role' | 'bornOn' | 'parents'>) => void
}

/** People of the collaboration who have no place yet. */
function useNotSeated({ relation, seats }: FieldsProps['draft']) {
  const { data } = useQuery({ ...relationQuery(relation ?? ''), enabled: relation !== null })
  const isSeated = (one: { id: string; member: string | null }) =>
    seats.some((seat) => seat.participant === one.id || (one.member !== null && seat.member === one.member))
  return (data?.participants ?? []).filter((one) => one.active && !isSeated(one))
}

/** All of them at once: a team is more than a few. */
function Everybody({ draft, onChange, roles }: Pick<FieldsProps, 'draft' | 'onChange'> & { roles: Roles }) {
  const text = useText(meetingPlanText)
  const left = useNotSeated(draft)
  if (left.length < 3) return null
  function handleAll() {
    const seats = [...draft.seats]
    for (const { id, name, voice, member, address, language } of left) {
      const role = nextRole(roles, seats, { voice, isColleague: member !== null })
      const seat = { name, voice, member, participant: id, spoken: { address, language } }
      seats.push({ id: newId(), role, bornOn: '', parents: [], ...seat })
    }
    onChange({ seats })
  }
  return (
    <Button variant="primary" icon="plus" onClick={handleAll}>
      {text.addEverybody(left.length)}
    </Button>
  )
}

function Participants({ draft, onAdd }: Adding) {
  const text = useText(meetingPlanText)
  const left = useNotSeated(draft)
  return left.map(({ id, name, voice, member, address, language }) => (
    <Button
      key={id}
      icon="plus"
      onClick={() => onAdd({ name, voice, member, participant: id, spoken: { address, language } })}
    >
      {text.addParticipant(name)}
    </Button>
  ))
}

function Colleagues({ draft, onAdd }: Adding) {
  const text = useText(meetingPlanText)
  const members = useQuery(colleaguesQuery).data?.members ?? []
  const left = members.filter((one) => !draft.seats.some((seat) => seat.member === one.id))
  if (left.length === 0) return null
  function handleChoose(member: string | null) {
    const name = members.find((one) => one.id === member)?.name
    if (name !== undefined) onAdd({ name, voice: 'colleague', member, participant: null })
  }
  return (
    <SelectField<string>
      id="colleague"
      label={text.addColleague}
      optional
      value={null}
      options={left.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={handleChoose}
    />
  )
}

type SeatProps = FieldsProps & { seat: SeatDraft; at: number; roles: readonly SeatDraft['role'][] }

function Seat({ draft, problems, onChange, seat, at, roles }: SeatProps) {
  const text = useText(meetingPlanText)
  const language = useLanguage()
  const me = useMe().member.id
  const isMe = seat.member === me
  const isFixed = seat.member !== null || seat.participant !== null
  const wrong = useProblem(problems)(seat.id)
  const field = (name: string) => `${name}-${seat.id}`
  const change = (to: Partial<SeatDraft>) =>
    onChange({ seats: draft.seats.map((one) => (one.id === seat.id ? { ...one, ...to } : one)) })
  const offered = roles.includes(seat.role) ? roles : [seat.role, ...roles]
  return (
    <fieldset className="wk-meeting-seat">
      <legend>{isFixed ? `${seat.name}${isMe ? ` (${text.you})` : ''}` : text.person(at)}</legend>
      <div className="wk-meeting-pair">
        {!isFixed && (
          <TextField
            id={field('name')}
            label={text.personName}
            error={problems[seat.id] === 'name' ? wrong : undefined}
            maxLength={80}
            value={seat.name}
            onChange={(name) => change({ name })}
          />
        )}
        {!isFixed && (
          <SelectField<Voice>
            id={field('voice')}
            label={text.voice}
            value={seat.voice}
            options={noAccount.map((voice) => ({ value: voice, label: voiceWord(voice, language) }))}
            onChange={(voice) => voice !== null && change({ voice, ...roleOf(voice, seat, offered) })}
          />
        )}
        <SelectField<SeatDraft['role']>
          id={field('role')}
          label={isMe ? text.ownRole : text.role}
          value={seat.role}
          options={offered.map((role) => ({ value: role, label: meetingRoleWords[role][language] }))}
          onChange={(role) => role !== null && change({ role })}
        />
        {asksBirthday(seat) && (
          <TextField
            id={field('bornOn')}
            type="date"
            label={text.bornOn}
            hint={text.bornOnHint}
            error={problems[seat.id] === 'bornOn' ? wrong : undefined}
            value={seat.bornOn}
            onChange={(bornOn) => change({ bornOn })}
          />
        )}
      </div>
      {isChildHere(seat) && <ParentsOf seat={seat} seats={draft.seats} onChange={change} />}
      {!isMe && (
        <Button
          variant="quiet"
          icon="cross"
          onClick={() => onChange({ seats: draft.seats.filter((one) => one.id !== seat.id) })}
        >
          {text.removePerson(seat.name.trim() || text.unnamed)}
        </Button>
      )}
    </fieldset>
  )
}

/** Whoever speaks as somebody else than a client is not called one, unless that was chosen after it. */
function roleOf(voice: Voice, { role }: SeatDraft, offered: SeatProps['roles']): Partial<SeatDraft> {
  const isClient = voice === 'client' || voice === 'youth' || voice === 'child'
  return role === 'client' && !isClient && offered.includes('participant') ? { role: 'participant' } : {}
}
