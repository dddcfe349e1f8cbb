import { useQuery } from '@tanstack/react-query'
import type { AddressForm, Language } from '@weerklank/core/shared/language'
import { addressForms, languages } from '@weerklank/core/shared/language'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Fold } from '../ui/Fold.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { learnersText } from './learners.text.ts'
import { colleaguesQuery, useAddColleague, useAddLearners } from './trajectory.queries.ts'

type Props = {
  trajectory: string
  /** Nobody is in it yet. */
  asks: boolean
}

/** Lets people in: many at once by pasted lines, all of them or nobody; and a colleague with an account. */
export function LearnersAdd({ trajectory, asks }: Props) {
  const text = useText(learnersText)
  return (
    <Fold title={text.add} state={text.addState} asks={asks}>
      <div className="wk-stack wk-stack--wide wk-trajectory-form">
        <Lines trajectory={trajectory} />
        <Colleague trajectory={trajectory} />
      </div>
    </Fold>
  )
}

function Lines({ trajectory }: { trajectory: string }) {
  const text = useText(learnersText)
  const add = useAddLearners(trajectory)
  const [lines, setLines] = useState('')
  const [address, setAddress] = useState<AddressForm>('je')
  const [language, setLanguage] = useState<Language>('nl')
  const [missing, setMissing] = useState(false)
  const problems = add.data?.problems ?? []
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setMissing(lines.trim() === '')
    if (lines.trim() === '' || add.isPending) return
    try {
      const { added } = await add.mutateAsync({ lines, address, language })
      if (added === 0) return
      setLines('')
      notify({ text: text.added(added) })
    } catch {
      // Said at the end of the form.
    }
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextArea
        id="learner-lines"
        label={text.lines}
        hint={`${text.linesHint} ${text.example}`}
        rows={8}
        value={lines}
        error={missing ? text.linesMissing : undefined}
        onChange={setLines}
      />
      {problems.length > 0 && (
        <div className="wk-learner-problems" role="alert">
          <p>{text.nobodyAdded}</p>
          <ul>
            {problems.map(({ line, code, field, value }) => (
              <li key={`${line} ${field} ${code}`}>
                {text.line(line)}
                {text.problem[code]({ value })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <SelectField
        id="learner-address"
        label={text.addressed}
        value={address}
        options={addressForms.map((value) => ({ value, label: value }))}
        onChange={(value) => setAddress(value ?? 'je')}
      />
      <SelectField
        id="learner-language"
        label={text.language}
        value={language}
        options={languages.map((value) => ({ value, label: text.languages[value] }))}
        onChange={(value) => setLanguage(value ?? 'nl')}
      />
      <FormEnd busy={add.isPending} error={add.error?.message}>
        {text.addLines}
      </FormEnd>
    </form>
  )
}

function Colleague({ trajectory }: { trajectory: string }) {
  const text = useText(learnersText)
  const { data } = useQuery(colleaguesQuery)
  const add = useAddColleague(trajectory)
  const [member, setMember] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  if (data === undefined) return null
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setMissing(member === null)
    if (member === null || add.isPending) return
    try {
      await add.mutateAsync({ member, organisation: '', function: '' })
      setMember(null)
      notify({ text: text.added(1) })
    } catch {
      // Said at the end of the form.
    }
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <SelectField
        id="learner-colleague"
        label={text.colleague}
        value={member}
        options={data.members.map(({ id, name }) => ({ value: id as string, label: name }))}
        error={missing ? text.colleagueMissing : undefined}
        onChange={setMember}
      />
      <FormEnd busy={add.isPending} error={add.error?.message} variant="outline">
        {text.addColleague}
      </FormEnd>
    </form>
  )
}
