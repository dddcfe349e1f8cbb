import type { CircleDetails, FamilyWord } from '@weerklank/core/team/circle.contract'
import { type SubmitEvent, useState } from 'react'
import { useDates } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useAddFamilyWord, useRemoveFamilyWord, useSetFamilyWord } from './circle.queries.ts'
import { familyWordsText } from './family-words.text.ts'
import { useCircleDay } from './use-circle-day.ts'

/** What the family is asked or told, who says it and when, and what it answered. Shown where a family takes part. */
export function FamilyWords({ details }: { details: CircleDetails }) {
  const text = useText(familyWordsText)
  const { words, sides, may } = details
  if (words.length === 0 && !sides.some(({ isFamily }) => isFamily)) return null
  return (
    <Section title={text.title} intro={text.intro}>
      {words.length === 0 ? (
        <p className="wk-muted">{text.none}</p>
      ) : (
        <ul className="wk-lines">
          {words.map((word) => (
            <Word key={word.id} word={word} details={details} />
          ))}
        </ul>
      )}
      {may.ask && (
        <div className="wk-actions wk-no-print">
          <Disclosure label={text.add}>
            <Add key={words.length} details={details} />
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

function Word({ word, details }: { word: FamilyWord; details: CircleDetails }) {
  const text = useText(familyWordsText)
  const day = useCircleDay()
  const dates = useDates()
  const name = details.people.find(({ participant }) => participant === word.saidBy)?.name ?? ''
  const planned = word.plannedOn === null ? '' : ` ${text.on(day(word.plannedOn))}`
  return (
    <li className="wk-circle-line">
      <p>
        <b>{text.kind[word.kind]}:</b> {word.text}
      </p>
      <p className="wk-muted wk-small">
        {word.saidAt === null ? text.says(name) + planned : text.said(name, dates.dayMonth(word.saidAt))}
      </p>
      {word.answer !== '' && <p>{text.answered(word.answer)}</p>}
      {details.may.ask && word.saidAt === null && <Say word={word} relation={details.relation} />}
    </li>
  )
}

function Say({ word, relation }: { word: FamilyWord; relation: string }) {
  const text = useText(familyWordsText)
  const set = useSetFamilyWord(relation)
  const remove = useRemoveFamilyWord(relation)
  const [answer, setAnswer] = useState('')
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const { id, kind, saidBy, plannedOn, version } = word
    set.mutate({ word: id, version, kind, text: word.text, saidBy, plannedOn, said: true, answer })
  }
  return (
    <div className="wk-actions wk-no-print">
      <TextButton onClick={() => remove.mutate(word.id)}>{text.takeBack}</TextButton>
      <Disclosure label={text.isSaid}>
        <form noValidate className="wk-stack" onSubmit={handleSubmit}>
          <TextArea
            id={`answer-${word.id}`}
            label={text.answer}
            optional
            maxLength={1000}
            value={answer}
            onChange={setAnswer}
          />
          <FormEnd busy={set.isPending} error={(set.error ?? remove.error)?.message} variant="outline">
            {text.saidNow}
          </FormEnd>
        </form>
      </Disclosure>
    </div>
  )
}

type Draft = { kind: 'ask' | 'tell'; text: string; saidBy: string | null; plannedOn: string }

function Add({ details }: { details: CircleDetails }) {
  const text = useText(familyWordsText)
  const add = useAddFamilyWord(details.relation)
  const [id] = useState(newId)
  const [draft, setDraft] = useState<Draft>({ kind: 'ask', text: '', saidBy: details.own, plannedOn: '' })
  const [tried, setTried] = useState(false)
  const families = new Set<string>(details.sides.filter(({ isFamily }) => isFamily).map((side) => side.id))
  const speakers = details.people.filter((one) => one.active && !one.sides.some((side) => families.has(side)))
  const isMissing = draft.text.trim() === '' || draft.saidBy === null
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (isMissing || draft.saidBy === null) return
    add.mutate({ ...draft, id, saidBy: draft.saidBy, plannedOn: draft.plannedOn || null })
  }
  return (
    <form noValidate className="wk-stack" onSubmit={handleSubmit}>
      <RadioGroup
        id="word-kind"
        label={text.isQuestion}
        value={draft.kind}
        options={[
          { value: 'ask', label: text.asks },
          { value: 'tell', label: text.tells },
        ]}
        onChange={(kind) => change({ kind })}
      />
      <TextArea
        id="word-text"
        label={text.text}
        maxLength={1000}
        value={draft.text}
        error={tried && isMissing ? text.missing : undefined}
        onChange={(words) => change({ text: words })}
      />
      <SelectField
        id="word-who"
        label={text.who}
        value={draft.saidBy}
        options={speakers.map(({ participant, name }) => ({ value: participant as string, label: name }))}
        onChange={(saidBy) => change({ saidBy })}
      />
      <TextField
        id="word-when"
        type="date"
        label={text.when}
        optional
        value={draft.plannedOn}
        onChange={(plannedOn) => change({ plannedOn })}
      />
      <FormEnd busy={add.isPending} error={add.error?.message} variant="outline">
        {text.save}
      </FormEnd>
    </form>
  )
}
