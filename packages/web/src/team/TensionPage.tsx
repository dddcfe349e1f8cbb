import './tension.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { TensionRegister } from '@weerklank/core/team/tension.contract'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { CircleFrame } from './CircleFrame.tsx'
import { TensionCard } from './TensionCard.tsx'
import { TensionForm } from './TensionForm.tsx'
import { tensionsQuery } from './tension.queries.ts'
import { tensionText } from './tension.text.ts'

/** The tensions of one team or network: both poles always in sight, never solved, never about a person. */
export function TensionPage() {
  const { relation } = useParams({ from: '/members/team/$relation/spanningen' })
  const query = useQuery(tensionsQuery(relation))
  return (
    <CircleFrame relation={relation} part="tensions">
      {() => (
        <PageState query={query}>
          {(register) => <Register relation={relation} register={register} />}
        </PageState>
      )}
    </CircleFrame>
  )
}

function Register({ relation, register }: { relation: string; register: TensionRegister }) {
  const text = useText(tensionText)
  const inSight = register.tensions.filter(({ restingSince }) => restingSince === null)
  const resting = register.tensions.filter(({ restingSince }) => restingSince !== null)
  const cards = (tensions: TensionRegister['tensions']) => (
    <ul className="wk-tensions">
      {tensions.map((tension) => (
        <li key={tension.id}>
          <TensionCard relation={relation} tension={tension} register={register} />
        </li>
      ))}
    </ul>
  )
  return (
    <div className="wk-stack wk-stack--wide">
      <Section
        title={text.title}
        intro={text.intro}
        aside={
          <Link to="/team/$relation/hindernissen" params={{ relation }}>
            {text.hindering}
          </Link>
        }
      >
        {inSight.length === 0 ? <p className="wk-muted">{text.none}</p> : cards(inSight)}
        {register.mayWrite && (
          <Disclosure label={text.add}>
            <TensionForm relation={relation} register={register} />
          </Disclosure>
        )}
      </Section>
      {resting.length > 0 && <Section title={text.resting}>{cards(resting)}</Section>}
    </div>
  )
}
