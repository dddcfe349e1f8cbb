import './mutual.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import type { MutualPicture } from '@weerklank/core/feedback/mutual.contract'
import type { Participant, RelationDetails } from '@weerklank/core/relation/relation.contract'
import { say } from '@weerklank/core/shared/spoken'
import { type SubmitEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { relationQuery } from '../relation/relation.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { MutualSliders } from './MutualSliders.tsx'
import { mutualQuery, useAnswerMutual, useGuessMutual } from './mutual.queries.ts'
import { mutualText } from './mutual.text.ts'
import { forgetDraft, keepDraft, type MutualDraft, readDraft } from './mutual-draft.ts'

const from = '/members/samenwerkingen/$relation/beeld/$picture'

/** The professional's own side: the same questions, then, if she likes, what she thinks that the other answers. */
export function MutualPage() {
  const text = useText(mutualText)
  const { relation, picture } = useParams({ from })
  const details = useQuery(relationQuery(relation))
  const query = useQuery(mutualQuery(relation))
  return (
    <>
      <PageHeader
        title={text.pageTitle}
        back={
          <Link to="/samenwerkingen/$relation" params={{ relation }}>
            {text.back}
          </Link>
        }
      />
      <PageState query={query}>
        {({ pictures, instruments }) => (
          <PageState query={details}>
            {(found) => (
              <Side
                relation={found}
                picture={pictures.find((one) => one.id === picture)}
                instruments={instruments}
              />
            )}
          </PageState>
        )}
      </PageState>
    </>
  )
}

type SideProps = {
  relation: RelationDetails
  picture: MutualPicture | undefined
  instruments: readonly Instrument[]
}

function Side({ relation, picture, instruments }: SideProps) {
  const text = useText(mutualText)
  const client = relation.participants.find(({ id }) => id === picture?.client)
  const mirror = instruments.find(({ id, version }) => `${id}@${version}` === picture?.mirror)
  if (picture === undefined || client === undefined || mirror === undefined) return <p>{text.notYours}</p>
  if (picture.may.answer) return <AnswerForm key="answer" {...{ relation, picture, client, mirror }} />
  if (picture.may.guess) return <GuessForm key="guess" {...{ relation, picture, client, mirror }} />
  return <p>{text.notYours}</p>
}

type FormProps = {
  relation: RelationDetails
  picture: MutualPicture
  client: Participant
  mirror: Instrument
}

function AnswerForm({ relation, picture, client, mirror }: FormProps) {
  const text = useText(mutualText)
  const listener = { language: useLanguage(), address: 'je' } as const
  const send = useAnswerMutual({ relation: relation.id, picture: picture.id })
  const [draft, setDraft] = useState<MutualDraft>(() => readDraft(picture.id))
  const [isEmpty, setEmpty] = useState(false)
  function change(part: Partial<MutualDraft>) {
    const next = { ...draft, ...part }
    setDraft(next)
    keepDraft(picture.id, next)
  }
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const nothing = Object.keys(draft.answers).length === 0 && draft.openText.trim() === ''
    setEmpty(nothing)
    if (nothing) return
    try {
      await send.mutateAsync(draft)
      forgetDraft(picture.id)
      notify({ text: text.sent })
    } catch {
      // Said below; what was filled in still stands.
    }
  }
  return (
    <form className="wk-stack wk-mutual-form" noValidate onSubmit={handleSubmit}>
      <p>{text.pageIntro(client.name)}</p>
      {picture.state === 'open' && <p>{text.lateNote}</p>}
      <p className="wk-muted wk-small">{say(mirror.caution, listener)}</p>
      <MutualSliders
        instrument={mirror}
        names={{ client: client.name }}
        values={draft.answers}
        onChange={(answers) => change({ answers })}
      />
      <TextArea
        id="beeld-open"
        label={say(mirror.open.question, listener, { client: client.name })}
        value={draft.openText}
        maxLength={2000}
        optional
        onChange={(openText) => change({ openText })}
      />
      <p className="wk-muted wk-small">{text.kept}</p>
      {isEmpty && <p role="alert">{text.nothing}</p>}
      {send.isError && <p role="alert">{text.failed}</p>}
      <div className="wk-actions">
        <Button type="submit" variant="primary" busy={send.isPending}>
          {text.send}
        </Button>
      </div>
    </form>
  )
}

function GuessForm({ relation, picture, client, mirror }: FormProps) {
  const text = useText(mutualText)
  const navigate = useNavigate()
  const send = useGuessMutual({ relation: relation.id, picture: picture.id })
  const [guess, setGuess] = useState<Readonly<Record<string, number>>>(picture.professionalGuess ?? {})
  const leave = () => navigate({ to: '/samenwerkingen/$relation', params: { relation: relation.id } })
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    try {
      await send.mutateAsync({ guess })
      notify({ text: text.guessSent })
      await leave()
    } catch {
      // Said below.
    }
  }
  return (
    <form className="wk-stack wk-mutual-form" noValidate onSubmit={handleSubmit}>
      <h2>{text.guessTitle(client.name)}</h2>
      <p>{text.guessIntro}</p>
      <MutualSliders
        instrument={mirror}
        asLabels
        names={{ client: client.name }}
        values={guess}
        onChange={setGuess}
      />
      {send.isError && <p role="alert">{text.failed}</p>}
      <div className="wk-actions">
        <Button type="submit" variant="primary" busy={send.isPending}>
          {text.guessSend}
        </Button>
        <Button variant="quiet" onClick={leave}>
          {text.skip}
        </Button>
      </div>
    </form>
  )
}
