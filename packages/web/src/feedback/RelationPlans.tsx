import { queryOptions, useQuery } from '@tanstack/react-query'
import type { CheckPlan, planEndpoints } from '@weerklank/core/feedback/plan.contract'
import { goesOn } from '@weerklank/core/relation/relation'
import type { Participant, RelationDetails } from '@weerklank/core/relation/relation.contract'
import { useState } from 'react'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { dayAlone } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Fold } from '../ui/Fold.tsx'
import { PageState } from '../ui/PageState.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { PlanForm } from './PlanForm.tsx'
import { planText } from './plan.text.ts'
import { plansState } from './plan-state.ts'

function plansQuery(relation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'plans'],
    queryFn: () =>
      call<typeof planEndpoints.plans>('GET', '/api/relations/:relation/plans', { params: { relation } }),
  })
}

type Props = { relation: RelationDetails; seen: Seen }

/** Who gets the questions by itself, how often, what went out, and what each chose about it. */
export function RelationPlans({ relation, seen }: Props) {
  const text = useText(planText)
  const query = useQuery(plansQuery(relation.id))
  const people = relation.participants.filter(({ active, member }) => active && member === null)
  const plans = goesOn(relation) ? query.data?.plans : []
  return (
    <Fold
      title={text.title}
      state={plans === undefined ? '' : plansState({ plans, people, seen, text })}
      asks={query.error !== null}
    >
      <p className="wk-muted wk-small">{text.intro}</p>
      {people.length === 0 ? (
        <p className="wk-muted">{text.nobody}</p>
      ) : (
        <PageState query={query}>
          {({ plans, canMail }) => (
            <ul className="wk-lines">
              {people.map((person) => {
                const plan = plans.find((one) => one.participant === person.id)
                return <Line key={person.id} {...{ relation, person, plan, seen, canMail }} />
              })}
            </ul>
          )}
        </PageState>
      )}
    </Fold>
  )
}

type LineProps = Props & { person: Participant; plan: CheckPlan | undefined; canMail: boolean }

function Line({ relation, person, plan, seen, canMail }: LineProps) {
  const text = useText(planText)
  const [open, setOpen] = useState(false)
  const mayChange = relation.mayChange && goesOn(relation) && plan?.refuses !== true
  return (
    <li>
      <strong>{person.name}</strong> <How {...{ plan, canMail, seen }} />
      {plan !== undefined && <Chosen name={person.name} plan={plan} seen={seen} />}
      {plan !== undefined && plan.asked > 0 && (
        <p className="wk-muted wk-small">{text.sent(plan.asked, plan.reminded)}</p>
      )}
      {mayChange && (
        <p>
          <TextButton onClick={() => setOpen(true)} aria-label={text.changeOf(person.name)}>
            {text.change}
          </TextButton>
        </p>
      )}
      <Dialog open={open} title={text.changeOf(person.name)} onClose={() => setOpen(false)}>
        <PlanForm {...{ relation: relation.id, person, plan, canMail }} onSaved={() => setOpen(false)} />
      </Dialog>
    </li>
  )
}

function How({ plan, canMail, seen }: Pick<LineProps, 'plan' | 'canMail' | 'seen'>) {
  const text = useText(planText)
  if (plan === undefined || plan.rhythm === 'none') return <span>{text.none}</span>
  const often =
    plan.rhythm === 'weeks'
      ? text.weeks(plan.everyWeeks)
      : plan.rhythm === 'days'
        ? text.days(plan.everyDays ?? 1)
        : text.afterContact
  const day = (one: string | null) => one && dayAlone(`${one}T12:00:00.000Z`, seen)
  return (
    <span>
      {plan.form !== null && text.asksForm(plan.form.title)} {often}{' '}
      {text.within(day(plan.beginsOn), day(plan.endsOn))}{' '}
      {plan.email !== '' && canMail ? text.byMail : text.byLink}
      {plan.email !== '' && !canMail && ` ${text.noServer}`}
    </span>
  )
}

/** What she chose herself, told without a why. */
function Chosen({ name, plan, seen }: { name: string; plan: CheckPlan; seen: Seen }) {
  const text = useText(planText)
  if (plan.refuses) return <p>{text.refuses(name)}</p>
  if (plan.stoppedAt !== null) return <p>{text.stopped(name, dayAlone(plan.stoppedAt, seen))}</p>
  if (plan.pausedUntil === null || plan.pausedUntil <= seen.now) return null
  return <p>{text.paused(name, dayAlone(plan.pausedUntil, seen))}</p>
}
