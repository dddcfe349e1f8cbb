import { useQuery } from '@tanstack/react-query'
import type { TaggedChallenge } from '@weerklank/core/feedback/challenge.contract'
import { challengeWord } from '@weerklank/core/feedback/own-challenge'
import type { SignalOutcome } from '@weerklank/core/feedback/signal'
import { describeSignal } from '@weerklank/core/feedback/signal.description'
import { outcomeWord } from '@weerklank/core/feedback/signal.words'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { dayInSentence } from '@weerklank/core/shared/day-words'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { useState } from 'react'
import { useDates, useMe } from '../access/access.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { notify } from '../ui/notices.ts'
import { TextButton } from '../ui/TextButton.tsx'
import { useCloseChallenge, useRemoveChallenge } from './challenge.queries.ts'
import { challengeText } from './challenge.text.ts'
import { relationFeedbackQuery } from './check.queries.ts'
import { AgreementDialog } from './check-dialogs.tsx'
import { openerSentences } from './opener-view.ts'

type Props = { relation: RelationDetails; tagged: TaggedChallenge; seen: Seen }

/** One challenge of one's own that is open: a sentence to begin with, why it stands here, and the three ways to close it. */
export function ChallengeCard({ relation, tagged, seen }: Props) {
  const text = useText(challengeText)
  const dates = useDates()
  const [agreeing, setAgreeing] = useState(false)
  const { busy, settle } = useSettle(relation.id, { tagged, seen })
  const remove = useRemoveChallenge(relation.id, tagged.id)
  const others = relation.participants.filter(({ active, member }) => active && member === null)
  const [person] = others.length > 0 ? others : relation.participants
  return (
    <Card as="article" tone="warm" labelledBy={`eigen-${tagged.id}`} className="wk-opener">
      <h3 id={`eigen-${tagged.id}`}>{sentenceStart(challengeWord(tagged.challenge, seen.language))}</h3>
      {person !== undefined && <Sentence {...{ relation, tagged, seen }} person={person} />}
      <div className="wk-actions">
        <Button onClick={() => void settle('discussed')} busy={busy}>
          {text.discussed}
        </Button>
        {person !== undefined && <Button onClick={() => setAgreeing(true)}>{text.agree}</Button>}
        <Button variant="quiet" busy={busy} onClick={() => void settle('not-applicable')}>
          {text.notApplicable}
        </Button>
        <Disclosure label={text.why}>
          <Why tagged={tagged} seen={seen} />
        </Disclosure>
      </div>
      <p className="wk-muted wk-small">
        {text.goes(dates.dayMonth(tagged.removedAt))}{' '}
        <TextButton onClick={() => remove.mutate()}>{text.remove}</TextButton>
      </p>
      {person !== undefined && (
        <AgreementDialog
          relation={relation.id}
          participants={relation.participants}
          person={person}
          signals={[]}
          open={agreeing}
          onClose={() => setAgreeing(false)}
          onSaved={() => void settle('agreed')}
        />
      )}
    </Card>
  )
}

function useSettle(relation: string, { tagged, seen }: Omit<Props, 'relation'>) {
  const text = useText(challengeText)
  const close = useCloseChallenge(relation, tagged.id)
  async function settle(outcome: SignalOutcome) {
    try {
      await close.mutateAsync(outcome)
      notify({ text: text.settled(outcomeWord(outcome, seen.language)), undo: () => close.mutate(null) })
    } catch {
      notify({ text: text.failed })
    }
  }
  return { settle, busy: close.isPending }
}

type SentenceProps = Props & { person: RelationDetails['participants'][number] }

/** From the same sentences as for every signal, in the form of address of whom it is said to. */
function Sentence({ relation, tagged, seen, person }: SentenceProps) {
  const text = useText(challengeText)
  const { data } = useQuery(relationFeedbackQuery(relation.id))
  const [turn, setTurn] = useState(0)
  if (data === undefined) return null
  const finding = { rule: 'own-challenge' as const, challenge: tagged.challenge }
  const signals = [{ finding, openedAt: tagged.at }]
  const all = openerSentences(data, { person, signals, response: null }, seen)
  const sentence = all[turn % Math.max(all.length, 1)]
  if (sentence === undefined) return null
  return (
    <div aria-live="polite">
      <p className="wk-opener__said" lang={sentence.language}>
        “{sentence.said}”
      </p>
      <p className="wk-opener__next">{sentence.next}</p>
      {all.length > 1 && <TextButton onClick={() => setTurn(turn + 1)}>{text.another}</TextButton>}
    </div>
  )
}

function Why({ tagged, seen }: Omit<Props, 'relation'>) {
  const { name } = useMe().member
  const { observation, why } = describeSignal(
    { rule: 'own-challenge', challenge: tagged.challenge },
    {
      language: seen.language,
      name,
      when: dayInSentence(tagged.at, seen),
      itemLabel: (id) => id,
      sinceWords: '',
      nameOf: () => name,
    },
  )
  return (
    <p className="wk-small">
      {observation} {why}
    </p>
  )
}
