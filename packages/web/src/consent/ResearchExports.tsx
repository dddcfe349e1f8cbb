import { useQuery } from '@tanstack/react-query'
import type { ResearchExport } from '@weerklank/core/consent/research.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { ResearchPublishDialog } from './ResearchPublishDialog.tsx'
import { exportsQuery } from './research.queries.ts'
import { researchText } from './research.text.ts'
import { useDayWords } from './use-day-words.ts'

/** The files that left, and who must be taken out of them. */
export function ResearchExports() {
  const text = useText(researchText)
  const query = useQuery(exportsQuery)
  const keepFocus = useKeepFocus<HTMLUListElement>()
  const [publishing, setPublishing] = useState<ResearchExport | null>(null)
  return (
    <Section title={text.exports} intro={text.exportsIntro}>
      <PageState
        query={query}
        isEmpty={({ exports }) => exports.length === 0}
        empty={<p className="wk-muted">{text.exportsEmpty}</p>}
      >
        {({ exports }) => (
          <ul className="wk-lines" {...keepFocus}>
            {exports.map((file) => (
              <File key={file.id} file={file} onPublish={() => setPublishing(file)} />
            ))}
          </ul>
        )}
      </PageState>
      {publishing !== null && <ResearchPublishDialog file={publishing} onClose={() => setPublishing(null)} />}
    </Section>
  )
}

function File({ file, onPublish }: { file: ResearchExport; onPublish: () => void }) {
  const text = useText(researchText)
  const dayWords = useDayWords()
  const { title, madeBy, madeAt, rows, publishedAt, withdrawn } = file
  return (
    <li className="wk-stack wk-stack--tight">
      <h3>{title}</h3>
      <p className="wk-muted wk-small">{text.made(madeBy, dayWords(madeAt), rows)}</p>
      {withdrawn.length > 0 && (
        <Card tone="warm">
          <h4>{text.withdrawnTitle(withdrawn.length)}</h4>
          <ul className="wk-research-out">
            {withdrawn.map(({ code, at }) => (
              <li key={code}>{text.withdrawnLine(code, dayWords(at))}</li>
            ))}
          </ul>
          <p className="wk-small">{text.withdrawnWhat}</p>
        </Card>
      )}
      {publishedAt !== null && <p className="wk-small">{text.published(dayWords(publishedAt))}</p>}
      {publishedAt === null && (
        <div className="wk-actions">
          <Button aria-label={text.publishNamed(title)} onClick={onPublish}>
            {text.publish}
          </Button>
        </div>
      )}
    </li>
  )
}
