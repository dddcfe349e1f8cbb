import './opener-card.css'
import { Link } from '@tanstack/react-router'
import type { RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { AtHand } from '../library/library.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { componentLater, Later } from '../ui/Later.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { otherVoices, sameDifferences } from './agreement-who.ts'
import { AgreementDialog, OpenerDiscussed } from './check-dialogs.tsx'
import { openerText } from './opener.text.ts'
import { useSettleSignals } from './opener-settle.ts'
import { type OpenerSentence, openerSentences } from './opener-view.ts'
import type { TalkOccasion } from './talk-occasion.ts'

// What every signal says in full is long: it comes when the page stands there.
const OpenerReasons = componentLater(async () => (await import('./OpenerReasons.tsx')).OpenerReasons)

type Props = {
  relation: string
  feedback: RelationFeedback
  participants: readonly Participant[]
  occasion: TalkOccasion
  seen: Seen
  onPlanTalk: () => void
}

/** A sentence to open the talk with, why it stands here, and what one can do with it. Calm when nothing stands out. */
export function OpenerCard(props: Props) {
  const text = useText(openerText)
  const { person, signals } = props.occasion
  const heading = useHeading([person.id, ...signals.map(({ id }) => id)].join(' '))
  const warm = signals.length > 0
  return (
    <div id="gesprek" className="wk-no-print">
      <Card as="section" tone={warm ? 'warm' : 'plain'} labelledBy="gesprek-titel" className="wk-opener">
        <h2 id="gesprek-titel" ref={heading} tabIndex={-1}>
          {text.open(person.name)}
        </h2>
        {!warm && <p className="wk-muted wk-small">{text.calm}</p>}
        <Talk key={person.id} {...props} />
      </Card>
    </div>
  )
}

/** With another person everything begins anew: the sentence, and what was being written. */
function Talk({ relation, feedback, participants, occasion, seen, onPlanTalk }: Props) {
  const text = useText(openerText)
  const { person, signals } = occasion
  const [turn, setTurn] = useState(0)
  const [agreeing, setAgreeing] = useState(false)
  const sentences = openerSentences(feedback, occasion, seen)
  const sentence = sentences[turn % Math.max(sentences.length, 1)]
  const warm = signals.length > 0
  const ids = signals.map(({ id }) => id)
  return (
    <>
      {sentence !== undefined && <Sentence sentence={sentence} />}
      <div className="wk-opener__deeds">
        <Button variant={warm ? 'primary' : 'outline'} onClick={onPlanTalk}>
          {text.plan}
        </Button>
        <Button onClick={() => setAgreeing(true)}>{text.agree}</Button>
        {warm && <Settle relation={relation} signals={ids} />}
      </div>
      {(sentences.length > 1 || warm) && (
        <div className="wk-actions wk-opener__more">
          {sentences.length > 1 && <TextButton onClick={() => setTurn(turn + 1)}>{text.another}</TextButton>}
          {warm && (
            <Link
              to="/samenwerkingen/$relation/schuurt"
              params={{ relation }}
              search={{ signalen: ids.join(','), wie: person.id }}
            >
              {text.strain}
            </Link>
          )}
          <SignalAtHand {...{ relation, person, signal: signals[0] }} />
          {warm && (
            <Disclosure label={text.why}>
              <Later open>
                <OpenerReasons {...{ feedback, participants, signals, seen }} />
              </Later>
            </Disclosure>
          )}
        </div>
      )}
      <AgreementDialog
        {...{ relation, participants, person }}
        others={otherVoices(signals)}
        signals={[...ids, ...sameDifferences(signals, feedback.signals)]}
        open={agreeing}
        onClose={() => setAgreeing(false)}
      />
    </>
  )
}

/** What is known that may help with the leading signal; only its rule and the line that it is about are asked by. */
function SignalAtHand({ relation, person, signal }: Asked) {
  if (signal === undefined) return null
  const { finding } = signal
  const item = 'item' in finding && /^[a-z0-9-]{1,80}$/.test(finding.item) ? finding.item : null
  const challenge = finding.rule === 'own-challenge' ? finding.challenge : null
  const place = { at: 'signal', rule: finding.rule, line: item, challenge } as const
  return (
    <Suspense fallback={null}>
      <AtHand {...{ place, relation }} voice={person.voice} anchor="gesprek" />
    </Suspense>
  )
}

type Asked = {
  relation: string
  person: Participant
  signal: RelationFeedback['signals'][number] | undefined
}

/** Read aloud when another one comes. */
function Sentence({ sentence }: { sentence: OpenerSentence }) {
  return (
    <div aria-live="polite">
      <p className="wk-opener__said" lang={sentence.language}>
        “{sentence.said}”
      </p>
      <p className="wk-opener__next">{sentence.next}</p>
    </div>
  )
}

function Settle({ relation, signals }: { relation: string; signals: readonly string[] }) {
  const text = useText(openerText)
  const [discussing, setDiscussing] = useState(false)
  const { settle, busy, failed } = useSettleSignals(relation)
  return (
    <>
      <Button onClick={() => setDiscussing(true)}>{text.discussed}</Button>
      <Button
        variant="quiet"
        busy={busy}
        onClick={() => void settle({ signals, outcome: 'not-applicable', note: '' })}
      >
        {text.notApplicable}
      </Button>
      <OpenerDiscussed
        open={discussing}
        busy={busy}
        failed={failed}
        onClose={() => setDiscussing(false)}
        onDone={(note) => void settle({ signals, outcome: 'discussed', note })}
      />
    </>
  )
}

/** The title takes the focus when one came for it (`#gesprek`), and when the buttons one pressed are gone. */
function useHeading(about: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(about)
  useEffect(() => {
    if (window.location.hash !== '#gesprek') return
    heading.current?.scrollIntoView({ block: 'center' })
    heading.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (about !== before.current && document.activeElement === document.body) heading.current?.focus()
    before.current = about
  }, [about])
  return heading
}
