import { hasAuthority } from '@weerklank/core/consent/person'
import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { Section } from '../ui/Section.tsx'
import { useEndPersonLinks, useMakePersonLink } from './consent.queries.ts'
import { consentAskText } from './consent-ask.text.ts'
import { consentPageText } from './consent-page.text.ts'
import { type MadeLink, OwnPageLink } from './OwnPageLink.tsx'
import { useDayWords } from './use-day-words.ts'

type Props = { relation: string; person: RelationPerson }

/** The way to her own page, for her and for the parents who decide with her. */
export function ConsentOwnPage({ relation, person }: Props) {
  const text = useText(consentPageText)
  const { linkTitle } = useText(consentAskText)
  const [made, setMade] = useState<MadeLink | null>(null)
  const parents = person.parents.filter(({ authority }) => hasAuthority(authority))
  return (
    <Section title={text.page} intro={text.pageIntro}>
      <ul className="wk-lines">
        {[person, ...parents].map((one) => (
          <LinkLine key={one.person} relation={relation} one={one} onMade={setMade} />
        ))}
      </ul>
      <Dialog
        open={made !== null}
        title={made === null ? '' : linkTitle(made.name)}
        onClose={() => setMade(null)}
      >
        {made !== null && <OwnPageLink made={made} />}
      </Dialog>
    </Section>
  )
}

type LineProps = {
  relation: string
  one: Pick<RelationPerson, 'person' | 'name' | 'linkUntil'>
  onMade: (made: MadeLink) => void
}

function LinkLine({ relation, one: { person, name, linkUntil }, onMade }: LineProps) {
  const text = useText(consentPageText)
  const dayWords = useDayWords()
  const make = useMakePersonLink(relation)
  const end = useEndPersonLinks(relation)
  async function handleMake() {
    try {
      onMade({ name, ...(await make.mutateAsync(person)) })
    } catch {
      notify({ text: text.failed })
    }
  }
  async function handleEnd() {
    try {
      await end.mutateAsync(person)
      notify({ text: text.linksEnded(name) })
    } catch {
      notify({ text: text.failed })
    }
  }
  return (
    <li className="wk-stack wk-stack--tight">
      <p>
        <strong>{name}</strong>
      </p>
      <p className="wk-muted wk-small">
        {linkUntil === null ? text.noLink : text.linkUntil(dayWords(linkUntil))}
      </p>
      <div className="wk-actions">
        <Button icon="link" busy={make.isPending} aria-label={text.makeLinkNamed(name)} onClick={handleMake}>
          {text.makeLink}
        </Button>
        {linkUntil !== null && (
          <Button
            variant="quiet"
            busy={end.isPending}
            aria-label={text.endLinksNamed(name)}
            onClick={handleEnd}
          >
            {text.endLinks}
          </Button>
        )}
      </div>
    </li>
  )
}
