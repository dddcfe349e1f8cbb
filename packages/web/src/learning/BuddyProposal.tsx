import type { BuddyRoom, BuddyRound } from '@weerklank/core/learning/buddy.contract'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { notify } from '../ui/notices.ts'
import { Section } from '../ui/Section.tsx'
import { BuddyChangeForm } from './BuddyChangeForm.tsx'
import { BuddyLeftList } from './BuddyLeftList.tsx'
import { BuddyOutcomeNote } from './BuddyOutcomeNote.tsx'
import { BuddyPropose } from './BuddyPropose.tsx'
import { BuddyWhy } from './BuddyWhy.tsx'
import { useChangeProposal, useDropProposal, useFormBuddies } from './buddies.queries.ts'
import { buddiesText } from './buddies.text.ts'
import { useNames } from './use-buddy-names.ts'

type Props = { room: BuddyRoom; round: BuddyRound; trajectory: string }

/** A proposal, to look at and change by hand before anybody hears of it. */
export function BuddyProposal({ room, round, trajectory }: Props) {
  const text = useText(buddiesText)
  const names = useNames(room)
  const form = useFormBuddies(trajectory)
  const { isProven, isSplit, crossing } = round.outcome
  const mailless = room.people.filter(
    ({ id, hasMail }) => !hasMail && round.pairs.some(({ members }) => members.includes(id)),
  )
  async function handleForm() {
    const made = await form.mutateAsync(round.version).catch(() => null)
    if (made?.outcome.kind === 'done') notify({ text: text.formed })
  }
  return (
    <>
      <Section title={text.proposal} intro={isProven ? text.proven : text.notProven}>
        {isSplit && <p className="wk-buddy-note">{text.split}</p>}
        {!isSplit && crossing > round.rules.soft.crossing && <p className="wk-muted">{text.crossing}</p>}
        <ul className="wk-lines">
          {round.pairs.map((pair) => (
            <ProposedPair key={pair.id} {...{ room, round, trajectory, pair }} />
          ))}
        </ul>
      </Section>
      {room.left.length > 0 && <BuddyLeftList room={room} round={round} trajectory={trajectory} />}
      {room.mayChange && (
        <div className="wk-stack">
          <p className="wk-muted">
            {text.formHow} {mailless.length > 0 && text.noMail(names(mailless.map(({ id }) => id)))}
          </p>
          <BuddyOutcomeNote room={room} outcome={form.data?.outcome} />
          {form.error !== null && <p role="alert">{form.error.message}</p>}
          <div className="wk-actions">
            <Button variant="primary" icon="people" busy={form.isPending} onClick={handleForm}>
              {text.form}
            </Button>
            <Drop round={round} trajectory={trajectory} />
          </div>
          <Disclosure label={text.proposeAgain}>
            <BuddyPropose room={room} trajectory={trajectory} version={round.version} />
          </Disclosure>
        </div>
      )}
    </>
  )
}

function Drop({ round, trajectory }: Pick<Props, 'round' | 'trajectory'>) {
  const text = useText(buddiesText)
  const drop = useDropProposal(trajectory)
  async function handleDrop() {
    const made = await drop.mutateAsync(round.version).catch(() => null)
    if (made !== null) notify({ text: text.dropped })
  }
  return (
    <>
      <Button variant="quiet" busy={drop.isPending} onClick={handleDrop}>
        {text.drop}
      </Button>
      {drop.error !== null && <p role="alert">{drop.error.message}</p>}
    </>
  )
}

function ProposedPair({ room, round, trajectory, pair }: Props & { pair: BuddyRound['pairs'][number] }) {
  const text = useText(buddiesText)
  const names = useNames(room)
  const change = useChangeProposal(trajectory)
  const called = names(pair.members)
  function handlePin() {
    const pin = { kind: 'pin' as const, pair: pair.id, pinned: !pair.pinned }
    change.mutate({ version: round.version, change: pin, reason: '' })
  }
  return (
    <li className="wk-buddy-pair">
      <p className="wk-buddy-names">
        <b>{called}</b> {pair.pinned && <Chip>{text.pinned}</Chip>}
      </p>
      {pair.broken.length > 0 && (
        <p className="wk-buddy-note">
          {text.broken} {pair.broken.map((rule) => text.hard[rule]).join(' · ')}
        </p>
      )}
      {pair.reason !== '' && <p className="wk-muted">{text.reasonKept(pair.reason)}</p>}
      <div className="wk-buddy-acts">
        <BuddyWhy pair={pair} />
        {room.mayChange && (
          <>
            <Disclosure label={text.change}>
              <BuddyChangeForm
                {...{ room, round, trajectory }}
                from={pair.members}
                label={text.changeOf(called)}
              />
            </Disclosure>
            <Button
              variant="quiet"
              busy={change.isPending}
              aria-label={`${pair.pinned ? text.unpin : text.pin}: ${called}`}
              onClick={handlePin}
            >
              {pair.pinned ? text.unpin : text.pin}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}
