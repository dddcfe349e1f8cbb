import { useQuery } from '@tanstack/react-query'
import type { MemberId } from '@weerklank/core/shared/ids'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { circleColleaguesQuery } from './circle.queries.ts'
import { circlePeopleText } from './circle-people.text.ts'

type Props = {
  id: string
  /** Who belongs to it already: nobody is chosen twice. */
  here: ReadonlySet<string | null>
  member: string | null
  /** What the server said of the people of this form. */
  problem: Error | null
  onChange: (colleague: { id: MemberId; name: string } | null) => void
}

/** A colleague with an account signs in and needs no link: she is chosen, not typed. Nothing where there is nobody to choose. */
export function CircleColleague({ id, here, member, problem, onChange }: Props) {
  const text = useText(circlePeopleText)
  const { data = [] } = useQuery(circleColleaguesQuery)
  const others = data.filter((one) => !here.has(one.id))
  if (others.length === 0) return null
  return (
    <SelectField<string>
      id={id}
      label={text.colleague}
      hint={text.colleagueHint}
      optional
      value={member}
      error={member !== null && isNoColleague(problem) ? text.noColleague : undefined}
      options={others.map((one) => ({ value: one.id, label: one.name }))}
      onChange={(value) => onChange(others.find((one) => one.id === value) ?? null)}
    />
  )
}

/** Whether somebody who was chosen has no place here any more. */
export function isNoColleague(error: Error | null): boolean {
  return error instanceof ApiError && Object.values(error.fields).includes('no-colleague')
}
