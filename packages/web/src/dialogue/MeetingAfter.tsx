import './after.css'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageState } from '../ui/PageState.tsx'
import { AfterAgreements } from './AfterAgreements.tsx'
import { AfterLetter } from './AfterLetter.tsx'
import { AfterMinutes } from './AfterMinutes.tsx'
import { AfterOwn } from './AfterOwn.tsx'
import { AfterQuotes } from './AfterQuotes.tsx'
import { AfterTranscripts } from './AfterTranscripts.tsx'
import { AfterWrote } from './AfterWrote.tsx'
import { afterQuery, useEndMeeting } from './after.queries.ts'
import { afterText } from './after.text.ts'
import type { AfterPart } from './after-part.ts'

/** Everything after a meeting, in the order in which one needs it; on its page, once it is over. */
export function MeetingAfter({ meeting }: { meeting: string }) {
  const query = useQuery(afterQuery(meeting))
  return (
    <PageState query={query}>
      {(after) =>
        after.window === null ? (
          <NotOver meeting={meeting} after={after} />
        ) : (
          <Parts meeting={meeting} after={after} />
        )
      }
    </PageState>
  )
}

function NotOver({ meeting, after }: AfterPart) {
  const text = useText(afterText)
  const end = useEndMeeting(meeting)
  return (
    <div className="wk-stack">
      <p>{text.notOver}</p>
      {after.may.end && (
        <div className="wk-actions">
          <Button variant="primary" busy={end.isPending} onClick={() => end.mutate(undefined)}>
            {text.end}
          </Button>
        </div>
      )}
    </div>
  )
}

function Parts(part: AfterPart) {
  const { may } = part.after
  return (
    <div className="wk-stack wk-after">
      <AfterOwn {...part} />
      <AfterAgreements {...part} />
      <AfterMinutes {...part} />
      <AfterWrote {...part} />
      <AfterQuotes {...part} />
      <AfterLetter {...part} />
      {may.write && <AfterTranscripts {...part} />}
    </div>
  )
}
