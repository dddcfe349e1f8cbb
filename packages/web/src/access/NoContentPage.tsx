import { useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { accessText } from './access.text.ts'
import { useMe } from './access.ts'

/** For a role that works without content: the server would refuse every room, so none is offered. */
export function NoContentPage() {
  const text = useText(accessText)
  const { member } = useMe()
  return (
    <>
      <PageHeader
        title={text.noContentTitle(member.name)}
        intro={text.noContentIntro(member.roles.map((role) => text.role[role]).join(', '))}
      />
      <div className="wk-stack">
        <p>{text.noContentWhy}</p>
        <p>{text.noContentNow}</p>
      </div>
    </>
  )
}
