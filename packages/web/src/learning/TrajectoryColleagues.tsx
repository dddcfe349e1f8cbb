import { useQuery } from '@tanstack/react-query'
import { useText } from '../language/use-text.ts'
import { FieldError } from '../ui/FieldError.tsx'
import { Section } from '../ui/Section.tsx'
import { colleaguesQuery } from './trajectory.queries.ts'
import type { TrajectoryDraft } from './trajectory-draft.ts'
import { trajectoryEditText } from './trajectory-edit.text.ts'

type Props = {
  draft: TrajectoryDraft
  error: string | undefined
  onChange: (part: Pick<TrajectoryDraft, 'leads' | 'readers'>) => void
}

/** Who leads a trajectory, and who reads its monitor without names. */
export function TrajectoryColleagues({ draft, error, onChange }: Props) {
  const text = useText(trajectoryEditText)
  const { data } = useQuery(colleaguesQuery)
  const { leads, readers } = draft
  const people = data?.members ?? []
  const ticked = (list: readonly string[], id: string, on: boolean) =>
    on ? [...list, id] : list.filter((one) => one !== id)
  return (
    <Section title={text.colleagues}>
      <fieldset className="wk-field" id="leads">
        <legend className="wk-field__label">{text.leads}</legend>
        <p className="wk-field__hint">{text.leadsHint}</p>
        <FieldError id="leads">{error}</FieldError>
        {people.map(({ id, name }) => (
          <label key={id} className="wk-choice">
            <input
              type="checkbox"
              checked={leads.includes(id)}
              onChange={({ target }) => onChange({ leads: ticked(leads, id, target.checked), readers })}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="wk-field">
        <legend className="wk-field__label">{text.readers}</legend>
        <p className="wk-field__hint">{text.readersHint}</p>
        {people
          .filter(({ id }) => !leads.includes(id))
          .map(({ id, name }) => (
            <label key={id} className="wk-choice">
              <input
                type="checkbox"
                checked={readers.includes(id)}
                onChange={({ target }) => onChange({ leads, readers: ticked(readers, id, target.checked) })}
              />
              <span>{name}</span>
            </label>
          ))}
      </fieldset>
    </Section>
  )
}
