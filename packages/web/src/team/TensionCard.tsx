import type { Tension, TensionRegister } from '@weerklank/core/team/tension.contract'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { TensionForm } from './TensionForm.tsx'
import { TensionLook } from './TensionLook.tsx'
import { useRestTension } from './tension.queries.ts'
import { tensionText } from './tension.text.ts'
import { useCircleDay } from './use-circle-day.ts'

type Props = { relation: string; tension: Tension; register: TensionRegister }

/** One tension: two poles beside each other, where it shows, room for it, and sight on it. */
export function TensionCard({ relation, tension, register }: Props) {
  const text = useText(tensionText)
  return (
    <article className="wk-tension">
      <h3>
        {tension.left} <span aria-hidden="true">↔</span> {tension.right}
      </h3>
      <dl className="wk-tension__poles">
        <Pole name={tension.left} good={tension.leftGood} />
        <Pole name={tension.right} good={tension.rightGood} />
      </dl>
      <Facts tension={tension} today={register.today} />
      <Seen tension={tension} />
      {register.mayWrite && tension.restingSince === null && (
        <TensionLook relation={relation} tension={tension} />
      )}
      {register.mayWrite && (
        <div className="wk-actions wk-small wk-no-print">
          <Disclosure label={text.change}>
            <TensionForm key={tension.version} relation={relation} register={register} tension={tension} />
          </Disclosure>
          <Rest relation={relation} tension={tension} />
        </div>
      )}
    </article>
  )
}

function Pole({ name, good }: { name: string; good: string }) {
  const text = useText(tensionText)
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="wk-muted wk-small">{text.goodOf}: </span>
        {good}
      </dd>
    </div>
  )
}

function Facts({ tension, today }: { tension: Tension; today: string }) {
  const text = useText(tensionText)
  const day = useCircleDay()
  const { situation, asks, room, meeting, lookOn, restingSince } = tension
  const where = meeting === null ? null : text.at(meeting.title, day(meeting.on))
  const roomWords = room === null ? null : text.roomIs(text.rooms[room])
  const look = lookOn === null ? null : lookOn <= today ? text.lookNow : text.lookAgain(day(lookOn))
  const rests = restingSince === null ? null : text.restingSince(day(restingSince))
  const lines = [roomWords, where, restingSince === null ? look : rests].filter((line) => line !== null)
  return (
    <>
      {situation !== '' && (
        <p>
          <strong>{text.where}:</strong> {situation}
        </p>
      )}
      {asks !== '' && (
        <p>
          <strong>{text.asksUs}:</strong> {asks}
        </p>
      )}
      {lines.length > 0 && <p className="wk-muted wk-small">{lines.join(' · ')}</p>}
    </>
  )
}

function Seen({ tension: { now, before, left, right } }: { tension: Tension }) {
  const text = useText(tensionText)
  const when = now.words === null ? text.told.later : text.told.inSteps
  return (
    <div className="wk-tension__seen">
      <p>
        {text.seen(now.seen)} {now.words !== null && <strong>{text.words[now.words]}</strong>}
      </p>
      {now.seen > 0 && now.counts === null && <p className="wk-muted wk-small">{when}</p>}
      {now.counts !== null && (
        <table>
          <caption className="wk-sr-only">{text.spread}</caption>
          <thead className={before?.counts ? undefined : 'wk-sr-only'}>
            <tr>
              <th scope="col">{text.lean}</th>
              <th scope="col">{text.count}</th>
              {before?.counts && <th scope="col">{text.countBefore}</th>}
            </tr>
          </thead>
          <tbody>
            {now.counts.map((count, at) => {
              const lean = text.leans[at]?.(left, right) ?? ''
              return (
                <tr key={lean}>
                  <th scope="row">{lean}</th>
                  <Dots count={count} />
                  {before?.counts && <Dots count={before.counts[at] ?? 0} />}
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {before !== null && before.words !== null && (
        <p className="wk-muted wk-small">{text.before(text.words[before.words])}</p>
      )}
    </div>
  )
}

/** As many dots as people, up to ten; the number says it too. */
function Dots({ count }: { count: number }) {
  return (
    <td>
      <span className="wk-tension__dots" aria-hidden="true">
        {'●'.repeat(Math.min(count, 10))}
      </span>{' '}
      {count}
    </td>
  )
}

function Rest({ relation, tension }: { relation: string; tension: Tension }) {
  const text = useText(tensionText)
  const rest = useRestTension({ relation, tension: tension.id })
  const isResting = tension.restingSince !== null
  return (
    <>
      <TextButton onClick={() => rest.mutate({ resting: !isResting })}>
        {isResting ? text.resume : text.rest}
      </TextButton>
      {rest.error !== null && <p role="alert">{rest.error.message}</p>}
    </>
  )
}
