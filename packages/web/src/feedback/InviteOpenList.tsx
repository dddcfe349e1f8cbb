import { dayInSentence } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import { momentWords } from '../language/moment-words.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { notify } from '../ui/notices.ts'
import { Section } from '../ui/Section.tsx'
import { useNewLink, useRevoke } from './check.actions.ts'
import { InviteDialog } from './check-dialogs.tsx'
import { inviteText } from './invite.text.ts'
import { type InviteSource, type MadeInvitation, openInvitations } from './invite-view.ts'

/** Links that wait for an answer. To show one again means to make a new one: only its hash is kept. */
export function InviteOpenList(source: InviteSource) {
  const text = useText(inviteText)
  const { relation, seen } = source
  const { again, withdraw, made, busyWith, close } = useOpenLinks(relation.id)
  const nameOf = (person: string) => relation.participants.find(({ id }) => id === person)?.name ?? ''
  const open = openInvitations(source)
  const keepFocus = useKeepFocus<HTMLDivElement>()
  return (
    <div className="wk-no-print wk-when-filled" {...keepFocus}>
      {open.length > 0 && (
        <Section title={text.open} intro={text.showAgainHint}>
          <ul className="wk-lines">
            {open.map(({ id, participant, sentAt, expiresAt }) => (
              <li key={id}>
                <p>
                  <strong>{nameOf(participant)}</strong>
                </p>
                <p className="wk-muted wk-small">
                  {text.openOne(dayInSentence(sentAt, seen), momentWords(expiresAt, seen))}
                </p>
                <div className="wk-actions wk-invite__deeds">
                  <Button variant="quiet" icon="qr" busy={busyWith === id} onClick={() => again(id)}>
                    {text.showAgain}
                  </Button>
                  <Button
                    variant="quiet"
                    busy={busyWith === id}
                    onClick={() => withdraw(id, nameOf(participant))}
                  >
                    {text.revoke}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <InviteDialog key={made?.id} {...source} open={made !== undefined} made={made} onClose={close} />
    </div>
  )
}

function useOpenLinks(relation: string) {
  const text = useText(inviteText)
  const newLink = useNewLink(relation)
  const revoke = useRevoke(relation)
  const [made, setMade] = useState<MadeInvitation>()
  async function again(id: string) {
    try {
      setMade(await newLink.mutateAsync(id))
    } catch {
      notify({ text: text.failed })
    }
  }
  async function withdraw(id: string, name: string) {
    try {
      await revoke.mutateAsync(id)
      notify({ text: text.revoked(name) })
    } catch {
      notify({ text: text.failed })
    }
  }
  const renewing = newLink.isPending ? newLink.variables : null
  const busyWith = revoke.isPending ? revoke.variables : renewing
  return { again, withdraw, made, busyWith, close: () => setMade(undefined) }
}
