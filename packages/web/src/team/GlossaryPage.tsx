import './glossary.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Glossary } from '@weerklank/core/team/glossary.contract'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CircleFrame } from './CircleFrame.tsx'
import { GlossaryWord } from './GlossaryWord.tsx'
import { glossaryQuery, useAddWord, useCarryCards } from './glossary.queries.ts'
import { glossaryText } from './glossary.text.ts'

/** The words of one team or network: what each means by them, and what they agreed. Prints as a list. */
export function GlossaryPage() {
  const { relation } = useParams({ from: '/members/team/$relation/woorden' })
  const text = useText(glossaryText)
  const query = useQuery(glossaryQuery(relation))
  const print = (
    <Button icon="print" variant="quiet" onClick={() => window.print()}>
      {text.print}
    </Button>
  )
  return (
    <CircleFrame relation={relation} part="words" actions={() => print}>
      {() => (
        <PageState query={query}>{(glossary) => <Words relation={relation} glossary={glossary} />}</PageState>
      )}
    </CircleFrame>
  )
}

type Props = { relation: string; glossary: Glossary }

function Words({ relation, glossary }: Props) {
  const text = useText(glossaryText)
  return (
    <Section title={text.title} intro={text.intro}>
      {glossary.mayWrite && <Waiting relation={relation} waiting={glossary.waiting} />}
      {glossary.words.length === 0 && <p className="wk-muted">{text.none}</p>}
      <ul className="wk-glossary">
        {glossary.words.map((word) => (
          <li key={word.id}>
            <GlossaryWord relation={relation} word={word} glossary={glossary} />
          </li>
        ))}
      </ul>
      {glossary.mayWrite && <AddWord relation={relation} />}
    </Section>
  )
}

/** Words on cards of tables: taken over with one action. */
function Waiting({ relation, waiting }: { relation: string; waiting: Glossary['waiting'] }) {
  const text = useText(glossaryText)
  const carry = useCarryCards(relation)
  const [first, ...more] = waiting
  if (first === undefined) return null
  const list = [first, ...more].map(({ word }) => `‘${word}’`).join(', ')
  return (
    <div className="wk-glossary-waiting wk-no-print">
      <p>{text.waiting(waiting.length, list)}</p>
      <Button variant="primary" busy={carry.isPending} onClick={() => carry.mutate({})}>
        {text.carry(waiting.length)}
      </Button>
      {carry.error !== null && <p role="alert">{carry.error.message}</p>}
    </div>
  )
}

function AddWord({ relation }: { relation: string }) {
  const text = useText(glossaryText)
  const add = useAddWord(relation)
  const [draft, setDraft] = useState({ id: newId(), word: '' })
  const [isMissing, setMissing] = useState(false)
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    setMissing(draft.word.trim() === '')
    if (draft.word.trim() === '' || add.isPending) return
    add.mutate(draft, { onSuccess: () => setDraft({ id: newId(), word: '' }) })
  }
  const refused = add.error instanceof ApiError ? add.error.fields.word : undefined
  const why = refused === 'known' ? text.known : refused === 'too-many' ? text.tooMany : undefined
  return (
    <form className="wk-stack wk-glossary-form wk-no-print" noValidate onSubmit={handleSubmit}>
      <TextField
        {...{ id: 'glossary-word', label: text.word, hint: text.wordHint, maxLength: 80, value: draft.word }}
        error={isMissing ? text.wordMissing : why}
        onChange={(word) => setDraft({ ...draft, word })}
      />
      <FormEnd
        error={why === undefined ? add.error?.message : undefined}
        busy={add.isPending}
        variant="outline"
      >
        {text.add}
      </FormEnd>
    </form>
  )
}
