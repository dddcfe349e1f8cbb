import type { MeetingAgreement } from '@weerklank/core/dialogue/after.contract'
import { type FormEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { dayAlone } from '../language/moment-words.ts'
import { useSeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useAgree, useCarryTopics, useChangeAgreement } from './after.queries.ts'
import { afterText } from './after.text.ts'
import type { AfterPart } from './after-part.ts'

/** What was agreed, and what was not talked about: the next meeting of the same people begins with both. */
export function AfterAgreements({ meeting, after }: AfterPart) {
  const text = useText(afterText)
  const [taken, setTaken] = useState<string | null>(null)
  return (
    <Section title={text.agreements}>
      {after.agreements.length === 0 && <p className="wk-muted">{text.agreementsNone}</p>}
      <AgreementLines agreements={after.agreements} />
      {after.may.write && <Proposals proposals={after.proposals} taken={taken} onTake={setTaken} />}
      {after.may.write && taken !== null && (
        <NewAgreement key={taken} {...{ meeting, after, start: taken }} onKept={() => setTaken(null)} />
      )}
      {after.may.write && taken === null && (
        <Disclosure label={text.newAgreement}>
          <NewAgreement meeting={meeting} after={after} />
        </Disclosure>
      )}
      {after.may.write ? (
        <Topics key={after.topics.join('\n')} meeting={meeting} after={after} />
      ) : (
        <TopicLines topics={after.topics} />
      )}
    </Section>
  )
}

function TopicLines({ topics }: { topics: readonly string[] }) {
  const text = useText(afterText)
  if (topics.length === 0) return null
  return (
    <p>
      <strong>{text.topics}:</strong> {topics.join(' · ')}
    </p>
  )
}

/** Agreements as lines, each with how it went; `from` says of which meeting. */
export function AgreementLines({
  agreements,
  from = false,
}: {
  agreements: readonly MeetingAgreement[]
  from?: boolean
}) {
  const text = useText(afterText)
  const seen = useSeen(Date.now())
  const change = useChangeAgreement()
  if (agreements.length === 0) return null
  return (
    <ul className="wk-lines">
      {agreements.map((one) => {
        const day = one.dueOn === null ? [] : [text.dueBy(dayAlone(`${one.dueOn}T12:00:00.000Z`, seen))]
        const who = one.ownerName === '' ? [] : [one.ownerName]
        const where = from ? [text.from(one.meetingTitle)] : []
        const set = (state: MeetingAgreement['state']) => () =>
          change.mutate({ meeting: one.meeting, agreement: one.id, state })
        return (
          <li key={one.id}>
            <p>{one.ifText === '' ? one.text : text.ifThen(one.ifText, one.text)}</p>
            <p className="wk-muted wk-small">
              {[...who, ...day, text.states[one.state], ...where].join(' · ')}
            </p>
            <p className="wk-after__acts wk-small wk-no-print">
              {one.state === 'open' ? (
                <>
                  <TextButton onClick={set('done')}>{text.done}</TextButton>
                  <TextButton onClick={set('dropped')}>{text.dropped}</TextButton>
                </>
              ) : (
                <TextButton onClick={set('open')}>{text.reopen}</TextButton>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

type ProposalProps = { proposals: readonly string[]; taken: string | null; onTake: (text: string) => void }

/** What the table put on cards to agree on: each becomes an agreement with who sees to it. */
function Proposals({ proposals, taken, onTake }: ProposalProps) {
  const text = useText(afterText)
  const open = proposals.filter((one) => one !== taken)
  if (open.length === 0) return null
  return (
    <div className="wk-no-print">
      <p>
        <strong>{text.proposals}</strong>
      </p>
      <ul className="wk-lines">
        {open.map((one) => (
          <li key={one}>
            <p>{one}</p>
            <p className="wk-small">
              <TextButton aria-label={text.makeItNamed(one)} onClick={() => onTake(one)}>
                {text.makeIt}
              </TextButton>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

const none = { ifText: '', text: '', dueOn: '', owner: null as string | null }

type NewProps = AfterPart & { start?: string; onKept?: () => void }

function NewAgreement({ meeting, after, start = '', onKept }: NewProps) {
  const text = useText(afterText)
  const agree = useAgree(meeting)
  const [id, setId] = useState(newId)
  const [draft, setDraft] = useState({ ...none, text: start })
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const { dueOn, owner, ...words } = draft
    const onSuccess = () => {
      setId(newId())
      setDraft(none)
      onKept?.()
    }
    agree.mutate({ id, ...words, owner, dueOn: dueOn === '' ? null : dueOn }, { onSuccess })
  }
  const set = (change: Partial<typeof none>) => setDraft({ ...draft, ...change })
  return (
    <form className="wk-stack" onSubmit={handleSubmit} noValidate>
      <TextField
        {...{ id: 'ifText', label: text.when, hint: text.whenHint, optional: true, value: draft.ifText }}
        onChange={(ifText) => set({ ifText })}
      />
      <TextField
        {...{ id: 'text', label: text.thenWhat, hint: text.thenHint, value: draft.text }}
        onChange={(words) => set({ text: words })}
      />
      <SelectField
        {...{ id: 'owner', label: text.owner, optional: true, value: draft.owner }}
        options={after.places.map(({ id: value, name: label }) => ({ value, label }))}
        onChange={(owner) => set({ owner })}
      />
      <TextField
        {...{ id: 'dueOn', label: text.due, optional: true, type: 'date', value: draft.dueOn }}
        onChange={(dueOn) => set({ dueOn })}
      />
      <FormEnd error={agree.error?.message} busy={agree.isPending} variant="outline">
        {text.agree}
      </FormEnd>
    </form>
  )
}

function Topics({ meeting, after }: AfterPart) {
  const text = useText(afterText)
  const carry = useCarryTopics(meeting)
  const [topics, setTopics] = useState(after.topics.join('\n'))
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const lines = topics.split('\n').map((line) => line.trim())
    carry.mutate(lines.filter((line) => line !== ''))
  }
  return (
    <form className="wk-stack" onSubmit={handleSubmit} noValidate>
      <TextArea
        {...{ id: 'topics', label: text.topics, hint: text.topicsHint, optional: true, value: topics }}
        onChange={setTopics}
      />
      <FormEnd error={carry.error?.message} busy={carry.isPending} variant="quiet">
        {text.keepTopics}
      </FormEnd>
    </form>
  )
}
