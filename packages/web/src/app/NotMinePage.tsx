import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { appText } from './app.text.ts'

/** An address of a room that one does not have: the server would refuse whatever it fetched. */
export function NotMinePage() {
  const text = useText(appText)
  return (
    <>
      <PageHeader title={text.notMineTitle} intro={text.notMineText} />
      <LinkButton variant="primary" to="/">
        {text.toToday}
      </LinkButton>
    </>
  )
}
