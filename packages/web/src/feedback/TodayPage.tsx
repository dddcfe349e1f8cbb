import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import './today.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Today } from '@weerklank/core/feedback/feedback.contract'
import type { DaySeen } from '@weerklank/core/shared/day-words'
import type { Day, Instant } from '@weerklank/core/shared/time'
import { useEffect, useRef } from 'react'
import { useDates, useMe } from '../access/access.ts'
import { keys } from '../api/keys.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { TodayRequests } from '../ownership/ownership.tsx'
import { componentLater, Later } from '../ui/Later.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { todayQuery } from './feedback.queries.ts'
import { TodayAgreements } from './TodayAgreements.tsx'
import { TodayAttention } from './TodayAttention.tsx'
import { TodayContacts } from './TodayContacts.tsx'
import { TodayFirstSteps } from './TodayFirstSteps.tsx'
import { hasRelationsQuery, openRequestsQuery } from './today.queries.ts'
import { todayText } from './today.text.ts'
import { dayPart, firstName } from './today-greeting.ts'

const TodayLater = componentLater(async () => (await import('./TodayLater.tsx')).TodayLater)

/** Home: what asks for attention and why, what was agreed, who is coming. */
export function TodayPage() {
  const text = useText(todayText)
  const { member } = useMe()
  const dates = useDates()
  const now = useNow()
  const seen = useDaySeen(now)
  const query = useQuery(todayQuery)
  useRefreshAtMidnight(seen.today)
  const part = dayPart(Number(dates.clock(now).slice(0, 2)))
  const day = dates.weekday(now)
  const requests = useQuery(openRequestsQuery).data ?? []
  const news = query.data === undefined ? [] : newsOf(query.data, requests.length, text)
  return (
    <>
      <PageHeader
        title={text.greeting(part, firstName(member.name))}
        documentTitle={text.contacts}
        intro={[`${sentenceStart(day)}.`, ...news].join(' ')}
      />
      <PageState query={query} loading={<Loading />}>
        {(today) =>
          isBare(today) && requests.length === 0 ? (
            <WithoutNews now={now} seen={seen} />
          ) : (
            <div className="wk-today">
              <div>
                {(hasAttention(today) || requests.length === 0) && (
                  <TodayAttention attention={today.attention} more={today.more} seen={seen} />
                )}
                <Later open={requests.length > 0}>
                  {requests.length > 0 && <TodayRequests requests={requests} seen={seen} />}
                </Later>
              </div>
              <TodayContacts contacts={today.contacts} now={now} />
              <div>
                <TodayAgreements agreements={today.agreements} seen={seen} />
                <Later open>
                  <TodayLater seen={seen} />
                </Later>
              </div>
            </div>
          )
        }
      </PageState>
    </>
  )
}

function newsOf(today: Today, requests: number, text: (typeof todayText)['nl']): string[] {
  const asking = hasAttention(today) || requests === 0 ? text.asking(today.attention.length + today.more) : ''
  const waiting = requests === 0 ? '' : text.requests(requests)
  return [asking, waiting, text.coming(today.contacts.length)].filter((sentence) => sentence !== '')
}

function hasAttention({ attention, more }: Today): boolean {
  return attention.length + more > 0
}

function isBare(today: Today): boolean {
  return !hasAttention(today) && today.contacts.length + today.agreements.length === 0
}

/** Nothing to show can be a calm day, or the first one. */
function WithoutNews({ now, seen }: { now: Instant; seen: DaySeen }) {
  const query = useQuery(hasRelationsQuery)
  return (
    <PageState query={query} loading={<Loading />}>
      {(hasRelations) =>
        hasRelations ? (
          <div className="wk-today">
            <div>
              <TodayAttention attention={[]} more={0} seen={seen} />
              <Later open>
                <TodayLater seen={seen} />
              </Later>
            </div>
            <TodayContacts contacts={[]} now={now} />
          </div>
        ) : (
          <TodayFirstSteps />
        )
      }
    </PageState>
  )
}

function Loading() {
  return (
    <div className="wk-today">
      <div className="wk-stack">
        <Skeleton />
        <Skeleton block />
        <div>
          <Skeleton block />
        </div>
      </div>
      <Skeleton lines={3} />
    </div>
  )
}

/** On a page left open overnight other contacts are of today, without anything having changed on the server. */
function useRefreshAtMidnight(today: Day) {
  const queryClient = useQueryClient()
  const shown = useRef(today)
  useEffect(() => {
    if (shown.current === today) return
    shown.current = today
    void queryClient.invalidateQueries({ queryKey: keys.today })
  }, [today, queryClient])
}
