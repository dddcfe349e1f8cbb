import './practice.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { practiceParts } from '@weerklank/core/library/practice'
import type { PracticeDetail } from '@weerklank/core/library/practice.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { useRelationWords } from '../relation/relation.ts'
import { Button } from '../ui/Button.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { PracticeAdditions } from './PracticeAdditions.tsx'
import { PracticeRemove } from './PracticeRemove.tsx'
import { PracticeTakeDown } from './PracticeTakeDown.tsx'
import { practiceQuery, useRecognisePractice, useWithdrawPractice } from './practice.queries.ts'
import { practiceText } from './practice.text.ts'

/** One story of practice, with what colleagues say to it. */
export function PracticePage() {
  const text = useText(practiceText)
  const { story } = useParams({ from: '/members/kennis/praktijk/$story' })
  const query = useQuery(practiceQuery(story))
  return (
    <>
      <PageHeader title={text.title} back={<Link to="/kennis/praktijk">{text.back}</Link>} />
      <PageState query={query}>{(shown) => <Shown story={shown} />}</PageState>
    </>
  )
}

function Shown({ story }: { story: PracticeDetail }) {
  const text = useText(practiceText)
  const { setting } = useRelationWords()
  const seen = useDaySeen(useNow())
  const said = practiceParts.filter((part) => story.body[part] !== '')
  return (
    <div className="wk-stack wk-stack--wide">
      <p className="wk-muted">
        {[...setting(story), text.by(story.author, shortDay(story.at, seen))].join(' · ')}
      </p>
      {said.map((part) => (
        <section key={part}>
          <h2>{text.shownParts[part]}</h2>
          <p className="wk-practice__text">{story.body[part]}</p>
        </section>
      ))}
      {story.isMine ? <Mine story={story} /> : <OfColleague story={story} />}
      {story.standing === 'shared' && <PracticeAdditions story={story} />}
    </div>
  )
}

function Mine({ story }: { story: PracticeDetail }) {
  const text = useText(practiceText)
  const withdraw = useWithdrawPractice(story.id)
  const navigate = useNavigate()
  const params = { story: story.id }
  const handleChange = () =>
    withdraw.mutate(story.version, {
      onSuccess: () => void navigate({ to: '/kennis/praktijk/$story/schrijven', params }),
    })
  return (
    <>
      <p>
        {text.recognisedBy(story.recognised)} {story.recognised > 0 && text.nameless}
      </p>
      <FieldError id="verhaal-terug">{withdraw.error?.message}</FieldError>
      <div className="wk-actions wk-no-print">
        {story.standing === 'shared' ? (
          <Button busy={withdraw.isPending} onClick={handleChange}>
            {text.change}
          </Button>
        ) : (
          <LinkButton variant="primary" to="/kennis/praktijk/$story/schrijven" params={params}>
            {text.goOn}
          </LinkButton>
        )}
      </div>
      <PracticeRemove id={story.id} />
    </>
  )
}

function OfColleague({ story }: { story: PracticeDetail }) {
  const text = useText(practiceText)
  const recognise = useRecognisePractice(story.id)
  return (
    <>
      <p role="status">
        {story.iRecognise && `${text.recognised}. `}
        {text.recognisedBy(story.recognised)} {story.recognised > 0 && text.nameless}
      </p>
      <FieldError id="verhaal-herkennen">{recognise.error?.message}</FieldError>
      <div className="wk-actions wk-no-print">
        <Button
          variant={story.iRecognise ? 'quiet' : 'primary'}
          icon={story.iRecognise ? 'cross' : 'check'}
          busy={recognise.isPending}
          onClick={() => recognise.mutate(!story.iRecognise)}
        >
          {story.iRecognise ? text.unrecognise : text.recognise}
        </Button>
        <PracticeTakeDown story={story.id} addition={null} />
      </div>
    </>
  )
}
