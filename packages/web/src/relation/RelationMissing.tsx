import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { relationPageText } from './relation-page.text.ts'

/** Whether it exists is nobody's business but its people's: both are said in one sentence. */
export function RelationMissing() {
  const text = useText(relationPageText)
  return (
    <>
      <PageHeader title={text.missingTitle} intro={text.missingText} />
      <LinkButton variant="primary" to="/samenwerkingen">
        {text.toList}
      </LinkButton>
    </>
  )
}
