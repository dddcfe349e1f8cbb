import { Link } from '@tanstack/react-router'
import type { relationImportEndpoints } from '@weerklank/core/relation/relation-import.contract'
import { useState } from 'react'
import type { Answer } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Section } from '../ui/Section.tsx'
import { RelationImportChoose } from './RelationImportChoose.tsx'
import { RelationImportHelp } from './RelationImportHelp.tsx'
import { RelationImportPreview } from './RelationImportPreview.tsx'
import type { Looked } from './relation-import.queries.ts'
import { relationImportText } from './relation-import.text.ts'

type Endpoints = typeof relationImportEndpoints

/** People out of a file: choose, look, take in. */
export function RelationImportPage() {
  const text = useText(relationImportText)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [done, setDone] = useState<Answer<Endpoints['importRelations']> | null>(null)
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        back={<Link to="/samenwerkingen">{text.back}</Link>}
      />
      {done !== null && (
        <Section title={text.done}>
          <div role="status">
            <p>{text.doneCount(done.relations, done.people)}</p>
            {done.there > 0 && <p className="wk-muted">{text.there(done.there)}</p>}
          </div>
          <div className="wk-actions">
            <LinkButton variant="primary" to="/samenwerkingen">
              {text.toList}
            </LinkButton>
          </div>
        </Section>
      )}
      {done === null && looked !== null && (
        <RelationImportPreview looked={looked} onOther={() => setLooked(null)} onDone={setDone} />
      )}
      {done === null && looked === null && (
        <RelationImportChoose onLooked={(sent, preview) => setLooked({ id: newId(), text: sent, preview })} />
      )}
      {done === null && <RelationImportHelp />}
    </>
  )
}
