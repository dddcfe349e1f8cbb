import { useMutation } from '@tanstack/react-query'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { type SubmitEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextField } from '../ui/TextField.tsx'
import { typeFormPaper } from './paper.queries.ts'
import { paperText } from './paper.text.ts'

type Props = { relation: string; invitation: string; person: Participant }

/** Of which day the paper is; then the pages of the form open in place of this one, to type it over. */
export function FormPaper({ relation, invitation, person }: Props) {
  const text = useText(paperText)
  const [answeredOn, setDay] = useState('')
  const [problem, setProblem] = useState<string>()
  const open = useMutation({
    mutationFn: () => typeFormPaper({ relation, invitation, answeredOn }),
    onSuccess: ({ url }) => window.location.assign(url),
    onError: (error) => {
      const code = error instanceof ApiError ? error.fields.answeredOn : undefined
      setProblem(code === undefined ? undefined : text.problem(code))
    },
  })
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setProblem(answeredOn === '' ? text.dayMissing : undefined)
    if (answeredOn !== '') open.mutate()
    else document.getElementById('lijst-papier-dag')?.focus()
  }
  const failed = open.error !== null && problem === undefined ? open.error.message : undefined
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextField
        id="lijst-papier-dag"
        type="date"
        label={text.day}
        hint={text.dayHint}
        error={problem}
        value={answeredOn}
        onChange={setDay}
      />
      <p className="wk-muted wk-small">{text.openHint(person.name)}</p>
      <FormEnd error={failed} busy={open.isPending} icon="pencil">
        {text.openPages}
      </FormEnd>
    </form>
  )
}
