import type { BuddyLeft, BuddyRoom, BuddyRound } from '@weerklank/core/learning/buddy.contract'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Section } from '../ui/Section.tsx'
import { BuddyChangeForm } from './BuddyChangeForm.tsx'
import { buddiesText } from './buddies.text.ts'
import { useNames } from './use-buddy-names.ts'

/** `round`: the proposal in which whoever is left can be put with somebody. */
type Props = { room: BuddyRoom; round?: BuddyRound; trajectory?: string }

/** Who has no buddy, why, and what would help. */
export function BuddyLeftList({ room, round, trajectory }: Props) {
  const text = useText(buddiesText)
  const names = useNames(room)
  return (
    <Section title={text.left}>
      <ul className="wk-lines">
        {room.left.map(({ learner, reason }) => (
          <li key={learner} className="wk-buddy-pair">
            <p className="wk-buddy-names">
              <b>{names([learner])}</b>
            </p>
            <Why reason={reason} />
            {room.mayChange &&
              round !== undefined &&
              trajectory !== undefined &&
              reason.why !== 'no-wish' && (
                <div className="wk-buddy-acts">
                  <Disclosure label={text.change}>
                    <BuddyChangeForm
                      {...{ room, round, trajectory }}
                      from={[learner]}
                      label={text.changeOf(names([learner]))}
                    />
                  </Disclosure>
                </div>
              )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Why({ reason }: { reason: BuddyLeft['reason'] }) {
  const text = useText(buddiesText)
  if (reason.why === 'not-enough') return <p>{text.leftWhy['not-enough'](reason.partners)}</p>
  if (reason.why !== 'rules') return <p>{text.leftWhy[reason.why]}</p>
  return (
    <>
      <p>{text.leftWhy.rules}</p>
      <ul className="wk-buddy-why">
        {reason.rules.map(({ rule, people, helps }) => (
          <li key={rule}>
            {text.ruleBlocks(text.hard[rule], people)} {helps > 0 && text.ruleHelps(helps)}
          </li>
        ))}
      </ul>
    </>
  )
}
