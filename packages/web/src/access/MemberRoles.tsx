import './members.css'
import { type ColleagueRole, colleagueRoles } from '@weerklank/core/access/members'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { accessText } from './access.text.ts'
import { membersText } from './members.text.ts'

type Props = {
  id: string
  chosen: readonly ColleagueRole[]
  error: string | undefined
  onChange: (chosen: ColleagueRole[]) => void
}

/** What someone does here; she can do several things, as the owner of a small practice does. */
export function MemberRoles({ id, chosen, error, onChange }: Props) {
  const text = useText(membersText)
  const { role: names } = useText(accessText)
  const toggled = (role: ColleagueRole, on: boolean) =>
    colleagueRoles.filter((one) => (one === role ? on : chosen.includes(one)))
  return (
    <fieldset className="wk-field wk-stack wk-stack--tight wk-member-roles" id={id} tabIndex={-1}>
      <legend className="wk-field__label">{text.roles}</legend>
      <FieldError id={id}>{error}</FieldError>
      {colleagueRoles.map((role) => (
        <CheckboxField
          key={role}
          id={`${id}-${role}`}
          label={names[role]}
          hint={text.roleHint[role]}
          checked={chosen.includes(role)}
          onChange={(on) => onChange(toggled(role, on))}
        />
      ))}
    </fieldset>
  )
}
