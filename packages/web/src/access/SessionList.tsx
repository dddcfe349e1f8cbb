import { useQuery } from '@tanstack/react-query'
import type { Sessions } from '@weerklank/core/access/sessions.contract'
import type { DaySeen } from '@weerklank/core/shared/day-words'
import { momentWords } from '../language/moment-words.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { notify } from '../ui/notices.ts'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { accountText } from './account.text.ts'
import { useEndSessions } from './session.actions.ts'
import { sessionsQuery } from './session.queries.ts'

type Session = Sessions['sessions'][number]

/** Where one is signed in, and out again, one by one or all at once. */
export function SessionList() {
  const text = useText(accountText)
  const query = useQuery(sessionsQuery)
  const part = useKeepFocus<HTMLDivElement>()
  const seen = useDaySeen(useNow())
  return (
    <Section title={text.sessionsTitle} intro={text.sessionsIntro}>
      <div {...part} className="wk-stack">
        <PageState query={query}>
          {({ sessions }) => (
            <>
              <ul className="wk-lines">
                {sessions.map((session) => (
                  <SessionLine key={session.id} session={session} seen={seen} />
                ))}
              </ul>
              {sessions.some(({ current }) => !current) && <EndOthers />}
            </>
          )}
        </PageState>
      </div>
    </Section>
  )
}

function SessionLine({ session, seen }: { session: Session; seen: DaySeen }) {
  const text = useText(accountText)
  const end = useEndSessions()
  const device = useDeviceName(session)
  function handleEnd() {
    end.mutate(session.id, {
      onSuccess: () => notify({ text: text.sessionEnded(device) }),
      onError: () => notify({ text: text.failed }),
    })
  }
  const used = text.lastUsedAt(momentWords(session.lastUsedAt, seen))
  const started = text.startedAt(momentWords(session.startedAt, seen))
  return (
    <li className="wk-account__line">
      <div>
        <p className="wk-row">
          <strong>{device}</strong>
          {session.current && <Chip>{text.thisDevice}</Chip>}
        </p>
        <p className="wk-muted wk-small">{session.current ? started : `${started} · ${used}`}</p>
      </div>
      {!session.current && (
        <Button
          variant="quiet"
          aria-label={text.sessionEndNamed(device)}
          busy={end.isPending}
          onClick={handleEnd}
        >
          {text.sessionEnd}
        </Button>
      )}
    </li>
  )
}

function EndOthers() {
  const text = useText(accountText)
  const end = useEndSessions()
  function handleEnd() {
    end.mutate('others', {
      onSuccess: () => notify({ text: text.sessionsEnded }),
      onError: () => notify({ text: text.failed }),
    })
  }
  return (
    <div className="wk-actions">
      <Button icon="sign-out" busy={end.isPending} onClick={handleEnd}>
        {text.sessionsEndOthers}
      </Button>
    </div>
  )
}

function useDeviceName({ device: { browser, system } }: Session): string {
  const text = useText(accountText)
  if (browser !== null && system !== null) return text.deviceOn(browser, system)
  return browser ?? system ?? text.deviceUnknown
}
