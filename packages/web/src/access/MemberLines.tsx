import './members.css'
import type { Colleague } from '@weerklank/core/access/members.contract'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { accessText } from './access.text.ts'
import { membersText } from './members.text.ts'

type Props = { members: readonly Colleague[]; onChange: (member: Colleague) => void }

/** The people of a list, each with what she does here and the way to change it. */
export function MemberLines({ members, onChange }: Props) {
  const text = useText(membersText)
  const { role } = useText(accessText)
  return (
    <ul className="wk-lines">
      {members.map((one) => (
        <li key={one.id} className="wk-member">
          <div>
            <p className="wk-row">
              <strong>{one.name}</strong>
              {one.isSelf && <Chip>{text.you}</Chip>}
              {!one.signedIn && <Chip tone="warm">{text.notYet}</Chip>}
            </p>
            <p className="wk-small">
              {one.organisation === '' ? one.roles.map((name) => role[name]).join(', ') : one.organisation}
            </p>
            <p className="wk-muted wk-small wk-member__email">{one.email}</p>
          </div>
          <Button variant="quiet" aria-label={text.changeNamed(one.name)} onClick={() => onChange(one)}>
            {text.change}
          </Button>
        </li>
      ))}
    </ul>
  )
}
