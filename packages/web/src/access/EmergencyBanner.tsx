import './emergency.css'
import { useQuery } from '@tanstack/react-query'
import type { EmergencyAccess } from '@weerklank/core/access/emergency.contract'
import { clock } from '@weerklank/core/shared/time'
import { momentWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { emergenciesQuery, useEndEmergency } from './emergency.queries.ts'
import { emergencyBannerText } from './emergency-banner.text.ts'

/** Says to everyone in a collaboration who looked in without taking part, in the last month, and why. */
export function EmergencyBanner({ relation, seen }: { relation: string; seen: Seen }) {
  const text = useText(emergencyBannerText)
  const { data } = useQuery(emergenciesQuery(relation))
  const accesses = data?.accesses ?? []
  if (accesses.length === 0) return null
  return (
    <section className="wk-emergency__banner" aria-label={text.label}>
      {accesses.map((access) => (
        <div key={access.id}>
          <p>
            <strong>{sentence(access, { text, seen })}</strong>
          </p>
          <p>
            {text.because} {access.reason}
          </p>
          {access.own && access.open && <EndOwn relation={relation} />}
        </div>
      ))}
    </section>
  )
}

function sentence(
  access: EmergencyAccess,
  { text, seen }: { text: (typeof emergencyBannerText)['nl']; seen: Seen },
): string {
  const until = clock(access.endsAt, seen.language, seen.timeZone)
  const name = access.name === '' ? text.someone : access.name
  if (!access.open) return text.looked(name, momentWords(access.at, seen))
  return access.own ? text.own(until) : text.looking(name, until)
}

function EndOwn({ relation }: { relation: string }) {
  const text = useText(emergencyBannerText)
  const end = useEndEmergency(relation)
  async function handleEnd() {
    try {
      await end.mutateAsync(undefined)
      notify({ text: text.ended })
    } catch {
      notify({ text: text.endFailed })
    }
  }
  return (
    <div className="wk-actions">
      <Button busy={end.isPending} onClick={handleEnd}>
        {text.end}
      </Button>
    </div>
  )
}
