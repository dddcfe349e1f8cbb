import type { ApiToken } from '@weerklank/core/access/api-tokens.contract'
import { fullDay } from '@weerklank/core/shared/day-words'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { programsText } from './programs.text.ts'

type Props = { token: ApiToken & { by?: string }; onRevoke: () => void }

/** One token: for which program, for what, until when. */
export function TokenLine({ token, onRevoke }: Props) {
  const text = useText(programsText)
  const seen = useDaySeen(useNow())
  const { name, scopes, expiresAt, lastUsedOn, status, by } = token
  // A day of the workspace, whichever zone this screen is in.
  const used =
    lastUsedOn === null ? null : fullDay(`${lastUsedOn}T12:00:00.000Z`, { ...seen, timeZone: 'UTC' })
  const until = text.until(fullDay(expiresAt, seen))
  const facts = [until, used === null ? text.neverUsed : text.used(used)]
  return (
    <li className="wk-programs__line">
      <div className="wk-stack wk-stack--tight">
        <p className="wk-row">
          <strong>{name}</strong>
          {status !== 'active' && <Chip>{text[status]}</Chip>}
        </p>
        {by !== undefined && <p className="wk-small">{text.by(by)}</p>}
        <p className="wk-small">{scopes.map((scope) => text.scope[scope]).join(' · ')}</p>
        <p className="wk-muted wk-small">{facts.join(' · ')}</p>
      </div>
      {status === 'active' && (
        <Button variant="quiet" aria-label={text.revokeNamed(name)} onClick={onRevoke}>
          {text.revoke}
        </Button>
      )}
    </li>
  )
}
