import { useQuery } from '@tanstack/react-query'
import type { WorkingNote } from '@weerklank/core/ownership/working-note.contract'
import { useState } from 'react'
import { useMe } from '../access/access.ts'
import type { Seen } from '../language/use-seen.ts'
import { useSeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { journalText } from './journal.text.ts'
import { PeerCaseEditor } from './PeerCaseEditor.tsx'
import {
  peerCasesQuery,
  savePeerCase,
  useRefreshPeerCases,
  useRemoveWorkingNote,
} from './working-note.queries.ts'

/** One's own cases for peer reflection, the last changed first. */
export function PeerCasesPage() {
  const text = useText(journalText)
  const query = useQuery(peerCasesQuery())
  const seen = useSeen(query.dataUpdatedAt === 0 ? Date.now() : query.dataUpdatedAt)
  return (
    <>
      <PageHeader title={text.casesTitle} intro={text.casesIntro} />
      <PageState
        query={query}
        isEmpty={(notes) => notes.length === 0}
        empty={
          <EmptyState
            title={text.casesEmpty}
            text={text.casesEmptyText}
            action={<LinkButton to="/samenwerkingen">{text.toRelations}</LinkButton>}
          />
        }
      >
        {(notes) => <Cases notes={notes} seen={seen} />}
      </PageState>
    </>
  )
}

function Cases({ notes, seen }: { notes: readonly WorkingNote[]; seen: Seen }) {
  const text = useText(journalText)
  const me = useMe().member.name
  const take = useRemoveWorkingNote()
  const refresh = useRefreshPeerCases()
  const [gone, setGone] = useState<readonly string[]>([])

  async function handleRemove(id: string, words: string) {
    try {
      await take.mutateAsync(id)
    } catch {
      return notify({ text: text.failed })
    }
    setGone([...gone, id])
    const putBack = () =>
      savePeerCase({ note: id, text: words, version: 0 }).then(
        async () => {
          await refresh()
          setGone((before) => before.filter((one) => one !== id))
          notify({ text: text.putBack })
        },
        () => notify({ text: text.notBack }),
      )
    notify({ text: text.removed, undo: () => void putBack() })
    await refresh()
  }

  const shown = notes.filter(({ id }) => !gone.includes(id))
  return shown.map((note, index) => {
    const label = text.nth(shown.length - index)
    return (
      <Section key={note.id} title={label}>
        <PeerCaseEditor
          {...{ id: note.id, note, seen }}
          names={[me]}
          label={`${text.caseLabel} ${shown.length - index}`}
          onRemove={(words) => void handleRemove(note.id, words)}
        />
      </Section>
    )
  })
}
