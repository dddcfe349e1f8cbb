import { useQuery } from '@tanstack/react-query'
import type { TaggedChallenge } from '@weerklank/core/feedback/challenge.contract'
import { challengeWord, type OwnChallenge, ownChallenges } from '@weerklank/core/feedback/own-challenge'
import { outcomeWord } from '@weerklank/core/feedback/signal.words'
import { goesOn } from '@weerklank/core/relation/relation'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { type SubmitEvent, useState } from 'react'
import { useDates } from '../access/access.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Fold } from '../ui/Fold.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { notify } from '../ui/notices.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { ChallengeCard } from './ChallengeCard.tsx'
import { challengesQuery, useCloseChallenge, useTagChallenge } from './challenge.queries.ts'
import { challengeText } from './challenge.text.ts'

type Props = { relation: RelationDetails; seen: Seen }

/** What one recognises in oneself in this collaboration: nobody else sees that it is there. */
export function RelationChallenge({ relation, seen }: Props) {
  const text = useText(challengeText)
  const [tagging, setTagging] = useState(false)
  const keepFocus = useKeepFocus<HTMLDivElement>()
  const { data } = useQuery(challengesQuery(relation.id))
  const all = data?.challenges ?? []
  const open = all.filter(({ outcome }) => outcome === null)
  const closed = all.filter(({ outcome }) => outcome !== null)
  return (
    // Shut also when something is open in it: somebody else may look at the screen.
    <Fold title={text.title} state={text.state(open.length)}>
      <div className="wk-stack" {...keepFocus}>
        <p className="wk-muted wk-small">{text.intro}</p>
        {open.map((one) => (
          <ChallengeCard key={one.id} {...{ relation, seen }} tagged={one} />
        ))}
        {tagging ? (
          <TagForm relation={relation.id} seen={seen} onDone={() => setTagging(false)} />
        ) : (
          goesOn(relation) && (
            <div className="wk-actions">
              <Button onClick={() => setTagging(true)}>{text.recognise}</Button>
            </div>
          )
        )}
        {closed.length > 0 && (
          <ul className="wk-lines wk-small">
            {closed.map((one) => (
              <Closed key={one.id} relation={relation.id} seen={seen} tagged={one} />
            ))}
          </ul>
        )}
      </div>
    </Fold>
  )
}

function TagForm({ relation, seen, onDone }: { relation: string; seen: Seen; onDone: () => void }) {
  const text = useText(challengeText)
  const [chosen, setChosen] = useState<OwnChallenge | null>(null)
  const [attempt, setAttempt] = useState(0)
  const tag = useTagChallenge(relation)
  const id = 'iets-van-jezelf'

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (chosen === null) return document.getElementById(id)?.focus()
    try {
      await tag.mutateAsync(chosen)
    } catch {
      // Said in the form, where the choice still stands.
      return
    }
    notify({ text: text.noted })
    onDone()
  }

  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <RadioGroup
        id={id}
        label={text.which}
        error={attempt > 0 && chosen === null ? text.whichMissing : undefined}
        value={chosen}
        options={ownChallenges.map((value) => ({
          value,
          label: sentenceStart(challengeWord(value, seen.language)),
        }))}
        onChange={setChosen}
      />
      <FormEnd error={tag.error?.message} busy={tag.isPending}>
        {text.keep}
      </FormEnd>
      <div className="wk-actions">
        <Button variant="quiet" onClick={onDone}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}

function Closed({ relation, seen, tagged }: { relation: string; seen: Seen; tagged: TaggedChallenge }) {
  const text = useText(challengeText)
  const dates = useDates()
  const close = useCloseChallenge(relation, tagged.id)
  if (tagged.outcome === null || tagged.closedAt === null) return null
  const outcome = outcomeWord(tagged.outcome, seen.language)
  return (
    <li>
      <p>{sentenceStart(challengeWord(tagged.challenge, seen.language))}</p>
      <p className="wk-muted">
        {text.closed(dates.dayMonth(tagged.closedAt), outcome)} ·{' '}
        {text.goes(dates.dayMonth(tagged.removedAt))}{' '}
        <TextButton onClick={() => close.mutate(null)}>{text.again}</TextButton>
      </p>
    </li>
  )
}
