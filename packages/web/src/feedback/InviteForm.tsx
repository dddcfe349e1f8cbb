import { useQuery, useQueryClient } from '@tanstack/react-query'
import { shortDay } from '@weerklank/core/shared/day-words'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { useRelationWords } from '../relation/relation.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { useInvite } from './check.actions.ts'
import { peopleToAsk } from './check-people.ts'
import { type ChosenCheck, checkToSend, InviteCheck } from './InviteCheck.tsx'
import { fittingChecksQuery } from './invite.queries.ts'
import { inviteDialogText } from './invite-dialog.text.ts'
import {
  contactChoices,
  type InviteSource,
  type MadeInvitation,
  madeToday,
  noContact,
  openInvitations,
} from './invite-view.ts'

type Props = InviteSource & { onMade: (made: MadeInvitation) => void }

/** Whom to ask, and about which contact. Ids are made when it opens: pressing twice makes one invitation. */
export function InviteForm({ relation, invitations, seen, onMade }: Props) {
  const text = useText(inviteDialogText)
  const { voice } = useRelationWords()
  const people = peopleToAsk(relation.participants, useMe().member.id)
  const [ids] = useState(() => ({ invitation: newId(), contact: newId() }))
  const [participant, setParticipant] = useState(people[0]?.id ?? '')
  const { choices, likely } = contactChoices({
    contacts: relation.contacts,
    invitations,
    participant,
    seen,
    words: text.contact,
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const about = chosen ?? likely
  const invite = useInvite(relation.id)
  const open = openInvitations({ invitations }).find((one) => one.participant === participant)
  const [check, setCheck] = useState<ChosenCheck>(best)
  const [noWords, setNoWords] = useState(false)
  const checks = useChecks(relation.id)
  const name = people.find(({ id }) => id === participant)?.name ?? ''

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const newContact = about === madeToday ? { id: ids.contact, at: new Date().toISOString() } : null
    const contact = about === madeToday || about === noContact ? null : about
    const asked = checkToSend(await checks.fetch(participant), check)
    setNoWords(asked === null)
    if (asked === null) return
    try {
      onMade(await invite.mutateAsync({ id: ids.invitation, participant, contact, newContact, ...asked }))
    } catch {
      // Said below; what was chosen still stands.
    }
  }

  if (people.length === 0) return <p>{text.nobody}</p>
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <p className="wk-muted">{text.intro}</p>
      <RadioGroup
        id="vraag-wie"
        label={text.who}
        value={participant}
        options={people.map((person) => ({
          value: person.id as string,
          label: `${person.name} (${voice(person.voice)})`,
        }))}
        onChange={(who) => {
          setParticipant(who)
          setCheck(best)
        }}
      />
      {open !== undefined && (
        <p className="wk-small wk-invite__open">{text.stillOpen(name, shortDay(open.sentAt, seen))}</p>
      )}
      <SelectField
        id="vraag-contact"
        label={text.about}
        value={about}
        options={choices}
        onChange={setChosen}
      />
      <InviteCheck
        checks={checks.of(participant)}
        name={name}
        chosen={check}
        error={noWords ? text.ownMissing : undefined}
        onChange={(chosen) => {
          setCheck(chosen)
          setNoWords(false)
        }}
      />
      <FormEnd error={invite.error?.message} busy={invite.isPending} icon="qr">
        {text.make}
      </FormEnd>
    </form>
  )
}

const best: ChosenCheck = { instrument: null, ownWords: null }

/** What fits whom. When that cannot be fetched, the usual check is asked. */
function useChecks(relation: string) {
  const query = fittingChecksQuery(relation)
  const client = useQueryClient()
  const { data } = useQuery(query)
  const find = (found: typeof data, who: string) =>
    found?.people.find((one) => one.participant === who)?.checks ?? []
  return {
    of: (who: string) => find(data, who),
    fetch: async (who: string) => find(await client.ensureQueryData(query).catch(() => undefined), who),
  }
}
