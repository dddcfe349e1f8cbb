import { Link } from '@tanstack/react-router'
import { type MutualInstrument, mutualInstruments, mutualTermDays } from '@weerklank/core/feedback/mutual'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { ApiError } from '../api/api-error.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { useRelationWords } from '../relation/relation.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { useAskMutual } from './mutual.queries.ts'
import { mutualText } from './mutual.text.ts'

type Props = { relation: RelationDetails; open: boolean; onClose: () => void }
type Made = { url: string; picture: string; client: string; mine: boolean }

/** Asks two people the same: whom, who answers the other side, and then the link for the client. */
export function MutualAsk({ relation, open, onClose }: Props) {
  const text = useText(mutualText)
  return (
    <Dialog open={open} title={text.askTitle} onClose={onClose}>
      <Steps relation={relation} onClose={onClose} />
    </Dialog>
  )
}

function Steps({ relation, onClose }: Omit<Props, 'open'>) {
  const [made, setMade] = useState<Made | null>(null)
  return made === null ? (
    <AskForm relation={relation} onMade={setMade} onClose={onClose} />
  ) : (
    <MadeLink relation={relation} made={made} onClose={onClose} />
  )
}

function AskForm({ relation, onMade, onClose }: Omit<Props, 'open'> & { onMade: (made: Made) => void }) {
  const text = useText(mutualText)
  const { voice } = useRelationWords()
  const me = useMe().member.id
  const active = relation.participants.filter((one) => one.active)
  const clients = active.filter(({ member }) => member === null)
  const professionals = active
    .filter(({ member }) => member !== null)
    .toSorted((a, b) => Number(b.member === me) - Number(a.member === me))
  const [id] = useState(newId)
  const [client, setClient] = useState(clients[0]?.id as string | undefined)
  const [professional, setProfessional] = useState(professionals[0]?.id as string | undefined)
  const [instrument, setInstrument] = useState<MutualInstrument>('collaboration-check')
  const ask = useAskMutual(relation.id)
  const contact = relation.contacts.find(({ at }) => Date.parse(at) <= Date.now())?.id ?? null

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (client === undefined || professional === undefined) return
    try {
      const { url, picture } = await ask.mutateAsync({ id, client, professional, contact, instrument })
      const name = clients.find((one) => one.id === client)?.name ?? ''
      onMade({ url, picture: picture.id, client: name, mine: picture.mine })
    } catch {
      // Said below; what was chosen still stands.
    }
  }

  if (client === undefined || professional === undefined) return <p>{text.nobody}</p>
  const isConflict = ask.error instanceof ApiError && ask.error.code === 'conflict'
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <p>{text.told(mutualTermDays)}</p>
      <RadioGroup
        id="beeld-wie"
        label={text.whoClient}
        value={client}
        options={clients.map((one) => ({
          value: one.id as string,
          label: `${one.name} (${voice(one.voice)})`,
        }))}
        onChange={setClient}
      />
      <RadioGroup
        id="beeld-ander"
        label={text.whoProfessional}
        value={professional}
        options={professionals.map((one) => ({
          value: one.id as string,
          label: one.member === me ? `${one.name} (${text.me})` : one.name,
        }))}
        onChange={setProfessional}
      />
      <RadioGroup
        id="beeld-wat"
        label={text.what}
        value={instrument}
        options={mutualInstruments.map((value) => ({ value, label: text.whatOption[value] }))}
        onChange={setInstrument}
      />
      {ask.isError && <p role="alert">{isConflict ? text.conflict : text.failed}</p>}
      <div className="wk-actions">
        <Button type="submit" variant="primary" busy={ask.isPending}>
          {text.makeLink}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}

function MadeLink({ relation, made, onClose }: Omit<Props, 'open'> & { made: Made }) {
  const text = useText(mutualText)
  return (
    <div className="wk-stack wk-invite">
      <p>{text.scan(made.client)}</p>
      <QrCode url={made.url} label={text.qr(made.client)} failed={text.qrFailed} />
      <CopyField
        id="beeld-link"
        label={text.link}
        value={made.url}
        copy={text.copy}
        copied={text.copied}
        copyFailed={text.copyFailed}
      />
      <p className="wk-small">{text.once}</p>
      <div className="wk-actions">
        {made.mine && (
          <Link
            className="wk-button wk-button--outline"
            to="/samenwerkingen/$relation/beeld/$picture"
            params={{ relation: relation.id, picture: made.picture }}
          >
            <span>{text.fillNow}</span>
          </Link>
        )}
        <Button variant="quiet" onClick={onClose}>
          {text.done}
        </Button>
      </div>
    </div>
  )
}
