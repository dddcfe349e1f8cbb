import { useQuery } from '@tanstack/react-query'
import type { Colleague } from '@weerklank/core/access/members.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { MemberEdit } from './MemberEdit.tsx'
import { MemberInvite } from './MemberInvite.tsx'
import { MemberLines } from './MemberLines.tsx'
import { colleaguesQuery } from './members.queries.ts'
import { membersText } from './members.text.ts'

type Opened = { invite: Partial<Colleague> } | { edit: string } | null

/** Who has a place here: for the administrator, who sees none of their work. */
export function MembersPage() {
  const text = useText(membersText)
  const query = useQuery(colleaguesQuery)
  const seen = useDaySeen(useNow())
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const all = [...(query.data?.colleagues ?? []), ...(query.data?.guests ?? [])]
  const edited = all.find((one) => opened !== null && 'edit' in opened && one.id === opened.edit)
  const handleEdit = (one: Colleague) => setOpened({ edit: one.id })
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        actions={
          <Button variant="primary" icon="plus" onClick={() => setOpened({ invite: {} })}>
            {text.invite}
          </Button>
        }
      />
      <PageState query={query}>
        {({ colleagues, guests }) => (
          <div className="wk-stack">
            <Section title={text.colleagues}>
              <MemberLines members={colleagues.filter(isHere)} onChange={handleEdit} />
            </Section>
            <Section title={text.guests} intro={text.guestsIntro}>
              {guests.some(isHere) ? (
                <MemberLines members={guests.filter(isHere)} onChange={handleEdit} />
              ) : (
                <p className="wk-muted">{text.noGuests}</p>
              )}
            </Section>
            <Former
              members={[...colleagues, ...guests].filter((one) => !isHere(one))}
              until={(at) => text.since(shortDay(at, seen))}
              onInvite={(one) => setOpened({ invite: one })}
            />
          </div>
        )}
      </PageState>
      <MemberInvite
        key={opened !== null && 'invite' in opened ? `invite ${opened.invite.id ?? ''}` : 'no invite'}
        open={opened !== null && 'invite' in opened}
        known={opened !== null && 'invite' in opened ? opened.invite : {}}
        canMail={query.data?.canMail === true}
        onClose={close}
      />
      {edited !== undefined && <MemberEdit key={edited.id} member={edited} onClose={close} />}
    </>
  )
}

const isHere = (one: Colleague) => one.endedAt === null

type FormerProps = {
  members: readonly Colleague[]
  until: (at: string) => string
  onInvite: (member: Colleague) => void
}

function Former({ members, until, onInvite }: FormerProps) {
  const text = useText(membersText)
  if (members.length === 0) return null
  return (
    <Section title={text.former} intro={text.formerIntro}>
      <ul className="wk-lines">
        {members.map((one) => (
          <li key={one.id} className="wk-member">
            <div>
              <p>
                <strong>{one.name}</strong>
              </p>
              <p className="wk-muted wk-small">{one.endedAt !== null && until(one.endedAt)}</p>
            </div>
            {!one.roles.includes('guest') && (
              <Button variant="quiet" aria-label={`${text.letIn}: ${one.name}`} onClick={() => onInvite(one)}>
                {text.letIn}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
