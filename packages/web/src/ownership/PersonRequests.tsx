import { useQuery } from '@tanstack/react-query'
import type { PersonRequest } from '@weerklank/core/consent/person.contract'
import { dayInSentence } from '@weerklank/core/shared/day-words'
import { useEffect, useRef, useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Section } from '../ui/Section.tsx'
import { PersonRequestForm } from './PersonRequestForm.tsx'
import { personRequestsQuery } from './person-request.queries.ts'
import { personRequestText } from './person-request.text.ts'
import { requestsPlace } from './requests-place.ts'

/** What people asked about their data and nobody answered yet; nothing when there is nothing. */
export function PersonRequests({ relation, seen }: { relation: string; seen: Seen }) {
  const text = useText(personRequestText)
  const { data } = useQuery(personRequestsQuery(relation))
  const [answering, setAnswering] = useState<PersonRequest | null>(null)
  const open = (data?.requests ?? []).filter((request) => request.handled === null)
  const place = usePlace(open.length, answering !== null)
  if (open.length === 0 && answering === null) return null
  return (
    <div className="wk-no-print" id={requestsPlace} ref={place} tabIndex={-1}>
      <Section title={text.title}>
        {open.map((request) => (
          <Card key={request.id} tone="warm">
            <p>
              <strong>{request.askedBy === null ? request.name : request.askedBy || text.parent}</strong>{' '}
              {request.askedBy === null ? text.asks[request.kind] : text.asksFor(request.name)[request.kind]}.
            </p>
            {request.askedBy !== null && <p className="wk-small">{text.askHerToo(request.name)}</p>}
            <p className="wk-working-note__words">{request.text === '' ? text.noWords : request.text}</p>
            <p className="wk-muted wk-small">{text.on(dayInSentence(request.at, seen))}</p>
            <div className="wk-actions">
              <Button onClick={() => setAnswering(request)}>
                {text.answerIt}
                <span className="wk-sr-only">: {request.name}</span>
              </Button>
            </div>
          </Card>
        ))}
      </Section>
      <Dialog
        open={answering !== null}
        title={text.answerTo(answering?.name ?? '')}
        onClose={() => setAnswering(null)}
      >
        {answering !== null && (
          <PersonRequestForm relation={relation} request={answering} onDone={() => setAnswering(null)} />
        )}
      </Dialog>
    </div>
  )
}

/**
 * The place takes the focus when one came for it, and when the button one pressed is gone with what was answered; without a
 * next request the page's title takes it.
 */
function usePlace(count: number, isAnswering: boolean) {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(0)
  useEffect(() => {
    // The dialog keeps the focus until it has gone.
    if (isAnswering) return
    if (before.current === 0 && count > 0 && window.location.hash === `#${requestsPlace}`) {
      place.current?.scrollIntoView({ block: 'center' })
      place.current?.focus({ preventScroll: true })
    }
    if (count < before.current && document.activeElement === document.body) {
      const next = count > 0 ? place.current : document.querySelector('h1')
      next?.focus()
    }
    before.current = count
  }, [count, isAnswering])
  return place
}
