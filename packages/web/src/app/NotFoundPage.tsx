import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { appText } from './app.text.ts'
import { PlainFrame } from './PlainFrame.tsx'

export function NotFoundPage() {
  const text = useText(appText)
  return (
    <PlainFrame>
      <PageHeader title={text.notFoundTitle} intro={text.notFoundText} />
      <LinkButton variant="primary" to="/">
        {text.toToday}
      </LinkButton>
    </PlainFrame>
  )
}
